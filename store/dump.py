"""The state of a database as text: two databases are equal if their dumps are.

Sorted, floats to 6 places, without clock times, durations, row ids, receipts or the log of acts. A
person stands under its smallest record id, since ids depend on the order in which files came.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

from sqlalchemy import ColumnElement, Result, Table, func, select, true

from contacts import frames
from store import acts, sources
from store.current import counts
from store.database import Transaction
from store.records import claimed
from store.tables import (
    derived,
    interactions,
    memberships,
    observations,
    owner_events,
    owner_periods,
    people,
    person_values,
    queue,
    records,
    sentences,
    source_files,
    ties,
)

_SMALLEST = (
    select(memberships.c.person, func.min(memberships.c.record_id).label("record_id"))
    .group_by(memberships.c.person)
    .subquery()
)
_OF_A_CLAIM = ("record_id", "place", "property", "value", "kind", "locator", "confidence")


def dump(tx: Transaction, *, log: bool = False) -> Iterator[str]:
    """Yield the state as lines of JSON; with `log` also the acts and the ids of persons."""
    yield from _sources(tx)
    yield from _records(tx)
    yield from _claims(tx)
    yield from _interactions(tx)
    yield from _sentences(tx)
    yield from _owner(tx)
    yield from _people(tx)
    yield from _ties(tx)
    yield from _queue(tx)
    if log:
        yield from _log(tx)


def _sources(tx: Transaction) -> Iterator[str]:
    for status in sorted(sources.statuses(tx), key=lambda status: status.file.sha256):
        stands = {"state": status.state, "reason": status.reason}
        file = {key: value for key, value in asdict(status.file).items() if key != "size"}
        yield _line("source", file | stands)


def _records(tx: Transaction) -> Iterator[str]:
    query = (
        select(
            records.c.record_id,
            records.c.source,
            source_files.c.sha256,
            observations.c.locator,
            observations.c.dated,
            observations.c.raw,
        )
        .join_from(records, observations, observations.c.record_id == records.c.record_id)
        .join(source_files, source_files.c.file_id == observations.c.file_id)
        .where(counts(tx, observations))
        .order_by(records.c.record_id, source_files.c.sha256)
    )
    yield from _lines("record", tx.execute(query))


def _claims(tx: Transaction) -> Iterator[str]:
    held = claimed(tx)
    for row in frames.rows(held.assign(place=held.groupby("record_id").cumcount())):
        yield _line("claim", {name: row[name] for name in _OF_A_CLAIM})


def _interactions(tx: Transaction) -> Iterator[str]:
    yield from _told(tx, "interaction", interactions, interactions.c.record_id)


def _sentences(tx: Transaction) -> Iterator[str]:
    yield from _told(tx, "sentence", sentences, sentences.c.record_id)


def _owner(tx: Transaction) -> Iterator[str]:
    for type_, table in (("period", owner_periods), ("owner_event", owner_events)):
        yield from _told(tx, type_, table)


def _told(tx: Transaction, type_: str, table: Table, *first: ColumnElement[str]) -> Iterator[str]:
    """Yield the rows of what files tell, those of equal columns `first` by file and place."""
    columns = [column for column in table.c if column.name not in {"file_id", "place"}]
    query = (
        select(source_files.c.sha256, *columns)
        .join_from(table, source_files, source_files.c.file_id == table.c.file_id)
        .where(counts(tx, table))
        .order_by(*first, source_files.c.sha256, table.c.place)
    )
    yield from _lines(type_, tx.execute(query))


def _people(tx: Transaction) -> Iterator[str]:
    smallest = _SMALLEST.c
    of_person = (
        select(smallest.record_id.label("person"), memberships.c.record_id)
        .join_from(_SMALLEST, memberships, memberships.c.person == smallest.person)
        .order_by(smallest.record_id, memberships.c.record_id)
    )
    yield from _lines("person", tx.execute(of_person))
    columns = [column for column in person_values.c if column.name != "person"]
    survived = (
        select(smallest.record_id.label("person"), *columns)
        .join_from(_SMALLEST, person_values, person_values.c.person == smallest.person)
        .order_by(smallest.record_id, person_values.c.property, person_values.c.place)
    )
    yield from _lines("value", tx.execute(survived))


def _ties(tx: Transaction) -> Iterator[str]:
    smallest = _SMALLEST.c
    columns = [column for column in ties.c if column.name != "person"]
    query = (
        select(smallest.record_id.label("person"), *columns)
        .join_from(_SMALLEST, ties, ties.c.person == smallest.person)
        .order_by(smallest.record_id)
    )
    yield from _lines("tie", tx.execute(query))


def _queue(tx: Transaction) -> Iterator[str]:
    smallest = _SMALLEST.c
    query = (
        select(derived.c.as_of, queue.c.place, smallest.record_id.label("person"), queue.c.reason)
        .join_from(queue, _SMALLEST, smallest.person == queue.c.person)
        .join(derived, true())
        .order_by(queue.c.place)
    )
    yield from _lines("queue", tx.execute(query))


def _log(tx: Transaction) -> Iterator[str]:
    ids = select(people.c.person, people.c.merged_into).order_by(people.c.sequence)
    yield from _lines("person_id", tx.execute(ids))
    for act in acts.history(tx):
        yield _line("act", asdict(act))


def _lines(type_: str, found: Result[*tuple[Any, ...]]) -> Iterator[str]:
    for row in found.mappings():
        yield _line(type_, dict(row))


def _line(type_: str, values: Mapping[str, object]) -> str:
    rounded = {
        key: round(value, 6) if isinstance(value, float) else value for key, value in values.items()
    }
    return json.dumps({"type": type_} | rounded, ensure_ascii=False)
