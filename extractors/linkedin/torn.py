"""Tells a cell of several lines from one that swallowed rows, its quote never having been closed.

A quote that swallowed rows ends at the one that opens a later cell, hardly ever right before a
delimiter: a record in which each quote does end there is as it was written, whatever it quotes.
In any other, a line that is a row by itself, of full width and dated, was a row. The first line has
the record's own date before the quote; there only a date behind it is another's.
"""

import csv
from collections.abc import Sequence

from extractors.linkedin import dates
from extractors.linkedin.records import Row, numbered


def holds_rows(lines: Sequence[str], delimiter: str, width: int, anchor: int | None) -> bool:
    """Return whether the lines of a record were several rows; `anchor` is the column of dates."""
    if anchor is None or _is_well_formed(lines, delimiter):
        return False
    return any(
        _holds_a_row(line, delimiter, width, anchor, first=place == 0)
        for place, line in enumerate(lines)
        if line.count(delimiter) >= width - 1
    )


def _is_well_formed(lines: Sequence[str], delimiter: str) -> bool:
    try:
        return len(list(csv.reader(lines, delimiter=delimiter, strict=True))) == 1
    except csv.Error:
        return False


def _holds_a_row(line: str, delimiter: str, width: int, anchor: int, *, first: bool) -> bool:
    raw = line.rstrip("\r\n").split(delimiter)
    if _is_dated(raw, width, anchor) and not (first and '"' not in "".join(raw[: anchor + 1])):
        return True
    singles = (row for _, row in numbered([line], delimiter))
    return any(_is_dated(row, width, anchor) for row in singles) and (
        not first or anchor == width - 1
    )


def _is_dated(row: Row, width: int, anchor: int) -> bool:
    return len(row) == width and dates.is_date(row[anchor])
