"""Runs of lines that are one value: a company's name over two lines, a postal address."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from extractors.card import vocabulary as known
from extractors.card.candidates import Candidate, CardLines, best, tidy
from extractors.card.companies import company_score, domain_agreement, has_legal_form
from extractors.card.places import country, has_postcode, has_street, is_located
from extractors.card.roles import company_size_score
from extractors.card.text import joined_initials, words

_POST_BOX: Final = re.compile(r"p\.?\s?o\.?\s?box|postfach|postbus|apartado", re.IGNORECASE)
_HEADING: Final = re.compile(r"^([^\W\d][^\W\d. ]*(?:[. ]+[^\W\d. ]+){0,2}\.?)\s?:\s*(?=\S)")
_NO_HEADING: Final = known.word_set("box no nr cep cp postfach postbus bp apartado postboks")
_PICTOGRAM: Final = re.compile(r"^[9QOo0©®?◎]\s(?=\d)")  # how the sign of a place is read
_LABEL: Final = re.compile(
    r"^(?:add(?:ress)?|addr|adress[ae]?|anschrift|adres|direcci[oó]n|indirizzo|endere[cç]o|sede|"
    r"sede legale|si[eè]ge(?: social)?|cím|adresa|osoite|alamat)\b[\s.]+(?=\S.*\d)",
    re.IGNORECASE,
)
_GLUED_LOGO: Final = re.compile(r"^[A-Z0-9\W]{1,4}(?=株式会社|有限会社)")
_MAX_ADDRESS_LINES: Final = 6
_MAX_COMPANY_LINES: Final = 3
_COMPANY_PRIOR: Final = 1.1  # nearly every card has a company
_OTHER_DOMAIN: Final = -0.9  # the card has a domain, and the name is not in it
_ADDRESS_LINK: Final = 1.4  # lines of an address stand together
_ALIKE: Final = 1.15  # ratio of heights of lines that are printed alike
_NEW_OFFICE: Final = 4.6
_NOWHERE: Final = 1.5  # a number alone is of anything
_IDLE_LINE: Final = 1.1
_NO_SIGN: Final = -0.8  # score of a line without any sign of an address
_APART: Final = 0.8  # heights between two lines of an address
_STRANGER: Final = -1.5  # score of a line that has no part in a company's name
_SAME_SIZE: Final = 1.3
_FEW_WORDS: Final = 3
_IDLE_SIGNS: Final = re.compile(r"[*\u2022\u00b7|,!]")
_KINDS: Final = (
    known.ORGANISATION_WORDS | known.LEGAL_FORMS | known.LEGAL_ENDINGS | known.LINKING_WORDS
)
_OTHER_SIZE: Final = 1.6
_LOGO_SIZE: Final = 2.0  # ratio of heights of a logo and of what it is the logo of


def companies(card: CardLines) -> list[Candidate]:
    """Return the lines, and runs of up to three lines, that could be the organisation."""

    def found() -> Iterator[Candidate]:
        for at in card.texts:
            for run in _runs(card, at, _MAX_COMPANY_LINES):
                text = " ".join(card.texts[one] for one in run)
                text = _GLUED_LOGO.sub("", text)
                yield Candidate(tidy(text), frozenset(run), _company_run(card, run), first=at)

    return best(found())


def _company_run(card: CardLines, run: tuple[int, ...]) -> float:
    own = [card.roles[at].company for at in run]
    text = " ".join(card.texts[at] for at in run)
    agreed = domain_agreement(text, card.facts)
    prior = _COMPANY_PRIOR + (_OTHER_DOMAIN if card.facts.cores and not agreed else 0.0)
    if len(run) == 1:
        return own[0] + prior
    heights = [card.layout.lines[at].height for at in run]
    size = max(heights) / max(1.0, card.facts.median)
    whole = company_score(text, card.facts) + company_size_score(size)
    return whole + prior + _cohesion(card, run) - _strangers(card, run)


def _cohesion(card: CardLines, run: tuple[int, ...]) -> float:
    """Return what speaks for lines being one name: one size, one case, a legal form last."""
    ratio = max(card.size_ratio(one, other) for one, other in pairwise(run))
    kinds = all(_only_says_what(card.texts[at]) for at in run[1:])
    if kinds and (ratio < _LOGO_SIZE or all(len(words(card.texts[at])) == 1 for at in run[1:])):
        return 1.2
    score = 0.3 if ratio < _SAME_SIZE else -0.6 if ratio < _OTHER_SIZE else -1.3
    score += 0.2 if len({card.texts[at].isupper() for at in run}) == 1 else -0.5
    first = domain_agreement(card.texts[run[0]], card.facts)
    whole = domain_agreement(" ".join(card.texts[at] for at in run), card.facts)
    complete = first >= whole > 0 and not has_legal_form(card.texts[run[-1]])
    return score - (1.1 if complete and ratio >= _ALIKE else 0.0)


def _only_says_what(text: str) -> bool:
    """Return whether a line but says what an organisation is: `Packers & Movers`, `University`."""
    tokens = words(joined_initials(text))
    short = 0 < len(tokens) <= _FEW_WORDS and not _IDLE_SIGNS.search(text)
    return short and all(token in _KINDS for token in tokens)


def _strangers(card: CardLines, run: tuple[int, ...]) -> float:
    """Return what speaks against it: lines of another kind, a name that has ended before."""
    roles = [card.roles[at] for at in run]
    cost = sum(1.1 for one in roles if one.company < _STRANGER)
    cost += sum(1.6 for one in roles if one.address > max(0.5, one.company))
    cost += sum(1.5 for one in roles if max(one.title, one.name) > max(1.5, one.company))
    ended = [at for at in run[:-1] if has_legal_form(card.texts[at])]
    return cost + sum(4.0 for at in ended if not card.texts[at].rstrip().endswith(("&", "+", "-")))


def addresses(card: CardLines) -> list[Candidate]:
    """Return the runs of lines that could be a postal address."""

    def found() -> Iterator[Candidate]:
        for at in card.texts:
            for run in _runs(card, at, _MAX_ADDRESS_LINES):
                if any(_heading(card.texts[one]) for one in run[1:]):
                    break
                text = in_one_line(card.texts[one] for one in run)
                yield Candidate(
                    _bare_address(text), frozenset(run), _address_run(card, run), first=at
                )

    return best(found())


def _bare_address(text: str) -> str:
    heading = _heading(text)
    return tidy(_PICTOGRAM.sub("", _LABEL.sub("", text[len(heading) :].lstrip())))


def _heading(text: str) -> str:
    """Return the words and the colon that head an address: `Head Office:`, not `P.O. Box:`."""
    found = _HEADING.match(text)
    if not found or any(token in _NO_HEADING for token in words(found[1])):
        return ""
    return found[0]


def in_one_line(texts: Iterable[str]) -> str:
    """Return the lines of an address parted by commas, as it is written in one line."""
    return ", ".join(text.rstrip(" ,") for text in texts)


def _address_run(card: CardLines, run: tuple[int, ...]) -> float:
    """Return the score of an address: its lines' and their ties; two postcodes are two offices."""
    score = sum(card.roles[at].address for at in run)
    for one, other in pairwise(run):
        score += _ADDRESS_LINK * (2 if card.texts[one].endswith((",", "-")) else 1)
        score += 0.4 if card.size_ratio(one, other) < _ALIKE else -0.3
        score -= 0.6 if _is_apart(card, one, other) else 0.0
    score -= _IDLE_LINE * sum(_is_idle(card, run, place) for place in range(len(run)))
    texts = [card.texts[at] for at in run]
    score -= 0.0 if any(map(is_located, texts)) else _NOWHERE
    offices = sum(has_postcode(text) for text in texts)
    ended = sum(country(text) is not None for text in texts[:-1])
    return score - 3.5 * max(0, offices - 1) - 2.0 * ended - _NEW_OFFICE * _restarts(texts)


def _restarts(texts: Sequence[str]) -> int:
    """Return how often a street or box comes after an address that was complete."""
    street = code = False
    count = 0
    for text in texts:
        located = has_street(text) or bool(_POST_BOX.search(text))
        count += street and code and located
        street, code = street or located, code or has_postcode(text) or country(text) is not None
    return count


def _is_idle(card: CardLines, run: tuple[int, ...], place: int) -> bool:
    """Return whether nothing says that a line of a run is of an address, not even a comma."""
    led_on = place > 0 and card.texts[run[place - 1]].endswith((",", "-"))
    own = card.texts[run[place]]
    return card.roles[run[place]].address < _NO_SIGN and not led_on and not own.endswith(",")


def _is_apart(card: CardLines, one: int, other: int) -> bool:
    upper, lower = card.layout.lines[one], card.layout.lines[other]
    return lower.top - upper.bottom > _APART * min(upper.height, lower.height)


def _runs(card: CardLines, start: int, longest: int) -> Iterator[tuple[int, ...]]:
    """Yield the runs of following lines that begin with a line."""
    run: tuple[int, ...] = ()
    at: int | None = start
    while at is not None and len(run) < longest:
        run = (*run, at)
        yield run
        at = card.below(at)
