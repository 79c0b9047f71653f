"""Spellings made comparable: what is compared is folded, what is shown stays as printed."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

_CAMEL: Final = re.compile(  # a lost blank: KvantaLabsGmbH, but neither GmbH nor PhD
    r"(?<=[a-zß-öø-ÿа-яα-ω])(?=[A-ZÀ-ÖØ-ÞА-ЯΑ-Ω](?:[a-zß-öø-ÿа-яα-ω]|[A-Z]{2}))"
)
_GLUED_INITIALS: Final = re.compile(r"(?<![^\W\d_])(?:[^\W\d_][./]\s?){1,4}[^\W\d_](?![^\W\d_])")
_NAME_BEGINNINGS: Final = frozenset(  # a capital follows them within a word: McDonald, DeVries
    {"Mc", "Mac", "De", "Di", "Da", "Du", "Des", "Del", "Della", "La", "Le", "Les", "Lo", "Van"}
    | {"Von", "Fitz", "Al", "El", "Ab", "O", "D", "L", "St", "San", "Ben", "Bin"}
)
_PLAIN: Final = str.maketrans(  # dashes and quotation marks of all shapes
    "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2018\u2019\u02bc\u00b4`\u201c\u201d\u201e",
    "-------'''''\"\"\"",
)
_POSTAL_MARK: Final = re.compile(  # Japan's, which is read as other signs
    r"(?:^|(?<=[:\s])|(?<=[\u3040-\u9fff]))[T\u30c6\u4e01]\s?(?=\d{3}-\d{4}(?!\d))"
)
_SPECIAL: Final = str.maketrans(  # letters that do not fall apart into a letter and an accent
    {"ø": "o", "ł": "l", "\u0131": "i", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th"}
)
_SPACED: Final = re.compile(r"\s*[^\W\d_](?:\s+(?:[^\W\d_]|&)){3,}\s*")
_MARKS: Final = frozenset({"Mn", "Mc"})  # accents; vowels of scripts that write them as marks
_GERSHAYIM: Final = re.compile(r"(?<=[\u05d0-\u05ea])\"(?=[\u05d0-\u05ea])")  # of an abbreviation
_WORD: Final = re.compile(r"[^\W\d_]+")
_HAN_OR_KANA_OR_HANGUL: Final = re.compile(
    r"[\u3005\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]"
)


def clean(text: str) -> str:
    """Return what was read in NFKC with single blanks.

    Control and direction marks are dropped, dashes and quotation marks take their plain shape.
    """
    wide = unicodedata.normalize("NFKC", text.replace("\u3231", "株式会社")).translate(_PLAIN)
    kept = (
        " " if unicodedata.category(sign) in {"Cc", "Zl", "Zp"} else sign
        for sign in wide
        if unicodedata.category(sign) not in {"Cf", "Co", "Cs", "Cn"}
    )
    return _POSTAL_MARK.sub("\u3012", " ".join("".join(kept).split()))


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """Return the text in small letters without accents."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(sign for sign in parts if unicodedata.category(sign) not in _MARKS)
    return unicodedata.normalize("NFC", _GERSHAYIM.sub("", bare)).translate(_SPECIAL)


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[str, ...]:
    """Return the folded words; a capital inside a word begins another (a lost blank)."""
    return tuple(_WORD.findall(folded(_CAMEL.sub(" ", text))))


@lru_cache(maxsize=4096)
def squeezed(text: str) -> str:
    """Return the folded letters and digits alone."""
    return "".join(sign for sign in folded(text) if sign.isalnum())


@lru_cache(maxsize=4096)
def is_cjk(text: str) -> bool:
    """Return whether most letters are Han, kana or Hangul."""
    letters = sum(sign.isalpha() for sign in text)
    return 2 * len(_HAN_OR_KANA_OR_HANGUL.findall(text)) > letters > 0


def letters_share(text: str) -> float:
    """Return the share of letters among the signs that are no blanks."""
    signs = [sign for sign in text if not sign.isspace()]
    letters = sum(sign.isalpha() or unicodedata.category(sign) in _MARKS for sign in signs)
    return letters / max(1, len(signs))


def unspaced(text: str) -> str:
    """Return the text with words that are set letter by letter (`S T U D I O`) as words.

    Two blanks or more part such words.
    """
    if not _SPACED.fullmatch(text):
        return text
    return " ".join(re.sub(r"\s", "", word) for word in re.split(r"\s{2,}", text.strip()))


def joined_initials(text: str) -> str:
    """Return the text with initials parted by dots or strokes as one word: `S.p.A.` is `SpA.`."""
    return _GLUED_INITIALS.sub(lambda found: re.sub(r"[\s./]", "", found[0]), text)


def respaced(text: str, printed_whole: frozenset[str] = frozenset()) -> str:
    """Return the text with the blanks that were lost before capitals: `KvantaLabsGmbH`.

    Words that begin as names do (`McDonald`) keep their shape, and so do addresses and those of
    `printed_whole` (folded), which another place of the card spells as one word.
    """
    return " ".join(_respaced_word(word, printed_whole) for word in text.split(" "))


def _respaced_word(word: str, printed_whole: frozenset[str]) -> str:
    parts = _CAMEL.split(word)
    odd = (
        len(parts) == 1
        or not parts[0][1:2].islower()
        or any(sign in word for sign in "@:\\_")
        or "." in word.rstrip(".,;")
    )
    if odd or parts[0] in _NAME_BEGINNINGS or squeezed(word) in printed_whole:
        return word
    kept = [parts[0]]
    for part in parts[1:]:
        if kept[-1].rpartition("-")[2] in _NAME_BEGINNINGS:
            kept[-1] += part
        else:
            kept.append(part)
    return " ".join(kept)
