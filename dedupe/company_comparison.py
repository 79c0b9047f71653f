"""How employers agree: by name or domain, by a short form, or misread."""

from itertools import product

import numpy as np

from dedupe.arrays import ABSENT, Flags, Ids, Shares
from dedupe.block import Pairs
from dedupe.frequencies import Frequencies
from dedupe.levels import Agreement, CompanyLevel
from dedupe.likeness import likeness
from dedupe.values import Cleaned

_ALIKE = 0.8
_TIMELESS = "linkedin"
_HALF_A_YEAR = 183  # days


def companies(values: Cleaned, pairs: Pairs, common: Frequencies) -> Agreement:
    """Return how the employers of each pair agree."""
    left, right = pairs.left, pairs.right
    names, shorts = values.company, values.company_short
    shares = common.company
    known = names[:, 0] != ABSENT
    level = np.where(known[left] & known[right], CompanyLevel.DIFFERENT, CompanyLevel.ABSENT)
    found = Agreement(level.astype(np.int8), np.ones(len(pairs)))
    _note(found, shorts[left], names[right], shares, CompanyLevel.SHORT_FORM)
    _note(found, names[left], shorts[right], shares, CompanyLevel.SHORT_FORM)
    _note(found, names[left], names[right], shares, CompanyLevel.SAME)
    asked = np.flatnonzero(found.level == CompanyLevel.DIFFERENT)
    one, other = names[left[asked], 0], names[right[asked], 0]
    alike = likeness(values.company_text[one], values.company_text[other]) >= _ALIKE
    found.level[asked[alike]] = CompanyLevel.ALIKE
    found.share[asked[alike]] = np.maximum(shares[one], shares[other])[alike]
    return found


def _note(found: Agreement, one: Ids, other: Ids, shares: Shares, as_level: CompanyLevel) -> None:
    """Note in `found` where a key of one is a key of the other, and the rarest such key."""
    for first, second in product(one.T, other.T):
        same = (first == second) & (first != ABSENT)
        better = same & ((found.level < as_level) | (shares[first] < found.share))
        found.level[better] = as_level
        found.share[better] = shares[first[better]]


def at_once(values: Cleaned, pairs: Pairs) -> Flags:
    """Return which pairs name an employer of the same half year.

    A profile's employer is today's, not that of the day of connecting, so it never does.
    """
    one, other = values.day[pairs.left], values.day[pairs.right]
    dated = (one != ABSENT) & (other != ABSENT) & (np.abs(one - other) <= _HALF_A_YEAR)
    timeless = values.source == _TIMELESS
    return np.asarray(dated & ~timeless[pairs.left] & ~timeless[pairs.right], dtype=np.bool_)
