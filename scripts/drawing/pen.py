"""Colours, soft curves and the groups of one figure's drawing."""


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
