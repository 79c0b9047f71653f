"""Who may be one person: the pairs that only the user can judge, best first."""

from collections.abc import Mapping
from typing import Final

import pandas as pd

import store
from contacts import frames
from contacts.identifiers import PersonId
from contacts.judgements import Zone
from contacts.report import OpenPair, PairSide
from flows.stages.named_people import NamedPerson, named_persons

_COMMAND: Final = "weakties"
PAIRED: Final = frames.Table(
    "paired", (*frames.PAIRS.columns, frames.Column("one"), frames.Column("other"))
)


def asked_pairs(tx: store.Transaction) -> pd.DataFrame:
    """Return the pairs to ask about as `PAIRED`: with their persons, one for each two of these."""
    pairs = store.people.pairs(tx)
    assigned = store.people.memberships(tx).set_index("record_id")["cluster_id"]
    one, other = (pairs[column].map(assigned) for column in ("record_id_1", "record_id_2"))
    asked = pairs.assign(one=one.where(one < other, other), other=other.where(one < other, one))
    asked = asked[(asked["zone"] == Zone.ASK.value) & (one != other)].dropna(
        subset=["one", "other"]
    )
    likeliest = asked.sort_values("probability", ascending=False, kind="stable")
    return PAIRED.typed(likeliest.drop_duplicates(["one", "other"]))


def open_pairs(tx: store.Transaction) -> tuple[OpenPair, ...]:
    """Return the pairs to ask about, those first of which an answer is worth most.

    That is the odds that two people become one, times the worth of their ties.
    """
    everybody = store.ties.ties(tx), store.people.values(tx), store.records.origins(tx)
    return open_pairs_among(tx, *everybody)


def open_pairs_among(
    tx: store.Transaction, ties: pd.DataFrame, values: pd.DataFrame, origins: pd.DataFrame
) -> tuple[OpenPair, ...]:
    """Return the same, given what the store has of everybody: ties, VALUES and records."""
    worth = ties.set_index("person")["value"]
    asked = asked_pairs(tx)
    weight = 1.0 + asked["one"].map(worth).fillna(0.0) + asked["other"].map(worth).fillna(0.0)
    gain = asked.assign(gain=asked["probability"] * weight)
    order = gain.sort_values(["gain", "one", "other"], ascending=[False, True, True])
    asked_about = {*order["one"], *order["other"]}
    persons = named_persons(
        values[values["person"].isin(asked_about)], origins[origins["person"].isin(asked_about)]
    )
    return tuple(_open_pair(persons, row) for row in frames.rows(order))


def _open_pair(persons: Mapping[str, NamedPerson], row: dict[str, object]) -> OpenPair:
    one, other = (persons[str(row[key])] for key in ("one", "other"))
    both = f"{one.person} {other.person}"
    return OpenPair(
        first=_side(one),
        second=_side(other),
        probability=round(float(str(row["probability"])), 4),
        reasons=tuple(str(row["reasons"]).split("; ")),
        same=f"{_COMMAND} same {both}",
        different=f"{_COMMAND} different {both}",
    )


def _side(person: NamedPerson) -> PairSide:
    first = person.records[0]
    about = ", ".join(filter(None, (person.role, first.file, first.locator)))
    return PairSide(PersonId(person.person), person.name, about)
