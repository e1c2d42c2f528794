#!/usr/bin/env python3
"""Draws the cast: composes bodies, clothes, heads and hair into assets/characters/ID/figure.svg.

Everybody looks to the right in three-quarter view and stands with arms
hanging, on a drawing of 400 x 1000 units (feet at 980). Each top-level group
is one part that the rig (assets/characters/rig.ron) hangs on a bone; arms and
legs are drawn once, at the near side. Run it after a change here:

    python3 scripts/draw_characters.py [ID ...]
"""

import sys
from pathlib import Path

from drawing.body import MAN, WOMAN, arms, bare_legs, body, hands, pelvis, pivots, skirt, trousers, waistband
from drawing.clothes import blazer, jacket, neck, outline, satchel, shaded, shirt, suit, tail
from drawing.hair import (cap, hair_bald, hair_bob, hair_bun, hair_crew, hair_long, hair_mop, hair_perm, hair_pixie, hair_pony, hair_quiff,
                          hair_receding, hair_shoulder, hair_side, hair_slick, hair_spiky, hair_two_plaits, hair_updo, wear_hair)
from drawing.heads import brows, eyes, face_shape, glasses, head, mouths
from drawing.pen import Drawing, dark, fill, line, n, oval
from drawing.staff import STAFF

OUT = Path(__file__).resolve().parent.parent / "assets" / "characters"
FIGURES = {}


def figure(id_, height=1.0, rest="sides", stoop=0.0):
    def add(draw):
        FIGURES[id_] = (draw, height, rest, stoop)
        return draw
    return add


for names, drawn in STAFF:
    figure(*names)(drawn)


def write(id_):
    draw, height, rest, stoop = FIGURES[id_]
    d = Drawing()
    b = draw(d)
    place = OUT / id_
    place.mkdir(parents=True, exist_ok=True)
    text = d.text()
    (place / "figure.svg").write_text(text, encoding="utf-8")
    own = pivots(b)
    rows = ["    height: %s," % height, '    rest: "%s",' % rest]
    if 'id="skirt"' in text:
        rows.append("    stride: 0.62,")
    if stoop:
        rows.append("    stoop: %s," % float(stoop))
    if own:
        rows.append("    pivots: {")
        rows += ["        %s: (%s, %s)," % (k, n(v[0]), n(v[1])) for k, v in own.items()]
        rows.append("    },")
    (place / "figure.ron").write_text("(\n%s\n)\n" % "\n".join(rows), encoding="utf-8")


@figure("you-woman", 0.955, "clasped")
def you_woman(d):
    b = body(WOMAN)
    skin, cloth = "#F6D3B3", "#2F4A6B"
    wear_hair(d, hair_bun("#2E2426"))
    bare_legs(d, b, "#D9A988", "#2A2A35")
    skirt(d, b, cloth)
    blazer(d, b, skin, cloth, top="#FBF6EC", neckline="v", scarf="#E0795B", badge="#F3E3B8", lapel="#375578")
    arms(d, b, cloth, skin, cuff="#FBF6EC")
    hands(d, b, skin, slim=0.9)
    head(d, skin, face_shape(jaw=-4, chin=-1), cheeks="#EE8F78", earring="#F3E3B8")
    eyes(d, "#43291C", woman=True, skin=skin)
    brows(d, "#3A2B27", 5.4, woman=True)
    mouths(d, "#CF6257", woman=True, skin=skin)
    return b


@figure("qiao-zhenhua", 1.0, "behind")
def qiao(d):
    b = body(MAN, belly=9, waist=(134, 272))
    skin, cloth = "#E9B88F", "#33333D"
    wear_hair(d, hair_slick("#3B393C", temple="#A9A5A1"))
    trousers(d, b, cloth, "#241F20")
    pelvis(d, b, cloth)
    suit(d, b, skin, cloth, tie="#8E2F36", pocket="#F2E8D8", thick=4, age=1, lapel="#3E3E49")
    arms(d, b, cloth, skin, cuff="#F6F1E7")
    hands(d, b, skin, slim=1.06)
    head(d, skin, face_shape(jaw=7, chin=3, cheek=1), age=2, nose=2)
    eyes(d, "#33221A", narrow=3, age=3, skin=skin)
    brows(d, "#4A4645", 7.4, arch=2)
    mouths(d, "#A45848", skin=skin)
    return b


