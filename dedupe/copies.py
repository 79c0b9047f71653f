"""Records that say the same: one of them stands for all, so that copies cost no pairs."""

from collections.abc import Iterable

import numpy as np

from dedupe.arrays import Flags, Ids
from dedupe.block import Pairs
from dedupe.compare import compared
from dedupe.frequencies import frequencies
from dedupe.model import Model
from dedupe.values import Cleaned
from dedupe.weigh import weighed


def sure_copies(values: Cleaned, model: Model, rows: Ids) -> Flags:
    """Return which rows a copy of themselves would be one person with, whatever their source.

    What they say has to be worth that: two bare "David Smith" stay apart.
    """
    pairs = Pairs(rows, rows)
    itself = compared(values, pairs, frequencies(model, values))
    prior = np.full(len(rows), -np.log2(model.world))
    sure = weighed(model, itself, prior).bits >= model.limits.merge_bits
    return np.asarray(sure, dtype=np.bool_)


def stand_ins(values: Cleaned, model: Model, kept: Iterable[int]) -> Ids:
    """Return for each row the first row with the same content, or itself where that is not sure.

    Rows in `kept` stand for themselves.
    """
    rows = np.arange(len(values))
    _, first, group = np.unique(values.content, return_index=True, return_inverse=True)
    stand_in = first[group.reshape(-1)]
    stand_in[list(kept)] = list(kept)
    several = np.unique(stand_in[stand_in != rows])
    if not len(several):
        return rows
    sure = np.zeros(len(values), dtype=np.bool_)
    sure[several] = sure_copies(values, model, several)
    return np.where(sure[stand_in], stand_in, rows)
