"""Whole columns of cells made tidy at once: blanks, Unicode form, mojibake.

A column is one text while it is looked at: most cells need nothing, and finding that out cell by
cell would take as long as reading the file.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence

import ftfy
import numpy as np
import numpy.typing as npt

_BLANK, _END = ord(" "), ord("\n")
# Bytes of UTF-8 that need no look: printable ASCII, and the letters of U+00C0 to U+02FF, which are
# neither blanks nor in need of NFC; but those that may be the second of a mojibake (see below).
_USUAL = b"\n" + bytes(range(0x20, 0x7F)) + bytes(range(0x80, 0xC0)) + b"\xc3\xc4\xc7\xc8\xc9\xca"
_NEEDS_A_LOOK = np.array([byte not in _USUAL for byte in range(256)])
# The first byte of a UTF-8 sequence and the one after it, both read as Windows-1252 or Latin-1.
_WINDOWS = (  # what Windows-1252 has at 0x80 to 0x9f
    "\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152"
    "\u017d\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178"
)
_MOJIBAKE = re.compile(f"[\u00c2-\u00f4][\u0080-\u00bf{_WINDOWS}]")
_FEW = 64  # cells; to look at so many as one text is no gain


def tidied(column: Sequence[str]) -> tuple[list[str], int]:
    """Return the cells in NFC with single blanks and no mojibake, and how many were mojibake."""
    (cells,), repaired = tidied_columns(column)
    return cells, repaired


def tidied_columns(*columns: Sequence[str]) -> tuple[list[list[str]], int]:
    """Return columns of one length as `tidied` would; to look at them together saves time."""
    cells: list[str] = []
    for column in columns:
        cells += column
    odd, blank = _untidy(cells)
    for place in blank:
        cells[place] = " ".join(cells[place].split())
    repaired = 0
    for place in odd:
        cell = _in_form(cells[place])
        cells[place] = better = _unscrambled(cell)
        repaired += better != cell
    size = len(columns[0])
    return [cells[n * size : (n + 1) * size] for n in range(len(columns))], repaired


def tidy(cell: str) -> str:
    """Return one cell as `tidied` would."""
    return _unscrambled(_in_form(cell))


def _untidy(cells: Sequence[str]) -> tuple[Iterable[int], Iterable[int]]:
    """Return the places of the cells that need a look, and of others with a blank too many."""
    if len(cells) < _FEW:
        return range(len(cells)), ()
    text = "\n".join(cells)
    data = f"\n{text}\n".encode()
    codes = np.frombuffer(data, np.uint8)
    is_blank, is_end = codes == _BLANK, codes == _END
    if np.count_nonzero(is_end) > len(cells) + 1:
        return range(len(cells)), ()
    is_edge = is_blank | is_end
    blanks = (is_blank[1:] & is_edge[:-1]) | (is_blank[:-1] & is_edge[1:])
    ends = np.flatnonzero(is_end)
    odd: set[int] = set()
    if data.translate(None, _USUAL):
        odd = _cells_at(_NEEDS_A_LOOK[codes], ends)
    return odd, _cells_at(blanks, ends) - odd


def _cells_at(chosen: npt.NDArray[np.bool_], ends: npt.NDArray[np.int64]) -> set[int]:
    """Return the places of the cells that hold a chosen byte; each lies between two ends."""
    return set((np.searchsorted(ends, np.flatnonzero(chosen), "right") - 1).tolist())


def _in_form(cell: str) -> str:
    return unicodedata.normalize("NFC", " ".join(cell.split()))


def _unscrambled(cell: str) -> str:
    if cell.isascii() or not _MOJIBAKE.search(cell):
        return cell
    return _in_form(ftfy.fix_encoding(cell))