NAVY, CORAL, CREAM = "#2F4A6B", "#E0795B", "#FBF6EC"


@figure("you-man", 1.0, "sides")
def you_man(d):
    b = body(MAN)
    skin = "#F3CBA6"
    wear_hair(d, hair_side("#2B2427", volume=2))
    trousers(d, b, NAVY, "#2A2326")
    pelvis(d, b, NAVY)
    suit(d, b, skin, NAVY, tie=CORAL, badge="#F3E3B8", lapel="#375578")
    arms(d, b, NAVY, skin, cuff="#F6F1E7")
    hands(d, b, skin)
    head(d, skin, face_shape(jaw=2), cheeks="#EE9A7C")
    eyes(d, "#3A2419", narrow=1, skin=skin)
    brows(d, "#2E2426", 6.6)
    mouths(d, "#B4584A", skin=skin)
    return b


@figure("guo-lan", 0.95, "behind")
def guo_lan(d):
    b = body(WOMAN, left=133, right=274, waist=(147, 260), hem=(138, 272))
    skin, cloth = "#EFC39C", "#2A3B54"
    front, back = hair_bob("#3A2E30", fringe=False, length=178)
    front += fill([(224, 79), (206, 93), (192, 113), (187, 134), (193, 132), (200, 112), (214, 94)], "#9C9494")
    wear_hair(d, (front, back))
    trousers(d, b, cloth, "#2A2326", slim=0.86)
    pelvis(d, b, cloth)
    blazer(d, b, skin, cloth, top="#F4E7D2", neckline="high", brooch="#E6B65C", badge=None, lapel="#33475F", age=1, hem=600, buttons=2)
    arms(d, b, cloth, skin, cuff="#F4E7D2")
    hands(d, b, skin, slim=0.94)
    head(d, skin, face_shape(jaw=1, chin=3, cheek=1), age=1, earring="#E6B65C")
    eyes(d, "#33221A", woman=True, narrow=3, age=2, skin=skin)
    brows(d, "#3A2E30", 5.6, woman=True, arch=4)
    mouths(d, "#B5524A", woman=True, skin=skin, wide=0.94)
    glasses(d, "square", "#7C3F3B")
    return b


@figure("zhou-bo", 1.015, "loose")
def zhou_bo(d):
    b = body(MAN, left=127, right=280)
    skin = "#EDBF95"
    wear_hair(d, hair_quiff("#33262A"))
    trousers(d, b, "#34425A", "#6A4631", slim=0.92)
    pelvis(d, b, "#34425A")
    shirt(d, b, skin, "#F5F1EA", tie=CORAL, loose=True, badge="#F3E3B8", waist=waistband(d, b, "#34425A", "#5B3A28"))
    arms(d, b, "#F5F1EA", skin, rolled=True)
    hands(d, b, skin)
    head(d, skin, face_shape(jaw=0, chin=4), stubble="#6B4F48")
    eyes(d, "#4A2F1E", narrow=2, skin=skin)
    brows(d, "#33262A", 6.4, arch=5)
    mouths(d, "#B0574A", skin=skin, wide=1.1)
    return b


@figure("fang-min", 0.95, "clasped")
def fang_min(d):
    b = body(WOMAN, left=140, right=266)
    skin, cloth = "#F5D2B2", "#3F5F5A"
    wear_hair(d, hair_pony("#262228", high=False))
    trousers(d, b, "#2F3A3E", "#2A2326", slim=0.82)
    pelvis(d, b, "#2F3A3E")
    blazer(d, b, skin, cloth, top="#F7F2E8", neckline="round", lapel="#4A6D67", hem=584, button="#2F3A3E")
    arms(d, b, cloth, skin)
    hands(d, b, skin, slim=0.88)
    head(d, skin, face_shape(jaw=-5, chin=2))
    eyes(d, "#2F211C", woman=True, narrow=2, skin=skin)
    brows(d, "#2B2528", 5.2, woman=True, arch=2)
    mouths(d, "#C06A5C", woman=True, skin=skin, wide=0.9)
    glasses(d, "square", "#2F2B30")
    return b


