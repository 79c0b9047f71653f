"""What files say of their owner, kept by file and read as one."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from contacts import frames
from contacts.extraction import Extraction, Owner
from contacts.identifiers import minted_person_id
from contacts.interactions import Direction, SentenceKind
from contacts.owner import OwnerEvent, OwnerPeriod, PeriodKind
from store import Database, acts, owner, people, records

Said = Callable[..., Extraction]
Say = Callable[..., dict[str, int]]

_FAIR = OwnerEvent("Port Fair", date(2024, 3, 5), date(2024, 3, 6), "", "Events.csv:2")


def _job(organisation: str, end: date | None = None) -> OwnerPeriod:
    start = date(2019, 3, 1)
    return OwnerPeriod(PeriodKind.JOB, organisation, "Clerk", start, end, "Positions.csv:2")


def test_jobs_are_those_of_the_newest_file_and_know_it(
    database: Database, say: Say, said: Said
) -> None:
    left = replace(said({"a": "Ada"}, day="2025-01-01"), periods=(_job("Bolt", date(2024, 6, 30)),))
    say("new", left)
    say("old", replace(said({"a": "Ada"}, day="2023-01-01"), periods=(_job("Bolt"),)))
    with database.read() as tx:
        (found,) = owner.periods(tx)
    assert (found.end, found.file) == (date(2024, 6, 30), "linkedin/new.csv")


def test_a_newer_file_that_tells_no_job_hides_none(
    database: Database, say: Say, said: Said
) -> None:
    say("old", replace(said({"a": "Ada"}, day="2023-01-01"), periods=(_job("Bolt"),)))
    say("new", said({"a": "Ada"}, day="2025-01-01"))
    with database.read() as tx:
        assert [one.organisation for one in owner.periods(tx)] == ["Bolt"]


def test_an_event_that_two_files_tell_was_one(database: Database, say: Say, said: Said) -> None:
    other = replace(_FAIR, name="Sail Day")
    say("old", replace(said({"a": "Ada"}, day="2024-04-01"), events=(_FAIR, other)))
    say("new", replace(said({"a": "Ada"}, day="2025-01-01"), events=(_FAIR,)))
    with database.read() as tx:
        found = owner.events(tx)
    assert [(one.name, one.file) for one in found] == [
        ("Port Fair", "linkedin/new.csv"),
        ("Sail Day", "linkedin/old.csv"),
    ]


def test_the_owner_is_all_that_the_files_know_of_them(
    database: Database, say: Say, said: Said
) -> None:
    say("old", replace(said({"a": "Ada"}), owner=Owner("Mira Old", "mira", ("m@a.example",))))
    known = Owner("Mira New", "", ("m@b.example", "m@a.example"), ("+1 555 0100",))
    say("new", replace(said({"a": "Ada"}, day="2025-01-01"), owner=known))
    with database.read() as tx:
        found = owner.owner(tx)
    mails = ("m@b.example", "m@a.example")
    assert found == Owner("Mira New", "mira", mails, ("+1 555 0100",))


def test_what_was_taken_back_is_not_said_of_the_owner(
    database: Database, say: Say, said: Said
) -> None:
    told = replace(said({"a": "Ada"}), owner=Owner("Mira"), periods=(_job("Bolt"),))
    say("one", replace(told, events=(_FAIR,)))
    with database.write() as tx:
        acts.append(tx, acts.REVERT, {"sha256": "one", "file": "one.csv"}, "2026-01-01T00:00:00Z")
        assert owner.owner(tx) == Owner()
        assert owner.periods(tx) == ()
        assert owner.events(tx) == ()


def test_what_a_file_said_before_is_replaced(database: Database, say: Say, said: Said) -> None:
    told = replace(said({"a": "Ada"}), owner=Owner("Mira"), periods=(_job("Bolt"),))
    say("one", told)
    say("one", replace(told, periods=(_job("Nut"),), owner=Owner("Mira Vale")))
    with database.read() as tx:
        assert [one.organisation for one in owner.periods(tx)] == ["Nut"]
        assert owner.owner(tx).name == "Mira Vale"


def test_a_sentence_belongs_to_the_person_and_is_told_once(
    database: Database, say: Say, said: Said
) -> None:
    sentence = {
        "record_id": "a",
        "kind": SentenceKind.HINT.value,
        "direction": Direction.IN.value,
        "on": "2024-05-02",
        "at": "2024-05-02T10:00:00Z",
        "text": "It was good to talk after the panel.",
        "locator": "messages.csv:7",
    }
    kept = frames.SENTENCES.build([sentence])
    say("old", replace(said({"a": "Ada"}, day="2024-06-01"), sentences=kept))
    say("new", replace(said({"a": "Ada"}, day="2025-01-01"), sentences=kept))
    with database.write() as tx:
        people.assign(tx, frames.CLUSTERS.build([{"record_id": "a", "cluster_id": "a"}]))
        (row,) = frames.rows(records.said(tx))
    assert row["person"] == minted_person_id("a")
    assert row["file"] == "linkedin/new.csv"
    assert row["text"] == sentence["text"]
