"""What the user said, and when: rows are added, never changed, and every one can be undone."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, NamedTuple, TypeAlias

import pandas as pd
from sqlalchemy import func, insert, select

from contacts import frames
from contacts.claims import Property
from contacts.errors import UsageError
from contacts.identifiers import RecordId
from contacts.judgements import Judgement, Verdict
from contacts.ties import Answer
from store.bulk import in_parts
from store.database import Transaction
from store.tables import JSON, memberships
from store.tables import acts as acts_table

# payload: first, second (record ids), verdict; `besides`, more pairs of which it holds
JUDGEMENT: Final = "judgement"
# payload: record_id, answer; then, until, seconds where said; or `answers`, several of those.
ANSWER: Final = "answer"  # `on`: the local day, else that of `at`
HAPPENED: Final = "happened"  # payload: record_id, what (met, message), on, text
NOTE: Final = "note"  # payload: record_id, on, text
CORRECTION: Final = "correction"  # payload: record_id, property, values (each: value, kind)
ENCOUNTER: Final = "encounter"  # payload: record_ids, event (empty: none); corrects their events
REVERT: Final = "revert"  # payload: sha256 of a file whose import is taken back, its name
FOLLOW_UP: Final = "follow_up"  # payload: what, key, outcome, words, record_ids
UNDO: Final = "undo"
_OF_TIES: Final = frozenset({ANSWER, HAPPENED, NOTE, FOLLOW_UP})


class CorrectValue(NamedTuple):
    """What the user says a property is; `kind` is the vCard TYPE, or empty."""

    value: str
    kind: str = ""


class Said(NamedTuple):
    """A verdict, and the act it is of."""

    verdict: Verdict
    act: int


# By record id and property, all the values that it has.
Corrections: TypeAlias = Mapping[tuple[str, str], tuple[CorrectValue, ...]]


@dataclass(frozen=True, slots=True)
class Act:
    """One thing the user said; `at` is a UTC instant, `undoes` the act that this one takes back."""

    act: int
    kind: str
    payload: Mapping[str, Any]
    at: str
    undoes: int | None = None


def append(tx: Transaction, kind: str, payload: Mapping[str, JSON], at: str) -> int:
    """Add an act and return its number."""
    return _add(tx, kind, payload, at, undoes=None)


def undo(tx: Transaction, act: int, at: str) -> int:
    """Take an act back, by an act of its own that can be undone in turn; return its number.

    Raises:
        UsageError: there is no such act, or it was undone already.
    """
    log = history(tx)
    if act not in {entry.act for entry in log}:
        raise UsageError(f"act {act}", "is not in the log", f"the last one is {last(tx)}")
    if act in _undone(log):
        raise UsageError(f"act {act}", "was undone already")
    return _add(tx, UNDO, {}, at, undoes=act)


def history(tx: Transaction) -> list[Act]:
    """Return all acts in the order of the log, undone ones and undoings included."""
    columns = acts_table.c
    query = select(columns.act, columns.kind, columns.payload, columns.at, columns.undoes)
    return [Act(*row) for row in tx.execute(query.order_by(columns.act))]


def live(tx: Transaction, kind: str) -> list[Act]:
    """Return the acts of a kind that hold, oldest first."""
    log = history(tx)
    undone = _undone(log)
    return [entry for entry in log if entry.kind == kind and entry.act not in undone]


def held(tx: Transaction) -> list[Act]:
    """Return all acts that hold, oldest first; undoings are none of their own."""
    log = history(tx)
    undone = _undone(log)
    return [entry for entry in log if entry.undoes is None and entry.act not in undone]


def last(tx: Transaction) -> int:
    """Return the number of the last act, 0 before the first."""
    return tx.scalar(select(func.max(acts_table.c.act))) or 0


def change_people(tx: Transaction, since: int) -> bool:
    """Return whether an act after that one may change who is who, or what is known of them."""
    kinds: dict[int, str] = {}
    for entry in history(tx):
        kinds[entry.act] = entry.kind if entry.undoes is None else kinds[entry.undoes]
    return any(act > since and kind not in _OF_TIES for act, kind in kinds.items())


def judgements(tx: Transaction) -> list[Judgement]:
    """Return the newest judgement on each pair of records, oldest first, the smaller id first."""
    return [
        Judgement(RecordId(first), RecordId(second), said.verdict)
        for (first, second), said in verdicts(tx).items()
    ]


def verdicts(tx: Transaction) -> dict[tuple[str, str], Said]:
    """Return what was said last of each pair of records, oldest first, the smaller id first."""
    newest: dict[tuple[str, str], Said] = {}
    for entry in live(tx, JUDGEMENT):
        for pair in judged_pairs(entry):
            newest.pop(pair, None)
            newest[pair] = Said(Verdict(entry.payload["verdict"]), entry.act)
    return newest


def judged_pairs(judgement: Act) -> list[tuple[str, str]]:
    """Return the pairs of records of which a judgement holds, the smaller id first."""
    payload = judgement.payload
    pairs = [(payload["first"], payload["second"]), *payload.get("besides", ())]
    return [(min(one, other), max(one, other)) for one, other in pairs]


def reverts(tx: Transaction) -> dict[str, int]:
    """Return the acts that take back what files said, by the sha256 of the file."""
    return {str(entry.payload["sha256"]): entry.act for entry in live(tx, REVERT)}


def corrections(tx: Transaction) -> Corrections:
    """Return the newest correction of each property of each record."""
    newest: dict[tuple[str, str], tuple[CorrectValue, ...]] = {}
    said = [*live(tx, CORRECTION), *live(tx, ENCOUNTER)]
    for entry in sorted(said, key=lambda entry: entry.act):
        newest.update(_corrected(entry))
    return newest


def _corrected(entry: Act) -> dict[tuple[str, str], tuple[CorrectValue, ...]]:
    said = entry.payload
    if entry.kind == ENCOUNTER:
        event = (CorrectValue(said["event"]),) if said["event"] else ()
        return {(record_id, Property.EVENT.value): event for record_id in said["record_ids"]}
    values = tuple(CorrectValue(one["value"], one["kind"]) for one in said["values"])
    return {(said["record_id"], said["property"]): values}


def answer(tx: Transaction, said: Mapping[RecordId, Answer], on: date, at: str) -> int:
    """Add what was said of records on a local day, as one act; return its number."""
    answers = [{"record_id": record_id, **_answer_payload(one)} for record_id, one in said.items()]
    payload: Mapping[str, JSON] = answers[0] if len(answers) == 1 else {"answers": answers}
    return append(tx, ANSWER, {**payload, "on": on.isoformat()}, at)


def _answer_payload(said: Answer) -> dict[str, JSON]:
    values: dict[str, JSON] = {
        "answer": said.recall or said.then,
        "then": said.then if said.recall else None,
        "until": said.until.isoformat() if said.until else None,
        "seconds": said.seconds,
    }
    return {name: value for name, value in values.items() if value is not None}


def answers_of(act: Act) -> tuple[Mapping[str, Any], ...]:
    """Return the single answers of an act of that kind, each with its record id."""
    several: tuple[Mapping[str, Any], ...] = tuple(act.payload.get("answers", ()))
    return several or (act.payload,)


def answers(tx: Transaction) -> pd.DataFrame:
    """Return the answers that hold, as `ANSWERS`, oldest first.

    What is remembered and what to do are a row each. An answer is about the person who has the
    record now whose name was shown; it rests while nobody has it.
    """
    said = live(tx, ANSWER)
    persons = holders(tx, {one["record_id"] for entry in said for one in answers_of(entry)})
    return frames.ANSWERS.build(
        {"person": persons[one["record_id"]], "on": entry.payload.get("on") or day_of(entry), **row}
        for entry in said
        for one in answers_of(entry)
        if one["record_id"] in persons
        for row in _answer_rows(one)
    )


def _answer_rows(said: Mapping[str, Any]) -> Iterator[Mapping[str, object]]:
    words = [word for word in (said["answer"], said.get("then")) if word]
    for word in words:
        yield {"answer": word, "until": said.get("until") if word == words[-1] else None}


def day_of(act: Act) -> str:
    """Return the day of an act in UTC."""
    return act.at.partition("T")[0]


def holders(tx: Transaction, record_ids: Collection[str]) -> dict[str, str]:
    """Return the person who has each of these records now, where somebody has."""
    persons: dict[str, str] = {}
    for part in in_parts(sorted(record_ids)):
        query = select(memberships).where(memberships.c.record_id.in_(part))
        persons.update((record_id, person) for record_id, person in tx.execute(query))
    return persons


def _add(
    tx: Transaction, kind: str, payload: Mapping[str, JSON], at: str, *, undoes: int | None
) -> int:
    added = tx.execute(
        insert(acts_table).values(kind=kind, payload=dict(payload), at=at, undoes=undoes)
    )
    key = added.inserted_primary_key
    assert key is not None
    return int(key[0])


def _undone(log: list[Act]) -> set[int]:
    """Return the acts that are taken back by one that holds itself."""
    undone: set[int] = set()
    for entry in reversed(log):
        if entry.undoes is not None and entry.act not in undone:
            undone.add(entry.undoes)
    return undone