@figure("luo-jia", 0.985, "sides")
def luo_jia(d):
    b = body(MAN, left=130, right=276, arm=31, cuff=22)
    skin, cloth = "#F4CFAC", "#7C8798"
    wear_hair(d, hair_mop("#3A2B27"))
    trousers(d, b, cloth, "#3A2C28", slim=1.08)
    pelvis(d, b, cloth)
    suit(d, b, skin, cloth, tie="#5E8A6E", big=7, lapel="#8793A4", hem=618, thick=-4)
    arms(d, b, cloth, skin)
    hands(d, b, skin, slim=0.94)
    d.set_head(1.0)
    head(d, skin, face_shape(jaw=-3, chin=-3, round_=3), cheeks="#EE9A7C", freckles=True)
    eyes(d, "#43291C", skin=skin)
    brows(d, "#3A2B27", 6.2, arch=4)
    mouths(d, "#BD6552", skin=skin, wide=0.9)
    return b


@figure("madam-shen", 0.87, "clasped", stoop=7)
def madam_shen(d):
    b = body(WOMAN, left=132, right=272, waist=(138, 268), hem=(134, 276), belly=6)
    skin, cloth = "#EFCBAA", "#8E3A4A"
    wear_hair(d, hair_perm("#EDE8E2"))
    trousers(d, b, "#3D3540", "#2E2628", slim=0.9)
    pelvis(d, b, "#3D3540")
    flowers = [oval(x, y, 8, 8, "#C97A6E", 0.75) + oval(x, y, 3, 3, "#F0D9A8") for x, y in ((176, 330), (252, 372), (190, 420), (262, 460), (214, 500), (158, 480), (222, 350))]
    jacket(d, b, skin, cloth, collar="mandarin", zip_="#E3BE76", inner=None, hem=612, age=1, print_=flowers)
    arms(d, b, cloth, skin, band="#E3BE76")
    hands(d, b, skin, slim=0.92)
    head(d, skin, face_shape(jaw=3, chin=0, round_=4), age=3, earring="#F6F0E4", cheeks="#E99680")
    eyes(d, "#3B2A22", woman=True, narrow=5, age=4, skin=skin)
    brows(d, "#BDB4AC", 5.0, woman=True)
    mouths(d, "#B9625A", woman=True, skin=skin, wide=0.92)
    return b


@figure("tan-shuo", 1.03, "loose")
def tan_shuo(d, glove=None):
    b = body(MAN, left=121, right=284)
    skin, cloth = "#E3B288", "#CDB08A"
    wear_hair(d, hair_slick("#4A4042", temple="#8C8480"))
    trousers(d, b, "#3B3A44", "#4A2E22")
    pelvis(d, b, "#3B3A44")
    jacket(d, b, skin, cloth, inner="#34323C", closed=False, inner_collar="high", lapels="#DABF9B", hem=700, big=4, thick=3, age=1)
    arms(d, b, cloth, skin, band="#B8976C", glove=glove)
    hands(d, b, skin, glove=glove, slim=1.04)
    head(d, skin, face_shape(jaw=5, chin=5), age=1, nose=2, stubble="#5A4A46")
    eyes(d, "#2E211B", narrow=4, age=2, skin=skin)
    brows(d, "#3F3638", 7.4, arch=3)
    mouths(d, "#A05546", skin=skin)
    return b


@figure("tan-shuo-gloves", 1.03, "loose")
def tan_shuo_gloves(d):
    return tan_shuo(d, glove="#5A3526")


@figure("courier", 0.99, "sides")
def courier(d, glove=None):
    b = body(MAN)
    skin, cloth = "#DDA87C", "#E8933A"
    wear_hair(d, cap("#3B4757", "#2C3542", badge="#E8933A"))
    trousers(d, b, "#3B4757", "#E9E2D6", sole="#C9BEAC", sneaker=True)
    pelvis(d, b, "#3B4757")
    jacket(d, b, skin, cloth, collar="stand", inner="#3B4757", zip_="#3B4757", yoke="#3B4757", rib="#3B4757", reflect="#E9EDEC", hem=590, big=3)
    satchel(d)
    arms(d, b, cloth, skin, band="#3B4757", glove=glove)
    hands(d, b, skin, glove=glove)
    head(d, skin, face_shape(jaw=3, chin=2), stubble="#5A4038")
    eyes(d, "#2B1E18", narrow=2, skin=skin)
    brows(d, "#2B2022", 7)
    mouths(d, "#A45645", skin=skin)
    return b


