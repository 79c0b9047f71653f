"""A pair must be alike *and* alone: who else could it be?"""

import numpy as np
import pandas as pd

from dedupe.arrays import ABSENT, Flags, Ids, Shares
from dedupe.block import Pairs
from dedupe.values import Cleaned

_MOST = 60.0  # bits; beyond, one more says nothing and odds overflow


def rival_bits(values: Cleaned, pairs: Pairs, bits: Shares, vetoed: Flags) -> Shares:
    """Return the bits (0 or less) that each pair loses to the profiles it has to share one with.

    A record without a profile belongs to one profile at most. By Bayes, its odds to be the person
    of one are divided by one plus its odds for all the others.
    """
    odds = np.where(vetoed, 0.0, np.exp2(np.clip(bits, -_MOST, _MOST)))
    against = np.ones(len(pairs))
    for one, other in ((pairs.left, pairs.right), (pairs.right, pairs.left)):
        asked = np.flatnonzero((values.profile[one] == ABSENT) & (odds > 0))
        asked = asked[values.profile[other[asked]] != ABSENT]
        against[asked] += _odds_of_others(one[asked], values.profile[other[asked]], odds[asked])
    return -np.asarray(np.log2(against), dtype=np.float64)


def _odds_of_others(record: Ids, profile: Ids, odds: Shares) -> Shares:
    """Return for each pair the record's odds for all other profiles, each by its best pair."""
    table = pd.DataFrame({"record": record, "profile": profile, "odds": odds})
    best = table.groupby(["record", "profile"])["odds"].transform("max")
    once = best.where(~table.duplicated(["record", "profile"]), 0.0)
    return np.asarray(once.groupby(table["record"]).transform("sum") - best, dtype=np.float64)
