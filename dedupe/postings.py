"""Which rows hold which key: an inverted index that can be added to."""

from collections.abc import Iterable

import numpy as np

from dedupe.arrays import Ids, Keys, distinct

_NONE = np.empty(0, dtype=np.int64)


class Postings:
    """Rows by key: sorted arrays for what was there at first, lists for what came after."""

    def __init__(self, keys: Keys, rows: Ids) -> None:
        """`rows` hold the `keys` beside them."""
        order = np.argsort(keys, kind="stable")
        self._keys = keys[order]
        self._rows = rows[order].astype(np.int32)
        self._added: dict[int, list[int]] = {}

    def add(self, keys: Iterable[int], row: int) -> None:
        """Note that a row holds these keys too."""
        for key in keys:
            self._added.setdefault(key, []).append(row)

    def each(self, keys: Keys) -> list[Ids]:
        """Return the rows that hold each of the keys."""
        starts = np.searchsorted(self._keys, keys, side="left").tolist()
        ends = np.searchsorted(self._keys, keys, side="right").tolist()
        found = []
        for key, start, end in zip(keys.tolist(), starts, ends, strict=True):
            first = self._rows[start:end].astype(np.int64)
            later = self._added.get(key)
            found.append(np.concatenate([first, later]) if later else first)
        return found

    def of(self, keys: Keys) -> Ids:
        """Return the rows that hold any of the keys, in ascending order."""
        return distinct(np.concatenate([_NONE, *self.each(keys)]))
