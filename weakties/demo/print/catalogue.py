"""The layouts as data: where each field stands, how large, on what ground."""

from typing import Final

from weakties.demo.print.decoration import frame, gradient, panel, rule, wedge
from weakties.demo.print.layout import (
    ADDRESS,
    COMPANY,
    CONTACT,
    DEPARTMENT,
    EMAILS,
    HOUSE,
    NAME,
    NATIVE_COMPANY,
    NATIVE_NAME,
    PERSON,
    PHONES,
    SANS,
    SERIF,
    SLOGAN,
    STRONG,
    TITLE,
    URLS,
    Layout,
    capitals,
    joined,
    sized,
)
from weakties.demo.print.sheet import Area
from weakties.demo.print.typesetting import Block

_AMERICAN: Final = (89.0, 51.0)
_JAPANESE: Final = (91.0, 55.0)
_UPRIGHT: Final = (55.0, 85.0)
_QUIET: Final = ("navy", "slate", "black", "sky", "teal")
_WARM: Final = ("ivory", "sand", "forest", "crimson", "plum", "black")
_GRADED: Final = ("navy", "forest", "crimson", "slate", "teal", "plum", "sky")

LAYOUTS: Final = (
    Layout(
        "left",
        (
            Block(Area(6, 4.5, 58, 14.5), HOUSE),
            Block(Area(6, 16.5, 58, 28.5), PERSON),
            Block(Area(6, 29.5, 58, 51.5), (*CONTACT, ADDRESS), anchor="bottom"),
        ),
        sign=Area(66, 6, 79, 19),
        code=Area(60, 30, 80, 50),
    ),
    Layout(
        "centred",
        (
            Block(Area(8, 6, 77, 24), PERSON, align="centre", anchor="bottom"),
            Block(Area(8, 26.5, 77, 35), HOUSE, align="centre", anchor="middle"),
            Block(
                Area(6, 35.5, 79, 52),
                (joined(PHONES, "   "), joined(EMAILS, "   "), joined(URLS, "   "), ADDRESS),
                align="centre",
            ),
        ),
        paint=(rule(Area(32, 25.4, 53, 25.6)),),
        palettes=_WARM,
        faces=SERIF + SANS,
    ),
    Layout(
        "right",
        (
            Block(Area(27, 4.5, 80, 17), PERSON, align="right"),
            Block(Area(27, 18, 80, 35.5), CONTACT, align="right", anchor="middle"),
            Block(Area(27, 36.5, 80, 51.5), (COMPANY, ADDRESS), align="right", anchor="bottom"),
            Block(Area(6, 44, 25, 50), (SLOGAN,), anchor="bottom"),
        ),
        sign=Area(6, 6, 20, 20),
        code=Area(6, 23, 25, 42),
        labels=("none", "letters", "words"),
    ),
    Layout(
        "two-columns",
        (
            Block(Area(5, 6, 33, 32), PERSON),
            Block(Area(5, 34, 33, 49), HOUSE, anchor="bottom"),
            Block(Area(39, 6, 81, 49), (*CONTACT, sized(ADDRESS, 2.7, above=3.0)), columns=True),
        ),
        paint=(rule(Area(35.8, 7, 36.1, 48)),),
        labels=("words", "letters"),
    ),
    Layout(
        "sign-above",
        (
            Block(Area(8, 14.5, 77, 23.5), HOUSE, align="centre"),
            Block(Area(8, 24.5, 77, 36), PERSON, align="centre", anchor="middle"),
            Block(
                Area(6, 37, 79, 52),
                (joined(PHONES, "  ·  "), joined(EMAILS, "  ·  "), URLS, joined(ADDRESS, ", ")),
                align="centre",
                anchor="bottom",
            ),
        ),
        sign=Area(37.5, 4, 47.5, 14),
        faces=SANS + STRONG,
    ),
    Layout(
        "panel-left",
        (
            Block(Area(3, 27, 26, 50), HOUSE, align="centre", ground="panel"),
            Block(Area(34, 6, 80, 22), PERSON),
            Block(Area(34, 23, 80, 50), (*CONTACT, ADDRESS), anchor="bottom", columns=True),
        ),
        paint=(panel(Area(0, 0, 29, 55)),),
        sign=Area(7, 8, 22, 23),
        sign_ground="panel",
    ),
    Layout(
        "band-above",
        (
            Block(Area(6, 2, 80, 12), HOUSE, anchor="middle", ground="panel"),
            Block(Area(6, 16.5, 58, 29), PERSON),
            Block(Area(6, 30, 58, 52), (*CONTACT, ADDRESS), anchor="bottom"),
        ),
        paint=(panel(Area(0, 0, 85, 14)),),
        code=Area(61, 31, 81, 51),
    ),
    Layout(
        "dark",
        (
            Block(Area(7, 7, 78, 22), PERSON, ground="panel"),
            Block(Area(7, 23, 52, 50), (*CONTACT, ADDRESS), anchor="bottom", ground="panel"),
            Block(Area(54, 23, 79, 50), HOUSE, "right", "bottom", ground="panel"),
        ),
        ground="panel",
        faces=SANS + STRONG,
    ),
    Layout(
        "dark-centred",
        (
            Block(Area(9, 6, 76, 16), (capitals(COMPANY), SLOGAN), "centre", ground="panel"),
            Block(Area(9, 18, 76, 32), PERSON, "centre", "middle", ground="panel"),
            Block(
                Area(7, 34, 78, 49),
                (joined(PHONES, " | "), joined(EMAILS, " | "), URLS, joined(ADDRESS, ", ")),
                "centre",
                "bottom",
                ground="panel",
            ),
        ),
        ground="panel",
        paint=(frame(3.5, "panel"),),
        palettes=("black", "forest", "plum", "ivory", "crimson"),
        faces=SERIF,
    ),
    Layout(
        "upright",
        (
            Block(Area(5, 21, 50, 33), HOUSE, "centre"),
            Block(Area(5, 35, 50, 51), PERSON, "centre", "middle"),
            Block(Area(5, 53, 50, 80), (*CONTACT, ADDRESS), "centre", "bottom"),
        ),
        size=_UPRIGHT,
        sign=Area(21, 6, 34, 19),
    ),
    Layout(
        "upright-dark",
        (
            Block(Area(6, 7, 49, 25), PERSON, ground="panel"),
            Block(Area(6, 27, 49, 50), CONTACT, ground="panel"),
            Block(Area(6, 52, 32, 79), (*HOUSE, ADDRESS), anchor="bottom", ground="panel"),
        ),
        size=_UPRIGHT,
        ground="panel",
        code=Area(33, 63, 51, 81),
        labels=("letters", "none"),
    ),
    Layout(
        "upright-foot",
        (
            Block(Area(5, 7, 50, 25), PERSON),
            Block(Area(5, 27, 50, 57), (*CONTACT, ADDRESS), columns=True),
            Block(Area(5, 64, 50, 82), HOUSE, "centre", "middle", ground="panel"),
        ),
        size=_UPRIGHT,
        paint=(gradient(Area(0, 61, 55, 85)),),
        palettes=_GRADED,
        faces=SANS,
    ),
    Layout(
        "big-name",
        (
            Block(Area(6, 5, 83, 20), (sized(NAME, 9.5),)),
            Block(Area(6, 21, 50, 30), (TITLE, DEPARTMENT)),
            Block(Area(6, 32, 45, 47), HOUSE, anchor="bottom"),
            Block(Area(47, 23, 83, 47), (*CONTACT, ADDRESS), "right", "bottom"),
        ),
        size=_AMERICAN,
        labels=("letters", "none"),
    ),
    Layout(
        "big-company",
        (
            Block(Area(6, 4, 83, 18), (capitals(sized(COMPANY, 8.0)), SLOGAN)),
            Block(Area(6, 22, 41, 47), PERSON, anchor="bottom"),
            Block(Area(43, 22, 84, 47), (*CONTACT, ADDRESS), anchor="bottom"),
        ),
        size=_AMERICAN,
        paint=(rule(Area(6, 20.5, 83, 20.7)),),
        faces=STRONG,
    ),
    Layout(
        "sparse",
        (
            Block(Area(8, 8, 77, 19), (sized(NAME, 3.6), sized(TITLE, 2.6), DEPARTMENT)),
            Block(Area(8, 22, 44, 47), (sized(COMPANY, 2.8), SLOGAN), anchor="bottom"),
            Block(Area(46, 22, 77, 47), (*CONTACT, ADDRESS), "right", "bottom"),
        ),
        labels=("none",),
        palettes=("black", "ivory", "slate", "sand"),
    ),
    Layout(
        "foot",
        (
            Block(Area(6, 6, 46, 21), PERSON),
            Block(Area(48, 6, 80, 21), HOUSE, "right"),
            Block(Area(6, 23, 59, 43.5), CONTACT, anchor="middle", columns=True),
            Block(Area(5, 46, 80, 54), (joined(ADDRESS, " · "),), "centre", "middle", "panel"),
        ),
        paint=(panel(Area(0, 45, 85, 55)),),
        code=Area(61, 24, 80, 43),
        labels=("words", "letters"),
    ),
    Layout(
        "bilingual",
        (
            Block(Area(7, 4, 72, 12), (NATIVE_COMPANY, sized(COMPANY, 2.8))),
            Block(
                Area(7, 12.5, 65, 27),
                (NATIVE_NAME, sized(NAME, 3.4, above=0.3), sized(TITLE, 2.7), DEPARTMENT),
                anchor="middle",
            ),
            Block(Area(7, 28, 65, 52.5), (ADDRESS, *CONTACT), anchor="bottom"),
            Block(Area(66, 45, 87, 51), (SLOGAN,), "right", "bottom"),
        ),
        size=_JAPANESE,
        sign=Area(75, 6, 86, 17),
        code=Area(67, 22, 87, 42),
        palettes=_QUIET,
        labels=("words", "letters"),
        faces=SANS,
    ),
    Layout(
        "bilingual-columns",
        (
            Block(Area(6, 6, 43, 26), (NATIVE_COMPANY, COMPANY, SLOGAN)),
            Block(Area(6, 28, 43, 50), (NATIVE_NAME, sized(NAME, 3.6)), anchor="bottom"),
            Block(Area(47, 6, 85, 20), (TITLE, DEPARTMENT), "right"),
            Block(Area(47, 21, 85, 50), (*CONTACT, ADDRESS), "right", "bottom"),
        ),
        size=_JAPANESE,
        palettes=("crimson", "black", "slate", "teal"),
        faces=SANS,
    ),
    Layout(
        "gradient",
        (
            Block(Area(7, 5, 60, 14.5), HOUSE, ground="panel"),
            Block(Area(7, 16, 60, 28), PERSON, ground="panel"),
            Block(Area(7, 29, 78, 51), (*CONTACT, ADDRESS), anchor="bottom", ground="panel"),
        ),
        ground="panel",
        paint=(gradient(Area(0, 0, 85, 55)),),
        sign=Area(65, 6, 78, 19),
        sign_ground="panel",
        palettes=_GRADED,
        faces=SANS,
    ),
    Layout(
        "wedge",
        (
            Block(Area(6, 7, 53, 22), PERSON),
            Block(Area(6, 24, 47, 48), (*CONTACT, ADDRESS), anchor="bottom"),
            Block(Area(60, 30, 83, 49), HOUSE, "right", "bottom", "panel"),
        ),
        paint=(wedge((62, 0), (85, 0), (85, 55), (50, 55)),),
        sign=Area(67, 7, 80, 20),
        sign_ground="panel",
        faces=SANS + STRONG,
    ),
    Layout(
        "one-line",
        (
            Block(Area(6, 6, 83, 18), PERSON),
            Block(Area(6, 19, 83, 32), HOUSE, anchor="middle"),
            Block(
                Area(6, 34, 83, 46),
                (
                    joined(sized(PHONES, 2.5), "  |  "),
                    joined(sized(EMAILS, 2.5), "  |  "),
                    sized(URLS, 2.5),
                    joined(sized(ADDRESS, 2.5, above=0.3), ", "),
                ),
                anchor="bottom",
            ),
        ),
        size=_AMERICAN,
        paint=(rule(Area(0, 49.5, 89, 51)), rule(Area(6, 32.8, 83, 32.95))),
        labels=("words", "letters"),
    ),
    Layout(
        "framed",
        (
            Block(Area(8, 5.5, 77, 18), (capitals(NAME), TITLE, DEPARTMENT), "centre"),
            Block(Area(8, 19, 77, 29), HOUSE, "centre", "middle"),
            Block(Area(6, 31, 50, 50), CONTACT, anchor="bottom"),
            Block(Area(51, 31, 79, 50), (ADDRESS,), "right", "bottom"),
        ),
        paint=(frame(3.0), rule(Area(6, 29.6, 79, 29.75))),
        palettes=_WARM,
        faces=SERIF,
    ),
)

_BACK_NATIVE: Final = (sized(NATIVE_COMPANY, 5.0), sized(NATIVE_NAME, 8.0, above=3.0))
_BACK_HOUSE: Final = (sized(COMPANY, 6.5), sized(SLOGAN, 3.2, above=1.5))


def back_of(front: Layout, *, native: bool) -> Layout:
    """Return the layout of a back: the native names, or the sign, the company and its slogan."""
    width, height = front.size
    if native:
        area = Area(7, 7, width - 7, height - 7)
        blocks = (Block(area, _BACK_NATIVE, "centre", "middle"),)
        return Layout(f"{front.name}-native", blocks, front.size)
    middle = width / 2
    area = Area(7, height * 0.52, width - 7, height - 7)
    return Layout(
        f"{front.name}-house",
        (Block(area, _BACK_HOUSE, "centre", ground="panel"),),
        front.size,
        "panel",
        sign=Area(middle - 9, height * 0.18, middle + 9, height * 0.18 + 18),
        sign_ground="panel",
    )
