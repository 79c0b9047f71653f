"""Which line is which field: the best consistent whole, and how sure each part of it is.

Each field has its candidates and the choice of none; a whole takes one of each so that no line is
used twice. Its score is the sum of its parts' and of how well they go together. What a field's
chosen value is worth is the share of all wholes, weighted by the exponential of their scores, that
agree with it.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from typing import Final

from extractors.card.candidates import (
    Candidate,
    CardLines,
    addresses,
    companies,
    names,
    titles,
)

_BESIDE_NAME: Final = 1.6  # a title next to the name
_NAME_BLOCK: Final = 2.6  # heights of a line within which a title stands next to a name
_FAR_FROM_NAME: Final = -0.8
_OVER_ADDRESS: Final = 0.7  # a company's name right above its address
_RUNS_INTO_COMPANY: Final = -1.0  # a name right over the company's may be its first line
_FIRST_OFFICE: Final = 0.12  # a line further down an address has less of a claim
_NONE: Final = Candidate("", frozenset(), 0.0, first=-1)


@dataclass(frozen=True, slots=True)
class Assigned:
    """A field's value, the lines it takes, and its probability among the candidates."""

    value: str | None
    lines: frozenset[int]
    probability: float


@dataclass(frozen=True, slots=True)
class Assignment:
    """The four fields that compete for the lines of a card."""

    name: Assigned
    title: Assigned
    company: Assigned
    address: Assigned

    @property
    def lines(self) -> frozenset[int]:
        """All lines that are taken."""
        parts = (self.name, self.title, self.company, self.address)
        return frozenset().union(*(part.lines for part in parts))


_Whole = tuple[Candidate, Candidate, Candidate, Candidate]


def assign(card: CardLines) -> Assignment:
    """Return the best consistent assignment of lines to fields."""
    choices = [[*found, _NONE] for found in (names(card), titles(card), companies(card))]
    places = [*addresses(card), _NONE]
    wholes: list[tuple[float, _Whole]] = []
    for name, title, company, address in product(*choices, places):
        if _disjoint(name, title, company, address):
            whole = (name, title, company, address)
            wholes.append((_whole_score(card, whole), whole))
    best_score, best = max(wholes, key=lambda one: one[0])
    weights = [(math.exp(score - best_score), whole) for score, whole in wholes]
    parts = [_assigned(weights, best, field) for field in range(4)]
    return Assignment(*parts)


def _disjoint(*parts: Candidate) -> bool:
    return len(frozenset().union(*(part.lines for part in parts))) == sum(
        len(part.lines) for part in parts
    )


def _whole_score(card: CardLines, whole: _Whole) -> float:
    name, title, company, address = whole
    score = name.score + title.score + company.score + address.score
    if name.lines and title.lines:
        score += _nearness(card, name, title)
    if (
        company.lines
        and address.lines
        and card.layout.below.get(max(company.lines)) == address.first
    ):
        score += _OVER_ADDRESS
    if name.lines and card.layout.below.get(name.first) in company.lines:
        score += _RUNS_INTO_COMPANY
    if address.lines:
        score -= _FIRST_OFFICE * address.first
    return score


def _nearness(card: CardLines, name: Candidate, title: Candidate) -> float:
    """Return what the place of a title beside a name is worth."""
    one = card.layout.lines[name.first]
    tops = [card.layout.lines[at] for at in title.lines]
    gap = min(
        max(line.top - one.bottom, one.top - line.bottom, 0.0)
        + max(line.left - one.right, one.left - line.right, 0.0)
        for line in tops
    )
    height = max(one.height, min(line.height for line in tops))
    return _BESIDE_NAME if gap < _NAME_BLOCK * height else _FAR_FROM_NAME


def _assigned(weights: Sequence[tuple[float, _Whole]], best: _Whole, field: int) -> Assigned:
    chosen = best[field]
    total = sum(weight for weight, _ in weights)
    agreeing = sum(weight for weight, whole in weights if whole[field].value == chosen.value)
    return Assigned(chosen.value or None, chosen.lines, agreeing / total)
