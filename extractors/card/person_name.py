"""A printed name in its parts: honorific, given name, family name, degrees."""

import re
from collections.abc import Sequence
from typing import Final

from contacts.readings import PersonName
from extractors.card.given_names import SURNAMES
from extractors.card.han_names import han_parts
from extractors.card.name_order import GENERATIONS, INITIALS, given_and_family, letters_of
from extractors.card.text import is_cjk
from extractors.card.vocabulary import DEGREES, HONORIFICS, word_set

_HONORIFICS: Final = HONORIFICS | word_set(
    """
    ingr dipling dring drmed drjur drphil drrernat drhc drscnat dres mudr mddr judr icdr csc
    msgr advocate eng cmdr judge amb justice hajah ustadh sheikha bay bayan lek drir univ hab
    habil phil jur rer nat techn vet dent hc fh univprof privdoz pd kfm kffr betriebsw wirt
    volksw phys chem math inform psych oec des geol biol drssa senator ra ca cpa cma др проф
    """
)
_ONLY_BEHIND: Final = word_set("habil med phil jur rer nat techn vet dent hc fh univ hab")
_ALSO_NAMES: Final = word_set(  # an honorific with a dot, or behind another one
    "er hon ing sri fr me sr arch don dona mag m pr bay pan tan gen maj puan lord lady doc hr bc "
    "ir hc drs ca cpa cma haji amb dame judge justice capt kum eng ra op on ar gor bro"
)
_IN_CAPITALS: Final = word_set("ca cpa cma ra")  # professions: India's accountants, RA in German
_BEHIND_HAN: Final = ("先生", "博士", "教授", "女士", "小姐", "様", "氏", "님")
_DEGREES: Final = (
    DEGREES
    | word_set(
        """
    peng scd emba bscn llm rics arics cta tep att csp caia frm gphr iwa scp faafp msa cipd dip bsb
    dipling aat lld drhc csc
    """
    )
    - GENERATIONS
)
_IN_SMALL_LETTERS: Final = word_set("phd mba msc bsc esq hons mphil btech mtech dipling")
_SHORT_DEGREE: Final = 2  # letters; in a name of title case they are a name: Ma, Do
_LONGEST_UNKNOWN: Final = 6  # letters of a degree that no list has
_A_NAME: Final = 2  # words; signs in Han
_BAR: Final = re.compile(r"\s+[|/\u00b7\u2022-]+\s+")
_GLUED_INITIALS: Final = re.compile(r"(?<=\b[^\W\d_]\.)(?=[^\W\d_]{2,})")
_GLUED_TITLE: Final = re.compile(r"((?:[^\W\d_]{2,}[.-]{1,2})+)(?=[^\W\d_]{3,}$)")


def person_name(
    printed: str, *, country: str | None = None, mailboxes: Sequence[str] = ()
) -> tuple[str, PersonName]:
    """Return a name without honorific and degrees, and its parts, each as printed.

    `mailboxes` are the local parts of e-mail addresses: `first.last` and `flast` say which is the
    family name. Without a sign to the contrary it is the last one.
    """
    words = [part for word in _BAR.sub(", ", printed).split() for part in _parted(word)]
    honorifics, words = _led_off(words)
    words, degrees = _behind(words)
    bare = " ".join(words).strip(" ,;")
    if is_cjk(bare):
        bare, behind = _without_title_behind(bare)
        alone = bool(behind) and len(bare) <= _A_NAME
        family, given = (bare, "") if alone else han_parts(bare, country)
        honorifics += behind
    else:
        given, family = given_and_family(bare, country, mailboxes, addressed=bool(honorifics))
    return bare, PersonName(given, family, " ".join(honorifics), tuple(degrees))


def degrees_alone(text: str) -> tuple[str, ...]:
    """Return the degrees a line is made of; none where it says anything else."""
    words = text.split()
    titled = [word.startswith("(") or _is_title_with_marks(word) for word in words]
    if any(titled) and all(titled):
        return (text.strip(" ,"),)
    if not all(letters_of(word) in _DEGREES or word.startswith("(") for word in words):
        return ()
    bare, degrees = _behind(["Ada", "Lovelace,", *words])
    return tuple(degrees) if len(bare) == _A_NAME else ()


def _is_title_with_marks(word: str) -> bool:
    """Return whether a word is an honorific of several parts: `Dipl.-Wirt.-Ing.`."""
    parts = [letters_of(part) for part in re.split(r"[.\-/]", word) if part]
    return len(parts) > 1 and all(part in _HONORIFICS for part in parts)


