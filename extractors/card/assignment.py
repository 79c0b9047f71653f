"""Which line is which field: the best consistent whole, and how sure each part of it is.

Each field has its candidates and the choice of none; a whole takes one of each so that no line is
used twice. Its score is the sum of its parts' and of how well they go together. What a field's
chosen value is worth is the share of all wholes, weighted by the exponential of their scores, that
agree with it.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from extractors.card.candidates import Candidate, CardLines, names, titles
from extractors.card.runs import addresses, companies
from extractors.card.text import is_cjk, squeezed

_BESIDE_NAME: Final = 1.8  # a title next to the name
_UNDER_NAME: Final = 0.5  # a title that the name leads into
_NAME_BLOCK: Final = 2.6  # heights of a line within which a title stands next to a name
_FAR_FROM_NAME: Final = -0.9
_OVER_ADDRESS: Final = 0.6  # a company's name right above its address
_RUNS_INTO_COMPANY: Final = -1.0  # a name right over the company's may be its first line
_FIRST_OFFICE: Final = 0.16  # a line further down an address has less of a claim
_TITLE_ALONE: Final = -2.1  # a title without a name
_OTHER_SCRIPT: Final = -0.8  # a card in two scripts says all in each of them
_IN_LATIN: Final = 0.3  # which more readers can read
_FIELDS: Final = 4
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
    wholes = list(_wholes(card))
    best_score, best = max(wholes, key=lambda one: one[0])
    weights = [(math.exp(score - best_score), whole) for score, whole in wholes]
    return Assignment(*(_assigned(weights, best, field) for field in range(_FIELDS)))


def _wholes(card: CardLines) -> Iterator[tuple[float, _Whole]]:
    """Yield all consistent wholes with their scores; what two fields share is added by pairs."""
    people = _persons(card)
    firms = [(one, _mask(one)) for one in (*companies(card), _NONE)]
    offices = addresses(card)
    top = min((one.first for one in offices), default=0)
    places = [(one, _mask(one), one.score - _FIRST_OFFICE * (one.first - top)) for one in offices]
    places.append((_NONE, 0, 0.0))
    for name, title, taken, person in people:
        for company, firm in firms:
            if taken & firm and not _is_named_after(card, name, company, taken & firm):
                continue
            both = person + company.score + _name_and_company(card, name, title, company)
            for address, place, score in places:
                if not (taken | firm) & place:
                    over = _over_address(card, company, address)
                    yield both + score + over, (name, title, company, address)


def _is_named_after(card: CardLines, name: Candidate, company: Candidate, shared: int) -> bool:
    """Return whether a company's name begins with its owner's, which the domain is too."""
    longer = shared == _mask(name) and name.lines < company.lines
    return longer and squeezed(name.value) in map(squeezed, card.facts.cores)


def _persons(card: CardLines) -> list[tuple[Candidate, Candidate, int, float]]:
    """Return the pairs of name and title that share no line: both, their lines, their score."""
    found = []
    for name in (*names(card), _NONE):
        for title in (*titles(card), _NONE):
            if not name.lines & title.lines:
                score = name.score + title.score + _name_and_title(card, name, title)
                found.append((name, title, _mask(name) | _mask(title), score))
    return found


def _mask(one: Candidate) -> int:
    return sum(1 << at for at in one.lines)


def _name_and_title(card: CardLines, name: Candidate, title: Candidate) -> float:
    if not title.lines:
        return 0.0 if is_cjk(name.value) or not name.lines else _IN_LATIN
    if not name.lines:
        return _TITLE_ALONE
    score = _nearness(card, name, title)
    return score + (_OTHER_SCRIPT if is_cjk(name.value) != is_cjk(title.value) else 0.0)


def _name_and_company(
    card: CardLines, name: Candidate, title: Candidate, company: Candidate
) -> float:
    if not company.lines:
        return 0.0
    score = 0.0
    if name.lines and card.layout.below.get(name.first) in company.lines:
        score += _RUNS_INTO_COMPANY
    person = name.value or title.value
    if person and is_cjk(person) != is_cjk(company.value):
        score += _OTHER_SCRIPT
    return score


def _over_address(card: CardLines, company: Candidate, address: Candidate) -> float:
    if not company.lines or not address.lines:
        return 0.0
    over = card.layout.below.get(max(company.lines)) == address.first
    return _OVER_ADDRESS if over else 0.0


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
    under = card.layout.below.get(max(name.lines)) in title.lines
    if gap < _NAME_BLOCK * height:
        return _BESIDE_NAME + (_UNDER_NAME if under else 0.0)
    return _FAR_FROM_NAME


def _assigned(weights: Sequence[tuple[float, _Whole]], best: _Whole, field: int) -> Assigned:
    chosen = best[field]
    total = sum(weight for weight, _ in weights)
    agreeing = sum(weight for weight, whole in weights if whole[field].value == chosen.value)
    return Assigned(chosen.value or None, chosen.lines, agreeing / total)
