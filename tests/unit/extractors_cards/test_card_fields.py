"""What is made of the lines of invented cards of many kinds."""

import math
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contacts.readings import CardReading, Quad, TextLine
from extractors.card.reading import read_card

Placed = tuple[str, float, float, float]  # text, left, top, height
MakeLines = Callable[[Sequence[Placed]], tuple[TextLine, ...]]

AMERICAN = [
    ("Northwind Analytics, Inc.", 60, 40, 44),
    ("Priscilla Oakhurst", 60, 180, 40),
    ("Vice President, Research", 60, 230, 28),
    ("1200 Harbor Blvd, Suite 410", 60, 330, 26),
    ("Oakland, CA 94607", 60, 360, 26),
    ("Office (510) 555-0142", 560, 330, 26),
    ("Cell (510) 555-0188", 560, 360, 26),
    ("p.oakhurst@northwind-analytics.com", 560, 390, 26),
    ("www.northwind-analytics.com", 560, 420, 26),
]
GERMAN = [
    ("Dr. Jörg Müllerschön", 60, 60, 36),
    ("Abteilungsleiter Vertrieb", 60, 105, 26),
    ("Kranbau Weserland GmbH", 60, 210, 30),
    ("Hafenstraße 12", 60, 245, 26),
    ("28195 Bremen", 60, 275, 26),
    ("Tel. 0421 / 123456-0", 60, 340, 26),
    ("Fax 0421 / 123456-99", 60, 370, 26),
    ("Mobil 0171 1234567", 60, 400, 26),
    ("j.muellerschoen@kranbau-weserland.de", 60, 430, 26),
]
FRENCH = [
    ("Hélène DUVALLON", 400, 60, 34),
    ("Responsable des achats", 400, 100, 26),
    ("Société Ambrelle SARL", 60, 230, 38),
    ("14 rue des Tanneurs", 60, 300, 24),
    ("69005 Lyon, France", 60, 328, 24),
    ("Tél. : 04 72 00 11 22", 560, 300, 24),
    ("Port. : 06 12 34 56 78", 560, 328, 24),
    ("h.duvallon@ambrelle.fr", 560, 356, 24),
]
JAPANESE = [
    ("架空電機株式会社", 60, 50, 40),
    ("営業本部", 60, 160, 24),
    ("部長", 60, 190, 24),
    ("佐藤 花子", 60, 230, 56),
    ("〒100-0001 東京都千代田区架空町1-2-3", 60, 360, 24),
    ("TEL 03-1234-5678 FAX 03-1234-5679", 60, 390, 24),
    ("E-mail hanako.sato@kaku-denki.co.jp", 60, 420, 24),
]
WITHOUT_PERSON = [
    ("BELLA ROSA", 300, 80, 70),
    ("Ristorante & Pizzeria", 300, 170, 34),
    ("Via Garibaldi 5, 40124 Bologna", 60, 340, 26),
    ("Tel. 051 123 4567", 60, 370, 26),
    ("info@bellarosa-bologna.it", 60, 400, 26),
]
MODERN = [
    ("MIRA", 60, 60, 60),
    ("VALDANE", 60, 125, 60),
    ("Product Designer", 60, 200, 26),
    ("mira@studiolume.io", 60, 380, 26),
    ("+44 7700 900123", 60, 410, 26),
    ("Studio Lume", 700, 60, 40),
]
ONE_LINE = [
    ("Owen Tarrisford, CFO", 60, 60, 34),
    ("Halcyon Freight Ltd", 60, 160, 40),
    ("Unit 4, Dock Road, Bristol BS1 6XX", 60, 300, 26),
    ("T: 0117 496 0123  M: 07700 900456", 60, 330, 26),
    ("owen.tarrisford@halcyonfreight.co.uk", 60, 360, 26),
]
INDIAN = [
    ("K. RAMASWAMY B.E., MBA", 60, 40, 34),
    ("Proprietor", 60, 80, 26),
    ("SRI VELAN ENGINEERING WORKS", 60, 180, 44),
    ("Manufacturers of Pumps & Valves", 60, 235, 26),
    ("No. 14, 2nd Street, Gandhi Nagar,", 60, 330, 26),
    ("Coimbatore - 641 012.", 60, 358, 26),
    ("Ph: (O) 0422-2123456 (R) 0422-2123457", 60, 400, 26),
    ("Cell: 98430 12345", 60, 428, 26),
]
EXPECTED = [
    (AMERICAN, "Priscilla Oakhurst", "Vice President, Research", "Northwind Analytics, Inc."),
    (GERMAN, "Jörg Müllerschön", "Abteilungsleiter Vertrieb", "Kranbau Weserland GmbH"),
    (FRENCH, "Hélène DUVALLON", "Responsable des achats", "Société Ambrelle SARL"),
    (JAPANESE, "佐藤 花子", "部長", "架空電機株式会社"),
    (WITHOUT_PERSON, None, None, "BELLA ROSA"),
    (MODERN, "MIRA VALDANE", "Product Designer", "Studio Lume"),
    (ONE_LINE, "Owen Tarrisford", "CFO", "Halcyon Freight Ltd"),
    (INDIAN, "K. RAMASWAMY", "Proprietor", "SRI VELAN ENGINEERING WORKS"),
]


