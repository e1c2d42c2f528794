"""What is worn above the waist: suits, blazers, shirts, jackets."""

from .pen import dark, fill, light, line, mix, n, oval


def outline(b, bottom=548, collar=236, big=0):
    """The upper body's edge from the neck round."""
    l, r, ch = b["left"] - big, b["right"] + big, b["chest"]
    wl, wr = b["waist"]
    wl, wr = wl - big * 1.4, wr + big * 1.4
    hl, hr = b["hem"]
    hl, hr = hl - big, hr + big
    sx, sy = b["shoulder"]
    fx = sx + b["far"][0]
    belly = b.get("belly", 0)
    low = [(hl + 2, 514), (hl + 2, bottom, 1), (hr - 3 + belly * 0.4, bottom, 1), (hr - 1 + belly * 0.5, 512)]
    if bottom < 520:
        low = [((wl + hl) / 2, bottom, 1), ((wr + hr) / 2 + belly * 0.8, bottom - 4, 1)]
    return [(186, collar), (sx + 10, sy - 41), (l + 11, sy - 24), (l + 1, sy + 6), (l + 4, sy + 54), (wl - 3 + (wl - l) * -0.2, 390), (wl, 452), *low, (wr + belly, 458), (wr + 8 + belly * 0.8, 404), (r + ch, sy + 62), (r + ch * 0.4 - 2, sy + 20),
            (fx + 14, sy - 22), (fx - 8, sy - 40), (238, collar)]


def shaded(d, shape, cloth, b, big=0, depth=0.14):
    l = b["left"] - big
    return (fill(shape, cloth)
            + d.inside(shape, fill([(l - 40, 230), (l + 26, 262), (l + 34, 330), (l + 44, 400), (l + 42, 470), (l + 36, 640), (l - 40, 640)], dark(cloth, depth))))


def neck(skin, thick=0, age=0):
    parts = [fill([(181 - thick, 180), (181 - thick, 224), (184 - thick * 0.5, 246), (212, 276), (240, 246), (235 + thick * 0.6, 224), (235 + thick * 0.6, 180)], skin),
             # The chin's shadow: soft, warm, rounded below.
             fill([(181 - thick, 186), (200, 210), (235 + thick * 0.6, 206), (235 + thick * 0.6, 217), (224, 227), (208, 230), (192, 224), (181 - thick, 210)], mix(skin, "#B4623F", 0.3))]
    if age:
        parts.append(line([(200, 236), (206, 252)], dark(skin, 0.22), 2.4))
        parts.append(line([(224, 236), (222, 252)], dark(skin, 0.22), 2.4))
    return "".join(parts)


def tail(d, b, cloth, hem=606, big=0, open_front=True, cut=8, inner=None, print_=None, rib=None, zip_=None, belt=None):
    """What hangs below the waist. `inner` shows between two open fronts."""
    hl, hr = b["hem"]
    hl, hr = hl - big, hr + big
    belly = b.get("belly", 0)
    shape = [(hl + 24, 494), (hl + 7, 506), (hl + 1, 540), (hl - 4, hem - 26), (hl - 4, hem + 2, 1), (216, hem + 8), (236, hem + 4), (hr - 2 + belly * 0.3, hem - 6, 1), (hr + 1 + belly * 0.3, hem - 34),
             (hr - 3 + belly * 0.4, 540), (hr - 10 + belly * 0.4, 506), (hr - 28, 494)]
    edge = dark(cloth, 0.26)
    parts = []
    if inner:
        under = min(hem - 4, 596)
        parts.append(fill([(206, 490, 1), (258, 490, 1), (258, under - 3), (232, under + 3), (206, under)], inner)
                     + fill([(206, 490, 1), (220, 490, 1), (220, under + 2, 1), (206, under, 1)], dark(inner, 0.14)))
        parts.append(d.inside("M0 480H%sL%s %sH0zM251 480H400V%sH%sz" % (n(214.5), n(212), n(hem + 20), n(hem + 20), n(252)), shaded(d, shape, cloth, b, big), *(print_ or [])))
        parts.append(line([(214, 520), (212, hem + 6)], edge, 3) + line([(251, 520), (252, hem + 1)], edge, 3))
    else:
        parts.append(shaded(d, shape, cloth, b, big))
        if print_:
            parts.append(d.inside(shape, *print_))
    if open_front:
        parts.append(d.inside(shape, line([(238, 440), (238, 540), (234, hem - 26), (228 - cut, hem + 14)], edge, 3)))
        parts.append(d.inside(shape, line([(258, hem - 84), (hr + 20, hem - 90)], dark(cloth, 0.22), 5, cap="butt"),
                              line([(164, hem - 82), (200, hem - 84)], dark(cloth, 0.22), 5, cap="butt")))
    if rib:
        parts.append(d.inside(shape, line([(hl - 6, hem - 5), (212, hem + 2), (hr + belly * 0.3 + 6, hem - 12)], rib, 17, None, "butt")))
    if zip_:
        parts.append(line([(240, 500), (240, hem + 2)], zip_, 3.4))
    if belt:
        parts.append(d.inside(shape, line([(hl - 4, 512), (212, 524), (hr + belly + 4, 508)], belt, 18, None, "butt")))
    d.group("tail", *parts)


