"""How much a line looks like a part of a postal address."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from extractors.card import vocabulary as known
from extractors.card.text import is_cjk, joined_initials, words

POSTCODE: Final = re.compile(  # of about forty countries
    r"\b\d{5,6}\b|\b\d{3}\s\d{2,3}\b|\b\d{3}-\d{4}\b|\b\d{4}\s?[A-Z]{2}\b|\b\d{2}-\d{3}\b|"
    r"\b[A-Za-z]{1,2}\d[A-Za-z\d]?\s?\d[A-Za-z]{2}\b|\b[A-Z]\d[A-Z]\s?\d[A-Z]\d\b|"
    r"\b[A-Z]{1,2}-\d{4,5}\b|\b[A-Z]{2,3},? \d{4,5}\b|\b\d{5}-\d{3,4}\b|\b\d{4}-\d{3}\b|"
    r"\b[A-Z]\d{2}\s[A-Z\d]{4}\b"
)
_LEADING: Final = re.compile(r"^(?P<number>\d{4,6})\s+(?P<first>[^,]+)")
_HOUSE: Final = re.compile(
    r"^#?\s?\d+[\w/\-]*[,\s]\s?[^\W\d]|[^\W\d_]{3,}\.?\s#?\d+[a-z]?\b(?:[,/\-]|$)|#\s?\d|"
    r"\b\d+(?:st|nd|rd|th)\b|\b\d+F\b|\d+-\d+-\d+|\d/\d|\b(?:n[or°º]\.?|km\.?)\s?\d|\bc/\s",
    re.IGNORECASE,
)
_SEPARATORS: Final = re.compile(r"[\u00b7\u2022|*]")
_HANDLE: Final = re.compile(r"(?:^|\s)[@#][^\W\d]")
_POSTAL_MARK: Final = "\u3012"
_NO_ADDRESS: Final = -3.0
_COMPOUND: Final = 5  # letters; shorter words do not end in a street's word by design
_FEW_DIGITS: Final = 4  # of the postcodes that stand before a town in small countries
_SHORT: Final = 2  # letters of a word that stands for much else
_LONGEST_PLACE: Final = 4  # words
_PREPOSITIONS: Final = known.word_set("to by at on")
_OTHER_TITLES: Final = known.TITLE_WORDS - known.STREET_WORDS
_ORGANISATIONS: Final = known.ORGANISATION_WORDS - known.STREET_WORDS
_IDLE: Final = known.SLOGAN_WORDS - known.LINKING_WORDS - _PREPOSITIONS - known.STREET_WORDS


def address_score(text: str) -> float:
    """Return the log-odds that a line belongs to an address, by its words and numbers."""
    if is_cjk(text):
        hits = len(known.ADDRESS_CJK.findall(text.replace(" ", "")))
        return min(5.2, 1.7 * hits) - 1.0 + (1.0 if POSTCODE.search(text) else 0.0)
    tokens = words(text)
    if not tokens:
        if not POSTCODE.fullmatch(text.strip(f" .,-{_POSTAL_MARK}")):
            return _NO_ADDRESS
        return 1.5 if _POSTAL_MARK in text else 0.3
    numbered = any(map(str.isdigit, text))
    score = min(3.3, sum(map(_street_word, tokens)))
    score += 2.5 * has_postcode(text) + 1.8 * bool(_HOUSE.search(text))
    score += 2.3 * (country(text) is not None) + 0.9 * min(2, len(list(places(tokens))))
    score += 0.5 * min(3, text.count(",")) + 0.3 * numbered
    score -= 1.5 * any(map(_is_legal_form, tokens))
    score -= 1.4 * any(token in _OTHER_TITLES for token in tokens)
    score -= 0.6 * sum(token in _IDLE and token not in known.PLACES for token in tokens)
    score -= 0.6 * min(2, sum(token in _ORGANISATIONS for token in tokens))
    score -= (0.4 if numbered else 1.9) if _SEPARATORS.search(text) else 0.0
    score -= 2.0 if _HANDLE.search(text) else 0.0
    return score - 1.6


def has_street(text: str) -> bool:
    """Return whether a line says where in a town something is: a street, a house's number."""
    if is_cjk(text):
        return bool(known.ADDRESS_CJK.search(text.replace(" ", "")))
    return bool(_HOUSE.search(text)) or any(map(_street_word, words(text)))


def is_located(text: str) -> bool:
    """Return whether a text names a street, a town or a country, or has a postcode."""
    tokens = words(text)
    named = any(map(_street_word, tokens)) or any(True for _ in places(tokens))
    return named or is_cjk(text) or has_postcode(text) or country(text) is not None


def has_postcode(text: str) -> bool:
    """Return whether a line has a postcode; `15000 Harbor Blvd` begins with the house's number."""
    leading = _LEADING.match(text)
    if leading and any(map(_street_word, words(leading["first"]))):
        return bool(POSTCODE.search(text, leading.end("number")))
    return bool(leading and len(leading["number"]) <= _FEW_DIGITS) or bool(POSTCODE.search(text))


def _street_word(token: str) -> float:
    compound = len(token) > _COMPOUND and token.endswith(known.STREET_ENDINGS)
    if compound or (token in known.STREET_WORDS and len(token) > _SHORT):
        return 1.4
    return 0.8 if token in known.STREET_WORDS else 0.0


def _is_legal_form(token: str) -> bool:
    return len(token) > _SHORT and token in known.LEGAL_FORMS - known.STREET_WORDS


def places(tokens: Sequence[str]) -> Iterator[str]:
    """Yield the towns, provinces and states that folded words name, the longest first."""
    at = 0
    while at < len(tokens):
        length = _place_length(tokens, at)
        if length:
            yield " ".join(tokens[at : at + length])
        at += max(1, length)


def _place_length(tokens: Sequence[str], at: int) -> int:
    longest = min(_LONGEST_PLACE, len(tokens) - at)
    lengths = range(longest, 0, -1)
    return next((n for n in lengths if " ".join(tokens[at : at + n]) in known.PLACES), 0)


def is_place(tokens: Sequence[str]) -> bool:
    """Return whether folded words are the name of a place, with or without its country."""
    whole = " ".join(tokens)
    if whole in known.COUNTRIES:
        return True
    several = len(tokens) > 1
    return several and (whole in known.PLACES or _ends_in_country(tokens))


def _ends_in_country(tokens: Sequence[str]) -> bool:
    return tokens[-1] in known.COUNTRIES and " ".join(tokens[:-1]) in known.PLACES


@lru_cache(maxsize=2048)
def country(text: str) -> str | None:
    """Return the country a text names, as two letters."""
    tokens = words(joined_initials(text)) or tuple(text.split())
    named = None
    at = 0
    while at < len(tokens):
        length = _country_length(tokens, at)
        if length:
            named = known.COUNTRIES[" ".join(tokens[at : at + length])]
        at += max(1, length)
    return named


def _country_length(tokens: Sequence[str], at: int) -> int:
    longest = min(_LONGEST_PLACE, len(tokens) - at)
    lengths = range(longest, 0, -1)
    return next((n for n in lengths if " ".join(tokens[at : at + n]) in known.COUNTRIES), 0)
