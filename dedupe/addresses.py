"""The parts of a postal address by which two are compared, however it is written.

Countries order the parts differently and leave some out, so they are told apart by what they are: a
line with a kind of street or a short number is the street, words about the postcode are the town.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from dedupe.spelling import ascii_lower, composed, listed

_SPELLINGS = {
    "alley": "allee alle",
    "ave": "avenue av aven avda avd avenida",
    "blvd": "boulevard bd bvd boul bulevar bulvar",
    "calle": "cl",
    "cir": "circle circ",
    "circuit": "cct",
    "close": "",
    "corso": "",
    "cres": "crescent crs",
    "ct": "court crt",
    "dr": "drive drv",
    "gasse": "",
    "hwy": "highway",
    "jalan": "jl jln",
    "ln": "lane",
    "pkwy": "parkway",
    "pl": "place plz platz plaza plac piazza praca plein plass torg",
    "prospekt": "prosp pr",
    "quai": "kai kade",
    "rd": "road",
    "route": "rte chemin chaussee steenweg",
    "rua": "",
    "rue": "",
    "sokak": "sokagi sok",
    "sq": "square",
    "st": "street str strasse straat strada gata gatan gade gate katu ulica ul utca",
    "tce": "terrace terr",
    "via": "",
    "viale": "",
    "way": "weg vej veien tie",
}
KINDS = {word: kind for kind, words in _SPELLINGS.items() for word in (kind, *words.split())}
"""Words for a street in many languages, and the one that stands for all of its kind."""

_AFTER_A_NAME = listed(
    """
    strasse straat str platz plein weg gasse allee gatan gata street avenue crescent circuit place
    """
)
"""Kinds of street that are written in one word with its name, or lose the blank before them."""
_SHORTEST_NAME = 3  # letters of such a name

WITHIN = listed(
    """
    floor fl suite ste unit apt apartment flat room rm level bldg building block house tower
    etage stock og eg piso planta andar sala escalera box postfach pobox bp cs attn
    """
)
"""Where in a house, or whose box: no part of the place, nor the number that follows."""

COUNTRIES = listed(
    """
    usa us uk gb england scotland wales ireland germany deutschland france spain espana
    italy italia austria osterreich oesterreich switzerland schweiz suisse netherlands nederland
    belgium belgique belgie sweden sverige norway norge denmark danmark finland suomi poland
    polska portugal brasil brazil mexico canada australia japan nippon china india singapore
    """
)
_SMALL_WORDS = listed("de la le les du des der die das den van von do da dos y e of the am an im")

_LINES = re.compile(r"[,;\n|•·/]+(?!\d)")
_POSTCODE = re.compile(
    r"\b[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}\b"  # United Kingdom
    r"|\b[a-z]\d[a-z] ?\d[a-z]\d\b"  # Canada
    r"|\b\d{3} \d{2}\b|\b\d{5}-\d{3}\b|\b\d{3}-\d{4}\b|\b\d{2}-\d{3}\b"
    r"|\b(?:[a-z]{1,3}-)?\d{4,6}(?:-\d{4})?\b(?: ?[a-z]{2}\b(?= [a-z]))?"
)
_HOUSE = re.compile(r"\b(?:\d{1,4}/)?(\d{1,5})(?: ?- ?\d{1,5})?[a-z]?\b")
_GLUED_NUMBER = re.compile(r"^(\d{1,5})(?=[a-z]{3})")
_MISREAD_DIGIT = re.compile(r"\b(?=[\dlo]*\d\d)[\dlo]{3,6}\b")
_DIGIT = str.maketrans("lo", "10")
_COUNTRY_BEFORE = re.compile(r"^[a-z]{1,3}-(?=\d)")
_PLUS_FOUR = re.compile(r"^(\d{5})-\d{4}$")
_DUTCH = re.compile(r"^(\d{4}) ?[a-z]{2}$")
_NOT_ALPHANUMERIC = re.compile(r"[^a-z0-9]+")
_STATE = 3  # letters at the most of what stands for a state or province
_MOST_WORDS = 12  # of a street or a town; more are no address


class PostalAddress(NamedTuple):
    """Parts of an address, each an empty string where it lacks.

    `number` is the house number in digits, `street` the words before the town with the kind of
    street in one spelling, `postcode` its letters and digits, `town` the words beside it, states
    excepted.
    """

    number: str = ""
    street: str = ""
    postcode: str = ""
    town: str = ""


def postal_address(text: str) -> PostalAddress:
    """Return the parts of an address as it is written."""
    lines = [line for line in map(_plain, _LINES.split(composed(text))) if line]
    before, postcode, after = _parted(lines)
    before, number = _without_number(before)
    if len(before) > 1 and not _without_state(before[-1]):
        state = before.pop()
        before[-1] += state
    if postcode and any(after):
        town = after
    elif len(before) > 1 and not _is_street(before[-1]):
        town = before.pop()
    elif before:
        before[-1], town = _at_kind(before[-1])
    else:
        town = []
    street = [word for line in before for word in line]
    if not number and not _is_street(street) and not town:
        street, town = [], street
    return PostalAddress(number, _joined(street), postcode, _joined(_without_state(town) or town))


def _plain(line: str) -> str:
    """Return a line in lower-case ASCII, digits that were read as letters set right."""
    folded = " ".join(ascii_lower(line).replace(".", " ").replace("'", "").split())
    folded = _GLUED_NUMBER.sub(r"\1 ", folded)
    return _MISREAD_DIGIT.sub(lambda found: found[0].translate(_DIGIT), folded)


def _parted(lines: Sequence[str]) -> tuple[list[list[str]], str, list[str]]:
    """Return the words of the lines before the postcode, the postcode, and the words after it."""
    kept = [line for line in lines if line not in COUNTRIES]
    for at in reversed(range(len(kept))):
        for found in reversed(list(_POSTCODE.finditer(kept[at]))):
            head, tail = kept[at][: found.start()].split(), kept[at][found.end() :].split()
            if not (at == 0 and not head and _is_street(tail)):
                before, below = (
                    [line.split() for line in part] for part in (kept[:at], kept[at + 1 :])
                )
                before += [head] * bool(head) + [line for line in below if _is_street(line)]
                after = tail or [word for line in below for word in line]
                return before, _postcode(found[0]), after
    return [line.split() for line in kept], "", []


def _postcode(text: str) -> str:
    """Return a postcode without country, without what only some write, and without blanks."""
    bare = _DUTCH.sub(r"\1", _PLUS_FOUR.sub(r"\1", _COUNTRY_BEFORE.sub("", text)))
    return _NOT_ALPHANUMERIC.sub("", bare)


def _without_number(lines: Sequence[Sequence[str]]) -> tuple[list[list[str]], str]:
    """Return the words of lines with kinds of street in one spelling, and the first house number.

    Floors, flats and boxes are left out with their numbers.
    """
    number, kept = "", []
    for line in lines:
        words: list[str] = []
        skip = False
        for word in line:
            house = _HOUSE.fullmatch(word)
            if word in WITHIN:
                skip = True
            elif house:
                number = number or ("" if skip else house[1])
                skip = False
            else:
                words += [part for part in _NOT_ALPHANUMERIC.split(_of_one_kind(word)) if part]
                skip = False
        if words:
            kept.append(words)
    return kept, number


def _of_one_kind(word: str) -> str:
    """Return a word, or two where it ends in a kind of street, with the kind in one spelling."""
    for ending in _AFTER_A_NAME:
        if word.endswith(ending) and len(word) >= len(ending) + _SHORTEST_NAME:
            return f"{word.removesuffix(ending)} {KINDS[ending]}"
    return KINDS.get(word, word)


def _is_street(words: Sequence[str]) -> bool:
    """Return whether words hold a kind of street."""
    return any(_of_one_kind(word).split()[-1] in _SPELLINGS for word in words)


def _at_kind(words: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the words of one line up to a kind of street that follows a name, and those after."""
    for at, word in enumerate(words):
        if at and word in _SPELLINGS:
            return list(words[: at + 1]), list(words[at + 1 :])
    return list(words), []


def _without_state(words: Sequence[str]) -> list[str]:
    """Return the words of a town without country and state; none where there is no other."""
    named = [word for word in words if word.isalpha() and word not in COUNTRIES]
    while named and len(named[-1]) <= _STATE:
        named.pop()
    return named


def _joined(words: Sequence[str]) -> str:
    return " ".join(word for word in words[:_MOST_WORDS] if word not in _SMALL_WORDS)
