"""Bodies: pivots, hands, arms and legs, all drawn hanging and at the near side."""

from .pen import dark, fill, light, line, n, n3, poly

# Pivots as in rig.ron. A body moves its own.
MAN = dict(shoulder=(152, 288), elbow=(150, 446), wrist=(152, 578), far=(94, -4),
           hip=(180, 545), knee=(178, 752), ankle=(180, 938),
           arm=29, cuff=19, left=124, right=282, chest=0, waist=(139, 268), hem=(134, 272), thigh=41, calf=29)
WOMAN = dict(MAN, shoulder=(161, 292), elbow=(158, 442), wrist=(160, 566), far=(80, -4),
             arm=24, cuff=16, left=137, right=270, chest=6, waist=(151, 254), hem=(140, 268), thigh=38, calf=22)


def body(base, **change):
    return dict(base, **change)


def pivots(b):
    """The pivots of this body where they differ from the rig's."""
    s, e, w = b["shoulder"], b["elbow"], b["wrist"]
    dx, dy = b["far"]
    own = {
        "NearUpperArm": s, "NearForearm": e, "NearHand": w,
        "FarUpperArm": (s[0] + dx, s[1] + dy), "FarForearm": (e[0] + dx, e[1] + dy),
        "FarHand": (w[0] + dx, w[1] + dy),
    }
    rig = {
        "NearUpperArm": (152, 288), "NearForearm": (150, 446), "NearHand": (152, 578),
        "FarUpperArm": (256, 284), "FarForearm": (254, 442), "FarHand": (256, 574),
    }
    return {k: v for k, v in own.items() if v != rig[k]}


def hands(d, b, skin, glove=None, slim=1.0, nails=None):
    """All hand shapes, hanging from the wrist, thumb to the front."""
    x, y = b["wrist"]
    colour = glove or skin
    shade = dark(colour, 0.2)

    def at(points):
        return [(x + p[0] * slim * 1.1, y + p[1] * 1.06, *p[2:]) for p in points]

    def lines(*ends):
        return "".join(line(at(e), shade, 2.2, 0.75) for e in ends)

    def group(name, *parts):
        """One hand; a glove shows by its cuff, its strap and the seams on its back."""
        worn = ""
        if glove:
            worn = fill(at([(-17, -20, 1), (17, -22, 1), (18, 2, 1), (-18, 4, 1)]), dark(glove, 0.24)) \
                + line(at([(-17, 4), (17, 2)]), light(glove, 0.3), 2.4) \
                + "".join(line(at([(u, 15), (u * 1.15, 31)]), light(glove, 0.26), 2, 0.9) for u in (-9, -2, 5))
        d.group(name, *parts, worn)

    group("hand-rest",
          fill(at([(-13, -12), (-16, 10), (-18, 36), (-14, 60), (-6, 74), (4, 76), (11, 66), (13, 48), (16, 30), (13, -12)]), colour),
          lines([(-7, 70), (-9, 52)], [(2, 73), (1, 52)]),
          fill(at([(8, 4), (18, 20), (23, 38), (21, 52), (14, 52), (10, 40), (4, 26)]), colour),
          lines([(9, 34), (13, 48)]))
    group("hand-open",
          fill(at([(-13, -12), (-17, 12), (-18, 38), (-15, 66), (-9, 86), (0, 92), (8, 88), (12, 70), (15, 44), (13, -12)]), colour),
          lines([(-9, 80), (-9, 54)], [(0, 88), (0, 54)]),
          fill(at([(6, 2), (20, 14), (32, 28), (38, 42), (33, 49), (24, 43), (12, 34), (2, 24)]), colour),
          lines([(14, 36), (25, 44)]))
    group("hand-hold",
          fill(at([(-13, -12), (-18, 12), (-20, 36), (-15, 54), (-2, 62), (12, 58), (17, 42), (17, 22), (13, -12)]), colour),
          lines([(-18, 40), (-2, 42)], [(-15, 51), (1, 53)]),
          fill(at([(6, 4), (18, 16), (26, 34), (27, 54), (22, 62), (15, 56), (11, 42), (2, 28)]), colour),
          lines([(10, 36), (15, 54)]))
    group("hand-fist",
          fill(at([(-14, -12), (-20, 12), (-22, 34), (-15, 52), (2, 56), (17, 48), (20, 28), (13, -12)]), colour),
          lines([(-14, 50), (-12, 34)], [(-3, 54), (-2, 38)], [(8, 52), (8, 38)]),
          fill(at([(12, 8), (22, 22), (20, 36), (6, 42), (-2, 38), (2, 30), (10, 26)]), colour),
          lines([(1, 33), (11, 34), (18, 32)]))
    group("hand-palm",
          fill(at([(-12, -12), (-14, 12), (-15, 38), (-12, 66), (-6, 86), (2, 90), (8, 82), (11, 62), (13, 38), (13, -12)]), light(colour, 0.22)),
          lines([(-5, 82), (-4, 56)], [(3, 84), (4, 56)]),
          fill(at([(-8, 0), (-20, 14), (-30, 34), (-29, 46), (-21, 46), (-13, 36), (-4, 26)]), colour))


