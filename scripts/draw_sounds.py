#!/usr/bin/env python3
"""Draws the sounds: synthesises assets/sounds/**/NAME.wav, 16-bit mono.

Needs nothing but the standard library and gives the same bytes every time:
each sound has its own generator of noise, seeded with its name. Every function
in scripts/sounding makes one, as a list of floats; the table here says which
class of loudness it belongs to and which run on as a loop without a seam.
Afterwards all are measured, and a clipped, cut-off, lopsided, overlong or
wrongly loud one is an error.

What lies in assets/sounds itself may be named by scenarios; `bodies`, `cues`,
`rooms` and `voices` are the window's own.

    python3 scripts/draw_sounds.py [NAME ...]
"""

import struct
import sys
import wave
from math import log10
from pathlib import Path
from random import Random

from sounding import bodies, cues, rooms, telephones, things, voices
from sounding.levels import LEVELS, PEAK, decibels, finish, loudness
from sounding.signals import RATE

OUT = Path(__file__).resolve().parent.parent / "assets" / "sounds"

SOUNDS = {
    "ring": (telephones.ring, "near"), "ring-far": (telephones.ring_far, "far"),
    "ring-mobile": (telephones.ring_mobile, "near"), "pickup": (telephones.pickup, "near"),
    "hangup": (telephones.hangup, "near"), "dial-tone": (telephones.dial_tone, "far"),
    "ringback": (telephones.ringback, "near"),
    "line-breath": (telephones.line_breath, "far"), "buzz": (telephones.buzz, "near"),
    "slam": (things.slam, "near"), "door": (things.door, "near"), "car-door": (things.car_door, "near"),
    "footsteps": (things.footsteps, "near"), "cup": (things.cup, "near"), "glass": (things.glass, "near"),
    "cutlery": (things.cutlery, "near"), "splash": (things.splash, "near"), "paper": (things.paper, "near"),
    "chatter": (things.chatter, "far"), "keyboard": (things.keyboard, "far"),
    "watch-tick": (things.watch_tick, "far"), "room-tone": (things.room_tone, "ambience"),
    "heart": (things.heart, "far"), "murmur-low": (things.murmur_low, "speech"),
    "murmur-high": (things.murmur_high, "speech"),
    "cues/met": (cues.chime_met, "cue"), "cues/missed": (cues.chime_missed, "cue"),
    "bodies/cloth": (bodies.cloth, "body"), "bodies/hands": (bodies.hands, "body"),
    "bodies/card": (bodies.card, "body"), "bodies/sheet": (bodies.sheet, "body"),
    "bodies/cup": (bodies.cup_down, "body"), "bodies/tray": (bodies.tray, "body"),
    "bodies/pour": (bodies.pour, "body"), "bodies/chair": (bodies.chair, "body"),
    "bodies/pen": (bodies.pen, "body"), "bodies/umbrella": (bodies.umbrella, "body"),
}
for k in range(1, 5):
    SOUNDS[f"bodies/step-hard-{k}"] = (bodies.step_hard, "body")
    SOUNDS[f"bodies/step-soft-{k}"] = (bodies.step_soft, "body")
for room, make in rooms.ROOMS.items():
    SOUNDS[f"rooms/{room}"] = (make, "ambience")
for speaker in voices.SPEAKERS:
    SOUNDS[f"voices/{speaker}"] = ((lambda who: lambda rng: voices.syllables(rng, who))(speaker), "speech")

LOOPS = {"watch-tick", "room-tone", "heart"} | {name for name in SOUNDS if name.startswith("rooms/")}
# Seconds; a sound that is not named here is over in two and a half.
LONGEST = {"room-tone": 6, "chatter": 6} | {name: 10 for name in SOUNDS if name.startswith("rooms/")} \
    | {name: 3.2 for name in SOUNDS if name.startswith("voices/")}
WITHIN = 1.5


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
    wanted = LEVELS[SOUNDS[name][1]]
    wrong = []
    if peak > PEAK + 0.001:
        wrong.append("clipped")
    if long > LONGEST.get(name, 2.5) + 0.001:
        wrong.append("too long")
    if abs(offset) > 0.002:
        wrong.append("off centre")
    if ends > most:
        wrong.append("clicks at its ends")
    if abs(loud - wanted) > WITHIN:
        wrong.append(f"not at {wanted} LUFS")
    row = f"{name:20}{long:6.2f} s{20 * log10(peak):8.1f} dB peak{decibels(power):8.1f} dB RMS{loud:8.1f} LUFS"
    return row + ("  loop" if loop else "") + "".join("  !! " + w for w in wrong), wrong


def write(name, x, rate):
    path = OUT / f"{name}.wav"
    path.parent.mkdir(parents=True, exist_ok=True)
    whole = [max(-32767, min(32767, round(v * 32767))) for v in x]
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(struct.pack(f"<{len(whole)}h", *whole))


def main():
    names = sys.argv[1:] or list(SOUNDS)
    unknown = [n for n in names if n not in SOUNDS]
    if unknown:
        sys.exit(f"no such sound: {', '.join(unknown)}. There are: {', '.join(SOUNDS)}.")
    bad = False
    for name in names:
        make, level = SOUNDS[name]
        x = finish(make(Random(name)), LEVELS[level], name in LOOPS)
        row, wrong = measure(name, x)
        print(row, flush=True)
        bad = bad or bool(wrong)
        write(name, *(rooms.halved(x) if name.startswith("rooms/") else (x, RATE)))
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
