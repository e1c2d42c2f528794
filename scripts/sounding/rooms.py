"""How places sound while nobody speaks: eight beds of air, each a loop without a seam."""

from math import pi, sin

from .signals import (RATE, add, add_round, bandpass, highpass, lowpass, noise, room, scaled, seamless, silence,
                      struck, swell, times, tone)
from .things import ceramic
from .telephones import clack
from .voices import babble

LONG = 10.0
CROSS = 1.5


def looped(filtered, x):
    """Filters a loop so that its end still meets its beginning."""
    return filtered(x + x)[len(x):]


def air(rng, depth=0.985, hiss=0.012, low=60):
    """The air of a closed room: mostly deep, with a little hiss."""
    deep, at = [], 0.0
    for x in noise(rng, LONG + CROSS):
        at = depth * at + (1 - depth) * x
        deep.append(at)
    high = lowpass(highpass(noise(rng, LONG + CROSS), 700), 2600)
    return seamless([a + hiss * h for a, h in zip(highpass(deep, low), high)], CROSS)


def breathing(x, depth, turns, phase=0.0):
    """Lets a loop swell and sink a whole number of times."""
    n = len(x)
    return [v * (1 - depth + depth * (0.5 + 0.5 * sin(2 * pi * turns * i / n + phase))) for i, v in enumerate(x)]


def people(rng, count, tail, wet, bright=1400):
    """So many people at some distance, none of whom can be understood."""
    out = silence(LONG)
    for k in range(count):
        woman = k % 2
        talk = babble(rng, rng.uniform(3.0, 4.6), rng.uniform(190, 235) if woman else rng.uniform(100, 140),
                      1.17 if woman else 1.0, rng.uniform(4.0, 5.2), 0.8)
        # Two turns each, so that nobody is heard to begin with the loop.
        for _ in range(2):
            add_round(out, rng.uniform(0, LONG), talk, rng.uniform(0.5, 1.0))
    return looped(lambda x: lowpass(highpass(lowpass(room(x, tail, wet, bright), 1000), 150), 1900), out)


def far(sound, tail=0.6, wet=0.5, dull=2400):
    """A thing heard from the other end of a room."""
    return lowpass(room(sound + silence(tail), tail, wet, 1800), dull)


def peak(x):
    return max(abs(v) for v in x) or 1.0


def mixed(*layers):
    """Layers with a share each, evened by their own loudest moment."""
    out = silence(LONG)
    for layer, share in layers:
        add(out, 0, layer, share / peak(layer))
    return out


def office(rng):
    """Ventilation, mains, somebody typing two desks on."""
    hum = silence(LONG)
    for f, loud in ((100, 1.0), (200, 0.5), (300, 0.2)):
        add(hum, 0, tone(f, LONG), loud)
    keys, t = silence(LONG), 0.6
    while t < LONG - 0.8:
        add_round(keys, t, far(clack(rng, rng.uniform(300, 390), 2400, 0.08), 0.2, 0.3, 1900), rng.uniform(0.4, 1.0))
        t += rng.choice((0.11, 0.13, 0.15, 0.19, 0.24, 0.3, 1.7, 2.2))
    return mixed((air(rng), 1.0), (hum, 0.09), (keys, 0.3))


def hall(rng):
    """A service hall: many people waiting, a hard floor, a high ceiling."""
    steps = silence(LONG)
    for start in (1.2, 6.1):
        for k in range(5):
            heel = struck([(rng.uniform(150, 175), 1.0, 0.016), (420, 0.5, 0.01), (980, 0.3, 0.006)], 0.2)
            add_round(steps, start + k * 0.55, far(heel, 0.9, 0.6, 1600), 0.5 + 0.1 * k)
    return mixed((people(rng, 10, 1.1, 0.6), 1.0), (air(rng, 0.97, 0.03), 0.5), (steps, 0.35))