@figure("courier-gloves", 0.99, "sides")
def courier_gloves(d):
    return courier(d, glove="#4B4F58")


@figure("ms-lan", 0.955, "clasped")
def ms_lan(d):
    b = body(WOMAN)
    skin, cloth = "#F7D7BA", "#2E6B5E"
    wear_hair(d, hair_updo("#3B2A28"))
    bare_legs(d, b, "#DDAE8E", "#C9A25B")
    skirt(d, b, "#245448", hem=800, flare=4, slit=True)
    blazer(d, b, skin, cloth, top="#245448", neckline="v", peak="shawl", lapel="#3C8272", beads="#F6EFE0", hem=566, button="#E6C27A")
    arms(d, b, cloth, skin)
    hands(d, b, skin, slim=0.88)
    head(d, skin, face_shape(jaw=-5, chin=0), cheeks="#EE8F78", earring="#E6C27A")
    eyes(d, "#4A2F1E", woman=True, skin=skin)
    brows(d, "#3B2A28", 5.2, woman=True, arch=4)
    mouths(d, "#C24A4A", woman=True, skin=skin)
    return b


@figure("mori-aiko", 0.945, "clasped")
def mori(d):
    b = body(WOMAN, left=136, right=270)
    skin, cloth = "#F4D3B4", "#D8CFC2"
    front, back = hair_bob("#2B2A31", fringe=True, length=184)
    front += fill([(252, 104), (262, 112), (266, 130), (270, 150), (274, 130), (272, 106), (262, 84)], "#B9B5B8")
    wear_hair(d, (front, back))
    bare_legs(d, b, "#C79C80", "#2B2A31")
    skirt(d, b, "#3A3944", hem=760)
    blazer(d, b, skin, cloth, top="#3A3944", neckline="round", peak="shawl", lapel="#E6DED2", beads="#8FA9B5", hem=598, button="#3A3944", age=1)
    arms(d, b, cloth, skin)
    hands(d, b, skin, slim=0.88)
    head(d, skin, face_shape(jaw=-2, chin=1), age=1, earring="#8FA9B5")
    eyes(d, "#2B211E", woman=True, narrow=3, age=2, skin=skin)
    brows(d, "#35323A", 4.8, woman=True)
    mouths(d, "#B0484C", woman=True, skin=skin, wide=0.88)
    return b


@figure("deng-kai", 0.97, "loose")
def deng_kai(d):
    b = body(MAN, left=119, right=288, waist=(130, 282), hem=(128, 280), belly=8, arm=31)
    skin = "#EBBB91"
    wear_hair(d, hair_crew("#26232A"))
    trousers(d, b, "#8A7A62", "#5A4636", slim=1.04)
    pelvis(d, b, "#8A7A62")
    checks = [line([(x, 230), (x + 6, 620)], "#2F5A72", 4, 0.5, "butt") for x in range(130, 310, 24)] + [line([(100, y), (310, y - 4)], "#2F5A72", 4, 0.45, "butt") for y in range(262, 620, 26)]
    shirt(d, b, skin, "#7FA3B5", hem=596, print_=checks, lanyard_="#C8574A", thick=4)
    arms(d, b, "#7FA3B5", skin, short=True)
    hands(d, b, skin)
    head(d, skin, face_shape(jaw=9, chin=-2, cheek=2, round_=4), cheeks="#E08F72")
    eyes(d, "#2E211B", narrow=2, skin=skin)
    brows(d, "#26232A", 6.4)
    mouths(d, "#AE5A48", skin=skin)
    glasses(d, "round", "#3B3436")
    return b


