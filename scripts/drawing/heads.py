"""Heads and faces: every eye, brow and mouth that the moods ask for."""

from .pen import dark, fill, line, mix, oval, smooth

EYE_Y = 142


def face_shape(jaw=0, chin=0, cheek=0, round_=0):
    """The head's edge: jaw and cheek widen, chin lengthens, round_ softens."""
    return [(200, 66), (238, 71), (262, 94), (267, 122), (264, 139), (269 + cheek, 158), (264 + cheek * 0.8 + jaw * 0.5, 180), (253 + jaw * 0.8, 198 + chin * 0.5),
            (236 + round_, 209 + chin), (216 - round_, 206 + chin * 0.8), (190 - jaw * 0.7, 193 + chin * 0.2), (172 - jaw, 172), (160, 150), (152, 118), (160, 87), (177, 71)]


def eyes(d, iris="#3A2419", lash="#2B1E1C", woman=False, narrow=0, age=0, skin="#F2CBA8"):
    """Open, wide, half, aside, closed and smiling eyes."""
    near, far = (207, EYE_Y), (250, EYE_Y - 1)
    sizes = ((27, 19 - narrow), (20, 18 - narrow))
    lid = 4.2 if woman else 3.6

    def one(centre, size, up=1.0, down=1.0, look=(2.2, 0.5), cover=0.0, k=0):
        (cx, cy), (w, h) = centre, size
        top, low = h * 0.54 * up, h * 0.46 * down
        white = [(cx - w / 2, cy + 1.5, 1), (cx - w * 0.22, cy - top * 0.9), (cx + w * 0.2, cy - top), (cx + w / 2, cy + 0.5, 1), (cx + w * 0.2, cy + low), (cx - w * 0.24, cy + low * 0.92)]
        r = h * 0.47 * max(up * 0.93, 0.9)
        ball = oval(cx + look[0], cy + look[1], r * (0.92 if k else 1), r * 1.04, iris) + oval(cx + look[0] + 0.4, cy + look[1], r * 0.5, r * 0.56, "#150E0C") \
            + oval(cx + look[0] + 2.6, cy + look[1] - 3.2, 2.3, 2.3, "#FFFFFF")
        veil = ""
        if cover:
            veil = fill([(cx - w, cy - h, 1), (cx + w, cy - h, 1), (cx + w, cy - top + cover * h - 1.5, 1), (cx - w, cy - top + cover * h + 1.5, 1)], dark(skin, 0.12))
        out = fill(white, "#FFFCF7") + d.inside(white, fill([(cx - w, cy - h), (cx + w, cy - h), (cx + w, cy - top + 4), (cx - w, cy - top + 4)], "#D9CFCB"), ball, veil)
        drop = cover * h
        upper = [(cx - w / 2 - (1.5 if not k else 0.5), cy + 1.5), (cx - w * 0.22, cy - top * 0.9 + drop * 0.8), (cx + w * 0.2, cy - top + drop), (cx + w / 2 + (0.5 if not k else 1.5), cy + 0.5)]
        out += line(upper, lash, lid)
        if woman:
            end = upper[0] if not k else upper[-1]
            out += line([end, (end[0] + (-4.5 if not k else 2.5), end[1] - 3)], lash, 2.4)
        out += line([(cx - w * 0.28, cy + low + 0.8), (cx + w * 0.28, cy + low + 0.4)], dark(skin, 0.26), 1.5)
        return out

    def both(**how):
        return one(near, sizes[0], **how) + one(far, sizes[1], k=1, **how)

    marks = ""
    if age:
        c = dark(skin, 0.24)
        marks = line([(196, 158 + age), (206, 161 + age), (217, 158 + age)], c, 2, 0.8) + line([(244, 157 + age), (252, 159 + age), (259, 156 + age)], c, 2, 0.7)
        marks += line([(190, 140), (181, 136)], c, 1.8, 0.8) + line([(190, 146), (181, 148)], c, 1.8, 0.8)
    d.group("eyes-open", marks, both(up=0.96, down=0.94, cover=0.07, look=(2.4, 0.6)))
    # At somebody before them, and out of the corner of the eye at somebody behind.
    d.group("eyes-front", marks, both(up=0.96, down=0.94, cover=0.07, look=(4.6, 0.8)))
    d.group("eyes-back", marks, both(up=0.96, down=0.94, cover=0.07, look=(-4.4, 0.6)))
    d.group("eyes-wide", marks, both(up=1.32, down=1.14, look=(2.2, -0.3)))
    d.group("eyes-half", marks, both(up=0.92, down=0.86, cover=0.26))
    # Lowered: the lids come down over eyes that look at the floor, a little away.
    d.group("eyes-aside", marks, both(up=0.86, down=1.0, cover=0.4, look=(-1.6, 4.6)))
    closed = ""
    happy = ""
    for k, ((cx, cy), (w, h)) in enumerate(zip((near, far), sizes)):
        low = [(cx - w / 2 - 1, cy + 1), (cx - w * 0.2, cy + 6.5), (cx + w * 0.22, cy + 6.5), (cx + w / 2 + 1, cy + 0.5)]
        closed += line(low, lash, lid)
        if woman:
            end = low[0] if not k else low[-1]
            closed += line([end, (end[0] + (-4.5 if not k else 4), end[1] + 3)], lash, 2.8)
        happy += line([(cx - w / 2 - 1, cy + 5), (cx - w * 0.25, cy - 4.5), (cx + w * 0.25, cy - 4.5), (cx + w / 2 + 1, cy + 4.5)], lash, lid + 0.7)
    d.group("eyes-closed", marks, closed)
    d.group("eyes-smile", marks, happy)


