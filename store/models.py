"""The model that tells who is who, as it was fitted last, and where it left each record."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
from sqlalchemy import delete, insert, select, update

from contacts import frames
from contacts.identifiers import RecordId
from contacts.judgements import Judgement, Verdict
from store import bulk
from store.database import Transaction
from store.tables import JSON, models
from store.tables import places as places_table


@dataclass(frozen=True, slots=True)
class FittedModel:
    """A numbered model: the rules it is of, on how many records it was fitted, and as of what day.

    `content` is the model itself, `changes` what its fitting changed for those known before.
    """

    number: int
    version: str
    records: int
    as_of: str
    content: Mapping[str, Any]
    changes: Mapping[str, Any]


def newest(tx: Transaction) -> FittedModel | None:
    """Return the model that was fitted last, None before the first."""
    columns = models.c
    query = select(
        columns.number,
        columns.version,
        columns.records,
        columns.as_of,
        columns.content,
        columns.changes,
    )
    found = tx.execute(query.order_by(columns.number.desc()).limit(1)).one_or_none()
    return FittedModel(*found) if found else None


def write(
    tx: Transaction,
    content: Mapping[str, JSON],
    changes: Mapping[str, JSON],
    as_of: str,
) -> int:
    """Write a model in place of the one of before, and return its number."""
    tx.execute(delete(models))
    row = {name: content[name] for name in ("version", "records")}
    written = tx.execute(
        insert(models).values(
            **row, as_of=as_of, content=dict(content), changes=dict(changes), judgements=[]
        )
    )
    key = written.inserted_primary_key
    assert key is not None
    return int(key[0])


def places(tx: Transaction) -> pd.DataFrame:
    """Return where each record was left, as `PLACES`, by record id."""
    table = places_table.c
    query = select(*(table[name] for name in frames.PLACES.names)).order_by(table.record_id)
    return bulk.read(tx, query, frames.PLACES)


def write_places(tx: Transaction, left: pd.DataFrame, gone: Collection[str] | None = None) -> None:
    """Write where records were left: of all there are, or of some while others are `gone`."""
    if gone is None:
        tx.execute(delete(places_table))
    else:
        for part in bulk.in_parts(sorted({*left["record_id"], *gone})):
            tx.execute(delete(places_table).where(places_table.c.record_id.in_(part)))
    bulk.write(tx, places_table, frames.PLACES.check(left))


def judgements(tx: Transaction) -> list[Judgement]:
    """Return the judgements with which everybody was resolved last, oldest first."""
    found = tx.scalar(select(models.c.judgements).order_by(models.c.number.desc()).limit(1))
    return [
        Judgement(RecordId(first), RecordId(second), Verdict(verdict))
        for first, second, verdict in found or ()
    ]


def write_judgements(tx: Transaction, said: Sequence[Judgement]) -> None:
    """Note the judgements with which everybody was resolved."""
    rows = [[one.first, one.second, one.verdict.value] for one in said]
    tx.execute(update(models).values(judgements=rows))
