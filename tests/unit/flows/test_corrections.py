"""Corrections and undoings as the commands make them, over cards that an engine did not read."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import store
from contacts.claims import Property
from contacts.errors import UsageError
from contacts.identifiers import card_id
from contacts.readings import CardReading, PhotoReading, TypedPhone
from contacts.sources import SourceFile, SourceKind
from extractors.card_records import extraction
from flows.corrections import correct
from flows.undoing import told_acts, undo

AT = "2026-03-04T05:06:07Z"
ONE, TWO = "a" * 64, "b" * 64
ADA = CardReading(
    name="Ada Lind",
    title="CFO",
    phones=("+46 70 123 45 67",),
    phones_typed=(TypedPhone("+46 70 123 45 67", "fax", "+46701234567"),),
    confidence={"name": 0.9, "title": 0.6, "phones": 0.9},
)
BO = CardReading(name="Bo Ek", confidence={"name": 0.9})


@pytest.fixture
def database(tmp_path: Path) -> Iterator[store.Database]:
    opened = store.Database.open(f"sqlite:///{tmp_path}/weakties.db")
    for sha256, name, cards in ((ONE, "Fair/a.jpg", (ADA,)), (TWO, "b.jpg", (ADA, BO))):
        reading = PhotoReading(name, "fake 1", 0.1, cards=cards, crops=(b"x",) * len(cards))
        names = (f"cards/{name}",)
        with opened.write() as tx:
            store.sources.note(tx, [SourceFile(sha256, SourceKind.CARD_PHOTO, 9, names)])
            store.records.write(tx, sha256, extraction([reading], sha256, names))
    yield opened
    opened.close()


def values(database: store.Database, record_id: str, property_: Property) -> list[str]:
    with database.read() as tx:
        claims = store.records.claimed(tx, [record_id])
    return list(claims.loc[claims["property"] == property_.value, "value"])


@pytest.mark.parametrize(
    "which",
    [card_id(ONE, 1), "cards/Fair/a.jpg", "a.jpg", "Fair/a.jpg", "/h/inbox/cards/Fair/a.jpg"],
)
def test_a_record_is_named_by_its_id_or_its_photo(database: store.Database, which: str) -> None:
    done = correct(database, Path("/h/inbox"), which, Property.TITLE, ["Chief", "Engineer"], AT)
    assert (done.before, done.after) == (("CFO",), ("Chief Engineer",))
    assert values(database, card_id(ONE, 1), Property.TITLE) == ["Chief Engineer"]


def test_what_is_so_already_is_no_act(database: store.Database) -> None:
    assert correct(database, Path(), "a.jpg", Property.TITLE, ["CFO"], AT).act == 0
    assert told_acts(database) == []


def test_a_number_that_was_there_keeps_what_it_is_for(database: store.Database) -> None:
    words = ["070-123 45 67", "+46 8 123 456 78"]
    correct(database, Path(), "a.jpg", Property.PHONE, words, AT, region="SE")
    with database.read() as tx:
        claims = store.records.claimed(tx, [card_id(ONE, 1)])
    phones = claims[claims["property"] == Property.PHONE.value]
    assert list(zip(phones["value"], phones["kind"], strict=True)) == [
        ("+46701234567", "fax"),
        ("+46812345678", "work"),
    ]


@pytest.mark.parametrize(
    ("which", "told"),
    [
        ("b.jpg", f"has 2 cards: {card_id(TWO, 1)} (Ada Lind), {card_id(TWO, 2)} (Bo Ek)"),
        ("nowhere.jpg", "is no photo that was ever read"),
        ("c0123456789abcdef", "is no record"),
        (".jpg", "is no photo"),
    ],
)
def test_a_name_that_is_not_one_card_is_refused(
    database: store.Database, which: str, told: str
) -> None:
    with pytest.raises(UsageError) as raised:
        correct(database, Path(), which, Property.NAME, ["X"], AT)
    assert told in str(raised.value)
    assert told_acts(database) == []


def test_the_last_act_is_taken_back_first_and_can_be_brought_back(
    database: store.Database,
) -> None:
    for word in ("CEO", "Chair"):
        correct(database, Path(), "a.jpg", Property.TITLE, [word], AT)
    undone = undo(database, None, AT)
    assert undone.taken_back.words == f"the title of Ada Lind ({card_id(ONE, 1)}) is Chair"
    assert values(database, card_id(ONE, 1), Property.TITLE) == ["CEO"]
    assert undo(database, undone.act, AT).taken_back.words == "act 2 was taken back"
    assert values(database, card_id(ONE, 1), Property.TITLE) == ["Chair"]
    assert [act.act for act in told_acts(database)] == [1, 2]
    undo(database, None, AT)
    undo(database, None, AT)
    with pytest.raises(UsageError, match="nothing to take back"):
        undo(database, None, AT)
    assert values(database, card_id(ONE, 1), Property.TITLE) == ["CFO"]


def test_every_kind_of_act_has_words(database: store.Database) -> None:
    ada, bo = card_id(ONE, 1), card_id(TWO, 2)
    said = [
        (store.acts.JUDGEMENT, {"first": ada, "second": bo, "verdict": "different"}),
        (
            store.acts.JUDGEMENT,
            {"first": ada, "second": bo, "verdict": "same", "besides": [[ada, "l1"]]},
        ),
        (
            store.acts.JUDGEMENT,
            {"first": ada, "second": bo, "verdict": "different", "besides": [[ada, "l1"]]},
        ),
        (store.acts.ANSWER, {"record_id": bo, "answer": "no_idea"}),
        (store.acts.ENCOUNTER, {"record_ids": [ada, bo], "event": "PyCon"}),
        (
            store.acts.CORRECTION,
            {"record_id": "c0123456789abcdef", "property": "EMAIL", "values": []},
        ),
        ("of a later version", {}),
    ]
    with database.write() as tx:
        for kind, payload in said:
            store.acts.append(tx, kind, payload, AT)
    assert [act.words for act in told_acts(database)] == [
        f"Ada Lind ({ada}) and Bo Ek ({bo}) are two people",
        f"Ada Lind ({ada}), Bo Ek ({bo}) and l1 are one person",
        (
            f"Ada Lind ({ada}) and Bo Ek ({bo}) are two people, and so for 1 other pair of their "
            "records"
        ),
        f"Bo Ek ({bo}): no idea",
        "2 cards of one encounter: PyCon",
        "the email of c0123456789abcdef is nothing",
        "of a later version",
    ]