def suit(d, b, skin, cloth, shirt="#F6F1E7", tie=None, big=0, button="#2A2422", lapel=None, pocket=None, badge=None, open_collar=False, thick=0, age=0, hem=606, pattern=None, vest=None):
    """A man's jacket with shirt and tie."""
    lap = lapel or light(cloth, 0.07)
    shape = outline(b, big=big)
    v = [(186, 230, 1), (240, 230, 1), (256, 282), (252, 330), (240, 424, 1), (218, 372), (202, 310), (190, 262)]
    parts = [shaded(d, shape, cloth, b, big), neck(skin, thick, age), fill(v, shirt)]
    parts.append(d.inside(v, fill([(180, 226), (196, 228), (208, 300), (224, 380), (240, 430), (200, 430), (176, 300)], dark(shirt, 0.12))))
    if vest:
        parts.append(d.inside(v, fill([(190, 330), (214, 316), (234, 372), (256, 310), (270, 330), (250, 440), (220, 440)], vest)))
    if open_collar:
        parts.append(fill([(196, 228, 1), (236, 228, 1), (224, 284, 1)], skin))
        parts.append(fill([(200, 228), (234, 228), (228, 250), (214, 246)], dark(skin, 0.2)))
        parts.append(fill([(184, 224, 1), (192, 220), (216, 262), (222, 290, 1), (198, 276), (186, 246)], shirt))
        parts.append(fill([(240, 222, 1), (246, 238), (240, 274), (224, 290, 1), (230, 254)], shirt))
        parts.append(line([(224, 290), (234, 420)], dark(shirt, 0.2), 2))
    elif tie:
        parts.append(fill([(219, 262, 1), (233, 262, 1), (245, 392), (240, 424, 1), (230, 400), (222, 340)], tie))
        parts.append(d.inside([(219, 262, 1), (233, 262, 1), (245, 392), (240, 424, 1), (230, 400), (222, 340)],
                              fill([(214, 258), (224, 262), (230, 350), (238, 426), (216, 426)], dark(tie, 0.2)),
                              *(pattern or [])))
        parts.append(fill([(213, 240, 1), (235, 239, 1), (234, 258), (230, 264, 1), (220, 264, 1), (216, 258)], dark(tie, 0.1)))
        parts.append(fill([(184, 224, 1), (190, 219), (210, 236), (218, 242, 1), (206, 268, 1), (190, 248)], shirt))
        parts.append(fill([(238, 222, 1), (244, 226), (246, 244), (240, 266, 1), (230, 242, 1)], shirt))
        parts.append(line([(190, 249), (206, 269), (217, 244)], dark(shirt, 0.2), 1.8))
    else:
        parts.append(fill([(184, 224, 1), (192, 219), (212, 240), (222, 252, 1), (208, 272, 1), (190, 250)], shirt))
        parts.append(fill([(238, 222, 1), (245, 228), (246, 246), (240, 268, 1), (224, 250, 1)], shirt))
        parts.append(line([(226, 256), (238, 420)], dark(shirt, 0.2), 2))
    # Lapels with their notch.
    left = [(184, 228, 1), (172, 244), (163, 300, 1), (174, 306, 1), (168, 322, 1), (196, 376), (238, 442, 1), (218, 380), (202, 312), (190, 256)]
    right = [(242, 226, 1), (252, 242), (266, 292, 1), (259, 300, 1), (267, 312, 1), (260, 360), (240, 442, 1), (246, 380), (254, 318), (250, 270)]
    edge = dark(cloth, 0.24)
    for lapel_ in (left, right):
        parts.append(fill(lapel_, lap))
    parts.append(line([(163, 300), (174, 306), (168, 322), (196, 376), (238, 442)], edge, 2.2))
    parts.append(line([(266, 292), (259, 300), (267, 312), (260, 360), (240, 442)], edge, 2.2))
    parts.append(line([(239, 442), (239, 550)], edge, 2.6))
    parts.append(oval(233, 456, 4.6, 4.6, button))
    parts.append(oval(233, 500, 4.6, 4.6, button))
    if pocket:
        pinned(d, shape, fill([(256, 344, 1), (258, 334, 1), (264, 338), (270, 331, 1), (274, 335, 1), (275, 345, 1)], pocket)
               + line([(254, 345), (277, 345)], edge, 2, 0.8),
               fill([(182, 344, 1), (186, 332, 1), (195, 337), (203, 330, 1), (210, 334, 1), (212, 344, 1)], pocket) + line([(180, 345), (214, 345)], edge, 2, 0.8))
    if badge:
        pin_badge(d, shape, badge)
    d.group("torso", "".join(parts))
    tail(d, b, cloth, big=big, hem=hem)