def brows(d, colour, thick=5.6, lift=0, arch=3.0, length=1.0, woman=False):
    y = EYE_Y - 19 - lift
    w = thick * (0.78 if woman else 1)

    def brow(cx, half, inner, k):
        out = -inner
        pts_top = [(cx + out * half, y + 1, 1), (cx + out * half * 0.24, y - arch - w * 0.5), (cx + inner * half, y + 1.6 - w * 0.5, 1)]
        pts_low = [(cx + inner * half, y + 1.6 + w * 0.5, 1), (cx + out * half * 0.2, y - arch + w * 0.55)]
        return fill(pts_top + pts_low, colour)

    d.group("brow-near", brow(206, 16 * length, 1, 0))
    d.group("brow-far", brow(251, 11 * length, -1, 1))


def mouths(d, lip="#B4584A", woman=False, skin="#F2CBA8", y=184, wide=1.0, teeth="#FFFDF8", rests=1.0):
    """Every mouth. `lip` is the line's colour; women's lips are filled. `rests`: how far a man's shut mouth turns up."""
    cx = 237
    inside_ = "#7A2B2B"
    deep = mix(lip, "#4A1E1E", 0.35)
    stroke = 3.6

    def x(v):
        return cx + v * wide

    def full(points_top, points_low, colour=None):
        return fill(points_top + points_low, colour or lip)

    under = line([(x(-6), y + 13), (x(5), y + 13)], dark(skin, 0.2), 2, 0.7)
    if woman:
        rest = full([(x(-13), y, 1), (x(-5), y - 4), (x(0.5), y - 2.8), (x(5), y - 4), (x(11), y, 1)], [(x(5), y + 5.5), (x(-5.5), y + 5.5)])
        rest += line([(x(-13), y), (x(-4), y + 0.4), (x(4), y + 0.4), (x(11), y)], deep, 2)
        smile = full([(x(-19), y - 4, 1), (x(-6), y - 2.5), (x(1), y - 1.5), (x(7), y - 2.5), (x(16), y - 5, 1)], [(x(8), y + 6.5), (x(-5), y + 7.5)])
        smile += line([(x(-19), y - 4), (x(-7), y + 2), (x(6), y + 2), (x(16), y - 5)], deep, 2.4)
    else:
        rest = line([(x(-12.5), y - rests), (x(-5), y + rests), (x(4), y + rests), (x(11.5), y - rests)], deep, stroke)
        smile = line([(x(-18), y - 5), (x(-8), y + 2.5), (x(5), y + 2.5), (x(15), y - 6)], deep, stroke + 0.4)
    dimple = line([(x(-23), y - 9), (x(-21), y - 2)], dark(skin, 0.24), 2.2, 0.8)
    d.group("mouth-rest", rest, under)
    d.group("mouth-smile", smile, dimple, under)

    def opened(shape, *within):
        return fill(shape, inside_) + d.inside(shape, *within) + (line(smooth(shape), lip, 2.6) if woman else "")

    grin = [(x(-21), y - 7, 1), (x(-4), y - 4), (x(17), y - 8, 1), (x(11), y + 8), (x(-3), y + 13), (x(-14), y + 8)]
    d.group("mouth-grin", opened(grin, fill([(x(-24), y - 12, 1), (x(20), y - 12, 1), (x(16), y + 0.5), (x(-3), y + 3), (x(-19), y + 1)], teeth),
                                 oval(x(-2), y + 13, 11, 6, "#D9766C")), dimple)
    d.group("mouth-frown", line([(x(-15), y + 6), (x(-6), y - 0.5), (x(5), y - 0.5), (x(12), y + 5)], deep if not woman else mix(lip, deep, 0.5), stroke + (1.2 if woman else 0.6)),
            line([(x(-6), y + 14), (x(5), y + 14)], dark(skin, 0.24), 2.2, 0.8))
    shout = [(x(-17), y + 8), (x(-13), y - 5), (x(0), y - 9), (x(12), y - 5), (x(14), y + 8), (x(7), y + 15), (x(-8), y + 16)]
    d.group("mouth-shout", opened(shout, fill([(x(-20), y - 14, 1), (x(16), y - 14, 1), (x(13), y - 2), (x(0), y - 3.5), (x(-14), y - 1)], teeth),
                                  oval(x(0), y + 15, 10, 6, "#C9645C")))
    d.group("mouth-worry", line([(x(-14), y + 4), (x(-8), y - 1), (x(-2), y + 3), (x(4), y - 1), (x(11), y + 3)], deep if not woman else mix(lip, deep, 0.5), stroke + (0.8 if woman else 0.2)), under)
    oh = [(x(-8), y + 2), (x(-1), y - 7), (x(7), y + 1), (x(5), y + 11), (x(-5), y + 12)]
    d.group("mouth-oh", opened(oh, oval(x(0), y + 13, 6, 4, "#C9645C")))
    # Shut, pressed, one corner drawn in higher than the other: never a row of teeth.
    closed = mix(lip, deep, 0.5) if woman else deep
    d.group("mouth-awkward",
            line([(x(-13), y + 3.5), (x(-6), y + 0.5), (x(1), y + 2.2), (x(7), y + 0.6), (x(13), y - 3.5)], closed, stroke + (0.8 if woman else 0.2)),
            line([(x(15.5), y - 7), (x(17), y - 3), (x(15), y + 0.5)], dark(skin, 0.28), 2.2, 0.85),
            line([(x(-5), y + 11), (x(6), y + 10)], dark(skin, 0.24), 2.2, 0.8))
    talk = [(x(-14), y - 1, 1), (x(0), y - 5), (x(11), y - 1, 1), (x(6), y + 9), (x(-6), y + 10)]
    d.group("mouth-talk", opened(talk, fill([(x(-16), y - 10), (x(14), y - 10), (x(10), y - 0.5), (x(-12), y)], teeth)))


