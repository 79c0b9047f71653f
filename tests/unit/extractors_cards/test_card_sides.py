"""How sure two readings are the sides of one card, and what they are together."""

import pytest

from contacts.readings import CardReading, TypedPhone
from extractors.card.sides import among, are_sides, sides_agreement, sides_joined

PHONE = TypedPhone("030 1234567", "work", "+49301234567")
FRONT = CardReading(
    name="Ada Example",
    company="Acme Engines Ltd",
    emails=("ada@acme-engines.org",),
    phones_typed=(PHONE,),
)


@pytest.mark.parametrize(
    ("back", "agreement"),
    [
        (CardReading(name="Ada Example"), "sure"),
        (CardReading(urls=("www.acme-engines.org",)), "sure"),
        (CardReading(company="Acme Engines"), "perhaps"),
        (CardReading(company="Acme-Engines"), "perhaps"),
        (CardReading(phones_typed=(PHONE,)), "perhaps"),
        (CardReading(name="Ada B. Example"), "perhaps"),
        (CardReading(name="Bea Other", emails=("ada@acme-engines.org",)), "perhaps"),
        (CardReading(name="示例 花子", company="Acme Engines Ltd"), "perhaps"),
        (CardReading(name="Bea Other", company="Acme Engines Ltd"), "no"),
        (CardReading(company="Other Works"), "no"),
        (CardReading(), "no"),
    ],
)
def test_what_agrees_in_part_is_perhaps(back: CardReading, agreement: str) -> None:
    assert sides_agreement(FRONT, back) == sides_agreement(back, FRONT) == agreement
    assert are_sides(FRONT, back) is (agreement == "sure")


def test_a_joined_card_says_what_either_side_says() -> None:
    front = CardReading(
        name="Ada Example",
        emails=("ada@acme.org",),
        languages=("en",),
        scripts=("Latn",),
        field_lines={"name": (0,), "emails": (1,)},
    )
    back = CardReading(
        address="1 Main St, Leeds",
        address_lines=("1 Main St", "Leeds"),
        country="GB",
        emails=("info@acme.org",),
        languages=("en", "ja"),
        scripts=("Latn", "Jpan"),
        field_lines={"address": (0, 1), "emails": (2,)},
    )
    joined, gone = sides_joined([among(front, 0), among(back, 2)])
    assert gone is None
    assert joined is not None
    assert (joined.address_lines, joined.country) == (("1 Main St", "Leeds"), "GB")
    assert (joined.languages, joined.scripts) == (("en", "ja"), ("Latn", "Jpan"))
    assert joined.field_lines == {"name": (0,), "emails": (1, 4), "address": (2, 3)}
