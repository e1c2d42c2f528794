#!/usr/bin/env python3
"""Draws the cast: composes bodies, clothes, heads and hair into assets/characters/ID/figure.svg.

Everybody looks to the right in three-quarter view and stands with arms
hanging, on a drawing of 400 x 1000 units (feet at 980). Each top-level group
is one part that the rig (assets/characters/rig.ron) hangs on a bone; arms and
legs are drawn once, at the near side. Run it after a change here:

    python3 scripts/draw_characters.py [ID ...]
"""

import sys
from pathlib import Path

OUT = Path(__file__).resolve().parent.parent / "assets" / "characters"


# ---- colours -----------------------------------------------------------------

def rgb(c):
    return tuple(int(c[i:i + 2], 16) for i in (1, 3, 5))


def mix(a, b, t):
    """The colour a part t of the way from a to b."""
    return "#%02X%02X%02X" % tuple(round(x + (y - x) * t) for x, y in zip(rgb(a), rgb(b)))


def dark(c, t=0.16):
    """In the house's soft shade, which is a warm violet brown and never black."""
    return mix(c, "#2A1B2E", t)


def light(c, t=0.16):
    return mix(c, "#FFF4E2", t)


# ---- paths -------------------------------------------------------------------

def n(v):
    s = "%.1f" % v
    return s[:-2] if s.endswith(".0") else s


