"""What bodies make heard on the stage: soles, cloth, paper, cups, chairs."""

from .signals import add, bandpass, decay, highpass, line, lowpass, noise, room, scaled, silence, struck, swell, times
from .things import ceramic, rustle


def step_hard(rng):
    """One leather sole on stone: heel, then toe."""
    out = silence(0.34)
    heel = struck([(rng.uniform(148, 178), 1.0, 0.016), (rng.uniform(390, 450), 0.5, 0.01),
                   (rng.uniform(900, 1050), 0.3, 0.006)], 0.2)
    add(out, 0.005, heel, 0.9)
    add(out, 0.005, times(bandpass(noise(rng, 0.12), rng.uniform(1500, 2000), 0.7), decay(0.12, 0.006)), 0.7)
    toe = times(bandpass(noise(rng, 0.14), rng.uniform(850, 1100), 0.7), decay(0.14, 0.012, 0.006))
    add(out, rng.uniform(0.07, 0.09), toe, 0.35)
    return room(out, 0.4, 0.2, 2800)


def step_soft(rng):
    """One sole on a carpet."""
    out = silence(0.26)
    add(out, 0.005, struck([(rng.uniform(82, 100), 1.0, 0.022), (rng.uniform(150, 190), 0.6, 0.016)], 0.2, 0.004))
    add(out, 0.005, times(lowpass(bandpass(noise(rng, 0.2), 520, 0.5), 1400), decay(0.2, 0.022, 0.006)), 1.1)
    brush = times(bandpass(noise(rng, 0.16), rng.uniform(1500, 2100), 0.6), swell([(0, 0), (0.04, 1), (0.14, 0)], 0.16))
    add(out, 0.06, brush, 0.22)
    return room(lowpass(out, 2600), 0.14, 0.08)


def cloth(rng):
    """A jacket bends and comes up again."""
    out = silence(0.62)
    for at, long, loud in ((0.0, 0.34, 1.0), (0.26, 0.34, 0.6)):
        air = bandpass(noise(rng, long), rng.uniform(1300, 1700), 0.5)
        slow = times(air, swell([(0, 0), (long * 0.4, 1), (long * 0.95, 0)], long))
        add(out, at, slow, loud)
    add(out, 0.04, rustle(rng, 0.45, [(0, 0), (0.16, 0.5), (0.42, 0)], 10, 900, 2400), 0.7)
    return lowpass(highpass(out, 300), 3600)


def hands(rng):
    """Two hands meet."""
    out = silence(0.42)
    pat = times(lowpass(bandpass(noise(rng, 0.2), 620, 0.5), 1800), decay(0.2, 0.018, 0.004))
    add(out, 0.06, pat, 1.0)
    sleeve = times(bandpass(noise(rng, 0.4), 1900, 0.6), swell([(0, 0), (0.1, 0.6), (0.22, 0.4), (0.38, 0)], 0.4))
    add(out, 0.0, sleeve, 0.3)
    return room(lowpass(out, 3600), 0.14, 0.1)


def card(rng):
    """A stiff card between fingers."""
    out = silence(0.4)
    add(out, 0.01, rustle(rng, 0.22, [(0, 0), (0.05, 0.7), (0.2, 0)], 8, 2000, 4200), 0.8)
    flick = struck([(880, 0.5, 0.007), (1730, 0.35, 0.005), (2600, 0.2, 0.004)], 0.1, 0.001)
    add(out, 0.13, flick, 0.7)
    add(out, 0.13, times(bandpass(noise(rng, 0.06), 3100, 0.9), decay(0.06, 0.004)), 0.6)
    return room(out, 0.12, 0.1)


def sheet(rng):
    """A sheet of paper is taken."""
    return room(rustle(rng, 0.5, [(0, 0), (0.1, 0.9), (0.22, 0.5), (0.34, 0.7), (0.48, 0)], 26), 0.12, 0.1)


