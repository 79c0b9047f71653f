"""The array types of the package, and set operations on ids that beat numpy's own for many."""

import numpy as np
import numpy.typing as npt

Ids = npt.NDArray[np.int64]
Texts = npt.NDArray[np.object_]
Shares = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Levels = npt.NDArray[np.int8]

ABSENT = 0
"""The id of the empty value in every list of ids."""


def distinct(values: Ids) -> Ids:
    """Return the values in ascending order, each once."""
    ordered = np.sort(values)
    new = np.ones(len(ordered), dtype=np.bool_)
    new[1:] = ordered[1:] != ordered[:-1]
    return ordered[new]


def among(values: Ids, wanted: Ids) -> Flags:
    """Return which values are wanted."""
    ordered = np.sort(wanted)
    if not len(ordered):
        return np.zeros(len(values), dtype=np.bool_)
    place = np.minimum(np.searchsorted(ordered, values), len(ordered) - 1)
    return np.asarray(ordered[place] == values, dtype=np.bool_)
