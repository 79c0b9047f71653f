"""Which line becomes which field, where the place and the neighbours of a line decide."""

from collections.abc import Callable, Sequence

import pytest

from contacts.readings import CardReading, TextLine
from extractors.card.candidates import CardLines, titles
from extractors.card.facts import card_facts
from extractors.card.layout import Line, arranged, numbered
from extractors.card.reading import read_card
from extractors.card.roles import role_scores
from extractors.card.runs import addresses, companies
from extractors.card.splitting import split_lines

Placed = tuple[str, float, float, float]  # text, left, top, height
MakeLines = Callable[[Sequence[Placed]], tuple[TextLine, ...]]


def _read(make_lines: MakeLines, placed: Sequence[Placed]) -> CardReading:
    return read_card(make_lines(placed), region=None)


def _column(text: str, left: float, top: float, height: float) -> TextLine:
    """Return a line of Han or kana from top to bottom, each sign as wide as high."""
    right, bottom = left + height, top + height * len(text)
    return TextLine(text, ((left, top), (right, top), (right, bottom), (left, bottom)), 0.97)


def test_columns_are_read_from_the_right() -> None:
    card = (
        _column("架空電機株式会社", 760, 60, 40),
        _column("営業部長", 560, 60, 30),
        _column("佐藤花子", 440, 120, 60),
        _column("東京都千代田区架空町一丁目二番三号", 250, 60, 26),
    )
    reading = read_card(card, region=None)
    assert (reading.name, reading.title) == ("佐藤花子", "営業部長")
    assert reading.company == "架空電機株式会社"
    assert reading.address == "東京都千代田区架空町一丁目二番三号"


def test_level_lines_beside_columns_are_read(make_lines: MakeLines) -> None:
    columns = (_column("架空工業株式会社", 760, 60, 40), _column("佐藤花子", 440, 120, 60))
    level = make_lines([("TEL 03-1234-5678", 60, 420, 24), ("sato@kaku.co.jp", 60, 450, 24)])
    reading = read_card((*columns, *level), region=None)
    assert (reading.name, reading.company) == ("佐藤花子", "架空工業株式会社")
    assert (reading.phones, reading.emails) == (("03-1234-5678",), ("sato@kaku.co.jp",))


def test_a_card_in_two_scripts_is_read_in_one(make_lines: MakeLines) -> None:
    reading = _read(
        make_lines,
        [
            ("架空電機株式会社", 60, 40, 36),
            ("KAKU ELECTRIC CO., LTD.", 60, 90, 30),
            ("佐藤 花子", 60, 200, 40),
            ("Hanako Sato", 60, 250, 36),
            ("部長", 300, 205, 28),
            ("Sales Manager", 300, 255, 26),
            ("hanako.sato@kaku-electric.co.jp", 60, 420, 24),
        ],
    )
    assert (reading.name, reading.title, reading.company) in {
        ("Hanako Sato", "Sales Manager", "KAKU ELECTRIC CO., LTD"),
        ("Hanako Sato", "Sales Manager", "KAKU ELECTRIC CO., LTD."),
        ("佐藤 花子", "部長", "架空電機株式会社"),
    }


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("営業部 部長 佐藤 花子", ("営業部", "部長", "佐藤 花子")),
        ("佐藤 花子 部長", ("佐藤 花子", "部長")),
        ("대표이사 윤서진", ("대표이사", "윤서진")),
        ("株式会社 青葉工業", ("株式会社 青葉工業",)),
        ("周 雨 桐", ("周 雨 桐",)),
        ("周雨桐 Zhou Yutong", ("周雨桐", "Zhou Yutong")),
        ("Owen Tarrisford, CFO", ("Owen Tarrisford", "CFO")),
        ("Rechtsanwältin Eva Kleinert", ("Rechtsanwältin", "Eva Kleinert")),
        ("Weser GmbH · Hafenstraße 12 · 28195 Bremen", None),
        ("Founder | CEO", ("Founder | CEO",)),
        ("Name: Eva Kleinert", ("Eva Kleinert",)),
        ("Senior Techno1ogist", ("Senior Technologist",)),
    ],
)
def test_a_line_that_says_two_things_is_two(text: str, parts: tuple[str, ...] | None) -> None:
    found = tuple(line.text for line in split_lines([Line(0, text, 0, 0, 400, 20, 0.9)]))
    assert found == (parts or ("Weser GmbH", "Hafenstraße 12 · 28195 Bremen"))


def test_a_title_over_two_lines_is_one(make_lines: MakeLines) -> None:
    card = [
        ("Priscilla Oakhurst", 60, 60, 40),
        ("Vice President of", 60, 110, 26),
        ("Global Partnerships", 60, 140, 26),
        ("oakhurst@northwind.com", 60, 300, 24),
    ]
    assert _read(make_lines, card).title == "Vice President of Global Partnerships"


