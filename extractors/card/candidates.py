"""What each field of a card could be: single lines and runs of lines, with their scores."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from extractors.card.companies import domain_agreement
from extractors.card.facts import CardFacts
from extractors.card.layout import Layout
from extractors.card.names import name_score
from extractors.card.roles import RoleScores, name_size_score
from extractors.card.text import is_cjk, squeezed, words
from extractors.card.titles import is_area, is_modifier, title_score

_MOST: Final = 9  # candidates a field; the true one is hardly ever lower
_LEAST_SCORE: Final = -1.5
_LEAST_TITLE: Final = -2.5  # a title in unknown words is known by its place
_NAME_PRIOR: Final = -1.0  # nearly every card has a name
_SAME_SIZE: Final = 1.3
_SHORT_NAME: Final = 2  # letters
_HALF_NAME: Final = 2  # words
_EDGE: Final = " ,;:|/-•*®™'\"`~=\u00b7"
_LEADS_ON: Final = ("and", "of", "for", "und", "de", "et", "y", "e", "i", "der", "di", "del", "für")
_LEADING_SIGNS: Final = ("&", "/", "-", "+")
_OWN_COMPANY: Final = 2.0  # agreement with the domain of what stands behind a title


@dataclass(frozen=True, slots=True)
class Candidate:
    """A value a field could have, the lines it takes, and its score in nats against none."""

    value: str
    lines: frozenset[int]
    score: float
    first: int


@dataclass(frozen=True, slots=True)
class CardLines:
    """The lines of a card without numbers and addresses, and what each looks like."""

    layout: Layout
    texts: Mapping[int, str]
    roles: Mapping[int, RoleScores]
    facts: CardFacts

    def below(self, at: int) -> int | None:
        """Return the line with words that follows one in its block."""
        lower = self.layout.below.get(at)
        return lower if lower in self.texts else None

    def size_ratio(self, one: int, other: int) -> float:
        """Return how much higher the higher of two lines is."""
        heights = self.layout.lines[one].height, self.layout.lines[other].height
        return max(heights) / max(1.0, min(heights))


def names(card: CardLines) -> list[Candidate]:
    """Return the lines, and pairs of short lines, that could be the person."""

    def found() -> Iterator[Candidate]:
        for at, text in card.texts.items():
            score = card.roles[at].name + _NAME_PRIOR
            yield Candidate(tidy(text), frozenset({at}), score, first=at)
            below = card.below(at)
            if below is not None and _is_half(text) and _is_half(card.texts[below]):
                yield _name_on_two_lines(card, at, below)

    return best(found())


def _is_half(text: str) -> bool:
    return 0 < len(words(text)) <= _HALF_NAME and not is_cjk(text)


def _name_on_two_lines(card: CardLines, at: int, below: int) -> Candidate:
    """Return the name that two words one above the other make, if they are of one size."""
    upper, lower = card.layout.lines[at], card.layout.lines[below]
    text = f"{card.texts[at]} {card.texts[below]}"
    size = max(upper.height, lower.height) / max(1.0, card.facts.median)
    score = name_score(text, card.facts) + name_size_score(size) + _NAME_PRIOR
    score -= 0.5 if card.size_ratio(at, below) < _SAME_SIZE else 2.1
    score += 1.0 if _is_in_mailbox(card.texts[below], card.facts) else 0.0
    return Candidate(tidy(text), frozenset({at, below}), score, first=at)


def _is_in_mailbox(text: str, facts: CardFacts) -> bool:
    letters = squeezed(text)
    return len(letters) > _SHORT_NAME and any(letters in squeezed(one) for one in facts.locals_)


def titles(card: CardLines) -> list[Candidate]:
    """Return the lines, and pairs of lines, that could be what the person is."""

    def found() -> Iterator[Candidate]:
        for at, text in card.texts.items():
            own = Candidate(_without_company(text, card), frozenset({at}), card.roles[at].title, at)
            yield own
            below = card.below(at)
            if below is not None:
                value = tidy(f"{text} {card.texts[below]}")
                score = own.score + _continuation(card, at, below)
                yield Candidate(value, frozenset({at, below}), score, first=at)

    return best(found(), least=_LEAST_TITLE)


def _without_company(text: str, card: CardLines) -> str:
    """Return a title without the company that stands behind it: `Founder, Acme`."""
    head, comma, tail = text.rpartition(", ")
    if comma and domain_agreement(tail, card.facts) > _OWN_COMPANY and title_score(head) > 0:
        return tidy(head)
    return tidy(text)


def _continuation(card: CardLines, at: int, below: int) -> float:
    """Return what it adds to a title to go on in the next line: one must lead into the other."""
    upper, lower = card.texts[at], card.texts[below]
    roles = card.roles[below]
    if card.size_ratio(at, below) > _SAME_SIZE:
        return -3.0
    tokens, following = words(upper), words(lower)
    leads = upper.endswith(_LEADING_SIGNS) or any(one in _LEADS_ON for one in tokens[-1:])
    follows = lower.startswith(_LEADING_SIGNS) or any(one in _LEADS_ON for one in following[:1])
    if leads or follows:
        return max(roles.title, 0.0) / 2 + (0.8 if max(roles.name, roles.company) < 1 else -1.5)
    if is_cjk(upper) and is_cjk(lower):
        return 0.8 if min(card.roles[at].title, roles.title) > 1 else -1.0
    if is_modifier(tokens) and roles.title > 1 and title_score(upper) < 1:
        return roles.title - min(0.0, card.roles[at].title) + 0.8  # "Managing" over "Director"
    return -1.5


def best(found: Iterator[Candidate], *, least: float = _LEAST_SCORE) -> list[Candidate]:
    """Return the candidates that are worth weighing, the best first."""
    kept = [one for one in found if one.value and one.score > least]
    kept.sort(key=lambda one: (-one.score, one.first))
    return kept[:_MOST]


def tidy(text: str) -> str:
    """Return a value without the signs that stand around it."""
    return text.strip(_EDGE)


def departments(card: CardLines, taken: frozenset[int]) -> str | None:
    """Return the part of the organisation, of the lines that no other field took."""
    left = [at for at in card.texts if at not in taken and _department(card, at, taken) > 0]
    best_line = max(left, key=lambda at: _department(card, at, taken), default=None)
    return None if best_line is None else tidy(card.texts[best_line])


def _department(card: CardLines, at: int, taken: frozenset[int]) -> float:
    """Return the score of a department; a mere field of work counts beside the person alone."""
    score = card.roles[at].department
    beside = card.layout.above(at) in taken or card.below(at) in taken
    return score if beside or not is_area(card.texts[at]) else -1.0
