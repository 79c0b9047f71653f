"""Lines to CSV records, with where each ends; what cannot be read is marked, never lost."""

import csv
from collections.abc import Iterator, Sequence

Row = list[str]

DELIMITERS = (",", ";", "\t", "|")
HEADER_WITHIN = 100  # lines
TORN: Row = ["a record that no reader can end"]


def records(lines: Sequence[str], delimiter: str) -> tuple[list[Row], list[int]]:
    """Return the records of some lines, and with which of them (from 1) each ends.

    `TORN` itself stands for a record with a cell of more than 131,072 characters: its quote was
    never closed.
    """
    reader = csv.reader(lines, delimiter=delimiter)
    rows: list[Row] = []
    ends: list[int] = []
    while True:
        try:
            for row in reader:
                rows.append(row)
                ends.append(reader.line_num)
        except csv.Error:
            rows.append(TORN)
            ends.append(reader.line_num)
        else:
            return rows, ends


def numbered(lines: Sequence[str], delimiter: str) -> Iterator[tuple[int, Row]]:
    """Yield each whole record with the number of its last line."""
    rows, ends = records(lines, delimiter)
    return ((end, row) for end, row in zip(ends, rows, strict=True) if row is not TORN)


def head_rows(lines: Sequence[str]) -> list[Row]:
    """Return the first rows of a table, under the delimiter that finds most cells."""
    head = lines[:HEADER_WITHIN]
    readings = [[row for _, row in numbered(head, delimiter)] for delimiter in DELIMITERS]
    return max(readings, key=lambda rows: max(map(len, rows), default=0))
