"""Lines as they were meant: lost blanks given back, and what says two things made two lines."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from extractors.card import vocabulary as known
from extractors.card.companies import has_legal_form
from extractors.card.facts import NO_FACTS
from extractors.card.given_names import GIVEN_NAMES, SURNAMES
from extractors.card.layout import Line
from extractors.card.names import name_score
from extractors.card.places import address_score
from extractors.card.text import folded, is_cjk, respaced, words
from extractors.card.titles import is_title_word, title_score

_PARTED: Final = re.compile(r"\s*[|/\u00b7\u2022]\s*|\s+-\s+|,\s+|\s*\(\s*(?=[^)]*\)$)")
_HOST: Final = re.compile(r"[\w\-]+(?=\.[a-z]{2,})", re.IGNORECASE)
_DIGIT_IN_WORD: Final = re.compile(r"(?<![^\W_])(?=[^\W_]*[10])(?=\d*[^\W\d_])[^\W_]{4,}(?![^\W_])")
_GLUED_COMMA: Final = re.compile(r"(?<=[^\W\d_]{3}),(?=[^\W\d_]{2})")
_SAID_BEFORE: Final = re.compile(  # what somebody is called, what they are, where they work
    r"^(?:(?:full |contact )?name|contact(?: person)?|attn|ansprechpartner(?:in)?|nom|nombre|nome|"
    r"氏名|お名前|姓名|성명|이름|(?:job )?title|position|designation|funktion|fonction|cargo|"
    r"stanowisko|職務|职务|役職|직책|직위|company(?: name)?|firm|firma|soci[eé]t[eé]|empresa|"
    r"公司|会社名|회사)\s?:\s*(?=[^\W\d])",
    re.IGNORECASE,
)
_PRONOUNS: Final = re.compile(
    r"\s*\(?\b(?:she|he|they)\s?/\s?(?:her|him|them)(?:\s?/\s?(?:hers|his|theirs))?\b\)?",
    re.IGNORECASE,
)
_TWO_SCRIPTS: Final = re.compile(r"(?<=[\u3040-\u9fff\uac00-\ud7a3])[\s(/]+(?=[A-Za-zÀ-ÿ])")
_LATIN_FIRST: Final = re.compile(r"(?<=[A-Za-zÀ-ÿ.])[\s(/]+(?=[\u3040-\u9fff\uac00-\ud7a3])")
_LETTERS: Final = ((("1", "l"), ("0", "o")), (("1", "i"), ("0", "o")))
_A_NAME: Final = 1.0
_A_TITLE: Final = 2.5
_AN_ADDRESS: Final = 1.0


def split_lines(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines, a name and a title that stand on one of them parted."""
    hosts = frozenset(folded(host) for line in lines for host in _HOST.findall(line.text))
    whole = frozenset(host.replace("-", "") for host in hosts)
    meant = [replace(line, text=_meant(line.text, whole)) for line in lines]
    return tuple(part for line in meant for part in _parts(line))


def _meant(text: str, whole: frozenset[str]) -> str:
    """Return the text with lost blanks, and with letters for digits within known words."""
    text = _PRONOUNS.sub("", _SAID_BEFORE.sub("", text))
    if "@" in text or "://" in text:
        return text
    return _DIGIT_IN_WORD.sub(_with_letters, respaced(_GLUED_COMMA.sub(", ", text), whole))


def _with_letters(found: re.Match[str]) -> str:
    for pairs in _LETTERS:
        word = found[0]
        for digit, letter in pairs:
            word = word.replace(digit, letter)
        if word.isalpha() and _is_known(folded(word)):
            return word.upper() if found[0].upper() == found[0] else word
    return found[0]


def _is_known(word: str) -> bool:
    return (
        word in known.ORDINARY_WORDS
        or word in known.TITLE_WORDS
        or word in GIVEN_NAMES
        or word in SURNAMES
        or word in known.PLACES
    )


