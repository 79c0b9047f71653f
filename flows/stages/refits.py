"""What a model that was fitted again makes of those who were known before."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

import pandas as pd

import store
from contacts.claims import Property

_SHOWN: Final = 20


@dataclass(frozen=True, slots=True)
class Refit:
    """Whom a model merges and parts against the one before: how many, and the first by name."""

    merged: int = 0
    parted: int = 0
    examples: tuple[str, ...] = ()

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> "Refit":
        """Return what `as_json` made these values of."""
        return cls(values["merged"], values["parted"], tuple(values["examples"]))

    def as_json(self) -> dict[str, Any]:
        """Return it as plain values."""
        return {"merged": self.merged, "parted": self.parted, "examples": list(self.examples)}

    def lines(self, *, is_done: bool) -> Iterator[str]:
        """Yield it in words."""
        if not self.merged and not self.parted:
            yield "Nobody was merged or parted." if is_done else "Nobody would be merged or parted."
            return
        verb = "" if is_done else "would be "
        yield f"{verb}merged into others: {self.merged}; {verb}parted: {self.parted}".capitalize()
        yield from (f"  {one}" for one in self.examples)
        if len(self.examples) == _SHOWN:
            yield "  and so on"


def refit_of(tx: store.Transaction, clusters: pd.DataFrame) -> Refit:
    """Return what `CLUSTERS` of the records there are change of the persons in the store."""
    before = store.people.memberships(tx).rename(columns={"cluster_id": "person"})
    both = before.merge(clusters, on="record_id")
    parts = both.drop_duplicates(["person", "cluster_id"])
    joined = parts[parts["cluster_id"].duplicated(keep=False)]
    split = parts[parts["person"].duplicated(keep=False)]
    merged = joined.groupby("cluster_id")["person"].agg(list)
    parted = split.groupby("person")["cluster_id"].size()
    shown = {person for persons in merged[:_SHOWN] for person in persons}
    name = _names(tx, shown.union(parted.index[:_SHOWN]))
    examples = [" = ".join(sorted(name[one] for one in persons)) for persons in merged[:_SHOWN]]
    examples += [f"{name[str(one)]}: {count} people" for one, count in parted[:_SHOWN].items()]
    return Refit(len(joined) - len(merged), len(parted), tuple(examples[:_SHOWN]))


def _names(tx: store.Transaction, persons: set[str]) -> dict[str, str]:
    """Return what each of the persons is called, by name or else by id."""
    if not persons:
        return {}
    values = store.people.values(tx)
    shown = values[(values["property"] == Property.NAME.value) & (values["place"] == 0)]
    named = shown[shown["person"].isin(persons)]
    names = dict(zip(named["person"], named["value"], strict=True))
    return {person: str(names.get(person, person)) for person in persons}
