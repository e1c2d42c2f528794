#!/usr/bin/env python3
"""Draws the sounds: synthesises assets/sounds/ID.wav, 16-bit mono at 22,050 Hz.

Needs nothing but the standard library and gives the same bytes every time:
each sound has its own generator of noise, seeded with its id. Every function
under "the sounds" makes one, as a list of floats; the tables below it set how
loud each is and which of them run on as a loop without a seam. Afterwards all
are measured, and a clipped, cut-off, lopsided or overlong one is an error.

    python3 scripts/draw_sounds.py [ID ...]
"""

import struct
import sys
import wave
from cmath import exp as cexp
from math import cos, exp, log10, pi, sin, sqrt, tan, tanh
from pathlib import Path
from random import Random

OUT = Path(__file__).resolve().parent.parent / "assets" / "sounds"
RATE = 22050
TAU = 2 * pi


# ---- signals -----------------------------------------------------------------

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


# ---- filters -----------------------------------------------------------------

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


# ---- voices ------------------------------------------------------------------

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


# ---- the sounds: telephones ----------------------------------------------------

def ring(rng):
    """One burst of an electronic desk telephone: two notes in quick turns."""
    out = silence(1.22)
    for k in range(24):
        f = 1046.5 if k % 2 == 0 else 1318.5
        note = struck([(f, 1.0, 0.06), (2 * f, 0.28, 0.03), (3 * f, 0.13, 0.018), (f / 2, 0.22, 0.06)], 0.09, 0.004)
        note = times(note, line([(0, 1), (0.06, 1), (0.088, 0)], 0.09))
        add(out, 0.01 + k * 0.042, note)
    return room(out, 0.18, 0.12)


def ring_far(rng):
    """The same telephone two rooms away."""
    x = silence(1.6)
    add(x, 0, ring(rng))
    return lowpass(lowpass(room(x, 0.7, 0.5, 1500), 1250), 1800)


def ring_mobile(rng):
    """A marimba figure, as a mobile telephone plays it."""
    out = silence(1.7)
    for at, key in ((0, 76), (0.16, 83), (0.32, 81), (0.48, 88), (0.8, 76), (0.96, 83), (1.12, 80)):
        f = 440 * 2 ** ((key - 69) / 12)
        add(out, at, struck([(f, 1.0, 0.09), (3.93 * f, 0.22, 0.022), (9.2 * f, 0.05, 0.008)], 0.55, 0.002))
    return room(highpass(out, 350), 0.2, 0.12)


def clack(rng, low, bright, seconds=0.12):
    """Two pieces of hard plastic meeting."""
    body = struck([(low, 0.8, 0.012), (low * 2.37, 0.5, 0.008), (low * 4.1, 0.35, 0.005)], seconds)
    snap = times(bandpass(noise(rng, seconds), bright, 0.8), decay(seconds, 0.004, 0.0004))
    return add(body, 0, snap, 1.4)


def pickup(rng):
    """The receiver leaves its cradle and comes to the ear."""
    out = silence(0.5)
    add(out, 0.02, clack(rng, 420, 2600), 0.8)
    add(out, 0.085, clack(rng, 610, 3400), 0.5)
    lift = times(bandpass(noise(rng, 0.3), 1500, 0.5), swell([(0, 0), (0.1, 1), (0.28, 0)], 0.3))
    add(out, 0.1, lift, 0.16)
    add(out, 0.33, clack(rng, 820, 2200), 0.16)
    return room(out, 0.15, 0.15)


def hangup(rng):
    """The receiver goes down: one end, then the other."""
    out = silence(0.55)
    add(out, 0.02, clack(rng, 300, 1900), 0.75)
    add(out, 0.105, clack(rng, 235, 1500), 1.0)
    add(out, 0.15, clack(rng, 500, 2400), 0.22)
    return room(out, 0.16, 0.16)


def dial_tone(rng):
    """The steady 450 Hz of a Chinese exchange, from a receiver off its cradle."""
    out = silence(2.2)
    for f, loud in ((450, 1.0), (900, 0.05), (1350, 0.03)):
        add(out, 0, tone(f, 2.2), loud)
    return times(out, line([(0, 0), (0.02, 1), (2.0, 1), (2.19, 0)], 2.2))