@pytest.mark.parametrize(("card", "name", "title", "company"), EXPECTED)
def test_the_person_and_the_company_are_told_apart(
    make_lines: MakeLines,
    card: list[Placed],
    name: str | None,
    title: str | None,
    company: str | None,
) -> None:
    reading = read_card(make_lines(card), region=None)
    assert (reading.name, reading.title, reading.company) == (name, title, company)


@pytest.mark.parametrize(
    ("card", "address"),
    [
        (AMERICAN, "1200 Harbor Blvd, Suite 410, Oakland, CA 94607"),
        (GERMAN, "Hafenstraße 12, 28195 Bremen"),
        (FRENCH, "14 rue des Tanneurs, 69005 Lyon, France"),
        (JAPANESE, "〒100-0001 東京都千代田区架空町1-2-3"),
        (WITHOUT_PERSON, "Via Garibaldi 5, 40124 Bologna"),
        (ONE_LINE, "Unit 4, Dock Road, Bristol BS1 6XX"),
        (INDIAN, "No. 14, 2nd Street, Gandhi Nagar, Coimbatore - 641 012."),
    ],
)
def test_the_lines_of_an_address_are_one_line(
    make_lines: MakeLines, card: list[Placed], address: str
) -> None:
    assert read_card(make_lines(card), region=None).address == address


@pytest.mark.parametrize(
    ("card", "phones"),
    [
        (AMERICAN, [("work", "(510) 555-0142"), ("mobile", "(510) 555-0188")]),
        (
            GERMAN,
            [("work", "0421 / 123456-0"), ("fax", "0421 / 123456-99"), ("mobile", "0171 1234567")],
        ),
        (INDIAN, [("work", "0422-2123456"), ("home", "0422-2123457"), ("mobile", "98430 12345")]),
        (ONE_LINE, [("work", "0117 496 0123"), ("mobile", "07700 900456")]),
    ],
)
def test_a_label_says_what_a_number_is_for(
    make_lines: MakeLines, card: list[Placed], phones: list[tuple[str, str]]
) -> None:
    reading = read_card(make_lines(card), region=None)
    assert [(one.kind, one.printed) for one in reading.phones_typed] == phones


def test_a_fax_is_no_voice_number(make_lines: MakeLines) -> None:
    reading = read_card(make_lines(GERMAN), region="DE")
    assert reading.phones == ("0421 / 123456-0", "0171 1234567")
    assert reading.phones_typed[2].e164 == "+491711234567"


def test_the_address_gives_numbers_their_country(make_lines: MakeLines) -> None:
    reading = read_card(make_lines(FRENCH), region="US")
    assert reading.phones_typed[0].e164 == "+33472001122"


def test_a_department_is_no_title(make_lines: MakeLines) -> None:
    reading = read_card(make_lines(JAPANESE), region=None)
    assert (reading.title, reading.department) == ("部長", "営業本部")


def test_a_label_apart_from_its_number_is_found(make_lines: MakeLines) -> None:
    card = [("Fax.", 60, 60, 26), ("030 1234567", 200, 61, 26), ("Tel.", 60, 90, 26)]
    reading = read_card(make_lines([*card, ("030 1234568", 200, 91, 26)]), region="DE")
    assert reading.phones == ("030 1234568",)


def test_no_lines_are_no_card() -> None:
    assert read_card((), region=None) == CardReading()


def test_what_is_unsure_is_for_review(make_lines: MakeLines) -> None:
    reading = read_card(make_lines([("Somewhat Something", 60, 60, 30)]), region=None)
    assert set(reading.needs_review) == {
        field for field, sure in reading.confidence.items() if sure < 0.7
    }


@pytest.mark.parametrize("card", [AMERICAN, GERMAN, JAPANESE, INDIAN])
@pytest.mark.parametrize("degrees", [90, 180, 270, 7, -12])
def test_a_turned_card_says_the_same(
    make_lines: MakeLines, card: list[Placed], degrees: float
) -> None:
    lines = make_lines(card)
    turned = tuple(replace(line, quad=_turned(line, math.radians(degrees))) for line in lines)
    assert read_card(turned, region=None) == read_card(lines, region=None)


def _turned(line: TextLine, angle: float) -> Quad:
    cosine, sine = math.cos(angle), math.sin(angle)
    corners = [(x * cosine - y * sine, x * sine + y * cosine) for x, y in line.quad]
    return corners[0], corners[1], corners[2], corners[3]


@pytest.mark.parametrize("card", [AMERICAN, FRENCH, INDIAN])
def test_the_order_of_lines_does_not_matter(make_lines: MakeLines, card: list[Placed]) -> None:
    lines = make_lines(card)
    reading, reversed_ = read_card(lines, region=None), read_card(lines[::-1], region=None)
    assert replace(reversed_, field_lines={}) == replace(reading, field_lines={})
    for field, places in reading.field_lines.items():
        turned = {len(lines) - 1 - at for at in reversed_.field_lines[field]}
        assert turned == set(places)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.text(max_size=40), st.floats(0, 900), st.floats(0, 500), st.floats(1, 90)),
        max_size=12,
    )
)
def test_any_text_gives_a_reading(placed: list[Placed]) -> None:
    lines = tuple(
        TextLine(text, ((x, y), (x + 50, y), (x + 50, y + h), (x, y + h)), 0.9)
        for text, x, y, h in placed
    )
    reading = read_card(lines, region=None)
    assert all(0 <= sure <= 1 for sure in reading.confidence.values())
    shown = " ".join(filter(None, (reading.name, reading.company, reading.address)))
    assert not any(sign in shown for sign in "\x00\x1b\u202e\u200f")
