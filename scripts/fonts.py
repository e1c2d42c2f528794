#!/usr/bin/env python3
"""Cuts assets/fonts/NotoSansSC-{Regular,Bold}.otf from Debian's fonts-noto-cjk.

Needs fonttools and chws_tool (scripts/fonts.sh sets them up). Run it again whenever scenarios,
standards or locales use a character the fonts lack; `--check` only says which.
"""

import argparse
import pathlib
import sys

import chws_tool
from fontTools import subset
from fontTools.ttLib import TTCollection, TTFont

ROOT = pathlib.Path(__file__).resolve().parent.parent
NOTO = pathlib.Path("/usr/share/fonts/opentype/noto")
FACE = "Noto Sans CJK SC"  # the Simplified face of the collection
OUT = ROOT / "assets/fonts"

# Text in these folders must always be covered, whatever it holds.
TEXTS = ["scenarios", "assets/standards", "assets/locales", "assets/stages", "assets/characters"]
ENDINGS = {".ron", ".ftl", ".md", ".json", ".html"}

# Arrows, marks, shapes and numbers that screens and authors may use.
SIGNS = (
    "☎☏♪♫→←↑↓↗↘⇧⏎✓●○◎◉◆◇★☆△▲▽▼□■▢◯▶◀♥♡"
    "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㈠㈡㈢㈣㈤㊀㊁㊂"
    "·•…—–‘’“”「」『』《》〈〉【】〔〕〖〗、。〃々〆〇〜～‖｜×÷±≈≠≤≥∞°′″℃％‰№§©®™€£¥￥½¼¾²³"
    "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ−"
)

# Characters outside GB 2312 that stand in names people have today.
NAMES = (
    "玥堃淼喆昇鑫燚垚犇骉焱赟晟昊曦煜烨炜玮琦琪琰璟珺珩瑄琛璇璐瑾瑜瓒彧彦祎祺禛禹芃芊芮茜荃菡萱蓁蔚薇"
    "邈郗鄢闫逄仝亓佘厍曌洺淏淇湉溦滢澔濛瀚颢颖頔顗翀翊羿翾旻旸昕昀昉昳晗晔晞晢暄暐暠杺枟栩桢梓楠榕樾橦"
    "嫄嫣姝姣娅婕媛嬅妍妤怡怿恺悦惇愔戬扆攸孖尧岚峣崟嵘嵩巍庑庾弋徵徽忻忞宓寔尕峤峻崧喬哿啟囍堉墉壵奕"
    "贇韡頫駪骅骐骞鲲鸢鹍鹭麒麟龑龢黛黟鼐齐谌谯豳贠郄郐郓郯鄞酆钊钰钲铖铭铱锘锟镕镠闳阚隗隽雎雩霁霄霈霏靖"
    "舜艮芈苻荀莘菀葳蒯蓓蕤藴虞虢蜓蠡衎衍衔袆裒裴覃訚詹諟祾祯祜砚碁稷穆竑笪筱粟綦纮绚绮缪罡羲翟耿聃聿肇胥"
    "䶮㛃㛹㵑㺹㻏㻬㼆䒕䴙䴘昺昪晈暅曈朤枨柘楸槿檀沄泓浔浚涵渝湑潇潼澍瀞灏灿炘炤炫焜煊煦熠燊燏爔牧玎玢玠珂珈珏"
    "珣珮珵珽琀琇琎琤琬琮琲瑀瑆瑛瑢瑭瑶璁璆璋璘璠璧璨瓅瓘甯甫畅畲皓皞盈睿瞳矜磊礼禤秭稼竣笙筠箐篁纭绎绛绫缃缇缦翃翙翚"
)


def wanted():
    """Every character the fonts are to have."""
    chars = set(SIGNS) | set(NAMES)
    chars |= {chr(c) for c in range(0x20, 0x7F)} | {chr(c) for c in range(0xA0, 0x100)}
    chars |= {chr(c) for c in range(0x3000, 0x3020)} | {chr(c) for c in range(0xFF01, 0xFF5F)}
    chars |= {chr(c) for c in range(0xFFE0, 0xFFE7)} | set("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿ")
    for high in range(0xA1, 0xF8):  # every cell of GB 2312: symbols, level 1 and 2
        for low in range(0xA1, 0xFF):
            try:
                chars.add(bytes([high, low]).decode("gb2312"))
            except UnicodeDecodeError:
                pass
    return chars | written()


def written():
    """Every character that is written somewhere in the repository's own texts."""
    chars = set()
    for folder in TEXTS:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.is_file() and path.suffix in ENDINGS:
                chars |= set(path.read_text(encoding="utf-8", errors="ignore"))
    return {c for c in chars if c.isprintable()}


def cut(weight, chars):
    source = NOTO / f"NotoSansCJK-{weight}.ttc"
    if not source.exists():
        sys.exit(f"{source} is missing: apt-get install fonts-noto-cjk")
    collection = TTCollection(source, lazy=True)
    font = next(f for f in collection.fonts if f["name"].getBestFamilyName() == FACE)
    options = subset.Options()
    options.layout_features = ["kern", "palt", "vkrn", "pwid", "tnum", "pnum", "locl", "ccmp", "mark", "mkmk"]
    options.name_IDs = ["*"]
    options.name_languages = [0x409, 0x804]
    options.notdef_outline = True
    options.desubroutinize = False
    options.hinting = False
    options.drop_tables += ["VORG", "vhea", "vmtx", "BASE", "DSIG"]
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[ord(c) for c in chars])
    cutter.subset(font)
    # The licence reserves no name, but a cut is not the original: say so.
    for record in list(font["name"].names):
        if record.nameID in (1, 3, 4, 6, 16):
            text = record.toUnicode().replace("Noto Sans CJK SC", "Noto Sans SC").replace("NotoSansCJKsc", "NotoSansSC")
            font["name"].setName(text, record.nameID, record.platformID, record.platEncID, record.langID)
    OUT.mkdir(parents=True, exist_ok=True)
    target = OUT / f"NotoSansSC-{weight}.otf"
    font.save(target)
    # Two marks in a row share the space of one: the window asks for it by this feature's name.
    chws_tool.add_chws(target, target)
    have = set(TTFont(target, lazy=True).getBestCmap())
    missing = sorted(c for c in chars if ord(c) not in have)
    print(f"{target.relative_to(ROOT)}: {len(have)} characters, {target.stat().st_size} bytes; "
          f"not in Noto: {''.join(missing) or 'none'}")


def check():
    """Says which written characters the shipped fonts lack; exit status 1 if any."""
    bad = False
    for weight in ("Regular", "Bold"):
        have = set(TTFont(OUT / f"NotoSansSC-{weight}.otf", lazy=True).getBestCmap())
        missing = sorted(c for c in written() if ord(c) not in have)
        if missing:
            bad = True
            print(f"NotoSansSC-{weight}.otf lacks: {''.join(missing)}")
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="only say what the shipped fonts lack")
    if parser.parse_args().check:
        check()
    everything = wanted()
    for each in ("Regular", "Bold"):
        cut(each, everything)
