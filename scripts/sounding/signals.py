"""Signals: lists of floats at RATE samples a second, and what is done to them."""

from math import cos, exp, pi, sin, sqrt

RATE = 22050
TAU = 2 * pi


def silence(seconds):
    return [0.0] * round(seconds * RATE)


def noise(rng, seconds):
    """White noise between -1 and 1."""
    r = rng.random
    return [2 * r() - 1 for _ in range(round(seconds * RATE))]


def line(points, seconds):
    """Straight lines through (second, value), held at both ends."""
    out = []
    k = 0
    for i in range(round(seconds * RATE)):
        t = i / RATE
        while k + 1 < len(points) and points[k + 1][0] <= t:
            k += 1
        t0, v0 = points[k]
        if t <= t0 or k + 1 == len(points):
            out.append(v0)
        else:
            t1, v1 = points[k + 1]
            out.append(v0 + (v1 - v0) * (t - t0) / (t1 - t0))
    return out


def swell(points, seconds):
    """As `line`, with its corners rounded: for breath, murmur and cloth."""
    values = line(points, seconds)
    return lowpass(values, 12, 0.6)


def decay(seconds, half, attack=0.001):
    """Rises over `attack` seconds, then halves every `half` seconds."""
    k = 0.5 ** (1 / (half * RATE))
    rise = max(1, round(attack * RATE))
    out, v = [], 1.0
    for i in range(round(seconds * RATE)):
        out.append(v * min(1.0, (i + 1) / rise))
        v *= k
    return out


def times(a, b):
    return [x * y for x, y in zip(a, b)]


def scaled(a, gain):
    return [x * gain for x in a]


def add(out, at, sound, gain=1.0):
    """Lays `sound` over `out` from second `at`; what falls outside is dropped."""
    start = round(at * RATE)
    for i, x in enumerate(sound[:max(0, len(out) - start)]):
        out[start + i] += x * gain
    return out


def add_round(out, at, sound, gain=1.0):
    """As `add`, but what falls outside comes back at the beginning: for loops."""
    start, n = round(at * RATE), len(out)
    for i, x in enumerate(sound):
        out[(start + i) % n] += x * gain
    return out


def tone(freq, seconds, phase=0.0):
    """A sine; `freq` in hertz, or a list with one frequency a sample."""
    n = round(seconds * RATE)
    out, p = [], phase
    for i in range(n):
        out.append(sin(p))
        p += TAU * (freq[i] if isinstance(freq, list) else freq) / RATE
    return out


def struck(modes, seconds, attack=0.0008):
    """A thing hit once: modes are (hertz, loudness, seconds to halve)."""
    out = silence(seconds)
    for freq, loud, half in modes:
        add(out, 0, times(tone(freq, seconds), decay(seconds, half, attack)), loud)
    # A mode that still rings at the end must not stop dead: that is a click.
    return times(out, line([(seconds * 0.75, 1), (seconds - 1 / RATE, 0)], seconds))


def biquad(x, b0, b1, b2, a1, a2):
    out, x1, x2, y1, y2 = [], 0.0, 0.0, 0.0, 0.0
    for v in x:
        y = b0 * v + b1 * x1 + b2 * x2 - a1 * y1 - a2 * y2
        x2, x1, y2, y1 = x1, v, y1, y
        out.append(y)
    return out


def _angle(freq, q):
    """Cosine and bandwidth term of the usual second-order filters."""
    w = TAU * min(freq, 0.47 * RATE) / RATE
    return cos(w), sin(w) / (2 * q)


def lowpass(x, freq, q=0.707):
    c, a = _angle(freq, q)
    n = 1 + a
    return biquad(x, (1 - c) / 2 / n, (1 - c) / n, (1 - c) / 2 / n, -2 * c / n, (1 - a) / n)


def highpass(x, freq, q=0.707):
    c, a = _angle(freq, q)
    n = 1 + a
    return biquad(x, (1 + c) / 2 / n, -(1 + c) / n, (1 + c) / 2 / n, -2 * c / n, (1 - a) / n)


def bandpass(x, freq, q=1.0):
    c, a = _angle(freq, q)
    n = 1 + a
    return biquad(x, a / n, 0.0, -a / n, -2 * c / n, (1 - a) / n)


def room(x, tail=0.25, wet=0.2, bright=3500):
    """A small room around a sound: four damped combs, then two all-passes."""
    n = len(x)
    total = [0.0] * n
    keep = exp(-TAU * bright / RATE)
    for length in (0.0297, 0.0371, 0.0411, 0.0437):
        d = round(length * RATE)
        back = 0.001 ** (length / tail)
        line_, low = [0.0] * d, 0.0
        for i in range(n):
            y = line_[i % d]
            low = y * (1 - keep) + low * keep
            line_[i % d] = x[i] + low * back
            total[i] += y
    for length in (0.005, 0.0017):
        d = round(length * RATE)
        held = [0.0] * d
        for i in range(n):
            y = held[i % d]
            v = total[i] + 0.6 * y
            held[i % d] = v
            total[i] = y - 0.6 * v
    return [a + wet * b for a, b in zip(x, total)]


def telephone(x):
    """What a telephone line lets through."""
    return lowpass(lowpass(highpass(highpass(x, 300), 300), 3200), 3200)


def seamless(x, cross):
    """Cuts `cross` seconds off the end and blends them under the beginning."""
    k = round(cross * RATE)
    body, tail = x[:-k], x[-k:]
    for i in range(k):
        t = (i + 0.5) / k
        body[i] = body[i] * sqrt(t) + tail[i] * sqrt(1 - t)
    return body
