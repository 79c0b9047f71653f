"""Records that say the same: one of them stands for all, so that copies cost no pairs."""

from collections.abc import Iterable

import numpy as np

from dedupe.arrays import Ids
from dedupe.block import Pairs
from dedupe.compare import compared
from dedupe.frequencies import Frequencies
from dedupe.priors import default
from dedupe.values import Cleaned
from dedupe.weigh import weighed


def stand_ins(values: Cleaned, common: Frequencies, least: float, kept: Iterable[int]) -> Ids:
    """Return for each row the first row with the same content, or itself.

    Only where what they share makes them one person by `least` bits: two bare "David Smith" stay
    apart. Rows in `kept` stand for themselves.
    """
    rows = np.arange(len(values))
    _, first, group = np.unique(values.content, return_index=True, return_inverse=True)
    stand_in = first[group.reshape(-1)]
    stand_in[list(kept)] = list(kept)
    several = np.unique(stand_in[stand_in != rows])
    itself = compared(values, Pairs(several, several), common)
    prior = default(values).of(Pairs(several, several))
    sure = np.zeros(len(values), dtype=np.bool_)
    sure[several] = weighed(len(values), itself, prior).bits >= least
    return np.where(sure[stand_in], stand_in, rows)