def line_breath(rng):
    """An old man on the line: a breath in, a longer one out."""
    into = times(bandpass(noise(rng, 2.4), 1700, 0.7), swell([(0.05, 0), (0.45, 0.8), (0.8, 0.5), (0.95, 0)], 2.4))
    out = times(bandpass(noise(rng, 2.4), 850, 0.8), swell([(1.05, 0), (1.3, 1.0), (1.7, 0.6), (2.3, 0)], 2.4))
    rough = [1 + 0.35 * x for x in tone(line([(0, 21), (2.4, 15)], 2.4), 2.4)]
    wheeze = times(tone(line([(0, 610), (1.2, 560), (2.4, 500)], 2.4), 2.4),
                   swell([(1.2, 0), (1.5, 0.02), (2.2, 0)], 2.4))
    hiss = times(noise(rng, 2.4), line([(0, 0), (0.05, 0.012), (2.34, 0.012), (2.4, 0)], 2.4))
    return telephone([a + b * r + w + h for a, b, r, w, h in zip(into, out, rough, wheeze, hiss)])


def buzz(rng):
    """A telephone trembling on a wooden desk, twice."""
    out = silence(1.35)
    for at in (0.02, 0.72):
        long = 0.55
        pitch = line([(0, 120), (0.06, 158), (0.48, 156), (0.55, 120)], long)
        shape = swell([(0, 0), (0.07, 1), (0.46, 1), (0.54, 0)], long)
        motor = [tanh(2.2 * x) for x in tone(pitch, long)]
        chatter_ = bandpass(times(noise(rng, long), [max(0.0, x) ** 6 for x in tone(pitch, long)]), 1400, 0.7)
        wood = [a + b for a, b in zip(bandpass(motor, 190, 1.2), scaled(bandpass(motor, 480, 2.0), 0.9))]
        add(out, at, times([w + 1.6 * c for w, c in zip(wood, chatter_)], shape))
    return room(lowpass(out, 3500), 0.12, 0.1)


# ---- the sounds: a room and the people in it -------------------------------------

def slam(rng):
    """A flat hand on a counter, and what stood on it."""
    out = silence(0.8)
    clap = times(bandpass(noise(rng, 0.2), 1300, 0.45), decay(0.2, 0.009, 0.0006))
    add(out, 0.015, clap, 2.4)
    add(out, 0.015, struck([(96, 1.3, 0.05), (148, 1.0, 0.04), (231, 0.7, 0.028), (388, 0.45, 0.018)], 0.5), 0.8)
    for at, loud in ((0.07, 0.1), (0.115, 0.07), (0.15, 0.04)):
        add(out, at, struck([(1870, 1, 0.012), (3120, 0.7, 0.008)], 0.1), loud)
    return room(out, 0.35, 0.22)


def door(rng):
    """A handle, a leaf that swings, a latch."""
    out = silence(1.35)
    add(out, 0.02, clack(rng, 480, 2300), 0.55)
    add(out, 0.13, clack(rng, 330, 1700), 0.6)
    swing = times(lowpass(bandpass(noise(rng, 0.7), 380, 0.5), 900), swell([(0, 0), (0.25, 1), (0.68, 0)], 0.7))
    add(out, 0.2, swing, 0.35)
    pitch = swell([(0, 430), (0.2, 520), (0.45, 470)], 0.5)
    creak = times(bandpass([max(0.0, x) ** 9 for x in tone([p / 6 for p in pitch], 0.5)], 900, 3),
                  swell([(0, 0), (0.15, 1), (0.45, 0)], 0.5))
    add(out, 0.3, creak, 0.12)
    add(out, 0.98, struck([(118, 1, 0.03), (205, 0.7, 0.02)], 0.3), 0.55)
    add(out, 0.99, clack(rng, 390, 1900), 0.5)
    return room(out, 0.3, 0.25)


def car_door(rng):
    """A car door falls shut, out of doors."""
    out = silence(0.9)
    add(out, 0.02, clack(rng, 700, 2100), 0.16)
    add(out, 0.1, struck([(62, 1.2, 0.05), (97, 1.2, 0.045), (163, 0.6, 0.025), (270, 0.3, 0.016)], 0.6, 0.003))
    push = times(lowpass(noise(rng, 0.35), 520), decay(0.35, 0.028, 0.003))
    add(out, 0.1, push, 1.6)
    add(out, 0.125, clack(rng, 520, 1500), 0.4)
    add(out, 0.19, clack(rng, 900, 2600), 0.08)
    return room(out, 0.2, 0.1, 1800)


def footsteps(rng):
    """Four steps of leather soles on a hard floor, coming nearer."""
    out = silence(2.3)
    for k in range(4):
        at = 0.03 + k * 0.52 + rng.uniform(-0.012, 0.012)
        near = 0.6 + 0.13 * k
        heel = struck([(rng.uniform(150, 175), 1.0, 0.016), (420, 0.5, 0.01), (980, 0.3, 0.006)], 0.2)
        add(heel, 0, times(bandpass(noise(rng, 0.1), 1500, 0.6), decay(0.1, 0.005)), 0.8)
        add(out, at, heel, near)
        toe = times(bandpass(noise(rng, 0.14), 950, 0.7), decay(0.14, 0.013, 0.008))
        add(out, at + 0.085, toe, 0.45 * near)
    return room(out, 0.45, 0.22, 2800)


