"""Tells a cell of several lines from one that swallowed rows, its quote never having been closed.

A line within it that is a row by itself, of full width and dated, was a row. The first line has
the record's own date before the quote; there only a date behind it is another's.
"""

from collections.abc import Sequence

from extractors.linkedin import dates
from extractors.linkedin.records import Row, numbered


def holds_rows(lines: Sequence[str], delimiter: str, width: int, anchor: int | None) -> bool:
    """Return whether the lines of a record were several rows; `anchor` is the column of dates."""
    if anchor is None:
        return False
    return any(
        _holds_a_row(line, delimiter, width, anchor, first=place == 0)
        for place, line in enumerate(lines)
        if line.count(delimiter) >= width - 1
    )


def _holds_a_row(line: str, delimiter: str, width: int, anchor: int, *, first: bool) -> bool:
    raw = line.rstrip("\r\n").split(delimiter)
    if _is_dated(raw, width, anchor) and not (first and '"' not in "".join(raw[: anchor + 1])):
        return True
    singles = (row for _, row in numbered([line], delimiter))
    return any(_is_dated(row, width, anchor) for row in singles) and (
        not first or anchor == width - 1
    )


def may_hold_rows(words: str, column: int, delimiter: str, width: int, anchor: int | None) -> bool:
    """Return whether a well-formed cell of several lines has a line that might be a row."""
    if anchor is None:
        return False
    first, *within, last = words.split("\n")
    return (
        (column <= anchor and any(map(dates.is_date, first.split(delimiter))))
        or (column <= anchor and last.count(delimiter) >= column)
        or any(line.count(delimiter) >= width - 1 for line in within)
        or (column > anchor and _has_date(last.split(delimiter), anchor))
    )


def _is_dated(row: Row, width: int, anchor: int) -> bool:
    return len(row) == width and dates.is_date(row[anchor])


def _has_date(cells: Row, anchor: int) -> bool:
    return len(cells) > anchor and dates.is_date(cells[anchor])
