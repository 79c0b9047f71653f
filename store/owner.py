"""What the files say of the user: names and addresses, jobs and schools, events they went to."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import date
from itertools import chain
from typing import Any

from sqlalchemy import ColumnElement, Row, Table, func, insert, select

from contacts.extraction import Extraction, Owner
from contacts.owner import OwnerEvent, OwnerPeriod, PeriodKind
from store.bulk import storable
from store.current import counts
from store.database import Transaction
from store.tables import owner_events, owner_periods, owners, source_files, source_names

_NOT_STORED = {"file"}  # it follows from the file's id


def write(tx: Transaction, file_id: int, extraction: Extraction) -> None:
    """Write what a file says of its owner."""
    owner = extraction.owner
    if owner != Owner():
        said = {"name": storable(owner.name), "profile": storable(owner.profile)}
        listed = {"emails": list(owner.emails), "phones": list(owner.phones)}
        tx.execute(insert(owners), {"file_id": file_id, **said, **listed})
    _write(tx, owner_periods, file_id, extraction.periods)
    _write(tx, owner_events, file_id, extraction.events)


def _write(
    tx: Transaction, table: Table, file_id: int, told: Sequence[OwnerPeriod | OwnerEvent]
) -> None:
    rows = [{"file_id": file_id, "place": place, **_row(one)} for place, one in enumerate(told)]
    if rows:
        tx.execute(insert(table), rows)


def owner(tx: Transaction) -> Owner:
    """Return whom the files are of; of several names and profiles those of the newest file."""
    query = select(owners).join(source_files, source_files.c.file_id == owners.c.file_id)
    found = tx.execute(query.where(counts(tx, owners)).order_by(*_newest_first())).all()
    return Owner(
        next((row.name for row in found if row.name), ""),
        next((row.profile for row in found if row.profile), ""),
        _each_once([row.emails for row in found]),
        _each_once([row.phones for row in found]),
    )


def periods(tx: Transaction) -> tuple[OwnerPeriod, ...]:
    """Return the user's jobs and schools; of each kind those of the newest file that tells any."""
    found = _told(tx, owner_periods)
    newest: dict[str, int] = {}
    for row in found:
        newest.setdefault(row.kind, row.file_id)
    return tuple(
        OwnerPeriod(
            PeriodKind(row.kind),
            row.organisation,
            row.title,
            _day(row.start),
            _day(row.end),
            row.locator,
            row.file,
        )
        for row in found
        if newest[row.kind] == row.file_id
    )


def events(tx: Transaction) -> tuple[OwnerEvent, ...]:
    """Return the events the user went to, each once, as the newest file tells it."""
    told: dict[tuple[str, str | None], OwnerEvent] = {}
    for row in _told(tx, owner_events):
        span = _day(row.start), _day(row.end)
        event = OwnerEvent(row.name, *span, row.url, row.locator, row.file)
        told.setdefault((row.name, row.start), event)
    return tuple(told.values())


def _told(tx: Transaction, table: Table) -> Sequence[Row[*tuple[Any, ...]]]:
    """Return the rows of the files that count, those of the newest first, each with its file."""
    name = (
        select(func.min(source_names.c.name))
        .where(source_names.c.file_id == table.c.file_id)
        .scalar_subquery()
    )
    query = (
        select(table, name.label("file"))
        .join(source_files, source_files.c.file_id == table.c.file_id)
        .where(counts(tx, table))
        .order_by(*_newest_first(), table.c.place)
    )
    return tx.execute(query).all()


def _newest_first() -> tuple[ColumnElement[Any], ...]:
    return source_files.c.as_of.desc(), source_files.c.sha256.desc()


def _each_once(told: Sequence[Sequence[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(chain.from_iterable(told)))


def _row(told: OwnerPeriod | OwnerEvent) -> Mapping[str, object]:
    """Return the values of a row: text that every database takes, days in ISO form."""
    values = {one.name: getattr(told, one.name) for one in fields(told)}
    return {
        name: value.isoformat() if isinstance(value, date) else value and storable(value)
        for name, value in values.items()
        if name not in _NOT_STORED
    }


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
