"""How much a line looks like a part of a postal address."""

import re
from typing import Final

from extractors.card import vocabulary as known
from extractors.card.text import folded, is_cjk, words

POSTCODE: Final = re.compile(  # of about thirty countries
    r"\b\d{5,6}\b|\b\d{3}\s\d{2,3}\b|\b\d{3}-\d{4}\b|\b\d{4}\s?[A-Z]{2}\b|"
    r"\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b|\b[A-Z]\d[A-Z]\s?\d[A-Z]\d\b|"
    r"\b[A-Z]{1,2}-\d{4,5}\b|\b[A-Z]{2,3},? \d{4,5}\b"
)
_HOUSE: Final = re.compile(
    r"^#?\s?\d+[\w/\-]*[,\s]\s?[^\W\d]|[^\W\d]{3,}\.?\s#?\d+[a-z]?\b(?:[,/\-]|$)|#\s?\d|"
    r"\b\d+(?:st|nd|rd|th)\b|\b\d+F\b|\d+-\d+-\d+|\d/\d",
    re.IGNORECASE,
)
_SEPARATORS: Final = re.compile(r"[\u00b7\u2022|*]")
_POSTAL_MARK: Final = "\u3012"
_NO_ADDRESS: Final = -3.0
_COMPOUND: Final = 5  # letters; shorter words do not end in a street's word by design
_PREPOSITIONS: Final = known.word_set("to by at on")


def address_score(text: str) -> float:
    """Return the log-odds that a line belongs to an address, by its words and numbers."""
    if is_cjk(text):
        hits = len(known.ADDRESS_CJK.findall(text.replace(" ", "")))
        return min(4.0, 1.5 * hits) - 1.0 + (1.0 if POSTCODE.search(text) else 0.0)
    tokens = words(text)
    if not tokens:
        if not POSTCODE.fullmatch(text.strip(f" .,-{_POSTAL_MARK}")):
            return _NO_ADDRESS
        return 1.5 if _POSTAL_MARK in text else 0.3
    score = 1.1 * min(3, sum(map(_is_street_word, tokens)))
    score += 2.2 * bool(POSTCODE.search(text)) + 1.4 * bool(_HOUSE.search(text))
    score += 2.0 * (tokens[-1] in known.COUNTRIES)
    score += 2.0 * any(name in folded(text) for name in known.COUNTRY_PHRASES)
    score += 0.4 * min(3, text.count(",")) + 0.3 * any(map(str.isdigit, text))
    score -= 1.5 * any(map(_is_legal_form, tokens))
    score -= 1.2 * any(token in known.TITLE_WORDS for token in tokens)
    idle = known.SLOGAN_WORDS - known.LINKING_WORDS - _PREPOSITIONS
    score -= 0.6 * sum(token in idle for token in tokens)
    return score - 1.6 - (1.5 if _SEPARATORS.search(text) else 0.0)


def _is_street_word(token: str) -> bool:
    compound = len(token) > _COMPOUND and token.endswith(known.STREET_ENDINGS)
    return compound or token in known.STREET_WORDS


def _is_legal_form(token: str) -> bool:
    initials = 2  # letters: in addresses they stand for much else
    return len(token) > initials and token in known.LEGAL_FORMS - known.STREET_WORDS


def country(text: str) -> str | None:
    """Return the country a text names, as two letters."""
    named = [code for name, code in known.COUNTRY_PHRASES.items() if name in folded(text)]
    named += [known.COUNTRIES[word] for word in words(text) if word in known.COUNTRIES]
    return named[-1] if named else None
