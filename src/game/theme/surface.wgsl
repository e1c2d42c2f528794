// A sheet or card with round corners and a line around it, in one go: ground and
// border of the engine's own are two, and each asks a texture for every pixel.

#import bevy_ui::ui_vertex_output::UiVertexOutput

struct Colours {
    ground: vec4<f32>,
    edge: vec4<f32>,
}

@group(1) @binding(0) var<uniform> colours: Colours;

@fragment
fn fragment(in: UiVertexOutput) -> @location(0) vec4<f32> {
    let point = (in.uv - 0.5) * in.size;
    // Corners: top left, top right, bottom right, bottom left.
    let side = select(in.border_radius.xy, in.border_radius.wz, 0.0 < point.y);
    let radius = select(side.x, side.y, 0.0 < point.x);
    // How far outside the round box the point lies; inside it is negative.
    let beyond = abs(point) - 0.5 * in.size + radius;
    let outside = length(max(beyond, vec2(0.0))) + min(max(beyond.x, beyond.y), 0.0) - radius;
    let line = in.border_widths.x;
    let within = select(saturate(0.5 - outside - line), 1.0, line <= 0.0);
    let colour = mix(colours.edge, colours.ground, within);
    return vec4(colour.rgb, colour.a * saturate(0.5 - outside));
}