def pinned(d, shape, far, near):
    """Something worn on the left breast. Who looks to the right shows that
    breast on the far side; the rig shows `near` when the figure is mirrored."""
    d.group("badge", d.inside(shape, far))
    d.group("badge-mirrored", near)


def pin_badge(d, shape, colour):
    pinned(d, shape, name_badge(264, 344, colour, 28), name_badge(199, 344, colour))


def name_badge(x, y, colour, wide=42):
    return ('<rect x="%s" y="%s" width="%s" height="17" rx="3" fill="%s"/>' % (n(x - wide / 2), n(y), n(wide), colour)
            + '<rect x="%s" y="%s" width="%s" height="4" rx="2" fill="%s"/>' % (n(x - wide * 0.3), n(y + 6.5), n(wide * 0.6), dark(colour, 0.5)))


def lanyard(colour, card="#F8F4EA", turned=False):
    """A badge on a ribbon; a `turned` one shows its back, on which nothing is written."""
    ribbon = (line([(190, 244), (206, 330), (222, 398)], colour, 5) + line([(240, 244), (240, 330), (226, 398)], colour, 5)
              + '<rect x="203" y="396" width="44" height="58" rx="5" fill="%s"/>' % card)
    if turned:
        return ribbon + '<rect x="203" y="396" width="44" height="58" rx="5" fill="%s" opacity="0.5"/>' % dark(card, 0.24) + line([(218, 403), (232, 403)], dark(card, 0.5), 4)
    return (ribbon + '<rect x="203" y="396" width="44" height="13" rx="5" fill="%s"/>' % colour
            + '<circle cx="225" cy="424" r="8" fill="#D8B79A"/><rect x="211" y="437" width="28" height="5" rx="2.5" fill="#8D877C"/>')