def cup_down(rng):
    """A tea cup, taken from its saucer or set down."""
    out = silence(0.5)
    for at, base, loud in ((0.02, 1930, 0.8), (0.09, 2110, 0.3)):
        add(out, at, ceramic(rng, base), loud)
    add(out, 0.02, struck([(210, 1, 0.014), (340, 0.6, 0.01)], 0.15), 0.4)
    return room(lowpass(out, 5200), 0.2, 0.14)


def tray(rng):
    """Glasses touch on a tray."""
    out = silence(0.7)
    for at, bend, loud in ((0.02, 1.0, 0.6), (0.1, 1.12, 0.4), (0.21, 0.94, 0.3)):
        modes = [(1480 * bend, 1.0, 0.05), (2760 * bend, 0.6, 0.035), (4330 * bend, 0.25, 0.02)]
        add(out, at, struck(modes, 0.45), loud)
    return room(lowpass(out, 6000), 0.22, 0.12)


def pour(rng):
    """Tea runs into a cup that fills."""
    long = 1.7
    out = silence(long)
    stream = bandpass(noise(rng, long), 2100, 0.6)
    add(out, 0, times(stream, swell([(0.02, 0), (0.18, 0.5), (1.3, 0.45), (1.55, 0)], long)), 0.5)
    t = 0.1
    while t < 1.45:
        # The fuller the cup, the higher it sings.
        f = (520 + 480 * t / 1.5) * rng.uniform(0.86, 1.2)
        bubble = struck([(f, 1.0, 0.018), (2.1 * f, 0.25, 0.01)], 0.12, 0.003)
        add(out, t, bubble, rng.uniform(0.12, 0.32))
        t += rng.uniform(0.018, 0.05)
    return room(lowpass(out, 4800), 0.16, 0.12)


def chair(rng):
    """A chair is moved, or somebody sits down on it."""
    out = silence(0.72)
    scrape = times(bandpass(noise(rng, 0.4), 330, 1.1), [max(0.0, v) for v in swell(
        [(0, 0), (0.08, 1), (0.16, 0.4), (0.25, 0.9), (0.37, 0)], 0.4)])
    add(out, 0.01, scrape, 1.0)
    add(out, 0.03, times(bandpass(noise(rng, 0.36), 900, 0.8), swell([(0, 0), (0.1, 0.6), (0.34, 0)], 0.36)), 0.35)
    add(out, 0.4, struck([(112, 1, 0.03), (187, 0.7, 0.02), (420, 0.3, 0.012)], 0.25, 0.002), 0.7)
    return room(lowpass(out, 3000), 0.25, 0.18)


def pen(rng):
    """A pen writes three words."""
    out = silence(1.2)
    t = 0.02
    while t < 1.05:
        long = rng.uniform(0.05, 0.12)
        stroke = times(bandpass(noise(rng, long), rng.uniform(2300, 3500), 1.0),
                       swell([(0, 0), (long * 0.3, 1), (long * 0.9, 0)], long))
        add(out, t, stroke, rng.uniform(0.4, 1.0))
        if rng.random() < 0.3:
            add(out, t, struck([(310, 0.5, 0.008), (720, 0.25, 0.005)], 0.06, 0.001), 0.4)
        t += long + rng.choice((0.02, 0.03, 0.05, 0.14))
    return room(out, 0.12, 0.1)


def umbrella(rng):
    """An umbrella opens."""
    out = silence(0.7)
    add(out, 0.02, struck([(640, 0.6, 0.008), (1500, 0.4, 0.006)], 0.1, 0.001), 0.6)
    flap = times(lowpass(bandpass(noise(rng, 0.4), 420, 0.4), 2400), line([(0, 0), (0.05, 1), (0.12, 0.5), (0.38, 0)], 0.4))
    add(out, 0.08, flap, 1.0)
    add(out, 0.2, scaled(rustle(rng, 0.4, [(0, 0), (0.08, 0.8), (0.38, 0)], 14, 1200, 3000), 0.6))
    return room(out, 0.2, 0.14)
