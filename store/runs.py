"""Receipts: what each run did, in counts and ids."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import insert, select, update

from store.database import Transaction
from store.tables import JSON
from store.tables import runs as runs_table


@dataclass(frozen=True, slots=True)
class Run:
    """A run; without `ended_at` it was cut short or is still at work. Instants are UTC."""

    run: int
    began_at: str
    ended_at: str | None
    receipt: Mapping[str, Any] | None


def begin(tx: Transaction, at: str) -> int:
    """Note that a run begins and return its number."""
    key = tx.execute(insert(runs_table).values(began_at=at)).inserted_primary_key
    assert key is not None
    return int(key[0])


def finish(tx: Transaction, run: int, at: str, receipt: Mapping[str, JSON]) -> None:
    """Note that a run has ended, and what it did."""
    ended = update(runs_table).where(runs_table.c.run == run)
    tx.execute(ended.values(ended_at=at, receipt=dict(receipt)))


def latest(tx: Transaction, n: int) -> list[Run]:
    """Return the last `n` runs, the newest first."""
    columns = runs_table.c
    query = select(columns.run, columns.began_at, columns.ended_at, columns.receipt)
    return [Run(*row) for row in tx.execute(query.order_by(columns.run.desc()).limit(n))]
