"""Spellings made comparable: what is compared is folded, what is shown stays as printed."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

_CAMEL: Final = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])")
_PLAIN: Final = str.maketrans(  # dashes and quotation marks of all shapes
    "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2018\u2019\u02bc\u00b4`\u201c\u201d\u201e",
    "-------'''''\"\"\"",
)
_POSTAL_MARK: Final = re.compile(  # Japan's, which is read as other signs
    r"(?:^|(?<=[:\s])|(?<=[\u3040-\u9fff]))[T\u30c6\u4e01]\s?(?=\d{3}-\d{4}(?!\d))"
)
_SPECIAL: Final = str.maketrans({"ø": "o", "ł": "l", "\u0131": "i"})
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
    bare = "".join(sign for sign in parts if not unicodedata.combining(sign))
    return unicodedata.normalize("NFC", bare).translate(_SPECIAL)


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[str, ...]:
    """Return the folded words; a capital inside a word begins another (a lost blank)."""
    return tuple(_WORD.findall(folded(_CAMEL.sub(" ", text))))


def squeezed(text: str) -> str:
    """Return the folded letters and digits alone."""
    return "".join(sign for sign in folded(text) if sign.isalnum())


def is_cjk(text: str) -> bool:
    """Return whether most letters are Han, kana or Hangul."""
    letters = sum(sign.isalpha() for sign in text)
    return 2 * len(_HAN_OR_KANA_OR_HANGUL.findall(text)) > letters > 0


def letters_share(text: str) -> float:
    """Return the share of letters among the signs that are no blanks."""
    signs = [sign for sign in text if not sign.isspace()]
    return sum(sign.isalpha() for sign in signs) / max(1, len(signs))