def ceramic(rng, base, seconds=0.4):
    modes = [(base, 1.0, 0.022), (base * 1.47, 0.7, 0.018), (base * 2.09, 0.5, 0.014), (base * 2.9, 0.3, 0.009)]
    return struck([(f * rng.uniform(0.995, 1.005), a, h) for f, a, h in modes], seconds)


def cup(rng):
    """A tea cup finds its saucer."""
    out = silence(0.75)
    for at, base, loud in ((0.02, 1930, 0.8), (0.1, 2110, 0.4), (0.15, 1930, 0.22), (0.18, 2060, 0.12)):
        add(out, at, ceramic(rng, base), loud)
    add(out, 0.02, struck([(210, 1, 0.014), (340, 0.6, 0.01)], 0.15), 0.5)
    return room(out, 0.22, 0.15)


def glass(rng):
    """A glass touches another."""
    out = silence(1.3)
    modes = [(1480, 1.0, 0.16), (2760, 0.65, 0.11), (4330, 0.35, 0.07), (6240, 0.18, 0.04)]
    for at, bend, loud in ((0.015, 1.0, 1.0), (0.022, 1.063, 0.7)):
        add(out, at, struck([(f * bend, a, h) for f, a, h in modes], 1.2), loud)
    add(out, 0.015, times(bandpass(noise(rng, 0.03), 5000, 1), decay(0.03, 0.002)), 0.5)
    return room(out, 0.25, 0.12)


def cutlery(rng):
    """Chopsticks, spoons and plates at a table."""
    out = silence(1.6)
    for at, base, loud in ((0.03, 2900, 0.5), (0.16, 3350, 0.35), (0.52, 2450, 0.55), (0.6, 3700, 0.25),
                           (1.0, 3050, 0.4), (1.09, 2700, 0.5)):
        modes = [(base, 1, 0.03), (base * 1.71, 0.5, 0.022), (base * 2.35, 0.3, 0.014)]
        add(out, at, struck(modes, 0.4), loud)
    add(out, 0.53, ceramic(rng, 1650), 0.35)
    add(out, 1.1, ceramic(rng, 1420), 0.4)
    return room(lowpass(out, 7000), 0.3, 0.2)


def splash(rng):
    """Water knocked over: the slap, the spill, the last drops."""
    out = silence(1.4)
    slap = times(bandpass(noise(rng, 0.6), 1500, 0.45), decay(0.6, 0.05, 0.008))
    add(out, 0.02, slap, 1.0)
    spill = times(bandpass(noise(rng, 1.2), 2600, 0.5), swell([(0, 0), (0.12, 0.5), (0.4, 0.3), (1.1, 0)], 1.2))
    add(out, 0.05, spill, 0.6)
    for _ in range(34):
        at = 0.04 + 1.15 * rng.random() ** 1.8
        f, long = rng.uniform(420, 1900), rng.uniform(0.02, 0.06)
        bubble = times(tone(line([(0, f), (long, f * 1.5)], long), long), decay(long, long / 4, 0.003))
        add(out, at, times(bubble, line([(0, 1), (long * 0.7, 1), (long * 0.98, 0)], long)),
            rng.uniform(0.1, 0.34) * (1.2 - at * 0.7))
    return room(out, 0.25, 0.12)


def rustle(rng, seconds, shape, grains, low=1800, high=5200):
    """Paper moving: soft air and a handful of crackles under one shape."""
    air = bandpass(noise(rng, seconds), (low + high) / 2, 0.5)
    body = scaled(air, 0.18)
    for _ in range(grains):
        long = rng.uniform(0.004, 0.02)
        grain = times(bandpass(noise(rng, 0.05), rng.uniform(low, high), 1.2), decay(0.05, long / 2, 0.001))
        add(body, rng.uniform(0, seconds - 0.05), grain, rng.uniform(0.3, 1.0))
    return times(body, swell(shape, seconds))


