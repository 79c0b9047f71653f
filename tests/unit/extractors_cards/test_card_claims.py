"""What of a card goes into its record, and where on the crop its unsure fields are."""

import json
import math

import pytest

from contacts.claims import Property
from contacts.readings import (
    CardReading,
    Disagreement,
    PersonName,
    PhotoReading,
    Quad,
    TextLine,
    TypedPhone,
)
from extractors.card.crop_places import places_on_crop
from extractors.card_records import extraction

BOX: Quad = ((100, 50), (500, 50), (500, 250), (100, 250))
LINES = (
    TextLine("Ada Example", ((120, 70), (320, 70), (320, 90), (120, 90)), 0.9),
    TextLine("ada@acme.org", ((120, 200), (320, 200), (320, 220), (120, 220)), 0.9),
)
CARD = CardReading(
    name="Ada Example",
    name_parts=PersonName("Ada", "Example", degrees=("PhD",)),
    phones=("+49 30 1234567",),
    phones_typed=(
        TypedPhone("+49 30 1234567", "switchboard", "+49301234567"),
        TypedPhone("+49 171 1234567", "whatsapp", "+491711234567"),
    ),
    emails=("ada@acme.org",),
    address_lines=("1 Main St", "Leeds"),
    country="GB",
    languages=("en",),
    scripts=("Latn",),
    disagreements=(Disagreement("name", "Ada Exanple", "Ada Example"),),
    field_lines={"name": (0,), "emails": (1,)},
    confidence={"name": 0.5, "phones": 0.9, "emails": 0.9},
    box=BOX,
    needs_review=("name",),
)


def _photo(**more: object) -> PhotoReading:
    return PhotoReading("a.jpg", "fake 1", 0.1, cards=(CARD,), crops=(b"x",), lines=LINES, **more)


def test_a_record_keeps_all_that_was_read() -> None:
    told = extraction([_photo()], "a" * 64, ("cards/a.jpg",))
    raw = json.loads(told.observations["raw"][0])
    assert raw["name_parts"] == {
        "given": "Ada",
        "family": "Example",
        "honorific": "",
        "degrees": ["PhD"],
    }
    assert raw["address_lines"] == ["1 Main St", "Leeds"]
    assert (raw["country"], raw["languages"], raw["scripts"]) == ("GB", ["en"], ["Latn"])
    assert raw["disagreements"] == [
        {"field": "name", "printed": "Ada Exanple", "encoded": "Ada Example"}
    ]
    assert raw["places"] == {"name": [0.05, 0.1, 0.55, 0.2]}


def test_kinds_of_numbers_are_claimed_as_vcards_name_them() -> None:
    told = extraction([_photo()], "a" * 64, ("cards/a.jpg",))
    claims = told.claims[told.claims["property"] == Property.PHONE]
    assert sorted(claims["kind"]) == ["mobile", "work"]


@pytest.mark.parametrize(
    ("where", "claimed"),
    [
        ((52.5200066, 13.4049540), ["geo:52.52001,13.40495"]),
        ((-33.9, 0.0), ["geo:-33.90000,0.00000"]),
        (None, []),
    ],
)
def test_where_a_photo_was_taken_is_a_claim(
    where: tuple[float, float] | None, claimed: list[str]
) -> None:
    told = extraction([_photo(taken_where=where)], "a" * 64, ("cards/a.jpg",))
    assert list(told.claims[told.claims["property"] == Property.PLACE]["value"]) == claimed


@pytest.mark.parametrize("degrees", [0, 90, 180, 270, 20])
def test_a_place_is_on_the_upright_crop_however_the_card_lies(degrees: int) -> None:
    box = tuple(_turned(corner, degrees) for corner in BOX)
    if degrees in {90, 180, 270}:  # the outline begins at the corner that is top left on the photo
        box = box[-degrees // 90 :] + box[: -degrees // 90]
    lines = [
        TextLine(line.text, tuple(_turned(corner, degrees) for corner in line.quad), 0.9)
        for line in LINES
    ]
    card = CardReading(field_lines=CARD.field_lines, box=box)
    places = places_on_crop(card, lines, ["name", "emails"])
    assert places["name"] == pytest.approx((0.05, 0.1, 0.55, 0.2), abs=1e-3)
    assert places["emails"] == pytest.approx((0.05, 0.75, 0.55, 0.85), abs=1e-3)


def _turned(corner: tuple[float, float], degrees: float) -> tuple[float, float]:
    cosine, sine = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    x, y = corner[0] - 300, corner[1] - 150
    return 300 + x * cosine - y * sine, 150 + x * sine + y * cosine


@pytest.mark.parametrize(
    "card",
    [
        CardReading(),
        CardReading(box=BOX),
        CardReading(field_lines={"name": (0,)}),
        CardReading(field_lines={"name": (9,)}, box=BOX),
        CardReading(field_lines={"name": (0,)}, box=((0, 0),) * 4),
        CardReading(field_lines={"name": (0,)}, box=((600, 0), (900, 0), (900, 200), (600, 200))),
    ],
)
def test_a_field_that_is_not_on_the_crop_has_no_place(card: CardReading) -> None:
    assert places_on_crop(card, LINES, ["name", "title"]) == {}
