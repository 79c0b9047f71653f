"""A file to blocks of rows: the header found by its content, every row taken or rejected."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from contacts.extraction import Notice, Rejection
from extractors.lines import LineReader, lines_of
from extractors.linkedin import dates
from extractors.linkedin.archive import Member
from extractors.linkedin.cells import tidied
from extractors.linkedin.header import LAYOUTS, Layout, no_header
from extractors.linkedin.plain import Plain, plain
from extractors.linkedin.records import (
    DELIMITERS,
    HEADER_WITHIN,
    TORN,
    Row,
    head_rows,
    numbered,
    records,
)
from extractors.linkedin.torn import holds_rows

_LONGEST_RECORD = 2000  # lines; a longer one is a quote that was never closed


@dataclass(slots=True)
class Ledger:
    """What became of the rows of one file; `seen` are all that are not blank."""

    file: str
    seen: int = 0
    rejected: list[Rejection] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)

    def reject(self, line: int, reason: str) -> None:
        """Write down a row that is lost, and why."""
        self.rejected.append(Rejection(self.file, line, reason))

    def note(self, kind: str, text: str, line: int | None = None) -> None:
        """Write down what the user should know."""
        self.notices.append(Notice(self.file, line, kind, text))


@dataclass(frozen=True, slots=True)
class Block:
    """Some rows of a table: their lines in the file (from 1) and their cells, row after row.

    `part` counts the headers of the file so far: two exports that somebody joined have two.
    """

    header: tuple[str, ...]
    places: dict[str, int]
    cells: Sequence[str]
    lines: Sequence[int]
    part: int

    def __len__(self) -> int:
        return len(self.lines)

    def row(self, number: int) -> Sequence[str]:
        """Return one row (from 0) as the file has it."""
        width = len(self.header)
        return self.cells[number * width : (number + 1) * width]

    def is_blank(self, number: int) -> bool:
        """Return whether a row holds nothing but blanks."""
        return not any(cell.strip() for cell in self.row(number))

    def columns(self, *fields: str) -> list[Sequence[str]]:
        """Return the cells of each field; a field that the file lacks is empty."""
        width = len(self.header)
        absent = [""] * len(self)
        return [
            self.cells[self.places[name] :: width] if name in self.places else absent
            for name in fields
        ]

    def as_json(self) -> list[str]:
        """Return each row as JSON, by its headings; the second of two alike gets a number.

        All cells are written at once: a line break in a cell is no line break in JSON.
        """
        headings: list[str] = []
        for heading in self.header:
            again = f"{heading} ({len(headings) + 1})"
            headings.append(again if heading in headings else heading)
        keys = [json.dumps(key, ensure_ascii=False).replace("%", "%%") for key in headings]
        template = "{" + ", ".join(f"{key}: %s" for key in keys) + "}"
        written = json.dumps(self.cells, ensure_ascii=False, separators=("\n", ":"))
        cells = iter(written[1:-1].split("\n"))
        return [template % row for row in zip(*[cells] * len(keys), strict=True)]


def blocks(member: Member, layout: Layout, ledger: Ledger) -> Iterator[Block]:
    """Yield the rows of a file, about 200 kilobytes at a time.

    Raises:
        UnreadableSourceError: the file has no header with the fields it must have.
    """
    with member.open() as stream:
        source = LineReader(stream)
        yield from _Scanner(layout, ledger).scan(source.texts())
    if source.mended:
        ledger.note("encoding", f"{source.mended} bytes were no UTF-8; read as Windows-1252")


def rows(member: Member, ledger: Ledger) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the line and the tidied cells of each row of a small table, by field.

    Raises:
        UnreadableSourceError: the file has no header with the fields it must have.
    """
    layout = LAYOUTS[member.role]
    for block in blocks(member, layout, ledger):
        for place, cells in rows_of(block, layout, ledger):
            yield block.lines[place], cells