def paper(rng):
    """Sheets taken up and squared."""
    out = silence(1.15)
    add(out, 0.02, rustle(rng, 0.5, [(0, 0), (0.12, 1), (0.3, 0.5), (0.48, 0)], 40))
    add(out, 0.5, rustle(rng, 0.4, [(0, 0), (0.1, 0.8), (0.38, 0)], 26))
    for at in (0.84, 0.97):
        add(out, at, struck([(240, 0.5, 0.012), (520, 0.25, 0.008)], 0.1), 0.35)
        add(out, at, times(bandpass(noise(rng, 0.08), 2400, 0.7), decay(0.08, 0.009, 0.002)), 0.45)
    return room(out, 0.15, 0.1)


def keyboard(rng):
    """A line typed at a quiet keyboard."""
    out = silence(1.75)
    t = 0.02
    while t < 1.55:
        low = rng.uniform(300, 390)
        add(out, t, clack(rng, low, rng.uniform(2300, 3100), 0.08), rng.uniform(0.5, 0.85))
        add(out, t + rng.uniform(0.06, 0.08), clack(rng, low * 1.5, 3600, 0.05), 0.16)
        t += rng.choice((0.1, 0.115, 0.13, 0.14, 0.16, 0.24))
    return room(lowpass(out, 5200), 0.14, 0.12)


def watch_tick(rng):
    """A watch in a silence: tick, tock, tick, tock; loops."""
    out = silence(2.0)
    for k in range(4):
        f = 2350 if k % 2 == 0 else 1980
        tick = struck([(f, 0.8, 0.006), (f * 1.83, 0.5, 0.004), (f * 0.43, 0.4, 0.008)], 0.12, 0.0006)
        add(tick, 0.028, struck([(f * 1.21, 0.35, 0.004)], 0.05, 0.0006))
        add_round(out, 0.05 + 0.5 * k, room(tick + silence(0.15), 0.1, 0.12))
    return out


def chatter(rng):
    """Ten people behind you, none of whom can be understood. It begins and
    ends in a lull, so that it may be heard once or over and over."""
    long = 6.0
    out = silence(long)
    for k in range(10):
        woman = k % 2
        talk = babble(rng, 5.2, rng.uniform(195, 235) if woman else rng.uniform(105, 140),
                      1.17 if woman else 1.0, rng.uniform(4.2, 5.4), 0.8)
        add_round(out, rng.uniform(0, long), talk, rng.uniform(0.5, 1.0))
    twice = room(out + out, 0.8, 0.35, 1800)
    bed = lowpass(highpass(lowpass(twice, 1100), 140), 2200)[-len(out):]
    return times(bed, line([(0, 0), (0.06, 0.2), (0.9, 1), (4.9, 1), (5.75, 0.2), (5.97, 0)], long))


def room_tone(rng):
    """An office with nobody speaking: air, and a faint hum of mains; loops."""
    long, cross = 6.0, 1.0
    air, low = [], 0.0
    for x in noise(rng, long + cross):
        low = 0.985 * low + 0.015 * x
        air.append(low)
    high = lowpass(highpass(noise(rng, long + cross), 700), 2600)
    bed = seamless([a + 0.012 * h for a, h in zip(highpass(air, 60), high)], cross)
    for f, loud in ((100, 0.006), (200, 0.003), (300, 0.0012)):
        add(bed, 0, tone(f, long), loud)
    return bed


def heart(rng):
    """Two soft beats under a held breath; loops."""
    out = silence(2.4)
    for k in range(2):
        for at, f, loud in ((0.04, 62, 1.0), (0.3, 74, 0.55)):
            pitch = line([(0, f * 1.5), (0.05, f), (0.5, f * 0.85)], 0.5)
            beat = times(tone(pitch, 0.5), decay(0.5, 0.05, 0.02))
            # An octave above, so that small loudspeakers have something to move.
            add(beat, 0, times(tone([2 * p for p in pitch], 0.5), decay(0.5, 0.035, 0.02)), 0.6)
            add_round(out, at + 1.2 * k, beat, loud)
    return lowpass(out, 420)


def murmur_low(rng):
    """A man says something: the tune of speech without its words."""
    return room(lowpass(lowpass(babble(rng, 1.15, 122, 1.0, 4.8), 1250), 2400), 0.2, 0.15, 2000)


def murmur_high(rng):
    """A woman says something: the tune of speech without its words."""
    return room(lowpass(lowpass(babble(rng, 1.15, 212, 1.17, 4.8), 1500), 2600), 0.2, 0.15, 2000)


# ---- the sounds: the window itself ----------------------------------------------

def bell(freq, seconds, half):
    return struck([(freq, 1.0, half), (2 * freq, 0.25, half * 0.55), (3.01 * freq, 0.08, half * 0.3),
                   (freq / 2, 0.18, half)], seconds, 0.008)


