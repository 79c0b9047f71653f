"""An open database of its own for each test, and small extractions."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from contacts.claims import Claim, ContactRecord, Property, RecordSource
from contacts.extraction import Extraction, gathered
from contacts.identifiers import RecordId
from contacts.interactions import Direction, Interaction, InteractionKind
from contacts.sources import SourceFile, SourceKind
from store import Database, records, sources


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database.open(f"sqlite:///{tmp_path}/weakties.db")
    yield opened
    opened.close()


def _said(names: dict[str, str], day: str = "2024-05-01", **more: str) -> Extraction:
    """Return what a file says: record ids with their names, each dated to the day."""
    dated = date.fromisoformat(day)
    found = [
        ContactRecord(
            RecordId(record_id),
            RecordSource.LINKEDIN,
            f"Connections.csv:{line}",
            (Claim(Property.NAME, name), *(Claim(Property(key), v) for key, v in more.items())),
            dated,
        )
        for line, (record_id, name) in enumerate(names.items(), 2)
    ]
    ties = [
        Interaction(
            record.record_id, InteractionKind.CONNECTED, Direction.BOTH, dated, record.locator
        )
        for record in found
    ]
    return gathered(found, ties, extractor="linkedin", version="1", read=len(found))


@pytest.fixture
def said() -> Callable[..., Extraction]:
    """Make what a file says: record ids with their names, each dated to the day."""
    return _said


@pytest.fixture
def say(database: Database) -> Callable[..., dict[str, int]]:
    """Let a file say something, in a transaction of its own."""

    def write(sha256: str, extraction: Extraction) -> dict[str, int]:
        file = SourceFile(sha256, SourceKind.LINKEDIN, 10, (f"linkedin/{sha256}.csv",))
        with database.write() as tx:
            sources.note(tx, [file])
            return records.write(tx, sha256, extraction)

    return write
