"""Keys of companies: names without legal form, short forms, and the label of their domain."""

import re
from typing import NamedTuple

from dedupe.company_words import EMPTY_WORDS, LEGAL_FORMS, REGIONS, SHORTENED
from dedupe.spelling import ascii_lower, composed

_NOT_WORD = re.compile(r"[^a-z0-9&+]+")
_POINTED = re.compile(r"(?<=\b[a-z])\.(?=[a-z]\b)|(?<=\b[a-z])\.(?=\s|$)")
_CJK_FORMS = re.compile(
    r"株式会社|有限会社|合同会社|有限公司|股份有限公司|集团|集團|주식회사|\(주\)|㈜|㈱"
)
_BRACKETS = re.compile(r"\([^)]*\)")

_TWO_WORDS = 2
_LONGEST_COMPANY = 10  # words
_SHORTEST_FIRST_WORD = 4
_SHORTEST_ACRONYM = 2


class CompanyKeys(NamedTuple):
    """`names` tell a company, `shorts` are what others may call it: initials, first word."""

    names: tuple[str, ...] = ()
    shorts: tuple[str, ...] = ()


def company_keys(text: str) -> CompanyKeys:
    """Return the keys of a company's name; none where it holds no letter."""
    folded = ascii_lower(_CJK_FORMS.sub(" ", composed(text)))
    words = _words(folded)
    if not words:
        return CompanyKeys()
    telling = [word for word in words if word not in EMPTY_WORDS] or words
    core = [word for word in telling if word not in REGIONS] or telling
    names = ("".join(telling), "".join(core))
    shorts = [_initials(telling), _initials(core), _initials(words)]
    if len(words) > 1:
        shorts += [core[0] if len(core[0]) >= _SHORTEST_FIRST_WORD else "", _of_form(words)]
    kept = tuple(dict.fromkeys(names))
    return CompanyKeys(kept, tuple(key for key in dict.fromkeys(shorts) if key and key not in kept))


def _words(folded: str) -> list[str]:
    closed = _POINTED.sub("", _BRACKETS.sub(" ", folded)).replace("'", "")
    words = [part for part in _NOT_WORD.split(closed) if part]
    words = [piece for word in words for piece in _at_signs(word)]
    while len(words) > 1 and (words[-1] in LEGAL_FORMS or words[-1] in EMPTY_WORDS):
        words.pop()
    return [SHORTENED.get(word, word) for word in words[:_LONGEST_COMPANY]]


def _at_signs(word: str) -> list[str]:
    """Return the parts of `johnson&johnson`, but P&G as the two letters it is known by."""
    parts = [part for part in re.split(r"[&+]", word) if part]
    return ["".join(parts)] if parts and all(len(part) == 1 for part in parts) else parts


def _initials(words: list[str]) -> str:
    initials = "".join(word[0] for word in words)
    return initials if len(initials) >= _SHORTEST_ACRONYM else ""


def _of_form(words: list[str]) -> str:
    """Return the short form that keeps a small word whole: BofA of Bank of America."""
    small = [word if word in EMPTY_WORDS else word[0] for word in words]
    return "".join(small) if len(words) > _TWO_WORDS else ""
