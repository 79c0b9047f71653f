"""Two archives of one owner side by side: the door `linkedin diff`."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from contacts.extraction import Notice, Rejection
from contacts.identifiers import folded_name
from extractors.linkedin.difference import (
    Change,
    Connection,
    Difference,
    difference,
    differs,
    job,
    may_lack_somebody,
)
from extractors.linkedin.door import Inspection, inspect

_FIELDS = ("name", "profile", "company", "position")


@dataclass(frozen=True, slots=True)
class Compared:
    """What the newer archive says otherwise; `refused` where one of them could not be read.

    Where the newer list `may_lack_somebody`, nobody is gone for sure.
    """

    difference: Difference
    warnings: Sequence[Notice]
    rejected: Sequence[Rejection]
    refused: bool
    may_lack_somebody: bool = False

    @property
    def gone(self) -> Sequence[Connection]:
        """Those who are gone for sure."""
        return () if self.may_lack_somebody else self.difference.gone

    @property
    def perhaps_gone(self) -> Sequence[Connection]:
        """Those who are missing where some of the newer list could not be read."""
        return self.difference.gone if self.may_lack_somebody else ()

    @property
    def counts(self) -> Mapping[str, int]:
        """How many are new, gone and changed, and of how many each field did."""
        found = self.difference
        fields = Counter(field for change in found.changed for field in _changed(change))
        return {
            "new": len(found.new),
            "gone": len(self.gone),
            "perhaps_gone": len(self.perhaps_gone),
            "changed": len(found.changed),
            "perhaps_the_same": len(found.perhaps),
            **{f"{field}_changed": fields[field] for field in _FIELDS},
        }

    def as_json(self) -> dict[str, object]:
        """Return the whole as plain values."""
        found = self.difference
        return {
            "counts": dict(self.counts),
            "new": [_person(one) for one in found.new],
            "gone": [_person(one) for one in self.gone],
            "perhaps_gone": [_person(one) for one in self.perhaps_gone],
            "changed": [
                _person(change.new) | {"kinds": list(change.kinds), "fields": _changed(change)}
                for change in found.changed
            ],
            "perhaps_the_same": [
                {"gone": _person(pair.old), "new": _person(pair.new)} for pair in found.perhaps
            ],
            "warnings": [asdict(notice) for notice in self.warnings],
            "rejected": [asdict(rejection) for rejection in self.rejected],
        }

    def lines(self) -> dict[str, list[str]]:
        """Return the lists in words, by their title."""
        found = self.difference
        return {
            "New": [_told(one) for one in found.new],
            "Gone": [_told(one) for one in self.gone],
            "Perhaps gone": [_told(one) for one in self.perhaps_gone],
            "Changed": [
                f"{change.new.name}: "
                + "; ".join(
                    f"{field} {said['old'] or 'nothing'} → {said['new'] or 'nothing'}"
                    for field, said in _changed(change).items()
                )
                for change in found.changed
            ],
            "Perhaps the same": [
                f"{_told(pair.old)} → {_told(pair.new)}" for pair in found.perhaps
            ],
        }


def compare(old: Path, new: Path) -> Compared:
    """Return what the list of connections of one archive says otherwise than that of another."""
    pair = inspect([old]), inspect([new])
    refused = any(one.refused for one in pair)
    before, after = map(_connections, pair)
    warnings = [
        replace(notice, file=_where(path, notice.file))
        for path, one in zip((old, new), pair, strict=True)
        for notice in one.warnings
    ]
    if not (after or refused):
        text = "lists no connections, so nobody counts as gone"
        warnings.append(Notice(new.name, None, "nobody_listed", text))
    rejected = [
        replace(rejection, file=_where(path, rejection.file))
        for path, one in zip((old, new), pair, strict=True)
        for rejection in one.rejected
    ]
    found = difference([] if refused else before, [] if refused else after)
    lacks = may_lack_somebody(pair[1].counts, pair[1].rejected)
    if lacks and found.gone:
        text = "was not read as a whole, so whoever is missing is only perhaps gone"
        warnings.append(Notice(new.name, None, "list_not_whole", text))
    return Compared(found, warnings, rejected, refused, lacks)


def _where(archive: Path, file: str) -> str:
    return "/".join(dict.fromkeys(filter(None, (archive.name, file))))


def _connections(archive: Inspection) -> list[Connection]:
    others = archive.counts.get("people_not_connected", 0)
    rows = archive.people[: len(archive.people) - others]
    often: Counter[str] = Counter()
    return [_connection(row, often) for row in rows]


def _connection(row: Mapping[str, object], often: Counter[str]) -> Connection:
    """Return a row of an inspection; `often` counts those of one name and day without profile."""

    def text(key: str) -> str:
        return str(row[key] or "")

    profile = text("profile") or text("profile_inferred")
    key = profile
    if not key:
        named = f"{folded_name(text('name'))}\t{text('connected_on')}"
        often[named] += 1
        key = f"{named}\t{often[named]}"
    return Connection(
        key=key,
        name=text("name"),
        day=text("connected_on"),
        profile=profile,
        company=text("company"),
        position=text("position"),
        email=text("email"),
    )


def _person(one: Connection) -> dict[str, object]:
    return {
        "name": one.name or None,
        "profile": one.profile or None,
        "company": one.company or None,
        "position": one.position or None,
        "email": one.email or None,
        "connected_on": one.day or None,
    }


def _changed(change: Change) -> dict[str, dict[str, str | None]]:
    """Return the fields that say something else, before and after."""
    pairs = {field: (getattr(change.old, field), getattr(change.new, field)) for field in _FIELDS}
    return {
        field: {"old": old or None, "new": new or None}
        for field, (old, new) in pairs.items()
        if differs(field, old, new)
    }


def _told(one: Connection) -> str:
    return ", ".join(filter(None, (one.name or one.email or one.profile, job(one))))
