"""What is owed, by kind: titles, and the lists that machines read."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from contacts.owed import FollowUp, LoopState
from contacts.report import Matter, Origin

_WAITING, _SILENT, _OLD = (
    "They wait for your answer",
    "They wrote last",
    "They wrote last, long ago",
)
_TITLES: Mapping[FollowUp, str] = {
    FollowUp.PROMISE: "You promised",
    FollowUp.GIVE_BACK: "You could give back",
    FollowUp.INTRODUCTION: "You could introduce",
}


SHOWN = 12  # of a list; what is left is counted
FEW = 3  # of a list that hardly wants anything done
MEANING = (
    "What you owe people, and could do for them. `weakties draft KEY` begins a letter, "
    "`weakties settle KEY done` (or `broken`, `dismissed`) closes a matter."
)
NOTHING = "You owe nobody anything that is on record."


@dataclass(frozen=True, slots=True)
class OwedList:
    """Matters of one kind; `folded` are such as hardly want anything done any more."""

    title: str
    matters: tuple[Matter, ...]
    folded: bool = False

    @property
    def shown(self) -> tuple[Matter, ...]:
        """The first few."""
        return self.matters[: FEW if self.folded else SHOWN]

    @property
    def more(self) -> str:
        """How many more there are and where; empty where all are shown."""
        left = len(self.matters) - len(self.shown)
        return f"and {left} more: weakties owed --all" if left else ""


def wanted(lists: Iterable[OwedList]) -> int:
    """Return how many matters want something done."""
    return sum(len(one.matters) for one in lists if not one.folded)


def by_kind(owed: Iterable[Matter]) -> tuple[OwedList, ...]:
    """Return the matters in lists, each in its order, without empty lists."""
    lists: dict[str, list[Matter]] = {
        title: [] for title in (_WAITING, *_TITLES.values(), _SILENT, _OLD)
    }
    for matter in owed:
        lists[_title(matter)].append(matter)
    return tuple(
        OwedList(title, tuple(some), title in {_SILENT, _OLD})
        for title, some in lists.items()
        if some
    )


def _title(matter: Matter) -> str:
    if matter.what != FollowUp.LOOP:
        return _TITLES[FollowUp(matter.what)]
    if matter.state == LoopState.OLD:
        return _OLD
    return _WAITING if matter.words else _SILENT


def as_json(matter: Matter) -> dict[str, Any]:
    """Return a matter as JSON values."""
    return {
        "what": matter.what,
        "key": matter.key,
        "people": list(matter.people),
        "names": list(matter.names),
        "kind": matter.kind or None,
        "state": matter.state or None,
        "date": matter.on,
        "due": matter.due,
        "words": matter.words,
        "text": matter.text,
        "source": _origin(matter.source),
    }


def lists_as_json(owed: Sequence[Matter]) -> dict[str, list[dict[str, Any]]]:
    """Return the four lists of the report; their first keys are a contract."""
    of = {kind: [one for one in owed if one.what == kind] for kind in FollowUp}
    return {
        "open_loops": [
            {"person": one.people[0], "since": one.on, "source": _origin(one.source)}
            | {"asks": one.words, "state": one.state, "text": one.text, "key": one.key}
            for one in of[FollowUp.LOOP]
        ],
        "promises": [
            {"person": one.people[0], "date": one.on, "text": one.words}
            | {"source": _origin(one.source), "due": one.due, "state": one.state, "key": one.key}
            for one in of[FollowUp.PROMISE]
        ],
        "give_back": [
            {"person": one.people[0], "kind": one.kind, "date": one.on, "text": one.text}
            | {"source": _origin(one.source), "key": one.key}
            for one in of[FollowUp.GIVE_BACK]
        ],
        "introductions": [
            {"a": one.people[0], "b": one.people[1], "reason": one.text}
            | {"kind": one.kind, "key": one.key}
            for one in of[FollowUp.INTRODUCTION]
        ],
    }


def _origin(source: Origin | None) -> dict[str, str] | None:
    return {"file": source.file, "locator": source.locator} if source else None
