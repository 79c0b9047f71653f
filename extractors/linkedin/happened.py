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
from extractors.linkedin.cells import tidy
from extractors.linkedin.correspondence import DIRECTIONS
from extractors.linkedin.endorsements import Endorsement
from extractors.linkedin.follows import Follow
from extractors.linkedin.messages import Numbers
from extractors.linkedin.people import People
from extractors.linkedin.reading import Reading, Statement
from extractors.linkedin.wording import digest

_WAYS = np.array([direction.value for direction in DIRECTIONS], object)
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
    return frames.INTERACTIONS.typed(pd.concat(parts, ignore_index=True))


def sentences(reading: Reading, ids: Sequence[RecordId]) -> pd.DataFrame:
    """Return the sentences of messages that say how people met."""
    hints, found = reading.messages.words.hint, reading.correspondence
    chosen = np.flatnonzero(np.isin(found.row, np.fromiter(hints, np.int64, len(hints))))
    rows = found.row[chosen]
    moments = dates.utc(reading.messages.sent[rows])
    return frames.SENTENCES.typed(
        pd.DataFrame({
            "record_id": [ids[person] for person in found.person[chosen].tolist()],
            "kind": SentenceKind.HINT.value,
            "direction": _WAYS[found.direction[chosen]],
            "on": [moment[:10] for moment in moments],
            "at": moments,
            "text": [tidy(hints[row]) for row in rows.tolist()],
            "locator": _places(reading, rows),
        })
    )  # fmt: skip


def _connected(people: People, ids: Sequence[RecordId]) -> pd.DataFrame:
    places = [place for place in range(people.connected) if people.day[place]]
    return pd.DataFrame({
        "record_id": [ids[place] for place in places],
        "kind": InteractionKind.CONNECTED.value,
        "direction": Direction.BOTH.value,
        "on": [people.day[place] for place in places],
        "at": None,
        "recipients": 1,
        "text": None,
        "digest": None,
        "locator": [people.where[place] for place in places],
    })  # fmt: skip


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
