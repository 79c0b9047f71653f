"""RapidOCR (PP-OCRv6 on onnxruntime): the only caller of it.

Its models lie in the installed wheel and are named by their path: it would fetch others. Detection
and recognition are called apart, so that the turn of the card is decided from what is read.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, cast

import cv2
import numpy as np
import rapidocr
from numpy.typing import NDArray

from contacts.readings import Quad, TextLine
from extractors.ocr.rapid_options import (
    DETECTION_MODEL,
    OPTIONS,
    RECOGNITION_MODEL,
    model_path,
    rapid_version,
)
from extractors.picture import Pixels

_Corners = NDArray[np.float32]

_MIN_CONFIDENCE: Final = 0.5  # below it a line is a picture taken for text
_TALL: Final = 1.5  # a box higher than this times its width holds text that is turned
_SURELY_UPRIGHT: Final = 0.85  # mean confidence; text on its head is read at about 0.6
_SAMPLE: Final = 5  # lines read in another turn to compare


@dataclass(frozen=True, slots=True)
class _Read:
    text: str
    confidence: float
    corners: _Corners


class RapidEngine:
    """One engine, to be kept by its process: making it takes 0.4 s and 100 MB."""

    name = "rapidocr"

    def __init__(self) -> None:
        options = dict(OPTIONS)
        options["Det.model_path"] = str(model_path(DETECTION_MODEL))
        options["Rec.model_path"] = str(model_path(RECOGNITION_MODEL))
        cv2.setNumThreads(1)  # photos run side by side in processes
        self._engine = cast("Any", rapidocr).RapidOCR(params=options)

    @property
    def version(self) -> str:
        """The package's version and a hash of models and options."""
        return rapid_version()

    def read(self, card: Pixels) -> tuple[TextLine, ...]:
        """Return the lines on a card, whichever way it is turned."""
        boxes = self._detect(card)
        if not boxes:
            return ()
        lying = [box for box in boxes if _height(box) >= _TALL * _width(box)]
        sideways = sum(map(_height, lying)) > sum(_width(box) for box in boxes) / 2
        read = [self._read_line(card, box, turned=False) for box in boxes]
        if sideways or _mean_confidence(read) < _SURELY_UPRIGHT:
            read = self._best_turn(card, boxes, read)
        return tuple(
            TextLine(line.text.strip(), _quad(line.corners), round(line.confidence, 4))
            for line in read
            if line.text.strip() and line.confidence >= _MIN_CONFIDENCE
        )

    def _detect(self, card: Pixels) -> list[_Corners]:
        found = self._engine(card, use_det=True, use_cls=False, use_rec=False)
        return [] if found.boxes is None else [np.asarray(box, np.float32) for box in found.boxes]

    def _best_turn(self, card: Pixels, boxes: Sequence[_Corners], read: list[_Read]) -> list[_Read]:
        """Return the lines as they are, or on their head, whichever reads better."""
        longest = sorted(range(len(boxes)), key=lambda at: -_length(boxes[at]))[:_SAMPLE]
        turned = [self._read_line(card, boxes[at], turned=True) for at in longest]
        if _mean_confidence(turned) <= _mean_confidence([read[at] for at in longest]):
            return read
        return [self._read_line(card, box, turned=True) for box in boxes]

    def _read_line(self, card: Pixels, box: _Corners, *, turned: bool) -> _Read:
        """Return one line; a tall box is read from its bottom, or `turned` from its top."""
        corners = np.roll(box, 1, axis=0) if _height(box) >= _TALL * _width(box) else box
        corners = np.roll(corners, 2, axis=0) if turned else corners
        result = self._engine(_cut(card, corners), use_det=False, use_cls=False, use_rec=True)
        if not result.txts:
            return _Read("", 0.0, corners)
        return _Read(result.txts[0], float(result.scores[0]), corners)


def _cut(card: Pixels, corners: _Corners) -> Pixels:
    """Return the box as an upright strip; its first corner becomes the top left one."""
    size = max(1, round(_width(corners))), max(1, round(_height(corners)))
    target = np.array([(0, 0), (size[0], 0), size, (0, size[1])], dtype=np.float32)
    matrix = cv2.getPerspectiveTransform(np.ascontiguousarray(corners), target)
    strip = cv2.warpPerspective(
        card, matrix, size, flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE
    )
    return cast("Pixels", strip)


def _width(box: _Corners) -> float:
    return float(max(np.linalg.norm(box[0] - box[1]), np.linalg.norm(box[2] - box[3])))


def _height(box: _Corners) -> float:
    return float(max(np.linalg.norm(box[0] - box[3]), np.linalg.norm(box[1] - box[2])))


def _length(box: _Corners) -> float:
    return max(_width(box), _height(box))


def _mean_confidence(lines: Sequence[_Read]) -> float:
    """Return the confidence of a line, weighted by its length on the card."""
    weights = [_length(line.corners) for line in lines]
    total = sum(line.confidence * weight for line, weight in zip(lines, weights, strict=True))
    return total / max(1.0, sum(weights))


def _quad(corners: _Corners) -> Quad:
    one, two, three, four = ((round(float(x), 1), round(float(y), 1)) for x, y in corners)
    return one, two, three, four
