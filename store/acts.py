"""What the user said, and when: rows are added, never changed, and every one can be undone."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import pandas as pd
from sqlalchemy import func, insert, select

from contacts import frames
from contacts.errors import UsageError
from contacts.identifiers import RecordId
from contacts.judgements import Judgement, Verdict
from store.bulk import in_parts
from store.database import Transaction
from store.tables import JSON, memberships
from store.tables import acts as acts_table

JUDGEMENT: Final = "judgement"  # payload: first, second (record ids), verdict
ANSWER: Final = "answer"  # payload: record_id, answer; `on`, the local day, else that of `at`
UNDO: Final = "undo"


@dataclass(frozen=True, slots=True)
class Act:
    """One thing the user said; `at` is a UTC instant, `undoes` the act that this one takes back."""

    act: int
    kind: str
    payload: Mapping[str, Any]
    at: str
    undoes: int | None = None


def append(tx: Transaction, kind: str, payload: Mapping[str, JSON], at: str) -> int:
    """Add an act and return its number."""
    return _add(tx, kind, payload, at, undoes=None)


def undo(tx: Transaction, act: int, at: str) -> int:
    """Take an act back, by an act of its own that can be undone in turn; return its number.

    Raises:
        UsageError: there is no such act, or it was undone already.
    """
    log = history(tx)
    if act not in {entry.act for entry in log}:
        raise UsageError(f"act {act}", "is not in the log", f"the last one is {last(tx)}")
    if act in _undone(log):
        raise UsageError(f"act {act}", "was undone already")
    return _add(tx, UNDO, {}, at, undoes=act)


def history(tx: Transaction) -> list[Act]:
    """Return all acts in the order of the log, undone ones and undoings included."""
    columns = acts_table.c
    query = select(columns.act, columns.kind, columns.payload, columns.at, columns.undoes)
    return [Act(*row) for row in tx.execute(query.order_by(columns.act))]


def live(tx: Transaction, kind: str) -> list[Act]:
    """Return the acts of a kind that hold, oldest first."""
    log = history(tx)
    undone = _undone(log)
    return [entry for entry in log if entry.kind == kind and entry.act not in undone]


def last(tx: Transaction) -> int:
    """Return the number of the last act, 0 before the first."""
    return tx.scalar(select(func.max(acts_table.c.act))) or 0


def judgements(tx: Transaction) -> list[Judgement]:
    """Return the newest judgement on each pair of records, the smaller record id first."""
    newest: dict[tuple[str, str], Verdict] = {}
    for entry in live(tx, JUDGEMENT):
        first, second = sorted((entry.payload["first"], entry.payload["second"]))
        newest[first, second] = Verdict(entry.payload["verdict"])
    return [
        Judgement(RecordId(first), RecordId(second), verdict)
        for (first, second), verdict in sorted(newest.items())
    ]


def answers(tx: Transaction) -> pd.DataFrame:
    """Return the answers that hold, as `ANSWERS`, oldest first.

    An answer is about the person who has the record now whose name was shown; it rests while
    nobody has it.
    """
    said = live(tx, ANSWER)
    persons: dict[str, str] = {}
    for part in in_parts(sorted({entry.payload["record_id"] for entry in said})):
        holders = select(memberships).where(memberships.c.record_id.in_(part))
        persons.update((record_id, person) for record_id, person in tx.execute(holders))
    return frames.ANSWERS.build(
        {
            "person": persons[entry.payload["record_id"]],
            "answer": entry.payload["answer"],
            "on": entry.payload.get("on") or entry.at.partition("T")[0],
        }
        for entry in said
        if entry.payload["record_id"] in persons
    )


def _add(
    tx: Transaction, kind: str, payload: Mapping[str, JSON], at: str, *, undoes: int | None
) -> int:
    added = tx.execute(
        insert(acts_table).values(kind=kind, payload=dict(payload), at=at, undoes=undoes)
    )
    key = added.inserted_primary_key
    assert key is not None
    return int(key[0])


def _undone(log: list[Act]) -> set[int]:
    """Return the acts that are taken back by one that holds itself."""
    undone: set[int] = set()
    for entry in reversed(log):
        if entry.undoes is not None and entry.act not in undone:
            undone.add(entry.undoes)
    return undone
