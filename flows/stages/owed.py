"""What the user owes people and could do for them, as of what was assessed last."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import pandas as pd

import store
from contacts import frames
from contacts.identifiers import PersonId, RecordId, stable_id
from contacts.owed import FollowUp, Outcome, PromiseState
from contacts.report import Matter, Origin
from triage import give_back, introductions, loops, matters, promises

NO_NAME = "(no name)"
_SHORTEST = 4  # signs of a key that a person types
_STATES = {
    Outcome.DONE: PromiseState.KEPT,
    Outcome.BROKEN: PromiseState.BROKEN,
    Outcome.DISMISSED: PromiseState.DISMISSED,
}
Row = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Told:
    """The frames that matters are found in, of one snapshot."""

    ties: pd.DataFrame
    people: pd.DataFrame
    evidence: pd.DataFrame


def owed(tx: store.Transaction, told: Told, as_of: date) -> tuple[Matter, ...]:
    """Return all matters, settled promises too: loops, promises, returns, introductions."""
    said, answers, news = store.records.said(tx), store.acts.answers(tx), store.lists.news(tx)
    settled = store.follow_ups.outcomes(tx)
    states = {key: _STATES[outcome] for key, outcome in settled.items()}
    promised = promises.promises(told.ties, said, answers, as_of, states, news)
    waiting = loops.loops(
        told.ties, told.evidence, said, answers, as_of, dismissed=settled.keys(), news=news
    )
    returns = give_back.give_back(told.ties, told.evidence, promised, answers, as_of, news)
    made = store.follow_ups.introduced(tx)
    proposed = introductions.introductions(
        told.ties, told.people, told.evidence, said, news, answers, as_of, made
    )
    name = _names(told.people)
    found = [
        *_matters(FollowUp.LOOP, waiting, name, matters.loop),
        *_matters(FollowUp.PROMISE, promised, name, matters.promise),
        *_matters(FollowUp.GIVE_BACK, _keyed(returns, settled), name, matters.give_back),
        *map(_introduction(name), frames.rows(proposed)),
    ]
    return _with_handles(found)


def _names(people: pd.DataFrame) -> Callable[[object], str]:
    shown = people["name"].fillna(people["company"]).fillna(NO_NAME)
    names = dict(zip(people["person"], shown, strict=True))
    return lambda person: names[str(person)]


def _matters(
    what: FollowUp,
    rows: pd.DataFrame,
    name: Callable[[object], str],
    worded: Callable[[Row, str], str],
) -> Iterator[Matter]:
    for row in frames.rows(rows):
        who = name(row["person"])
        yield Matter(
            what=what.value,
            key=str(row["key"]),
            handle="",
            people=(PersonId(str(row["person"])),),
            names=(who,),
            text=worded(row, who),
            kind=str(row.get("kind") or "") if what is FollowUp.GIVE_BACK else "",
            state=str(row.get("state") or ""),
            on=_text(row["on"]),
            due=_text(row.get("due")),
            words=_text(row.get("sentence", row.get("text"))),
            source=Origin(str(row["file"]), str(row["locator"])),
        )


def _keyed(returns: pd.DataFrame, settled: Mapping[str, Outcome]) -> pd.DataFrame:
    """Return the open rows of GIVE_BACK with keys; new praise of somebody opens the matter anew."""
    parts = zip(returns["record_id"], returns["kind"], returns["on"].fillna(""), strict=True)
    keys = [stable_id(FollowUp.GIVE_BACK.value, *part) for part in parts]
    keyed = returns.assign(key=keys)
    return keyed[~keyed["key"].isin(list(settled))]


def _introduction(name: Callable[[object], str]) -> Callable[[Row], Matter]:
    def matter(row: Row) -> Matter:
        persons = (PersonId(str(row["person_1"])), PersonId(str(row["person_2"])))
        return Matter(
            what=FollowUp.INTRODUCTION.value,
            key=str(row["key"]),
            handle="",
            people=persons,
            names=(name(persons[0]), name(persons[1])),
            text=str(row["reason"]),
            kind=str(row["kind"]),
        )

    return matter


def _with_handles(found: Sequence[Matter]) -> tuple[Matter, ...]:
    """Return the matters with the shortest beginnings of their keys that tell them apart."""
    keys, length = {one.key for one in found}, _SHORTEST
    while len({key[:length] for key in keys}) < len(keys):
        length += 1
    return tuple(replace(one, handle=one.key[:length]) for one in found)


def records_of(tx: store.Transaction, persons: Iterable[PersonId]) -> tuple[RecordId, ...]:
    """Return of each person a record that stands for them, in their order."""
    members = store.people.memberships(tx).drop_duplicates("cluster_id")
    first = dict(zip(members["cluster_id"], members["record_id"], strict=True))
    return tuple(RecordId(first[person]) for person in persons)


def _text(value: object) -> str | None:
    return None if value is None else str(value)