def rows_of(block: Block, layout: Layout, ledger: Ledger) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the number (from 0) and the tidied cells of each row that is not blank, by field."""
    columns = [tidied(column)[0] for column in block.columns(*layout.headings)]
    for place, cells in enumerate(zip(*columns, strict=True)):
        if block.is_blank(place):
            ledger.seen -= 1
        else:
            yield place, dict(zip(layout.headings, cells, strict=True))


class _Scanner:
    """Reads one table: well-formed pieces at once, the others record by record."""

    def __init__(self, layout: Layout, ledger: Ledger) -> None:
        self._layout = layout
        self._ledger = ledger
        self._delimiter = ","
        self._header: Row = []
        self._part = 0
        self._line = 1  # that of what is read next
        self._carried = ""  # a record that may go on in the text to come
        self._taken: list[tuple[int, Row]] = []
        self._odd: list[tuple[int, Row]] = []  # rows of another width, since the last good one

    def scan(self, source: Iterator[str]) -> Iterator[Block]:
        """Yield the rows below the header."""
        head: list[str] = []
        for text in source:
            head += lines_of(text)
            if len(head) >= HEADER_WITHIN:
                break
        start = self._find_header(head)
        self._line = start + 1
        for text in chain(("".join(head[start:]),), source):
            yield from self._read(self._carried + text)
        if self._carried:
            yield from self._read_records(self._carried, last=True)
        self._reject_odd()

    def _find_header(self, head: Sequence[str]) -> int:
        """Return with which line the header ends; dated rows above it are rejected."""
        candidates = [
            (len(self._layout.found(row)), -place, end, row)
            for place, delimiter in enumerate(DELIMITERS)
            for end, row in numbered(head[:HEADER_WITHIN], delimiter)
            if self._layout.columns(row)
        ]
        if not candidates:
            raise no_header(self._ledger.file, self._layout, head_rows(head))
        _, place, end, header = max(candidates, key=lambda found: found[:2])
        self._delimiter = DELIMITERS[-place]
        self._begin(header)
        for line, row in numbered(head[:end], self._delimiter):
            if line < end and len(row) == len(header) and self._is_dated(row):
                self._ledger.seen += 1
                self._ledger.reject(line, "stands above the header")
        return end

    def _begin(self, header: Row) -> None:
        self._header = header
        self._places = self._layout.columns(header) or {}
        self._anchor = self._places.get(self._layout.anchor)
        self._part += 1

    def _read(self, text: str) -> Iterator[Block]:
        """Yield the rows of a text; a last record that is open is carried on."""
        whole, found = text, plain(text, self._delimiter, len(self._header), self._line)
        if found is None and text.count('"') % 2:
            whole = text[: text.rfind("\n", 0, text.rfind('"')) + 1]
            found = plain(whole, self._delimiter, len(self._header), self._line)
        endless = text.count("\n", len(whole)) > _LONGEST_RECORD
        if found is None or endless or self._holds_a_header(whole, found):
            yield from self._read_records(text, last=False)
            return
        self._carried = text[len(whole) :]
        self._reject_odd()
        self._ledger.seen += len(found.lines)
        self._line = found.end
        yield Block(tuple(self._header), self._places, found.cells, found.lines, self._part)

    def _holds_a_header(self, text: str, found: Plain) -> bool:
        place = self._places[self._layout.required[0]]
        title = self._header[place]
        return title in text and title in found.cells[place :: len(self._header)]

    def _read_records(self, text: str, *, last: bool) -> Iterator[Block]:
        """Yield the rows of a text record by record."""
        lines = lines_of(text)
        rows, ends = records(lines, self._delimiter)
        first, self._carried = self._line, ""
        if rows and not last:
            begin = ends[-2] if len(ends) > 1 else 0
            if len(lines) - begin <= _LONGEST_RECORD:
                self._carried = "".join(lines[begin:])
                del rows[-1], ends[-1], lines[begin:]
        self._line += len(lines)
        begin = 0
        for row, end in zip(rows, ends, strict=True):
            yield from self._sort(row, lines[begin:end], first + begin)
            begin = end
        yield from self._flush()

    def _sort(self, row: Row, lines: list[str], line: int) -> Iterator[Block]:
        """Take a record, or each of its lines for itself if it is torn."""
        if row is TORN or (len(lines) > 1 and self._is_torn(row, lines)):
            for number, text in enumerate(lines, line):
                single = next(numbered([text], self._delimiter), (0, TORN))[1]
                if len(single) != len(self._header) or self._is_dated(single):
                    yield from self._place(single, number)
                else:
                    self._odd.append((number, single))
        else:
            yield from self._place(row, line)

    def _place(self, row: Row, line: int) -> Iterator[Block]:
        width = len(self._header)
        if len(row) > width and not any(row[width:]):
            row = row[:width]
        if not any(row):
            return
        if not set(self._header).isdisjoint(row) and self._layout.columns(row):
            yield from self._flush()
            self._odd = [odd for odd in self._odd if sum(map(bool, odd[1])) > 1]  # its preamble
            self._begin(row)
        elif len(row) == width:
            self._reject_odd()
            self._taken.append((line, row))
        else:
            self._odd.append((line, row))

    def _is_torn(self, row: Row, lines: list[str]) -> bool:
        width = len(self._header)
        return len(row) != width or holds_rows(lines, self._delimiter, width, self._anchor)

    def _is_dated(self, row: Row) -> bool:
        return self._anchor is not None and dates.is_date(row[self._anchor])

    def _flush(self) -> Iterator[Block]:
        if self._taken:
            self._ledger.seen += len(self._taken)
            lines, rows = zip(*self._taken, strict=True)
            cells = list(chain.from_iterable(rows))
            yield Block(tuple(self._header), self._places, cells, lines, self._part)
            self._taken = []

    def _reject_odd(self) -> None:
        for line, row in self._odd:
            self._ledger.seen += 1
            cells = "no end of its quotes" if row is TORN else f"{len(row)} cells"
            self._ledger.reject(line, f"{cells} where the header has {len(self._header)} cells")
        self._odd = []