def _parted(word: str) -> list[str]:
    """Return a word as two where a blank was lost: `Dr.Ada`, `K.V.Ada`."""
    letters = letters_of(word)
    if letters in _DEGREES or letters in _HONORIFICS:
        return [word]
    title = _GLUED_TITLE.match(word)
    if title and all(letters_of(one) in _HONORIFICS for one in re.split("[.-]", title[1]) if one):
        return [title[1], word[title.end(1) :]]
    glued = _GLUED_INITIALS.search(word)
    return [word[: glued.start()], word[glued.start() :]] if glued else [word]


def _without_title_behind(bare: str) -> tuple[str, list[str]]:
    """Return a name and what is said behind it: 様, 教授."""
    for title in _BEHIND_HAN:
        rest = bare.removesuffix(title).rstrip()
        if rest != bare and len(rest) >= _A_NAME:
            return rest, [title]
    return bare, []


def _led_off(words: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the honorifics that words begin with, and the rest."""
    at = 0
    while at < len(words) - 1 and _is_honorific(words, at):
        at += 1
    return [word.rstrip(",") for word in words[:at]], list(words[at:])


def _is_honorific(words: Sequence[str], at: int) -> bool:
    word = words[at]
    letters = letters_of(word)
    if letters in _ONLY_BEHIND:
        return at > 0 and _is_honorific(words, at - 1)
    if INITIALS.fullmatch(word):
        return False
    if letters not in _HONORIFICS and not _is_title_with_marks(word):
        return False
    in_capitals = letters in _IN_CAPITALS and word.isupper() and not words[-1].isupper()
    sure = letters not in _ALSO_NAMES or word.endswith(".") or in_capitals
    first_of_two = at + _A_NAME < len(words) - 1 and letters_of(words[at + 1]) in _HONORIFICS
    return sure or first_of_two or (at > 0 and _is_honorific(words, at - 1))


def _behind(words: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the words of a name without the degrees behind it, and those."""
    kept = list(words)
    degrees: list[str] = []
    while len(kept) > 1 and (take := _degree_length(kept)):
        degree = " ".join(kept[-take:]).strip(",;")
        degrees.insert(0, degree.strip("()") if take == 1 else degree)
        kept = kept[:-take]
    return kept, degrees


def _tail(words: Sequence[str]) -> list[str]:
    """Return what stands behind the last comma, if some of its words are a degree: `MSc ETH`."""
    at = max((at for at, word in enumerate(words) if word.endswith(",")), default=0)
    tail = list(words[at + 1 :]) if at else []
    known = [letters_of(word) in _DEGREES or word.startswith("(") for word in tail]
    titled = len(tail) > 1 and _is_honorific(tail, 0)  # Dr. phil.
    return tail if titled or (any(known) and not all(known)) else []


def _degree_length(words: Sequence[str]) -> int:
    """Return how many words at the end are one degree: `M.Tech (Civil)`, `Ph. D.`; 0 for none."""
    if len(tail := _tail(words)) > 1:
        return len(tail)
    *before, last = words
    if len(before) > 1:
        if last.startswith("(") and last.endswith(")"):
            behind = _is_degree(before[-1], before[:-1])
            return 2 if behind else int(letters_of(last) in _DEGREES)
        short = len(letters_of(before[-1])) <= _SHORT_DEGREE and before[-1].endswith(".")
        if short and letters_of(before[-1] + last) in _DEGREES:
            return 2
    return int(_is_degree(last, before))


def _is_degree(word: str, before: Sequence[str]) -> bool:
    """Return whether a word is a degree; in capitals behind a comma an unknown one is, too."""
    letters = letters_of(word)
    bare = word.strip(",;()")
    behind_comma = before[-1].endswith(",")
    several = len(before) > 1
    if letters in GENERATIONS:
        return False
    if letters not in _DEGREES:
        short = 1 < len(letters) <= _LONGEST_UNKNOWN and bare.isupper() and several
        whole = letters_of(before[-1]) in SURNAMES and not before[-1].isupper()
        return short and (behind_comma or (whole and letters not in SURNAMES))
    telling = len(letters) > _SHORT_DEGREE or not " ".join(before).isupper()
    capitals = sum(map(str.isupper, bare)) > 1 and telling
    marked = "." in bare[:-1] or behind_comma or letters in _IN_SMALL_LETTERS
    return marked or (capitals and (several or len(letters) > _SHORT_DEGREE))
