"""How much each line looks like a name, a title, a company or an address, taken by itself.

Scores are log-odds against a line of no interest (a slogan, a certificate), in nats; zero says
nothing. They are set by hand from what is general to business cards.
"""

from dataclasses import dataclass
from typing import Final

from extractors.card.companies import company_score
from extractors.card.facts import CardFacts
from extractors.card.layout import Line
from extractors.card.names import name_score
from extractors.card.places import address_score
from extractors.card.text import squeezed
from extractors.card.titles import department_score, title_score
from extractors.card.vocabulary import SLOGAN_PHRASES

_MIN_LETTERS: Final = 2
_IMPOSSIBLE: Final = -9.0
_SLOGAN: Final = -4.0


@dataclass(frozen=True, slots=True)
class RoleScores:
    """Log-odds of each role for one line."""

    name: float
    title: float
    department: float
    company: float
    address: float


def role_scores(line: Line, text: str, facts: CardFacts) -> RoleScores:
    """Return the scores of a line; `text` is what is left of it without numbers and addresses."""
    if len(squeezed(text)) < _MIN_LETTERS:
        return RoleScores(*[_IMPOSSIBLE] * 5)
    size = line.height / max(1.0, facts.median)
    slogan = _SLOGAN if SLOGAN_PHRASES.search(text) else 0.0
    company = company_score(text, facts)
    address = address_score(text) - max(0.0, 2 * (size - 1.4)) - max(0.0, company) / 2
    return RoleScores(
        name=name_score(text, facts) + name_size_score(size) + slogan,
        title=title_score(text) - max(0.0, size - 1.5) + slogan,
        department=department_score(text) + slogan,
        company=company + company_size_score(size) + slogan,
        address=address + slogan / 2,
    )


def name_size_score(size: float) -> float:
    """Return what the height of a line, in median heights, says for a person's name."""
    return min(0.8, 0.8 * (size - 1))


def company_size_score(size: float) -> float:
    """Return what the height of a line, in median heights, says for an organisation's name."""
    return min(2.0, 1.3 * (size - 1))
