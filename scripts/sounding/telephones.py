"""Telephones."""

from math import tanh

from .signals import (add, bandpass, decay, highpass, line, lowpass, noise, room, silence, struck, swell, telephone,
                      times, tone, scaled)


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


def ringback(rng):
    """What is heard in the receiver while it rings at the other end: 450 Hz, on and off."""
    out = silence(2.4)
    for at in (0, 1.42):
        burst = times(tone(450, 0.9), line([(0, 0), (0.015, 1), (0.87, 1), (0.895, 0)], 0.9))
        add(out, at, burst)
    return telephone(out)


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
