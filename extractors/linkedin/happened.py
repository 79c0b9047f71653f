"""What happened between the owner and the people of an archive, and what is quoted, as frames."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import chain

import numpy as np
import pandas as pd

from contacts import frames
from contacts.identifiers import RecordId
from contacts.interactions import Direction, InteractionKind, SentenceKind
from extractors.linkedin import dates
from extractors.linkedin.asking import asks
from extractors.linkedin.cells import tidy
from extractors.linkedin.correspondence import DIRECTIONS
from extractors.linkedin.endorsements import Endorsement
from extractors.linkedin.follows import Follow
from extractors.linkedin.messages import Numbers, Sentence
from extractors.linkedin.people import People
from extractors.linkedin.reading import Reading, Statement
from extractors.linkedin.wording import digest

_WAYS = np.array([direction.value for direction in DIRECTIONS], object)
_SPEAKERS = {  # whose sentences of each kind are kept
    SentenceKind.HINT: frozenset(DIRECTIONS),
    SentenceKind.PROMISE: frozenset({Direction.OUT}),
    SentenceKind.INTRODUCTION: frozenset({Direction.OUT}),
}
_Row = tuple[RecordId, InteractionKind, Direction, str | None, str, str]


def interactions(
    reading: Reading, ids: Sequence[RecordId], of_phone_book: Sequence[RecordId]
) -> pd.DataFrame:
    """Return all evidence; a note that is a first message too is there once."""
    imported = [
        (record, item.entry.day, f"{item.entry.file}:{item.entry.line}")
        for record, item in zip(of_phone_book, reading.phone_book, strict=True)
    ]
    parts = [
        _connected(reading.people, ids),
        _messages(reading, ids),
        frames.INTERACTIONS.build(map(_as_row, _single(reading, ids))),
        frames.INTERACTIONS.build(
            _as_row((record, InteractionKind.IMPORTED, Direction.UNKNOWN, day, "", where))
            for record, day, where in imported
        ),
    ]
    there = [part for part in parts if len(part)] or parts[:1]
    if len(there) == 1:
        return frames.INTERACTIONS.check(there[0])
    return frames.INTERACTIONS.typed(pd.concat(there, ignore_index=True))


def sentences(reading: Reading, ids: Sequence[RecordId]) -> pd.DataFrame:
    """Return the sentences that say how people met, that promise something or ask for it.

    Promises are the owner's; what is asked for stands in the last words of the others.
    """
    words, found = reading.messages.words, reading.correspondence
    place = dict(zip(found.row.tolist(), range(len(found.row)), strict=True))
    kept = [
        one
        for one in words.sentences
        if one.row in place and DIRECTIONS[found.direction[place[one.row]]] in _SPEAKERS[one.kind]
    ]
    kept += _asked(reading)
    rows = np.array([one.row for one in kept], np.int64)
    places = np.array([place[one.row] for one in kept], np.int64)
    moments = dates.utc(reading.messages.sent[rows])
    return frames.SENTENCES.typed(
        pd.DataFrame({
            "record_id": [ids[person] for person in found.person[places].tolist()],
            "kind": [one.kind.value for one in kept],
            "direction": _WAYS[found.direction[places]],
            "on": [moment[:10] for moment in moments],
            "at": moments,
            "text": [tidy(one.text) for one in kept],
            "locator": _places(reading, rows),
        })
    )  # fmt: skip


def _asked(reading: Reading) -> Iterator[Sentence]:
    """Yield what the others ask for in the last words of a correspondence."""
    found, sent = reading.correspondence, reading.messages.sent
    order = np.lexsort((sent[found.row], found.person))
    is_last = np.diff(found.person[order], append=-1) != 0
    last = order[is_last & (found.direction[order] == DIRECTIONS.index(Direction.IN))]
    waiting = set(found.row[last].tolist())
    for one in reading.messages.words.last.values():
        if one.row in waiting and (asked := asks(one.whole)):
            yield Sentence(one.row, SentenceKind.LOOP, asked)


def _connected(people: People, ids: Sequence[RecordId]) -> pd.DataFrame:
    """Return who was connected with when; a column is made at once, for a million people."""
    days = np.array(people.day[: people.connected], object)
    places = np.flatnonzero(days)
    size = len(places)
    kind, direction, nothing = (  # one object each; `np.full` makes a million
        np.repeat(np.array([value], object), size)
        for value in (InteractionKind.CONNECTED.value, Direction.BOTH.value, np.nan)
    )
    columns = {
        "record_id": np.array(ids, object)[places],
        "kind": kind,
        "direction": direction,
        "on": days[places],
        "at": nothing,
        "recipients": np.ones(size, np.int64),
        "text": nothing,
        "digest": nothing,
        "locator": np.array(people.where, object)[places],
    }
    typed = {
        name: pd.Series(column, dtype=None if name == "recipients" else "str", copy=False)
        for name, column in columns.items()
    }
    return pd.DataFrame(typed, copy=False)


def _messages(reading: Reading, ids: Sequence[RecordId]) -> pd.DataFrame:
    mail, found = reading.messages, reading.correspondence
    kept = ~_note_copies(reading)
    rows = found.row[kept]
    places = rows.tolist()
    moments = dates.utc(mail.sent[rows])
    kinds = np.array([InteractionKind.MESSAGE.value, InteractionKind.ONE_TAP.value], object)
    texts = {**found.excerpts, **mail.words.text}
    return pd.DataFrame({
        "record_id": [ids[person] for person in found.person[kept].tolist()],
        "kind": kinds[mail.one_tap[rows].astype(np.int8)],
        "direction": _WAYS[found.direction[kept]],
        "on": [moment[:10] for moment in moments],
        "at": moments,
        "recipients": 1,
        "text": [texts.get(row) for row in places],
        "digest": [mail.words.digest[row] for row in places],
        "locator": _places(reading, rows),
    })  # fmt: skip


def _places(reading: Reading, rows: Numbers) -> list[str]:
    mail = reading.messages
    files, lines = mail.file[rows].tolist(), mail.line[rows].tolist()
    return [f"{mail.files[file]}:{line}" for file, line in zip(files, lines, strict=True)]


def _note_copies(reading: Reading) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Return which messages are the note of an invitation once more: of equal ones, one a note."""
    found, digests = reading.correspondence, reading.messages.words.digest
    notes = {
        (item.person, DIRECTIONS.index(item.direction), digest(item.invitation.note))
        for item in reading.invitations
        if item.invitation.note
    }
    copies = np.zeros(len(found.row), np.bool_)
    noted = np.isin(found.person, np.array([person for person, _, _ in notes], np.int64))
    candidates = np.flatnonzero(noted)
    for place in candidates[np.argsort(reading.messages.sent[found.row[candidates]])].tolist():
        key = (int(found.person[place]), int(found.direction[place]), digests[found.row[place]])
        if key in notes:
            notes.remove(key)
            copies[place] = True
    return copies