@figure("tong-tong", 0.925, "clasped")
def tong_tong(d, ribbon="#5FA08E"):
    b = body(WOMAN, left=142, right=264, arm=23)
    skin, cloth = "#F8D9BC", "#F0C766"
    wear_hair(d, hair_two_plaits("#4A332B"))
    bare_legs(d, b, "#E9BE9C", "#8E4A3C", heel=False)
    skirt(d, b, "#5D6F8C", hem=716, flare=16)
    jacket(d, b, skin, cloth, inner="#FBF6EC", closed=False, inner_collar="shirt", hem=560, rib="#E0B450", lanyard_=ribbon)
    arms(d, b, cloth, skin, band="#E0B450")
    hands(d, b, skin, slim=0.86)
    head(d, skin, face_shape(jaw=-2, chin=-5, cheek=2, round_=3), cheeks="#F08C78", freckles=True)
    eyes(d, "#5A3A22", woman=True, narrow=-1, skin=skin)
    brows(d, "#4A332B", 5.2, woman=True, arch=4)
    mouths(d, "#D06A5C", woman=True, skin=skin, wide=0.88)
    return b


@figure("tong-tong-no-badge", 0.925, "clasped")
def tong_tong_no_badge(d):
    return tong_tong(d, ribbon=None)


@figure("pei-wen", 0.94, "clasped")
def pei_wen(d, ribbon=None):
    b = body(WOMAN, left=138, right=268)
    skin, cloth = "#EFC6A2", "#9A8797"
    wear_hair(d, hair_shoulder("#4A3835", wave=4))
    trousers(d, b, "#5B5560", "#3A3032", slim=0.84)
    pelvis(d, b, "#5B5560")
    jacket(d, b, skin, cloth, inner="#E9DFD2", closed=False, inner_collar="crew", hem=626, lanyard_=ribbon, turned=True)
    arms(d, b, cloth, skin, band="#8A7787")
    hands(d, b, skin, slim=0.88)
    head(d, skin, face_shape(jaw=-3, chin=2), cheeks="#E39A82")
    eyes(d, "#3D2A20", woman=True, narrow=4, age=1, skin=skin)
    brows(d, "#4A3835", 4.8, woman=True, arch=2)
    mouths(d, "#B9736A", woman=True, skin=skin, wide=0.86)
    return b


@figure("pei-wen-badge", 0.94, "clasped")
def pei_wen_badge(d):
    """Her badge has turned round: it is worn, and says nothing."""
    return pei_wen(d, ribbon="#5FA08E")


@figure("ms-ruan", 0.95, "loose")
def ms_ruan(d):
    b = body(WOMAN, left=135, right=272)
    skin, cloth = "#F1C8A0", "#6E8458"
    wear_hair(d, hair_long("#5B3A2C", end=322))
    trousers(d, b, "#4E6482", "#E9E2D6", sole="#C9BEAC", slim=0.86, sneaker=True)
    pelvis(d, b, "#4E6482")
    jacket(d, b, skin, cloth, inner="#F1E1C6", closed=False, inner_collar="crew", lapels="#7D9466", hem=680, belt="#5D7149")
    arms(d, b, cloth, skin, band="#5D7149")
    hands(d, b, skin, slim=0.9)
    head(d, skin, face_shape(jaw=1, chin=1, cheek=2), cheeks="#E88F72", earring="#D9A05A")
    eyes(d, "#4A2F1E", woman=True, narrow=1, skin=skin)
    brows(d, "#5B3A2C", 5.6, woman=True)
    mouths(d, "#C25A4C", woman=True, skin=skin)
    return b


@figure("ms-cen", 0.955, "loose")
def ms_cen(d):
    b = body(WOMAN, left=136, right=270)
    skin, cloth = "#F3CDA8", "#C9953F"
    wear_hair(d, hair_pixie("#2F2930"))
    trousers(d, b, "#3A3338", "#2A2326", slim=0.82)
    pelvis(d, b, "#3A3338")
    blazer(d, b, skin, cloth, top="#3A3338", neckline="high", lapel="#D8A757", hem=580, button="#3A3338", buttons=2)
    arms(d, b, cloth, skin)
    hands(d, b, skin, slim=0.88)
    head(d, skin, face_shape(jaw=-6, chin=5), age=1, earring="#3A3338")
    eyes(d, "#33221A", woman=True, narrow=3, age=1, skin=skin)
    brows(d, "#2F2930", 5.8, woman=True, arch=5)
    mouths(d, "#A9443F", woman=True, skin=skin, wide=0.92)
    glasses(d, "half", "#9A5B33")
    return b


