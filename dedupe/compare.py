"""What two records have in common, named: a column for each kind of evidence.

How much an agreement is worth is said by `dedupe.weigh`.
"""

from dataclasses import dataclass

import numpy as np

from dedupe.address_comparison import AddressAgreement, compared_addresses
from dedupe.arrays import ABSENT, Flags, Ids, Levels, Shares
from dedupe.block import Pairs
from dedupe.company_comparison import at_once, companies
from dedupe.frequencies import Frequencies, name_keys
from dedupe.levels import Agreement, Level, Said
from dedupe.likeness import likeness
from dedupe.name_comparison import crossed, straight, whole_alike
from dedupe.values import MIDDLE, Cleaned, Holdings

_ALIKE_SLUG = 0.8  # on a card: below this no misreading makes two addresses of one
_PRINTED = "card"


@dataclass(frozen=True, slots=True)
class Comparison:
    """The evidence about each pair, a row a pair.

    `turned` marks names that agree better with family name first. `whole_alike` is how alike the
    names are as one word (0 to 1), computed where a part differs. `mail_holders` and
    `phone_holders` count the distinct names at the rarest value shared, 0 where none is.
    """

    given: Agreement
    family: Agreement
    turned: Flags
    whole_alike: Shares
    bearers: Ids  # people proven to bear the name of one of them, 0 for one as well
    middle: Levels
    generation: Levels  # Said
    profile: Levels  # Said
    mail_holders: Ids
    other_desk: Flags  # both have a mailbox of their own at one company, and not the same
    numbered: Flags  # one has a numbered mailbox at a company, and not both
    phone_holders: Ids
    other_phone: Flags  # both have phones, and none in common
    company: Agreement
    address: AddressAgreement
    same_title: Flags
    same_work: Flags  # the same title but for the rank
    at_once: Flags  # both tell where somebody worked in the same half year


def compared(values: Cleaned, pairs: Pairs, common: Frequencies) -> Comparison:
    """Return the evidence about each pair."""
    as_written, other_way = straight(values, pairs, common), crossed(values, pairs, common)
    turned = _strength(other_way) > _strength(as_written)
    given, family = (
        Agreement(np.where(turned, b.level, a.level), np.where(turned, b.share, a.share))
        for a, b in zip(as_written, other_way, strict=True)
    )
    title, core = values.title, values.title_core
    phone_holders = _fewest_holders(values, values.phones, common.phone_names, pairs)
    has_phone = np.bincount(values.phones.record, minlength=len(values)) > 0
    mail_holders = _fewest_holders(values, values.mails, common.mail_names, pairs)
    anybody = np.ones(1 + int(values.desks.value.max(initial=0)), dtype=np.int64)
    one_company = _fewest_holders(values, values.desks, anybody, pairs) > 0
    return Comparison(
        given=given,
        family=family,
        turned=turned,
        whole_alike=whole_alike(values, pairs, given, family, common),
        bearers=np.maximum(common.bearers[pairs.left], common.bearers[pairs.right]),
        middle=_middle(values, pairs),
        generation=_said(values.generation[pairs.left], values.generation[pairs.right]),
        profile=_profile(values, pairs),
        mail_holders=mail_holders,
        other_desk=one_company & (mail_holders == 0),
        numbered=values.numbered[pairs.left] != values.numbered[pairs.right],
        phone_holders=phone_holders,
        other_phone=has_phone[pairs.left] & has_phone[pairs.right] & (phone_holders == 0),
        company=companies(values, pairs, common),
        address=compared_addresses(
            values.addresses, pairs, name_keys(values), common.place_names, common.town
        ),
        same_title=(title[pairs.left] == title[pairs.right]) & (title[pairs.left] != ABSENT),
        same_work=(core[pairs.left] == core[pairs.right]) & (core[pairs.left] != ABSENT),
        at_once=at_once(values, pairs),
    )


def _strength(agreements: tuple[Agreement, Agreement]) -> Levels:
    return np.asarray(agreements[0].level + agreements[1].level, dtype=np.int8)


def _middle(values: Cleaned, pairs: Pairs) -> Levels:
    one, other = values.given[pairs.left, MIDDLE], values.given[pairs.right, MIDDLE]
    initial = values.words.initial
    level = np.where(initial[one] == initial[other], Level.INITIAL, Level.DIFFERENT)
    level = np.where((one == other) & (values.words.length[one] > 1), Level.EXACT, level)
    absent = (one == ABSENT) | (other == ABSENT)
    return np.where(absent, Level.ABSENT, level).astype(np.int8)


def _said(one: Ids, other: Ids) -> Levels:
    level = np.where(one == other, Said.EQUAL, Said.DIFFERENT)
    level = np.where((one == ABSENT) | (other == ABSENT), Said.BY_ONE, level)
    return np.where((one == ABSENT) & (other == ABSENT), Said.BY_NONE, level).astype(np.int8)


def _profile(values: Cleaned, pairs: Pairs) -> Levels:
    """Return whether profiles are equal; one read off a card may be another one misread."""
    level = _said(values.profile[pairs.left], values.profile[pairs.right])
    printed = values.source == _PRINTED
    either = printed[pairs.left] | printed[pairs.right]
    asked = np.flatnonzero((level == Said.DIFFERENT) & either)
    alike = likeness(values.slug[pairs.left[asked]], values.slug[pairs.right[asked]])
    level[asked[alike >= _ALIKE_SLUG]] = Said.BY_ONE
    return level


def _fewest_holders(values: Cleaned, held: Holdings, names: Ids, pairs: Pairs) -> Ids:
    """Return the fewest distinct names at a value that both of a pair hold; 0 for none.

    `names` are those that the model knows of by value; two names in the pair itself are two.
    """
    fewest = np.zeros(len(pairs), dtype=np.int64)
    first = np.searchsorted(held.record, np.arange(len(values) + 1))
    number = np.diff(first)
    most = int(number.max(initial=0))
    for a in range(most):
        with_a = np.flatnonzero(number[pairs.left] > a)
        value_a = held.value[first[pairs.left[with_a]] + a]
        for b in range(most):
            has_b = number[pairs.right[with_a]] > b
            at, value = with_a[has_b], value_a[has_b]
            same = held.value[first[pairs.right[at]] + b] == value
            at, count = at[same], names[value[same]]
            fewest[at] = np.where(fewest[at] == 0, count, np.minimum(fewest[at], count))
    name = name_keys(values)
    least = 1 + (name[pairs.left] != name[pairs.right])
    return np.where(fewest > 0, np.maximum(fewest, least), 0)
