"""What the user told of somebody that no file knows: a meeting, a letter, a note."""

from collections.abc import Iterator
from datetime import date

import pandas as pd
from sqlalchemy import select

from contacts import frames
from contacts.identifiers import RecordId
from contacts.interactions import YOUR_WORD, Direction, InteractionKind
from store import acts
from store.bulk import in_parts
from store.database import Transaction
from store.tables import records

_DIRECTIONS = {
    InteractionKind.MET: Direction.BOTH,
    InteractionKind.MESSAGE: Direction.OUT,
    InteractionKind.NOTE: Direction.OUT,
}


def tell(
    tx: Transaction, record_id: RecordId, what: InteractionKind, on: date, text: str, at: str
) -> int:
    """Add that a meeting, a letter or a note of the user was on a day; return the act."""
    payload = {"record_id": record_id, "on": on.isoformat(), "text": text}
    if what is InteractionKind.NOTE:
        return acts.append(tx, acts.NOTE, payload, at)
    return acts.append(tx, acts.HAPPENED, {**payload, "what": what.value}, at)


def evidence(tx: Transaction) -> pd.DataFrame:
    """Return what the user told, as `EVIDENCE`, oldest act first.

    It is about the person who has the record now; it rests while nobody has it.
    """
    told = [*_told(tx)]
    record_ids = {act.payload["record_id"] for act, _ in told}
    persons, sources = acts.holders(tx, record_ids), _sources(tx, sorted(record_ids))
    return frames.EVIDENCE.build(
        {
            "person": persons[act.payload["record_id"]],
            "record_id": act.payload["record_id"],
            "source": sources[act.payload["record_id"]],
            "kind": what.value,
            "direction": _DIRECTIONS[what].value,
            "on": act.payload["on"],
            "recipients": 1,
            "text": act.payload["text"] or None,
            "file": YOUR_WORD,
            "locator": f"act {act.act}",
        }
        for act, what in told
        if act.payload["record_id"] in persons
    )


def _told(tx: Transaction) -> Iterator[tuple[acts.Act, InteractionKind]]:
    for act in acts.held(tx):
        if act.kind == acts.NOTE:
            yield act, InteractionKind.NOTE
        elif act.kind == acts.HAPPENED:
            yield act, InteractionKind(act.payload["what"])


def _sources(tx: Transaction, record_ids: list[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for part in in_parts(record_ids):
        query = select(records.c.record_id, records.c.source).where(records.c.record_id.in_(part))
        found.update((record_id, source) for record_id, source in tx.execute(query))
    return found
