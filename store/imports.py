"""Receipts of what each reading of a file brought, and taking back what a file said."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import insert, select

from contacts.errors import UsageError
from contacts.extraction import Extraction
from contacts.sources import FileState
from store import acts, records, sources
from store.database import Transaction
from store.sources import FileStatus
from store.tables import imports, source_files


class Receipt(NamedTuple):
    """The number of an import, and its rows: new, updated, unchanged, rejected."""

    number: int
    accounting: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Import:
    """One reading of a file: when it was (UTC), and what it changed.

    `read` counts all rows of the file; those about somebody are `new`, `updated`, `unchanged` or
    `rejected`, and `counts` is the reader's own account of the others. `status` is how the file
    stands today.
    """

    number: int
    at: str
    status: FileStatus
    read: int
    new: int
    updated: int
    unchanged: int
    rejected: int
    counts: Mapping[str, int]

    @property
    def rows(self) -> int:
        """How many rows (cards, vCards) are about somebody."""
        return self.new + self.updated + self.unchanged + self.rejected


def write(tx: Transaction, sha256: str, extraction: Extraction, at: str) -> Receipt:
    """Write what a file said, and keep the receipt; `at` is the UTC instant of reading."""
    accounting = records.write(tx, sha256, extraction)
    file_id = select(source_files.c.file_id).where(source_files.c.sha256 == sha256)
    added = insert(imports).values(
        file_id=file_id.scalar_subquery(),
        at=at,
        read=extraction.read,
        counts=dict(extraction.counts),
        **accounting,
    )
    key = tx.execute(added).inserted_primary_key
    assert key is not None
    return Receipt(int(key[0]), accounting)


def listed(tx: Transaction) -> list[Import]:
    """Return all imports, oldest first; a file that was read again stands there again."""
    files = {status.file.sha256: status for status in sources.statuses(tx)}
    columns = imports.c
    query = (
        select(
            columns.number,
            columns.at,
            source_files.c.sha256,
            columns.read,
            columns.new,
            columns.updated,
            columns.unchanged,
            columns.rejected,
            columns.counts,
        )
        .join(source_files, source_files.c.file_id == columns.file_id)
        .order_by(columns.number)
    )
    return [
        Import(number, at, files[sha256], *accounting)
        for number, at, sha256, *accounting in tx.execute(query)
    ]


def find(tx: Transaction, number: int) -> Import:
    """Return the import of a number.

    Raises:
        UsageError: there is none.
    """
    found = {one.number: one for one in listed(tx)}
    if number not in found:
        last = f"the last one is {max(found)}" if found else "nothing was read yet"
        raise UsageError(f"import {number}", "is not in the list", last)
    return found[number]


def revert(tx: Transaction, number: int, at: str) -> int:
    """Take back all that the file of an import said, by an act; return its number.

    Nothing is deleted: undoing the act brings everything back.

    Raises:
        UsageError: there is no such import, or it was taken back already.
    """
    found = find(tx, number)
    if found.status.state is FileState.REVERTED:
        act = acts.reverts(tx)[found.status.file.sha256]
        next_step = f"weakties undo {act} brings it back"
        raise UsageError(f"import {number}", "was taken back already", next_step)
    said = {"sha256": found.status.file.sha256, "file": found.status.file.name}
    return acts.append(tx, acts.REVERT, said, at)