def blazer(d, b, skin, cloth, top="#F6F1E7", neckline="v", scarf=None, big=0, lapel=None, badge=None, brooch=None, age=0, hem=592, buttons=1, button="#D9B56A", peak=False, beads=None, thick=-3):
    """A woman's jacket: shell, blouse or bow beneath."""
    lap = lapel or light(cloth, 0.08)
    shape = outline(b, big=big)
    parts = [shaded(d, shape, cloth, b, big), neck(skin, thick, age)]
    low = 430
    v = [(188, 234, 1), (238, 234, 1), (252, 288), (250, 340), (238, low, 1), (218, 376), (204, 310), (193, 264)]
    if neckline == "v":
        parts.append(fill(v, top))
        parts.append(d.inside(v, fill([(196, 226, 1), (236, 226, 1), (240, 262), (227, 306, 1), (204, 268)], skin),
                              fill([(188, 250), (206, 320), (236, 430), (196, 400)], dark(top, 0.12))))
    elif neckline == "round":
        parts.append(fill(v, top))
        parts.append(d.inside(v, fill([(186, 226), (240, 226), (244, 258), (226, 276), (202, 266)], skin),
                              fill([(190, 226), (238, 226), (234, 246), (206, 244)], dark(skin, 0.16)),
                              fill([(188, 262), (206, 320), (236, 430), (196, 400)], dark(top, 0.12))))
    elif neckline == "shirt":
        parts.append(fill(v, top))
        parts.append(d.inside(v, fill([(198, 226, 1), (236, 226, 1), (225, 278, 1)], skin), fill([(198, 226), (236, 226), (230, 244), (212, 242)], dark(skin, 0.16)),
                              fill([(188, 262), (206, 320), (236, 430), (196, 400)], dark(top, 0.12))))
        parts.append(fill([(186, 226, 1), (194, 222), (216, 258), (222, 284, 1), (200, 274), (188, 248)], light(top, 0.3)))
        parts.append(fill([(238, 224, 1), (246, 240), (242, 268), (226, 284, 1), (230, 254)], light(top, 0.3)))
        parts.append(line([(224, 286), (236, 424)], dark(top, 0.2), 2))
    elif neckline == "high":
        parts.append(fill(v, top))
        parts.append(fill([(184, 214, 1), (206, 226), (240, 214, 1), (243, 246), (224, 258), (190, 248)], light(top, 0.12)))
        parts.append(d.inside(v, fill([(188, 250), (206, 320), (236, 430), (196, 400)], dark(top, 0.12))))
    edge = dark(cloth, 0.24)
    left = [(186, 232, 1), (176, 248), (166, 302, 1), (180, 306, 1), (176, 320, 1), (200, 384), (236, low + 12, 1), (216, 380), (203, 312), (193, 258)]
    right = [(240, 230, 1), (250, 248), (262, 294, 1), (256, 302, 1), (263, 312, 1), (258, 366), (238, low + 12, 1), (247, 376), (252, 318), (248, 272)]
    if peak == "shawl":
        left = [(186, 232, 1), (172, 262), (172, 320), (200, 390), (236, low + 12, 1), (216, 380), (203, 312), (193, 258)]
        right = [(240, 230, 1), (254, 258), (264, 318), (258, 372), (238, low + 12, 1), (247, 376), (252, 318), (248, 272)]
    for lapel_ in (left, right):
        parts.append(fill(lapel_, lap))
    if peak == "shawl":
        parts.append(line([(172, 262), (172, 320), (200, 390), (236, low + 12)], edge, 2))
        parts.append(line([(254, 258), (264, 318), (258, 372), (238, low + 12)], edge, 2))
    else:
        parts.append(line([(166, 302), (180, 306), (176, 320), (200, 384), (236, low + 12)], edge, 2))
        parts.append(line([(262, 294), (256, 302), (263, 312), (258, 366), (238, low + 12)], edge, 2))
    parts.append(line([(237, low + 12), (237, 550)], edge, 2.4))
    for i in range(buttons):
        parts.append(oval(231, low + 22 + 38 * i, 5, 5, button))
    if scarf:
        parts.append(fill([(184, 226), (212, 246), (242, 226), (248, 246), (226, 268), (190, 254)], scarf))
        parts.append(fill([(222, 258, 1), (202, 272), (196, 318), (212, 312, 1), (228, 268)], dark(scarf, 0.14)))
        parts.append(fill([(224, 258, 1), (240, 276), (250, 322), (234, 316, 1), (224, 272)], scarf))
        parts.append(fill([(214, 252), (232, 250), (235, 266), (216, 268)], light(scarf, 0.18)))
    if beads:
        for i in range(9):
            t = i / 8.0
            parts.append(oval(196 + 46 * t, 246 + 26 * (1 - (2 * t - 1) ** 2), 4.6, 4.6, beads))
    if brooch:
        pinned(d, shape, oval(262, 332, 6, 8, brooch) + oval(262, 332, 3, 4, light(brooch, 0.5)),
               oval(190, 332, 8, 8, brooch) + oval(190, 332, 4, 4, light(brooch, 0.5)))
    if badge:
        pin_badge(d, shape, badge)
    d.group("torso", "".join(parts))
    tail(d, b, cloth, big=big, hem=hem, cut=4)


def collar_flaps(cloth, low=276, wide=0):
    """A soft turned-down collar."""
    return (fill([(182, 228, 1), (192, 222), (214, 252), (222, low, 1), (198 - wide, low - 6), (184 - wide, 250)], cloth)
            + fill([(240, 226, 1), (248 + wide, 242), (244 + wide, low - 12), (226, low, 1), (232, 252)], cloth))