def _single(reading: Reading, ids: Sequence[RecordId]) -> Iterator[_Row]:
    """Yield what happens once or a few times with somebody: invitations, praise, follows."""
    for item in reading.invitations:
        note, where = item.invitation.note, f"{item.invitation.file}:{item.invitation.line}"
        moment = dates.utc_or_none(item.invitation.sent_at)
        yield ids[item.person], InteractionKind.INVITED, item.direction, moment, note, where
    for person, said in chain.from_iterable(reading.statements.values()):
        if isinstance(said, Follow) and _comes_with(reading.people.day[person], said.day):
            continue
        kind, direction, words = _kind(said)
        yield ids[person], kind, direction, said.day, words, f"{said.file}:{said.line}"


def _comes_with(connected: str, followed: str) -> bool:
    """Return whether somebody is followed for the connection: LinkedIn does so unasked."""
    if not (connected and followed):
        return False
    return abs(date.fromisoformat(connected) - date.fromisoformat(followed)) <= timedelta(days=1)


def _kind(said: Statement) -> tuple[InteractionKind, Direction, str]:
    if isinstance(said, Follow):
        return InteractionKind.FOLLOWED, Direction.OUT, ""
    direction = Direction.OUT if said.given else Direction.IN
    if isinstance(said, Endorsement):
        return InteractionKind.ENDORSED, direction, said.skill
    return InteractionKind.RECOMMENDED, direction, said.text


def _as_row(row: _Row) -> dict[str, object]:
    record, kind, direction, moment, words, where = row
    return {
        "record_id": record,
        "kind": kind.value,
        "direction": direction.value,
        "on": moment[:10] if moment else None,
        "at": moment if moment and "T" in moment else None,
        "recipients": 1,
        "text": words or None,
        "digest": digest(words) if words else None,
        "locator": where,
    }
