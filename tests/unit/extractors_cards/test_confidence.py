"""What the confidence of a field may depend on, and which way."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contacts.readings import CardReading, TypedPhone
from extractors.card.confidence import Source, confidences, for_review, probability, signs
from extractors.card.confidence_weights import REVIEW_BELOW, WEIGHTS

CARD = CardReading(
    name="Priscilla Oakhurst",
    title="Vice President",
    company="Northwind Analytics, Inc.",
    phones=("(510) 555-0142", "+44 7700 900123"),
    phones_typed=(
        TypedPhone("(510) 555-0142", "work", None),
        TypedPhone("+44 7700 900123", "mobile", "+447700900123"),
    ),
    emails=("p.oakhurst@northwind.com",),
    urls=("www.northwind.com",),
    address="1200 Harbor Blvd, Suite 410, Oakland, CA 94607",
)
FIELDS = ("name", "title", "company", "phones", "emails", "urls", "address")
LINES = (0.99,) * 9


def sources(read: float = 0.99, share: float = 0.95) -> dict[str, tuple[Source, ...]]:
    single = ("name", "title", "company", "address")
    found = {field: (Source(read, share),) for field in single}
    several = ("phones", "emails", "urls")
    return found | {field: (Source(read),) * len(getattr(CARD, field)) for field in several}


def sure(
    card: CardReading = CARD,
    found: Mapping[str, tuple[Source, ...]] | None = None,
    lines: tuple[float, ...] = LINES,
) -> dict[str, float]:
    return confidences(signs(card, found or sources(), lines))


def test_every_field_that_was_found_has_a_probability() -> None:
    assert tuple(sure()) == FIELDS
    assert all(0 < one < 1 for one in sure().values())
    assert sure(CardReading(), {}) == {}


def test_a_plain_card_that_was_read_well_needs_no_review() -> None:
    assert for_review(sure()) == ()


def test_a_card_that_was_read_badly_is_for_review() -> None:
    blurred = sure(found=sources(read=0.6, share=0.4), lines=(0.6,) * 9)
    assert {"name", "company", "address"} <= set(for_review(blurred))


@pytest.mark.parametrize("field", FIELDS)
@given(st.lists(st.floats(0, 1), min_size=2, max_size=5).map(sorted))
def test_a_value_read_better_is_not_less_sure(field: str, read: list[float]) -> None:
    steps = [sure(found=sources(read=one))[field] for one in read]
    assert all(one <= two for one, two in pairwise(steps))


@pytest.mark.parametrize("field", ["name", "title", "company", "address"])
@given(st.lists(st.floats(0, 1), min_size=2, max_size=5).map(sorted))
def test_a_value_without_rivals_is_not_less_sure(field: str, shares: list[float]) -> None:
    steps = [sure(found=sources(share=one))[field] for one in shares]
    assert all(one <= two for one, two in pairwise(steps))


def test_a_list_is_as_sure_as_its_least_sure_value() -> None:
    both = sure()["phones"]
    alone = [
        sure(
            replace(CARD, phones=(phone,)),
            sources() | {"phones": (Source(0.99),)},
        )["phones"]
        for phone in CARD.phones
    ]
    assert both == min(alone)


def test_two_firms_on_one_card_make_its_values_less_sure() -> None:
    mixed = replace(CARD, urls=("www.southwind.org",))
    assert sure(mixed)["emails"] < sure()["emails"]


def test_a_number_that_no_plan_has_is_less_sure() -> None:
    only = {"phones": (Source(0.99),)}
    unknown, valid = (
        sure(replace(CARD, phones=(phone,)), sources() | only)["phones"] for phone in CARD.phones
    )
    assert unknown < valid


def test_no_sign_speaks_against_a_value() -> None:
    shipped = list(WEIGHTS.values())
    assert all(weight > 0 for own in shipped for sign, weight in own.items() if sign != "bias")


def test_the_weights_name_signs_that_exist() -> None:
    found = signs(CARD, sources(), LINES)
    assert tuple(WEIGHTS) == FIELDS
    for field, own in WEIGHTS.items():
        assert set(own) - set(found[field][0]) == {"bias"}


def test_what_is_below_the_threshold_is_for_review() -> None:
    assert for_review({"name": REVIEW_BELOW - 0.01, "title": REVIEW_BELOW}) == ("name",)


def test_no_signs_and_no_weights_are_even_odds() -> None:
    assert probability({}, {}) == 0.5
