"""Throats and mouths: vowels, and talk without words."""

from cmath import exp as cexp
from math import cos, pi, sqrt

from .signals import RATE, TAU, add, highpass, line, lowpass, silence, swell, times, tone

# The first three resonances of a mouth, in hertz, for a man.
VOWELS = {
    "a": (750, 1200, 2500), "e": (500, 1750, 2450), "i": (310, 2150, 2850), "o": (480, 880, 2400),
    "u": (350, 760, 2250), "er": (520, 1350, 1700), "m": (270, 1050, 2150),
}


def voice(pitch, mouth, loud, size=1.0, breath=0.03, rng=None):
    """A throat and a mouth. Lists with one value a sample: pitch in hertz,
    resonances (three), loudness; `size` is the mouth's smallness, 1 for a man
    and about 1.17 for a woman."""
    out, phase, last = [], 0.0, 0.0
    state = [[0.0, 0.0] for _ in range(4)]
    coef = [(0.0, 0.0, 0.0)] * 4
    for i in range(len(pitch)):
        phase = (phase + pitch[i] / RATE) % 1.0
        if phase < 0.45:
            flow = 0.5 - 0.5 * cos(pi * phase / 0.45)
        elif phase < 0.65:
            flow = cos(pi / 2 * (phase - 0.45) / 0.2)
        else:
            flow = 0.0
        x = (flow - last) * loud[i] + (breath * (rng.random() - 0.5) * loud[i] * flow if rng else 0.0)
        last = flow
        if i % 48 == 0:
            freqs = [f * size for f in mouth[i]] + [3400 * size]
            coef = []
            for f, width in zip(freqs, (70, 100, 150, 260)):
                pole = cexp(complex(-pi * width, TAU * f) / RATE)
                b, c = 2 * pole.real, -abs(pole) ** 2
                coef.append((1 - b - c, b, c))
        for (a, b, c), s in zip(coef, state):
            y = a * x + b * s[0] + c * s[1]
            s[1], s[0] = s[0], y
            x = y
        out.append(x)
    return out


def babble(rng, seconds, base, size, pace=5.0, lively=1.0):
    """Somebody talking without words: syllables with vowels, tones and pauses."""
    pitch, mouths, loud = [(0, base)], [(0, VOWELS["m"])], [(0, 0.0)]
    t, count = 0.02, 0
    names = sorted(VOWELS)
    length = seconds - 0.14
    while t < length:
        long = rng.uniform(0.8, 1.35) / pace
        stop = min(t + long, length + 0.1)
        fall = 1.08 - 0.2 * t / seconds
        start, end = rng.choice(((1.12, 1.12), (0.92, 1.14), (0.95, 0.86), (1.22, 0.86)))
        pitch += [(t + 0.02, base * fall * (1 + (start - 1) * lively)),
                  (stop - 0.03, base * fall * (1 + (end - 1) * lively))]
        mouths += [(t + 0.03, VOWELS["m"] if rng.random() < 0.3 else VOWELS[rng.choice(names)]),
                   (t + 0.45 * long, VOWELS[rng.choice(names)]),
                   (stop - 0.02, VOWELS[rng.choice(names)])]
        peak = rng.uniform(0.7, 1.0)
        loud += [(t + 0.015, 0.15), (t + 0.3 * long, peak), (t + 0.65 * long, peak * 0.8), (stop - 0.01, 0.12)]
        count += 1
        t = stop
        if rng.random() < 0.18 and count > 2 and seconds > 2:
            loud += [(t, 0.0), (t + 0.25, 0.0)]
            t += rng.uniform(0.25, 0.5)
    loud += [(length + 0.12, 0.0)]
    three = [line([(at, m[k]) for at, m in mouths], seconds) for k in range(3)]
    return voice(swell(pitch, seconds), list(zip(*three)), swell(loud, seconds), size, 0.03, rng)


# How a voice is pitched, how small its mouth is, how much breath it has.
SPEAKERS = {"man": (116, 1.0, 0.04), "woman": (202, 1.17, 0.05), "elder": (142, 1.06, 0.3)}
SYLLABLES = 12
SLOT = 0.26


def syllables(rng, speaker):
    """Twelve syllables of one voice in a row, each in its own slot: the window
    strings them together anew for every line."""
    base, size, breath = SPEAKERS[speaker]
    dull = 1150 * size
    out = silence(SYLLABLES * SLOT)
    names = sorted(VOWELS)
    for k in range(SYLLABLES):
        long = rng.uniform(0.17, 0.22)
        start, end = ((1.02, 0.98), (0.97, 1.05), (1.06, 0.93), (1.0, 0.95))[k % 4]
        first, second = VOWELS[names[k % len(names)]], VOWELS[rng.choice(names)]
        closed = VOWELS["m"] if k % 3 == 0 else first
        three = [line([(0, closed[i]), (0.04, first[i]), (long * 0.8, second[i])], long) for i in range(3)]
        pitch = line([(0, base * start), (long, base * end)], long)
        shaken = [p * (1 + (0.015 if speaker == "elder" else 0.004) * s)
                  for p, s in zip(pitch, tone(line([(0, 6.5), (long, 5)], long), long))]
        loud = line([(0, 0), (0.025, 0.8), (long * 0.35, 1), (long * 0.7, 0.7), (long - 0.004, 0)], long)
        said = lowpass(lowpass(voice(shaken, list(zip(*three)), loud, size, breath, rng), dull), 2 * dull)
        said = highpass(said, 80)
        power = sqrt(sum(v * v for v in said) / len(said))
        fade = line([(0, 0), (0.008, 1), (long - 0.025, 1), (long - 0.001, 0)], long)
        add(out, k * SLOT + 0.01, times(said, fade), 0.1 / power)
    return out