def bar(rng):
    """A bar counter: a few tables, glasses, a refrigerator under the board."""
    glass = silence(LONG)
    for at in (0.9, 2.7, 2.95, 5.6, 7.4, 8.8):
        bend = rng.uniform(0.9, 1.2)
        ting = struck([(1480 * bend, 1.0, 0.1), (2760 * bend, 0.6, 0.07), (4330 * bend, 0.25, 0.04)], 0.7)
        add_round(glass, at, far(ting, 0.4, 0.4, 3600), rng.uniform(0.4, 1.0))
    hum = mixed((tone(50, LONG), 0.5), (tone(100, LONG), 1.0), (tone(150, LONG), 0.3))
    return mixed((people(rng, 7, 0.6, 0.4, 1700), 1.0), (glass, 0.3), (hum, 0.12), (air(rng), 0.35))


def lounge(rng):
    """A lounge: thick carpets, low voices, a cup now and then."""
    cups = silence(LONG)
    for at in (1.7, 4.9, 5.1, 8.3):
        add_round(cups, at, far(ceramic(rng, rng.uniform(1500, 2100)), 0.3, 0.3, 2600), rng.uniform(0.4, 1.0))
    voices = looped(lambda x: lowpass(x, 900), people(rng, 4, 0.4, 0.25, 1000))
    return mixed((air(rng, 0.988, 0.008), 0.8), (voices, 0.8), (cups, 0.22))


def terrace(rng):
    """A terrace at dusk: wind in leaves, crickets, a road far below."""
    def wind():
        leaves = seamless(bandpass(noise(rng, LONG + CROSS), 1300, 0.4), CROSS)
        return breathing(breathing(leaves, 0.8, 2, rng.uniform(0, 6)), 0.5, 5)
    crickets = silence(LONG)
    for at, f in ((0.4, 3350), (1.5, 3350), (2.9, 3520), (4.2, 3350), (5.4, 3520), (6.9, 3350), (8.2, 3520), (9.1, 3350)):
        for k in range(rng.randint(6, 11)):
            chirp = times(tone(f * rng.uniform(0.995, 1.005), 0.03), swell([(0, 0), (0.01, 1), (0.027, 0)], 0.03))
            add_round(crickets, at + k * 0.052, chirp, 1.0)
    road = breathing(air(rng, 0.99, 0.0, 70), 0.6, 1, 1.0)
    return mixed((wind(), 0.7), (road, 0.8), (looped(lambda x: highpass(x, 2000), crickets), 0.22))


def lobby(rng):
    """A hotel lobby: stone, height, a trolley, people passing."""
    trolley = seamless(bandpass(noise(rng, LONG + CROSS), 240, 0.8), CROSS)
    rolls = swell([(0, 0), (2.2, 0), (4.0, 1), (6.2, 0), (LONG, 0)], LONG)
    bell_ = silence(LONG)
    add_round(bell_, 7.6, far(struck([(1046, 1.0, 0.25), (2093, 0.3, 0.12)], 1.2, 0.004), 1.2, 0.6, 2600))
    return mixed((people(rng, 5, 1.3, 0.8, 1500), 0.9), (air(rng, 0.98, 0.02), 0.6), (times(trolley, rolls), 0.3),
                 (bell_, 0.16))


def corridor(rng):
    """A corridor: hollow air, a lift shaft humming behind a wall."""
    whole = air(rng, 0.98, 0.02)
    hollow = looped(lambda x: bandpass(x, 185, 2.2), whole)
    lift = mixed((tone(75, LONG), 1.0), (tone(150, LONG), 0.4))
    return mixed((whole, 0.8), (hollow, 0.6), (breathing(lift, 0.7, 1), 0.1))


def fair(rng):
    """A trade fair: a crowd under a far roof."""
    crowd = people(rng, 14, 1.5, 0.9, 1700)
    return mixed((crowd, 1.0), (scaled(air(rng, 0.96, 0.05), 1.0), 0.6))


ROOMS = {f.__name__: f for f in (office, hall, bar, lounge, terrace, lobby, corridor, fair)}


def halved(x):
    """Every other sample of a loop: air has nothing above five kilohertz."""
    x = x[:len(x) // 2 * 2]
    return looped(lambda y: lowpass(lowpass(y, 4200), 4600), x)[::2], RATE // 2
