"""The array types of the package, and operations on them that beat numpy's own for many."""

from collections.abc import Sequence
from typing import TypeVar

import numpy as np
import numpy.typing as npt
import pandas as pd

Ids = npt.NDArray[np.int64]
Texts = npt.NDArray[np.object_]
Shares = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Keys = npt.NDArray[np.uint64]
Levels = npt.NDArray[np.int8]

_MIX = np.uint64(0x9E3779B97F4A7C15)  # 2^64 over the golden ratio: spreads ids over 64 bits

_A = TypeVar("_A", Ids, Keys)

ABSENT = 0
"""The id of the empty value in every list of ids."""


def distinct(values: _A) -> _A:
    """Return the values in ascending order, each once."""
    ordered = np.sort(values)
    new = np.ones(len(ordered), dtype=np.bool_)
    new[1:] = ordered[1:] != ordered[:-1]
    return ordered[new]


def among(values: _A, wanted: _A) -> Flags:
    """Return which values are wanted."""
    return among_ordered(values, np.sort(wanted))


def among_ordered(values: _A, ordered: _A) -> Flags:
    """Return which values are wanted, of a list in ascending order."""
    if not len(ordered):
        return np.zeros(len(values), dtype=np.bool_)
    place = np.minimum(np.searchsorted(ordered, values), len(ordered) - 1)
    return np.asarray(ordered[place] == values, dtype=np.bool_)


def without(values: Ids, unwanted: Ids) -> Ids:
    """Return the values but those unwanted, in ascending order, each once."""
    found = distinct(values)
    return found[~among(found, unwanted)]


def hashed(texts: Sequence[str] | Texts) -> Keys:
    """Return a hash of each text that is the same in every process; 0 for the empty one."""
    array = np.asarray(texts, dtype=object)
    keys = pd.util.hash_array(array, categorize=False) if len(array) else array.astype(np.uint64)
    return np.where(array == "", np.uint64(0), keys)


def mixed(first: Keys, second: Keys | np.uint64) -> Keys:
    """Return a key of each two, for which their order matters."""
    return (first * _MIX + second) * _MIX
