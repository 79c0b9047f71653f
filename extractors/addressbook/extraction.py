"""A file of contacts → its records, every row accounted for."""

import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path
from typing import IO

from contacts.claims import ContactRecord, RecordSource
from contacts.errors import UnreadableSourceError
from contacts.extraction import Extraction, gathered
from contacts.identifiers import addressbook_id
from extractors.addressbook.columns import Columns, columns_of
from extractors.addressbook.entry import NOBODY, claims_of, identity_of, is_spoiled_number
from extractors.addressbook.merging import merged
from extractors.addressbook.rows import entry_of, unguarded
from extractors.lines import LineReader
from extractors.linkedin.archive import Member
from extractors.linkedin.cells import tidied
from extractors.linkedin.foreign import is_address_book
from extractors.linkedin.header import Layout, folded_heading, role_by_header
from extractors.linkedin.records import Row, head_rows
from extractors.linkedin.roles import Role
from extractors.linkedin.table import Block, Ledger, blocks

VERSION = "1"
_HEAD = 1 << 16
_TELLING = 8  # headings by which the header is found again
_EXPORT = "export it from Google Contacts or Outlook as CSV, or from anywhere as vCard"


def recognises(path: Path) -> bool:
    """Return whether a file is a table of contacts of Google or Outlook, by its header."""
    return _header(path) is not None


def extract(path: Path) -> Extraction:
    """Return the contacts of a table; a row that names nobody is rejected with its line.

    Raises:
        UnreadableSourceError: it is no table of contacts of Google or Outlook.
    """
    header = _header(path)
    if header is None:
        reason = "has no header of a Google or Outlook address book"
        raise UnreadableSourceError(path.name, reason, _EXPORT)
    ledger = Ledger(path.name)
    found = list(_records(path, header, ledger))
    if ledger.seen and not found:
        first = ledger.rejected[0]
        reason = f"no row of {ledger.seen} can be read; line {first.line}: {first.reason}"
        raise UnreadableSourceError(path.name, reason, _EXPORT)
    if not ledger.seen:
        ledger.note("header_only", "has a header and no rows: an empty address book")
    records = merged(found)
    extraction = gathered(
        records,
        (),
        extractor="addressbook",
        version=VERSION,
        read=ledger.seen,
        rejected=tuple(ledger.rejected),
        notices=tuple(ledger.notices),
    )
    counts = {
        "rows_read": ledger.seen,
        "rows_duplicate": len(found) - extraction.observations["record_id"].nunique(),
        "rows_rejected": len(ledger.rejected),
    }
    return replace(extraction, counts=counts)


def _header(path: Path) -> Row | None:
    with path.open("rb") as stream:
        head = stream.read(_HEAD)
    rows = head_rows(next(iter(LineReader(io.BytesIO(head))), []))
    if role_by_header(rows):  # LinkedIn's own
        return None
    return next((row for row in rows if is_address_book(row)), None)


def _records(path: Path, header: Row, ledger: Ledger) -> Iterator[ContactRecord]:
    spoiled = mojibake = 0
    part, columns = 0, Columns()
    for block in blocks(_member(path), _layout(header), ledger):
        if block.part != part:
            part, columns = block.part, columns_of(block.header)
        for number, line in enumerate(block.lines):
            if block.is_blank(number):
                ledger.seen -= 1
                continue
            row = [unguarded(cell) for cell in block.row(number)]
            spoiled += sum(is_spoiled_number(row[value.place]) for value in columns.phones)
            tidy, repaired = _repaired(row)
            mojibake += repaired
            record = _record(tidy, columns, block, line)
            if record:
                yield record
            else:
                ledger.reject(line, NOBODY)
    if mojibake:
        ledger.note("mojibake", f"{mojibake} cells were in a wrong encoding and were repaired")
    if spoiled:
        text = f"a spreadsheet rounded {spoiled} telephone numbers; they were left out"
        ledger.note("spoiled_numbers", text)


def _repaired(row: Row) -> tuple[Row, int]:
    """Return a row without mojibake; line breaks stay, for an address has lines."""
    if all(map(str.isascii, row)):
        return row, 0
    tidy, repaired = tidied(row)
    return (tidy, repaired) if repaired else (row, 0)


def _record(row: Row, columns: Columns, block: Block, line: int) -> ContactRecord | None:
    """Return what a row says; None if it names nobody."""
    claims = claims_of(entry_of(row, columns))
    identity = identity_of(claims)
    if not identity:
        return None
    return ContactRecord(
        record_id=addressbook_id(identity),
        source=RecordSource.ADDRESS_BOOK,
        locator=f"line {line}",
        claims=claims,
        raw=_raw(block.header, row),
    )


def _raw(header: Sequence[str], row: Row) -> str:
    """Return the filled cells of a row by their headings, as JSON."""
    filled = {name: cell for name, cell in zip(header, row, strict=True) if cell.strip()}
    return json.dumps(filled, ensure_ascii=False)


def _member(path: Path) -> Member:
    size = path.stat().st_size
    return Member(
        path.name, Role.OUTLOOK, size, partial(int, 0), path.name, partial(_opened, path), bare=True
    )


def _opened(path: Path) -> IO[bytes]:
    return path.open("rb")


def _layout(header: Row) -> Layout:
    """Return by which headings the reader of tables finds this header again."""
    named = {folded: heading for heading in reversed(header) if (folded := folded_heading(heading))}
    telling = dict(islice(reversed(named.items()), _TELLING))
    return Layout(
        role=Role.OUTLOOK,
        headings={name: frozenset({name}) for name in telling},
        titles=telling,
        required=tuple(telling),
        anchor="",
    )