@figure("old-man", 0.93, "behind", stoop=8)
def old_man(d):
    b = body(MAN, left=126, right=278, waist=(132, 276), belly=8, arm=27)
    skin, cloth = "#E9BE98", "#6C7A78"
    wear_hair(d, hair_bald("#E4E0DA"))
    trousers(d, b, "#55504C", "#33291F", slim=0.96)
    pelvis(d, b, "#55504C")
    jacket(d, b, skin, cloth, collar="turn", inner="#EFE6D4", zip_="#4E5A59", hem=600, rib="#5D6A68", thick=-2, age=1)
    arms(d, b, cloth, skin, band="#5D6A68")
    hands(d, b, skin)
    head(d, skin, face_shape(jaw=3, chin=4), age=3, nose=4, cheeks="#DE8E74",
         extra=(oval(228, 88, 16, 8, "#FFFFFF", 0.18, -10),))
    eyes(d, "#3B2C24", narrow=5, age=4, skin=skin)
    brows(d, "#D9D4CC", 8.4, arch=4)
    mouths(d, "#A5604F", skin=skin, wide=0.92)
    glasses(d, "half", "#6B5F58")
    return b


@figure("mr-ge", 0.97, "loose")
def mr_ge(d):
    b = body(MAN, belly=14, waist=(130, 276), hem=(130, 278))
    skin, cloth = "#D9A379", "#8A5F3F"
    wear_hair(d, hair_receding("#332A2A"))
    trousers(d, b, "#4A4C55", "#33291F")
    pelvis(d, b, "#4A4C55")
    jacket(d, b, skin, cloth, inner="#D9C7A0", closed=False, inner_collar="shirt", lapels="#9A6E4C", hem=604, thick=5, age=1)
    arms(d, b, cloth, skin)
    hands(d, b, skin, slim=1.06)
    tash = fill([(216, 180, 1), (228, 173), (238, 176), (248, 173), (258, 179, 1), (248, 182), (237, 181), (226, 183)], "#332A2A")
    head(d, skin, face_shape(jaw=8, chin=0, cheek=2), age=1, nose=5, extra=(tash,))
    eyes(d, "#2B1E18", narrow=4, age=2, skin=skin)
    brows(d, "#332A2A", 8, arch=2)
    mouths(d, "#934A3C", skin=skin, y=188, wide=0.94)
    return b


@figure("xu-dawei", 0.965, "loose")
def xu_dawei(d):
    b = body(MAN, left=112, right=292, waist=(116, 288), hem=(120, 288), belly=24, arm=34, cuff=22, thigh=46, calf=31, shoulder=(148, 292), far=(106, -4))
    skin = "#D99F74"
    wear_hair(d, hair_crew("#2A2325"))
    trousers(d, b, "#5C5A58", "#4A3A2C")
    pelvis(d, b, "#5C5A58")
    shirt(d, b, skin, "#A23E36", collar="polo", hem=604, vest="#A2976B", thick=12, age=1)
    arms(d, b, "#A23E36", skin, short=True, cuff="#E9DCC2")
    hands(d, b, skin, slim=1.16)
    d.set_head(1.03)
    head(d, skin, face_shape(jaw=13, chin=1, cheek=3, round_=6), age=1, nose=4, stubble="#4A332B", cheeks="#C9684E")
    eyes(d, "#2B1E18", narrow=3, age=2, skin=skin)
    brows(d, "#2A2325", 9, arch=1.5, length=1.05)
    mouths(d, "#97483A", skin=skin, wide=1.08, rests=-0.4)
    return b


@figure("xu-ning", 0.915, "sides")
def xu_ning(d):
    b = body(WOMAN, left=142, right=264, arm=25, cuff=18)
    skin, cloth = "#F1C59E", "#3E6FA8"
    wear_hair(d, hair_pony("#2B2427", high=True))
    trousers(d, b, "#2F5686", "#F1EDE4", sole="#CFC6B6", slim=0.92, sneaker=True)
    pelvis(d, b, "#2F5686")
    jacket(d, b, skin, cloth, collar="stand", inner="#FFFFFF", zip_="#F1EDE4", yoke="#F4F1EA", rib="#2F5686", hem=592, big=3, emblem="#C8574A")
    arms(d, b, cloth, skin, band="#2F5686", stripe="#F4F1EA")
    hands(d, b, skin, slim=0.86)
    head(d, skin, face_shape(jaw=1, chin=-5, cheek=2, round_=4), cheeks="#E98A70")
    eyes(d, "#3A2419", woman=True, narrow=0, skin=skin)
    brows(d, "#2B2427", 6.2, woman=True)
    mouths(d, "#C56A5A", woman=True, skin=skin, wide=0.84)
    return b


