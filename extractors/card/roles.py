"""How much each line looks like a name, a title, a company or an address, taken by itself.

Scores are log-odds against a line of no interest (a slogan, a certificate), in nats; zero says
nothing. Their weights were set by hand from what is general to business cards, then moved half the
way to where labelled cards of several kinds are likeliest with a third of the words hidden; moved
all the way they fitted those cards better and other cards worse.
"""

from dataclasses import dataclass
from typing import Final

from extractors.card.companies import company_score
from extractors.card.facts import CardFacts
from extractors.card.labels import is_label
from extractors.card.layout import Line
from extractors.card.names import name_score
from extractors.card.places import address_score
from extractors.card.text import squeezed, words
from extractors.card.titles import department_score, title_score
from extractors.card.vocabulary import CLOCK, REGISTER_NUMBERS, SLOGAN_PHRASES, WEEKDAYS

_MIN_LETTERS: Final = 2
_IMPOSSIBLE: Final = -9.0
_SLOGAN: Final = -4.3
_BESIDE_NUMBER: Final = -1.7  # words before a telephone number say whose it is
_A_NUMBER: Final = 6  # digits
_HIGHEST: Final = 0.95  # of the highest line
_WEEK: Final = 2  # names of days in a line about opening hours


@dataclass(frozen=True, slots=True)
class RoleScores:
    """Log-odds of each role for one line."""

    name: float
    title: float
    department: float
    company: float
    address: float


NO_ROLE: Final = RoleScores(*[_IMPOSSIBLE] * 5)


def role_scores(line: Line, text: str, facts: CardFacts) -> RoleScores:
    """Return the scores of a line; `text` is what is left of it without numbers and addresses."""
    if len(squeezed(text)) < _MIN_LETTERS or is_small_print(text) or is_label(text):
        return NO_ROLE
    size = line.height / max(1.0, facts.median)
    slogan = _SLOGAN if SLOGAN_PHRASES.search(text) else 0.0
    beside_number = _BESIDE_NUMBER if _has_number(line.text, text) else 0.0
    company = company_score(text, facts) + beside_number
    address = address_score(text) - max(0.0, 2 * (size - 1.3)) - max(0.0, company) / 2
    return RoleScores(
        name=name_score(text, facts) + name_size_score(size) + slogan,
        title=title_score(text) + beside_number / 2 - max(0.0, size - 1.3) + slogan,
        department=department_score(text) + slogan,
        company=company + company_size_score(size) + stands_out(line, facts) + slogan,
        address=address + slogan / 2,
    )


def _has_number(printed: str, left: str) -> bool:
    """Return whether a telephone number stood on a line besides the words that are left."""
    digits = sum(map(str.isdigit, printed)) - sum(map(str.isdigit, left))
    return digits >= _A_NUMBER


def is_small_print(text: str) -> bool:
    """Return whether a line says when somebody is there, or gives a tax or register number."""
    if REGISTER_NUMBERS.search(text) or CLOCK.search(text):
        return True
    return sum(token in WEEKDAYS for token in words(text)) >= _WEEK


def name_size_score(size: float) -> float:
    """Return what the height of a line, in median heights, says for a person's name."""
    return min(0.8, 0.7 * (size - 1))


def stands_out(line: Line, facts: CardFacts) -> float:
    """Return what it says for an organisation's name to be the highest line, or the first."""
    highest = 0.3 if line.height >= _HIGHEST * facts.tallest else 0.0
    return highest + (0.2 if line.at == 0 else 0.0)


def company_size_score(size: float) -> float:
    """Return what the height of a line, in median heights, says for an organisation's name."""
    return min(2.0, 1.7 * (size - 1))
