"""How the network grew: the year each person is first heard of."""

import pandas as pd

from contacts.report import GrowthPoint


def growth(evidence: pd.DataFrame, as_of: str) -> tuple[GrowthPoint, ...]:
    """Return, for each year from the first one to that of `as_of`, how many people were known.

    `evidence` is an EVIDENCE frame. A person counts from the year of the first dated piece of
    evidence; people without one are left out, and so are dates after `as_of`.
    """
    dated = evidence.loc[evidence["on"].notna() & (evidence["on"] <= as_of), ["person", "on"]]
    if dated.empty:
        return ()
    first = dated.groupby("person")["on"].min().str.slice(0, 4).astype("int64")
    added = first.value_counts()
    points, total = [], 0
    for year in range(int(first.min()), int(as_of[:4]) + 1):
        new = int(added.get(year, 0))
        total += new
        points.append(GrowthPoint(year, total, new))
    return tuple(points)
