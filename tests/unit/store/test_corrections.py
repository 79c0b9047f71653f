from collections.abc import Callable

import pytest

from contacts import frames
from contacts.extraction import Extraction
from store import Database, Transaction, acts, dump, records

AT = "2026-03-04T05:06:07Z"
Say = Callable[..., dict[str, int]]
Said = Callable[..., Extraction]


def correct(tx: Transaction, record_id: str, property_: str, *values: str) -> int:
    said = [{"value": value, "kind": "work"} for value in values]
    payload = {"record_id": record_id, "property": property_, "values": said}
    return acts.append(tx, acts.CORRECTION, payload, AT)


def claims(tx: Transaction) -> list[tuple[str, str, str, float]]:
    rows = frames.rows(records.current_claims(tx))
    return [
        (
            str(row["record_id"]),
            str(row["property"]),
            str(row["value"]),
            float(str(row["confidence"])),
        )
        for row in rows
    ]


@pytest.fixture(autouse=True)
def _two_people(say: Say, said: Said) -> None:
    say("aa", said({"a": "Ada", "b": "Bob"}, TITLE="CFO"))


def test_a_correction_stands_in_place_of_all_that_was_claimed(database: Database) -> None:
    with database.write() as tx:
        correct(tx, "a", "TITLE", "CEO", "Founder")
        assert claims(tx) == [
            ("a", "FN", "Ada", 1.0),
            ("a", "TITLE", "CEO", 1.0),
            ("a", "TITLE", "Founder", 1.0),
            ("b", "FN", "Bob", 1.0),
            ("b", "TITLE", "CFO", 1.0),
        ]
        (first, *_) = frames.rows(records.claimed(tx).query("locator == 'correction'"))
    assert (first["source"], first["dated"], first["kind"]) == ("linkedin", "2024-05-01", "work")


def test_a_correction_can_say_what_no_file_said(database: Database) -> None:
    with database.write() as tx:
        correct(tx, "b", "EMAIL", "bob@x.example")
        assert ("b", "EMAIL", "bob@x.example", 1.0) in claims(tx)


def test_a_correction_to_nothing_takes_the_property_away(database: Database) -> None:
    with database.write() as tx:
        before = claims(tx)
        act = correct(tx, "a", "TITLE")
        assert claims(tx) == [claim for claim in before if claim[:2] != ("a", "TITLE")]
        acts.undo(tx, act, AT)
        assert claims(tx) == before


def test_a_record_can_lose_all_it_says_and_get_it_back(database: Database) -> None:
    with database.write() as tx:
        before = claims(tx)
        done = [correct(tx, "a", "TITLE"), correct(tx, "a", "FN")]
        assert {claim[0] for claim in claims(tx)} == {"b"}
        for act in done:
            acts.undo(tx, act, AT)
        assert claims(tx) == before


def test_the_newest_correction_counts_and_undone_the_one_before_it(database: Database) -> None:
    with database.write() as tx:
        correct(tx, "a", "TITLE", "CEO")
        newest = correct(tx, "a", "TITLE", "Chair")
        assert ("a", "TITLE", "Chair", 1.0) in claims(tx)
        assert ("a", "TITLE", "CEO", 1.0) not in claims(tx)
        acts.undo(tx, newest, AT)
        assert ("a", "TITLE", "CEO", 1.0) in claims(tx)


def test_a_correction_outlives_what_its_file_says_next(
    database: Database, say: Say, said: Said
) -> None:
    with database.write() as tx:
        correct(tx, "a", "TITLE", "CEO")
    say("aa", said({"a": "Ada", "b": "Bob"}, TITLE="Clerk"))
    with database.read() as tx:
        assert ("a", "TITLE", "CEO", 1.0) in claims(tx)
        assert ("b", "TITLE", "Clerk", 1.0) in claims(tx)


def test_a_correction_rests_while_its_record_is_gone(
    database: Database, say: Say, said: Said
) -> None:
    with database.write() as tx:
        correct(tx, "a", "TITLE", "CEO")
    say("aa", said({"b": "Bob"}))
    with database.read() as tx:
        assert claims(tx) == [("b", "FN", "Bob", 1.0)]
    say("aa", said({"a": "Ada"}))
    with database.read() as tx:
        assert ("a", "TITLE", "CEO", 1.0) in claims(tx)


def test_the_dump_tells_what_holds(database: Database) -> None:
    with database.write() as tx:
        correct(tx, "a", "TITLE", "CEO")
        told = [line for line in dump.dump(tx) if '"type": "claim"' in line]
    assert len(told) == 4
    assert '"place": 1, "property": "TITLE", "value": "CEO"' in told[1]