@figure("teen-boy", 0.965, "loose")
def teen_boy(d):
    b = body(MAN, left=133, right=272, arm=27, waist=(146, 260), hem=(140, 266), thigh=37, calf=27)
    skin, cloth = "#EBC09A", "#59617A"
    wear_hair(d, hair_spiky("#2A2630"))
    trousers(d, b, "#3E4A5E", "#C8574A", sole="#F1EDE4", slim=0.98, sneaker=True)
    pelvis(d, b, "#3E4A5E")
    stars = [fill([(186, 378), (222, 370), (252, 378), (250, 414), (214, 422), (186, 412)], "#E3B04B", 0.9), line([(200, 398), (218, 388), (238, 402)], "#59617A", 7)]
    jacket(d, b, skin, cloth, collar="hood", inner="#D9D4C8", zip_="#8089A3", hem=606, rib="#4C536A", big=6, thick=-6, print_=stars)
    arms(d, b, cloth, skin, band="#4C536A")
    hands(d, b, skin, slim=0.94)
    head(d, skin, face_shape(jaw=-2, chin=0), cheeks="#E59A7C")
    eyes(d, "#33221A", narrow=3, skin=skin)
    brows(d, "#2A2630", 6.6, arch=2)
    mouths(d, "#B0604E", skin=skin, wide=0.9)
    phones = line([(160, 124), (154, 92), (176, 64), (208, 56), (238, 60)], "#C8574A", 7) + fill([(150, 130), (150, 162), (164, 172), (176, 160), (174, 132), (162, 124)], "#C8574A") + oval(161, 148, 8, 14, "#8E3A34")
    d.group("glasses", phones)
    return b


@figure("queue-woman", 0.925, "clasped")
def queue_woman(d):
    b = body(WOMAN, left=126, right=282, waist=(132, 276), hem=(130, 282), belly=12, arm=29, cuff=18, calf=25, thigh=42)
    skin = "#EBBD95"
    wear_hair(d, hair_perm("#4A3A3A"))
    trousers(d, b, "#4B4453", "#3A2E2C", slim=0.9)
    pelvis(d, b, "#4B4453")
    dots = [oval(x + (y // 30 % 2) * 14, y, 6.5, 6.5, ("#D97F6E", "#F0D9A8", "#8FB3A6")[(x + y) // 30 % 3], 0.9) for y in range(270, 620, 30) for x in range(124, 310, 30)]
    shirt(d, b, skin, "#F1E2CC", collar="round", hem=604, print_=dots, vest="#4F7F84", thick=4, age=1)
    arms(d, b, "#F1E2CC", skin, band="#D9C4A4")
    hands(d, b, skin)
    head(d, skin, face_shape(jaw=9, chin=-3, cheek=3, round_=5), age=2, cheeks="#DE8468", earring="#E6C27A")
    eyes(d, "#33221A", woman=True, narrow=3, age=3, skin=skin)
    brows(d, "#4A3A3A", 5.4, woman=True)
    mouths(d, "#B5564C", woman=True, skin=skin)
    return b


@figure("silhouette")
def silhouette(d):
    """Nobody in particular: shown where a figure is missing."""
    b = body(MAN)
    tone = "#8C8791"
    wear_hair(d, hair_crew(dark(tone, 0.1)))
    trousers(d, b, tone, dark(tone, 0.2), sole=dark(tone, 0.3))
    pelvis(d, b, tone)
    d.group("torso", shaded(d, outline(b), tone, b), neck(tone))
    tail(d, b, tone, open_front=False)
    arms(d, b, tone, tone)
    hands(d, b, tone)
    head(d, tone, face_shape())
    eyes(d, dark(tone, 0.5), dark(tone, 0.5), skin=tone)
    brows(d, dark(tone, 0.4))
    mouths(d, dark(tone, 0.3), skin=tone)
    return b


def main():
    for id_ in sys.argv[1:] or FIGURES:
        write(id_)


if __name__ == "__main__":
    main()
