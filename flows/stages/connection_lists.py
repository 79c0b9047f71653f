"""What changed from one list of connections to the next: who is gone, who is new, who moved."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from typing import TypeAlias

import store
from contacts.identifiers import ProfileSlug, RecordId, profile_slug, profile_url
from contacts.judgements import Judgement, Verdict
from contacts.news import NewsKind
from extractors.linkedin.difference import Change, Connection, Difference, difference, differs, job
from store.lists import ConnectionList

_DAY = len("2026-06-30")

Pair: TypeAlias = tuple[RecordId, RecordId]  # the older first


@dataclass(frozen=True, slots=True)
class ListChanges:
    """What the lists say, each beside the next one of its owner.

    `same` are records of one connection, before and after its profile address changed; `perhaps`
    are such as may be one. `rows` are those of `NEWS`, without persons. `first` is the place of the
    first list that each record stands in, `present` are the records that no newer list lacks.
    """

    same: tuple[Pair, ...] = ()
    perhaps: tuple[Pair, ...] = ()
    rows: tuple[Mapping[str, str | None], ...] = ()
    first: Mapping[str, int] = field(default_factory=dict)
    present: frozenset[str] = frozenset()

    def judgements(self) -> list[Judgement]:
        """Return what is sure as judgements."""
        return [Judgement(old, new, Verdict.SAME) for old, new in self.same]


def list_changes(tx: store.Transaction) -> ListChanges:
    """Return what changed between the lists of connections in the store.

    Where the user holds two records for two people, or is unsure, one is gone and one is new.
    """
    lists = store.lists.lists(tx)
    steps = list(_steps(lists))
    if not steps:
        return ListChanges()
    rolls = [_Roll.of(tx, one) for one in lists]
    first, last = _first_and_last(rolls)
    doubted = {
        frozenset((one.first, one.second))
        for one in store.acts.judgements(tx)
        if one.verdict is not Verdict.SAME
    }
    same: list[Pair] = []
    perhaps: list[Pair] = []
    rows: list[Mapping[str, str | None]] = []
    present = set(first)
    known: dict[str, Connection] = {}
    for older, newer in steps:
        old, new = rolls[older].with_last_jobs(known), rolls[newer]
        known |= old.connections
        leaving = {key for key in old.connections if last[key] == older and old.can_miss(key, new)}
        arriving = {key for key in new.connections if first[key] == newer}
        found = _for_good(_compared(old, new), leaving, arriving, doubted)
        moved = [change for change in found.same if change.old.key != change.new.key]
        known |= {change.new.key: change.old for change in moved}
        same += map(_pair, moved)
        perhaps += map(_pair, found.perhaps)
        rows += _rows(found, old, new)
        present -= {one.key for one in found.gone} | {old for old, _ in same}
    return ListChanges(
        tuple(dict.fromkeys(same)),
        tuple(dict.fromkeys(perhaps)),
        tuple(rows),
        first,
        frozenset(present),
    )


def _steps(lists: Sequence[ConnectionList]) -> Iterator[tuple[int, int]]:
    """Yield the places of each list and of the next one that is surely newer."""
    for place, older in enumerate(lists):
        for later, newer in enumerate(lists[place + 1 :], place + 1):
            if newer.as_of > older.as_of and newer.is_of_owner(older):
                yield place, later
                break


@dataclass(frozen=True, slots=True)
class _Roll:
    """A list and its rows, by record id."""

    about: ConnectionList
    connections: Mapping[str, Connection]
    locators: Mapping[str, str]

    @classmethod
    def of(cls, tx: store.Transaction, about: ConnectionList) -> "_Roll":
        """Return the rows of a list in the store."""
        frame = store.lists.members(tx, about.file_id)
        columns = {name: frame[name].fillna("").tolist() for name in frame.columns}
        keys, slugs = columns["record_id"], [profile_slug(url) or "" for url in columns["url"]]
        words = (columns[name] for name in ("company", "title", "email"))
        rows = zip(keys, columns["name"], columns["dated"], slugs, *words, strict=True)
        locators = dict(zip(keys, columns["locator"], strict=True))
        return cls(about, {row[0]: Connection(*row) for row in rows}, locators)

    def with_last_jobs(self, known: Mapping[str, Connection]) -> "_Roll":
        """Return the list with the job last `known` of those of whom it left out some of it."""
        filled = {
            key: _with_last_job(one, known[key]) if key in known else one
            for key, one in self.connections.items()
        }
        return replace(self, connections=filled)

    def can_miss(self, key: str, newer: "_Roll") -> bool:
        """Return whether somebody was connected when a newer list was made."""
        return self.connections[key].day <= newer.about.until


def _with_last_job(one: Connection, last: Connection) -> Connection:
    """Return somebody with what is missing of a job, unless the rest of it is another job."""
    for field_said in ("company", "position"):
        said = getattr(one, field_said)
        if said and differs(field_said, getattr(last, field_said), said):
            return one
    return replace(one, company=one.company or last.company, position=one.position or last.position)


def _compared(old: _Roll, new: _Roll) -> Difference:
    return difference(list(old.connections.values()), list(new.connections.values()))


def _first_and_last(rolls: Sequence[_Roll]) -> tuple[dict[str, int], dict[str, int]]:
    first: dict[str, int] = {}
    last: dict[str, int] = {}
    for place, roll in enumerate(rolls):
        for key in roll.connections:
            first.setdefault(key, place)
            last[key] = place
    return first, last


def _for_good(
    found: Difference,
    leaving: AbstractSet[str],
    arriving: AbstractSet[str],
    doubted: AbstractSet[frozenset[RecordId]],
) -> Difference:
    """Return the difference without those who come back later or were there before."""
    same: list[Change] = []
    gone, new = list(found.gone), list(found.new)
    for change in found.same:
        moves = change.old.key in leaving and change.new.key in arriving
        if change.old.key == change.new.key or (moves and frozenset(_pair(change)) not in doubted):
            same.append(change)
        else:
            gone.append(change.old)
            new.append(change.new)
    return Difference(
        new=tuple(one for one in new if one.key in arriving),
        gone=tuple(one for one in gone if one.key in leaving),
        same=tuple(same),
        perhaps=tuple(
            change
            for change in found.perhaps
            if change.old.key in leaving and change.new.key in arriving
        ),
    )


def _pair(change: Change) -> Pair:
    return RecordId(change.old.key), RecordId(change.new.key)


def _rows(found: Difference, old: _Roll, new: _Roll) -> Iterator[Mapping[str, str | None]]:
    """Yield the rows of `NEWS` that a difference makes."""
    told: list[tuple[NewsKind, Connection, _Roll, str | None, str | None]] = [
        (kind, change.new, new, _shown(kind, change.old), _shown(kind, change.new))
        for change in found.same
        for kind in change.kinds
    ]
    told += [(NewsKind.NEW_CONNECTION, one, new, None, job(one)) for one in found.new]
    told += [(NewsKind.GONE, one, old, job(one), None) for one in found.gone]
    for kind, one, roll, before, after in told:
        yield {
            "record_id": one.key,
            "kind": kind.value,
            "old": before or None,
            "new": after or None,
            "as_of": new.about.as_of[:_DAY] or None,
            "file": roll.about.file,
            "locator": roll.locators[one.key],
        }


def _shown(kind: NewsKind, one: Connection) -> str:
    if kind is NewsKind.NEW_JOB:
        return job(one)
    if kind is NewsKind.NEW_NAME:
        return one.name
    return profile_url(ProfileSlug(one.profile))
