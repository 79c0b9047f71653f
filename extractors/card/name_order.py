"""Which part of a name in letters is the family name.

Signs are tried from the surest: capitals, the mailbox, a patronymic, the custom of the country,
what each word is known as; without any it is the last word with its particles.
"""

import re
from collections.abc import Sequence
from typing import Final

from extractors.card.family_names import LATIN_FIRST
from extractors.card.given_names import GIVEN_NAMES, SURNAMES
from extractors.card.text import folded
from extractors.card.vocabulary import word_set

GENERATIONS: Final = word_set("jr sr ii iii iv")
INITIALS: Final = re.compile(r"(?:[^\W\d_]\.){1,3}-?(?:[^\W\d_]\.)?|[^\W\d_]")
_PARTICLES: Final = word_set(
    "van von vom zu zum zur de der den del della dello di da do dos das du des la le les el al ul "
    "ter ten te bin ibn bint ben abu af av mac st san saint op in dal dalla degli"
)
_LINKS: Final = word_set("y e i")  # Ortega y Gasset: the name before it is a family name too
_OF_THE_FATHER: Final = word_set("bin ibn bint binti")
_TWO_FAMILY_NAMES: Final = word_set(
    "ES MX AR CO CL PE VE EC UY PY BO CR PA GT HN SV NI DO CU PR PT BR NO SE DK"
)
_FAMILY_FIRST: Final = word_set("HU")
_ASIAN: Final = (
    ("CN", word_set("CN TW HK SG MO MY")),
    ("KR", word_set("KR")),
)
_VIETNAMESE: Final = re.compile(r"[ơưđăâêô\u1ea0-\u1ef9]", re.IGNORECASE)
_PATRONYMIC: Final = re.compile(r"(?:ович|евич|ич|овна|евна|ична|ovich|evich|ovna|evna)$")
_NICKNAME: Final = re.compile(r"\s*(?:\([^)]*\)|\"[^\"]*\"|'[^']+'(?=\s|$))")
_VOWEL: Final = re.compile(r"[aeiouyæøœ]|[^\x00-\u024f]")
_WITHOUT_VOWEL: Final = "NG"  # the one family name in Latin letters
_LEAST_CAPITALS: Final = 0.6  # of a name in capitals: McDONALD
_TWO, _THREE = 2, 3

_Place = tuple[int, int]  # the first word of the family name, and the one behind its last


def letters_of(word: str) -> str:
    """Return the folded letters of a word."""
    return "".join(sign for sign in folded(word) if sign.isalpha())


def given_and_family(
    bare: str, country: str | None, mailboxes: Sequence[str], *, addressed: bool
) -> tuple[str, str]:
    """Return given and family name of a name in letters; empty where it does not tell.

    One word alone is a family name if the person is `addressed` with an honorific.
    """
    before, comma, after = bare.partition(",")
    if comma and after.strip():
        return after.strip(), before.strip()
    words = _NICKNAME.sub("", bare).split() or bare.split()
    behind = [words.pop()] if len(words) > _TWO and letters_of(words[-1]) in GENERATIONS else []
    if len(words) < _TWO:
        return ("", bare) if addressed else (bare, "")
    start, stop = _family(words, country, mailboxes)
    given = [*words[:start], *words[stop:]]
    return " ".join(given), " ".join([*words[start:stop], *behind])


def _family(words: Sequence[str], country: str | None, mailboxes: Sequence[str]) -> _Place:
    return (
        _by_capitals(words)
        or _by_mailbox(words, mailboxes)
        or _by_patronymic(words)
        or _by_country(words, country)
        or _by_lists(words)
        or _by_initials(words)
        or _by_father(words)
        or (_with_particles(words, len(words) - 1), len(words))
    )


def _by_capitals(words: Sequence[str]) -> _Place | None:
    """Return the words in capitals, if they stand at one end and others are not."""
    high = [_in_capitals(word) for word in words]
    low = [not INITIALS.fullmatch(word) and not word.isupper() for word in words]
    if not any(low):
        return None
    if high[-1]:
        start = next(at for at in range(len(words)) if all(high[at:]))
        return _with_particles(words, start), len(words)
    return (0, high.index(False)) if high[0] else None


def _in_capitals(word: str) -> bool:
    letters = [sign for sign in word if sign.isalpha()]
    if len(letters) < _TWO or INITIALS.fullmatch(word) or not letters[-1].isupper():
        return False
    initials = len(letters) == _TWO and not _VOWEL.search(folded(word)) and word != _WITHOUT_VOWEL
    return not initials and sum(map(str.isupper, letters)) >= _LEAST_CAPITALS * len(letters)


