"""People in uniform who serve: bar, lounge, hotel, property."""

from .body import MAN, WOMAN, arms, bare_legs, body, hands, pelvis, skirt, trousers, waistband
from .clothes import blazer, greatcoat, jacket, patrol_shirt, waistcoat
from .hair import hair_bob, hair_bun, hair_quiff, hair_side, hair_updo, peaked_cap, wear_hair
from .pen import fill, line, oval
from .heads import brows, eyes, face_shape, glasses, head, mouths


def bartender(d):
    b = body(MAN, left=128, right=280)
    skin = "#E6B58C"
    wear_hair(d, hair_quiff("#2A2226"))
    trousers(d, b, "#23262E", "#1C1A1E", slim=0.94)
    pelvis(d, b, "#23262E")
    waistcoat(d, b, skin, "#F5F1EA", "#3A2A3C", bow="#20202A", apron="#23262E", badge="#E6C27A")
    arms(d, b, "#F5F1EA", skin, rolled=True)
    hands(d, b, skin)
    head(d, skin, face_shape(jaw=4, chin=2), age=1, stubble="#4A3A36")
    eyes(d, "#33221A", narrow=2, skin=skin)
    brows(d, "#2A2226", 7, arch=3)
    mouths(d, "#A8574A", skin=skin)
    return b


def lounge_waitress(d):
    b = body(WOMAN, left=139, right=267)
    skin = "#F6D2B0"
    wear_hair(d, hair_updo("#2B2226", pin="#C8574A"))
    bare_legs(d, b, "#4A3B44", "#1F1B20")
    skirt(d, b, "#2B2430", hem=724)
    waistcoat(d, b, skin, "#FBF6EC", "#8C3B46", bow="#8C3B46", badge="#F3E3B8", hem=566)
    arms(d, b, "#FBF6EC", skin, band="#E3D9C8")
    hands(d, b, skin, slim=0.87)
    head(d, skin, face_shape(jaw=-5, chin=-2, cheek=1), cheeks="#EE8F78", earring="#E6C27A")
    eyes(d, "#43291C", woman=True, narrow=1, skin=skin)
    brows(d, "#2B2226", 5.2, woman=True, arch=4)
    mouths(d, "#C9524E", woman=True, skin=skin, wide=0.92)
    return b


def hotel_receptionist(d):
    b = body(WOMAN, left=136, right=271)
    skin, cloth = "#F0C8A2", "#5A2A3C"
    wear_hair(d, hair_bun("#3A2A24", fringe=True))
    bare_legs(d, b, "#CFA184", "#2A1F26")
    skirt(d, b, cloth, hem=744)
    blazer(d, b, skin, cloth, top="#F6EBD6", neckline="shirt", scarf="#D9A441", badge="#F0D9A0", lapel="#6B3549", hem=588, button="#E6C27A", buttons=2, age=1)
    arms(d, b, cloth, skin, band="#D9A441")
    hands(d, b, skin, slim=0.9)
    head(d, skin, face_shape(jaw=-1, chin=2), age=1, cheeks="#E58C74", earring="#F6F0E4")
    eyes(d, "#3B281E", woman=True, narrow=2, skin=skin)
    brows(d, "#3A2A24", 5.4, woman=True)
    mouths(d, "#B94A4E", woman=True, skin=skin)
    return b


def doorman(d):
    b = body(MAN, left=118, right=290, waist=(130, 284), hem=(128, 284), belly=10)
    skin, cloth = "#E3AF86", "#6E2230"
    wear_hair(d, peaked_cap("#6E2230", "#241C20", "#E3BE76", temple="#C9C4BE"))
    trousers(d, b, "#2A2A33", "#1C1A1E")
    pelvis(d, b, "#2A2A33")
    greatcoat(d, b, skin, cloth, "#E3BE76", age=1)
    arms(d, b, cloth, skin, band="#E3BE76", glove="#F6F1E7")
    hands(d, b, skin, glove="#F6F1E7", slim=1.02)
    head(d, skin, face_shape(jaw=9, chin=2, cheek=2), age=3, nose=4, cheeks="#D98A6E")
    eyes(d, "#2E211B", narrow=4, age=3, skin=skin)
    brows(d, "#A9A29A", 8, arch=2.4)
    mouths(d, "#9C5243", skin=skin)
    return b


