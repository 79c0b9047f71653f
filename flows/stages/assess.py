"""Work out how well each person is still known, and whom to look at today."""

from collections.abc import Mapping
from datetime import date

import pandas as pd

import store
from contacts import frames
from contacts.claims import Property
from contacts.identifiers import stable_id
from contacts.ties import TieClass
from flows.home import Options
from flows.progress import progress
from triage import hints, memory, queue

_SHOWN = {
    "name": Property.NAME,
    "company": Property.COMPANY,
    "title": Property.TITLE,
    "event": Property.EVENT,
}


def assess(database: store.Database, options: Options) -> Mapping[str, int]:
    """Write ties, hints and the day's queue as of a day; returns a count a class."""
    progress().stage("Working out whom you still know", 1)
    with database.read() as tx:
        evidence = store.records.evidence(tx)
        people = people_of(tx)
        answers = store.acts.answers(tx)
        last_act = store.acts.last(tx)
        inputs = fingerprint(tx)
    as_of = options.as_of
    ties = memory.assess(evidence, people, answers, as_of)
    found = hints.hints(evidence, people, as_of)
    chosen = queue.today(
        ties, people, evidence, answers, as_of, size=options.today, seed=options.seed
    )
    with database.write() as tx:
        store.ties.write(tx, ties, found, chosen, as_of.isoformat(), last_act, inputs)
    progress().advance()
    return class_counts(ties)


def class_counts(ties: pd.DataFrame) -> dict[str, int]:
    """Return how many people are of each class, those of none too."""
    found = ties["tie_class"].value_counts()
    return {one.value: int(found.get(one.value, 0)) for one in TieClass}


def is_current(tx: store.Transaction, as_of: date) -> bool:
    """Return whether ties and queue were made of all files and acts, as of this day."""
    derived = store.ties.derived(tx)
    return derived is not None and derived.as_of == as_of.isoformat() and is_resolved(tx)


def is_resolved(tx: store.Transaction) -> bool:
    """Return whether the people whose ties were assessed last are those of all files and acts."""
    derived = store.ties.derived(tx)
    return derived is not None and (derived.last_act, derived.inputs) == (
        store.acts.last(tx),
        fingerprint(tx),
    )


def fingerprint(tx: store.Transaction) -> str:
    """Return a hash of all files, how each was read, and their names, which people are shown."""
    return stable_id(
        *(
            "\t".join((one.file.sha256, one.state, one.version, *one.file.names))
            for one in store.sources.statuses(tx)
        )
    )


def people_of(tx: store.Transaction) -> pd.DataFrame:
    """Return the PEOPLE frame of everybody in the store."""
    origins, values = store.records.origins(tx), store.people.values(tx)
    sources = origins.groupby("person")["source"].nunique()
    people = pd.DataFrame({"person": sources.index, "sources": sources.to_numpy()})
    shown = values[values["place"] == 0]
    for column, kind in _SHOWN.items():
        known = shown[shown["property"] == kind.value].set_index("person")["value"]
        people[column] = people["person"].map(known)
    return frames.PEOPLE.typed(people)