def _with_particles(words: Sequence[str], start: int) -> int:
    """Return where a family name begins with its particles; never with the first word."""
    while start > 1:
        before, own = letters_of(words[start - 1]), letters_of(words[start])
        linked = before in _LINKS and start > _TWO
        if before not in _PARTICLES and own not in _LINKS and not linked:
            break
        start -= 1
    return start


def _by_mailbox(words: Sequence[str], mailboxes: Sequence[str]) -> _Place | None:
    """Return the family name that `first.last` or `flast` tells."""
    own = [letters_of(word) for word in words]
    for mailbox in mailboxes:
        parts = [part for one in re.split(r"[._\-+]", mailbox) if (part := letters_of(one))]
        if len(parts) > 1 and parts[0] in own and parts[-1] in own:
            first, last = own.index(parts[0]), own.index(parts[-1])
            if last < first:  # the print has the family name first
                return last, last + 1
            continue
        whole = letters_of(mailbox)
        if whole in _initials_and(own[1:], own[0]):
            return 0, 1
        if whole in _initials_and(own[:-1], own[-1]):
            return _with_particles(words, len(words) - 1), len(words)
    return None


def _initials_and(given: Sequence[str], family: str) -> set[str]:
    """Return how a mailbox is named after initials and a family name; none of a short one."""
    if len(family) <= _TWO or not all(given):
        return set()
    return {f"{given[0][0]}{family}", "".join(one[0] for one in given) + family}


def _by_patronymic(words: Sequence[str]) -> _Place | None:
    if len(words) != _THREE:
        return None
    if _PATRONYMIC.search(folded(words[-1])):
        return 0, 1
    return (_TWO, _THREE) if _PATRONYMIC.search(folded(words[1])) else None


def _by_country(words: Sequence[str], country: str | None) -> _Place | None:
    own = [letters_of(word) for word in words]
    if country in _FAMILY_FIRST and (own[0] in SURNAMES or own[0] not in GIVEN_NAMES):
        return 0, 1
    if len(own) > _THREE and own[0] in GIVEN_NAMES and own[1] in LATIN_FIRST["CN"]:
        return 1, _TWO  # an English name before the Chinese one
    first = _is_family_first(own, words, country)
    if first is not None:
        return (0, 1) if first else (len(words) - 1, len(words))
    if country in _TWO_FAMILY_NAMES and len(words) > _TWO:
        last = _with_particles(words, len(words) - 1)
        two = last > _TWO or (last == _TWO and own[1] not in GIVEN_NAMES)
        return _with_particles(words, last - 1) if two else last, len(words)
    return None


def _is_family_first(own: Sequence[str], words: Sequence[str], country: str | None) -> bool | None:
    """Return whether a name of Vietnam, China or Korea begins with the family's; None if unsure.

    A name of two syllables with a hyphen is a given one.
    """
    vietnamese = country == "VN" or bool(_VIETNAMESE.search(" ".join(words)))
    if vietnamese and own[0] in LATIN_FIRST["VN"]:
        return True
    for code, places in _ASIAN:
        known = LATIN_FIRST[code]
        if own[-1] in known and "-" in words[0]:
            return False
        if own[0] in known and "-" in words[-1]:
            return True
        if own[0] in known and own[-1] not in known and country in places:
            return True
    return None


def _by_lists(words: Sequence[str]) -> _Place | None:
    """Return the first of two words, if it is only known as a family name, the other as given."""
    one, other = letters_of(words[0]), letters_of(words[-1])
    turned = one in SURNAMES and one not in GIVEN_NAMES
    turned = turned and other in GIVEN_NAMES and other not in SURNAMES
    return (0, 1) if turned and len(words) == _TWO else None


def _by_initials(words: Sequence[str]) -> _Place | None:
    """Return the initials that a name of South India ends in: `Mohan S. C.`."""
    start = len(words)
    while start > 1 and INITIALS.fullmatch(words[start - 1]):
        start -= 1
    return (start, len(words)) if start < len(words) else None


def _by_father(words: Sequence[str]) -> _Place | None:
    """Return what begins with the father's name: `bin Rashid Al Suwaidan`."""
    starts = [at for at, word in enumerate(words) if at and letters_of(word) in _OF_THE_FATHER]
    return (starts[0], len(words)) if starts else None
