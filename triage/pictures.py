"""What the pictures of the report show, from one look at the evidence."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from contacts.report import (
    BeginningRow,
    BurnDownPoint,
    CohortRow,
    FadingRow,
    GrowthPoint,
    MemoryPoint,
)
from triage.beginnings import beginnings
from triage.burn_down import burn_down
from triage.course import course
from triage.memory import believe
from triage.outlook import outlook
from triage.pieces import pieces
from triage.weights import DEFAULTS, Weights


@dataclass(frozen=True, slots=True)
class Pictures:
    """All that is drawn, as `contacts.report.Report` has it."""

    growth: tuple[GrowthPoint, ...] = ()
    memory: tuple[MemoryPoint, ...] = ()
    fading: tuple[FadingRow, ...] = ()
    cohorts: tuple[CohortRow, ...] = ()
    beginnings: tuple[BeginningRow, ...] = ()
    burn_down: tuple[BurnDownPoint, ...] = ()


def pictures(
    ties: pd.DataFrame,
    evidence: pd.DataFrame,
    people: pd.DataFrame,
    answers: pd.DataFrame,
    news: pd.DataFrame,
    as_of: date,
    weights: Weights = DEFAULTS,
) -> Pictures:
    """Return the pictures of the ties, a TIES frame as of the day; the others likewise."""
    if ties.empty:
        return Pictures()
    found = pieces(evidence, ties, as_of, weights)
    slope = float(believe(evidence, people, answers, as_of, weights).mean[1])
    ahead = outlook(course(found, ties, answers, as_of, slope, weights), as_of)
    began = beginnings(found, ties, as_of)
    return Pictures(
        growth=began.growth,
        memory=ahead.memory,
        fading=ahead.fading,
        cohorts=began.cohorts,
        beginnings=began.ways,
        burn_down=burn_down(ties, answers, as_of, news),
    )
