"""Four-cornered outlines in a picture, each with how much it looks like a card's."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, cast

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.geometry import Corners, area, aspect, clockwise, overlap, size
from extractors.picture import Pixels

MIN_AREA: Final = 0.012  # of the photo: a smaller card has no legible text
_MAX_AREA: Final = 0.93  # beyond it the photo is the card
_ASPECTS: Final = (1.15, 1.38, 1.95, 2.4)  # of long to short side: 1.4 to 1.8 in the trade
_LIKELY: Final = (0.75, 1.0, 1.0, 0.75)
_CORNERS: Final = 4
_MIN_FILL: Final = 0.86  # of the contour's hull and the four-cornered outline
_MIN_INSIDE: Final = 0.84  # of the hull by the contour: holes are writing, bays are not
_FULL_INSIDE: Final = 0.95
_FIT_POWER: Final = 4
_MAX_SKEW: Final = 0.34  # cosine: corners of 70 to 110 degrees
_AT_EDGE: Final = 0.02  # of the photo's sides: a corner so near is the photo's own edge
_MAX_CORNERS_AT_EDGE: Final = 2  # with more of them it is a panel of the card that fills the photo
_SAMPLES: Final = 24  # points on each side
_REACH: Final = 5  # pixels to both sides of it in which its step is sought
_FULL_STEP: Final = 14.0  # levels in Lab from which on an edge is no fainter than others
_BEYOND: Final = 0.5  # the worth of a side outside the photo
_SAME: Final = 0.97  # overlap and ratio of areas from which two outlines are one


@dataclass(frozen=True, slots=True)
class Candidate:
    """An outline, and from 0 to 1 how much it looks like a card's."""

    corners: Corners
    quality: float

    @property
    def worth(self) -> float:
        """Its rank: of two in one place the better fit counts, then the larger."""
        return self.quality * area(self.corners)


def candidates(lab: Pixels, masks: Iterable[Pixels]) -> list[Candidate]:
    """Return the outlines of what is white in some masks, the best first.

    `lab` is the picture in CIE Lab: an outline counts by the steps in lightness and colour across
    its sides, the weakest side most.
    """
    fitted = [
        one
        for mask in masks
        for contour in _contours(mask)
        if (one := _four_corners(contour)) and _is_apart(one[1], lab.shape)
    ]
    found = []
    for fit, corners in _different(fitted):
        sides = _side_steps(lab, corners)
        seen = (float(min(sides)) + float(np.mean(sides))) / 2
        likely = float(np.interp(aspect(*size(corners)), _ASPECTS, _LIKELY))
        found.append(Candidate(corners, (fit * likely) ** _FIT_POWER * seen**2))
    return sorted(found, key=lambda one: one.worth, reverse=True)


def _contours(mask: Pixels) -> list[NDArray[np.int32]]:
    contours, _ = cv2.findContours(mask, cv2.RETR_LIST, cv2.CHAIN_APPROX_SIMPLE)
    least = MIN_AREA * mask.size
    large = [contour for contour in contours if cv2.contourArea(contour) >= least]
    return cast("list[NDArray[np.int32]]", large)


def _four_corners(contour: NDArray[np.int32]) -> tuple[float, Corners] | None:
    """Return how well four corners fit a contour (0 to 1), and the corners; None for a misfit."""
    hull = cv2.convexHull(contour)
    hull_area = cv2.contourArea(hull)
    length = cv2.arcLength(hull, closed=True)
    for tolerance in (0.02, 0.035, 0.05):
        corners = cv2.approxPolyDP(hull, tolerance * length, closed=True)
        if len(corners) == _CORNERS:
            break
    else:
        corners = cv2.boxPoints(cv2.minAreaRect(hull))
    square = clockwise(corners.reshape(4, 2).astype(np.float32))
    fill = min(area(square), hull_area) / max(area(square), hull_area, 1.0)
    inside = cv2.contourArea(contour) / max(hull_area, 1.0)
    if fill < _MIN_FILL or inside < _MIN_INSIDE:
        return None
    if _skew(square) > _MAX_SKEW:
        return None
    if not _ASPECTS[0] <= aspect(*size(square)) <= _ASPECTS[-1]:
        return None
    return fill * min(1.0, inside / _FULL_INSIDE), square


def _skew(corners: Corners) -> float:
    """Return how far the worst corner is from a right angle, as its cosine."""
    along = np.roll(corners, -1, axis=0) - corners
    along /= np.maximum(np.linalg.norm(along, axis=1, keepdims=True), 1e-6)
    return float(np.abs(np.sum(along * np.roll(along, 1, axis=0), axis=1)).max())


def _is_apart(corners: Corners, shape: Sequence[int]) -> bool:
    """Return whether an outline is a thing in the photo, not the photo or a panel of it."""
    share = corners / np.array([shape[1], shape[0]], dtype=np.float32)
    at_edge = int(np.count_nonzero(np.any((share < _AT_EDGE) | (share > 1 - _AT_EDGE), axis=1)))
    covered = area(corners) / (shape[0] * shape[1])
    return covered <= _MAX_AREA and at_edge <= _MAX_CORNERS_AT_EDGE


def _different(fitted: list[tuple[float, Corners]]) -> list[tuple[float, Corners]]:
    """Return the outlines without those that are nearly another, better fitting one."""
    kept: list[tuple[float, Corners]] = []
    for fit, corners in sorted(fitted, key=lambda one: one[0], reverse=True):
        covered = area(corners)
        alike = (
            min(covered, area(other)) / max(covered, area(other)) > _SAME
            and overlap(corners, other) > _SAME
            for _, other in kept
        )
        if not any(alike):
            kept.append((fit, corners))
    return kept


def _side_steps(lab: Pixels, corners: Corners) -> NDArray[np.float64]:
    """Return for each side how clear a step lies across it, from 0 to 1."""
    height, width = lab.shape[:2]
    along = np.roll(corners, -1, axis=0) - corners
    outward = np.stack([along[:, 1], -along[:, 0]], axis=1)
    outward /= np.maximum(np.linalg.norm(outward, axis=1, keepdims=True), 1e-6)
    where = np.linspace(0.06, 0.94, _SAMPLES, dtype=np.float32)
    points = corners[:, None] + where[None, :, None] * along[:, None]
    reach = np.arange(-_REACH, _REACH + 1, dtype=np.float32)
    profile = points[:, :, None] + reach[None, None, :, None] * outward[:, None, None]
    columns = np.clip(np.rint(profile[..., 0]).astype(np.intp), 0, width - 1)
    rows = np.clip(np.rint(profile[..., 1]).astype(np.intp), 0, height - 1)
    values = lab[rows, columns].astype(np.float32)
    steps = np.linalg.norm(values[:, :, 3:-1] - values[:, :, 1:-3], axis=3).max(axis=2)
    outside = np.any((points < 1) | (points > (width - 2, height - 2)), axis=2)
    clear = np.where(outside, _BEYOND, np.minimum(1.0, steps / _FULL_STEP))
    return np.asarray(clear.mean(axis=1), np.float64)
