"""How much a line looks like an organisation's name."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from extractors.card import vocabulary as known
from extractors.card.facts import CardFacts
from extractors.card.text import is_cjk, joined_initials, squeezed, words

_NO_COMPANY: Final = -5.0
_SHORT_HAN: Final = 6  # signs: as long as a person's name
_SEPARATORS: Final = re.compile(r"[\u00b7\u2022|*]")  # between the items of an offer
_SMALL_WORD: Final = re.compile(r"(?<![\w'.@])[^\W\d_A-ZÀ-ÖØ-Þ]{4,}(?![\w'.@])")
_SAID: Final = re.compile(  # by a slogan
    r"[!?\u2026]|\.\.|(?:\w+\W+){3,}[^\W\d_]{4,}\.$|(?:[^\W\d_]{4,}\.\s+){2,}|"
    r"(?:[^\W\d_]{4,}\.\s+)[^\W\d_]{4,}\.$"
)
_SENTENCE: Final = 8  # words
_SHORT_CORE: Final = 2  # letters of a domain that say something
_WORD: Final = 3  # letters of a word that say something
_LONG_WORD: Final = 4
_PRINTED_WORD: Final = re.compile(r"[^\W\d_]+")
_WELLNESS: Final = re.compile(r"(?:&|and|und|y|e|et)\s+spa$", re.IGNORECASE)
_IDLE: Final = known.SLOGAN_WORDS - known.LINKING_WORDS - known.ORGANISATION_WORDS
_TRADE: Final = known.ORGANISATION_WORDS - known.ORGANISATION_KINDS
_TELLING: Final = 2  # words; more of them say no more
_OTHER_TITLES: Final = known.TITLE_WORDS - known.ORGANISATION_WORDS
_DEPARTMENTS: Final = known.DEPARTMENT_WORDS - known.ORGANISATION_WORDS
_HANDLE: Final = re.compile(r"[@#]\w")
_AMPERSAND: Final = ("and", "und", "et", "y", "e", "i", "og", "och", "en")


def company_score(text: str, facts: CardFacts) -> float:
    """Return the log-odds that a line is an organisation's name, by its words and the domains."""
    tokens = words(joined_initials(text))
    compact = text.replace(" ", "")
    if known.LEGAL_CJK.search(compact):
        return 4.5 - (2.0 if known.ADDRESS_CJK.search(text) else 0.0)
    if not tokens or _HANDLE.match(text):
        return _NO_COMPANY
    agreed = domain_agreement(text, facts)
    if is_cjk(text):
        return agreed - (2.9 if len(squeezed(text)) <= _SHORT_HAN else 1.0)
    score = _by_words(text, tokens) + agreed
    score += 0.7 * (squeezed(text) in facts.repeated)
    score -= 0.7 * min(4, sum(map(str.isdigit, text)))
    score -= 1.0 if text.count(",") > 1 else 0.0
    score -= 1.7 if _SEPARATORS.search(text) else 0.0
    score -= 0.0 if facts.small else 0.5 * min(3, len(_SMALL_WORD.findall(text)))
    score -= 1.2 * bool(_SAID.search(text))
    if all(token in known.ORDINARY_WORDS for token in tokens) and not agreed:
        score -= 1.6  # "TECHNOLOGIES LTD", "Financial Services": the name stands elsewhere
    if all(token in known.STREET_WORDS for token in tokens) and not agreed:
        score -= 2.0  # "Industrial Estate"
    return score - (0.7 if score > 0 else 1.1)


def _by_words(text: str, tokens: Sequence[str]) -> float:
    score = 3.4 * has_legal_form(text)
    kinds = min(_TELLING, sum(token in known.ORGANISATION_KINDS for token in tokens))
    trade = sum(token in _TRADE for token in tokens)
    score += 1.6 * kinds + 0.6 * min(_TELLING - kinds, trade)
    score -= 1.2 * sum(token in _IDLE for token in tokens)
    score -= 1.2 * sum(token in _OTHER_TITLES for token in tokens)
    score -= 1.5 * any(token in _DEPARTMENTS for token in tokens)
    return score - (2.3 if len(tokens) > _SENTENCE else 0.0)


@lru_cache(maxsize=4096)
def has_legal_form(text: str) -> bool:
    """Return whether a legal form stands in a name: `GmbH` anywhere, `AG` last, `PT` first."""
    if _WELLNESS.search(text):
        return False
    joined = joined_initials(text)
    printed = _PRINTED_WORD.findall(joined)
    tokens = [squeezed(word) for word in printed]
    if not tokens or len(squeezed(text)) == len(tokens[0]):
        return bool(tokens) and tokens[0] in known.LEGAL_FORMS
    if any(token in known.LEGAL_FORMS for token in words(joined)):
        return True
    ends = tokens[-1] in known.LEGAL_ENDINGS and _is_form(printed[-1], text)
    return ends or (tokens[0] in known.LEGAL_BEGINNINGS and _is_form(printed[0], text))


def _is_form(word: str, text: str) -> bool:
    """Return whether a short word is printed as a legal form is: in capitals, or with dots."""
    dotted = word not in text or text.rstrip().endswith(f" {word}.")
    return dotted or word.isupper() or word[-1].isupper() or squeezed(word) in {"co", "oy", "ets"}


def domain_agreement(text: str, facts: CardFacts) -> float:
    """Return how far the domain of an address, or of a free one its mailbox, confirms a name."""
    letters = squeezed(text)
    tokens = [token for token in words(joined_initials(text)) if token not in known.LEGAL_FORMS]
    agreed = [_core_agreement(squeezed(core), letters, tokens) for core in facts.cores]
    mailbox = len(letters) > _LONG_WORD and any(letters in squeezed(one) for one in facts.locals_)
    if mailbox and not facts.cores:
        agreed.append(2.0)  # acme@gmail.com
    return max(agreed, default=0.0)


def _core_agreement(core: str, letters: str, tokens: Sequence[str]) -> float:
    """Return how far the own word of a domain (`acme`) agrees with the letters of a name."""
    if len(core) < _SHORT_CORE or not letters:
        return 0.0
    if core in tokens or letters.startswith(core) or any(one == core for one in _linked(tokens)):
        return 4.1
    if len(letters) > _WORD and core in letters:
        return 2.5
    if len(letters) > _WORD and letters in core:
        return max(1.5 * core.startswith(letters), 3.1 * len(letters) / len(core))
    initials = "".join(token[0] for token in tokens)
    if len(initials) > 1 and (core == initials or (len(initials) >= _WORD and initials in core)):
        return 2.0
    shared = max(_shared(core, tokens), _shortened(core, tokens))
    return 2.2 * min(1.0, shared / len(core))


def _linked(tokens: Sequence[str]) -> Iterator[str]:
    """Yield the words as one with each spelling of `&` between them: `fableandfox`."""
    return (link.join(tokens) for link in _AMPERSAND)


def _shared(core: str, tokens: Sequence[str]) -> int:
    """Return how many letters of a domain are words of a name."""
    return sum(len(token) for token in set(tokens) if len(token) > _WORD and token in core)


def _shortened(core: str, tokens: Sequence[str]) -> int:
    """Return how many letters of a domain the words of a name begin with, in their order.

    `hanbitmat` is Hanbit Materials; the first word counts in full or not at all.
    """
    rest = core
    for token in tokens:
        length = next((n for n in range(len(token), 1, -1) if rest.startswith(token[:n])), 0)
        if not length and rest == core:
            return 0
        rest = rest[length:]
    covered = len(core) - len(rest)
    return covered if covered > _LONG_WORD else 0
