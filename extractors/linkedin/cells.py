"""Whole columns of cells made tidy at once: blanks, Unicode form, mojibake.

A column is one long string while it is looked at: most columns need little, and finding that out
cell by cell would take as long as reading the file.
"""

import re
import unicodedata
from collections.abc import Sequence

import ftfy

# Bytes of UTF-8 that need no look: printable ASCII and the letters of U+00C0 to U+02FF, which are
# neither blanks nor in need of NFC.
_USUAL = bytes(range(0x20, 0x7F)) + bytes(range(0x80, 0xC0)) + bytes(range(0xC3, 0xCC))
# The first byte of a UTF-8 sequence and the one after it, both read as Windows-1252 or Latin-1.
_WINDOWS = (  # what Windows-1252 has at 0x80 to 0x9f
    "\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152"
    "\u017d\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178"
)
_MOJIBAKE = re.compile(f"[\u00c2-\u00f4][\u0080-\u00bf{_WINDOWS}]")
_MAY_BE_MOJIBAKE = re.compile(rb"\xc3[\x82-\xb4][\xc5\xc6\xcb]")  # likewise, of usual bytes


def tidied(column: Sequence[str]) -> tuple[list[str], int]:
    """Return the cells in NFC with single blanks and no mojibake, and how many were mojibake."""
    data = "|".join(column).encode()
    if data.translate(None, _USUAL):
        return _unscrambled([_tidy(cell) for cell in column])
    cells = list(column)
    if b"  " in data or b" |" in data or b"| " in data or data[:1] == b" " or data[-1:] == b" ":
        cells = _single_blanks(data, cells)
    return _unscrambled(cells) if _MAY_BE_MOJIBAKE.search(data) else (cells, 0)


def _single_blanks(data: bytes, cells: list[str]) -> list[str]:
    """Return cells without blanks at their ends, and with single ones within."""
    is_sparse = data.count(b" ") < len(cells)
    if is_sparse or data.count(b"|") >= len(cells):  # a bar in a cell does not tell cells apart
        return [" ".join(cell.split()) if " " in cell else cell for cell in cells]
    while b"  " in data:
        data = data.replace(b"  ", b" ")
    return data.replace(b" |", b"|").replace(b"| ", b"|").strip().decode().split("|")


def tidy(cell: str) -> str:
    """Return one cell as `tidied` would."""
    return tidied((cell,))[0][0]


def _tidy(cell: str) -> str:
    return unicodedata.normalize("NFC", " ".join(cell.split()))


def _unscrambled(cells: list[str]) -> tuple[list[str], int]:
    repaired = 0
    for place, cell in enumerate(cells):
        if not cell.isascii() and _MOJIBAKE.search(cell):
            better = _tidy(ftfy.fix_encoding(cell))
            repaired += better != cell
            cells[place] = better
    return cells, repaired
