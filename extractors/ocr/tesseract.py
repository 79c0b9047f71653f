"""Tesseract by pytesseract: the only caller of it."""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Any, Final, Literal, cast

import cv2
import numpy as np
import pytesseract
from PIL import Image

from contacts.errors import MissingToolError, UnreadableSourceError
from contacts.readings import Point, Quad, TextLine
from extractors.ocr.languages import INSTALL_TESSERACT, codes, install_line
from extractors.picture import Pixels

_SEGMENTATION: Final = "--psm 3"
_SIDE: Final = 1600  # letters of about 30 pixels, which its models are trained on
_TIMEOUT_SECONDS: Final = 20
_WELL_READ: Final = 0.72  # mean confidence of words that needs no other turn
_MIN_CONFIDENCE: Final = 0.3
_COLUMN_GAP: Final = 1.6  # heights of a line between two words of different columns
_FEW_WORDS: Final = 4
_TALL: Final = 1.5  # height by width of a word that stands upright

Turn = Literal[0, 1, 2, 3]
_ROTATIONS: Final = {
    1: cv2.ROTATE_90_CLOCKWISE,
    2: cv2.ROTATE_180,
    3: cv2.ROTATE_90_COUNTERCLOCKWISE,
}


@dataclass(frozen=True, slots=True)
class _Word:
    """A word in pixels of the picture that was read; `line` tells lines apart."""

    text: str
    line: tuple[int, int, int]
    left: float
    top: float
    right: float
    bottom: float
    confidence: float


class TesseractEngine:
    """Reads with the installed languages out of those that are asked for."""

    name = "tesseract"

    def __init__(self, languages: str) -> None:
        self._languages, _ = split_languages(languages)
        os.environ["OMP_THREAD_LIMIT"] = "1"  # threads of one page cost more than they give

    @property
    def version(self) -> str:
        """The program's version, the languages read and the options."""
        return f"tesseract {_program_version()} {self._languages} {_SEGMENTATION} {_SIDE}"

    def read(self, card: Pixels) -> tuple[TextLine, ...]:
        """Return the lines on a card, whichever way it is turned."""
        grey, ratio = _prepared(card)
        words = self._words(grey)
        turn: Turn = 0
        if len(words) < _FEW_WORDS or _legibility(words) < _WELL_READ * len(words):
            others: tuple[Turn, ...] = (1, 2, 3)
            for other in others:
                tried = self._words(cast("Pixels", cv2.rotate(grey, _ROTATIONS[other])))
                if _legibility(tried) > _legibility(words):
                    words, turn = tried, other
        size = (grey.shape[1], grey.shape[0])
        return tuple(_line(run, turn, size, ratio) for run in _runs(words))

    def _words(self, grey: Pixels) -> list[_Word]:
        page = Image.fromarray(grey)
        page.format = "TIFF"  # how it is handed over; a PNG would be squeezed first
        try:
            table = pytesseract.image_to_data(
                page,
                lang=self._languages,
                config=_SEGMENTATION,
                timeout=_TIMEOUT_SECONDS,
                output_type=pytesseract.Output.DICT,
            )
        except RuntimeError as error:
            raise UnreadableSourceError(
                "tesseract", str(error).strip().splitlines()[-1], "try --ocr rapidocr"
            ) from error
        return list(_words_of(table))


def _words_of(table: Mapping[str, Sequence[Any]]) -> Iterator[_Word]:
    for at, text in enumerate(table["text"]):
        confidence = float(table["conf"][at]) / 100
        if text.strip() and confidence >= _MIN_CONFIDENCE:
            left, top = float(table["left"][at]), float(table["top"][at])
            yield _Word(
                text.strip(),
                (table["block_num"][at], table["par_num"][at], table["line_num"][at]),
                left,
                top,
                left + float(table["width"][at]),
                top + float(table["height"][at]),
                confidence,
            )


def _prepared(card: Pixels) -> tuple[Pixels, float]:
    """Return the card in grey at the wanted size, and how many of its pixels one of it is."""
    ratio = _SIDE / max(card.shape[:2])
    method = cv2.INTER_AREA if ratio < 1 else cv2.INTER_CUBIC
    grey = cv2.cvtColor(card, cv2.COLOR_BGR2GRAY)
    return cast("Pixels", cv2.resize(grey, None, fx=ratio, fy=ratio, interpolation=method)), ratio


def _legibility(words: Sequence[_Word]) -> float:
    """Return the sum of the words' confidence, without what tells of noise or of turned text.

    Noise is read as single signs; a turned page is read too, but its words stand upright.
    """
    return sum(
        word.confidence
        for word in words
        if len(word.text) > 1 and word.bottom - word.top < _TALL * (word.right - word.left)
    )


def _runs(words: Sequence[_Word]) -> Iterator[list[_Word]]:
    """Yield the words of each line, parted where a gap is wider than words of one column have."""
    for _, group in groupby(words, key=lambda word: word.line):
        run: list[_Word] = []
        for word in group:
            height = max([word.bottom - word.top, *(one.bottom - one.top for one in run)])
            if run and word.left - run[-1].right > _COLUMN_GAP * height:
                yield run
                run = []
            run.append(word)
        yield run


def _line(words: Sequence[_Word], turn: Turn, size: tuple[int, int], ratio: float) -> TextLine:
    left, right = min(word.left for word in words), max(word.right for word in words)
    top, bottom = min(word.top for word in words), max(word.bottom for word in words)
    corners = ((left, top), (right, top), (right, bottom), (left, bottom))
    one, two, three, four = (_turned_back(corner, turn, size, ratio) for corner in corners)
    quad: Quad = (one, two, three, four)
    confidence = float(np.mean([word.confidence for word in words]))
    return TextLine(" ".join(word.text for word in words), quad, round(confidence, 4))


def _turned_back(point: Point, turn: Turn, size: tuple[int, int], ratio: float) -> Point:
    """Return where a point of the turned picture lies on the card."""
    x, y = point
    width, height = size
    match turn:
        case 1:
            x, y = y, height - x
        case 2:
            x, y = width - x, height - y
        case 3:
            x, y = width - y, x
        case _:
            pass
    return round(x / ratio, 1), round(y / ratio, 1)


def split_languages(languages: str) -> tuple[str, tuple[str, ...]]:
    """Return the languages to read with, and those that are not installed.

    Raises:
        MissingToolError: Tesseract is not installed, or has no language at all.
    """
    wanted = codes(languages)
    installed = installed_languages()
    kept = [language for language in wanted if language in installed] or ["eng"]
    if kept[0] not in installed:
        raise MissingToolError("tesseract", "has no language file", install_line("eng"))
    missing = tuple(language for language in wanted if language not in installed)
    return "+".join(kept), missing


@cache
def installed_languages() -> frozenset[str]:
    """Return the languages that Tesseract has files of.

    Raises:
        MissingToolError: Tesseract is not installed.
    """
    try:
        return frozenset(pytesseract.get_languages(config=""))
    except pytesseract.TesseractNotFoundError as error:
        raise MissingToolError("tesseract", "is not installed", INSTALL_TESSERACT) from error


@cache
def _program_version() -> str:
    return str(pytesseract.get_tesseract_version())
