"""Records by row: what a row says never changes; a record that changes gets a new row."""

from collections.abc import Iterable

import numpy as np

from dedupe.arrays import Ids, Texts
from dedupe.normalise import Columns


class Known:
    """Records, a row each."""

    def __init__(self, records: Columns, order: Texts) -> None:
        """The row of a record is its place in `order`; records that it does not name are left out.

        Of a record that is only in `order` nothing may be asked.
        """
        at = {record_id: place for place, record_id in enumerate(records["record_id"].tolist())}
        places = np.array([at.get(one, -1) for one in order.tolist()], dtype=np.int64)
        self._first = {name: texts[places] if at else texts for name, texts in records.items()}
        self._begun = self._count = len(order)
        self._later: dict[int, tuple[str, ...]] = {}
        self._row = {record_id: row for row, record_id in enumerate(order.tolist())}

    def __len__(self) -> int:
        """Return how many records there are."""
        return len(self._row)

    def rows(self, record_ids: Iterable[str]) -> Ids:
        """Return the rows of those of the records that are known."""
        found = (self._row.get(record_id) for record_id in record_ids)
        return np.array([row for row in found if row is not None], dtype=np.int64)

    def replace(self, dropped: Iterable[str], added: Columns) -> None:
        """Drop records and take in others."""
        for record_id in dropped:
            self._later.pop(self._row.pop(record_id, -1), None)
        texts = zip(*(added[name].tolist() for name in self._first), strict=True)
        for record_id, said in zip(added["record_id"].tolist(), texts, strict=True):
            self._row[record_id] = self._count
            self._later[self._count] = said
            self._count += 1

    def columns(self, rows: Ids) -> Columns:
        """Return the records of some rows, those of the beginning first."""
        first = rows[rows < self._begun]
        later = [self._later[row] for row in rows[rows >= self._begun].tolist()]
        added = np.array(later, dtype=object).reshape(-1, len(self._first))
        return {
            name: np.concatenate([texts[first], added[:, place]])
            for place, (name, texts) in enumerate(self._first.items())
        }
