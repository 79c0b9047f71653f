"""A pair must be alike *and* alone: who else could it be?"""

import numpy as np

from dedupe.arrays import ABSENT, Flags, Ids, Shares
from dedupe.block import Pairs
from dedupe.values import Cleaned

_MOST = 60.0  # bits; beyond, one more says nothing and odds overflow
_PLACES = 6


def rival_bits(values: Cleaned, pairs: Pairs, bits: Shares, apart: Flags) -> Shares:
    """Return the bits (0 or less) that each pair loses to the profiles it has to share one with.

    A record without a profile belongs to one profile at most. By Bayes, its odds to be the person
    of one are divided by one plus its odds for all the others, those `apart` excepted.
    """
    odds = np.where(apart, 0.0, np.exp2(np.clip(bits, -_MOST, _MOST)))
    against = np.ones(len(pairs))
    for one, other in ((pairs.left, pairs.right), (pairs.right, pairs.left)):
        asked = np.flatnonzero((values.profile[one] == ABSENT) & (odds > 0))
        asked = asked[values.profile[other[asked]] != ABSENT]
        against[asked] += _odds_of_others(one[asked], values.profile[other[asked]], odds[asked])
    return np.asarray(np.round(-np.log2(against), _PLACES), dtype=np.float64)


def _odds_of_others(record: Ids, profile: Ids, odds: Shares) -> Shares:
    """Return for each pair the record's odds for all other profiles, each by its best pair."""
    if not len(record):
        return odds
    order = np.lexsort((profile, record))
    record, profile = record[order], profile[order]
    new_record = np.r_[True, record[1:] != record[:-1]]
    new_profile = new_record | np.r_[True, profile[1:] != profile[:-1]]
    best = np.maximum.reduceat(odds[order], np.flatnonzero(new_profile))
    total = np.add.reduceat(best, np.flatnonzero(new_record[new_profile]))
    others = np.empty(len(order))
    others[order] = total[np.cumsum(new_record) - 1] - best[np.cumsum(new_profile) - 1]
    return others
