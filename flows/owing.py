"""What the user owes people: listed, settled, and letters begun."""

from collections.abc import Mapping
from datetime import date

import store
from contacts import frames
from contacts.errors import UsageError
from contacts.identifiers import folded_name
from contacts.owed import FollowUp, Outcome, OwedKind
from contacts.report import Matter
from flows.stages.assess import evidence_of, people_of
from flows.stages.owed import Told, owed, records_of
from triage import drafts as letters

_SHOWN = 9
Row = Mapping[str, object]
_IN_COMMON = {"company": "You are both at {}.", "event": "I have cards of you both from {}."}


def matters(database: store.Database) -> tuple[Matter, ...]:
    """Return all matters as of what was assessed last, settled promises too."""
    with database.read() as tx:
        return _matters(tx)


def _matters(tx: store.Transaction) -> tuple[Matter, ...]:
    derived = store.ties.derived(tx)
    if derived is None:
        return ()
    people = people_of(tx)
    told = Told(store.ties.ties(tx), people, evidence_of(tx, people))
    return owed(tx, told, date.fromisoformat(derived.as_of))


def settled(database: store.Database, handle: str, outcome: Outcome, at: str) -> tuple[Matter, int]:
    """Note what became of a matter, `at` a UTC instant; returns it and the act.

    Raises:
        UsageError: no matter has that key, or several begin with it.
    """
    with database.write() as tx:
        found = _meant(_matters(tx), handle)
        records = records_of(tx, found.people)
        what = FollowUp(found.what)
        act = store.follow_ups.settle(tx, what, found.key, outcome, found.text, at, records)
    return found, act


def drafts(database: store.Database, handle: str) -> tuple[str, ...]:
    """Return the letter that a matter asks for; of an introduction one to each side.

    Raises:
        UsageError: no matter has that key, or several begin with it.
    """
    with database.read() as tx:
        found = _meant(_matters(tx), handle)
        people = {str(row["person"]): row for row in frames.rows(people_of(tx))}
    on = date.fromisoformat(found.on) if found.on else None
    name, words = found.names[0], found.words or ""
    match FollowUp(found.what):
        case FollowUp.LOOP:
            assert on  # a loop is a dated message
            return (letters.answer(name, on, words),)
        case FollowUp.PROMISE:
            return (letters.keep(name, words, on),)
        case FollowUp.GIVE_BACK:
            return (letters.thank(name, OwedKind(found.kind), on),)
        case FollowUp.INTRODUCTION:
            one, other = (people[person] for person in found.people)
            return letters.introduce(_side(one), _side(other), _in_common(one, other))


def _meant(found: tuple[Matter, ...], handle: str) -> Matter:
    """Return the matter whose key begins so."""
    wanted = handle.strip().casefold()
    meant = [one for one in found if wanted and one.key.startswith(wanted)]
    if not meant:
        raise UsageError(f"key {handle!r}", "is of no matter", "weakties owed --all lists them")
    if len(meant) > 1:
        longer = ", ".join(one.handle for one in meant[:_SHOWN])
        raise UsageError(f"key {handle!r}", f"is the beginning of {len(meant)}", longer)
    return meant[0]


def _side(row: Row) -> letters.Side:
    return letters.Side(*(str(row[column] or "") for column in ("name", "title", "company")))


def _in_common(one: Row, other: Row) -> str:
    """Return what both may read of why they should know each other."""
    for column, words in _IN_COMMON.items():
        if folded_name(str(one[column] or "")) == folded_name(str(other[column] or "")) != "":
            return words.format(one[column])
    return ""
