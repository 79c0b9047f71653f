"""Whom each message is with: one-to-one messages by person and direction; groups credit nobody."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from contacts.extraction import Owner
from contacts.interactions import Direction
from extractors.linkedin.acquaintances import Acquaintances
from extractors.linkedin.messages import Excerpt, Flags, Messages, Numbers
from extractors.linkedin.owner import is_owner
from extractors.linkedin.sides import Parties, in_groups
from extractors.linkedin.wording import excerpt

DIRECTIONS = (Direction.OUT, Direction.IN, Direction.UNKNOWN)
_AT_BITS = 36  # seconds since 1970 fit below, the number of a side above


@dataclass(frozen=True, slots=True)
class Correspondence:
    """The one-to-one messages with people, row by row.

    `person` is a place among the people, `direction` one in `DIRECTIONS`, `row` one among all
    messages. `excerpts` are the beginnings of each person's first and last message, by row.
    `counts` says what became of all rows.
    """

    person: Numbers
    direction: Numbers
    row: Numbers
    excerpts: Mapping[int, str]
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class _Fate:
    """What becomes of the messages of a side: with whom, or why with nobody."""

    why: str
    person: int = -1
    direction: Direction = Direction.UNKNOWN


_COUNTED = "one_to_one"


def attribute(
    messages: Messages, sides: Sequence[Parties], owner: Owner, acquaintances: Acquaintances
) -> Correspondence:
    """Return whom the messages are with; who is no connection is added to the people."""
    groups = in_groups(sides)
    fates = [_Fate("unused")] * len(sides)
    numbers, firsts = np.unique(messages.side, return_index=True)
    for number, row in zip(numbers.tolist(), firsts.tolist(), strict=True):
        place = (messages.files[messages.file[row]], int(messages.line[row]))
        fates[number] = _fate(sides[number], groups, owner, acquaintances, place)
    advertises = np.array([not side.sender.slug for side in sides], np.bool_)
    sponsored = messages.spinmail & advertises[messages.side]
    counted = np.array([fate.why == _COUNTED for fate in fates], np.bool_)[messages.side]
    row = np.flatnonzero(counted & ~sponsored)
    side = messages.side[row]
    person = np.array([fate.person for fate in fates], np.int64)[side]
    direction = np.array([DIRECTIONS.index(fate.direction) for fate in fates], np.int64)[side]
    once = _once(messages, row, person, direction)
    return Correspondence(
        person=person[once],
        direction=direction[once],
        row=row[once],
        excerpts=_excerpts(messages, fates, row[once]),
        counts=_counts(messages, fates, sponsored, len(row) - int(once.sum())),
    )


def _fate(
    side: Parties,
    groups: set[str],
    owner: Owner,
    acquaintances: Acquaintances,
    place: tuple[str, int],
) -> _Fate:
    if side.is_sponsored:
        return _Fate("sponsored")
    if len(side.recipients) > 1 or side.conversation in groups:
        return _Fate("group")
    direction = side.direction
    if direction is Direction.UNKNOWN and (owner.name or owner.profile):
        direction = Direction.OUT if is_owner(side.sender, owner) else Direction.IN
    if direction is Direction.UNKNOWN:
        known = [p for party in side.everybody if (p := acquaintances.known(party)) is not None]
        return _Fate(_COUNTED, known[0]) if len(known) == 1 else _Fate("unattributed")
    others = side.recipients if direction is Direction.OUT else (side.sender,)
    if not others or others[0].is_gone:
        return _Fate("deleted_member")
    if is_owner(others[0], owner):
        return _Fate("to_self")
    person = acquaintances.found_or_added(others[0], side.conversation, place)
    return _Fate("ambiguous") if person is None else _Fate(_COUNTED, person, direction)


def _once(messages: Messages, row: Numbers, person: Numbers, direction: Numbers) -> Flags:
    """Return which messages to count: of several exports, each message as often as in one."""
    export = messages.export[row]
    if not len(row) or export.min() == export.max():
        return np.ones(len(row), np.bool_)
    table = pd.DataFrame(
        {
            "person": person,
            "direction": direction,
            "at": messages.sent[row],
            "words": messages.words[row],
            "export": export,
        }
    )
    table["ordinal"] = table.groupby(list(table.columns)).cumcount()
    return ~table.duplicated(["person", "direction", "at", "words", "ordinal"]).to_numpy()


def _excerpts(messages: Messages, fates: Sequence[_Fate], row: Numbers) -> dict[int, str]:
    """Return the beginnings of the first and last message of each person, by row."""
    key = (messages.side[row] << _AT_BITS) | messages.sent[row]
    order = np.argsort(key, kind="stable")
    found = {}
    for side, words in _first_and_last(messages, fates):
        at = np.searchsorted(key, (side << _AT_BITS) | words.sent, sorter=order)
        if at < len(order):
            place = int(row[order[at]])
            if int(messages.side[place]) == side and int(messages.sent[place]) == words.sent:
                found[place] = excerpt(words.text)
    return found


def _first_and_last(messages: Messages, fates: Sequence[_Fate]) -> Iterator[tuple[int, Excerpt]]:
    for ends, best in ((messages.first, min), (messages.last, max)):
        by_person: dict[int, list[tuple[int, Excerpt]]] = defaultdict(list)
        for side, words in ends.items():
            if fates[side].why == _COUNTED:
                by_person[fates[side].person].append((side, words))
        for candidates in by_person.values():
            at = best(words.sent for _, words in candidates)
            yield from ((side, words) for side, words in candidates if words.sent == at)


def _counts(
    messages: Messages, fates: Sequence[_Fate], sponsored: Flags, twice: int
) -> dict[str, int]:
    """Return what became of all messages, by name."""
    reasons = np.array([fate.why for fate in fates] or [""])[messages.side[~sponsored]]
    names, numbers = np.unique(reasons, return_counts=True)
    counts = dict(zip(names.tolist(), numbers.tolist(), strict=True))
    counts["sponsored"] = counts.get("sponsored", 0) + int(sponsored.sum())
    counts[_COUNTED] = counts.get(_COUNTED, 0) - twice
    return counts | {"duplicate": twice, "draft": messages.drafts}
