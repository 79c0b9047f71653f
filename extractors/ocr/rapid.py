"""RapidOCR (PP-OCRv6 on onnxruntime): the only caller of it.

Its models lie in the installed wheel and are named by their path: it would fetch others. Its
detector and recogniser are called apart, not through its door: the turn of the card is decided from
what is read, spaces from all the model says, and a line is cut out at its own size, then scaled and
padded once.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final, cast

import cv2
import numpy as np
import rapidocr
from numpy.typing import NDArray
from rapidocr.ch_ppocr_det import TextDetector
from rapidocr.ch_ppocr_rec import TextRecognizer

from contacts.readings import TextLine
from extractors.geometry import Corners, quad, size
from extractors.ocr.boxes import as_read, is_tall, length, strip
from extractors.ocr.ctc import decoded
from extractors.ocr.rapid_options import (
    DETECTION_MODEL,
    DETECTION_SIDE,
    MIN_CONFIDENCE,
    MIN_SPACE,
    MIN_STRIP_WIDTH,
    OPTIONS,
    RECOGNITION_MODEL,
    STRIP_HEIGHT,
    model_path,
    rapid_version,
)
from extractors.picture import Pixels

_SURELY_UPRIGHT: Final = 0.85  # mean confidence; text on its head is read at about 0.6
_SAMPLE: Final = 5  # lines read before the turn is settled
_DETECTION_STEP: Final = 32  # the detection model halves its input five times
_HALF_RANGE: Final = 127.5  # both models want pixels from -1 to 1


@dataclass(frozen=True, slots=True)
class _Read:
    text: str
    confidence: float
    corners: Corners


class RapidEngine:
    """One engine, to be kept by its process: making it takes 0.4 s and 100 MB."""

    name = "rapidocr"

    def __init__(self) -> None:
        options = dict(OPTIONS)
        options["Det.model_path"] = str(model_path(DETECTION_MODEL))
        options["Rec.model_path"] = str(model_path(RECOGNITION_MODEL))
        cv2.setNumThreads(1)  # photos run side by side in processes
        settings = cast("Any", rapidocr).RapidOCR(params=options).cfg
        for model in (settings.Det, settings.Rec):
            model.engine_cfg = settings.EngineConfig.onnxruntime
        self._detector: Any = TextDetector(settings.Det)
        self._recogniser: Any = TextRecognizer(settings.Rec)
        self._alphabet: list[str] = self._recogniser.postprocess_op.character

    @property
    def version(self) -> str:
        """The package's version and a hash of models, options and our steps."""
        return rapid_version()

    @property
    def alphabet(self) -> frozenset[str]:
        """Every sign the model can give; what is not among them is left out of its text."""
        return frozenset(self._alphabet)

    def read(self, card: Pixels) -> tuple[TextLine, ...]:
        """Return the lines on a card, whichever way it is turned."""
        return tuple(
            TextLine(line.text.strip(), quad(line.corners), round(line.confidence, 4))
            for line in self._read_boxes(card, self._detect(card))
            if line.text.strip() and line.confidence >= MIN_CONFIDENCE
        )

    def _detect(self, card: Pixels) -> list[Corners]:
        card_height, card_width = card.shape[:2]
        ratio = min(1.0, DETECTION_SIDE / max(card_height, card_width))
        size = [
            max(1, round(side * ratio / _DETECTION_STEP)) * _DETECTION_STEP
            for side in (card_width, card_height)
        ]
        text_map = self._detector.session(_as_input(cast("Pixels", cv2.resize(card, size))))
        found, _ = self._detector.postprocess_op(text_map, (card_height, card_width))
        if not len(found):
            return []
        return [np.asarray(box, np.float32) for box in self._detector.sorted_boxes(found)]

    def _read_boxes(self, card: Pixels, boxes: Sequence[Corners]) -> list[_Read]:
        """Return what the boxes hold; a few of them settle whether the text is on its head."""
        sample = sorted(range(len(boxes)), key=lambda at: -length(boxes[at]))[:_SAMPLE]
        read = {at: self._read_line(card, boxes[at], turned=False) for at in sample}
        on_its_head = False
        if _lie_sideways(boxes) or _mean_confidence(read.values()) < _SURELY_UPRIGHT:
            turned = {at: self._read_line(card, boxes[at], turned=True) for at in sample}
            if _mean_confidence(turned.values()) > _mean_confidence(read.values()):
                read, on_its_head = turned, True
        return [
            read[at] if at in read else self._read_line(card, box, turned=on_its_head)
            for at, box in enumerate(boxes)
        ]

    def _read_line(self, card: Pixels, box: Corners, *, turned: bool) -> _Read:
        corners = as_read(box, turned=turned)
        line = _as_input(strip(card, corners, STRIP_HEIGHT))
        missing = max(0, MIN_STRIP_WIDTH - line.shape[3])
        padded = np.pad(line, ((0, 0), (0, 0), (0, 0), (0, missing)))
        (said,) = self._recogniser.session(padded)
        text, confidence = decoded(said, self._alphabet, min_space=MIN_SPACE)
        return _Read(text, confidence, corners)


def _as_input(pixels: Pixels) -> NDArray[np.float32]:
    """Return pixels as the models want them: one picture, colours first, from -1 to 1."""
    centred = (_HALF_RANGE, _HALF_RANGE, _HALF_RANGE)
    return cast("NDArray[np.float32]", cv2.dnn.blobFromImage(pixels, 1 / _HALF_RANGE, mean=centred))


def _lie_sideways(boxes: Sequence[Corners]) -> bool:
    """Return whether most of the text runs up or down the card."""
    lying = sum(size(box)[1] for box in boxes if is_tall(box))
    return lying > sum(size(box)[0] for box in boxes) / 2


def _mean_confidence(lines: Iterable[_Read]) -> float:
    """Return the confidence of a line, weighted by its length on the card."""
    weighed = [(line.confidence, length(line.corners)) for line in lines]
    total = sum(confidence * weight for confidence, weight in weighed)
    return total / max(1.0, sum(weight for _, weight in weighed))