def _parts(line: Line) -> Iterator[Line]:
    """Yield a line in its parts, left to right."""
    cut = _cut(line.text)
    if cut is None:
        yield line
        return
    end, start = cut
    middle = line.left + (line.right - line.left) * end / len(line.text)
    yield replace(line, text=line.text[:end], right=middle)
    yield from _parts(replace(line, text=line.text[start:].rstrip(" )"), left=middle))


def _cut(text: str) -> tuple[int, int] | None:
    """Return where the first of two things ends on a line, and where the second begins."""
    for between in (_TWO_SCRIPTS, _LATIN_FIRST):
        found = between.search(text)
        if found and _say_the_same(*_both(text, found.span())):
            return found.span()
    if is_cjk(text):
        return _cut_in_han(text)
    for found in _PARTED.finditer(text):
        left, right = _both(text, found.span())
        right = right.rstrip(" )")
        if _is_name(left) and title_score(right) > _A_TITLE and title_score(left) < 0:
            return found.span()
        if _is_company_before_address(left, right) or _is_title_aside(found[0], left, right):
            return found.span()
    return next((cut for cut in _blanks(text) if _is_title_before_name(*_both(text, cut))), None)


def _blanks(text: str) -> Iterator[tuple[int, int]]:
    return (found.span() for found in re.finditer(r"\s+", text))


def _both(text: str, cut: tuple[int, int]) -> tuple[str, str]:
    return text[: cut[0]], text[cut[1] :]


def _is_name(text: str) -> bool:
    return name_score(text, NO_FACTS) > _A_NAME


def _is_title_before_name(left: str, right: str) -> bool:
    """Return whether a line begins with what somebody is: `Rechtsanwältin Eva Kleinert`."""
    tokens, names = words(left), words(right)
    titled = all(map(is_title_word, tokens)) and not any(token in GIVEN_NAMES for token in tokens)
    titled = titled and not all(token in known.HONORIFICS for token in tokens)  # Prof.
    named = len(names) > 1 and (names[0] in GIVEN_NAMES or names[0] in known.HONORIFICS)
    return bool(tokens) and titled and named and _is_name(right) and title_score(right) < 0


def _is_company_before_address(left: str, right: str) -> bool:
    """Return whether a line begins with a company and goes on with where it is."""
    numbered = any(map(str.isdigit, right)) and not any(map(str.isdigit, left))
    return numbered and has_legal_form(left) and address_score(right) > _AN_ADDRESS


def _is_title_aside(mark: str, left: str, right: str) -> bool:
    """Return whether a bar or dot parts a title from what is none."""
    apart = any(sign in mark for sign in "|\u00b7\u2022")
    return apart and title_score(left) > _A_TITLE and title_score(right) < 0


def _say_the_same(left: str, right: str) -> bool:
    """Return whether both sides are a name, or both a title, in two scripts."""
    right = right.rstrip(" )")
    if is_cjk(left) == is_cjk(right):
        return False
    titles = title_score(left) > _A_TITLE and title_score(right) > _A_TITLE
    return titles or (_is_name(left) and _is_name(right))


def _cut_in_han(text: str) -> tuple[int, int] | None:
    """Return the first blank between department, title and name: `営業部 部長 佐藤 花子`."""
    words_and_ends = [(found[0], found.end()) for found in re.finditer(r"\S+", text)]
    kinds = [_kind_in_han(word) for word, _ in words_and_ends]
    if len(set(kinds)) == 1 or "company" in kinds:
        return None
    for at in range(1, len(kinds)):
        if kinds[at] != kinds[at - 1]:
            end = words_and_ends[at - 1][1]
            left, right = text[:end], text[end:].strip()
            named = any(
                "" in run and not _is_name(side)
                for run, side in ((kinds[:at], left), (kinds[at:], right))
            )
            return None if named and len(set(kinds[at:])) == 1 else (end, len(text) - len(right))
    return None


def _kind_in_han(word: str) -> str:
    """Return what a word is by itself; empty for a part of a name, or of anything else."""
    if known.LEGAL_CJK.search(word):
        return "company"
    if known.TITLE_CJK.search(word):
        return "title"
    return "department" if known.DEPARTMENT_CJK.search(word) else ""
