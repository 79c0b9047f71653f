"""Who holds a key, who is of a component, and who has a profile, by row."""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from dedupe.arrays import Flags, Ids, Keys, distinct
from dedupe.postings import Postings

_BYTES = 8  # of a key


class Holders:
    """The `PLACES` of rows, to be looked up and replaced."""

    def __init__(self, places: pd.DataFrame) -> None:
        """The rows of `places` are numbered from 0."""
        packed = places["keys"].tolist()
        self._ends = np.cumsum([0, *map(len, packed)]) // _BYTES
        self._keys = np.frombuffer(b"".join(packed), dtype="<u8").astype(np.uint64)
        self._rows = np.arange(len(places))
        component, names = pd.factorize(places["component"])
        self._component = component.astype(np.int64)
        self._next = len(names)
        self._has_profile = places["has_profile"].to_numpy() > 0
        self._by_key = Postings(self._keys, np.repeat(self._rows, np.diff(self._ends)))
        self._by_component = Postings(component.astype(np.uint64), self._rows)
        self._gone: set[int] = set()
        self._later: dict[int, tuple[int, bool, Keys]] = {}

    def of(self, keys: Keys) -> Ids:
        """Return the rows that hold any of these keys."""
        return self._present(self._by_key.of(keys))

    def are_held(self, keys: Keys) -> Flags:
        """Return which of these keys any row holds."""
        found = [len(self._present(rows)) > 0 for rows in self._by_key.each(keys)]
        return np.array(found, dtype=np.bool_)

    def keys(self, rows: Ids, *, has_profile: bool) -> Keys:
        """Return the keys of those of the rows that have a profile, or have none."""
        held = [self._place(row)[2] for row in self.where(rows, has_profile=has_profile).tolist()]
        return distinct(np.concatenate([np.empty(0, dtype=np.uint64), *held]))

    def where(self, rows: Ids, *, has_profile: bool) -> Ids:
        """Return those of the rows that have a profile, or have none."""
        found = [row for row in rows.tolist() if self._place(row)[1] is has_profile]
        return np.array(found, dtype=np.int64)

    def deprived(self, rows: Ids) -> Ids:
        """Return the rows without a profile that share a key with one of these that has one."""
        keys = self.keys(rows, has_profile=True)
        return self.where(self.of(keys), has_profile=False)

    def members(self, rows: Ids) -> Ids:
        """Return all rows of the components of these."""
        components = {self._place(row)[0] for row in rows.tolist()}
        labels = np.array(sorted(components), dtype=np.uint64)
        found = self._by_component.of(labels).tolist()
        return np.array([row for row in found if self._is_of(row, components)], dtype=np.int64)

    def replace(self, gone: Ids, rows: Ids, places: pd.DataFrame) -> None:
        """Forget rows, and note where others are now."""
        self._gone.update(gone.tolist())
        label: dict[str, int] = {}
        columns = (places[name] for name in ("component", "has_profile", "keys"))
        for row, component, has_profile, packed in zip(rows.tolist(), *columns, strict=True):
            if component not in label:
                label[component] = self._next
                self._next += 1
            keys = np.frombuffer(packed, dtype="<u8").astype(np.uint64)
            before = self._place(row)[2].tolist() if self._is_known(row) else ()
            self._by_key.add(set(keys.tolist()).difference(before), row)
            self._by_component.add([label[component]], row)
            self._later[row] = label[component], bool(has_profile), keys

    def _is_known(self, row: int) -> bool:
        return row in self._later or row < len(self._rows)

    def _place(self, row: int) -> tuple[int, bool, Keys]:
        """Return the component of a row, whether it has a profile, and its keys."""
        later = self._later.get(row)
        if later is not None:
            return later
        keys = self._keys[self._ends[row] : self._ends[row + 1]]
        return int(self._component[row]), bool(self._has_profile[row]), keys

    def _is_of(self, row: int, components: Iterable[int]) -> bool:
        return row not in self._gone and self._place(row)[0] in components

    def _present(self, rows: Ids) -> Ids:
        return np.array([row for row in rows.tolist() if row not in self._gone], dtype=np.int64)
