"""How postal addresses agree: one place, one place misread, one town.

Offices are shared by colleagues, houses by families: a place counts less by how many names have it,
and an office says no more than the company does.
"""

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from rapidfuzz import fuzz, process

from dedupe.address_values import Addresses
from dedupe.arrays import ABSENT, Flags, Ids, Levels, Shares, Texts
from dedupe.block import Pairs

ALIKE_STREET = 80.0  # of 100: a word left out or two letters misread
ALIKE_TOWN = 75.0


class AddressLevel(IntEnum):
    """How two addresses agree, in rising order of strength; `ABSENT`: one of them is missing."""

    ABSENT = 0
    DIFFERENT = 1
    TOWN = 2
    STREET = 3  # and number or town, the third of them being another one or missing
    SAME = 4


ADDRESS_M = {AddressLevel.SAME: 0.35, AddressLevel.STREET: 0.10, AddressLevel.TOWN: 0.15}
"""How often two records of one person agree so, both having an address: offices and homes change
with the job as employers do (`dedupe.weigh.COMPANY_M`), and a card is misread as often."""
PLACE_BY_CHANCE = 1.0  # names more at a place than are seen: who lives there, who works there
STREET_BY_CHANCE = 4.0  # of a place misread: the neighbours too
OTHER_ADDRESS = -0.3  # people move, as they change employers
MOST_OF_TOWN = 3.0


@dataclass(frozen=True, slots=True)
class AddressAgreement:
    """How addresses agree; `holders` is how many names have the place, `share` that of a town."""

    level: Levels
    holders: Ids
    share: Shares


def compared_addresses(
    held: Addresses, pairs: Pairs, name: Ids, place_names: Ids, town_share: Shares
) -> AddressAgreement:
    """Return how the addresses of each pair agree.

    `name` is a number for each record's name. `place_names` counts the names at each place,
    `town_share` is the share of names in each town, both by id.
    """
    left, right = pairs.left, pairs.right
    known = (held.street + held.town + held.postcode) != ABSENT
    at = np.flatnonzero(known[left] & known[right])
    one, other = left[at], right[at]
    number = _same(held.number, one, other)
    street = _alike(held.street, held.street_text, one, other, ALIKE_STREET)
    town = _alike(held.town, held.town_text, one, other, ALIKE_TOWN)
    town |= _same(held.postcode, one, other)
    found = np.where(town, AddressLevel.TOWN, AddressLevel.DIFFERENT)
    found = np.where(street & (town | number), AddressLevel.STREET, found)
    found = np.where(street & town & number, AddressLevel.SAME, found)
    level = np.zeros(len(pairs), dtype=np.int8)
    level[at] = found
    holders = np.maximum(place_names[held.place[left]], place_names[held.place[right]])
    holders = np.maximum(holders, 1 + (name[left] != name[right]))
    share = np.maximum(town_share[held.town[left]], town_share[held.town[right]])
    return AddressAgreement(level, holders, share)


def _same(ids: Ids, one: Ids, other: Ids) -> Flags:
    return np.asarray((ids[one] == ids[other]) & (ids[one] != ABSENT), dtype=np.bool_)


def _alike(ids: Ids, texts: Texts, one: Ids, other: Ids, least: float) -> Flags:
    """Return which values are the same, or alike whatever the order of their words."""
    alike = _same(ids, one, other)
    asked = np.flatnonzero(~alike & (ids[one] != ABSENT) & (ids[other] != ABSENT))
    if len(asked):
        first, second = texts[ids[one[asked]]], texts[ids[other[asked]]]
        alike[asked] = process.cpdist(first, second, scorer=fuzz.token_set_ratio) >= least
    return alike


def address_bits(found: AddressAgreement, company: Shares, world: int) -> Shares:
    """Return what agreement on an address is worth, beyond the bits that `company` has already.

    `world` is how many people there may be.
    """
    level, bits = found.level, np.zeros(len(found.level))
    for kind, by_chance in (
        (AddressLevel.SAME, PLACE_BY_CHANCE),
        (AddressLevel.STREET, STREET_BY_CHANCE),
    ):
        at = level == kind
        chance = (found.holders[at] - 1 + by_chance) / world
        bits[at] = np.maximum(np.log2(ADDRESS_M[kind] / chance), 0.0)
    at = level == AddressLevel.TOWN
    bits[at] = np.clip(np.log2(ADDRESS_M[AddressLevel.TOWN] / found.share[at]), 0.0, MOST_OF_TOWN)
    bits = np.where(company > 0, np.maximum(bits - company, 0.0), bits)
    return np.where(level == AddressLevel.DIFFERENT, OTHER_ADDRESS, bits)
