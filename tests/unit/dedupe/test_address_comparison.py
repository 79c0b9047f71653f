import numpy as np
import pytest

from dedupe.address_comparison import (
    MOST_OF_TOWN,
    OTHER_ADDRESS,
    AddressAgreement,
    AddressLevel,
    address_bits,
    compared_addresses,
)
from dedupe.address_values import address_keys, addresses_of, counted_places
from dedupe.block import Pairs

WORLD = 10_000


def agreement(*texts: str, names: tuple[int, ...] = ()) -> AddressAgreement:
    """Return how the first two addresses agree; each is of another name unless said otherwise."""
    held = addresses_of(texts)
    name = np.array(names or range(len(texts)))
    places, towns = counted_places(held, name)
    pair = Pairs(np.array([0]), np.array([1]))
    return compared_addresses(held, pair, name, places, towns / len(texts))


def bits(found: AddressAgreement, company: float = 0.0) -> float:
    return float(address_bits(found, np.array([company]), WORLD)[0])


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        ("5 Oak Street, Paris 75002", "5 Oak St, 75002 Paris", AddressLevel.SAME),
        ("5 Knox Street, Byford 4129", "5 knoxstreet, byfrod 4129", AddressLevel.SAME),
        ("5 Oak St, Lakewood, Byford 4129", "5 Lakewood, Oak St, Byford 4129", AddressLevel.SAME),
        ("1 Knox Street, Byford 4129", "4 Knox Street, Byford 4129", AddressLevel.STREET),
        ("5 Knox Street, Byford 4129", "5 Knox Street, Marsden 2152", AddressLevel.STREET),
        ("5 Oak Street, Paris 75002", "81 Rue Verdier, 75002 Paris", AddressLevel.TOWN),
        ("5 Oak Street, Denver CO 80202", "Denver", AddressLevel.TOWN),
        ("5 Oak Street, Paris 75002", "81 Mill Road, Leeds LS1 4AP", AddressLevel.DIFFERENT),
        ("5 Oak Street, Paris 75002", "", AddressLevel.ABSENT),
    ],
)
def test_addresses_agree_as_far_as_their_parts_do(
    one: str, other: str, level: AddressLevel
) -> None:
    assert agreement(one, other).level.tolist() == [level]
    assert agreement(other, one).level.tolist() == [level]


def test_a_place_is_worth_less_the_more_names_share_it() -> None:
    text = "5 Oak Street, Paris 75002"
    family, office = agreement(text, text, names=(1, 1)), agreement(*[text] * 200)
    assert bits(family) > 10
    assert 0 < bits(office) < 5


def test_an_office_says_no_more_than_its_company_does() -> None:
    text = "5 Oak Street, Paris 75002"
    office = agreement(*[text] * 50)
    assert bits(office, company=4.0) == pytest.approx(bits(office) - 4.0)
    assert bits(office, company=20.0) == 0.0


def test_a_place_misread_is_worth_less_than_one_read_well() -> None:
    one, other, third = "5 Knox St, Byford 4129", "5 Knox St, Byford 4129", "6 Knox St, Byford 4129"
    assert bits(agreement(one, other)) > bits(agreement(one, third)) > 0


def test_a_town_is_worth_little_and_a_move_hardly_speaks_against() -> None:
    rest = [f"{at} Elm St, Rome {10_000 + at}" for at in range(97)]
    town = agreement("5 Oak Street, Ryde 4490", "81 Mill Road, Ryde 4490", *rest)
    assert 0 < bits(town) <= MOST_OF_TOWN
    assert bits(agreement("5 Oak St, Ryde 4490", "81 Mill Rd, Leeds LS1 4AP")) == OTHER_ADDRESS


def test_keys_are_equal_in_any_set_of_records() -> None:
    text, more = "5 Oak Street, Paris 75002", "9 Elm Road, Leeds LS1 4AP"
    alone, beside = address_keys(addresses_of([text])), address_keys(addresses_of([more, "", text]))
    assert [keys[0] for keys in alone] == [keys[2] for keys in beside]
    assert [keys[1] for keys in beside] == [0, 0]
    assert len({int(key) for keys in beside for key in keys}) == 5