def arms(d, b, sleeve, skin, short=False, rolled=False, cuff=None, band=None, glove=None, stripe=None, puff=0):
    """A sleeve in two parts. `short` ends above the elbow."""
    sx, sy = b["shoulder"]
    ex, ey = b["elbow"]
    wx, wy = b["wrist"]
    r, c = b["arm"], b["cuff"]
    mid = (r * 0.42 + c * 0.58) + 1.5
    top = r + puff
    shade = dark(sleeve, 0.13)
    if short:
        end = sy + 104
        upper = [(sx - top, sy + 8), (sx - top * 0.72, sy - 22), (sx + 4, sy - top - 4), (sx + top * 0.86, sy - 14),
                 (sx + top, sy + 18), (sx + top + 1, end), (sx - top - 3, end + 4)]
        limb_ = [(ex - mid + 3, ey), (ex - mid + 1, sy + 60), (ex + mid - 1, sy + 60), (ex + mid - 3, ey), (ex, ey + mid - 3)]
        d.group("upper-arm", fill(limb_, skin),
                d.inside(limb_, fill([(ex - 40, sy + 40), (ex - mid * 0.45, sy + 60), (ex - mid * 0.5, ey), (ex - 40, ey + 30)], dark(skin, 0.14))),
                fill([*upper[:5], (*upper[5], 1), (*upper[6], 1)], sleeve),
                d.inside(upper, fill([(sx - 60, sy - 30), (sx - top * 0.5, sy - 4), (sx - top * 0.42, sy + 60), (sx - top * 0.5, ey), (sx - 60, ey)], shade)),
                line([(sx - top - 2, end - 3), (sx + top, end - 7)], cuff or dark(sleeve, 0.2), 5, cap="butt") if cuff else "")
        fore = [(ex - mid + 3, ey - 4), (ex, ey - mid + 2), (ex + mid - 3, ey - 4), (ex + mid - 3, ey + 40), (wx + 14, wy), (wx - 14, wy)]
        d.group("forearm", fill(fore, skin),
                d.inside(fore, fill([(ex - 40, ey - 40), (ex - mid * 0.45, ey - 10), (wx - 7, wy + 10), (wx - 40, wy + 10)], dark(skin, 0.14))))
        return
    upper = [(sx - top, sy + 10), (sx - top * 0.74, sy - 22), (sx + 3, sy - top - 4), (sx + top * 0.86, sy - 14),
             (sx + top, sy + 16), (sx + top * 0.92, sy + 70), (ex + mid, ey - 10), (ex + mid * 0.7, ey + mid * 0.72), (ex, ey + mid),
             (ex - mid * 0.7, ey + mid * 0.72), (ex - mid, ey - 6), (sx - top * 0.98, sy + 74)]
    d.group("upper-arm", fill(upper, sleeve),
            d.inside(upper, fill([(sx - 60, sy - 20), (sx - top * 0.52, sy + 6), (sx - top * 0.42, sy + 70), (ex - mid * 0.4, ey), (ex - mid * 0.5, ey + 40), (sx - 70, ey + 40)], shade)),
            line([(sx + top * 0.42, sy - top * 0.5), (sx + top * 0.5, sy + 50), (ex + mid * 0.35, ey)], stripe, 5) if stripe else "")
    if rolled:
        fore = [(ex - mid + 4, ey - 4), (ex, ey - mid + 3), (ex + mid - 4, ey - 4), (ex + mid - 4, ey + 40), (wx + 14, wy), (wx - 14, wy)]
        roll = [(ex - mid - 1, ey - 4), (ex, ey - mid), (ex + mid + 1, ey - 4), (ex + mid, ey + 34, 1), (ex - mid, ey + 38, 1)]
        d.group("forearm", fill(fore, skin),
                d.inside(fore, fill([(ex - 40, ey - 40), (ex - mid * 0.45, ey - 10), (wx - 7, wy + 10), (wx - 40, wy + 10)], dark(skin, 0.14))),
                fill(roll, sleeve), d.inside(roll, fill([(ex - 40, ey - 40), (ex - mid * 0.4, ey - 10), (ex - mid * 0.4, ey + 60), (ex - 40, ey + 60)], shade)),
                line([(ex - mid, ey + 24), (ex + mid, ey + 20)], dark(sleeve, 0.2), 2))
        return
    end = wy - (10 if glove else 4)
    fore = [(ex - mid, ey - 4), (ex - mid * 0.7, ey - mid * 0.72), (ex, ey - mid), (ex + mid * 0.7, ey - mid * 0.72), (ex + mid, ey - 2),
            (ex + mid * 0.94, ey + 44), (wx + c, end - 20), (wx + c, end, 1), (wx - c, end + 2, 1), (wx - c - 1, end - 20), (ex - mid * 0.98, ey + 40)]
    shirt = ""
    if cuff:
        shirt = poly([(wx - c + 2, end - 4), (wx + c - 2, end - 6), (wx + c - 3, end + 8), (wx - c + 3, end + 9)], cuff)
    d.group("forearm", shirt, fill(fore, sleeve),
            d.inside(fore, fill([(ex - 50, ey - 40), (ex - mid * 0.42, ey - 14), (ex - mid * 0.4, ey + 50), (wx - c * 0.36, end + 8), (wx - 50, end + 10)], shade),
                     poly([(wx - 40, end - 13), (wx + 40, end - 15), (wx + 40, end + 9), (wx - 40, end + 9)], band) if band else "",
                     line([(ex + mid * 0.4, ey), (wx + c * 0.3, end)], stripe, 5) if stripe else ""))


