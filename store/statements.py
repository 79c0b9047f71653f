"""What a file said, brought into the order of the tables' keys, some records at a time.

A million records and what is claimed of them are never there twice.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from contacts import frames
from contacts.extraction import Extraction
from contacts.identifiers import stable_id
from store.bulk import storable_values

_RECORDS_AT_ONCE = 10_000
_SAID = ("property", "value", "kind")  # what makes a digest

Columns = Mapping[str, Sequence[Any]]


@dataclass(frozen=True, slots=True)
class Statements:
    """The observations, one a record, by their ids, and the claims of the file.

    The claims of the n-th record are those whose places stand in `order` from `starts[n]` on.
    """

    observed: pd.DataFrame
    claimed: pd.DataFrame
    order: npt.NDArray[np.integer[Any]]
    starts: npt.NDArray[np.integer[Any]]

    def parts(self) -> Iterator[tuple[Columns, Columns]]:
        """Yield the columns of `observations` and of `claims`, without the file, part by part."""
        for begin in range(0, len(self.observed), _RECORDS_AT_ONCE):
            observed = self.observed.iloc[begin : begin + _RECORDS_AT_ONCE].drop(columns="source")
            starts = self.starts[begin : begin + len(observed) + 1]
            claimed = self.claimed.iloc[self.order[starts[0] : starts[-1]]]
            claims = {str(name): storable_values(claimed[name]) for name in claimed.columns}
            sizes = np.diff(starts)
            places = np.arange(len(claimed)) - np.repeat(starts[:-1] - starts[0], sizes)
            claims["place"] = places.tolist()
            found = {str(name): storable_values(observed[name]) for name in observed.columns}
            found["digest"] = _digests(found["dated"], claims, (starts - starts[0]).tolist())
            yield found, claims


def statements(extraction: Extraction) -> Statements:
    """Return what a file said of records.

    Raises:
        ValueError: claims are of records without an observation.
    """
    observed = frames.OBSERVATIONS.check(extraction.observations)
    listed = np.arange(len(observed)) < extraction.listed
    observed = observed.assign(listed=listed.astype(np.int64))
    observed = observed.drop_duplicates("record_id").sort_values("record_id", ignore_index=True)
    claimed = frames.CLAIMS.check(extraction.claims)
    at = pd.Index(observed["record_id"]).get_indexer(claimed["record_id"]).astype(np.int32)
    if (at < 0).any():
        stray = claimed["record_id"][at < 0].iloc[0]
        raise ValueError(f"claims of the record {stray}, which was not observed")
    starts = np.concatenate(([0], np.cumsum(np.bincount(at, minlength=len(observed)))))
    return Statements(observed, claimed, np.argsort(at, kind="stable"), starts)


def _digests(days: Sequence[str | None], claims: Columns, starts: Sequence[int]) -> list[str]:
    columns = (claims[name] for name in _SAID)
    said = [*map("\x1e".join, zip(*columns, strict=True))]
    return [
        stable_id(day or "", *sorted(said[start:end]))
        for day, start, end in zip(days, starts[:-1], starts[1:], strict=True)
    ]
