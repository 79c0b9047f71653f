"""Folded letters: the forms in which two spellings of one word are equal.

For keys and comparison only, never shown. A token is lower-case ASCII letters.
"""

import re
import unicodedata

from anyascii import anyascii

LONGEST = 200  # letters of a value that are read; the rest says nothing more of who it is

_LETTER_FOR_DIGIT = str.maketrans("0158923", "olsbgze")
_DIGIT_INSIDE_A_WORD = re.compile(r"(?=\w*[A-Za-z])\w+")
_NOT_A_LETTER = re.compile(r"[^a-z]+")
_INVISIBLE = re.compile(r"[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe0f]")

# Pairs that transliteration, an umlaut or a foreign ear make of one sound, longest first.
_SOUNDS = (
    ("tsch", "q"),
    ("sch", "s"),
    ("chr", "kr"),
    ("ch", "q"),
    ("ck", "k"),
    ("c", "k"),
    ("ks", "x"),
    ("ph", "f"),
    ("th", "t"),
    ("dh", "d"),
    ("kh", "h"),
    ("ah", "a"),
    ("hn", "n"),
    ("ae", "a"),
    ("oe", "o"),
    ("ue", "u"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("ei", "ai"),
    ("ey", "ai"),
    ("y", "i"),
    ("j", "i"),
    ("w", "v"),
    ("v", "f"),
    ("z", "s"),
)
_DOUBLED = re.compile(r"(.)\1+")

# What optical character reading takes for one another, as the letter that stands for all of them.
_SHAPES = (("rn", "m"), ("vv", "w"), ("cl", "d"))
_SHAPE_OF_ONE = str.maketrans("1i|!t0q952eu", "llllloggszcv")


def listed(text: str) -> frozenset[str]:
    """Return the words of a list that is written as one text."""
    return frozenset(text.split())


def composed(text: str) -> str:
    """Return the text in NFKC without invisible characters, cut to `LONGEST` letters."""
    short = text[:LONGEST]
    if short.isascii():
        return short
    return _INVISIBLE.sub("", unicodedata.normalize("NFKC", short))[:LONGEST]


def ascii_lower(text: str) -> str:
    """Return the text transliterated to lower-case ASCII."""
    return text.lower() if text.isascii() else anyascii(text)[:LONGEST].lower()


def token(word: str) -> str:
    """Return a word's letters; a digit read amid letters counts as the letter it looks like."""
    folded = ascii_lower(word)
    if not folded.isalpha() and _DIGIT_INSIDE_A_WORD.fullmatch(folded):
        folded = folded.translate(_LETTER_FOR_DIGIT)
    return folded if folded.isalpha() else _NOT_A_LETTER.sub("", folded)


def sound(letters: str) -> str:
    """Return a token's sound: doering and döring, Lyubov and Liubov, Philip and Filip are equal."""
    folded = letters
    for written, heard in _SOUNDS:
        if written in folded:
            folded = folded.replace(written, heard)
    return _DOUBLED.sub(r"\1", folded)


def shape(letters: str) -> str:
    """Return what stays of ASCII letters and digits when those that look alike are one."""
    folded = letters.translate(_SHAPE_OF_ONE)
    for written, seen in _SHAPES:
        if written in folded:
            folded = folded.replace(written, seen)
    return folded
