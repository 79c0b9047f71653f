"""How much a line looks like an organisation's name."""

import re
from collections.abc import Sequence
from typing import Final

from extractors.card import vocabulary as known
from extractors.card.facts import CardFacts
from extractors.card.text import is_cjk, squeezed, words

_NO_COMPANY: Final = -5.0
_SHORT_HAN: Final = 6  # signs: as long as a person's name
_LEGAL_AND_OTHER: Final = known.word_set("as sp se sa ab ag co ev eg sti cia lp")
_SEPARATORS: Final = re.compile(r"[\u00b7\u2022|*]")  # between the items of an offer
_SENTENCE: Final = 8  # words
_SHORT_CORE: Final = 2  # letters of a domain that say something
_WORD: Final = 3  # letters of a word that say something
_LONG_WORD: Final = 4


def company_score(text: str, facts: CardFacts) -> float:
    """Return the log-odds that a line is an organisation's name, by its words and the domains."""
    tokens = words(text)
    compact = text.replace(" ", "")
    if known.LEGAL_CJK.search(compact):
        return 4.5 - (2.0 if known.ADDRESS_CJK.search(text) else 0.0)
    if not tokens:
        return _NO_COMPANY
    if is_cjk(text):
        return domain_agreement(text, facts) - (2.5 if len(squeezed(text)) <= _SHORT_HAN else 1.0)
    score = _by_words(tokens) + domain_agreement(text, facts)
    score -= 0.7 * min(4, sum(map(str.isdigit, text)))
    score -= 1.0 if text.count(",") > 1 else 0.0
    score -= 1.5 if _SEPARATORS.search(text) else 0.0
    if all(token in known.LEGAL_FORMS or token in known.ORGANISATION_WORDS for token in tokens):
        score -= 1.5  # "TECHNOLOGIES LTD": the name itself stands elsewhere
    return score - (0.6 if score > 0 else 1.2)


def _by_words(tokens: Sequence[str]) -> float:
    legal = any(token in known.LEGAL_FORMS - _LEGAL_AND_OTHER for token in tokens)
    legal = legal or tokens[-1] in known.LEGAL_FORMS
    score = 3.0 * legal
    score += 1.6 * min(2, sum(token in known.ORGANISATION_WORDS for token in tokens))
    score -= 0.9 * sum(token in known.SLOGAN_WORDS - known.LINKING_WORDS for token in tokens)
    score -= 1.2 * sum(token in known.TITLE_WORDS - known.ORGANISATION_WORDS for token in tokens)
    score -= 1.5 * any(token in known.DEPARTMENT_WORDS for token in tokens)
    return score - (2.0 if len(tokens) > _SENTENCE else 0.0)


def domain_agreement(text: str, facts: CardFacts) -> float:
    """Return how far the domain of an address confirms a name, 0 to 3.5."""
    letters = squeezed(text)
    tokens = [token for token in words(text) if token not in known.LEGAL_FORMS]
    agreed = [_core_agreement(squeezed(core), letters, tokens) for core in facts.cores]
    if len(letters) > _LONG_WORD and any(letters in squeezed(one) for one in facts.locals_):
        agreed.append(2.0)
    return max(agreed, default=0.0)


def _core_agreement(core: str, letters: str, tokens: Sequence[str]) -> float:
    """Return how far the own word of a domain (`acme`) agrees with the letters of a name."""
    if len(core) < _SHORT_CORE or not letters:
        return 0.0
    if core in tokens or letters.startswith(core):
        return 3.5
    if len(letters) > _WORD and (letters in core or core in letters):
        return 2.5
    initials = "".join(token[0] for token in tokens)
    if len(initials) > 1 and (core == initials or (len(initials) >= _WORD and initials in core)):
        return 2.0
    shared = sum(len(token) for token in tokens if len(token) > _WORD and token in core)
    return 2.5 * min(1.0, shared / len(core))