def shirt(d, b, skin, cloth, collar="shirt", tie=None, loose=False, hem=None, big=0, thick=0, age=0, print_=None, lanyard_=None, badge=None, vest=None, waist=None):
    """A shirt, polo, tee or blouse without a jacket; tucked in unless it has a hem."""
    shape = outline(b, bottom=548 if hem else 500, big=big)
    parts = [shaded(d, shape, vest or cloth, b, big, 0.14 if vest else 0.11)]
    shown = shape
    if vest:
        shown = [(182, 234, 1), (194, 330), (204, 420), (207, 560, 1), (250, 560, 1), (252, 420), (254, 330), (250, 234, 1)]
        parts.append(d.inside(shape, fill(shown, cloth), d.inside(shown, fill([(176, 230), (190, 240), (204, 330), (214, 430), (217, 570), (190, 570)], dark(cloth, 0.13)))))
    if print_:
        parts.append(d.inside(shape, d.inside(shown, *print_)) if vest else d.inside(shown, *print_))
    parts.append(neck(skin, thick, age))
    edge = dark(cloth, 0.24)
    if vest:
        seam = dark(vest, 0.28)
        parts.append(d.inside(shape, line([(184, 246), (194, 330), (204, 420), (207, 562)], seam, 3), line([(251, 246), (254, 330), (252, 420), (250, 562)], seam, 3),
                              line([(164, 470), (194, 474)], seam, 4, 0.8, "butt"), line([(262, 470), (330, 462)], seam, 4, 0.8, "butt")))
    if collar == "crew":
        parts.append(fill([(186, 232), (238, 232), (240, 252), (224, 270), (200, 264)], skin) + fill([(188, 230), (236, 230), (230, 246), (208, 244)], dark(skin, 0.2)))
        parts.append(line([(184, 240), (198, 266), (224, 273), (242, 248)], light(cloth, 0.22), 7))
    elif collar == "round":
        parts.append(fill([(182, 230), (240, 230), (246, 262), (226, 290), (196, 276)], skin) + fill([(186, 230), (238, 230), (232, 248), (208, 246)], dark(skin, 0.2)))
        parts.append(line([(180, 242), (194, 276), (226, 291), (246, 258)], edge, 2.4))
    elif collar == "polo":
        parts.append(fill([(196, 232, 1), (236, 232, 1), (225, 300, 1)], skin) + fill([(198, 230), (236, 230), (230, 248), (212, 246)], dark(skin, 0.2)))
        parts.append(fill([(216, 284, 1), (226, 300, 1), (234, 284, 1), (238, 346, 1), (222, 348, 1)], dark(cloth, 0.1)))
        parts.append(collar_flaps(light(cloth, 0.14), 292, 2))
        parts.append(oval(229, 318, 3.2, 3.2, "#F6F1E7") + oval(230, 336, 3.2, 3.2, "#F6F1E7"))
    else:
        if tie:
            top = 296 if loose else 262
            blade = [(218, top, 1), (233, top, 1), (247, 440), (240, 474, 1), (229, 446), (221, 360)]
            if loose:
                parts.append(fill([(198, 232, 1), (236, 232, 1), (225, 296, 1)], skin) + fill([(198, 230), (236, 230), (230, 248), (212, 246)], dark(skin, 0.2)))
            parts.append(line([(226, top), (240, 496)], dark(cloth, 0.16), 2))
            parts.append(fill(blade, tie) + d.inside(blade, fill([(212, 258), (224, 270), (232, 380), (240, 480), (214, 470)], dark(tie, 0.18))))
            parts.append(fill([(213, top - 20, 1), (236, top - 21, 1), (234, top), (230, top + 4, 1), (220, top + 4, 1), (216, top)], dark(tie, 0.1)))
        else:
            parts.append(fill([(198, 232, 1), (236, 232, 1), (225, 286, 1)], skin) + fill([(198, 230), (236, 230), (230, 248), (212, 246)], dark(skin, 0.2)))
            parts.append(line([(226, 284), (236, 380), (240, 548)], dark(cloth, 0.2), 2))
            for y in (320, 366, 412, 458):
                parts.append(oval(227 + (y - 320) * 0.06 + 3, y, 3, 3, dark(cloth, 0.3)))
        parts.append(collar_flaps(light(cloth, 0.3), 288 if not tie or loose else 270))
        parts.append(line([(184, 250), (198, 282 if not tie or loose else 264), (222, 288 if not tie or loose else 270)], edge, 1.8))
    if lanyard_:
        parts.append(lanyard(lanyard_))
    if badge:
        pin_badge(d, shape, badge)
    parts.append(waist or "")
    d.group("torso", "".join(parts))
    if hem:
        tail(d, b, vest or cloth, big=big, hem=hem, open_front=False, inner=cloth if vest else None, print_=None if vest else print_)


