"""The window's own cues."""

from .signals import add, bandpass, decay, highpass, lowpass, noise, room, silence, struck, times
from .things import rustle


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
