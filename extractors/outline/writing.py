"""Writing beside the outlines of a photo: part of a card that was cut short, or another card."""

from collections.abc import Sequence
from typing import Final, cast

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.geometry import (
    Corners,
    area,
    aspect,
    clockwise,
    moved,
    overlap,
    rectangle,
    size,
)
from extractors.picture import Pixels

_MAX_OUTSIDE: Final = 0.02  # of all writing: specks on the table
_LEAST_PATCH: Final = 0.008  # of all writing in a patch that counts
_STROKE: Final = 9  # pixels that hold a letter and what is around it
_FAINTEST: Final = 25.0  # levels of contrast
_OF_STRONGEST: Final = 0.6
_EDGE: Final = 13  # pixels around an outline that belong to the card's edge
_JOINED: Final = 0.2  # of a card's shorter side, between words of one patch
_NEIGHBOURS: Final = 0.4  # likewise, between patches of one card
_PADDING: Final = 0.12  # likewise, from the writing to the card's edge
_SMALLEST: Final = 0.4  # likewise, of what is a card
_INNER_PADDING: Final = 0.04  # of a card's sides, when it is made longer
_LONGEST: Final = 1.7  # of its area to which an outline is made longer
_CARD_ASPECTS: Final = (1.35, 2.0)
_SLIGHT: Final = 0.12  # of the smaller outline: cards may lie on another's edge


class Writing:
    """What looks like writing in a photo: small, and of high contrast to what surrounds it.

    Grain and shadows are not. How strong the contrast has to be is told by the outlines.
    """

    def __init__(self, small: Pixels) -> None:
        grey = cv2.cvtColor(small, cv2.COLOR_BGR2GRAY)
        square = np.ones((_STROKE, _STROKE), np.uint8)
        self._contrast = cv2.max(
            cv2.morphologyEx(grey, cv2.MORPH_BLACKHAT, square),
            cv2.morphologyEx(grey, cv2.MORPH_TOPHAT, square),
        )

    def beside(self, outlines: Sequence[Corners]) -> tuple[Pixels, float]:
        """Return the writing outside all outlines as a mask, and which share of all it is."""
        inside: Pixels = np.zeros(self._contrast.shape, np.uint8)
        for corners in outlines:
            cv2.fillConvexPoly(inside, np.rint(corners).astype(np.int32), 1)
        outside = cv2.dilate(inside, np.ones((_EDGE, _EDGE), np.uint8)) == 0
        strongest = float(np.percentile(self._contrast[~outside], 97))
        written = self._contrast > max(_FAINTEST, _OF_STRONGEST * strongest)
        found = (written & outside).astype(np.uint8)
        share = int(np.count_nonzero(found)) / max(1, int(np.count_nonzero(written)))
        return found, share


def leaves_none(share: float) -> bool:
    """Return whether so little writing outside all outlines is none."""
    return share <= _MAX_OUTSIDE


def completed(cards: Sequence[Corners], beside: Pixels, share: float) -> list[Corners]:
    """Return the outlines with the writing beside them made part of a card, or one of its own.

    None are returned where one outline alone leaves writing outside: it may as well be a panel of
    the card that fills the photo.
    """
    short = float(np.median([min(size(corners)) for corners in cards]))
    least = np.count_nonzero(beside) * _LEAST_PATCH / share
    made, rest = list(cards), np.zeros_like(beside)
    for patch in _patches(beside, _JOINED * short):
        if len(patch) < least:
            continue
        at = _extended(made, patch)
        if at is None:
            rest[patch[:, 1], patch[:, 0]] = 1
        else:
            made[at[0]] = at[1]
    if len(cards) == 1 and rest.any():
        return []
    return [*made, *_of_their_own(rest, short)]


def _patches(mask: Pixels, reach: float) -> list[NDArray[np.int32]]:
    """Return the points of a mask in patches that lie further apart than a reach."""
    side = max(3, int(reach) | 1)
    joined = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((side, side), np.uint8))
    count, numbers = cv2.connectedComponents(joined)
    rows, columns = np.nonzero(mask)
    points = np.stack([columns, rows], axis=1).astype(np.int32)
    of_patch = numbers[rows, columns]
    return [points[of_patch == number] for number in range(1, count)]


def _extended(cards: list[Corners], patch: NDArray[np.int32]) -> tuple[int, Corners] | None:
    """Return which card a patch of writing is part of, and that card's outline around both."""
    x, y = (float(value) for value in patch.mean(axis=0))
    nearest = sorted(
        range(len(cards)), key=lambda at: -cv2.pointPolygonTest(cards[at], (x, y), measureDist=True)
    )
    for at in nearest[:2]:
        longer = _around(cards[at], patch)
        if (
            area(longer) <= _LONGEST * area(cards[at])
            and _CARD_ASPECTS[0] <= aspect(*size(longer)) <= _CARD_ASPECTS[1]
            and all(overlap(longer, one) <= _SLIGHT for one in cards if one is not cards[at])
        ):
            return at, longer
    return None


def _around(card: Corners, patch: NDArray[np.int32]) -> Corners:
    """Return the outline of a card made longer along its sides until it holds a patch too."""
    unit = cv2.getPerspectiveTransform(card, rectangle(1, 1))
    points = moved(patch.astype(np.float32), unit)
    low = np.clip(points.min(axis=0) - _INNER_PADDING, -1, 0)
    high = np.clip(points.max(axis=0) + _INNER_PADDING, 1, 2)
    box = np.array([low, (high[0], low[1]), high, (low[0], high[1])], np.float32)
    return clockwise(moved(box, np.linalg.inv(unit)))


def _of_their_own(mask: Pixels, short: float) -> list[Corners]:
    """Return outlines around writing that belongs to no card yet."""
    found = []
    for patch in _patches(mask, _NEIGHBOURS * short):
        box = clockwise(cast("Corners", cv2.boxPoints(cv2.minAreaRect(patch))))
        width, height = size(box)
        if max(width, height) >= _SMALLEST * short:
            flat = cv2.getPerspectiveTransform(rectangle(width, height), box)
            padding = _PADDING * short
            wider = rectangle(width + 2 * padding, height + 2 * padding) - np.float32(padding)
            found.append(moved(wider, flat))
    return found