def jacket(d, b, skin, cloth, inner="#F3EBDD", collar="stand", closed=True, zip_="#D9CFC0", yoke=None, hem=598, rib=None, big=0, thick=0, age=0, emblem=None, inner_collar=None, lapels=None, lanyard_=None, belt=None, reflect=None, print_=None, badge=None, brooch=None, turned=False):
    """A zipped jacket, coat or cardigan."""
    shape = outline(b, big=big)
    edge = dark(cloth, 0.25)
    parts = [shaded(d, shape, cloth, b, big)]
    if yoke:
        parts.append(d.inside(shape, fill([(90, 200, 1), (320, 200, 1), (320, 322, 1), (240, 334), (160, 330), (90, 316, 1)], yoke),
                              fill([(90, 200), (150, 250), (158, 330), (90, 330)], dark(yoke, 0.14)), line([(90, 317), (160, 330), (240, 334), (320, 322)], dark(cloth, 0.2), 3)))
    if print_:
        parts.append(d.inside(shape, *print_))
    if reflect:
        parts.append(d.inside(shape, line([(90, 402), (200, 414), (320, 396)], reflect, 16, None, "butt"), line([(90, 402), (200, 414), (320, 396)], "#FFFFFF", 4, 0.5, "butt")))
    if collar == "hood":
        parts.append(fill([(150, 262), (152, 238), (176, 220), (206, 232), (240, 220), (262, 240), (262, 262), (226, 286), (190, 284)], light(cloth, 0.08))
                     + fill([(160, 258), (166, 240), (184, 230), (206, 240), (206, 274), (178, 274)], dark(cloth, 0.12)))
    parts.append(neck(skin, thick, age))
    if not closed:
        front = [(190, 236, 1), (238, 236, 1), (250, 300), (254, 420), (250, 560, 1), (214, 560, 1), (208, 420), (196, 300)]
        parts.append(d.inside(shape, fill(front, inner), d.inside(front, fill([(184, 230), (202, 250), (214, 420), (222, 570), (190, 570)], dark(inner, 0.12)))))
        if inner_collar == "shirt":
            parts.append(fill([(198, 232, 1), (236, 232, 1), (225, 282, 1)], skin) + fill([(198, 230), (236, 230), (230, 248), (212, 246)], dark(skin, 0.2)) + collar_flaps(light(inner, 0.3), 284))
            parts.append(line([(225, 284), (236, 420), (236, 548)], dark(inner, 0.2), 2))
        elif inner_collar == "high":
            parts.append(fill([(184, 214, 1), (206, 228), (240, 214, 1), (243, 248), (224, 262), (189, 252)], light(inner, 0.1)) + line([(188, 234), (212, 246), (241, 230)], dark(inner, 0.14), 2))
        else:
            parts.append(fill([(188, 232), (238, 232), (240, 256), (224, 276), (202, 268)], skin) + fill([(190, 230), (236, 230), (230, 247), (208, 245)], dark(skin, 0.2)) + line([(187, 244), (202, 269), (224, 277), (241, 252)], dark(inner, 0.18), 2.6))
        parts.append(d.inside(shape, line([(188, 248), (196, 300), (208, 420), (214, 562)], edge, 3), line([(240, 246), (250, 300), (254, 420), (250, 562)], edge, 3)))
        if lapels:
            parts.append(fill([(184, 226, 1), (170, 250), (160, 306, 1), (180, 316, 1), (200, 372), (206, 330), (196, 276)], lapels) + fill([(242, 224, 1), (256, 246), (268, 300, 1), (254, 312, 1), (252, 362), (250, 300), (244, 262)], lapels))
            parts.append(line([(170, 250), (160, 306), (180, 316), (200, 372)], edge, 2) + line([(256, 246), (268, 300), (254, 312), (252, 362)], edge, 2))
    else:
        if collar == "mandarin":
            parts.append(fill([(183, 216, 1), (206, 232), (241, 216, 1), (244, 246), (222, 262), (188, 250)], light(cloth, 0.1)) + line([(188, 249), (222, 262), (244, 245)], zip_, 3.4) + line([(183, 217), (206, 233), (241, 217)], zip_, 3))
            parts.append(line([(221, 262), (232, 284), (258, 300), (274, 322)], zip_, 3.4))
            for x, y in ((222, 264), (236, 289), (262, 304)):
                parts.append(line([(x - 9, y + 3), (x + 9, y - 3)], zip_, 5.4) + oval(x + 1, y, 4.4, 4.4, light(zip_, 0.3)))
        else:
            parts.append(line([(228, 268), (238, 380), (240, 550)], zip_, 3.6))
            if inner:
                parts.append(fill([(196, 228), (236, 228), (226, 268, 1)], inner))
            if collar == "stand":
                parts.append(fill([(181, 216, 1), (198, 232), (222, 258), (226, 282, 1), (202, 280), (184, 256)], light(cloth, 0.1)) + fill([(241, 214, 1), (250, 238), (246, 270), (228, 282, 1), (230, 256), (238, 234)], light(cloth, 0.06)))
                parts.append(line([(184, 256), (202, 281), (226, 283)], edge, 2))
            elif collar == "hood":
                parts.append(line([(206, 278), (208, 330)], light(zip_, 0.2), 3.4) + line([(238, 276), (246, 322)], light(zip_, 0.2), 3.4))
            else:
                parts.append(collar_flaps(light(cloth, 0.1), 288, 4))
    if emblem:
        parts.append(oval(262, 348, 11, 11, emblem) + oval(262, 348, 5, 5, light(emblem, 0.5)))
    if badge:
        pin_badge(d, shape, badge)
    if lanyard_:
        parts.append(lanyard(lanyard_, turned=turned))
    d.group("torso", "".join(parts))
    tail(d, b, cloth, big=big, hem=hem, open_front=False, inner=None if closed else inner, print_=print_, rib=rib,
         zip_=zip_ if closed and collar != "mandarin" else None, belt=belt)


