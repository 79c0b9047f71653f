"""Lines to rows: the header found by its content, every row taken or rejected with a reason."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from contacts.extraction import Notice, Rejection
from extractors.lines import LineReader
from extractors.linkedin import dates
from extractors.linkedin.archive import Member
from extractors.linkedin.header import Layout, no_header
from extractors.linkedin.records import (
    DELIMITERS,
    HEADER_WITHIN,
    TORN,
    Row,
    head_rows,
    numbered,
    records,
)

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
    """Some rows of a table: their lines in the file (from 1) and their cells.

    `part` counts the headers of the file so far: two exports that somebody joined have two.
    """

    header: tuple[str, ...]
    places: dict[str, int]
    rows: list[Row]
    lines: Sequence[int]
    part: int

    def columns(self, *fields: str) -> list[Sequence[str]]:
        """Return the cells of each field; a field that the file lacks is empty."""
        cells = list(zip(*self.rows, strict=True))
        absent = [""] * len(self.rows)
        return [cells[self.places[name]] if name in self.places else absent for name in fields]


def blocks(member: Member, layout: Layout, ledger: Ledger) -> Iterator[Block]:
    """Yield the rows of a file, about a megabyte at a time.

    Raises:
        UnreadableSourceError: the file has no header with the fields it must have.
    """
    with member.open() as stream:
        source = LineReader(stream)
        yield from _Scanner(layout, ledger).scan(iter(source))
    if source.mended:
        ledger.note("encoding", f"{source.mended} bytes were no UTF-8; read as Windows-1252")


class _Scanner:
    """Reads one table."""

    def __init__(self, layout: Layout, ledger: Ledger) -> None:
        self._layout = layout
        self._ledger = ledger
        self._delimiter = ","
        self._header: Row = []
        self._part = 0
        self._carried: list[str] = []  # lines of a record that may go on in those to come
        self._taken: list[tuple[int, Row]] = []
        self._odd: list[tuple[int, Row]] = []  # rows of another width, since the last good one

    def scan(self, source: Iterator[list[str]]) -> Iterator[Block]:
        """Yield the rows below the header."""
        head: list[str] = []
        for lines in source:
            head += lines
            if len(head) >= HEADER_WITHIN:
                break
        start = self._find_header(head)
        line = start + 1
        for lines in chain((head[start:],), source):
            pending = self._carried + lines
            yield from self._read(pending, line, last=False)
            line += len(pending) - len(self._carried)
        yield from self._read(self._carried, line, last=True)
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
        self._part += 1

    def _read(self, lines: list[str], first: int, *, last: bool) -> Iterator[Block]:
        """Yield the rows of some lines, of which `first` is the number of the first."""
        rows, ends = records(lines, self._delimiter)
        self._carried = []
        if rows and not last:
            begin = ends[-2] if len(ends) > 1 else 0
            if len(lines) - begin <= _LONGEST_RECORD:
                self._carried = lines[begin:]
                del rows[-1], ends[-1]
        if not rows:
            return
        widths = set(map(len, rows))
        if ends[-1] == len(rows) and widths == {len(self._header)} and self._header not in rows:
            self._ledger.seen += len(rows)
            self._reject_odd()
            yield self._block(rows, range(first, first + len(rows)))
            return
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
        """Return whether a record of several lines has swallowed others: a quote was not closed."""
        width = len(self._header)
        return len(row) != width or any(
            len(single) == width and self._is_dated(single)
            for line in lines
            if line.count(self._delimiter) >= width - 1
            for single in (
                line.rstrip("\r\n").split(self._delimiter),
                *(found for _, found in numbered([line], self._delimiter)),
            )
        )

    def _is_dated(self, row: Row) -> bool:
        place = self._places.get(self._layout.anchor)
        return place is not None and dates.is_date(row[place])

    def _flush(self) -> Iterator[Block]:
        if self._taken:
            self._ledger.seen += len(self._taken)
            lines, rows = zip(*self._taken, strict=True)
            yield self._block(list(rows), lines)
            self._taken = []

    def _reject_odd(self) -> None:
        for line, row in self._odd:
            self._ledger.seen += 1
            cells = "no end of its quotes" if row is TORN else f"{len(row)} cells"
            self._ledger.reject(line, f"{cells} where the header has {len(self._header)} cells")
        self._odd = []

    def _block(self, rows: list[Row], lines: Sequence[int]) -> Block:
        return Block(tuple(self._header), self._places, rows, lines, self._part)
