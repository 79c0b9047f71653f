"""Frames into tables and out of them, without an object for each row."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import Any

import numpy as np
import pandas as pd
from sqlalchemy import Select, Table, insert

from contacts import frames
from store.database import Transaction

_ROWS_AT_ONCE = 50_000  # bounds the memory of the tuples
_ROWS_A_STATEMENT = 100
_IDS_AT_ONCE = 10_000  # SQLite takes 32,766 parameters, PostgreSQL 65,535


def write(tx: Transaction, table: Table, frame: pd.DataFrame) -> None:
    """Insert a frame; its columns are those of the table, a missing value is NULL."""
    for start in range(0, len(frame), _ROWS_AT_ONCE):
        part = frame.iloc[start : start + _ROWS_AT_ONCE]
        insert_columns(tx, table, {str(name): storable_values(part[name]) for name in part.columns})


def insert_columns(tx: Transaction, table: Table, columns: Mapping[str, Sequence[Any]]) -> None:
    """Insert rows that are given column by column, as the database takes their values."""
    statement = insert(table).compile(dialect=tx.dialect, column_keys=list(columns))
    if statement.positional:
        _to_driver(tx, str(statement), [columns[name] for name in statement.positiontup or ()])
    else:
        rows = zip(*columns.values(), strict=True)
        tx.execute(insert(table), [dict(zip(columns, row, strict=True)) for row in rows])


def _to_driver(tx: Transaction, statement: str, columns: Sequence[Sequence[Any]]) -> None:
    """Give rows to the driver itself, some with each statement: SQLite is a quarter faster then."""
    rows = zip(*columns, strict=True)
    head, mark, values = statement.rpartition(" VALUES ")
    some = head + mark + ", ".join([values] * _ROWS_A_STATEMENT)
    full = len(columns[0]) // _ROWS_A_STATEMENT
    cursor: Any = tx.connection.cursor()  # SQLite's, which takes any iterable
    cursor.executemany(
        some, (tuple(chain.from_iterable(islice(rows, _ROWS_A_STATEMENT))) for _ in range(full))
    )
    cursor.executemany(statement, rows)
    cursor.close()


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
    if column.dtype == "str" and _is_storable(values):
        return values
    if column.hasnans:
        known = column.notna().tolist()
        values = [
            value if is_known else None for value, is_known in zip(values, known, strict=True)
        ]
    if column.dtype == "str" and not _is_storable(filter(None, values)):
        return [value and storable(value) for value in values]
    return values


def _is_storable(values: Iterable[Any]) -> bool:
    """Return whether all values are there and need no escape; at once: hardly ever does one."""
    try:
        "".join(values).encode()
    except (TypeError, UnicodeEncodeError):
        return False
    return True
