"""Work out how well each person is still known, and whom to look at today."""

from collections.abc import Mapping

import pandas as pd

import dedupe
import store
from contacts import frames
from contacts.claims import Property, RecordSource
from contacts.identifiers import stable_id
from contacts.ties import TieClass
from dedupe.company_contacts import company_contacts
from flows.home import Options
from flows.progress import progress
from flows.stages.background import background_of
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
        people = people_of(tx)
        evidence = evidence_of(tx, people)
        background = background_of(tx, people)
        answers = store.acts.answers(tx)
        last_act = store.acts.last(tx)
        inputs = fingerprint(tx, options)
    as_of = options.as_of
    ties = memory.assess(evidence, people, answers, as_of, options.weights)
    found = hints.hints(evidence, people, as_of, background, options.weights)
    chosen = queue.today(
        ties,
        people,
        evidence,
        answers,
        as_of,
        size=options.today,
        seed=options.seed,
        weights=options.weights,
        news=background.news,
    )
    with database.write() as tx:
        store.ties.write(tx, ties, found, chosen, as_of.isoformat(), last_act, inputs)
    progress().advance()
    return class_counts(ties)


def class_counts(ties: pd.DataFrame) -> dict[str, int]:
    """Return how many people are of each class, those of none too."""
    found = ties["tie_class"].value_counts()
    return {one.value: int(found.get(one.value, 0)) for one in TieClass}


def is_current(tx: store.Transaction, options: Options) -> bool:
    """Return whether ties and queue were made of all files and acts, as of the day asked for."""
    derived = store.ties.derived(tx)
    if derived is None or derived.as_of != options.as_of.isoformat():
        return False
    return derived.last_act == store.acts.last(tx) and is_resolved(tx, options)


def is_resolved(tx: store.Transaction, options: Options) -> bool:
    """Return whether the people whose ties were assessed last are those of all files and acts."""
    derived = store.ties.derived(tx)
    return (
        derived is not None
        and derived.inputs == fingerprint(tx, options)
        and not store.acts.change_people(tx, derived.last_act)
    )


def fingerprint(tx: store.Transaction, options: Options) -> str:
    """Return a hash of the model, the owner and all files: how each was read, and their names."""
    return stable_id(
        dedupe.VERSION,
        "\t".join((options.owner, options.owner_profile, *options.owner_emails)),
        "\t".join(f"{one.name} {one.value}" for one in options.weights.numbers()),
        *(
            "\t".join((one.file.sha256, one.state, one.version, *one.file.names))
            for one in store.sources.statuses(tx)
        ),
    )


def evidence_of(tx: store.Transaction, people: pd.DataFrame) -> pd.DataFrame:
    """Return the EVIDENCE about the people of a `PEOPLE` frame.

    A card's event is told as corrected; the sides of one card changed hands once.
    """
    evidence = _joined(store.records.evidence(tx), store.happened.evidence(tx))
    events = {
        record_id: " or ".join(one.value for one in values)
        for (record_id, property_), values in store.acts.corrections(tx).items()
        if property_ == Property.EVENT
    }
    card = evidence["source"] == RecordSource.CARD.value
    said = evidence["record_id"].map(events).where(card)
    evidence = evidence.assign(text=evidence["text"].mask(said.notna(), said))
    in_order = evidence[card].sort_values(["file", "locator"], kind="stable")
    again = in_order.index[in_order.duplicated(["person", "on", "text"])]
    kept = evidence["person"].isin(people["person"]) & ~evidence.index.isin(again)
    return frames.EVIDENCE.typed(evidence[kept])


def _joined(read: pd.DataFrame, told: pd.DataFrame) -> pd.DataFrame:
    """Return the evidence of the files and of the user's word in one."""
    return pd.concat([read, told], ignore_index=True) if len(told) else read


def people_of(tx: store.Transaction) -> pd.DataFrame:
    """Return the PEOPLE frame of everybody in the store; a company's contact is nobody."""
    return people_from(store.records.origins(tx), store.people.values(tx))


def people_from(origins: pd.DataFrame, values: pd.DataFrame) -> pd.DataFrame:
    """Return the PEOPLE frame of everybody, given their records and the VALUES that survived."""
    sources = origins.groupby("person")["source"].nunique()
    people = pd.DataFrame({"person": sources.index, "sources": sources.to_numpy()})
    shown = values[values["place"] == 0]
    for column, kind in _SHOWN.items():
        known = shown[shown["property"] == kind.value].set_index("person")["value"]
        people[column] = people["person"].map(known)
    return frames.PEOPLE.typed(people[~people["person"].isin(company_contacts(values))])
