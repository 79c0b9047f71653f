"""A well-formed piece of a table to its cells at once, in half the time of a reader of rows.

What lies between quotes is taken out, the rest is split at every delimiter and line end. Nothing is
guessed: where a piece is not what `csv.writer` would have written, it is left to `records`.
"""

import csv
from array import array
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

_QUOTE, _LINE_END = ord('"'), ord("\n")


@dataclass(frozen=True, slots=True)
class Quoted:
    """The quoted cells of a piece: their places among all cells, and their words."""

    places: list[int]
    words: list[str]


@dataclass(frozen=True, slots=True)
class Plain:
    """The cells of a piece, row after row, and the number of the first line of each row.

    `end` is the number of the line below.
    """

    cells: list[str]
    lines: "array[int]"
    end: int


def plain(text: str, delimiter: str, width: int, line: int) -> Plain | None:
    """Return the cells of a text of whole rows from a line on; None if it is not well-formed.

    Well-formed are rows of `width` cells, quoted as a whole or not at all, on lines with one kind
    of end, and no cell longer than the csv module allows.
    """
    parts = text.split('"')
    is_mixed = "\r" in text and text.count("\r") != text.count("\r\n")
    if len(parts) % 2 == 0 or is_mixed or width == 1:  # where a blank line might be a row
        return None
    quoted = parts[1::2]
    bare = '"'.join(parts[::2])
    if "\r" in bare:
        bare = bare.replace("\r\n", "\n")
    if not bare.endswith("\n"):
        bare += "\n"
    data = _bytes(bare)
    is_end = data == _LINE_END
    marks = np.flatnonzero(is_end | (data == ord(delimiter)))
    rows = int(np.count_nonzero(is_end))
    is_regular = len(marks) == rows * width and is_end[marks[width - 1 :: width]].all()
    if not is_regular or _is_too_long(text, bare, quoted, marks):
        return None
    cells = bare.replace("\n", delimiter).split(delimiter)
    cells.pop()  # behind the last line end
    found = Quoted([], [])
    if quoted:
        places = np.searchsorted(marks, np.flatnonzero(data == _QUOTE))
        found = _joined(places, quoted)
        if not _filled(cells, found):
            return None
    if "\n" not in "".join(quoted):
        return Plain(cells, _lines(np.arange(line, line + rows)), line + rows)
    return _numbered(cells, width, line, found)


def _bytes(text: str) -> npt.NDArray[np.uint8]:
    """Return a text in an encoding with all of ASCII; Latin-1 is no work where it will do."""
    try:
        return np.frombuffer(text.encode("latin-1"), np.uint8)
    except UnicodeEncodeError:
        return np.frombuffer(text.encode(), np.uint8)


def _is_too_long(text: str, bare: str, quoted: list[str], marks: npt.NDArray[np.int64]) -> bool:
    """Return whether a cell may be longer than the csv module allows; most texts are not."""
    limit = csv.field_size_limit()
    return (len(bare) > limit and bool(np.diff(marks, prepend=0).max() > limit)) or (
        len(text) - len(bare) > limit and max(map(len, quoted)) > limit
    )


def _joined(places: npt.NDArray[np.int64], quoted: list[str]) -> Quoted:
    """Return the quoted cells; the parts of one that stand between doubled quotes are joined."""
    is_start = np.diff(places, prepend=-1) > 0
    if is_start.all():
        return Quoted(places.tolist(), quoted)
    starts = np.flatnonzero(is_start).tolist()
    ends = [*starts[1:], len(places)]
    words = ['"'.join(quoted[start:end]) for start, end in zip(starts, ends, strict=True)]
    return Quoted(places[starts].tolist(), words)


def _filled(cells: list[str], quoted: Quoted) -> bool:
    """Put the words into the cells of their quotes; False where a cell is not quoted as a whole."""
    for place, words in zip(quoted.places, quoted.words, strict=True):
        if cells[place] != '"' and cells[place].strip('"'):
            return False
        cells[place] = words
    return True


def _numbered(cells: list[str], width: int, line: int, quoted: Quoted) -> Plain:
    """Return cells of which some have several lines, with the lines of their rows."""
    heights = np.ones(len(cells) // width, np.int64)
    for place, words in zip(quoted.places, quoted.words, strict=True):
        if "\n" in words:
            heights[place // width] += words.count("\n")
    ends = line + np.cumsum(heights)
    return Plain(cells, _lines(ends - heights), int(ends[-1]))


def _lines(numbers: npt.NDArray[np.int64]) -> "array[int]":
    return array("l", numbers.astype("l").tobytes())
