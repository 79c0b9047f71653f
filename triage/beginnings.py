"""How the ties began: in which year, by what, and what is left of those of a year."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from contacts.interactions import InteractionKind
from contacts.report import BeginningRow, CohortRow, GrowthPoint
from contacts.ties import TieClass
from triage.activation import Ints
from triage.pieces import KINDS, Pieces

# Of several on the first day, what says most of how two met; the rest are behind these.
_TELLING = (
    InteractionKind.CARD,
    InteractionKind.MET,
    InteractionKind.NOTE,
    InteractionKind.INVITED,
    InteractionKind.CONNECTED,
)
_UNDATED = 0  # stands for the year


@dataclass(frozen=True, slots=True)
class Beginnings:
    """The pictures of how ties began; in each of them a person counts once."""

    growth: tuple[GrowthPoint, ...]
    cohorts: tuple[CohortRow, ...]
    ways: tuple[BeginningRow, ...]


def beginnings(found: Pieces, ties: pd.DataFrame, as_of: date) -> Beginnings:
    """Return the year and the way in which the ties began, summed up.

    `found` are the pieces of evidence, owned by places in `ties`, a TIES frame as of the day.
    Whoever has nothing dated stands in no year; how that tie began is said by what is undated.
    """
    first = _first_pieces(found)
    owner = found.events.owner[first]
    days = np.datetime64(as_of, "D") - found.day[first]
    year = np.full(len(ties), _UNDATED)
    year[owner] = np.where(
        found.dated[first], days.astype("datetime64[Y]").astype(np.int64) + 1970, _UNDATED
    )
    kind = np.full(len(ties), "", dtype=object)
    kind[owner] = np.array([word.value for word in KINDS], dtype=object)[found.kind[first]]
    began = pd.DataFrame({"year": year, "kind": kind, "tie_class": ties["tie_class"]})
    cohorts = tuple(_cohorts(began[began["year"] != _UNDATED], as_of.year))
    return Beginnings(tuple(_growth(cohorts)), cohorts, tuple(_ways(began)))


def _first_pieces(found: Pieces) -> Ints:
    """Return the place of the first piece of each owner; of an undated one where all are."""
    telling = np.array([_TELLING.index(kind) if kind in _TELLING else 9 for kind in KINDS])
    order = np.lexsort((telling[found.kind], -found.day, ~found.dated, found.events.owner))
    owner = found.events.owner[order]
    first: Ints = order[np.diff(owner, prepend=-1) > 0]
    return first


def _cohorts(began: pd.DataFrame, until: int) -> Iterator[CohortRow]:
    """Yield a row for each year from the first one on, also where nobody is new."""
    counts = began.groupby(["year", "tie_class"]).size()
    number = {key: int(count) for key, count in counts.items()}
    for year in range(began["year"].min(), until + 1) if len(began) else ():
        known, weak, cannot_tell = (
            number.get((year, kind.value), 0)
            for kind in (TieClass.KNOWN, TieClass.WEAK, TieClass.CANNOT_TELL)
        )
        yield CohortRow(year, known, weak, cannot_tell)


def _growth(cohorts: tuple[CohortRow, ...]) -> Iterator[GrowthPoint]:
    """Yield how many people there were by the end of each year."""
    total = 0
    for row in cohorts:
        added = row.known + row.weak + row.cannot_tell
        total += added
        yield GrowthPoint(row.year, total, added)


def _ways(began: pd.DataFrame) -> Iterator[BeginningRow]:
    """Yield how many ties began in each way, the commonest first."""
    known = began["tie_class"] == TieClass.KNOWN.value
    by_kind = known.groupby(began["kind"]).agg(["size", "sum"])
    for kind, row in by_kind.sort_values("size", ascending=False, kind="stable").iterrows():
        yield BeginningRow(str(kind), int(row["size"]), int(row["sum"]))
