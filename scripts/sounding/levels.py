"""How loud each sound is: one level a class, and what must be true of every file."""

from math import cos, log10, pi, tan, tanh

from .signals import RATE, biquad, highpass, scaled, silence

# Loudness wanted of each class, in LUFS over the loudest 0.4 seconds. The
# tests read the files and hold them to these, give or take two decibels.
LEVELS = {
    "near": -21,  # what happens on the stage and is told by a scenario
    "far": -26,  # the same from afar, or going on and on
    "speech": -26,  # murmurs under lines that are read
    "cue": -27,  # the program's own
    "body": -30,  # soles, cloth, cups of people who are seen
    "ambience": -36,  # the air of a place
}
# No peak goes beyond PEAK; knocks are rounded off by DRIVE decibels at most.
PEAK = 10 ** (-3 / 20)
DRIVE = 10


def weighted(x):
    """The K-weighting of ITU-R BS.1770, its two filters worked out for RATE."""
    k, q = tan(pi * 1681.9744509555319 / RATE), 0.7071752369554193
    high = 10 ** (3.99984385397 / 20)
    mid = high ** 0.499666774155
    n = 1 + k / q + k * k
    x = biquad(x, (high + mid * k / q + k * k) / n, 2 * (k * k - high) / n, (high - mid * k / q + k * k) / n,
               2 * (k * k - 1) / n, (1 - k / q + k * k) / n)
    k, q = tan(pi * 38.13547087613982 / RATE), 0.5003270373253953
    n = 1 + k / q + k * k
    return biquad(x, 1.0, -2.0, 1.0, 2 * (k * k - 1) / n, (1 - k / q + k * k) / n)


def decibels(power):
    return 10 * log10(power) if power > 1e-12 else -120.0


def loudness(x, loop):
    """LUFS of the loudest 0.4 seconds; a shorter sound is filled with silence."""
    window, hop = round(0.4 * RATE), round(0.05 * RATE)
    y = weighted(x + x)[len(x):] if loop else weighted(x + silence(0.4))
    squares = [v * v for v in y]
    best = max(sum(squares[i:i + window]) for i in range(0, max(1, len(squares) - window + 1), hop))
    return -0.691 + decibels(best / window)


def finish(x, target, loop):
    """Takes out what lies below hearing, trims, fades the ends, sets the level."""
    if loop:
        mean = sum(x) / len(x)
        x = [v - mean for v in x]
        # Begin at a quiet crossing of zero: a loop that is played once must not click either.
        step = max(abs(v) for v in x) * 0.02
        start = next((i for i in range(len(x)) if abs(x[i - 1]) < step and abs(x[i]) < step), 0)
        x = x[start:] + x[:start]
    else:
        x = highpass(x, 28)
        floor = max(abs(v) for v in x) * 0.0015
        last = max(i for i, v in enumerate(x) if abs(v) > floor)
        x = x[:min(len(x), last + round(0.02 * RATE))]
        into, out = round(0.002 * RATE), min(round(0.03 * RATE), len(x) // 4)
        for i in range(into):
            x[i] *= i / into
        for i in range(out):
            x[-1 - i] *= 0.5 - 0.5 * cos(pi * i / out)
    top = max(abs(v) for v in x)
    gain, most = 1.0, PEAK / top * 10 ** (DRIVE / 20)
    y = x
    for _ in range(4):
        gain = min(most, gain * 10 ** ((target - loudness(y, loop)) / 20))
        y = scaled(x, gain)
        if gain * top > PEAK:
            y = [PEAK * tanh(v / PEAK) for v in y]
    return y


