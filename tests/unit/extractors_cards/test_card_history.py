"""A photo that is read again: what is found again keeps its record, what is not is gone."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import store
from contacts.claims import Claim, ContactRecord, Property, RecordSource
from contacts.extraction import Extraction
from contacts.identifiers import RecordId, card_id
from contacts.readings import CardReading, PhotoReading, Quad
from contacts.sources import SourceFile, SourceKind
from extractors.card_history import is_gone
from extractors.card_records import extraction

SHA256 = "c" * 64
NAMES = ("cards/a.jpg",)


def box(column: int) -> Quad:
    left, right = 100.0 * column, 100.0 * column + 90
    return ((left, 0), (right, 0), (right, 50), (left, 50))


def photo(**columns: int) -> PhotoReading:
    """Return a reading of a photo with a card of each name in a column."""
    cards = [
        CardReading(name=name, confidence={"name": 1.0}, box=box(column))
        for name, column in columns.items()
    ]
    return PhotoReading("a.jpg", "fake 1", 0.1, cards=tuple(cards), crops=(b"x",) * len(cards))


@pytest.fixture
def database(tmp_path: Path) -> Iterator[store.Database]:
    opened = store.Database.open(f"sqlite:///{tmp_path}/weakties.db")
    with opened.write() as tx:
        store.sources.note(tx, [SourceFile(SHA256, SourceKind.CARD_PHOTO, 9, NAMES)])
    yield opened
    opened.close()


Read = Callable[..., Extraction]


@pytest.fixture
def read(database: store.Database) -> Read:
    def one(*readings: PhotoReading) -> Extraction:
        with database.write() as tx:
            before = store.observed.of_file(tx, SHA256)
            told = extraction(readings, SHA256, NAMES, before)
            accounting = store.records.write(tx, SHA256, told)
            assert sum(accounting.values()) == told.read
        return told

    return one


def names(database: store.Database) -> dict[str, str]:
    with database.read() as tx:
        claims = store.records.current_claims(tx)
    return dict(zip(claims["record_id"], claims["value"], strict=True))


def test_what_a_file_said_can_be_asked_for(database: store.Database, read: Read) -> None:
    read(photo(Ada=0))
    with database.read() as tx:
        (said,) = store.observed.of_file(tx, SHA256)
    ada = Claim(Property.NAME, "Ada", "", "card 1", 1.0)
    record = RecordId(card_id(SHA256, 1))
    assert said == ContactRecord(record, RecordSource.CARD, "card 1", (ada,), None, said.raw)
    assert json.loads(said.raw)["box"] == [list(corner) for corner in box(0)]


def test_a_card_keeps_its_record_wherever_it_is_counted(
    database: store.Database, read: Read
) -> None:
    read(photo(Ada=0, Bo=1))
    read(photo(Cy=2, Bob=1, Ada=0))
    assert names(database) == {
        card_id(SHA256, 1): "Ada",
        card_id(SHA256, 2): "Bob",
        card_id(SHA256, 3): "Cy",
    }


def test_a_card_that_is_found_no_more_is_gone_and_said_to_be(
    database: store.Database, read: Read
) -> None:
    read(photo(Ada=0, Bo=1))
    told = read(photo(Ada=0))
    assert [notice.text for notice in told.notices] == [
        "card 2 (Bo) was found once and is no longer found on this picture"
    ]
    assert names(database) == {card_id(SHA256, 1): "Ada"}
    with database.read() as tx:
        assert [is_gone(record) for record in store.observed.of_file(tx, SHA256)].count(True) == 1
        (status,) = store.sources.statuses(tx)
        assert status.taken == 1
        assert len(store.records.cards(tx)) == 1


def test_a_new_card_never_gets_the_record_of_one_that_is_gone(
    database: store.Database, read: Read
) -> None:
    read(photo(Ada=0, Bo=1))
    read(photo(Ada=0))
    read(photo(Ada=0, Cy=2))
    assert names(database) == {card_id(SHA256, 1): "Ada", card_id(SHA256, 3): "Cy"}


def test_a_card_that_is_found_again_has_its_record_and_its_corrections(
    database: store.Database, read: Read
) -> None:
    read(photo(Ada=0, Bo=1))
    bo = card_id(SHA256, 2)
    with database.write() as tx:
        payload = {"record_id": bo, "property": "FN", "values": [{"value": "Bo Ek", "kind": ""}]}
        store.acts.append(tx, store.acts.CORRECTION, payload, "2026-03-04T05:06:07Z")
    read(photo(Ada=0))
    assert bo not in names(database)
    told = read(photo(Ada=0, Beau=1))
    assert names(database)[bo] == "Bo Ek"
    assert told.notices == ()


def test_a_page_that_cannot_be_read_takes_no_card_away(
    database: store.Database, read: Read
) -> None:
    read(photo(Ada=0, Bo=1))
    broken = PhotoReading("a.jpg", "fake 1", 0.1, page=2, error="is broken")
    told = read(photo(Ada=0), broken)
    assert set(names(database).values()) == {"Ada", "Bo"}
    assert len(told.interactions) == 2
