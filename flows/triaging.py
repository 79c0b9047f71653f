"""Asking the user whom they can place, and noting the answers."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

import store
from contacts import frames
from contacts.claims import Property
from contacts.errors import UsageError
from contacts.identifiers import PersonId, RecordId
from contacts.report import Origin, ShownHint
from contacts.ties import Answer, Disposition, Recall
from flows.stages.assess import evidence_of, people_of
from flows.stages.named_people import Everybody
from triage import cues
from triage.rest import resting
from triage.sweep import screens

_NO_NAME = "(no name)"


@dataclass(frozen=True, slots=True)
class Shown:
    """Somebody as the user is asked about them; `record` is the one whose name is shown."""

    person: PersonId
    record: RecordId
    name: str
    company: str | None
    title: str | None


@dataclass(frozen=True, slots=True)
class Question:
    """One person of today, why they are asked about, and what may bring them back."""

    who: Shown
    why: str
    reasons: tuple[str, ...]
    hints: tuple[ShownHint, ...]


@dataclass(frozen=True, slots=True)
class SweepGroup:
    """Names that share a cue."""

    label: str
    people: tuple[Shown, ...]


Screen = tuple[SweepGroup, ...]


def todays(tx: store.Transaction) -> tuple[Question, ...]:
    """Return today's questions, in the order of the queue."""
    queue = frames.rows(store.ties.queue(tx))
    who = _shown(tx, [str(row["person"]) for row in queue])
    ties, hints = store.ties.ties(tx), store.ties.hints(tx)
    reasons = dict(zip(ties["person"], ties["reasons"], strict=True))
    told = frames.rows(hints[hints["person"].isin(set(who))])
    return tuple(
        Question(
            who[person],
            str(row["reason"]),
            tuple(filter(None, str(reasons[person]).split("\n"))),
            tuple(_hint(hint) for hint in told if hint["person"] == person),
        )
        for row in queue
        for person in [str(row["person"])]
    )


def _hint(row: Mapping[str, object]) -> ShownHint:
    day = None if row["date"] is None else str(row["date"])
    origin = Origin(str(row["file"]), str(row["locator"]))
    return ShownHint(str(row["kind"]), str(row["text"]), day, origin)


def sweep(tx: store.Transaction, as_of: date) -> tuple[Screen, ...]:
    """Return the people of whom too little is known, in screens, but for those who rest."""
    people, ties = people_of(tx), store.ties.ties(tx)
    evidence = evidence_of(tx, people)
    answers, news = store.acts.answers(tx), store.lists.news(tx)
    awake = ties[~resting(ties, evidence, answers, as_of, news)]
    found = screens(cues.groups(awake, people, evidence))
    who = _shown(tx, {one for screen in found for group in screen for one in group.people})
    return tuple(
        tuple(SweepGroup(group.label, tuple(who[one] for one in group.people)) for group in screen)
        for screen in found
    )


def _shown(tx: store.Transaction, persons: Collection[str]) -> dict[str, Shown]:
    """Return how these persons are shown."""
    members = store.people.memberships(tx)
    first = _by_person(members.rename(columns={"cluster_id": "person"}), "record_id")
    values = store.people.values(tx)
    values = values[(values["place"] == 0) & values["person"].isin(set(persons))]
    of = {kind: values[values["property"] == kind.value] for kind in Property}
    names, named_by = (_by_person(of[Property.NAME], key) for key in ("value", "record_id"))
    companies = _by_person(of[Property.COMPANY], "value")
    titles = _by_person(of[Property.TITLE], "value")
    mails = _by_person(of[Property.EMAIL], "value")
    return {
        one: Shown(
            PersonId(one),
            RecordId(named_by.get(one, first[one])),
            names.get(one) or mails.get(one) or companies.get(one) or _NO_NAME,
            companies.get(one),
            titles.get(one),
        )
        for one in persons
    }


def _by_person(rows: pd.DataFrame, column: str) -> dict[str, str]:
    """Return the first value of each person."""
    first = rows.drop_duplicates("person")
    return dict(zip(first["person"], first[column], strict=True))


def find(tx: store.Transaction, which: str) -> Shown:
    """Return whom a name or an id means; a record's id means what is said of that record.

    Raises:
        UsageError: nobody is called so, or several are.
    """
    meant = Everybody(tx).meant(which)
    who = _shown(tx, [meant.person.person])[meant.person.person]
    if not meant.record:
        return who
    return Shown(who.person, RecordId(meant.record), who.name, who.company, who.title)


def answer(database: store.Database, record: RecordId, said: Answer, on: date, at: str) -> int:
    """Note what was said of somebody on a local day, `at` a UTC instant; returns the act.

    Raises:
        UsageError: the parts of the answer do not fit together.
    """
    check(said, on)
    with database.write() as tx:
        return store.acts.answer(tx, {record: said}, on, at)


def check(said: Answer, on: date) -> None:
    """Refuse an answer whose parts do not fit together.

    Raises:
        UsageError: of those.
    """
    if said.recall is Recall.SKIP and said.then:
        raise UsageError("skip", f"does not go with {said.then.value}", "say one of them")
    if said.until and said.then is not Disposition.LATER:
        raise UsageError("until", "goes with later alone", "add --then later")
    if said.until and said.until <= on:
        raise UsageError("until", f"{said.until} is not after {on}", "give a later day")


def answer_screen(
    database: store.Database, screen: Screen, recalls: Mapping[PersonId, Recall], on: date, at: str
) -> int:
    """Note what was said of a whole screen as one act, which one undo takes back; returns it.

    Whoever is not in `recalls` is ONLY_THE_NAME.
    """
    said = {
        who.record: Answer(recalls.get(who.person, Recall.ONLY_THE_NAME))
        for group in screen
        for who in group.people
    }
    with database.write() as tx:
        return store.acts.answer(tx, said, on, at)
