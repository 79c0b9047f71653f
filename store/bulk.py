"""Frames into tables and out of them, without an object for each row."""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import pandas as pd
from sqlalchemy import Select, Table, insert

from contacts import frames
from store.database import Transaction

_ROWS_AT_ONCE = 50_000  # bounds the memory of the tuples
_IDS_AT_ONCE = 10_000  # SQLite takes 32,766 parameters, PostgreSQL 65,535


def write(tx: Transaction, table: Table, frame: pd.DataFrame) -> None:
    """Insert a frame; its columns are those of the table, a missing value is NULL."""
    statement = insert(table).compile(dialect=tx.dialect, column_keys=list(frame.columns))
    for start in range(0, len(frame), _ROWS_AT_ONCE):
        part = frame.iloc[start : start + _ROWS_AT_ONCE]
        columns = {str(name): storable_values(part[name]) for name in part.columns}
        if statement.positional:
            in_order = [columns[name] for name in statement.positiontup or ()]
            tx.exec_driver_sql(str(statement), list(zip(*in_order, strict=True)))
        else:
            rows = zip(*columns.values(), strict=True)
            tx.execute(insert(table), [dict(zip(columns, row, strict=True)) for row in rows])


def read(tx: Transaction, query: Select[*tuple[Any, ...]], shape: frames.Table) -> pd.DataFrame:
    """Return the rows of a query as a frame of that shape."""
    cursor = tx.execute(query).cursor  # the driver's own: a third faster than SQLAlchemy's rows
    assert cursor is not None
    rows = cursor.fetchall()
    cursor.close()
    columns = zip(*rows, strict=True) if rows else ((),) * len(shape.names)
    found = dict(zip(shape.names, columns, strict=True))
    return shape.typed(
        pd.DataFrame({name: np.array(values, dtype=object) for name, values in found.items()})
    )


def in_parts(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield the ids in parts that fit into one query."""
    for start in range(0, len(ids), _IDS_AT_ONCE):
        yield ids[start : start + _IDS_AT_ONCE]


def storable(text: str) -> str:
    """Return a text that every database takes: half a surrogate pair becomes its escape."""
    return text.encode("utf-8", "backslashreplace").decode()


def storable_values(column: "pd.Series[Any]") -> list[Any]:
    """Return a column as a database takes it: a missing value as None, text as `storable`."""
    values = column.tolist()
    if column.hasnans:
        known = column.notna().tolist()
        values = [
            value if is_known else None for value, is_known in zip(values, known, strict=True)
        ]
    if column.dtype == "str":
        try:
            "".join(filter(None, values)).encode()  # at once: hardly ever is there anything
        except UnicodeEncodeError:
            return [value and storable(value) for value in values]
    return values
