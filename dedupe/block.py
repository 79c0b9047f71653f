"""Which pairs of records are worth comparing: those that share a key that is not too common.

A key held by too many records says little and costs much (pairs grow with the square): its holders
are compared only where they share a company besides, and not at all where that too is common. Which
keys are, the model says, so whether two records are compared depends on them and on it alone.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from dedupe.arrays import Flags, Ids, Keys, among_ordered, distinct
from dedupe.keys import Held, kinds_of_keys, with_company
from dedupe.values import Cleaned

LARGEST_BLOCK = 24
"""Records that may share a key and be compared each with each, when a model is fitted."""
OUTGROWN = 4 * LARGEST_BLOCK
"""Records that may share a key before the model that did not know it so common is void."""


class OutgrownError(Exception):
    """A key is held by so many new records that the model must be fitted anew."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of rows of `Cleaned`, `left` below `right`, in ascending order, each once."""

    left: Ids
    right: Ids

    def __len__(self) -> int:
        return len(self.left)


def fitted_keys(values: Cleaned, rows: Flags) -> tuple[list[Held], Keys]:
    """Return the keys by which the rows that are marked are compared, and those too common."""
    kept, common = [], [np.empty(0, dtype=np.uint64)]
    for held in _of_rows(values, rows):
        rare, too_common = _by_size(held)
        kept.append(rare)
        common.append(too_common.key)
        if held.refined and len(too_common.key):
            rare, still = _by_size(_once(with_company(too_common, values)))
            kept.append(rare)
            common.append(still.key)
    return kept, distinct(np.concatenate(common))


def keys(values: Cleaned, rows: Flags, common: Keys) -> list[Held]:
    """Return the keys by which the rows that are marked are compared, a list a kind.

    Each is sorted by key, then record, and each holding stands there once.
    """
    kept = []
    for held in _of_rows(values, rows):
        is_common = among_ordered(held.key, common)
        kept.append(held.at(~is_common))
        if held.refined and is_common.any():
            refined = _once(with_company(held.at(is_common), values))
            kept.append(refined.at(~among_ordered(refined.key, common)))
    return kept


def candidates(held: list[Held], count: int) -> Pairs:
    """Return the pairs of `count` rows that share a key.

    Raises:
        OutgrownError: a key is held by more than `OUTGROWN` of them.
    """
    codes = [np.empty(0, dtype=np.int64), *(_neighbours(kind, count) for kind in held)]
    left, right = np.divmod(distinct(np.concatenate(codes)), max(count, 1))
    return Pairs(left, right)


def _of_rows(values: Cleaned, rows: Flags) -> Iterator[Held]:
    for held in kinds_of_keys(values):
        if len(held.record):
            yield _once(held.at(rows[held.record]))


def _once(held: Held) -> Held:
    """Return the holdings sorted by key, then record, each once."""
    order = np.lexsort((held.record, held.key))
    record, key = held.record[order], held.key[order]
    new = np.ones(len(key), dtype=np.bool_)
    new[1:] = (key[1:] != key[:-1]) | (record[1:] != record[:-1])
    return Held(record[new], key[new], held.refined)


def _by_size(held: Held) -> tuple[Held, Held]:
    """Return the holdings of keys that few enough hold, and the others."""
    _, size = np.unique(held.key, return_counts=True)  # sorted already
    small = np.repeat(size, size) <= LARGEST_BLOCK
    return held.at(small), held.at(~small)


def _neighbours(held: Held, count: int) -> Ids:
    """Return the codes of pairs with equal keys."""
    record, key = held.record, held.key
    codes = [np.empty(0, dtype=np.int64)]
    for step in range(1, OUTGROWN + 1):
        same = np.flatnonzero(key[step:] == key[:-step])
        if not len(same):
            break
        if step == OUTGROWN:
            raise OutgrownError
        codes.append(record[same] * count + record[same + step])
    return distinct(np.concatenate(codes))
