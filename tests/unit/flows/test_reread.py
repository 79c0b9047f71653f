"""Rereading, with a reader that says what it is told instead of the pool of processes."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest

import store
from contacts.claims import Property
from contacts.errors import UsageError
from contacts.identifiers import card_id
from contacts.readings import CardReading, PhotoReading
from contacts.sources import FileState
from extractors.card.version import RULES_VERSION
from flows import reread as rereading
from flows.corrections import correct
from flows.home import Home, Options
from flows.order import carry_out, look
from flows.pool import Done
from flows.reread import Choice, reread

DEFAULT = Choice()
AT = "2026-03-04T05:06:07Z"


class Reader:
    """Says of each photo, by its name, what it is told."""

    def __init__(self) -> None:
        self.version = "fake 1"
        self.cards: dict[str, tuple[CardReading, ...]] = {}
        self.read: list[str] = []

    def chunks(
        self, _: object, items: Sequence[tuple[str, str]], **__: object
    ) -> Iterator[Done[tuple[PhotoReading, ...]]]:
        for index, (_path, name) in enumerate(items):
            self.read.append(name)
            cards = self.cards[name]
            crops = (b"x",) * len(cards)
            reading = PhotoReading(name, self.version, 0.1, cards=cards, crops=crops)
            yield Done(index, (reading,))


def card(name: str, title: str, column: int = 0) -> CardReading:
    left, right = 100.0 * column, 100.0 * column + 90
    box = ((left, 0.0), (right, 0.0), (right, 50.0), (left, 50.0))
    return CardReading(name=name, title=title, box=box, confidence={"name": 0.9, "title": 0.9})


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> Reader:
    made = Reader()
    monkeypatch.setattr("flows.stages.cards.run_chunks", made.chunks)
    monkeypatch.setattr(rereading, "version", lambda *_: f"{RULES_VERSION} {made.version}")
    return made


@pytest.fixture
def home(tmp_path: Path, reader: Reader, options: Options) -> Home:
    made = Home(tmp_path)
    made.create()
    for name, cards in (
        ("a", (card("Ada", "CFO"), card("Bo", "CTO", 1))),
        ("c", (card("Cy", "X"),)),
    ):
        (made.inbox / "cards" / f"{name}.jpg").write_bytes(b"\xff\xd8\xff" + name.encode())
        reader.cards[f"cards/{name}.jpg"] = cards
    with closing(store.Database.open(options.database_url)) as database:
        carry_out(database, made, options, look(database, made, options))
    reader.read.clear()
    return made


@pytest.fixture
def again(home: Home, options: Options) -> Callable[..., rereading.Rereading]:
    return lambda choice=DEFAULT, **dry: reread(home, options, choice, **dry)


Again = Callable[..., rereading.Rereading]


def record_of(database: store.Database, name: str, number: int) -> str:
    with database.read() as tx:
        files = {one.file.name: one.file.sha256 for one in store.sources.statuses(tx)}
    return card_id(files[name], number)


def cards(database: store.Database) -> int:
    with database.read() as tx:
        return len(store.records.cards(tx))


def test_photos_of_the_same_reader_are_left_alone(again: Again, reader: Reader) -> None:
    told = again()
    assert (told.receipt, told.plan.look.waiting, reader.read) == (None, (), [])


def test_photos_of_another_reader_are_read_again(again: Again, reader: Reader) -> None:
    reader.version = "fake 2"
    assert [item.file.name for item in again(dry=True).plan.look.waiting] == [
        "cards/a.jpg",
        "cards/c.jpg",
    ]
    assert reader.read == []
    told = again()
    assert reader.read == ["cards/a.jpg", "cards/c.jpg"]
    assert told.changes == ()
    assert again().receipt is None


def test_what_changed_is_said(again: Again, reader: Reader, database: store.Database) -> None:
    reader.version = "fake 2"
    reader.cards["cards/a.jpg"] = (card("Dee", "COO", 2), card("Ada", "CEO"))
    told = again(Choice(name="a.jpg"))
    assert reader.read == ["cards/a.jpg"]
    ids = [record_of(database, "cards/a.jpg", number) for number in (1, 2, 3)]
    assert [(one.record_id, one.card, one.what) for one in told.changes] == [
        (ids[0], "card 1", "changed"),
        (ids[1], "card 2", "gone"),
        (ids[2], "card 3", "new"),
    ]
    (title,) = told.changes[0].fields
    assert (title.property, title.before, title.after) == (Property.TITLE, ("CFO",), ("CEO",))
    assert not title.corrected


def test_a_correction_holds_and_is_said_to(
    again: Again, reader: Reader, home: Home, database: store.Database
) -> None:
    correct(database, home.inbox, "c.jpg", Property.TITLE, ["Y"], AT)
    reader.cards["cards/c.jpg"] = (card("Cy", "Z"),)
    told = again(Choice(every=True))
    (title,) = told.changes[0].fields
    assert (title.after, title.corrected) == (("Z",), True)
    with database.read() as tx:
        claims = store.records.claimed(tx, [record_of(database, "cards/c.jpg", 1)])
        values = store.people.values(tx)
    for frame in (claims, values[values["record_id"].isin(claims["record_id"])]):
        assert list(frame.loc[frame["property"] == Property.TITLE.value, "value"]) == ["Y"]


def test_a_photo_that_was_taken_away_keeps_what_it_said(
    again: Again, reader: Reader, home: Home, database: store.Database
) -> None:
    (home.inbox / "cards" / "a.jpg").unlink()
    reader.version = "fake 2"
    told = again()
    assert (told.plan.absent, reader.read) == (("cards/a.jpg",), ["cards/c.jpg"])
    assert cards(database) == 3


def test_a_photo_that_cannot_be_read_now_keeps_what_it_said(
    again: Again, database: store.Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    failed: Done[tuple[PhotoReading, ...]] = Done(0, None, "the reader died")
    monkeypatch.setattr("flows.stages.cards.run_chunks", lambda *_, **__: iter([failed]))
    told = again(Choice(name="c.jpg"))
    assert told.receipt is not None
    assert [trouble.reason for trouble in told.receipt.trouble] == ["the reader died"]
    assert told.changes == ()
    with database.read() as tx:
        states = {one.file.name: one.state for one in store.sources.statuses(tx)}
    assert states["cards/c.jpg"] is FileState.FAILED
    assert cards(database) == 3


def test_a_name_of_no_photo_is_refused(again: Again) -> None:
    with pytest.raises(UsageError, match="no photo"):
        again(Choice(name="nowhere.jpg"))