def trousers(d, b, cloth, shoe, sole="#3A3230", slim=1.0, sneaker=False):
    hx, hy = b["hip"]
    kx, ky = b["knee"]
    ax, ay = b["ankle"]
    t, c = b["thigh"] * slim, b["calf"] * slim
    shade = dark(cloth, 0.14)
    thigh = [(hx - t, hy - 6), (hx - t * 0.7, hy - 34), (hx + 2, hy - 44), (hx + t * 0.8, hy - 30), (hx + t, hy), (hx + t * 0.9, hy + 70),
             (kx + c + 1, ky - 10), (kx + c * 0.6, ky + c * 0.8), (kx, ky + c), (kx - c * 0.6, ky + c * 0.8), (kx - c - 1, ky - 8), (hx - t * 1.02, hy + 60)]
    d.group("thigh", fill(thigh, cloth),
            d.inside(thigh, fill([(hx - 70, hy - 50), (hx - t * 0.5, hy - 10), (hx - t * 0.44, hy + 80), (kx - c * 0.42, ky), (kx - c * 0.4, ky + 40), (kx - 70, ky + 40)], shade)))
    hem = ay + 16
    shin = [(kx - c - 1, ky - 4), (kx - c * 0.6, ky - c * 0.8), (kx, ky - c), (kx + c * 0.6, ky - c * 0.8), (kx + c + 1, ky - 4),
            (kx + c * 0.98, ky + 70), (ax + c * 0.92, hem - 6), (ax + c * 0.9, hem + 2, 1), (ax - c * 0.86, hem + 6, 1), (ax - c * 0.9, hem - 8), (kx - c * 1.02, ky + 60)]
    d.group("shin", fill(shin, cloth),
            d.inside(shin, fill([(kx - 60, ky - 40), (kx - c * 0.42, ky), (kx - c * 0.4, ky + 80), (ax - c * 0.35, hem + 10), (ax - 60, hem + 12)], shade)))
    ax0, f = ax, max(0.74, min(1.0, c / 29.0))
    before = len(d.groups)
    if sneaker:
        d.group("foot",
                fill([(ax - 27, ay + 8), (ax - 25, ay - 4), (ax + 18, ay - 4), (ax + 30, ay + 12), (ax + 56, ay + 20), (ax + 66, ay + 32), (ax + 64, ay + 40, 1), (ax - 28, ay + 40, 1)], shoe),
                fill([(ax - 29, ay + 34, 1), (ax + 66, ay + 33, 1), (ax + 66, ay + 42, 1), (ax - 29, ay + 42, 1)], sole),
                line([(ax + 22, ay + 10), (ax + 34, ay + 4)], sole, 3), line([(ax + 30, ay + 15), (ax + 42, ay + 9)], sole, 3))
    else:
        d.group("foot",
                fill([(ax - 26, ay + 10), (ax - 24, ay - 6), (ax + 20, ay - 6), (ax + 30, ay + 12), (ax + 58, ay + 22), (ax + 70, ay + 34), (ax + 66, ay + 40, 1), (ax - 26, ay + 40, 1)], shoe),
                fill([(ax - 26, ay + 35, 1), (ax + 70, ay + 35, 1), (ax + 66, ay + 42, 1), (ax + 2, ay + 42, 1), (ax, ay + 38, 1), (ax - 4, ay + 42, 1), (ax - 26, ay + 42, 1)], sole),
                fill([(ax + 34, ay + 18), (ax + 52, ay + 24), (ax + 60, ay + 31), (ax + 44, ay + 27)], light(shoe, 0.22), 0.7))
    if f < 1.0:
        squeeze = "translate(%s 0) scale(%s 1)" % (n(ax0 - ax0 * f), n3(f))
        d.groups[before] = d.groups[before].replace('<g id="foot">', '<g id="foot" transform="%s">' % squeeze)


