"""How the questions grow fewer: whom today's files leave open, and when each was settled."""

from datetime import date, timedelta

import pandas as pd

from contacts.report import BurnDownPoint
from contacts.ties import Disposition
from triage.memory import ENOUGH_PIECES, KNOWN, KNOWN_FROM, UNKNOWN
from triage.rest import archived

WEEKS = 26


def burn_down(
    ties: pd.DataFrame, answers: pd.DataFrame, as_of: date, news: pd.DataFrame | None = None
) -> tuple[BurnDownPoint, ...]:
    """Return how many were left to ask about, week by week up to the day.

    Those to ask about are the ones whom today's evidence by itself calls weak, or of whom it cannot
    tell. An answer to "who is this?" settles one, and so does letting go. The first point is that
    before the first answer, at most half a year ago; without any answer it is the day alone.
    """
    enough = ties["pieces"] >= ENOUGH_PIECES
    weak = enough & (ties["p_known"] < KNOWN_FROM)
    settled = ties["person"].map(_settled(ties, answers, as_of, news))
    asked = settled[weak | ~enough].dropna()
    if asked.empty:
        return (BurnDownPoint(as_of.isoformat(), int(weak.sum()), int((~enough).sum())),)
    weeks = min(WEEKS, (as_of - date.fromisoformat(asked.min())).days // 7 + 1)
    ends = [as_of - timedelta(weeks=back) for back in range(weeks, -1, -1)]
    return tuple(
        BurnDownPoint(
            on := end.isoformat(),
            int((weak & ~(settled <= on)).sum()),
            int((~enough & ~(settled <= on)).sum()),
        )
        for end in ends
    )


def _settled(
    ties: pd.DataFrame, answers: pd.DataFrame, as_of: date, news: pd.DataFrame | None
) -> pd.Series:
    """Return by person the day of the answer that settled it, as text."""
    let_go = ties["person"][archived(ties, answers, as_of, news)]
    told = answers["answer"].isin([*KNOWN, *UNKNOWN])
    left = (answers["answer"] == Disposition.LET_GO.value) & answers["person"].isin(let_go)
    said = answers[(told | left) & (answers["on"] <= as_of.isoformat())]
    return said.groupby("person")["on"].min()
