// The place behind the people, texel for pixel: nothing lies behind it, so nothing is mixed, and where
// it lies in the window is known, so no sampler is asked.

#import bevy_sprite::mesh2d_vertex_output::VertexOutput

@group(#{MATERIAL_BIND_GROUP}) @binding(0) var picture: texture_2d<f32>;

@fragment
fn fragment(in: VertexOutput) -> @location(0) vec4<f32> {
    // The mesh tells texels where others tell parts of the whole.
    let last = textureDimensions(picture) - 1u;
    let texel = min(vec2<u32>(max(in.uv, vec2(0.0))), last);
    return vec4(textureLoad(picture, texel, 0).rgb, 1.0);
}