def waistcoat(d, b, skin, shirt_, vest, bow=None, tie=None, apron=None, badge=None, age=0, thick=0, button="#D9B56A", hem=560):
    """A buttoned waistcoat over a shirt; an apron may be tied round the waist."""
    shape = outline(b, bottom=548)
    v = [(172, 232, 1), (184, 300), (206, 370), (236, 432, 1), (246, 372), (252, 300), (250, 232, 1)]
    parts = [shaded(d, shape, vest, b), d.inside(shape, fill(v, shirt_), d.inside(v, fill([(168, 230), (190, 250), (206, 340), (236, 436), (190, 400)], dark(shirt_, 0.12))))]
    parts.append(d.inside(shape, line([(172, 236), (184, 300), (206, 370), (236, 432)], dark(vest, 0.3), 3), line([(250, 236), (252, 300), (246, 372), (236, 432)], dark(vest, 0.3), 3),
                          line([(236, 432), (238, 560)], dark(vest, 0.3), 2.4)))
    parts.extend(oval(231, y, 4.4, 4.4, button) for y in (446, 478, 510))
    parts.append(neck(skin, thick, age))
    parts.append(fill([(184, 224, 1), (190, 219), (210, 238), (220, 250, 1), (206, 270, 1), (188, 250)], light(shirt_, 0.3)) + fill([(238, 222, 1), (245, 226), (246, 246), (240, 268, 1), (226, 250, 1)], light(shirt_, 0.3)))
    parts.append(line([(188, 251), (206, 271), (219, 252)], dark(shirt_, 0.2), 1.8))
    if tie:
        blade = [(218, 262, 1), (233, 262, 1), (243, 372), (238, 424, 1), (224, 372)]
        parts.append(fill(blade, tie) + d.inside(blade, fill([(212, 258), (224, 262), (230, 350), (238, 426), (214, 426)], dark(tie, 0.2))))
        parts.append(fill([(213, 240, 1), (235, 239, 1), (234, 258), (230, 264, 1), (220, 264, 1), (216, 258)], dark(tie, 0.1)))
    if bow:
        parts.append(fill([(222, 256), (198, 244, 1), (196, 272, 1), (222, 262)], bow) + fill([(226, 256), (248, 244, 1), (249, 270, 1), (226, 262)], dark(bow, 0.14)) + oval(224, 259, 6, 7, light(bow, 0.12)))
    d.group("torso", "".join(parts))
    if badge:
        pin_badge(d, shape, badge)
    if apron:
        hl, hr = b["hem"]
        cloth = [(hl + 20, 512), (hl + 6, 534), (hl + 3, 576), (hl + 6, hem + 90, 1), (hr - 4, hem + 84, 1), (hr - 3, 570), (hr - 6, 534), (hr - 20, 512)]
        d.group("skirt", fill(cloth, apron) + d.inside(cloth, fill([(hl - 30, 480), (hl + 26, 490), (hl + 30, 720), (hl - 30, 720)], dark(apron, 0.16)))
                + line([(214, 562), (248, 560), (248, 598), (214, 602), (214, 562)], light(apron, 0.14), 2.4) + line([(hl + 8, hem + 84), (hr - 5, hem + 78)], light(apron, 0.14), 2.4))
    else:
        tail(d, b, vest, hem=hem, open_front=False)


