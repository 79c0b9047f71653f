"""How much a line looks like a person's name."""

import re
from collections.abc import Sequence
from typing import Final

from extractors.card import vocabulary as known
from extractors.card.companies import domain_agreement
from extractors.card.facts import CardFacts
from extractors.card.given_names import GIVEN_NAMES
from extractors.card.text import is_cjk, letters_share, squeezed, words

_FINAL_DEGREE: Final = re.compile(r"[,\s]\s*([A-Z][\w.]*\.?(?:\s?\([^)]*\))?)[.,\s]*$")
_KATAKANA: Final = re.compile(r"[\u30a0-\u30ff]{3,}")
_EDGE: Final = " .,;:-\u00ae\u2122"
_NO_NAME: Final = -6.0
_BY_WORDS: Final = {1: -0.8, 2: 1.2, 3: 1.2, 4: 0.4, 5: -0.5}
_MANY_WORDS: Final = -3.0
_BY_HAN_SIGNS: Final = {2: 0.8, 3: 1.5, 4: 1.8, 5: 1.0, 6: 0.0}
_MOSTLY_LETTERS: Final = 0.8
_NAMED_IN_MAILBOX: Final = 2.0
_PARTICLE: Final = 2  # letters: St, Al, De are parts of names as well as of streets
_SHORT_FORM: Final = 4  # letters that a short form of a name shares with it


def name_score(text: str, facts: CardFacts) -> float:
    """Return the log-odds that a line is a person's name, by its words and the mailboxes."""
    bare = without_degrees(text)
    if is_cjk(bare):
        return han_name_score(bare)
    tokens = words(bare)
    if not tokens or letters_share(bare) < _MOSTLY_LETTERS or any(map(str.isdigit, bare)):
        return _NO_NAME
    parts = [part for part in re.split(r"[\s.,]+", bare) if part]
    score = _BY_WORDS.get(len(parts), _MANY_WORDS)
    if tokens[0] in known.HONORIFICS:
        score += 2.0
        tokens = tokens[1:]
    score += 0.8 if all(part[0].isupper() for part in parts) else -1.5
    score += 0.6 if bare != text else 0.0
    score += 0.4 if re.search(r"\b[A-Z]\.", bare) else 0.0
    score += 1.2 if any(token in GIVEN_NAMES for token in tokens) else -0.3
    score -= 2.5 * sum(_is_trade_word(token) for token in tokens)
    score -= 2.0 * sum(token in known.SLOGAN_WORDS for token in tokens)
    score -= 2.5 if re.search(r"[&+@/:|*\u2022]", bare) else 0.0
    mailbox = _mailbox_agreement(tokens, facts)
    company = domain_agreement(bare, facts) if mailbox < _NAMED_IN_MAILBOX else 0.0
    return score + mailbox - 0.8 * company


def _is_trade_word(token: str) -> bool:
    sets: Sequence[frozenset[str]] = (
        known.TITLE_WORDS,
        known.ORGANISATION_WORDS,
        known.LEGAL_FORMS,
        known.DEPARTMENT_WORDS,
        known.SOCIAL_WORDS,
        frozenset(known.COUNTRIES),
    )
    longer = len(token) > _PARTICLE and (
        token in known.STREET_WORDS or token in known.SENIORITY_WORDS
    )
    return longer or any(token in one for one in sets)


def _mailbox_agreement(tokens: Sequence[str], facts: CardFacts) -> float:
    """Return how far the local part of an e-mail address confirms a name."""
    best = 0.0
    initials = "".join(token[0] for token in tokens)
    for letters in map(squeezed, facts.locals_):
        whole = [token for token in tokens if len(token) > _PARTICLE and token in letters]
        if whole:
            covered = sum(map(len, whole)) / max(1, len(letters))
            best = max(best, _NAMED_IN_MAILBOX + 2.5 * min(1.0, covered))
        elif _are_initials(letters, initials) or _has_short_form(letters, tokens):
            best = max(best, 1.5)
    return best


def _are_initials(letters: str, initials: str) -> bool:
    return len(initials) > 1 and letters in {initials, initials[0] + initials[-1]}


def _has_short_form(letters: str, tokens: Sequence[str]) -> bool:
    start = letters[:_SHORT_FORM]
    return any(len(token) > _SHORT_FORM and token.startswith(start) for token in tokens)


def han_name_score(text: str) -> float:
    """Return the log-odds that a line in Han, kana or Hangul is a person's name."""
    signs = "".join(filter(str.isalpha, text))
    if any(map(str.isdigit, text)) or len(signs) not in _BY_HAN_SIGNS:
        return _NO_NAME
    score = _BY_HAN_SIGNS[len(signs)]
    if signs[0] in known.COMMON_HAN_SURNAMES or signs[0] in known.COMMON_JAPANESE_SURNAME_SIGNS:
        score += 1.5
    patterns = (known.TITLE_CJK, known.LEGAL_CJK, known.DEPARTMENT_CJK, known.ADDRESS_CJK)
    compact = text.replace(" ", "")
    score -= 3.0 * sum(bool(pattern.search(compact)) for pattern in patterns)
    return score - (1.5 if _KATAKANA.search(text) else 0.0)


def without_degrees(text: str) -> str:
    """Return a name without the degrees behind it: `PMP`, `Ph.D.`, `M.Tech (Civil)`."""
    bare = text.strip(_EDGE)
    while found := _FINAL_DEGREE.search(bare):
        degree = re.sub(r"\([^)]*\)|[^\w]", "", found[1]).casefold()
        if degree not in known.DEGREES or not words(bare[: found.start()]):
            break
        bare = bare[: found.start()].strip(_EDGE)
    return bare
