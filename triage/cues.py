"""People of whom the evidence says too little, in groups that share a cue.

For them no number helps; a list of names from one evening does. Each stands in one group, that of
the best cue: the event, the day (many at once were one occasion), the company, the year.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

import pandas as pd

from contacts import frames
from contacts.identifiers import PersonId, folded_name
from contacts.interactions import InteractionKind
from contacts.report import CueGroup
from contacts.ties import TieClass
from contacts.wording import spoken_day, spoken_month

BURST = 5  # judgement: so many of one day were one occasion
COLLEAGUES = 3  # judgement: below, a group is no shorter to read than its people
MOST = 60  # of a group: three screens of twenty
ORDER = ("event", "same_day", "company", "year", "")  # "" is no cue at all
_DAYS = {
    InteractionKind.CARD.value: "Cards of ",
    InteractionKind.CONNECTED.value: "Connected on ",
}


class Member(NamedTuple):
    """Somebody of a group, and the one day on record."""

    person: str
    on: str | None


def groups(
    ties: pd.DataFrame, people: pd.DataFrame, evidence: pd.DataFrame
) -> tuple[CueGroup, ...]:
    """Return the cannot-tells, each in one group of at most 60, the most useful groups first.

    Frames of those names. Within one kind of cue the largest group comes first; a year that is too
    large is parted into months, anything else into numbered parts by name.
    """
    unsure = ties.loc[ties["tie_class"] == TieClass.CANNOT_TELL.value, ["person", "last_contact"]]
    rows = unsure.rename(columns={"last_contact": "on"}).merge(people, on="person")
    rows = rows.merge(_happenings(evidence), on=["person", "on"], how="left")
    rows = rows.sort_values(["name", "person"], kind="stable")
    rows["cue"], rows["label"] = _cues(rows)
    members: defaultdict[tuple[str, str], list[Member]] = defaultdict(list)
    for cue, label, *member in zip(
        *(frames.values(rows[name]) for name in ("cue", "label", "person", "on")), strict=True
    ):
        members[cue, label].append(Member(*member))
    ordered = sorted(
        members.items(), key=lambda group: _usefulness(group[0][0], group[0][1], group[1])
    )
    return tuple(part for (cue, label), some in ordered for part in _parted(cue, label, some))


def _happenings(evidence: pd.DataFrame) -> pd.DataFrame:
    """Return person, day and kind of what happened; of several on a day a card or connection.

    A cannot-tell has one date, which its tie has judged usable: this only says what it stands for.
    """
    dated = evidence.loc[evidence["on"].notna(), ["person", "on", "kind"]]
    return dated.sort_values("kind", kind="stable").drop_duplicates(["person", "on"])


def _cues(rows: pd.DataFrame) -> tuple[pd.Series, pd.Series]:
    """Return the best cue of each row that enough of those without a better one share."""
    connected = rows["kind"] == InteractionKind.CONNECTED.value
    happened = rows["kind"].map(_DAYS).fillna("Heard of on ")
    day = happened + rows["on"].map(
        lambda on: spoken_day(date.fromisoformat(on)), na_action="ignore"
    )
    since = connected.map({True: "Connected in ", False: "Heard of in "})
    cue, label = pd.Series("", index=rows.index), pd.Series("Undated", index=rows.index)
    for name, candidates, least in (
        ("event", _spelled_alike(rows["event"]), COLLEAGUES),
        ("same_day", day, BURST),
        ("company", _spelled_alike(rows["company"]), COLLEAGUES),
        ("year", since + rows["on"].str.slice(0, 4), 1),
    ):
        left = candidates.where(cue == "")
        shared = left.map(left.value_counts()) >= least
        cue, label = cue.mask(shared, name), label.mask(shared, left)
    return cue, label


def _spelled_alike(names: pd.Series) -> pd.Series:
    """Return the names with all spellings of one by the first in the alphabet."""
    folded = names.map(lambda name: folded_name(name) or None, na_action="ignore")
    spelled = pd.DataFrame({"folded": folded, "name": names}).dropna().sort_values("name")
    return folded.map(spelled.drop_duplicates("folded").set_index("folded")["name"])


def _usefulness(cue: str, label: str, members: Sequence[Member]) -> tuple[int, int, str]:
    """Return what the groups are sorted by: the cue, then the newest year or the largest group."""
    first = -int(str(members[0].on)[:4]) if cue == "year" else -len(members)
    return ORDER.index(cue), first, label


def _parted(cue: str, label: str, members: Sequence[Member]) -> Iterator[CueGroup]:
    """Yield the group whole, or in parts of at most 60: a year by its months."""
    if cue == "year" and len(members) > MOST:
        stem = label.rpartition(" ")[0]
        for month in sorted({str(member.on)[:7] for member in members}):
            some = [member for member in members if str(member.on).startswith(month)]
            first = date.fromisoformat(f"{month}-01")
            yield from _numbered(cue, f"{stem} {spoken_month(first)}", some)
    else:
        yield from _numbered(cue, label, members)


def _numbered(cue: str, label: str, members: Sequence[Member]) -> Iterator[CueGroup]:
    count = -(-len(members) // MOST)
    for part in range(count):
        some = members[part * MOST : (part + 1) * MOST]
        name = label if count == 1 else f"{label} ({part + 1} of {count})"
        yield CueGroup(cue, name, tuple(PersonId(member.person) for member in some))