def bare_legs(d, b, leg, shoe, heel=True, sole="#2E2624"):
    """Legs under a skirt, in tights, with court shoes."""
    hx, hy = b["hip"]
    kx, ky = b["knee"]
    ax, ay = b["ankle"]
    t, c = b["thigh"] * 0.84, b["calf"]
    shade = dark(leg, 0.16)
    thigh = [(hx - t, hy), (hx - t * 0.6, hy - 30), (hx + t * 0.6, hy - 30), (hx + t, hy), (kx + c, ky - 10), (kx, ky + c), (kx - c, ky - 10)]
    d.group("thigh", fill(thigh, leg))
    shin = [(kx - c, ky - 4), (kx, ky - c), (kx + c, ky - 4), (kx + c * 0.94, ky + 50), (ax + 15, ay - 40), (ax + 13, ay + 14), (ax - 13, ay + 14),
            (ax - 14, ay - 40), (kx - c * 1.2, ky + 62)]
    d.group("shin", fill(shin, leg),
            d.inside(shin, fill([(kx - 50, ky - 30), (kx - c * 0.5, ky), (kx - c * 0.5, ky + 70), (ax - 5, ay - 30), (ax - 4, ay + 20), (ax - 50, ay + 20)], shade)))
    lift = 14 if heel else 2
    parts = [fill([(ax - 14, ay - 8), (ax + 13, ay - 8), (ax + 26, ay + 14), (ax + 46, ay + 28), (ax + 20, ay + 36), (ax - 15, ay + 24)], leg),
             fill([(ax - 18, ay + 6), (ax - 6, ay + 18), (ax + 20, ay + 24), (ax + 36, ay + 22), (ax + 52, ay + 26), (ax + 62, ay + 36), (ax + 58, ay + 41, 1),
                   (ax + 26, ay + 41, 1), (ax, ay + 42 - lift), (ax - 20, ay + 40 - lift)], shoe)]
    if heel:
        parts.append(poly([(ax - 20, ay + 22), (ax - 6, ay + 26), (ax - 12, ay + 42), (ax - 17, ay + 42)], sole))
    d.group("foot", *parts)