def patrol_guard(d):
    b = body(MAN, left=118, right=290, waist=(132, 280), hem=(130, 280), arm=32)
    skin, cloth = "#C9925F", "#3F5878"
    wear_hair(d, peaked_cap("#26364C", "#15181E", "#3F5878", badge="#C9CFD6", hair="#1F1A1C"))
    trousers(d, b, "#26303F", "#1A1B20", slim=1.02)
    pelvis(d, b, "#26303F")
    patrol_shirt(d, b, skin, cloth, age=1, waist=waistband(d, b, "#26303F", "#15181E", "#C9CFD6"))
    arms(d, b, cloth, skin, band="#2F435E")
    hands(d, b, skin, slim=1.06)
    head(d, skin, face_shape(jaw=8, chin=3, cheek=1), age=1, nose=3, stubble="#3A2E2A")
    eyes(d, "#241813", narrow=3, age=1, skin=skin)
    brows(d, "#1F1A1C", 8, arch=2)
    mouths(d, "#8A4A3A", skin=skin)
    return b


def property_clerk(d):
    b = body(WOMAN, left=140, right=266)
    skin, cloth = "#F4D0AC", "#4F8A7C"
    front, back = hair_bob("#4A322A", fringe=True, length=170)
    wear_hair(d, (front, back))
    trousers(d, b, "#38434A", "#2A2326", slim=0.84)
    pelvis(d, b, "#38434A")
    jacket(d, b, skin, cloth, inner="#F7F2E8", closed=False, inner_collar="shirt", hem=584, lanyard_="#D9833F")
    arms(d, b, cloth, skin, band="#3F7568")
    hands(d, b, skin, slim=0.87)
    head(d, skin, face_shape(jaw=-1, chin=-4, cheek=2, round_=3), cheeks="#EE9078", freckles=True)
    eyes(d, "#5A3A22", woman=True, skin=skin)
    brows(d, "#4A322A", 5.2, woman=True, arch=4)
    mouths(d, "#C9665A", woman=True, skin=skin, wide=0.9)
    glasses(d, "round", "#5A4A7A")
    return b


def portal_agent(d):
    """The service portal's agent on the line: telephone headset, quiet knitwear."""
    b = body(MAN, left=131, right=276, arm=28)
    skin, cloth = "#F0C59E", "#3E6C8C"
    wear_hair(d, hair_side("#3A2B27"))
    trousers(d, b, "#4A4F5C", "#3A2C28", slim=0.96)
    pelvis(d, b, "#4A4F5C")
    jacket(d, b, skin, cloth, inner="#F2EDE2", closed=False, inner_collar="shirt", hem=588, lanyard_="#E0795B", rib="#335A76")
    arms(d, b, cloth, skin, band="#335A76")
    hands(d, b, skin, slim=0.96)
    head(d, skin, face_shape(jaw=0, chin=0, round_=2), cheeks="#E8967A")
    eyes(d, "#43291C", narrow=1, skin=skin)
    brows(d, "#3A2B27", 6.2, arch=3)
    mouths(d, "#B5604E", skin=skin, wide=0.95)
    d.group("glasses", headset())
    return b


def headset():
    return (line([(162, 132), (156, 92), (178, 62), (210, 54), (236, 56)], "#2F3540", 6) + oval(163, 148, 13, 18, "#2F3540") + oval(163, 148, 7, 11, "#5A6474")
            + line([(166, 164), (184, 190), (214, 196)], "#2F3540", 4) + fill([(210, 191), (226, 192), (228, 199), (212, 201)], "#2F3540"))


STAFF = [
    (("bartender", 1.0, "loose"), bartender),
    (("lounge-waitress", 0.94, "clasped"), lounge_waitress),
    (("hotel-receptionist", 0.955, "clasped"), hotel_receptionist),
    (("doorman", 1.01, "sides"), doorman),
    (("patrol-guard", 1.0, "behind"), patrol_guard),
    (("property-clerk", 0.94, "clasped"), property_clerk),
    (("portal-agent", 0.985, "sides"), portal_agent),
]
