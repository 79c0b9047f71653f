"""How much a line looks like what somebody is, or like a part of an organisation."""

import re
from typing import Final

from extractors.card import vocabulary as known
from extractors.card.text import folded, squeezed, words

_NOTHING: Final = -5.0
_LONGEST_HAN: Final = 14  # signs; longer is a sentence
_FEW_DIGITS: Final = 2
_SENTENCE: Final = 8  # words
_SHORTEST_AGENT: Final = 6  # letters
_UNIT_OF: Final = re.compile(r"\b(?:school|college|office) of\b|\bfaculty\b")


def title_score(text: str) -> float:
    """Return the log-odds that a line is a title, by its words."""
    tokens = words(text)
    if known.TITLE_CJK.search(text.replace(" ", "")):
        return 3.5 if len(squeezed(text)) <= _LONGEST_HAN else 1.0
    if not tokens or sum(map(str.isdigit, text)) > _FEW_DIGITS:
        return _NOTHING
    hits = sum(
        token in known.TITLE_WORDS or token.endswith(known.TITLE_ENDINGS) for token in tokens
    )
    legal = sum(token in known.LEGAL_FORMS and token not in {"co", "as"} for token in tokens)
    score = 3.2 * min(1, hits) + 0.5 * min(2, max(0, hits - 1)) - 2.0 * legal
    score += 0.4 * sum(token in known.SENIORITY_WORDS for token in tokens)
    score -= 0.9 * sum(token in known.SLOGAN_WORDS - known.LINKING_WORDS for token in tokens)
    score -= 2.0 if len(tokens) > _SENTENCE else 0.0
    if hits:
        return score
    if any(token in known.DEPARTMENT_WORDS for token in tokens):
        return score - 3.5
    return score - (1.0 if any(map(_is_agent_noun, tokens)) else 1.8)


def _is_agent_noun(token: str) -> bool:
    """Return whether a word is built like one for who does something; so are many surnames."""
    return len(token) >= _SHORTEST_AGENT and token.endswith(known.AGENT_ENDINGS)


def department_score(text: str) -> float:
    """Return the log-odds that a line is a part of an organisation, by its words."""
    if known.DEPARTMENT_CJK.search(text.replace(" ", "")) and not known.TITLE_CJK.search(text):
        return 3.0
    tokens = words(text)
    if not tokens:
        return _NOTHING
    hit = any(token in known.DEPARTMENT_WORDS for token in tokens) or _UNIT_OF.search(folded(text))
    return 1.5 if hit else -1.0
