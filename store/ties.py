"""How well everybody is known, what brings them back, and whom to look at today."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from sqlalchemy import delete, insert, select

from contacts import frames
from store import bulk
from store.database import Transaction
from store.tables import derived as derived_table
from store.tables import hints as hints_table
from store.tables import queue as queue_table
from store.tables import ties as ties_table


@dataclass(frozen=True, slots=True)
class Derived:
    """What the ties follow from: a day, all acts up to one, and the caller's sign of the rest."""

    as_of: str
    last_act: int
    inputs: str


def write(
    tx: Transaction,
    ties: pd.DataFrame,
    hints: pd.DataFrame,
    queue: pd.DataFrame,
    as_of: str,
    last_act: int,
    inputs: str = "",
) -> None:
    """Write ties, hints and queue in place of those of before, and what they follow from."""
    for table in (ties_table, hints_table, queue_table, derived_table):
        tx.execute(delete(table))
    bulk.write(tx, ties_table, frames.TIES.check(ties))
    placed = frames.HINTS.check(hints).assign(place=np.arange(len(hints)))
    bulk.write(tx, hints_table, placed)
    bulk.write(tx, queue_table, frames.QUEUE.check(queue))
    basis = {"one": 1, "as_of": as_of, "last_act": last_act, "inputs": inputs}
    tx.execute(insert(derived_table), basis)


def derived(tx: Transaction) -> Derived | None:
    """Return what the ties follow from, None before the first."""
    found = tx.execute(select(derived_table)).one_or_none()
    return Derived(found.as_of, found.last_act, found.inputs) if found else None


def ties(tx: Transaction) -> pd.DataFrame:
    """Return the tie to everybody, as `TIES`."""
    query = select(*(ties_table.c[name] for name in frames.TIES.names))
    return bulk.read(tx, query.order_by(ties_table.c.person), frames.TIES)


def hints(tx: Transaction) -> pd.DataFrame:
    """Return the hints to everybody, as `HINTS`, in the order in which they were written."""
    query = select(*(hints_table.c[name] for name in frames.HINTS.names))
    return bulk.read(tx, query.order_by(hints_table.c.place), frames.HINTS)


def queue(tx: Transaction) -> pd.DataFrame:
    """Return whom to look at, as `QUEUE`, in order."""
    query = select(*(queue_table.c[name] for name in frames.QUEUE.names))
    return bulk.read(tx, query.order_by(queue_table.c.place), frames.QUEUE)
