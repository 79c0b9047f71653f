"""Whom each message is with: one-to-one messages by person and direction; groups credit nobody."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
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


# What becomes of the messages of a side: with whom they are, or why with nobody (-1), and in which
# of `DIRECTIONS`. A plain tuple: there are as many as sides of conversations.
_Fate = tuple[str, int, int]
_COUNTED = "one_to_one"
_MINUTE = 60  # seconds
_OUT, _IN, _UNKNOWN = range(3)
_WAY_OF = {direction: way for way, direction in enumerate(DIRECTIONS)}


def _nobody(why: str) -> _Fate:
    return why, -1, _UNKNOWN


_UNUSED = _nobody("unused")


def attribute_messages(
    messages: Messages, sides: Sequence[Parties], owner: Owner, acquaintances: Acquaintances
) -> Correspondence:
    """Return whom the messages are with; who is no connection is added to the people."""
    groups = in_groups(sides)
    firsts = np.full(len(sides), -1)  # of each side, the row it is first met in
    firsts[messages.side[::-1]] = np.arange(len(messages.side))[::-1]
    fates = [
        _fate(side, groups, owner, acquaintances, place) if place else _UNUSED
        for side, place in zip(sides, messages.places(firsts), strict=True)
    ]
    advertises = np.array([not side.sender.slug for side in sides], np.bool_)
    sponsored = messages.spinmail & advertises[messages.side]
    counted = np.array([why == _COUNTED for why, _, _ in fates], np.bool_)[messages.side]
    row = np.flatnonzero(counted & ~sponsored)
    side = messages.side[row]
    person = np.array([person for _, person, _ in fates], np.int32)[side]
    direction = np.array([way for _, _, way in fates], np.int8)[side]
    once = _once(messages, row, person, direction)
    return Correspondence(
        person=person[once],
        direction=direction[once],
        row=row[once],
        excerpts=_excerpts(messages, fates),
        counts=_counts(messages, fates, sponsored, len(row) - int(once.sum()))
        | {"inmail": int(messages.inmail[row[once]].sum())},
    )


def _fate(
    side: Parties,
    groups: set[str],
    owner: Owner,
    acquaintances: Acquaintances,
    place: tuple[str, int],
) -> _Fate:
    conversation, sender, recipients, direction, is_sponsored = side
    if is_sponsored:
        return _nobody("sponsored")
    if len(recipients) > 1 or conversation in groups:
        return _nobody("group")
    way = _WAY_OF[direction]
    if way == _UNKNOWN and (owner.name or owner.profile):
        way = _OUT if is_owner(sender, owner) else _IN
    if way == _UNKNOWN:
        known = [p for party in side.everybody if (p := acquaintances.known(party)) is not None]
        return (_COUNTED, known[0], way) if len(known) == 1 else _nobody("unattributed")
    others = recipients if way == _OUT else (sender,)
    if not others or others[0].is_gone:
        return _nobody("deleted_member")
    if is_owner(others[0], owner):
        return _nobody("to_self")
    person = acquaintances.found_or_added(others[0], conversation, place)
    return _nobody("ambiguous") if person is None else (_COUNTED, person, way)


def _once(messages: Messages, row: Numbers, person: Numbers, direction: Numbers) -> Flags:
    """Return which messages to count: of several exports, each message as often as in one."""
    export = messages.export[row]
    if not len(row) or export.min() == export.max():
        return np.ones(len(row), np.bool_)
    table = pd.DataFrame(
        {
            "person": person,
            "direction": direction,
            "minute": messages.sent[row] // _MINUTE,  # no export of 2018 has seconds
            "words": messages.hash[row],
            "export": export,
        }
    )
    table["ordinal"] = table.groupby(list(table.columns)).cumcount()
    return ~table.duplicated(["person", "direction", "minute", "words", "ordinal"]).to_numpy()


def _excerpts(messages: Messages, fates: Sequence[_Fate]) -> dict[int, str]:
    """Return the beginnings of the first and last message of each person, by row."""
    found: dict[int, str] = {}
    for ends, best in ((messages.words.first, min), (messages.words.last, max)):
        by_person: dict[int, list[Excerpt]] = defaultdict(list)
        for side, words in ends.items():
            why, person, _ = fates[side]
            if why == _COUNTED:
                by_person[person].append(words)
        for candidates in by_person.values():
            at = best(words.sent for words in candidates)
            found.update((w.row, excerpt(w.text)) for w in candidates if w.sent == at)
    return found


def _counts(
    messages: Messages, fates: Sequence[_Fate], sponsored: Flags, twice: int
) -> dict[str, int]:
    """Return what became of all messages, by name."""
    numbers = np.bincount(messages.side[~sponsored], minlength=len(fates))
    counts: Counter[str] = Counter()
    for (why, _, _), number in zip(fates, numbers.tolist(), strict=True):
        counts[why] += number
    del counts[_UNUSED[0]]
    counts["sponsored"] += int(sponsored.sum())
    counts[_COUNTED] -= twice
    return dict(sorted(counts.items())) | {"duplicate": twice, "draft": messages.drafts}
