"""Whom to look at today: the few whose tie is worth most of what is being forgotten.

U = (1 - P_known) x value^1.5 x ln(1 + days of silence). Two questions pull apart, who is forgotten
and who comes back unasked; the product of worth and forgetting stands between them. Measured on
both, with their baselines: `python bench/ties.py`.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import islice
from typing import Any

import numpy as np
import pandas as pd

from contacts import frames
from contacts.identifiers import folded_name
from contacts.ties import TieClass
from triage.activation import Floats, Ints
from triage.memory import ACTIVATION_ORIGIN, assess, believe, first_name, recalls
from triage.pieces import days_ago
from triage.rest import resting
from triage.weights import DEFAULTS, Weights
from triage.wording import spoken_chance, spoken_gap

WORTH_POWER = 1.5  # measured: 1 finds a little more that is forgotten, but of less worth
QUIET = 30  # days without an event before somebody is asked about
TEACHING_SLOT = 4  # every so-manieth place goes to whoever teaches most
TAUGHT_ANSWERS = 20  # until there are so many answers
TAUGHT_SD = 0.5  # or the intercept is known this well, in logits
_ROUNDED = 9  # places: below them, sums in another order may differ
_HEAD = 1000  # so many are sorted first: of a million, the day's few stand among them


def today(
    ties: pd.DataFrame,
    people: pd.DataFrame,
    evidence: pd.DataFrame,
    answers: pd.DataFrame,
    as_of: date,
    size: int = 4,
    seed: int = 0,
    weights: Weights = DEFAULTS,
    news: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Return a QUEUE frame of at most `size` people; fewer where fewer are left to ask about.

    Frames of those names; `ties` as of the same day. Of one event or company at most half the
    places are taken, of one first name one, as long as others are left. `seed` decides between
    equals, so the same day always shows the same people: they are chosen by what stood at its
    beginning, and whoever the day has dealt with falls out and is not replaced, so it can be
    finished.
    """
    earlier, said = _before(evidence, as_of), _before(answers, as_of)
    if len(earlier) < len(evidence) or len(said) < len(answers):
        ties = assess(earlier, people, said, as_of, weights)
        chosen = today(ties, people, earlier, said, as_of, size, seed, weights, news)
        dealt_with = {*_of_the_day(evidence, as_of), *_of_the_day(answers, as_of)}
        left = chosen[~chosen["person"].isin(dealt_with)]
        return frames.QUEUE.typed(left.assign(place=range(1, len(left) + 1)))
    candidates = _candidates(ties, evidence, answers, as_of, news)
    if candidates.empty or size < 1:
        return frames.QUEUE.empty()
    due = urgency(*(candidates[column].to_numpy() for column in ("p_known", "value", "silent")))
    orders = [_Ranking(due, candidates["person"], seed)] * size
    lesson = _lesson(candidates, people, evidence, answers, as_of, weights)
    if lesson is not None:
        slots = size // TEACHING_SLOT
        ranking = _Ranking(lesson, candidates["person"], seed)
        orders[TEACHING_SLOT - 1 :: TEACHING_SLOT] = [ranking] * slots
    chosen = candidates.iloc[_spread(candidates["person"], people, orders)]
    return frames.QUEUE.build(
        {
            "person": row["person"],
            "place": place,
            "reason": _reason(row, teaches=lesson is not None and place % TEACHING_SLOT == 0),
        }
        for place, row in enumerate(chosen.to_dict("records"), start=1)
    )


def urgency(p_known: Floats, value: Floats, silent: Floats) -> Floats:
    """Return U of each tie, whose last contact was `silent` days ago."""
    due: Floats = (1 - p_known) * value**WORTH_POWER * np.log1p(silent)
    return due


def _before(told: pd.DataFrame, as_of: date) -> pd.DataFrame:
    """Return the rows from before the day, undated ones too."""
    return told[told["on"].isna() | (told["on"] < as_of.isoformat())]


def _of_the_day(told: pd.DataFrame, as_of: date) -> pd.Series:
    """Return the persons of the rows of that day."""
    return told.loc[told["on"] == as_of.isoformat(), "person"]


