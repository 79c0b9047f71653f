"""How names agree, token by token, each pair of tokens once."""

from itertools import product

import numpy as np

from dedupe.arrays import ABSENT, Flags, Ids, Levels, Shares, distinct
from dedupe.block import Pairs
from dedupe.frequencies import Frequencies
from dedupe.levels import Agreement, Level
from dedupe.likeness import SHORTEST_ALIKE, likeness
from dedupe.values import FAMILY_FORMS, FIRST_ALIAS_FAMILY, GIVEN_FORMS, MIDDLE, Cleaned, Words

_ALIKE = 0.6  # of a name that was misread
_ALIKE_WHOLE = 0.8  # of a whole name
_TWO_NAMES = 0.02  # a misread form is rarer than this, against the form it stands for
_WELL_TURNED = Level.EXACT + Level.DIFFERENT  # the least that both levels come to


def straight(values: Cleaned, pairs: Pairs, common: Frequencies) -> tuple[Agreement, Agreement]:
    """Return how given name agrees with given name, and family name with family name."""
    return _given(values, pairs, common), _family(values, pairs, common)


def crossed(values: Cleaned, pairs: Pairs, common: Frequencies) -> tuple[Agreement, Agreement]:
    """Return how the given name of one agrees with the family name of the other, both ways.

    Both are `ABSENT` unless they agree well, or one of the records has but one name.
    """
    count = common.given_count + common.family_count
    given, family = values.given[:, 0], values.family[:, 0]
    first = _token_levels(values.words, given[pairs.left], family[pairs.right], count)
    second = _token_levels(values.words, family[pairs.left], given[pairs.right], count)
    whole = (given[pairs.left] != ABSENT) & (given[pairs.right] != ABSENT)
    poor = whole & (np.minimum(first, second) < Level.SOUND) & (first + second < _WELL_TURNED)
    first[poor] = Level.ABSENT
    second[poor] = Level.ABSENT
    return (
        Agreement(first, _either_share(first, given[pairs.left], family[pairs.right], common)),
        Agreement(second, _either_share(second, family[pairs.left], given[pairs.right], common)),
    )


def _either_share(level: Levels, one: Ids, other: Ids, common: Frequencies) -> Shares:
    """Return how common a token is, as given or as family name."""
    either = np.maximum(common.given, common.family)
    share = np.maximum(either[one], either[other])
    share = np.where(level == Level.NICKNAME, np.maximum(share, common.nickname[one]), share)
    return np.where(level == Level.INITIAL, common.initial[one], share)


def whole_alike(
    values: Cleaned, pairs: Pairs, given: Agreement, family: Agreement, common: Frequencies
) -> Shares:
    """Return how alike names are as one word, 0 to 1, where a part does not agree by itself.

    It is 0 for what is not alike, for another given name in one family, and where the parts that
    differ are names borne by others too.
    """
    relatives = (given.level == Level.DIFFERENT) & (family.level >= Level.OTHER_FORM)
    asked = np.flatnonzero(
        (np.minimum(given.level, family.level) <= Level.ALIKE)
        & ~relatives
        & ~_differ_truly(values.given[:, 0], pairs, given.level, common.given_count)
        & ~_differ_truly(values.family[:, 0], pairs, family.level, common.family_count)
    )
    text = values.words.text
    one, other = (
        text[values.given[side[asked], 0]] + text[values.family[side[asked], 0]]
        for side in (pairs.left, pairs.right)
    )
    found = np.zeros(len(pairs))
    found[asked] = likeness(one, other)
    letters = np.minimum(values.name_length[pairs.left], values.name_length[pairs.right])
    return np.where((letters < 2 * SHORTEST_ALIKE) | (found < _ALIKE_WHOLE), 0.0, found)


def _differ_truly(named: Ids, pairs: Pairs, level: Levels, count: Ids) -> Flags:
    """Return where a part differs and both forms are names of their own."""
    names = _two_names(named[pairs.left], named[pairs.right], count)
    return np.asarray((level == Level.DIFFERENT) & names, dtype=np.bool_)


