"""The parts of a person's name as cards, profiles and address books write it."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from dedupe.name_words import (
    DEGREES,
    GENERATIONS,
    HONORIFICS,
    PARTICLES,
    TWO_SYLLABLE_FAMILIES,
)
from dedupe.spelling import ascii_lower, composed, shape, token

_OPENED, _CLOSED = r"(\[{\uff08\u3010", r")\]}\uff09\u3011"
_QUOTES = '"\u201c\u201d\u201e\u00ab\u00bb'
_BRACKETS = re.compile(
    f"[{_OPENED}]([^{_CLOSED}]*)[{_CLOSED}]|[{_QUOTES}]([^{_QUOTES}]+)[{_QUOTES}]"
)
_BORN = re.compile(r"^(?:née?|born|geb\.?|geborene?|nee|formerly|ex)\s+(.+)$", re.IGNORECASE)
_HYPHENS = "-\u2010\u2013\u2014"
_HEADLINE = re.compile(f"\\s[{_HYPHENS}|•·:@/].*|[|•·:]\\s.*")
_GLUED = re.compile(r"(?<=[a-z]{2})(?=[A-Z][a-z]{2})")
_INNER_POINT = re.compile(r"(?<=\w\w)[._](?=\w\w)")
_INITIALS = re.compile(r"(?<=\b\w)\.(?=\w)")
_PRONOUN = re.compile(r"\b\w+/\w+(?:/\w+)?\b")
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]{2,4}")
_HANGUL = re.compile(r"[\uac00-\ud7a3]{2,4}")

_SHORT = 2  # letters of what is a name as often as a degree
_DEGREE_SHAPES = frozenset(shape(degree) for degree in DEGREES if len(degree) > _SHORT)
_MARKS = re.compile(r"[®™©*]")
_NOT_A_NAME = HONORIFICS | DEGREES | _DEGREE_SHAPES | PARTICLES | frozenset(GENERATIONS)
_TWO_WORDS, _PLAIN_WORDS = 2, 3
_LONG_WORD = 40
_LONGEST_NAME = 8  # words; what follows is a headline


class PersonName(NamedTuple):
    """Tokens of a name; an empty string for a part it lacks.

    `given` and `family` are in the order written unless a comma turned it. `called` are other
    given names (in brackets, in quotes, the first half of a double one, both halves as one word),
    `families` the parts of a compound family name and a maiden one. `generation` is 1 for the
    elder, 2 for the younger, 0 where nothing is said.
    """

    given: str = ""
    family: str = ""
    middle: str = ""
    called: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    generation: int = 0


def parsed(text: str) -> PersonName:
    """Return the parts of a name; all empty where it holds no letter."""
    bare = text.split()
    if 1 < len(bare) <= _PLAIN_WORDS and text.isascii() and _are_plain(bare):
        return _plain(bare)
    plain = _MARKS.sub("", composed(text))
    east_asian = _east_asian(plain)
    if east_asian:
        return east_asian
    plain, called, families = _without_brackets(plain)
    words = _in_order(_HEADLINE.sub("", _PRONOUN.sub(" ", plain)))
    words, generation = _without_titles(words)
    if not words:
        return PersonName()
    given, middle, family_words = _divided(words)
    family, parts = _family(family_words)
    first_half = _halves(given)
    return PersonName(
        given=token(given),
        family=family,
        middle=token(middle),
        called=tuple(filter(None, (*called, first_half, _joined(given, middle)))),
        families=tuple(filter(None, (*parts, *families))),
        generation=generation,
    )


def _are_plain(words: Sequence[str]) -> bool:
    """Return whether words are given, middle and family names and nothing else."""
    return all(
        word.isalpha() and len(word) < _LONG_WORD and word.lower() not in _NOT_A_NAME
        for word in words
    )


def _plain(words: Sequence[str]) -> PersonName:
    given, family = words[0].lower(), words[-1].lower()
    middle = words[1].lower() if len(words) > _TWO_WORDS else ""
    called = (given + middle,) if len(given) > 1 and len(middle) > 1 else ()
    return PersonName(given, family, middle, called)


def _east_asian(text: str) -> PersonName | None:
    """Return a name in Han or Hangul without blanks, in which the family stands first."""
    found = _HAN.match(text.strip()) or _HANGUL.match(text.strip())
    if not found or " " in text.strip():
        return None
    name = found[0]
    cut = 2 if len(name) > _SHORT and name[:2] in TWO_SYLLABLE_FAMILIES else 1
    return PersonName(given=token(name[cut:]), family=token(name[:cut]))


def _without_brackets(text: str) -> tuple[str, list[str], list[str]]:
    called: list[str] = []
    families: list[str] = []
    for found in _BRACKETS.finditer(text):
        inner = (found[1] or found[2] or "").strip()
        born = _BORN.match(inner)
        if born:
            families.append(token(born[1]))
        elif inner and " " not in inner and "/" not in inner:
            called.append(token(inner))
    return _BRACKETS.sub(" ", text), called, families


def _in_order(text: str) -> list[str]:
    """Return the words, given name first: "Berg, Anna" is turned, "Anna Berg, PhD" cut."""
    opened = _INITIALS.sub(". ", _INNER_POINT.sub(" ", text.replace("_", " ")))
    parts = [part.split() for part in opened.split(",")]
    kept = [part for part in parts if part and not _is_credential(part)]
    if not kept:
        return []
    words = kept[0]
    if len(kept) > 1 and _is_initial(words[-1]):  # a point read as a comma
        words = [*words, *kept[1]]
    elif len(kept) > 1 and _is_family(words) and not _looks_credential(kept[1], words):
        words = [*kept[1], *words]
    if len(words) == 1:
        words = _GLUED.sub(" ", words[0]).split()
    suffix = [word for part in parts[1:] for word in part if _key(word) in GENERATIONS]
    return [*words[:_LONGEST_NAME], *suffix[:1]]


def _key(word: str) -> str:
    return "".join(letter for letter in ascii_lower(word) if letter.isalnum())


def _is_credential(part: Sequence[str]) -> bool:
    return all(_is_degree(word) or _key(word) in GENERATIONS for word in part)


def _is_degree(word: str) -> bool:
    """Return whether letters after a name are a degree, misread or not."""
    return token(word) in DEGREES or (
        sum(map(str.isupper, word)) > 1 and shape(token(word)) in _DEGREE_SHAPES
    )


def _is_family(part: Sequence[str]) -> bool:
    return sum(_key(word) not in PARTICLES for word in part) <= _TWO_WORDS


def _looks_credential(part: Sequence[str], name: Sequence[str]) -> bool:
    """Return whether capitals after a comma are letters after a name rather than a given name."""
    mixed = any(not word.isupper() for word in name)
    return mixed and len(name) > 1 and all(word.isupper() for word in part)


def _without_titles(words: list[str]) -> tuple[list[str], int]:
    kept = [word for word in words if any(letter.isalpha() for letter in word)]
    keys = [_key(word) for word in kept]
    start, end, generation = 0, len(kept), 0
    while end - start > 1 and keys[start] in HONORIFICS and not _is_initial(kept[start]):
        start += 1
    while end - start > 1 and (keys[end - 1] in DEGREES or keys[end - 1] in GENERATIONS):
        if _is_name_not_suffix(kept[end - 1], keys[end - 1], end - start):
            break
        generation = generation or GENERATIONS.get(keys[end - 1], 0)
        end -= 1
    return kept[start:end], generation


def _is_initial(word: str) -> bool:
    return len(word.strip(".")) == 1


def _is_name_not_suffix(word: str, key: str, left: int) -> bool:
    """Return whether a last word is a family name although it reads as a degree (Ma, Do, Sr)."""
    letters_after = word.isupper() and len(key) > _SHORT
    return left <= _TWO_WORDS and key not in GENERATIONS and not letters_after


def _divided(words: list[str]) -> tuple[str, str, list[str]]:
    """Return the given name, the first middle name and the words of the family name."""
    if len(words) == 1:
        return "", "", words
    start = len(words) - 1
    while start > 1 and _key(words[start - 1]) in PARTICLES and not _is_initial(words[start - 1]):
        start -= 1
    return words[0], words[1] if start > 1 else "", words[start:]


def _family(words: list[str]) -> tuple[str, list[str]]:
    """Return the family name as one token, and the parts by which it may be known alone."""
    bare = [word for word in words if _key(word) not in PARTICLES] or words
    parts = [token(part) for word in bare for part in re.split(f"[{_HYPHENS}]", word)]
    named = [part for part in parts if part]
    whole = "".join(token(word) for word in words)
    others = named if len(named) > 1 or (named and named[0] != whole) else []
    return whole, others


def _joined(given: str, middle: str) -> str:
    """Return a double given name as one word: Su ho and Suho are one."""
    one, other = token(given), token(middle)
    return one + other if len(one) > 1 and len(other) > 1 else ""


def _halves(given: str) -> str:
    first, hyphen, _ = given.partition("-")
    return token(first) if hyphen else ""