def pelvis(d, b, cloth):
    """The seat of the trousers."""
    l, r = b["hem"]
    l, r = l + 5, r - 7
    shape = [(l + 16, 508), (l, 542), (l, 560), (l + 14, 590), (190, 606), (228, 606), (r - 8, 590), (r, 555), (r - 2, 542), (r - 16, 508)]
    d.group("pelvis", fill(shape, cloth), seat_shade(d, shape, l, cloth))


def seat_shade(d, shape, l, cloth):
    return d.inside(shape, fill([(l - 30, 460), (l + 22, 470), (l + 20, 560), (l + 40, 620), (l - 30, 620)], dark(cloth, 0.14)))


def waistband(d, b, cloth, belt, buckle="#D9B56A"):
    """Belt and top of the trousers, for who wears the shirt tucked in: part of
    the torso, so that no bow parts shirt and belt. Below the belt it is round
    about the torso's pivot, and lies on the pelvis in the same cloth."""
    l, r = b["hem"]
    l, r = l + 5, r - 7
    shape = [(l + 2, 482, 1), (l - 1, 506), (l, 536), (l + 8, 564), (l + 28, 586), (200, 593), (r - 26, 584), (r - 8, 562), (r, 536), (r, 506), (r + 1, 480, 1)]
    return (fill(shape, cloth) + seat_shade(d, shape, l, cloth)
            + line([(l + 1, 491), (205, 497), (r + 1, 489)], belt, 18, None, "butt")
            + line([(l + 1, 491), (l + 21, 492.5)], dark(belt, 0.3), 18, None, "butt")
            + '<rect x="224" y="485.5" width="22" height="19" rx="3" fill="none" stroke="%s" stroke-width="4"/>' % buckle)


def skirt(d, b, cloth, hem=742, flare=0, slit=False):
    # The cloth goes with each leg, so that no stride shows skin beside the skirt.
    hx, hy = b["hip"]
    kx, c, t = b["knee"][0], b["calf"], b["thigh"] * 0.84
    sleeve = fill([(hx - t - 2, hy), (hx - t * 0.6, hy - 31), (hx + t * 0.6, hy - 31), (hx + t + 2, hy), (kx + c + 4, hem - 14, 1), (kx - c - 4, hem - 10, 1)], cloth)
    d.groups = [g.replace("\n  </g>", "\n    %s\n  </g>" % sleeve) if g.startswith('<g id="thigh">') else g for g in d.groups]
    l, r = b["hem"]
    shape = [(l + 18, 508), (l + 3, 540), (l - 1, 580), (l + 6 - flare, hem - 60), (l + 10 - flare, hem, 1), (r - 8 + flare, hem - 6, 1),
             (r - 4 + flare, hem - 60), (r - 1, 580), (r - 5, 540), (r - 18, 508)]
    d.group("skirt", fill(shape, cloth),
            d.inside(shape, fill([(l - 40, 460), (l + 30, 470), (l + 26, 600), (l + 32, hem + 10), (l - 50, hem + 10)], dark(cloth, 0.14)),
                     line([(218, hem - 110), (222, hem + 4)], dark(cloth, 0.25), 3) if slit else ""))
