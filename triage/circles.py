"""The circles weak ties come from: one message to an old crowd reaches several at once."""

import pandas as pd

from contacts.identifiers import PersonId, folded_name
from contacts.report import CueGroup
from contacts.ties import TieClass

FELLOWS = 2  # judgement: one alone is no circle


def weak_groups(ties: pd.DataFrame, people: pd.DataFrame) -> tuple[CueGroup, ...]:
    """Return the weak ties who share an event or else a company, the largest group first.

    Frames of those names. Each stands in one group; whoever shares nothing is in none.
    """
    weak = ties.loc[ties["tie_class"] == TieClass.WEAK.value, ["person"]]
    left = weak.merge(people, on="person").sort_values(["name", "person"], kind="stable")
    groups: list[CueGroup] = []
    for cue in ("event", "company"):
        found = _groups(cue, left)
        taken = {person for group in found for person in group.people}
        left = left[~left["person"].isin(taken)]
        groups += found
    return tuple(groups)


def _groups(cue: str, rows: pd.DataFrame) -> list[CueGroup]:
    """Return the groups that share a column, whichever way it is spelled."""
    folded = rows[cue].map(lambda name: folded_name(name) or None, na_action="ignore")
    groups = [
        CueGroup(cue, str(some[cue].min()), tuple(PersonId(person) for person in some["person"]))
        for _, some in rows.groupby(folded)
        if len(some) >= FELLOWS
    ]
    return sorted(groups, key=lambda group: (-len(group.people), group.label))