def test_a_title_in_unknown_words_is_known_by_its_place(make_lines: MakeLines) -> None:
    card = [
        ("Vintner & Sons Ltd", 60, 40, 40),
        ("Priscilla Oakhurst", 60, 160, 40),
        ("Grumbler Extraordinaire", 60, 210, 26),
        ("priscilla@vintnersons.com", 60, 360, 24),
    ]
    reading = _read(make_lines, card)
    assert (reading.name, reading.company) == ("Priscilla Oakhurst", "Vintner & Sons Ltd")


def test_the_company_behind_a_title_is_no_part_of_it(make_lines: MakeLines) -> None:
    card = [
        ("Priscilla Oakhurst", 60, 60, 40),
        ("Founder & CEO, Holtbridge Capital", 60, 110, 26),
        ("Holtbridge Capital", 60, 240, 36),
        ("priscilla@holtbridge.com", 60, 360, 24),
    ]
    reading = _read(make_lines, card)
    assert (reading.title, reading.company) == ("Founder & CEO", "Holtbridge Capital")


def test_a_name_over_two_lines_is_confirmed_by_the_mailbox(make_lines: MakeLines) -> None:
    card = [
        ("Simón Hurtado", 60, 60, 40),
        ("Morales", 60, 105, 40),
        ("Ingeniero", 60, 160, 26),
        ("s.hurtadomorales@sarovik.com", 60, 300, 24),
    ]
    assert _read(make_lines, card).name == "Simón Hurtado Morales"


def test_the_first_of_two_offices_is_the_address(make_lines: MakeLines) -> None:
    card = [
        ("Halcyon Freight Ltd", 60, 40, 40),
        ("12 Dock Road", 60, 200, 24),
        ("Bristol BS1 6XX", 60, 226, 24),
        ("44 Mill Lane", 60, 252, 24),
        ("Leeds LS1 5HD", 60, 278, 24),
    ]
    assert _read(make_lines, card).address == "12 Dock Road, Bristol BS1 6XX"


@pytest.mark.parametrize(
    ("printed", "address"),
    [
        ("Head Office: 12 Dock Road, Bristol BS1 6XX", "12 Dock Road, Bristol BS1 6XX"),
        ("P.O. Box: 4412, Area 5, Sharjah", "P.O. Box: 4412, Area 5, Sharjah"),
        ("9 5900 Longley Lane, Reno, NV 89511", "5900 Longley Lane, Reno, NV 89511"),
        ("Address 12 Dock Road, Bristol BS1 6XX", "12 Dock Road, Bristol BS1 6XX"),
    ],
)
def test_what_heads_an_address_is_no_part_of_it(
    make_lines: MakeLines, printed: str, address: str
) -> None:
    card = [("Halcyon Freight Ltd", 60, 40, 40), (printed, 60, 200, 24)]
    assert _read(make_lines, card).address == address


@pytest.mark.parametrize(
    "line",
    [
        "USt-IdNr. DE 811555012",
        "GSTIN : 37ABCPM5512K1ZQ",
        "Ouvert du lundi au samedi",
        "Mon-Fri 9:00 - 17:30",
        "ISO 9001:2015",
    ],
)
def test_small_print_is_no_field(make_lines: MakeLines, line: str) -> None:
    card = [("Halcyon Freight Ltd", 60, 40, 40), (line, 60, 200, 24)]
    reading = _read(make_lines, card)
    assert (reading.name, reading.title, reading.address) == (None, None, None)
    assert reading.company == "Halcyon Freight Ltd"


PAGE = "the quick brown fox jumps over the lazy dog and then it sleeps until the morning"
FOREIGN = {
    "a page": [(PAGE, 40, 30.0 * row, 20) for row in range(40)],
    "a letter": [(PAGE, 40, 30.0 * row, 20) for row in range(12)],
    "a receipt": [(f"Item {row} {row}.90", 40, 30.0 * row, 20) for row in range(9)],
    "a sign": [("EXIT", 40, 40, 80)],
}


@pytest.mark.parametrize("kind", FOREIGN)
def test_what_is_no_card_gives_nothing(make_lines: MakeLines, kind: str) -> None:
    assert _read(make_lines, FOREIGN[kind]) == CardReading()


def test_the_candidates_of_a_crowded_picture_are_bounded(make_lines: MakeLines) -> None:
    placed = [(f"Harbour Road {row} Manager Ltd", 40, 26.0 * row, 20) for row in range(300)]
    layout = numbered(split_lines(arranged(make_lines(placed)).lines))
    facts = card_facts(layout.lines, [], [])
    texts = {line.at: line.text for line in layout.lines}
    roles = {at: role_scores(layout.lines[at], text, facts) for at, text in texts.items()}
    card = CardLines(layout, texts, roles, facts)
    assert all(len(found) <= 12 for found in (titles(card), companies(card), addresses(card)))