def greatcoat(d, b, skin, cloth, trim, shirt_="#F6F1E7", tie="#2A2422", age=0, thick=2, hem=690, badge=None):
    """A doorman's long double-breasted coat with braid."""
    shape = outline(b, big=4)
    parts = [shaded(d, shape, cloth, b, 4), neck(skin, thick, age)]
    v = [(188, 230, 1), (240, 230, 1), (246, 268), (230, 330, 1), (204, 276)]
    parts.append(fill(v, shirt_) + fill([(216, 256, 1), (234, 255, 1), (236, 300), (230, 330, 1), (220, 300)], tie))
    parts.append(fill([(184, 224, 1), (190, 219), (210, 238), (220, 250, 1), (206, 268, 1), (188, 250)], shirt_) + fill([(238, 222, 1), (245, 226), (246, 246), (240, 266, 1), (228, 250, 1)], shirt_))
    left = [(182, 228, 1), (166, 250), (156, 306, 1), (180, 312, 1), (228, 352, 1), (208, 300), (192, 256)]
    right = [(242, 226, 1), (256, 246), (268, 300, 1), (254, 312, 1), (228, 352, 1), (242, 310), (248, 270)]
    parts.extend(fill(side, light(cloth, 0.1)) for side in (left, right))
    parts.append(line([(166, 250), (156, 306), (180, 312), (228, 352)], trim, 3.4) + line([(256, 246), (268, 300), (254, 312), (228, 352)], trim, 3.4))
    parts.append(d.inside(shape, line([(240, 352), (250, 440), (250, 560)], dark(cloth, 0.26), 2.6),
                          *(oval(x, y, 5.6, 5.6, trim) + oval(x - 1, y - 1, 2.4, 2.4, light(trim, 0.5)) for y in (378, 424, 470) for x in (204, 246))))
    # Shoulder boards.
    parts.append(line([(148, 262), (184, 246)], trim, 9, None, "butt") + line([(250, 246), (270, 258)], trim, 8, None, "butt"))
    d.group("torso", "".join(parts))
    if badge:
        pin_badge(d, shape, badge)
    tail(d, b, cloth, hem=hem, big=4, open_front=False, belt=dark(cloth, 0.3), zip_=dark(cloth, 0.26), rib=trim)


def patrol_shirt(d, b, skin, cloth, trim="#C9CFD6", patch="#E6C27A", tie="#20252E", age=0, thick=2, waist=None):
    """A guard's shirt: shoulder boards, two chest pockets, a patch, tucked into a belt."""
    shape = outline(b, bottom=500)
    edge = dark(cloth, 0.26)
    parts = [shaded(d, shape, cloth, b, 0, 0.13), neck(skin, thick, age)]
    blade = [(218, 262, 1), (233, 262, 1), (246, 420), (240, 452, 1), (228, 424)]
    parts.append(fill(blade, tie) + fill([(213, 240, 1), (235, 239, 1), (234, 258), (230, 264, 1), (220, 264, 1), (216, 258)], tie))
    parts.append(collar_flaps(light(cloth, 0.16), 270))
    parts.append(line([(184, 250), (198, 264), (222, 270)], edge, 1.8))
    for x, w in ((180, 40), (254, 26)):
        parts.append(d.inside(shape, '<rect x="%s" y="346" width="%s" height="48" rx="3" fill="%s"/>' % (n(x), n(w), light(cloth, 0.06)),
                              fill([(x, 346, 1), (x + w, 345, 1), (x + w, 358, 1), (x + w / 2, 366, 1), (x, 359, 1)], dark(cloth, 0.12)), oval(x + w / 2, 358, 2.6, 2.6, trim)))
    parts.append(line([(146, 264), (182, 247)], dark(cloth, 0.3), 10, None, "butt") + line([(250, 247), (270, 259)], dark(cloth, 0.3), 9, None, "butt"))
    parts.append(line([(152, 262), (176, 251)], trim, 3, None, "butt"))
    parts.append(waist or "")
    d.group("torso", "".join(parts))
    pinned(d, shape, oval(266, 330, 7, 9, patch) + oval(266, 330, 3, 4.4, light(patch, 0.5)), oval(200, 328, 9, 10, patch) + oval(200, 328, 4.4, 5, light(patch, 0.5)))


def satchel(d, cloth="#7A5238", strap="#4A3325", paper="#FBF3DF"):
    """A document pouch under the near arm, on a strap over the far shoulder."""
    d.group("bag",
            line([(252, 250), (222, 330), (178, 424)], strap, 9),
            fill([(120, 408, 1), (196, 404, 1), (200, 412, 1), (124, 420, 1)], paper),
            fill([(114, 414, 1), (200, 410, 1), (204, 500), (196, 508), (122, 512), (112, 502)], cloth),
            fill([(114, 414, 1), (200, 410, 1), (201, 446, 1), (158, 462, 1), (113, 450, 1)], dark(cloth, 0.2)),
            oval(158, 455, 5.4, 5.4, "#D9B56A"))
