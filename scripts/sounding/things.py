"""A room, the things in it, and the people at its table."""

from .signals import (add, add_round, bandpass, decay, highpass, line, lowpass, noise, room, scaled, seamless, silence,
                      struck, swell, times, tone)
from .telephones import clack
from .voices import babble


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
