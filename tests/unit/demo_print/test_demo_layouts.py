import re
from dataclasses import replace
from functools import cache
from itertools import combinations
from random import Random

import pytest
import zxingcpp
from PIL import Image

from weakties.demo.print.catalogue import LAYOUTS
from weakties.demo.print.face import PrintedCard
from weakties.demo.print.layout import Layout
from weakties.demo.print.layouts import _LEGIBLE, _legible, compose, house_seed, render
from weakties.demo.print.sheet import Placed, Sheet
from weakties.demo.print.typesetting import smallest_type

FULL = PrintedCard(
    name="Małgorzata Wiśniewska",
    title="Head of Product",
    department="Research & Development",
    company="Brzoza Systemy Sp. z o.o.",
    phones=(("work", "+48 22 555 01 23"), ("mobile", "+48 601 555 123"), ("fax", "+48 22 5550124")),
    emails=("m.wisniewska@brzoza.example",),
    urls=("www.brzoza.example",),
    address_lines=("ul. Długa 17/4", "00-238 Warszawa, Polska"),
    slogan="Software that grows",
    degrees="PhD",
    honorific="Dr.",
    native_name="佐藤 健一",
    native_company="北星電機株式会社",
    language="pl",
    qr=True,
)
LONGEST = replace(
    FULL,
    name="Maximilian-Friedrich von der Hohenstein-Lüdenscheid",
    title="Leiter der Abteilung für internationale Geschäftsentwicklung",
    department="Strategische Partnerschaften und Kooperationen in Übersee",
    company="Müller, Großmann & Öztürk Maschinenbau GmbH & Co. KG",
    emails=("maximilian-friedrich.von.der.hohenstein@mueller-grossmann-oeztuerk.example",),
    urls=("https://www.mueller-grossmann-oeztuerk-maschinenbau.example",),
    address_lines=("Gebäude 14, 3. Obergeschoss", "Alte Schönhauser Straße 123", "10119 Berlin"),
    slogan="Präzision aus Tradition – seit 1887 für Sie da",
    language="de",
)
VIETNAMESE = replace(
    FULL,
    name="Nguyễn Thị Ngọc Ẩn",
    title="Giám đốc kinh doanh",
    department="Phòng Phát triển Ấn phẩm",
    company="Công ty Cổ phần Sông Xanh",
    address_lines=("12 Phố Huế, Hai Bà Trưng", "Ấp Mỹ Lộc, Hà Nội"),
    language="vi",
)
CARDS = (FULL, LONGEST, VIETNAMESE)
every_layout = pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)


def _squeezed(text: str) -> str:
    return re.sub(r"[\s|·,]", "", text).casefold()


def _overlap(one: Placed, other: Placed) -> bool:
    return (
        one.box[0] < other.box[2]
        and other.box[0] < one.box[2]
        and one.box[1] < other.box[3]
        and other.box[1] < one.box[3]
    )


@cache
def _sides(card: PrintedCard, layout: Layout) -> tuple[Sheet, Sheet]:
    composed = compose(card, seed=1, layout=layout, back=True)
    assert composed.back
    return composed.front, composed.back


def _values(card: PrintedCard) -> dict[str, tuple[str | None, ...]]:
    return {
        "name": (card.honorific, card.name, card.degrees),
        "title": (card.title,),
        "department": (card.department,),
        "company": (card.company,),
        "phones": tuple(number for _, number in card.phones),
        "emails": card.emails,
        "urls": card.urls,
        "address": card.address_lines,
        "slogan": (card.slogan,),
    }


def test_there_are_a_dozen_layouts_light_and_dark_upright_and_not() -> None:
    assert len({layout.name for layout in LAYOUTS}) == len(LAYOUTS) >= 12
    assert {layout.ground for layout in LAYOUTS} == {"paper", "panel"}
    assert {layout.size[0] < layout.size[1] for layout in LAYOUTS} == {False, True}


@every_layout
@pytest.mark.parametrize("card", CARDS, ids=["full", "longest", "vietnamese"])
def test_every_value_is_printed_in_front(card: PrintedCard, layout: Layout) -> None:
    front, _ = _sides(card, layout)
    for field, values in _values(card).items():
        printed = _squeezed("".join(each.text for each in front.placed if each.field == field))
        for value in values:
            assert value
            assert _squeezed(value) in printed


@every_layout
@pytest.mark.parametrize("card", CARDS, ids=["full", "longest", "vietnamese"])
def test_nothing_is_printed_outside_or_upon_another(card: PrintedCard, layout: Layout) -> None:
    for side in _sides(card, layout):
        width, height = side.image.size
        for each in side.placed:
            left, top, right, bottom = each.box
            assert 0 <= left < right <= width, each
            assert 0 <= top < bottom <= height, each
        for one, other in combinations(side.placed, 2):
            assert not _overlap(one, other), (one, other)


@every_layout
def test_native_names_are_printed_on_one_of_the_sides(layout: Layout) -> None:
    printed = "".join(each.text for side in _sides(FULL, layout) for each in side.placed)
    assert FULL.native_name
    assert FULL.native_company
    assert FULL.native_name in printed
    assert FULL.native_company in printed


def test_a_fax_number_is_never_without_its_word() -> None:
    for layout in LAYOUTS:
        line = next(each.text for each in _sides(FULL, layout)[0].placed if "5550124" in each.text)
        assert re.search(r"(?:faks|F) \+48 22 5550124", line)


def test_the_square_code_holds_the_values() -> None:
    layout = next(layout for layout in LAYOUTS if layout.code)
    front = compose(FULL, seed=5, layout=layout).front.image
    text = zxingcpp.read_barcodes(front)[0].text
    assert text.startswith("BEGIN:VCARD")
    for value in (FULL.name, FULL.emails[0], FULL.phones[0][1]):
        assert value in text


def test_a_card_with_a_code_gets_a_layout_with_room_for_it() -> None:
    card = replace(FULL, native_name=None, native_company=None)
    assert all(compose(card, seed=seed).layout.code for seed in range(8))


def test_a_layout_is_drawn_in_which_the_small_type_can_be_read() -> None:
    for seed in range(4):
        layout, design = _legible(LAYOUTS, FULL, Random(seed))
        assert smallest_type(layout.blocks, FULL, design) >= _LEGIBLE


def test_a_bare_name_is_a_card_too() -> None:
    card = PrintedCard("Ece Yılmaz", None, None, None, (), (), (), ())
    front, _ = render(card, seed=1)
    assert isinstance(front, Image.Image)


def test_the_same_seed_prints_the_same_pixels() -> None:
    one, _ = render(FULL, seed=11)
    other, _ = render(FULL, seed=11)
    assert one.tobytes() == other.tobytes()


def test_cards_of_one_company_look_alike() -> None:
    assert house_seed(FULL) == house_seed(replace(FULL, name="Jan Nowak"))
    assert house_seed(FULL) != house_seed(LONGEST)
