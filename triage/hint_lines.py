"""One line that may bring a person back: its rank among others, its day and its source."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from contacts import frames
from contacts.interactions import InteractionKind
from contacts.ties import HintKind
from contacts.wording import spoken_day
from triage.wording import one_line

Row = Mapping[str, Any]

_ORDER = (  # judgement: what brings most back comes first; an occasion before words before a date
    "your word",
    "event",
    "calendar",
    "how you met",
    "recommendation",
    "shared employer",
    "own event",
    "note",
    "first words",
    "last words",
    "card",
    "news",
    "place",
    "own life",
    "cards of the day",
    "connected with others",
    "phone book",
    "connected",
    "invitation",
    "message",
)
_RANKS = {name: rank for rank, name in enumerate(_ORDER)}


def line(row: Row, kind: HintKind, rank: str, text: str) -> Row:
    """Return a row of HINTS with where it stands among its person's.

    `row` has an `owner` (the person's place among the people), `person`, `on`, `file`, `locator`.
    """
    return {
        "owner": row["owner"],
        "rank": _RANKS[rank],
        "person": row["person"],
        "kind": kind.value,
        "text": one_line(text),
        "date": row["on"],
        "file": row["file"],
        "locator": row["locator"],
    }


def spoken(row: Row) -> str:
    """Return the day of a dated row as it is said."""
    return spoken_day(date.fromisoformat(row["on"]))


def when(row: Row) -> str:
    """Return ` on 3 May 2021`, or nothing for an undated row."""
    return f" on {spoken(row)}" if row["on"] else ""


def ends(rows: pd.DataFrame, kind: InteractionKind) -> Iterator[tuple[Row, str]]:
    """Yield the first and the last row of a kind of each owner, each with which it is."""
    alike = rows[rows["kind"] == kind.value]
    first, last = ~alike.duplicated("owner"), ~alike.duplicated("owner", keep="last")
    which = np.where(first & last, "only", np.where(first, "first", "last"))
    chosen = (first | last).to_numpy()
    yield from zip(frames.rows(alike[chosen]), which[chosen].tolist(), strict=True)