def smooth(points, closed=True, tension=1.0):
    """A soft curve through points; a point with a third entry is a corner."""
    pts = [(p[0], p[1]) for p in points]
    corner = [len(p) > 2 for p in points]
    count = len(pts)
    d = "M%s %s" % (n(pts[0][0]), n(pts[0][1]))
    for i in range(count if closed else count - 1):
        j = (i + 1) % count
        a, b = pts[i], pts[j]
        before = pts[i - 1] if closed or i > 0 else a
        after = pts[(j + 1) % count] if closed or j + 1 < count else b
        k = tension / 6.0
        # Long neighbours must not throw a short segment into a loop.
        span = ((b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2) ** 0.5

        def handle(p, q, r, sign):
            vx, vy = (r[0] - p[0]) * k, (r[1] - p[1]) * k
            size = (vx * vx + vy * vy) ** 0.5
            most = span * 0.42
            if size > most > 0:
                vx, vy = vx * most / size, vy * most / size
            return q[0] + sign * vx, q[1] + sign * vy

        c1 = (a[0] + (b[0] - a[0]) / 3, a[1] + (b[1] - a[1]) / 3) if corner[i] else handle(before, a, b, 1)
        c2 = (b[0] - (b[0] - a[0]) / 3, b[1] - (b[1] - a[1]) / 3) if corner[j] else handle(a, b, after, -1)
        d += "C%s %s %s %s %s %s" % tuple(n(v) for v in (*c1, *c2, *b))
    return d + ("z" if closed else "")


def fill(points, colour, opacity=None, **more):
    """A filled soft shape. `points` may also be ready path data."""
    d = points if isinstance(points, str) else smooth(points, **more)
    o = "" if opacity is None else ' opacity="%s"' % opacity
    return '<path d="%s" fill="%s"%s/>' % (d, colour, o)


def poly(points, colour, opacity=None):
    d = "M" + "L".join("%s %s" % (n(x), n(y)) for x, y in points) + "z"
    return fill(d, colour, opacity)


def line(points, colour, width, opacity=None, cap="round"):
    d = points if isinstance(points, str) else smooth(points, closed=False)
    o = "" if opacity is None else ' opacity="%s"' % opacity
    return ('<path d="%s" fill="none" stroke="%s" stroke-width="%s" stroke-linecap="%s" '
            'stroke-linejoin="round"%s/>' % (d, colour, n(width), cap, o))


def oval(x, y, rx, ry, colour, opacity=None, turn=0):
    o = "" if opacity is None else ' opacity="%s"' % opacity
    t = "" if not turn else ' transform="rotate(%s %s %s)"' % (n(turn), n(x), n(y))
    return '<ellipse cx="%s" cy="%s" rx="%s" ry="%s" fill="%s"%s%s/>' % (n(x), n(y), n(rx), n(ry), colour, o, t)


def move(points, dx, dy):
    return [(p[0] + dx, p[1] + dy, *p[2:]) for p in points]


def n3(v):
    return ("%.3f" % v).rstrip("0").rstrip(".")


# Groups that belong to the head, by the first word of their name.
HEAD = ("head", "hair", "eyes", "brow", "mouth", "glasses", "blush", "sweat")


class Drawing:
    """One figure's groups, and the clips that keep shades inside shapes."""

    def __init__(self):
        self.groups = []
        self.clips = []
        self.set_head()

    def group(self, name, *parts):
        parts = [p for p in parts if p]
        if parts:
            place = ' transform="%s"' % self.head if name.split("-")[0] in HEAD else ""
            self.groups.append('<g id="%s"%s>\n    %s\n  </g>' % (name, place, "\n    ".join(parts)))

    def set_head(self, size=1.0, dx=0, dy=0):
        """Heads are drawn on one grid and set on the neck at this size."""
        k = 1.07 * size
        self.head = "translate(%s %s) scale(%s)" % (n(206 - 206 * k + dx), n(240 - 226 * k + dy), n3(k))

    def inside(self, shape, *parts):
        """Parts seen only where they lie within the shape."""
        d = shape if isinstance(shape, str) else smooth(shape)
        name = "clip-%d" % (len(self.clips) + 1)
        self.clips.append('<clipPath id="%s"><path d="%s"/></clipPath>' % (name, d))
        return '<g clip-path="url(#%s)">%s</g>' % (name, "".join(p for p in parts if p))

    def text(self):
        return ('<svg xmlns="http://www.w3.org/2000/svg" width="400" height="1000" viewBox="0 0 400 1000">\n'
                '  <defs>\n    %s\n  </defs>\n  %s\n</svg>\n'
                % ("\n    ".join(self.clips), "\n  ".join(self.groups)))


# ---- bodies ------------------------------------------------------------------

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


# ---- hands -------------------------------------------------------------------

def hands(d, b, skin, glove=None, slim=1.0, nails=None):
    """All hand shapes, hanging from the wrist, thumb to the front."""
    x, y = b["wrist"]
    colour = glove or skin
    shade = dark(colour, 0.2)

    def at(points):
        return [(x + p[0] * slim * 1.1, y + p[1] * 1.06, *p[2:]) for p in points]

    def lines(*ends):
        return "".join(line(at(e), shade, 2.2, 0.75) for e in ends)

    d.group("hand-rest",
            fill(at([(-13, -12), (-16, 10), (-18, 36), (-14, 60), (-6, 74), (4, 76), (11, 66), (13, 48), (16, 30), (13, -12)]), colour),
            lines([(-7, 70), (-9, 52)], [(2, 73), (1, 52)]),
            fill(at([(8, 4), (18, 20), (23, 38), (21, 52), (14, 52), (10, 40), (4, 26)]), colour),
            lines([(9, 34), (13, 48)]))
    d.group("hand-open",
            fill(at([(-13, -12), (-17, 12), (-18, 38), (-15, 66), (-9, 86), (0, 92), (8, 88), (12, 70), (15, 44), (13, -12)]), colour),
            lines([(-9, 80), (-9, 54)], [(0, 88), (0, 54)]),
            fill(at([(6, 2), (20, 14), (32, 28), (38, 42), (33, 49), (24, 43), (12, 34), (2, 24)]), colour),
            lines([(14, 36), (25, 44)]))
    d.group("hand-hold",
            fill(at([(-13, -12), (-18, 12), (-20, 36), (-15, 54), (-2, 62), (12, 58), (17, 42), (17, 22), (13, -12)]), colour),
            lines([(-18, 40), (-2, 42)], [(-15, 51), (1, 53)]),
            fill(at([(6, 4), (18, 16), (26, 34), (27, 54), (22, 62), (15, 56), (11, 42), (2, 28)]), colour),
            lines([(10, 36), (15, 54)]))
    d.group("hand-fist",
            fill(at([(-14, -12), (-20, 12), (-22, 34), (-15, 52), (2, 56), (17, 48), (20, 28), (13, -12)]), colour),
            lines([(-14, 50), (-12, 34)], [(-3, 54), (-2, 38)], [(8, 52), (8, 38)]),
            fill(at([(12, 8), (22, 22), (20, 36), (6, 42), (-2, 38), (2, 30), (10, 26)]), colour),
            lines([(1, 33), (11, 34), (18, 32)]))
    d.group("hand-palm",
            fill(at([(-12, -12), (-14, 12), (-15, 38), (-12, 66), (-6, 86), (2, 90), (8, 82), (11, 62), (13, 38), (13, -12)]), light(colour, 0.22)),
            lines([(-5, 82), (-4, 56)], [(3, 84), (4, 56)]),
            fill(at([(-8, 0), (-20, 14), (-30, 34), (-29, 46), (-21, 46), (-13, 36), (-4, 26)]), colour))


# ---- arms and legs -----------------------------------------------------------

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


def pelvis(d, b, cloth, belt=None, buckle="#D9B56A"):
    """The seat of the trousers; with a belt it reaches up to the waist."""
    l, r = b["hem"]
    l, r = l + 5, r - 7
    top = 478 if belt else 508
    inset = 5 if belt else 16
    shape = [(l + inset, top), (l, top + 34), (l, 560), (l + 14, 590), (190, 606), (228, 606), (r - 8, 590), (r, 555), (r - 2, top + 34), (r - inset, top)]
    parts = [fill(shape, cloth), d.inside(shape, fill([(l - 30, 460), (l + 22, 470), (l + 20, 560), (l + 40, 620), (l - 30, 620)], dark(cloth, 0.14)))]
    if belt:
        parts.append(d.inside(shape, poly([(l - 10, 482), (r + 10, 478), (r + 10, 500), (l - 10, 504)], belt),
                              poly([(222, 481), (244, 480), (244, 500), (222, 501)], buckle)))
    d.group("pelvis", *parts)


def skirt(d, b, cloth, hem=742, flare=0, slit=False):
    l, r = b["hem"]
    shape = [(l + 18, 508), (l + 3, 540), (l - 1, 580), (l + 6 - flare, hem - 60), (l + 10 - flare, hem, 1), (r - 8 + flare, hem - 6, 1),
             (r - 4 + flare, hem - 60), (r - 1, 580), (r - 5, 540), (r - 18, 508)]
    d.group("skirt", fill(shape, cloth),
            d.inside(shape, fill([(l - 40, 460), (l + 30, 470), (l + 26, 600), (l + 32, hem + 10), (l - 50, hem + 10)], dark(cloth, 0.14)),
                     line([(218, hem - 110), (222, hem + 4)], dark(cloth, 0.25), 3) if slit else ""))


# ---- what is worn above ------------------------------------------------------

def outline(b, bottom=548, collar=236, big=0):
    """The upper body's edge from the neck round."""
    l, r, ch = b["left"] - big, b["right"] + big, b["chest"]
    wl, wr = b["waist"]
    wl, wr = wl - big * 1.4, wr + big * 1.4
    hl, hr = b["hem"]
    hl, hr = hl - big, hr + big
    sx, sy = b["shoulder"]
    fx = sx + b["far"][0]
    belly = b.get("belly", 0)
    low = [(hl + 2, 514), (hl + 2, bottom, 1), (hr - 3 + belly * 0.4, bottom, 1), (hr - 1 + belly * 0.5, 512)]
    if bottom < 520:
        low = [((wl + hl) / 2, bottom, 1), ((wr + hr) / 2 + belly * 0.8, bottom - 4, 1)]
    return [(186, collar), (sx + 10, sy - 41), (l + 11, sy - 24), (l + 1, sy + 6), (l + 4, sy + 54), (wl - 3 + (wl - l) * -0.2, 390), (wl, 452), *low, (wr + belly, 458), (wr + 8 + belly * 0.8, 404), (r + ch, sy + 62), (r + ch * 0.4 - 2, sy + 20),
            (fx + 14, sy - 22), (fx - 8, sy - 40), (238, collar)]


def shaded(d, shape, cloth, b, big=0, depth=0.14):
    l = b["left"] - big
    return (fill(shape, cloth)
            + d.inside(shape, fill([(l - 40, 230), (l + 26, 262), (l + 34, 330), (l + 44, 400), (l + 42, 470), (l + 36, 640), (l - 40, 640)], dark(cloth, depth))))


def neck(skin, thick=0, age=0):
    parts = [fill([(181 - thick, 180), (181 - thick, 224), (184 - thick * 0.5, 246), (212, 276), (240, 246), (235 + thick * 0.6, 224), (235 + thick * 0.6, 180)], skin),
             fill([(181 - thick, 196), (200, 220), (235 + thick * 0.6, 214), (235 + thick * 0.6, 232), (214, 244), (190, 236), (181 - thick, 222)], dark(skin, 0.2))]
    if age:
        parts.append(line([(200, 236), (206, 252)], dark(skin, 0.22), 2.4))
        parts.append(line([(224, 236), (222, 252)], dark(skin, 0.22), 2.4))
    return "".join(parts)


def tail(d, b, cloth, hem=606, big=0, open_front=True, cut=8, inner=None, print_=None, rib=None, zip_=None, belt=None):
    """What hangs below the waist. `inner` shows between two open fronts."""
    hl, hr = b["hem"]
    hl, hr = hl - big, hr + big
    belly = b.get("belly", 0)
    shape = [(hl + 24, 494), (hl + 7, 506), (hl + 1, 540), (hl - 4, hem - 26), (hl - 4, hem + 2, 1), (216, hem + 8), (236, hem + 4), (hr - 2 + belly * 0.3, hem - 6, 1), (hr + 1 + belly * 0.3, hem - 34),
             (hr - 3 + belly * 0.4, 540), (hr - 10 + belly * 0.4, 506), (hr - 28, 494)]
    edge = dark(cloth, 0.26)
    parts = []
    if inner:
        under = min(hem - 4, 596)
        parts.append(fill([(206, 490, 1), (258, 490, 1), (258, under - 3), (232, under + 3), (206, under)], inner)
                     + fill([(206, 490, 1), (220, 490, 1), (220, under + 2, 1), (206, under, 1)], dark(inner, 0.14)))
        parts.append(d.inside("M0 480H%sL%s %sH0zM251 480H400V%sH%sz" % (n(214.5), n(212), n(hem + 20), n(hem + 20), n(252)), shaded(d, shape, cloth, b, big), *(print_ or [])))
        parts.append(line([(214, 520), (212, hem + 6)], edge, 3) + line([(251, 520), (252, hem + 1)], edge, 3))
    else:
        parts.append(shaded(d, shape, cloth, b, big))
        if print_:
            parts.append(d.inside(shape, *print_))
    if open_front:
        parts.append(d.inside(shape, line([(238, 440), (238, 540), (234, hem - 26), (228 - cut, hem + 14)], edge, 3)))
        parts.append(d.inside(shape, line([(258, hem - 84), (hr + 20, hem - 90)], dark(cloth, 0.22), 5, cap="butt"),
                              line([(164, hem - 82), (200, hem - 84)], dark(cloth, 0.22), 5, cap="butt")))
    if rib:
        parts.append(d.inside(shape, line([(hl - 6, hem - 5), (212, hem + 2), (hr + belly * 0.3 + 6, hem - 12)], rib, 17, None, "butt")))
    if zip_:
        parts.append(line([(240, 500), (240, hem + 2)], zip_, 3.4))
    if belt:
        parts.append(d.inside(shape, line([(hl - 4, 512), (212, 524), (hr + belly + 4, 508)], belt, 18, None, "butt")))
    d.group("tail", *parts)


def suit(d, b, skin, cloth, shirt="#F6F1E7", tie=None, big=0, button="#2A2422", lapel=None, pocket=None, badge=None, open_collar=False, thick=0, age=0, hem=606, pattern=None, vest=None):
    """A man's jacket with shirt and tie."""
    lap = lapel or light(cloth, 0.07)
    shape = outline(b, big=big)
    v = [(186, 230, 1), (240, 230, 1), (256, 282), (252, 330), (240, 424, 1), (218, 372), (202, 310), (190, 262)]
    parts = [shaded(d, shape, cloth, b, big), neck(skin, thick, age), fill(v, shirt)]
    parts.append(d.inside(v, fill([(180, 226), (196, 228), (208, 300), (224, 380), (240, 430), (200, 430), (176, 300)], dark(shirt, 0.12))))
    if vest:
        parts.append(d.inside(v, fill([(190, 330), (214, 316), (234, 372), (256, 310), (270, 330), (250, 440), (220, 440)], vest)))
    if open_collar:
        parts.append(fill([(196, 228, 1), (236, 228, 1), (224, 284, 1)], skin))
        parts.append(fill([(200, 228), (234, 228), (228, 250), (214, 246)], dark(skin, 0.2)))
        parts.append(fill([(184, 224, 1), (192, 220), (216, 262), (222, 290, 1), (198, 276), (186, 246)], shirt))
        parts.append(fill([(240, 222, 1), (246, 238), (240, 274), (224, 290, 1), (230, 254)], shirt))
        parts.append(line([(224, 290), (234, 420)], dark(shirt, 0.2), 2))
    elif tie:
        parts.append(fill([(219, 262, 1), (233, 262, 1), (245, 392), (240, 424, 1), (230, 400), (222, 340)], tie))
        parts.append(d.inside([(219, 262, 1), (233, 262, 1), (245, 392), (240, 424, 1), (230, 400), (222, 340)],
                              fill([(214, 258), (224, 262), (230, 350), (238, 426), (216, 426)], dark(tie, 0.2)),
                              *(pattern or [])))
        parts.append(fill([(213, 240, 1), (235, 239, 1), (234, 258), (230, 264, 1), (220, 264, 1), (216, 258)], dark(tie, 0.1)))
        parts.append(fill([(184, 224, 1), (190, 219), (210, 236), (218, 242, 1), (206, 268, 1), (190, 248)], shirt))
        parts.append(fill([(238, 222, 1), (244, 226), (246, 244), (240, 266, 1), (230, 242, 1)], shirt))
        parts.append(line([(190, 249), (206, 269), (217, 244)], dark(shirt, 0.2), 1.8))
    else:
        parts.append(fill([(184, 224, 1), (192, 219), (212, 240), (222, 252, 1), (208, 272, 1), (190, 250)], shirt))
        parts.append(fill([(238, 222, 1), (245, 228), (246, 246), (240, 268, 1), (224, 250, 1)], shirt))
        parts.append(line([(226, 256), (238, 420)], dark(shirt, 0.2), 2))
    # Lapels with their notch.
    left = [(184, 228, 1), (172, 244), (163, 300, 1), (174, 306, 1), (168, 322, 1), (196, 376), (238, 442, 1), (218, 380), (202, 312), (190, 256)]
    right = [(242, 226, 1), (252, 242), (266, 292, 1), (259, 300, 1), (267, 312, 1), (260, 360), (240, 442, 1), (246, 380), (254, 318), (250, 270)]
    edge = dark(cloth, 0.24)
    for lapel_ in (left, right):
        parts.append(fill(lapel_, lap))
    parts.append(line([(163, 300), (174, 306), (168, 322), (196, 376), (238, 442)], edge, 2.2))
    parts.append(line([(266, 292), (259, 300), (267, 312), (260, 360), (240, 442)], edge, 2.2))
    parts.append(line([(239, 442), (239, 550)], edge, 2.6))
    parts.append(oval(233, 456, 4.6, 4.6, button))
    parts.append(oval(233, 500, 4.6, 4.6, button))
    if pocket:
        parts.append(fill([(258, 342, 1), (266, 330), (276, 334), (284, 330), (284, 346, 1)], pocket))
    if badge:
        parts.append(name_badge(184, 352, badge))
    d.group("torso", "".join(parts))
    tail(d, b, cloth, big=big, hem=hem)


def name_badge(x, y, colour):
    return ('<rect x="%s" y="%s" width="42" height="17" rx="3" fill="%s"/>' % (n(x - 20), n(y), colour)
            + '<rect x="%s" y="%s" width="26" height="4" rx="2" fill="%s"/>' % (n(x - 12), n(y + 6.5), dark(colour, 0.5)))


def lanyard(colour, card="#F8F4EA"):
    return (line([(190, 244), (206, 330), (222, 398)], colour, 5) + line([(240, 244), (240, 330), (226, 398)], colour, 5)
            + '<rect x="203" y="396" width="44" height="58" rx="5" fill="%s"/>' % card
            + '<rect x="203" y="396" width="44" height="13" rx="5" fill="%s"/>' % colour
            + '<circle cx="225" cy="424" r="8" fill="#D8B79A"/><rect x="211" y="437" width="28" height="5" rx="2.500" fill="#8D877C"/>'.replace("2.500", "2.5"))


def blazer(d, b, skin, cloth, top="#F6F1E7", neckline="v", scarf=None, big=0, lapel=None, badge=None, brooch=None, age=0, hem=592, buttons=1, button="#D9B56A", peak=False, beads=None, thick=-3):
    """A woman's jacket: shell, blouse or bow beneath."""
    lap = lapel or light(cloth, 0.08)
    shape = outline(b, big=big)
    parts = [shaded(d, shape, cloth, b, big), neck(skin, thick, age)]
    low = 430
    v = [(188, 234, 1), (238, 234, 1), (252, 288), (250, 340), (238, low, 1), (218, 376), (204, 310), (193, 264)]
    if neckline == "v":
        parts.append(fill(v, top))
        parts.append(d.inside(v, fill([(196, 226, 1), (236, 226, 1), (240, 262), (227, 306, 1), (204, 268)], skin),
                              fill([(190, 226), (238, 226), (232, 246), (206, 244)], dark(skin, 0.16)),
                              fill([(188, 250), (206, 320), (236, 430), (196, 400)], dark(top, 0.12))))
    elif neckline == "round":
        parts.append(fill(v, top))
        parts.append(d.inside(v, fill([(186, 226), (240, 226), (244, 258), (226, 276), (202, 266)], skin),
                              fill([(190, 226), (238, 226), (234, 246), (206, 244)], dark(skin, 0.16)),
                              fill([(188, 262), (206, 320), (236, 430), (196, 400)], dark(top, 0.12))))
    elif neckline == "shirt":
        parts.append(fill(v, top))
        parts.append(d.inside(v, fill([(198, 226, 1), (236, 226, 1), (225, 278, 1)], skin), fill([(198, 226), (236, 226), (230, 244), (212, 242)], dark(skin, 0.16)),
                              fill([(188, 262), (206, 320), (236, 430), (196, 400)], dark(top, 0.12))))
        parts.append(fill([(186, 226, 1), (194, 222), (216, 258), (222, 284, 1), (200, 274), (188, 248)], light(top, 0.3)))
        parts.append(fill([(238, 224, 1), (246, 240), (242, 268), (226, 284, 1), (230, 254)], light(top, 0.3)))
        parts.append(line([(224, 286), (236, 424)], dark(top, 0.2), 2))
    elif neckline == "high":
        parts.append(fill(v, top))
        parts.append(fill([(184, 214, 1), (206, 226), (240, 214, 1), (243, 246), (224, 258), (190, 248)], light(top, 0.12)))
        parts.append(d.inside(v, fill([(188, 250), (206, 320), (236, 430), (196, 400)], dark(top, 0.12))))
    edge = dark(cloth, 0.24)
    left = [(186, 232, 1), (176, 248), (166, 302, 1), (180, 306, 1), (176, 320, 1), (200, 384), (236, low + 12, 1), (216, 380), (203, 312), (193, 258)]
    right = [(240, 230, 1), (250, 248), (262, 294, 1), (256, 302, 1), (263, 312, 1), (258, 366), (238, low + 12, 1), (247, 376), (252, 318), (248, 272)]
    if peak == "shawl":
        left = [(186, 232, 1), (172, 262), (172, 320), (200, 390), (236, low + 12, 1), (216, 380), (203, 312), (193, 258)]
        right = [(240, 230, 1), (254, 258), (264, 318), (258, 372), (238, low + 12, 1), (247, 376), (252, 318), (248, 272)]
    for lapel_ in (left, right):
        parts.append(fill(lapel_, lap))
    if peak == "shawl":
        parts.append(line([(172, 262), (172, 320), (200, 390), (236, low + 12)], edge, 2))
        parts.append(line([(254, 258), (264, 318), (258, 372), (238, low + 12)], edge, 2))
    else:
        parts.append(line([(166, 302), (180, 306), (176, 320), (200, 384), (236, low + 12)], edge, 2))
        parts.append(line([(262, 294), (256, 302), (263, 312), (258, 366), (238, low + 12)], edge, 2))
    parts.append(line([(237, low + 12), (237, 550)], edge, 2.4))
    for i in range(buttons):
        parts.append(oval(231, low + 22 + 38 * i, 5, 5, button))
    if scarf:
        parts.append(fill([(184, 226), (212, 246), (242, 226), (248, 246), (226, 268), (190, 254)], scarf))
        parts.append(fill([(222, 258, 1), (202, 272), (196, 318), (212, 312, 1), (228, 268)], dark(scarf, 0.14)))
        parts.append(fill([(224, 258, 1), (240, 276), (250, 322), (234, 316, 1), (224, 272)], scarf))
        parts.append(fill([(214, 252), (232, 250), (235, 266), (216, 268)], light(scarf, 0.18)))
    if beads:
        for i in range(9):
            t = i / 8.0
            parts.append(oval(196 + 46 * t, 246 + 26 * (1 - (2 * t - 1) ** 2), 4.6, 4.6, beads))
    if brooch:
        parts.append(oval(182, 336, 8, 8, brooch) + oval(182, 336, 4, 4, light(brooch, 0.5)))
    if badge:
        parts.append(name_badge(190, 352, badge))
    d.group("torso", "".join(parts))
    tail(d, b, cloth, big=big, hem=hem, cut=4)


def collar_flaps(cloth, low=276, wide=0):
    """A soft turned-down collar."""
    return (fill([(182, 228, 1), (192, 222), (214, 252), (222, low, 1), (198 - wide, low - 6), (184 - wide, 250)], cloth)
            + fill([(240, 226, 1), (248 + wide, 242), (244 + wide, low - 12), (226, low, 1), (232, 252)], cloth))


def shirt(d, b, skin, cloth, collar="shirt", tie=None, loose=False, hem=None, big=0, thick=0, age=0, print_=None, buttons=None, lanyard_=None, badge=None, vest=None, pocket=False, stripes=None):
    """A shirt, polo, tee or blouse without a jacket; tucked in unless it has a hem."""
    shape = outline(b, bottom=548 if hem else 500, big=big)
    parts = [shaded(d, shape, vest or cloth, b, big, 0.14 if vest else 0.11)]
    shown = shape
    if vest:
        shown = [(182, 234, 1), (194, 330), (204, 420), (207, 560, 1), (250, 560, 1), (252, 420), (254, 330), (250, 234, 1)]
        parts.append(d.inside(shape, fill(shown, cloth), d.inside(shown, fill([(176, 230), (190, 240), (204, 330), (214, 430), (217, 570), (190, 570)], dark(cloth, 0.13)))))
    if stripes:
        parts.append(d.inside(shown, *[line([(100, y), (200, y + 8), (310, y - 2)], stripes, 9, 0.85, "butt") for y in range(286, 600, 34)]))
    if print_:
        parts.append(d.inside(shape, d.inside(shown, *print_)) if vest else d.inside(shown, *print_))
    parts.append(neck(skin, thick, age))
    edge = dark(cloth, 0.24)
    if vest:
        seam = dark(vest, 0.28)
        parts.append(d.inside(shape, line([(184, 246), (194, 330), (204, 420), (207, 562)], seam, 3), line([(251, 246), (254, 330), (252, 420), (250, 562)], seam, 3),
                              line([(164, 470), (194, 474)], seam, 4, 0.8, "butt"), line([(262, 470), (330, 462)], seam, 4, 0.8, "butt")))
    if collar == "crew":
        parts.append(fill([(186, 232), (238, 232), (240, 252), (224, 270), (200, 264)], skin) + fill([(188, 230), (236, 230), (230, 246), (208, 244)], dark(skin, 0.2)))
        parts.append(line([(184, 240), (198, 266), (224, 273), (242, 248)], light(cloth, 0.22), 7))
    elif collar == "round":
        parts.append(fill([(182, 230), (240, 230), (246, 262), (226, 290), (196, 276)], skin) + fill([(186, 230), (238, 230), (232, 248), (208, 246)], dark(skin, 0.2)))
        parts.append(line([(180, 242), (194, 276), (226, 291), (246, 258)], edge, 2.4))
    elif collar == "polo":
        parts.append(fill([(196, 232, 1), (236, 232, 1), (225, 300, 1)], skin) + fill([(198, 230), (236, 230), (230, 248), (212, 246)], dark(skin, 0.2)))
        parts.append(fill([(216, 284, 1), (226, 300, 1), (234, 284, 1), (238, 346, 1), (222, 348, 1)], dark(cloth, 0.1)))
        parts.append(collar_flaps(light(cloth, 0.14), 292, 2))
        parts.append(oval(229, 318, 3.2, 3.2, "#F6F1E7") + oval(230, 336, 3.2, 3.2, "#F6F1E7"))
    else:
        if tie:
            top = 296 if loose else 262
            blade = [(218, top, 1), (233, top, 1), (247, 440), (240, 474, 1), (229, 446), (221, 360)]
            if loose:
                parts.append(fill([(198, 232, 1), (236, 232, 1), (225, 296, 1)], skin) + fill([(198, 230), (236, 230), (230, 248), (212, 246)], dark(skin, 0.2)))
            parts.append(line([(226, top), (240, 496)], dark(cloth, 0.16), 2))
            parts.append(fill(blade, tie) + d.inside(blade, fill([(212, 258), (224, 270), (232, 380), (240, 480), (214, 470)], dark(tie, 0.18))))
            parts.append(fill([(213, top - 20, 1), (236, top - 21, 1), (234, top), (230, top + 4, 1), (220, top + 4, 1), (216, top)], dark(tie, 0.1)))
        else:
            parts.append(fill([(198, 232, 1), (236, 232, 1), (225, 286, 1)], skin) + fill([(198, 230), (236, 230), (230, 248), (212, 246)], dark(skin, 0.2)))
            parts.append(line([(226, 284), (236, 380), (240, 548)], dark(cloth, 0.2), 2))
            for y in (320, 366, 412, 458):
                parts.append(oval(227 + (y - 320) * 0.06 + 3, y, 3, 3, buttons or dark(cloth, 0.3)))
        parts.append(collar_flaps(light(cloth, 0.3), 288 if not tie or loose else 270))
        parts.append(line([(184, 250), (198, 282 if not tie or loose else 264), (222, 288 if not tie or loose else 270)], edge, 1.8))
    if pocket:
        parts.append(fill([(250, 330, 1), (274, 326, 1), (275, 356, 1), (262, 364), (251, 360, 1)], dark(cloth, 0.08)))
    if lanyard_:
        parts.append(lanyard(lanyard_))
    if badge:
        parts.append(name_badge(190, 352, badge))
    d.group("torso", "".join(parts))
    if hem:
        tail(d, b, vest or cloth, big=big, hem=hem, open_front=False, inner=cloth if vest else None, print_=None if vest else print_)


def jacket(d, b, skin, cloth, inner="#F3EBDD", collar="stand", closed=True, zip_="#D9CFC0", yoke=None, hem=598, rib=None, big=0, thick=0, age=0, emblem=None, inner_collar=None, lapels=None, lanyard_=None, belt=None, reflect=None, print_=None, badge=None, brooch=None):
    """A zipped jacket, coat or cardigan."""
    shape = outline(b, big=big)
    edge = dark(cloth, 0.25)
    parts = [shaded(d, shape, cloth, b, big)]
    if yoke:
        parts.append(d.inside(shape, fill([(90, 200, 1), (320, 200, 1), (320, 322, 1), (240, 334), (160, 330), (90, 316, 1)], yoke),
                              fill([(90, 200), (150, 250), (158, 330), (90, 330)], dark(yoke, 0.14)), line([(90, 317), (160, 330), (240, 334), (320, 322)], dark(cloth, 0.2), 3)))
    if print_:
        parts.append(d.inside(shape, *print_))
    if reflect:
        parts.append(d.inside(shape, line([(90, 402), (200, 414), (320, 396)], reflect, 16, None, "butt"), line([(90, 402), (200, 414), (320, 396)], "#FFFFFF", 4, 0.5, "butt")))
    if collar == "hood":
        parts.append(fill([(150, 262), (152, 238), (176, 220), (206, 232), (240, 220), (262, 240), (262, 262), (226, 286), (190, 284)], light(cloth, 0.08))
                     + fill([(160, 258), (166, 240), (184, 230), (206, 240), (206, 274), (178, 274)], dark(cloth, 0.12)))
    parts.append(neck(skin, thick, age))
    if not closed:
        front = [(190, 236, 1), (238, 236, 1), (250, 300), (254, 420), (250, 560, 1), (214, 560, 1), (208, 420), (196, 300)]
        parts.append(d.inside(shape, fill(front, inner), d.inside(front, fill([(184, 230), (202, 250), (214, 420), (222, 570), (190, 570)], dark(inner, 0.12)))))
        if inner_collar == "shirt":
            parts.append(fill([(198, 232, 1), (236, 232, 1), (225, 282, 1)], skin) + fill([(198, 230), (236, 230), (230, 248), (212, 246)], dark(skin, 0.2)) + collar_flaps(light(inner, 0.3), 284))
            parts.append(line([(225, 284), (236, 420), (236, 548)], dark(inner, 0.2), 2))
        elif inner_collar == "high":
            parts.append(fill([(184, 214, 1), (206, 228), (240, 214, 1), (243, 248), (224, 262), (189, 252)], light(inner, 0.1)) + line([(188, 234), (212, 246), (241, 230)], dark(inner, 0.14), 2))
        else:
            parts.append(fill([(188, 232), (238, 232), (240, 256), (224, 276), (202, 268)], skin) + fill([(190, 230), (236, 230), (230, 247), (208, 245)], dark(skin, 0.2)) + line([(187, 244), (202, 269), (224, 277), (241, 252)], dark(inner, 0.18), 2.6))
        parts.append(d.inside(shape, line([(188, 248), (196, 300), (208, 420), (214, 562)], edge, 3), line([(240, 246), (250, 300), (254, 420), (250, 562)], edge, 3)))
        if lapels:
            parts.append(fill([(184, 226, 1), (170, 250), (160, 306, 1), (180, 316, 1), (200, 372), (206, 330), (196, 276)], lapels) + fill([(242, 224, 1), (256, 246), (268, 300, 1), (254, 312, 1), (252, 362), (250, 300), (244, 262)], lapels))
            parts.append(line([(170, 250), (160, 306), (180, 316), (200, 372)], edge, 2) + line([(256, 246), (268, 300), (254, 312), (252, 362)], edge, 2))
    else:
        if collar == "mandarin":
            parts.append(fill([(183, 216, 1), (206, 232), (241, 216, 1), (244, 246), (222, 262), (188, 250)], light(cloth, 0.1)) + line([(188, 249), (222, 262), (244, 245)], zip_, 3.4) + line([(183, 217), (206, 233), (241, 217)], zip_, 3))
            parts.append(line([(221, 262), (232, 284), (258, 300), (274, 322)], zip_, 3.4))
            for x, y in ((222, 264), (236, 289), (262, 304)):
                parts.append(line([(x - 9, y + 3), (x + 9, y - 3)], zip_, 5.4) + oval(x + 1, y, 4.4, 4.4, light(zip_, 0.3)))
        else:
            parts.append(line([(228, 268), (238, 380), (240, 550)], zip_, 3.6))
            if inner:
                parts.append(fill([(196, 228), (236, 228), (226, 268, 1)], inner))
            if collar == "stand":
                parts.append(fill([(181, 216, 1), (198, 232), (222, 258), (226, 282, 1), (202, 280), (184, 256)], light(cloth, 0.1)) + fill([(241, 214, 1), (250, 238), (246, 270), (228, 282, 1), (230, 256), (238, 234)], light(cloth, 0.06)))
                parts.append(line([(184, 256), (202, 281), (226, 283)], edge, 2))
            elif collar == "hood":
                parts.append(line([(206, 278), (208, 330)], light(zip_, 0.2), 3.4) + line([(238, 276), (246, 322)], light(zip_, 0.2), 3.4))
            else:
                parts.append(collar_flaps(light(cloth, 0.1), 288, 4))
    if emblem:
        parts.append(oval(262, 348, 11, 11, emblem) + oval(262, 348, 5, 5, light(emblem, 0.5)))
    if brooch:
        parts.append(oval(176, 340, 8, 8, brooch) + oval(176, 340, 3.6, 3.6, light(brooch, 0.5)))
    if badge:
        parts.append(name_badge(184, 352, badge))
    if lanyard_:
        parts.append(lanyard(lanyard_))
    d.group("torso", "".join(parts))
    tail(d, b, cloth, big=big, hem=hem, open_front=False, inner=None if closed else inner, print_=print_, rib=rib,
         zip_=zip_ if closed and collar != "mandarin" else None, belt=belt)


def cap(c, peak, badge=None, hair="#2B2427"):
    """A peaked cap over short hair."""
    front = fill([(158, 146, 1), (150, 128), (150, 106), (172, 100), (180, 110), (176, 130), (170, 144, 1)], hair)
    front += fill([(148, 112), (146, 86), (164, 60), (204, 48), (244, 56), (264, 80), (270, 108, 1), (240, 100), (200, 102), (170, 110), (150, 118, 1)], c)
    front += fill([(148, 112), (146, 86), (164, 60), (176, 56), (168, 84), (170, 110), (150, 118, 1)], dark(c, 0.16))
    front += fill([(216, 101, 1), (250, 92), (286, 100), (304, 116), (300, 122, 1), (270, 116), (238, 114)], peak)
    if badge:
        front += oval(246, 80, 10, 9, badge)
    return front, ""


# ---- heads -------------------------------------------------------------------

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
    d.group("eyes-wide", marks, both(up=1.32, down=1.14, look=(2.2, -0.3)))
    d.group("eyes-half", marks, both(up=0.92, down=0.86, cover=0.26))
    d.group("eyes-aside", marks, both(up=0.84, down=1.0, cover=0.18, look=(-4.0, 3.2)))
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


def mouths(d, lip="#B4584A", woman=False, skin="#F2CBA8", y=184, wide=1.0, teeth="#FFFDF8"):
    """Every mouth. `lip` is the line's colour; women's lips are filled."""
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
        rest = full([(x(-15), y - 1.5, 1), (x(-5), y - 4.5), (x(1), y - 3), (x(5), y - 4.5), (x(12.5), y - 2, 1)], [(x(5), y + 6), (x(-5), y + 6)])
        rest += line([(x(-15), y - 1.5), (x(-4), y + 0.8), (x(4), y + 0.8), (x(12.5), y - 2)], deep, 2)
        smile = full([(x(-19), y - 4, 1), (x(-6), y - 2.5), (x(1), y - 1.5), (x(7), y - 2.5), (x(16), y - 5, 1)], [(x(8), y + 6.5), (x(-5), y + 7.5)])
        smile += line([(x(-19), y - 4), (x(-7), y + 2), (x(6), y + 2), (x(16), y - 5)], deep, 2.4)
    else:
        rest = line([(x(-14), y - 1), (x(-3), y + 1), (x(5), y + 1), (x(12), y - 1.5)], deep, stroke)
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
    awkward = [(x(-16), y - 3, 1), (x(0), y - 1), (x(13), y - 5, 1), (x(9), y + 4.5), (x(-10), y + 6)]
    d.group("mouth-awkward", opened(awkward, fill([(x(-20), y - 8), (x(18), y - 10), (x(14), y + 5.5), (x(-14), y + 7)], teeth)),
            line([(x(-16), y - 3), (x(0), y - 1), (x(13), y - 5)], deep, 2.4), line([(x(-12), y + 5), (x(0), y + 6.5), (x(9), y + 4)], deep, 2.4))
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


# ---- hair --------------------------------------------------------------------

def strand(colour, *lines_, width=2.6, opacity=0.8):
    return "".join(line(l, light(colour, 0.2), width, opacity) for l in lines_)


# Each returns (front parts, back parts).

def hair_side(c, temple=None, volume=0):
    """A man's short cut, parted, swept to the front."""
    v = volume
    front = fill([(158, 142, 1), (151, 126), (148, 104), (152, 80 - v), (170, 60 - v), (200, 51 - v), (232, 54 - v), (258, 70 - v * 0.6), (270, 94), (266, 112, 1),
                  (258, 98), (240, 92), (222, 94), (204, 98), (186, 96), (178, 108), (174, 126), (170, 140, 1)], c)
    front += strand(c, [(186, 96), (190, 78), (206, 64 - v)], [(206, 96), (214, 76), (236, 66)])
    if temple:
        front += fill([(158, 142, 1), (152, 128), (151, 112), (160, 106), (174, 112), (173, 128), (170, 140, 1)], temple)
    return front, ""


def hair_slick(c, temple=None):
    """Combed back from a high forehead."""
    front = fill([(158, 144, 1), (150, 124), (149, 98), (160, 72), (184, 56), (212, 52), (240, 58), (258, 74), (262, 92, 1), (250, 84), (232, 80), (210, 80), (192, 86), (182, 100), (176, 124), (170, 142, 1)], c)
    front += strand(c, [(252, 78), (222, 66), (186, 72)], [(236, 80), (206, 72), (174, 90)])
    if temple:
        front += fill([(158, 144, 1), (150, 126), (150, 106), (160, 96), (172, 96), (182, 102), (176, 124), (170, 142, 1)], temple)
        front += strand(temple, [(156, 118), (166, 106), (178, 102)])
    return front, ""


def hair_crew(c):
    front = fill([(158, 140, 1), (151, 122), (150, 98), (160, 74), (182, 60), (210, 55), (240, 60), (260, 76), (267, 100), (264, 108, 1), (254, 92), (234, 84), (208, 84), (186, 90), (177, 106), (172, 126), (168, 138, 1)], c)
    return front, ""


def hair_mop(c):
    """Young, loose, with a fringe."""
    front = fill([(158, 150, 1), (148, 132), (143, 104), (150, 74), (172, 52), (204, 44), (238, 48), (262, 66), (274, 94), (270, 124, 1), (262, 106), (256, 118, 1), (246, 98), (236, 116, 1), (226, 98), (212, 114, 1),
                  (204, 98), (190, 110), (180, 122), (176, 136), (170, 148, 1)], c)
    front += strand(c, [(180, 108), (186, 78), (208, 60)], [(214, 104), (220, 76), (240, 64)])
    return front, ""


def hair_spiky(c):
    front = fill([(158, 146, 1), (149, 126), (146, 104), (140, 92, 1), (154, 82), (152, 64, 1), (172, 64), (178, 46, 1), (196, 56), (210, 40, 1), (222, 54), (244, 46, 1), (248, 62), (266, 64, 1), (264, 80), (276, 94, 1),
                  (268, 112, 1), (256, 98), (244, 104, 1), (230, 92), (214, 102, 1), (200, 92), (186, 104), (178, 120), (172, 142, 1)], c)
    return front, ""


def hair_quiff(c):
    """Short at the sides, high and swept up in front."""
    front = fill([(160, 140, 1), (153, 122), (152, 104), (162, 96), (176, 104), (175, 124), (170, 138, 1)], mix(c, "#8A7468", 0.3))
    front += fill([(156, 110), (150, 88), (160, 64), (186, 46), (222, 36), (256, 42), (276, 60), (272, 80), (264, 100, 1), (256, 88), (238, 84), (214, 90), (192, 94), (176, 104)], c)
    front += strand(c, [(190, 92), (206, 66), (246, 50)], [(214, 88), (234, 66), (266, 60)], [(172, 100), (178, 74), (204, 52)])
    return front, ""


def hair_receding(c):
    front = fill([(160, 150, 1), (150, 132), (147, 108), (154, 86), (170, 70), (190, 64), (196, 74), (186, 88), (180, 104), (177, 126), (171, 146, 1)], c)
    front += fill([(188, 66), (210, 58), (236, 62), (252, 74), (238, 72), (214, 70), (198, 76)], c, 0.9)
    return front, ""


def hair_bald(c):
    """A ring of hair about the ears."""
    front = fill([(162, 160, 1), (150, 146), (144, 124), (148, 104), (158, 98), (168, 108), (174, 124), (175, 136), (170, 142), (166, 150, 1)], c)
    front += strand(c, [(152, 136), (156, 116), (164, 108)])
    return front, ""


def hair_curly(c):
    front = ""
    for x, y, r in ((158, 118, 17), (154, 98, 18), (164, 78, 20), (184, 64, 21), (208, 58, 22), (232, 62, 20), (252, 76, 18), (262, 94, 13), (200, 80, 20), (226, 82, 18), (180, 92, 18), (246, 90, 14), (166, 134, 11)):
        front += oval(x, y, r, r, c)
    front += strand(c, [(168, 84), (180, 74), (190, 80)], [(206, 68), (220, 62), (230, 70)], [(186, 100), (198, 92), (206, 98)])
    return front, ""


def hair_bob(c, fringe=True, length=196):
    front = fill([(170, length, 1), (150, length - 8), (142, 160), (140, 118), (148, 80), (170, 57), (204, 47), (240, 52), (264, 72), (274, 104), (275, 140), (272, 160, 1), (266, 132), (262, 112), (250, 104), (232, 106), (210, 112), (192, 118),
                  (184, 136), (184, 164), (186, 188)], c)
    back = fill([(144, 120), (140, 170), (146, length + 4), (176, length + 12), (226, length + 6), (264, length - 12), (275, 160), (270, 100), (200, 60)], dark(c, 0.25))
    front += strand(c, [(164, 176), (158, 130), (172, 84)], [(200, 106), (214, 82), (240, 72)])
    if not fringe:
        front = fill([(172, length, 1), (150, length - 8), (142, 160), (140, 118), (148, 80), (170, 57), (204, 47), (240, 52), (264, 72), (273, 104), (274, 146, 1), (266, 122), (258, 98), (242, 84), (226, 78), (208, 92), (192, 112),
                      (186, 136), (186, 164), (186, 186)], c)
        front += strand(c, [(166, 176), (158, 130), (176, 86)], [(224, 78), (200, 92), (184, 124)])
    return front, back


def hair_bun(c, low=True, fringe=False, grey=None):
    front = fill([(164, 152, 1), (152, 138), (146, 112), (152, 80), (174, 59), (206, 51), (238, 55), (262, 74), (270, 102), (266, 120, 1), (256, 98), (238, 84), (222, 80), (204, 92), (186, 110), (178, 130), (173, 148, 1)], c)
    front += strand(c, [(222, 80), (190, 84), (162, 116)], [(214, 84), (184, 98), (166, 136)])
    if fringe:
        front += fill([(220, 76), (244, 84), (262, 100), (268, 126, 1), (256, 112), (238, 104), (214, 106), (194, 118), (200, 96)], c)
    if grey:
        front += fill([(224, 78), (198, 84), (176, 104), (166, 136), (174, 140), (182, 118), (200, 96)], grey)
    y = 176 if low else 66
    x = 146 if low else 156
    back = oval(x, y, 27, 25, dark(c, 0.12)) + line([(x - 16, y - 6), (x - 2, y - 14), (x + 14, y - 4)], light(c, 0.15), 2.6, 0.7) + line([(x - 18, y + 6), (x - 2, y + 2), (x + 14, y + 8)], light(c, 0.15), 2.6, 0.5)
    back += fill([(150, 110), (146, 150), (156, 190), (184, 196), (200, 150), (180, 80)], dark(c, 0.2))
    return front, back


def hair_pony(c, high=True):
    front, _ = hair_bun(c)
    front += fill([(220, 76), (246, 84), (266, 104), (270, 128, 1), (256, 110), (236, 100), (212, 98)], c)
    top = 92 if high else 130
    back = fill([(160, top - 18), (132, top - 20), (112, top + 10), (106, top + 70), (114, top + 130), (130, top + 168, 1), (140, top + 120), (148, top + 70), (156, top + 34)], dark(c, 0.1))
    back += strand(c, [(138, top - 4), (122, top + 40), (124, top + 120)])
    back += fill([(150, 110), (146, 150), (156, 188), (184, 192), (200, 150), (180, 80)], dark(c, 0.2))
    return front, back


def hair_long(c, end=330, fringe=False, wave=0):
    front = fill([(176, 214, 1), (158, 230), (144, 214), (139, 160), (140, 112), (150, 78), (172, 56), (206, 46), (240, 51), (265, 72), (275, 106), (276, 150), (273, 170, 1), (267, 130), (258, 100), (242, 84), (226, 76),
                  (208, 92), (192, 112), (185, 136), (184, 170), (186, 196)], c)
    if fringe:
        front += fill([(200, 60), (246, 70), (266, 96), (270, 122, 1), (258, 116), (240, 118), (218, 120), (196, 124), (184, 130), (184, 100)], c)
    front += strand(c, [(166, 206), (156, 140), (176, 84)], [(224, 76), (200, 92), (184, 130)])
    back = fill([(150, 90), (138, 160), (132 - wave, 230), (128, 290), (134 - wave, end), (160, end + 10), (196, end - 6), (240, end - 40), (262, 240), (276, 190), (272, 100), (206, 50)], dark(c, 0.22))
    return front, back


def hair_shoulder(c, wave=6):
    """Soft waves to the shoulders, parted."""
    front = fill([(178, 196, 1), (170, 222), (150, 228), (138 - wave, 206), (142, 180), (137 - wave, 150), (140, 112), (148, 78), (172, 55), (206, 45), (242, 51), (266, 72), (277, 106), (278, 140), (276, 158, 1), (267, 128), (258, 100),
                  (240, 86), (222, 78), (206, 94), (190, 114), (184, 138), (182, 166)], c)
    back = fill([(150, 90), (134, 160), (126 - wave, 206), (136, 246), (170, 254), (214, 244), (258, 246), (284 + wave, 214), (278, 170), (274, 100), (206, 50)], dark(c, 0.24))
    front += strand(c, [(160, 214), (150, 186), (156, 140), (176, 84)], [(220, 78), (198, 96), (182, 134)])
    return front, back


def hair_perm(c):
    """Short, set waves of an older woman."""
    front = ""
    for x, y, r in ((152, 158, 16), (146, 136, 17), (148, 112, 18), (156, 90, 19), (172, 72, 20), (194, 60, 20), (218, 56, 20), (242, 64, 18), (260, 80, 16), (268, 100, 12), (188, 84, 18), (212, 78, 18), (236, 80, 15), (170, 100, 17), (166, 124, 14), (164, 146, 12)):
        front += oval(x, y, r, r, c)
    front += strand(c, [(154, 100), (166, 88), (178, 92)], [(176, 78), (192, 68), (206, 74)], [(208, 66), (224, 62), (236, 72)], [(148, 130), (158, 120), (168, 126)], [(150, 152), (158, 144), (166, 150)])
    back = oval(160, 160, 26, 26, dark(c, 0.16))
    return front, back


def hair_updo(c, pin="#E6C27A"):
    front, back = hair_bun(c)
    back = fill([(176, 70), (148, 62), (126, 82), (122, 116), (134, 150), (160, 168), (186, 150)], dark(c, 0.1))
    back += strand(c, [(168, 80), (142, 86), (134, 116)], [(166, 100), (146, 110), (148, 140)])
    back += oval(134, 90, 7, 7, pin) + oval(128, 104, 5, 5, light(pin, 0.4))
    front += line([(262, 112), (270, 136), (264, 160)], c, 4)
    return front, back


def hair_pixie(c):
    front = fill([(166, 168, 1), (152, 150), (146, 122), (148, 92), (164, 66), (194, 50), (230, 50), (258, 66), (273, 92), (272, 118, 1), (262, 108), (244, 110), (222, 104), (206, 92), (196, 110), (186, 128), (180, 150)], c)
    front += strand(c, [(206, 92), (232, 96), (258, 104)], [(200, 80), (228, 78), (254, 86)], [(176, 146), (174, 116), (188, 84)])
    return front, ""


def hair_two_plaits(c):
    front, back = hair_bun(c, fringe=True)
    back = fill([(150, 110), (146, 150), (150, 190), (184, 196), (200, 150), (180, 80)], dark(c, 0.2))
    for i in range(5):
        back += oval(146 - i * 2, 190 + i * 24, 15 - i, 16, dark(c, 0.06 + 0.06 * (i % 2)))
    back += oval(137, 306, 8, 10, "#C8574A") + fill([(132, 312), (144, 312), (146, 336, 1), (130, 336, 1)], c)
    return front, back


def wear_hair(d, style):
    front, back = style
    if back:
        d.group("hair-back", back)
    d.group("hair-front", front)


# ---- writing out -------------------------------------------------------------

FIGURES = {}


def figure(id_, height=1.0, rest="sides", stoop=0.0):
    def add(draw):
        FIGURES[id_] = (draw, height, rest, stoop)
        return draw
    return add


def write(id_):
    draw, height, rest, stoop = FIGURES[id_]
    d = Drawing()
    b = draw(d)
    place = OUT / id_
    place.mkdir(parents=True, exist_ok=True)
    (place / "figure.svg").write_text(d.text(), encoding="utf-8")
    own = pivots(b)
    rows = ["    height: %s," % height, '    rest: "%s",' % rest]
    if stoop:
        rows.append("    stoop: %s," % float(stoop))
    if own:
        rows.append("    pivots: {")
        rows += ["        %s: (%s, %s)," % (k, n(v[0]), n(v[1])) for k, v in own.items()]
        rows.append("    },")
    (place / "figure.ron").write_text("(\n%s\n)\n" % "\n".join(rows), encoding="utf-8")


SKIN = ["#F6D3B3", "#F1C7A2", "#E9B88F", "#DDA77C", "#F8DCC2"]
HAIR = ["#2B2427", "#3A2B27", "#4A352B", "#23232B"]


# ---- the cast ----------------------------------------------------------------

@figure("you-woman", 0.955, "clasped")
def you_woman(d):
    b = body(WOMAN)
    skin, cloth = "#F6D3B3", "#2F4A6B"
    wear_hair(d, hair_bun("#2E2426"))
    bare_legs(d, b, "#D9A988", "#2A2A35")
    skirt(d, b, cloth)
    blazer(d, b, skin, cloth, top="#FBF6EC", neckline="v", scarf="#E0795B", badge="#F3E3B8", lapel="#375578")
    arms(d, b, cloth, skin, cuff="#FBF6EC")
    hands(d, b, skin, slim=0.9)
    head(d, skin, face_shape(jaw=-4, chin=-1), cheeks="#EE8F78", earring="#F3E3B8")
    eyes(d, "#43291C", woman=True, skin=skin)
    brows(d, "#3A2B27", 5.4, woman=True)
    mouths(d, "#CF6257", woman=True, skin=skin)
    return b


@figure("qiao-zhenhua", 1.0, "behind")
def qiao(d):
    b = body(MAN, belly=9, waist=(134, 272))
    skin, cloth = "#E9B88F", "#33333D"
    wear_hair(d, hair_slick("#3B393C", temple="#A9A5A1"))
    trousers(d, b, cloth, "#241F20")
    pelvis(d, b, cloth)
    suit(d, b, skin, cloth, tie="#8E2F36", pocket="#F2E8D8", thick=4, age=1, lapel="#3E3E49")
    arms(d, b, cloth, skin, cuff="#F6F1E7")
    hands(d, b, skin, slim=1.06)
    head(d, skin, face_shape(jaw=7, chin=3, cheek=1), age=2, nose=2)
    eyes(d, "#33221A", narrow=3, age=3, skin=skin)
    brows(d, "#4A4645", 7.4, arch=2)
    mouths(d, "#A45848", skin=skin)
    return b


NAVY, CORAL, CREAM = "#2F4A6B", "#E0795B", "#FBF6EC"


@figure("you-man", 1.0, "sides")
def you_man(d):
    b = body(MAN)
    skin = "#F3CBA6"
    wear_hair(d, hair_side("#2B2427", volume=2))
    trousers(d, b, NAVY, "#2A2326")
    pelvis(d, b, NAVY)
    suit(d, b, skin, NAVY, tie=CORAL, badge="#F3E3B8", lapel="#375578")
    arms(d, b, NAVY, skin, cuff="#F6F1E7")
    hands(d, b, skin)
    head(d, skin, face_shape(jaw=2), cheeks="#EE9A7C")
    eyes(d, "#3A2419", narrow=1, skin=skin)
    brows(d, "#2E2426", 6.6)
    mouths(d, "#B4584A", skin=skin)
    return b


@figure("guo-lan", 0.95, "behind")
def guo_lan(d):
    b = body(WOMAN, left=133, right=274, waist=(147, 260), hem=(138, 272))
    skin, cloth = "#EFC39C", "#2A3B54"
    front, back = hair_bob("#3A2E30", fringe=False, length=178)
    front += fill([(224, 79), (206, 93), (192, 113), (187, 134), (193, 132), (200, 112), (214, 94)], "#9C9494")
    wear_hair(d, (front, back))
    trousers(d, b, cloth, "#2A2326", slim=0.86)
    pelvis(d, b, cloth)
    blazer(d, b, skin, cloth, top="#F4E7D2", neckline="high", brooch="#E6B65C", badge=None, lapel="#33475F", age=1, hem=600, buttons=2)
    arms(d, b, cloth, skin, cuff="#F4E7D2")
    hands(d, b, skin, slim=0.94)
    head(d, skin, face_shape(jaw=1, chin=3, cheek=1), age=1, earring="#E6B65C")
    eyes(d, "#33221A", woman=True, narrow=3, age=2, skin=skin)
    brows(d, "#3A2E30", 5.6, woman=True, arch=4)
    mouths(d, "#B5524A", woman=True, skin=skin, wide=0.94)
    glasses(d, "square", "#7C3F3B")
    return b


@figure("zhou-bo", 1.015, "loose")
def zhou_bo(d):
    b = body(MAN, left=127, right=280)
    skin = "#EDBF95"
    wear_hair(d, hair_quiff("#33262A"))
    trousers(d, b, "#34425A", "#6A4631", slim=0.92)
    pelvis(d, b, "#34425A", belt="#5B3A28")
    shirt(d, b, skin, "#F5F1EA", tie=CORAL, loose=True, lanyard_=None, badge="#F3E3B8")
    arms(d, b, "#F5F1EA", skin, cuff=None, rolled=True)
    hands(d, b, skin)
    head(d, skin, face_shape(jaw=0, chin=4), stubble="#6B4F48")
    eyes(d, "#4A2F1E", narrow=2, skin=skin)
    brows(d, "#33262A", 6.4, arch=5)
    mouths(d, "#B0574A", skin=skin, wide=1.1)
    return b


@figure("fang-min", 0.95, "clasped")
def fang_min(d):
    b = body(WOMAN, left=140, right=266)
    skin, cloth = "#F5D2B2", "#3F5F5A"
    wear_hair(d, hair_pony("#262228", high=False))
    trousers(d, b, "#2F3A3E", "#2A2326", slim=0.82)
    pelvis(d, b, "#2F3A3E")
    blazer(d, b, skin, cloth, top="#F7F2E8", neckline="round", lapel="#4A6D67", hem=584, button="#2F3A3E")
    arms(d, b, cloth, skin)
    hands(d, b, skin, slim=0.88)
    head(d, skin, face_shape(jaw=-5, chin=2))
    eyes(d, "#2F211C", woman=True, narrow=2, skin=skin)
    brows(d, "#2B2528", 5.2, woman=True, arch=2)
    mouths(d, "#C06A5C", woman=True, skin=skin, wide=0.9)
    glasses(d, "square", "#2F2B30")
    return b


@figure("luo-jia", 0.985, "sides")
def luo_jia(d):
    b = body(MAN, left=130, right=276, arm=31, cuff=22)
    skin, cloth = "#F4CFAC", "#7C8798"
    wear_hair(d, hair_mop("#3A2B27"))
    trousers(d, b, cloth, "#3A2C28", slim=1.08)
    pelvis(d, b, cloth)
    suit(d, b, skin, cloth, tie="#5E8A6E", big=7, lapel="#8793A4", hem=618, thick=-4)
    arms(d, b, cloth, skin)
    hands(d, b, skin, slim=0.94)
    d.set_head(1.0)
    head(d, skin, face_shape(jaw=-3, chin=-3, round_=3), cheeks="#EE9A7C", freckles=True)
    eyes(d, "#43291C", skin=skin)
    brows(d, "#3A2B27", 6.2, arch=4)
    mouths(d, "#BD6552", skin=skin, wide=0.9)
    return b


@figure("madam-shen", 0.87, "clasped", stoop=7)
def madam_shen(d):
    b = body(WOMAN, left=132, right=272, waist=(138, 268), hem=(134, 276), belly=6)
    skin, cloth = "#EFCBAA", "#8E3A4A"
    wear_hair(d, hair_perm("#EDE8E2"))
    trousers(d, b, "#3D3540", "#2E2628", slim=0.9)
    pelvis(d, b, "#3D3540")
    flowers = [oval(x, y, 8, 8, "#C97A6E", 0.75) + oval(x, y, 3, 3, "#F0D9A8") for x, y in ((176, 330), (252, 372), (190, 420), (262, 460), (214, 500), (158, 480), (222, 350))]
    jacket(d, b, skin, cloth, collar="mandarin", zip_="#E3BE76", inner=None, hem=612, age=1, print_=flowers)
    arms(d, b, cloth, skin, band="#E3BE76")
    hands(d, b, skin, slim=0.92)
    head(d, skin, face_shape(jaw=3, chin=0, round_=4), age=3, earring="#F6F0E4", cheeks="#E99680")
    eyes(d, "#3B2A22", woman=True, narrow=5, age=4, skin=skin)
    brows(d, "#BDB4AC", 5.0, woman=True)
    mouths(d, "#B9625A", woman=True, skin=skin, wide=0.92)
    return b


@figure("tan-shuo", 1.03, "loose")
def tan_shuo(d):
    b = body(MAN, left=121, right=284)
    skin, cloth = "#E3B288", "#CDB08A"
    wear_hair(d, hair_slick("#4A4042", temple="#8C8480"))
    trousers(d, b, "#3B3A44", "#4A2E22")
    pelvis(d, b, "#3B3A44")
    jacket(d, b, skin, cloth, inner="#34323C", closed=False, inner_collar="high", lapels="#DABF9B", hem=700, big=4, thick=3, age=1)
    arms(d, b, cloth, skin, band="#B8976C", glove="#5A3526")
    hands(d, b, skin, glove="#5A3526", slim=1.04)
    head(d, skin, face_shape(jaw=5, chin=5), age=1, nose=2, stubble="#5A4A46")
    eyes(d, "#2E211B", narrow=4, age=2, skin=skin)
    brows(d, "#3F3638", 7.4, arch=3)
    mouths(d, "#A05546", skin=skin)
    return b


@figure("courier", 0.99, "sides")
def courier(d):
    b = body(MAN)
    skin, cloth = "#DDA87C", "#E8933A"
    wear_hair(d, cap("#3B4757", "#2C3542", badge="#E8933A"))
    trousers(d, b, "#3B4757", "#E9E2D6", sole="#C9BEAC", sneaker=True)
    pelvis(d, b, "#3B4757")
    jacket(d, b, skin, cloth, collar="stand", inner="#3B4757", zip_="#3B4757", yoke="#3B4757", rib="#3B4757", reflect="#E9EDEC", hem=590, big=3)
    arms(d, b, cloth, skin, band="#3B4757", glove="#4B4F58")
    hands(d, b, skin, glove="#4B4F58")
    head(d, skin, face_shape(jaw=3, chin=2), stubble="#5A4038")
    eyes(d, "#2B1E18", narrow=2, skin=skin)
    brows(d, "#2B2022", 7)
    mouths(d, "#A45645", skin=skin)
    return b


@figure("ms-lan", 0.955, "clasped")
def ms_lan(d):
    b = body(WOMAN)
    skin, cloth = "#F7D7BA", "#2E6B5E"
    wear_hair(d, hair_updo("#3B2A28"))
    bare_legs(d, b, "#DDAE8E", "#C9A25B")
    skirt(d, b, "#245448", hem=800, flare=4, slit=True)
    blazer(d, b, skin, cloth, top="#245448", neckline="v", peak="shawl", lapel="#3C8272", beads="#F6EFE0", hem=566, button="#E6C27A")
    arms(d, b, cloth, skin)
    hands(d, b, skin, slim=0.88)
    head(d, skin, face_shape(jaw=-5, chin=0), cheeks="#EE8F78", earring="#E6C27A")
    eyes(d, "#4A2F1E", woman=True, skin=skin)
    brows(d, "#3B2A28", 5.2, woman=True, arch=4)
    mouths(d, "#C24A4A", woman=True, skin=skin)
    return b


@figure("mori-aiko", 0.945, "clasped")
def mori(d):
    b = body(WOMAN, left=136, right=270)
    skin, cloth = "#F4D3B4", "#D8CFC2"
    front, back = hair_bob("#2B2A31", fringe=True, length=184)
    front += fill([(252, 104), (262, 112), (266, 130), (270, 150), (274, 130), (272, 106), (262, 84)], "#B9B5B8")
    wear_hair(d, (front, back))
    bare_legs(d, b, "#C79C80", "#2B2A31")
    skirt(d, b, "#3A3944", hem=760)
    blazer(d, b, skin, cloth, top="#3A3944", neckline="round", peak="shawl", lapel="#E6DED2", beads="#8FA9B5", hem=598, button="#3A3944", age=1)
    arms(d, b, cloth, skin)
    hands(d, b, skin, slim=0.88)
    head(d, skin, face_shape(jaw=-2, chin=1), age=1, earring="#8FA9B5")
    eyes(d, "#2B211E", woman=True, narrow=3, age=2, skin=skin)
    brows(d, "#35323A", 4.8, woman=True)
    mouths(d, "#B0484C", woman=True, skin=skin, wide=0.88)
    return b


@figure("deng-kai", 0.97, "loose")
def deng_kai(d):
    b = body(MAN, left=119, right=288, waist=(130, 282), hem=(128, 280), belly=8, arm=31)
    skin = "#EBBB91"
    wear_hair(d, hair_crew("#26232A"))
    trousers(d, b, "#8A7A62", "#5A4636", slim=1.04)
    pelvis(d, b, "#8A7A62")
    checks = [line([(x, 230), (x + 6, 620)], "#2F5A72", 4, 0.5, "butt") for x in range(130, 310, 24)] + [line([(100, y), (310, y - 4)], "#2F5A72", 4, 0.45, "butt") for y in range(262, 620, 26)]
    shirt(d, b, skin, "#7FA3B5", hem=596, print_=checks, lanyard_="#C8574A", thick=4)
    arms(d, b, "#7FA3B5", skin, short=True)
    hands(d, b, skin)
    head(d, skin, face_shape(jaw=9, chin=-2, cheek=2, round_=4), cheeks="#E08F72")
    eyes(d, "#2E211B", narrow=2, skin=skin)
    brows(d, "#26232A", 6.4)
    mouths(d, "#AE5A48", skin=skin)
    glasses(d, "round", "#3B3436")
    return b


@figure("tong-tong", 0.925, "clasped")
def tong_tong(d):
    b = body(WOMAN, left=142, right=264, arm=23)
    skin, cloth = "#F8D9BC", "#F0C766"
    wear_hair(d, hair_two_plaits("#4A332B"))
    bare_legs(d, b, "#E9BE9C", "#8E4A3C", heel=False)
    skirt(d, b, "#5D6F8C", hem=716, flare=16)
    jacket(d, b, skin, cloth, inner="#FBF6EC", closed=False, inner_collar="shirt", hem=560, rib="#E0B450", lanyard_="#5FA08E")
    arms(d, b, cloth, skin, band="#E0B450")
    hands(d, b, skin, slim=0.86)
    head(d, skin, face_shape(jaw=-2, chin=-5, cheek=2, round_=3), cheeks="#F08C78", freckles=True)
    eyes(d, "#5A3A22", woman=True, narrow=-1, skin=skin)
    brows(d, "#4A332B", 5.2, woman=True, arch=4)
    mouths(d, "#D06A5C", woman=True, skin=skin, wide=0.88)
    return b


@figure("pei-wen", 0.94, "clasped")
def pei_wen(d):
    b = body(WOMAN, left=138, right=268)
    skin, cloth = "#EFC6A2", "#9A8797"
    wear_hair(d, hair_shoulder("#4A3835", wave=4))
    trousers(d, b, "#5B5560", "#3A3032", slim=0.84)
    pelvis(d, b, "#5B5560")
    jacket(d, b, skin, cloth, inner="#E9DFD2", closed=False, inner_collar="crew", hem=626)
    arms(d, b, cloth, skin, band="#8A7787")
    hands(d, b, skin, slim=0.88)
    head(d, skin, face_shape(jaw=-3, chin=2), cheeks="#E39A82")
    eyes(d, "#3D2A20", woman=True, narrow=4, age=1, skin=skin)
    brows(d, "#4A3835", 4.8, woman=True, arch=2)
    mouths(d, "#B9736A", woman=True, skin=skin, wide=0.86)
    return b


@figure("ms-ruan", 0.95, "loose")
def ms_ruan(d):
    b = body(WOMAN, left=135, right=272)
    skin, cloth = "#F1C8A0", "#6E8458"
    wear_hair(d, hair_long("#5B3A2C", end=322))
    trousers(d, b, "#4E6482", "#E9E2D6", sole="#C9BEAC", slim=0.86, sneaker=True)
    pelvis(d, b, "#4E6482")
    jacket(d, b, skin, cloth, inner="#F1E1C6", closed=False, inner_collar="crew", lapels="#7D9466", hem=680, belt="#5D7149")
    arms(d, b, cloth, skin, band="#5D7149")
    hands(d, b, skin, slim=0.9)
    head(d, skin, face_shape(jaw=1, chin=1, cheek=2), cheeks="#E88F72", earring="#D9A05A")
    eyes(d, "#4A2F1E", woman=True, narrow=1, skin=skin)
    brows(d, "#5B3A2C", 5.6, woman=True)
    mouths(d, "#C25A4C", woman=True, skin=skin)
    return b


@figure("ms-cen", 0.955, "loose")
def ms_cen(d):
    b = body(WOMAN, left=136, right=270)
    skin, cloth = "#F3CDA8", "#C9953F"
    wear_hair(d, hair_pixie("#2F2930"))
    trousers(d, b, "#3A3338", "#2A2326", slim=0.82)
    pelvis(d, b, "#3A3338")
    blazer(d, b, skin, cloth, top="#3A3338", neckline="high", lapel="#D8A757", hem=580, button="#3A3338", buttons=2)
    arms(d, b, cloth, skin)
    hands(d, b, skin, slim=0.88)
    head(d, skin, face_shape(jaw=-6, chin=5), age=1, earring="#3A3338")
    eyes(d, "#33221A", woman=True, narrow=3, age=1, skin=skin)
    brows(d, "#2F2930", 5.8, woman=True, arch=5)
    mouths(d, "#A9443F", woman=True, skin=skin, wide=0.92)
    glasses(d, "half", "#9A5B33")
    return b


@figure("old-man", 0.93, "behind", stoop=8)
def old_man(d):
    b = body(MAN, left=126, right=278, waist=(132, 276), belly=8, arm=27)
    skin, cloth = "#E9BE98", "#6C7A78"
    wear_hair(d, hair_bald("#E4E0DA"))
    trousers(d, b, "#55504C", "#33291F", slim=0.96)
    pelvis(d, b, "#55504C")
    jacket(d, b, skin, cloth, collar="turn", inner="#EFE6D4", zip_="#4E5A59", hem=600, rib="#5D6A68", thick=-2, age=1)
    arms(d, b, cloth, skin, band="#5D6A68")
    hands(d, b, skin)
    head(d, skin, face_shape(jaw=3, chin=4), age=3, nose=4, cheeks="#DE8E74",
         extra=(oval(228, 88, 16, 8, "#FFFFFF", 0.18, -10),))
    eyes(d, "#3B2C24", narrow=5, age=4, skin=skin)
    brows(d, "#D9D4CC", 8.4, arch=4)
    mouths(d, "#A5604F", skin=skin, wide=0.92)
    glasses(d, "half", "#6B5F58")
    return b


@figure("mr-ge", 0.97, "loose")
def mr_ge(d):
    b = body(MAN, belly=14, waist=(130, 276), hem=(130, 278))
    skin, cloth = "#D9A379", "#8A5F3F"
    wear_hair(d, hair_receding("#332A2A"))
    trousers(d, b, "#4A4C55", "#33291F")
    pelvis(d, b, "#4A4C55")
    jacket(d, b, skin, cloth, inner="#D9C7A0", closed=False, inner_collar="shirt", lapels="#9A6E4C", hem=604, thick=5, age=1)
    arms(d, b, cloth, skin)
    hands(d, b, skin, slim=1.06)
    tash = fill([(216, 180, 1), (228, 173), (238, 176), (248, 173), (258, 179, 1), (248, 182), (237, 181), (226, 183)], "#332A2A")
    head(d, skin, face_shape(jaw=8, chin=0, cheek=2), age=1, nose=5, extra=(tash,))
    eyes(d, "#2B1E18", narrow=4, age=2, skin=skin)
    brows(d, "#332A2A", 8, arch=2)
    mouths(d, "#934A3C", skin=skin, y=188, wide=0.94)
    return b


@figure("xu-dawei", 0.965, "loose")
def xu_dawei(d):
    b = body(MAN, left=112, right=292, waist=(116, 288), hem=(120, 288), belly=24, arm=34, cuff=22, thigh=46, calf=31, shoulder=(148, 292), far=(106, -4))
    skin = "#D99F74"
    wear_hair(d, hair_crew("#2A2325"))
    trousers(d, b, "#5C5A58", "#4A3A2C")
    pelvis(d, b, "#5C5A58")
    shirt(d, b, skin, "#A23E36", collar="polo", hem=604, vest="#A2976B", thick=12, age=1)
    arms(d, b, "#A23E36", skin, short=True, cuff="#E9DCC2")
    hands(d, b, skin, slim=1.16)
    d.set_head(1.03)
    head(d, skin, face_shape(jaw=13, chin=1, cheek=3, round_=6), age=1, nose=4, stubble="#4A332B", cheeks="#C9684E")
    eyes(d, "#2B1E18", narrow=3, age=2, skin=skin)
    brows(d, "#2A2325", 9, arch=1.5, length=1.05)
    mouths(d, "#97483A", skin=skin, wide=1.08)
    return b


@figure("xu-ning", 0.915, "sides")
def xu_ning(d):
    b = body(WOMAN, left=142, right=264, arm=25, cuff=18)
    skin, cloth = "#F1C59E", "#3E6FA8"
    wear_hair(d, hair_pony("#2B2427", high=True))
    trousers(d, b, "#2F5686", "#F1EDE4", sole="#CFC6B6", slim=0.92, sneaker=True)
    pelvis(d, b, "#2F5686")
    jacket(d, b, skin, cloth, collar="stand", inner="#FFFFFF", zip_="#F1EDE4", yoke="#F4F1EA", rib="#2F5686", hem=592, big=3, emblem="#C8574A")
    arms(d, b, cloth, skin, band="#2F5686", stripe="#F4F1EA")
    hands(d, b, skin, slim=0.86)
    head(d, skin, face_shape(jaw=1, chin=-5, cheek=2, round_=4), cheeks="#E98A70")
    eyes(d, "#3A2419", woman=True, narrow=0, skin=skin)
    brows(d, "#2B2427", 6.2, woman=True)
    mouths(d, "#C56A5A", woman=True, skin=skin, wide=0.84)
    return b


@figure("teen-boy", 0.965, "loose")
def teen_boy(d):
    b = body(MAN, left=133, right=272, arm=27, waist=(146, 260), hem=(140, 266), thigh=37, calf=27)
    skin, cloth = "#EBC09A", "#59617A"
    wear_hair(d, hair_spiky("#2A2630"))
    trousers(d, b, "#3E4A5E", "#C8574A", sole="#F1EDE4", slim=0.98, sneaker=True)
    pelvis(d, b, "#3E4A5E")
    stars = [fill([(186, 378), (222, 370), (252, 378), (250, 414), (214, 422), (186, 412)], "#E3B04B", 0.9), line([(200, 398), (218, 388), (238, 402)], "#59617A", 7)]
    jacket(d, b, skin, cloth, collar="hood", inner="#D9D4C8", zip_="#8089A3", hem=606, rib="#4C536A", big=6, thick=-6, print_=stars)
    arms(d, b, cloth, skin, band="#4C536A")
    hands(d, b, skin, slim=0.94)
    head(d, skin, face_shape(jaw=-2, chin=0), cheeks="#E59A7C")
    eyes(d, "#33221A", narrow=3, skin=skin)
    brows(d, "#2A2630", 6.6, arch=2)
    mouths(d, "#B0604E", skin=skin, wide=0.9)
    phones = line([(160, 124), (154, 92), (176, 64), (208, 56), (238, 60)], "#C8574A", 7) + fill([(150, 130), (150, 162), (164, 172), (176, 160), (174, 132), (162, 124)], "#C8574A") + oval(161, 148, 8, 14, "#8E3A34")
    d.group("glasses", phones)
    return b


@figure("queue-woman", 0.925, "clasped")
def queue_woman(d):
    b = body(WOMAN, left=126, right=282, waist=(132, 276), hem=(130, 282), belly=12, arm=29, cuff=18, calf=25, thigh=42)
    skin = "#EBBD95"
    wear_hair(d, hair_perm("#4A3A3A"))
    trousers(d, b, "#4B4453", "#3A2E2C", slim=0.9)
    pelvis(d, b, "#4B4453")
    dots = [oval(x + (y // 30 % 2) * 14, y, 6.5, 6.5, ("#D97F6E", "#F0D9A8", "#8FB3A6")[(x + y) // 30 % 3], 0.9) for y in range(270, 620, 30) for x in range(124, 310, 30)]
    shirt(d, b, skin, "#F1E2CC", collar="round", hem=604, print_=dots, vest="#4F7F84", thick=4, age=1)
    arms(d, b, "#F1E2CC", skin, band="#D9C4A4")
    hands(d, b, skin)
    head(d, skin, face_shape(jaw=9, chin=-3, cheek=3, round_=5), age=2, cheeks="#DE8468", earring="#E6C27A")
    eyes(d, "#33221A", woman=True, narrow=3, age=3, skin=skin)
    brows(d, "#4A3A3A", 5.4, woman=True)
    mouths(d, "#B5564C", woman=True, skin=skin)
    return b


@figure("silhouette")
def silhouette(d):
    """Nobody in particular: shown where a figure is missing."""
    b = body(MAN)
    tone = "#8C8791"
    wear_hair(d, hair_crew(dark(tone, 0.1)))
    trousers(d, b, tone, dark(tone, 0.2), sole=dark(tone, 0.3))
    pelvis(d, b, tone)
    d.group("torso", shaded(d, outline(b), tone, b), neck(tone))
    tail(d, b, tone, open_front=False)
    arms(d, b, tone, tone)
    hands(d, b, tone)
    head(d, tone, face_shape())
    eyes(d, dark(tone, 0.5), dark(tone, 0.5), skin=tone)
    brows(d, dark(tone, 0.4))
    mouths(d, dark(tone, 0.3), skin=tone)
    return b


def main():
    for id_ in sys.argv[1:] or FIGURES:
        write(id_)


if __name__ == "__main__":
    main()
