"""How much a line looks like what somebody is, or like a part of an organisation."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from extractors.card import vocabulary as known
from extractors.card.companies import has_legal_form
from extractors.card.given_names import GIVEN_NAMES, SURNAMES
from extractors.card.text import folded, is_cjk, squeezed, words

_NOTHING: Final = -5.0
_LONGEST_HAN: Final = 14  # signs; longer is a sentence
_FEW_DIGITS: Final = 2
_SENTENCE: Final = 8  # words
_SHORTEST_AGENT: Final = 6  # letters
_SHORTEST_ENDING: Final = 5  # letters that a word has before a title's ending
_UNIT_OF: Final = re.compile(r"\b(?:school|college|office) of\b|\bfaculty\b")
_LIST: Final = re.compile(r"[*\u2022\u00b7]")
_IDLE: Final = (
    known.SLOGAN_WORDS - known.LINKING_WORDS - known.AREA_WORDS - known.TITLE_WORDS
) - known.SENIORITY_WORDS
_ADDRESSED: Final = known.word_set(  # the reader of a slogan, and who speaks in it
    "your our we you us ihr ihre ihren unser unsere wir uns votre vos notre nos nous vous su sus "
    "nuestro nuestra vostro vostra nostro nostra uw onze ons seu sua nosso nossa din dina ditt var "
    "vara sinun meidan sizin bizim twoj twoja nasz nasza vas vase nas nase"
)
_AREAS: Final = known.AREA_WORDS | known.LINKING_WORDS | known.SENIORITY_WORDS


@lru_cache(maxsize=2048)
def title_score(text: str) -> float:
    """Return the log-odds that a line is a title, by its words."""
    tokens = words(text)
    if known.TITLE_CJK.search(text.replace(" ", "")):
        return 4.0 if len(squeezed(text)) <= _LONGEST_HAN else 1.0
    if not tokens or sum(map(str.isdigit, text)) > _FEW_DIGITS or is_cjk(text):
        return _NOTHING
    hits = [token for token in tokens if is_title_word(token)]
    score = 4.0 * min(1, len(hits)) + 0.6 * min(2, max(0, len(hits) - 1))
    if hits and all(token in SURNAMES or token in GIVEN_NAMES for token in hits):
        score -= 1.9  # Bishop, Page and Carpenter are names as well
    score -= 2.0 * has_legal_form(text)
    score += 0.4 * min(3, sum(token in known.SENIORITY_WORDS for token in tokens))
    score += 0.3 * min(2, sum(token in known.AREA_WORDS for token in tokens)) if hits else 0.0
    score -= 1.0 * sum(token in _IDLE for token in tokens)
    score -= 1.5 * any(token in _ADDRESSED for token in tokens)
    score -= 2.0 if len(tokens) > _SENTENCE else 0.0
    score -= 1.1 if _LIST.search(text) else 0.0
    if hits:
        return score
    if any(token in known.DEPARTMENT_WORDS for token in tokens):
        return score - 3.5
    if all(token in known.AREA_WORDS or token in known.LINKING_WORDS for token in tokens):
        return score - 0.6
    return score - (0.7 if any(map(_is_agent_noun, tokens)) else 1.6)


def is_title_word(token: str) -> bool:
    """Return whether a folded word says what somebody is, by itself or by its ending."""
    if token in known.TITLE_WORDS:
        return True
    return len(token) > _SHORTEST_ENDING and token.endswith(known.TITLE_ENDINGS)


def _is_agent_noun(token: str) -> bool:
    """Return whether a word is built like one for who does something; so are many surnames."""
    return len(token) >= _SHORTEST_AGENT and token.endswith(known.AGENT_ENDINGS)


def department_score(text: str) -> float:
    """Return the log-odds that a line is a part of an organisation, by its words."""
    if known.DEPARTMENT_CJK.search(text.replace(" ", "")) and not known.TITLE_CJK.search(text):
        return 3.0
    tokens = words(text)
    if not tokens or any(map(str.isdigit, text)) or has_legal_form(text):
        return _NOTHING
    named = any(token in known.DEPARTMENT_WORDS for token in tokens)
    if named or _UNIT_OF.search(folded(text)):
        return 1.5 if len(tokens) <= _SENTENCE else 0.0
    if is_area(text):
        return 0.8
    return -1.0


def is_area(text: str) -> bool:
    """Return whether a line names but what somebody works on: `Risk & Compliance`."""
    tokens = words(text)
    named = any(token in known.AREA_WORDS for token in tokens)
    return named and is_modifier(tokens) and not _LIST.search(text)


def is_modifier(tokens: Sequence[str]) -> bool:
    """Return whether folded words but say more about a title: rank, field of work."""
    return bool(tokens) and all(token in _AREAS for token in tokens)
