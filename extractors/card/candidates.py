"""What each field of a card could be: single lines and runs of lines, with their scores."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from extractors.card import vocabulary as known
from extractors.card.companies import company_score
from extractors.card.facts import CardFacts
from extractors.card.layout import Layout
from extractors.card.names import name_score, without_degrees
from extractors.card.places import POSTCODE, country
from extractors.card.roles import RoleScores, company_size_score, name_size_score
from extractors.card.text import is_cjk, words

_MOST: Final = 8  # candidates a field; the true one is hardly ever lower
_LEAST_SCORE: Final = -1.5
_CONNECTING: Final = re.compile(r"(?:\b(?:and|of|for|und|de|et)|[&,/\-])$", re.IGNORECASE)
_HEADING: Final = re.compile(r"^(?:[A-Z][\w ]{1,14}|[^\W\d_a-zA-Z]{2,6})\s?:")
_POST_BOX: Final = re.compile(r"p\.?\s?o\.?\s?box|postfach|postbus|apartado", re.IGNORECASE)
_OFFICE_HEADING: Final = re.compile(
    r"^(?:[A-Za-z][A-Za-z. ]{1,18}|[^\W\d_a-zA-Z]{1,6})\s?:\s*(?=\S)"
)
_GLUED_LOGO: Final = re.compile(r"^[A-Z0-9\W]{1,4}(?=株式会社|有限会社)")
_MAX_ADDRESS_LINES: Final = 6
_MAX_COMPANY_LINES: Final = 3
_NAME_PRIOR: Final = -1.0  # nearly every card has a name and a company
_COMPANY_PRIOR: Final = 1.2
_ADDRESS_LINK: Final = 1.0  # lines of an address stand together
_STRANGER: Final = -1.5  # score of a line that has no part in a company's name
_SAME_SIZE: Final = 1.3
_LEGAL_ENDS: Final = frozenset((form,) for form in known.LEGAL_FORMS)


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


def names(card: CardLines) -> list[Candidate]:
    """Return the lines, and pairs of short lines, that could be the person."""

    def found() -> Iterator[Candidate]:
        for at, text in card.texts.items():
            score = card.roles[at].name + _NAME_PRIOR
            yield Candidate(without_degrees(text), frozenset({at}), score, first=at)
            below = card.layout.below.get(at, -1)
            if below in card.texts and _is_half(text) and _is_half(card.texts[below]):
                yield _name_on_two_lines(card, at, below)

    return _best(found())


def _is_half(text: str) -> bool:
    return len(words(text)) == 1 and not is_cjk(text)


def _name_on_two_lines(card: CardLines, at: int, below: int) -> Candidate:
    """Return the name that two words one above the other make, if they are of one size."""
    upper, lower = card.layout.lines[at], card.layout.lines[below]
    text = f"{card.texts[at]} {card.texts[below]}"
    alike = max(upper.height, lower.height) < _SAME_SIZE * min(upper.height, lower.height)
    size = max(upper.height, lower.height) / max(1.0, card.facts.median)
    score = name_score(text, card.facts) + name_size_score(size) + _NAME_PRIOR
    score -= 0.5 if alike else 2.0
    return Candidate(without_degrees(text), frozenset({at, below}), score, first=at)


def titles(card: CardLines) -> list[Candidate]:
    """Return the lines, and pairs of lines, that could be what the person is."""

    def found() -> Iterator[Candidate]:
        for at, text in card.texts.items():
            score = card.roles[at].title
            yield Candidate(_tidy(text), frozenset({at}), score, first=at)
            below = card.layout.below.get(at, -1)
            if below in card.texts:
                lower = card.texts[below]
                joined = _joined_title_score(text, lower, score, card.roles[below].title)
                yield Candidate(_tidy(f"{text} {lower}"), frozenset({at, below}), joined, first=at)

    return _best(found())


def _joined_title_score(upper: str, lower: str, score: float, lower_score: float) -> float:
    """Return the score of a title on two lines: one must lead into the other."""
    if _CONNECTING.search(upper) and not upper.endswith(","):
        return score + max(lower_score, 0.0) / 2 + 0.8
    both = min(score, lower_score) > 1 and is_cjk(upper) == is_cjk(lower)
    return score + (0.6 if both and is_cjk(upper) else -1.0)


def companies(card: CardLines) -> list[Candidate]:
    """Return the lines, and runs of up to three lines, that could be the organisation."""

    def found() -> Iterator[Candidate]:
        for at in card.texts:
            for run in _runs(card, at, _MAX_COMPANY_LINES):
                text = " ".join(card.texts[one] for one in run)
                text = _GLUED_LOGO.sub("", text)
                yield Candidate(_tidy(text), frozenset(run), _company_run(card, run), first=at)

    return _best(found())


def _company_run(card: CardLines, run: tuple[int, ...]) -> float:
    own = [card.roles[at].company for at in run]
    if len(run) == 1:
        return own[0] + _COMPANY_PRIOR
    text = " ".join(card.texts[at] for at in run)
    heights = [card.layout.lines[at].height for at in run]
    size = max(heights) / max(1.0, card.facts.median)
    cohesion = 0.3 if max(heights) < _SAME_SIZE * min(heights) else -0.5
    capitals = {card.texts[at].isupper() for at in run}
    cohesion += 0.2 if len(capitals) == 1 else -0.4
    roles = [card.roles[at] for at in run]
    stranger = sum(1.0 for one in roles if one.company < _STRANGER)
    stranger += sum(1.5 for one in roles if one.address > max(0.5, one.company))
    stranger += sum(2.5 for at in run[:-1] if words(card.texts[at])[-1:] in _LEGAL_ENDS)
    whole = company_score(text, card.facts) + company_size_score(size)
    return whole + _COMPANY_PRIOR + cohesion - stranger


def addresses(card: CardLines) -> list[Candidate]:
    """Return the runs of lines that could be a postal address."""

    def found() -> Iterator[Candidate]:
        for at in card.texts:
            for run in _runs(card, at, _MAX_ADDRESS_LINES):
                if any(_HEADING.match(card.texts[one]) for one in run[1:]):
                    continue
                score = _address_run(card, run)
                text = _in_one_line(card.texts[one] for one in run)
                yield Candidate(
                    _tidy(_OFFICE_HEADING.sub("", text)), frozenset(run), score, first=at
                )

    return _best(found())


def _in_one_line(texts: Iterable[str]) -> str:
    """Return the lines of an address parted by commas, as it is written in one line."""
    return ", ".join(text.rstrip(" ,") for text in texts)


def _address_run(card: CardLines, run: tuple[int, ...]) -> float:
    """Return the score of an address: its lines' and their ties; two postcodes are two offices."""
    score = sum(card.roles[at].address for at in run)
    for at in run[:-1]:
        score += _ADDRESS_LINK * (2 if card.texts[at].endswith((",", "-")) else 1)
    texts = [card.texts[at] for at in run]
    places = sum(bool(POSTCODE.search(text)) for text in texts)
    ended = sum(country(text) is not None for text in texts[:-1])
    boxes = sum(bool(_POST_BOX.match(text)) for text in texts[1:])
    return score - 2.5 * max(0, places - 1) - 2.0 * ended - 1.5 * boxes


def _runs(card: CardLines, start: int, longest: int) -> Iterator[tuple[int, ...]]:
    """Yield the runs of following lines that begin with a line."""
    run: tuple[int, ...] = ()
    at: int | None = start
    while at is not None and at in card.texts and len(run) < longest:
        run = (*run, at)
        yield run
        at = card.layout.below.get(at)


def _best(found: Iterator[Candidate]) -> list[Candidate]:
    kept = [one for one in found if one.value and one.score > _LEAST_SCORE]
    kept.sort(key=lambda one: (-one.score, one.first))
    return kept[:_MOST]


def _tidy(text: str) -> str:
    return text.strip(" ,;:|/-•*®™'\"`~=")


def departments(card: CardLines, taken: frozenset[int]) -> str | None:
    """Return the part of the organisation, of the lines that no other field took."""
    left = [at for at in card.texts if at not in taken and card.roles[at].department > 0]
    best = max(left, key=lambda at: card.roles[at].department, default=None)
    return None if best is None else _tidy(card.texts[best])