def _two_names(one: Ids, other: Ids, count: Ids) -> Flags:
    """Return which tokens are both borne by several people, neither a misreading of the other."""
    fewer, more = np.minimum(count[one], count[other]), np.maximum(count[one], count[other])
    return np.asarray((fewer > 1) & (fewer > _TWO_NAMES * more), dtype=np.bool_)


def _token_levels(words: Words, left: Ids, right: Ids, count: Ids) -> Levels:
    """Return how tokens agree; `count` is how often each is seen as this part of a name."""
    every = left * len(words.text) + right
    codes = distinct(every)
    one, other = np.divmod(codes, len(words.text))
    whole = np.minimum(words.length[one], words.length[other]) > 1
    level = np.full(len(codes), Level.DIFFERENT, dtype=np.int8)
    level[~whole & (words.initial[one] == words.initial[other])] = Level.INITIAL
    asked = np.flatnonzero(whole & (one != other) & ~_two_names(one, other, count))
    alike = likeness(words.text[one[asked]], words.text[other[asked]]) >= _ALIKE
    level[asked[alike]] = Level.ALIKE
    level[whole & (words.sound[one] == words.sound[other])] = Level.SOUND
    level[_share_a_full_name(words.full_names, one, other)] = Level.NICKNAME
    level[whole & (one == other)] = Level.EXACT
    level[(one == ABSENT) | (other == ABSENT)] = Level.ABSENT
    return level[np.searchsorted(codes, every)]


def _share_a_full_name(full_names: Ids, one: Ids, other: Ids) -> Flags:
    found = np.zeros(len(one), dtype=np.bool_)
    for first, second in product(full_names.T, repeat=2):
        found |= (first[one] == second[other]) & (first[one] != ABSENT)
    return found


def _given(values: Cleaned, pairs: Pairs, common: Frequencies) -> Agreement:
    one, other = values.given[pairs.left, 0], values.given[pairs.right, 0]
    level = _token_levels(values.words, one, other, common.given_count)
    share = np.maximum(common.given[one], common.given[other])
    nickname = np.maximum(np.minimum(common.nickname[one], common.nickname[other]), share)
    share = np.where(level == Level.NICKNAME, nickname, share)
    share = np.where(level == Level.SOUND, common.given_sound[one], share)
    share = np.where(level == Level.INITIAL, common.initial[one], share)
    found = Agreement(level, share)
    others = [
        (first, second)
        for first, second in product(range(GIVEN_FORMS), repeat=2)
        if (first, second) not in {(0, 0), (MIDDLE, MIDDLE)}
    ]
    _take_other_forms(values, pairs, found, values.given, others, common.given)
    return found


def _family(values: Cleaned, pairs: Pairs, common: Frequencies) -> Agreement:
    one, other = values.family[pairs.left, 0], values.family[pairs.right, 0]
    level = _token_levels(values.words, one, other, common.family_count)
    level[level == Level.NICKNAME] = Level.DIFFERENT
    share = np.maximum(common.family[one], common.family[other])
    share = np.where(level == Level.SOUND, common.family_sound[one], share)
    share = np.where(level == Level.INITIAL, common.initial[one], share)
    found = Agreement(level, share)
    forms = np.hstack([values.family, values.given[:, MIDDLE:]])
    others = [
        (first, second)
        for first, second in product(range(FAMILY_FORMS + 1), repeat=2)
        if first != second or FIRST_ALIAS_FAMILY <= first < FAMILY_FORMS
    ]
    _take_other_forms(values, pairs, found, forms, others, common.family)
    return found


def _take_other_forms(
    values: Cleaned,
    pairs: Pairs,
    found: Agreement,
    forms: Ids,
    others: list[tuple[int, int]],
    shares: Shares,
) -> None:
    """Note in `found` where a name agrees weakly, but one of its other forms by sound."""
    words = values.words
    weak = np.flatnonzero(found.level < Level.OTHER_FORM)
    for first, second in others:
        one, other = forms[pairs.left[weak], first], forms[pairs.right[weak], second]
        same = (words.sound[one] == words.sound[other]) & (words.length[one] > 1)
        new = same & (found.level[weak] < Level.OTHER_FORM)
        found.level[weak[new]] = Level.OTHER_FORM
        found.share[weak[new]] = np.maximum(shares[one[new]], shares[other[new]])