def chime_met(rng):
    """Two warm notes, rising: a standard met."""
    out = silence(1.2)
    add(out, 0.01, bell(523.25, 1.1, 0.13), 0.8)
    add(out, 0.13, bell(783.99, 1.0, 0.15), 0.7)
    return room(out, 0.3, 0.15)


def chime_missed(rng):
    """One low note: a standard missed, said without scolding."""
    out = silence(0.95)
    add(out, 0.01, bell(233.08, 0.9, 0.12))
    add(out, 0.01, bell(277.18, 0.9, 0.08), 0.35)
    return room(lowpass(out, 1400), 0.25, 0.12)


def page(rng):
    """A page turns."""
    return highpass(rustle(rng, 0.34, [(0, 0), (0.09, 0.5), (0.2, 1), (0.32, 0)], 16, 1500, 3800), 300)


def press(rng):
    """A button goes down."""
    out = silence(0.07)
    add(out, 0.002, struck([(620, 0.8, 0.006), (1240, 0.3, 0.004)], 0.06, 0.0015))
    add(out, 0.002, times(bandpass(noise(rng, 0.03), 2600, 0.8), decay(0.03, 0.002)), 0.25)
    return out


# ---- levels ------------------------------------------------------------------

# Loudness wanted, in LUFS over the loudest 0.4 seconds. What happens on stage
# stands at about -20; what is far off, goes on and on, or comes after every
# press is softer by nature. No peak goes beyond PEAK: knocks are rounded off
# by DRIVE decibels at most, and come out softer where that is not enough.
SOUNDS = {
    "ring": (ring, -19), "ring-far": (ring_far, -28), "ring-mobile": (ring_mobile, -20), "pickup": (pickup, -21),
    "hangup": (hangup, -20), "dial-tone": (dial_tone, -25), "line-breath": (line_breath, -25), "slam": (slam, -17),
    "buzz": (buzz, -21), "door": (door, -20), "car-door": (car_door, -20), "footsteps": (footsteps, -21),
    "cup": (cup, -21), "glass": (glass, -21), "cutlery": (cutlery, -22), "splash": (splash, -20),
    "paper": (paper, -22), "chatter": (chatter, -27), "keyboard": (keyboard, -24), "watch-tick": (watch_tick, -30),
    "room-tone": (room_tone, -38), "heart": (heart, -27), "chime-met": (chime_met, -25),
    "chime-missed": (chime_missed, -26), "page": (page, -28), "press": (press, -32),
    "murmur-low": (murmur_low, -23), "murmur-high": (murmur_high, -23),
}
LOOPS = {"watch-tick", "room-tone", "heart"}
LONG = {"room-tone", "chatter"}
PEAK = 10 ** (-3 / 20)
DRIVE = 6


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


def measure(name, x):
    """One row of the table that is printed, and what is wrong with the sound."""
    loop = name in LOOPS
    long, peak = len(x) / RATE, max(abs(v) for v in x)
    power = sum(v * v for v in x) / len(x)
    offset = sum(x) / len(x)
    loud = loudness(x, loop)
    # A loop's seam may step no further than the sound itself does elsewhere.
    ends = abs(x[0] - x[-1]) if loop else max(abs(x[0]), abs(x[-1]))
    most = max(abs(a - b) for a, b in zip(x, x[1:])) if loop else 0.002
    wrong = []
    if peak > PEAK + 0.001:
        wrong.append("clipped")
    if long > (6 if name in LONG else 2.5):
        wrong.append("too long")
    if abs(offset) > 0.002:
        wrong.append("off centre")
    if ends > most:
        wrong.append("clicks at its ends")
    if loud < SOUNDS[name][1] - 8:
        wrong.append("too soft")
    row = f"{name:13}{long:6.2f} s{20 * log10(peak):8.1f} dB peak{decibels(power):8.1f} dB RMS{loud:8.1f} LUFS"
    return row + ("  loop" if loop else "") + "".join("  !! " + w for w in wrong), wrong


def write(name, x):
    path = OUT / f"{name}.wav"
    whole = [max(-32767, min(32767, round(v * 32767))) for v in x]
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(struct.pack(f"<{len(whole)}h", *whole))


def main():
    names = sys.argv[1:] or list(SOUNDS)
    unknown = [n for n in names if n not in SOUNDS]
    if unknown:
        sys.exit(f"no such sound: {', '.join(unknown)}. There are: {', '.join(SOUNDS)}.")
    OUT.mkdir(parents=True, exist_ok=True)
    bad = False
    for name in names:
        make, target = SOUNDS[name]
        x = finish(make(Random(name)), target, name in LOOPS)
        row, wrong = measure(name, x)
        print(row)
        bad = bad or bool(wrong)
        write(name, x)
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
