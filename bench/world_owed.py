"""Open loops, promises and what to give back, against those of the invented world."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from judging import Json

from contacts.owed import FollowUp, OwedKind
from contacts.report import Matter

_WANT_AN_ANSWER = {"ask", "inmail"}  # the world's intents of a last word


def owed_lines(
    truth: Json,
    owed: Sequence[Matter],
    people: Mapping[str, str],
    ids: Mapping[str, Sequence[str]],
) -> Iterator[str]:
    """Yield a line of precision and recall for each kind.

    A person is known by their records, a mere writer of messages by name.
    """
    whose = {
        people[record]: person for person, records in ids.items() for record in records
        if record in people
    }  # fmt: skip
    by_name = {person["name"]: person["person"] for person in truth["people"]}
    found = {kind: [one for one in owed if one.what == kind] for kind in FollowUp}

    def named(matters: Iterable[Matter], key: Callable[[Matter], object]) -> set[Any]:
        return {
            (whose.get(one.people[0]) or by_name.get(one.names[0]), key(one)) for one in matters
        }

    loops, promises = truth["open_loops"], truth["promises"]
    asking = [one for one in loops if one["intent"] in _WANT_AN_ANSWER]
    returned = [one for one in found[FollowUp.GIVE_BACK] if one.kind != OwedKind.INTRODUCTION]
    rows = (
        (
            "who wrote last",
            {(one["person"], one["since"]) for one in loops},
            named(found[FollowUp.LOOP], lambda one: one.on),
        ),
        (
            "of them asking",
            {(one["person"], one["since"]) for one in asking},
            named((one for one in found[FollowUp.LOOP] if one.words), lambda one: one.on),
        ),
        (
            "promises",
            {(one["person"], one["date"]) for one in promises},
            named(found[FollowUp.PROMISE], lambda one: one.on),
        ),
        (
            "give back",
            {(one["person"], one["kind"]) for one in truth["give_back"]},
            named(returned, lambda one: one.kind),
        ),
    )
    for name, true, told in rows:
        right = len(true & told)
        precision, recall = right / max(len(told), 1), right / max(len(true), 1)
        yield f"{name}: {len(true)} true, P {precision:.3f} R {recall:.3f}"