def _candidates(
    ties: pd.DataFrame,
    evidence: pd.DataFrame,
    answers: pd.DataFrame,
    as_of: date,
    news: pd.DataFrame | None,
) -> pd.DataFrame:
    """Return the ties it makes sense to ask about today, with the days of silence."""
    told = (ties["tie_class"] != TieClass.CANNOT_TELL.value) & ties["p_known"].notna()
    ties = ties.assign(silent=days_ago(ties["last_contact"], as_of))
    left = ~resting(ties, evidence, answers, as_of, news)
    return ties[told & (ties["silent"] >= QUIET) & left]


def _lesson(
    candidates: pd.DataFrame,
    people: pd.DataFrame,
    evidence: pd.DataFrame,
    answers: pd.DataFrame,
    as_of: date,
    weights: Weights,
) -> Floats | None:
    """Return how much each candidate's answer would teach; None once answers have settled it."""
    if len(recalls(answers, as_of)) >= TAUGHT_ANSWERS:
        return None
    belief = believe(evidence, people, answers, as_of, weights)
    if belief.intercept_sd < TAUGHT_SD:
        return None
    inputs = candidates["activation"].to_numpy() - ACTIVATION_ORIGIN
    return belief.information(inputs, candidates["p_known"].to_numpy())


class _Ranking:
    """The places of the candidates, the highest score first; only the head is sorted at once."""

    def __init__(self, score: Floats, persons: pd.Series, seed: int) -> None:
        self._score = score.round(_ROUNDED)
        self._persons = persons.to_numpy(dtype=object)
        self._key = f"{seed % 10**16:016d}"

    def __iter__(self) -> Iterator[int]:
        left, head = np.arange(self._score.size), _HEAD
        while left.size:
            score = self._score[left]
            last = max(left.size - head, 0)
            first = score >= np.partition(score, last)[last]
            yield from self._sorted(left[first]).tolist()
            left, head = left[~first], head * _HEAD

    def _sorted(self, places: Ints) -> Ints:
        tie_break = pd.util.hash_array(self._persons[places], hash_key=self._key)
        return places[np.lexsort((tie_break, -self._score[places]))]


def _spread(persons: pd.Series, people: pd.DataFrame, orders: Sequence[Iterable[int]]) -> list[int]:
    """Return the places of the chosen, one from each order as far as there are any left.

    Nobody twice; never more than half from one company or one event; a first name again only where
    nobody else is left.
    """
    half = max(1, len(orders) // 2)
    loose = {"company": half, "event": half}
    bonds = _Bonds(persons, people)
    chosen: list[int] = []
    for order in orders:
        taken = Counter(bond for place in chosen for bond in bonds.of(place))
        free = (
            place
            for most in (loose | {"first name": 1}, loose)
            for place in order
            if place not in chosen
            and all(taken[bond] < most.get(bond[0], len(orders)) for bond in bonds.of(place))
        )
        chosen += islice(free, 1)
    return chosen


class _Bonds:
    """What candidates may share, read only of those that are looked at."""

    def __init__(self, persons: pd.Series, people: pd.DataFrame) -> None:
        self._persons = persons.to_numpy(dtype=object)
        self._row_of = pd.Index(people["person"])
        self._columns = [
            (bond, people[column].to_numpy(dtype=object), fold)
            for bond, column, fold in (
                ("first name", "name", first_name),
                ("company", "company", folded_name),
                ("event", "event", folded_name),
            )
        ]

    def of(self, place: int) -> list[tuple[str, str]]:
        """Return the first name, company and event of the candidate at a place, if any."""
        row = self._row_of.get_loc(self._persons[place])
        return [
            (bond, fold(values[row]))
            for bond, values, fold in self._columns
            if isinstance(values[row], str) and fold(values[row])
        ]


def _reason(row: Mapping[Hashable, Any], *, teaches: bool) -> str:
    """Return in one line why this person, today."""
    silence = f"silent for {spoken_gap(int(row['silent']))}"
    chance = f"{spoken_chance(row['p_known'])} that you can still place them"
    if teaches:
        return f"Your answer would teach the estimate most: {silence}, {chance}."
    return f"{silence.capitalize()}; {chance}."