def head(d, skin, shape, age=0, stubble=None, cheeks=None, ear=True, nose=0, earring=None, extra=(), freckles=False):
    shade = dark(skin, 0.15)
    parts = [fill(shape, skin)]
    under = [fill([(150, 100), (166, 108), (172, 150), (186, 182), (214, 202), (240, 214), (200, 230), (140, 200)], shade, 0.75)]
    if stubble:
        under.append(fill([(168, 168), (190, 186), (208, 176), (222, 176), (250, 174), (266, 176), (262, 220), (180, 220)], stubble, 0.3))
    parts.append(d.inside(shape, *under))
    if cheeks:
        parts.append(d.inside(shape, oval(202, 168, 15, 9, cheeks, 0.35), oval(258, 166, 10, 8, cheeks, 0.32)))
    if freckles:
        for fx, fy in ((196, 162), (204, 165), (199, 169), (255, 161), (260, 165), (251, 166)):
            parts.append(oval(fx, fy, 1.5, 1.5, dark(skin, 0.3), 0.7))
    c = dark(skin, 0.26)
    # The nose in half profile: a bridge in shade, a tip, a wing.
    parts.append(fill([(236, 137), (242 + nose * 0.4, 154), (247 + nose, 166), (243 + nose, 172), (233, 172), (236, 164), (238, 152)], shade))
    parts.append(line([(246 + nose, 165), (245 + nose, 171.5), (235, 173)], c, 2.4))
    if age >= 1:
        parts.append(line([(220, 166), (214, 176), (213, 184)], c, 2.2, 0.75))
    if age >= 2:
        parts.append(line([(196, 105), (216, 102), (240, 104)], c, 2, 0.55) + line([(202, 95), (222, 93), (238, 95)], c, 2, 0.45))
        parts.append(line([(257, 168), (260, 176), (258, 184)], c, 2, 0.6))
    if age >= 3:
        parts.append(line([(186, 158), (192, 166), (200, 169)], c, 2, 0.7) + line([(192, 190), (204, 197)], c, 2, 0.6)
                     + line([(246, 196), (252, 190)], c, 2, 0.6) + line([(184, 132), (176, 128)], c, 2, 0.6))
    parts.extend(extra)
    if ear:
        parts.append(fill([(167, 136), (158, 137), (155, 150), (160, 166), (168, 171), (173, 160), (172, 142)], skin))
        parts.append(line([(165, 144), (161, 150), (165, 160)], c, 2.4))
    if earring:
        parts.append(oval(166, 174, 4.2, 5.4, earring))
    d.group("head", "".join(parts))
    d.group("blush", oval(203, 167, 19, 11, "#E2574C", 0.42), oval(256, 165, 12, 10, "#E2574C", 0.4))
    d.group("sweat", fill([(178, 92, 1), (186, 108), (182, 118), (173, 118), (169, 109)], "#8CC4DA"), oval(175, 110, 2.6, 4, "#D9F0F7"))


def glasses(d, kind="square", colour="#3B3436"):
    if kind == "round":
        near = '<circle cx="207" cy="143" r="18.5"'
        far = '<ellipse cx="251" cy="142" rx="13.5" ry="17.5"'
    elif kind == "half":
        near = '<path d="M188 146c0 12 6 19 19 19s19-7 19-19"'
        far = '<path d="M238 146c0 12 4 18 13 18s12-7 12-18"'
    else:
        near = '<rect x="188" y="129" width="39" height="28" rx="8"'
        far = '<rect x="238" y="128" width="26" height="27" rx="7"'
    style = ' fill="#FFFFFF" fill-opacity=".07" stroke="%s" stroke-width="3.4"/>' % colour
    d.group("glasses", near + style, far + style, line([(227, 139), (232, 136), (238, 138)], colour, 3.2), line([(188, 139), (176, 139), (166, 142)], colour, 3.2))
