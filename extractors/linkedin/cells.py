"""Whole columns of cells made tidy at once: blanks, Unicode form, mojibake.

A column is one long string while it is looked at: most columns need little, and finding that out
cell by cell would take as long as reading the file.
"""

import re
import unicodedata
from collections.abc import Sequence

import ftfy

_OTHER_BLANKS = re.compile(r"[^\S \n]|[\x1c-\x1f]")
_DOUBLE = re.compile("  +")
# The first byte of a UTF-8 sequence and the one after it, both read as Windows-1252 or Latin-1.
_WINDOWS = (  # what Windows-1252 has at 0x80 to 0x9f
    "\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152"
    "\u017d\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178"
)
_MOJIBAKE = re.compile(f"[\u00c2-\u00f4][\u0080-\u00bf{_WINDOWS}]")


def tidied(column: Sequence[str]) -> tuple[list[str], int]:
    """Return the cells in NFC with single blanks and no mojibake, and how many were mojibake."""
    text = "\n".join(column)
    if text.count("\n") != len(column) - 1 or _has_other_blanks(text):
        return _one_by_one(column)
    text = _DOUBLE.sub(" ", text).replace("\n ", "\n").replace(" \n", "\n").strip(" ")
    if text.isascii():
        return text.split("\n"), 0
    text = unicodedata.normalize("NFC", text)
    cells = text.split("\n")
    return _unscrambled(cells) if _MOJIBAKE.search(text) else (cells, 0)


def tidy(cell: str) -> str:
    """Return one cell as `tidied` would."""
    return tidied((cell,))[0][0]


def _has_other_blanks(text: str) -> bool:
    """Return whether there are blanks besides the space; a printable text has none."""
    return not text.replace("\n", "").isprintable() and bool(_OTHER_BLANKS.search(text))


def _one_by_one(column: Sequence[str]) -> tuple[list[str], int]:
    cells = [unicodedata.normalize("NFC", " ".join(cell.split())) for cell in column]
    return _unscrambled(cells)


def _unscrambled(cells: list[str]) -> tuple[list[str], int]:
    repaired = 0
    for place, cell in enumerate(cells):
        if not cell.isascii() and _MOJIBAKE.search(cell):
            better = unicodedata.normalize("NFC", " ".join(ftfy.fix_encoding(cell).split()))
            repaired += better != cell
            cells[place] = better
    return cells, repaired
