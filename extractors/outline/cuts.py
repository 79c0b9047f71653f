"""Cards that touch: a patch of several is cut along the straight edges between them."""

from typing import Final, cast

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.geometry import Corners, aspect, clockwise, moved, rectangle, size
from extractors.picture import Pixels

_Mask = NDArray[np.uint8]

_SIDE: Final = 400  # pixels of the longer side of a patch while it is looked at
_STEP: Final = 7.0  # levels in Lab within five pixels: the faintest edge between two papers
_STEP_OF_USUAL: Final = 2.5  # an edge is so much stronger than what is usual in the patch
_TILTS: Final = np.linspace(-0.06, 0.06, 7)  # of a cut against the sides of the patch
_MIN_EDGE: Final = 0.72  # of a cut that has to be edge; a line of text covers less
_TRIES: Final = 2  # cuts tried in each direction
_DEPTH: Final = 4  # cuts one after the other
_APART: Final = 4  # pixels between two cuts that are tried
_PARTS: Final = 80  # looked at before no further cut is tried
_RIM: Final = 0.15  # of a patch, where no cut is sought
_LEAST: Final = 0.03  # of the patch, below which a part is none
_CARDLIKE: Final = ((1.0, 1.2, 1.4, 1.9, 2.15, 2.5), (0.0, 0.35, 1.0, 1.0, 0.35, 0.0))
_FULL: Final = 0.8  # of its box that a card's part of the mask fills
_ODD: Final = 0.3  # the worth of a part that fills less
_GAIN: Final = 1.02  # for a cut, so that four cards are not one of the same shape
_MIN_SCORE: Final = 0.8  # of the patch that has to be cards
_MIN_SHARE_OF_LARGEST: Final = 0.5  # cards in one patch are of about one size


def cut_apart(lab: Pixels, corners: Corners, mask: Pixels | None = None) -> list[Corners]:
    """Return the outlines of the cards that touch within four corners; none if it is one card.

    `mask` tells what of the picture is the patch, by default all within the corners.
    """
    width, height = size(corners)
    ratio = min(1.0, _SIDE / max(width, height))
    shape = max(8, round(width * ratio)), max(8, round(height * ratio))
    matrix = cv2.getPerspectiveTransform(corners, rectangle(*shape))
    upright = cast("Pixels", cv2.warpPerspective(lab, matrix, shape))
    inside = np.ones(shape[::-1], np.uint8)
    if mask is not None:
        inside = (cv2.warpPerspective(mask, matrix, shape) > 127).astype(np.uint8)  # noqa: PLR2004
    score, parts = _Patch(upright, inside).best(inside, _DEPTH)
    sizes = [int(np.count_nonzero(part)) for part in parts]
    if len(parts) <= 1 or score < _MIN_SCORE * np.count_nonzero(inside):
        return []
    if min(sizes) < _MIN_SHARE_OF_LARGEST * max(sizes):
        return []
    back = np.linalg.inv(matrix)
    return [clockwise(moved(_box_corners(part), back)) for part in parts]


class _Patch:
    """A patch of cards set upright, searched for the way to cut it that gives most card."""

    def __init__(self, upright: Pixels, inside: _Mask) -> None:
        self._edges = {True: _edges(upright, (5, 1)), False: _edges(upright, (1, 5))}
        self._least = _LEAST * int(np.count_nonzero(inside))
        self._left = _PARTS

    def best(self, part: _Mask, depth: int) -> tuple[float, list[_Mask]]:
        """Return the best way to see a part as cards: its score in pixels, and the cards."""
        covered = int(np.count_nonzero(part))
        if covered < self._least:
            return 0.0, []
        left, top, right, bottom = _box(part)
        fill = covered / ((right - left) * (bottom - top))
        likely = float(np.interp(aspect(right - left, bottom - top), *_CARDLIKE))
        found = (covered * likely * (1.0 if fill > _FULL else _ODD), [part])
        self._left -= 1
        if depth == 0 or self._left < 0:
            return found
        for level in (True, False):
            for one, other in self._halves(part, level=level):
                before, after = self.best(one, depth - 1), self.best(other, depth - 1)
                score = (before[0] + after[0]) * _GAIN
                if score > found[0]:
                    found = score, before[1] + after[1]
        return found

    def _halves(self, part: _Mask, *, level: bool) -> list[tuple[_Mask, _Mask]]:
        """Return the two sides of the clearest cuts through a part, level or upright ones."""
        left, top, right, bottom = _box(part)
        low, high = (top, bottom) if level else (left, right)
        edges, inside = (self._edges[True], part) if level else (self._edges[False].T, part.T)
        shares, tilts = _edge_shares(edges, inside)
        rim = round(_RIM * (high - low))
        shares[: low + rim] = 0
        shares[high - rim :] = 0
        found = []
        across = np.arange(inside.shape[1]) - inside.shape[1] / 2
        for _ in range(_TRIES):
            at = int(np.argmax(shares))
            if shares[at] < _MIN_EDGE:
                break
            before = np.arange(inside.shape[0])[:, None] < (at + tilts[at] * across)[None, :]
            one, other = inside * before, inside * ~before
            found.append((one, other) if level else (one.T, other.T))
            shares[max(0, at - _APART) : at + _APART + 1] = 0
        return cast("list[tuple[_Mask, _Mask]]", found)


def _edges(upright: Pixels, window: tuple[int, int]) -> _Mask:
    kernel = np.ones(window, np.uint8)
    steps = cv2.subtract(cv2.dilate(upright, kernel), cv2.erode(upright, kernel)).max(axis=2)
    return np.asarray(steps > max(_STEP, _STEP_OF_USUAL * np.median(steps)), dtype=np.uint8)


def _box_corners(part: _Mask) -> Corners:
    points = cv2.findNonZero(part)
    return np.asarray(cv2.boxPoints(cv2.minAreaRect(points)), np.float32)


def _box(part: _Mask) -> tuple[int, int, int, int]:
    """Return left, top, right and bottom of a part without its thin ends."""
    found = []
    for axis in (0, 1):
        held = np.count_nonzero(part, axis=axis)
        places = np.flatnonzero(held > held.max() / 5)
        found.append((int(places[0]), int(places[-1]) + 1))
    (left, right), (top, bottom) = found
    return left, top, right, bottom


def _edge_shares(edges: _Mask, inside: _Mask) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return for each row how much of a cut there is edge at its best tilt, and that tilt.

    A cut of a tilt t runs at row + t * (column - middle).
    """
    height, width = inside.shape
    shares, tilts = np.zeros(height), np.zeros(height)
    within = np.ascontiguousarray(edges & inside)
    whole = np.ascontiguousarray(inside)
    for tilt in _TILTS:
        shear = np.array([[1, 0, 0], [-tilt, 1, tilt * width / 2]], dtype=np.float32)
        size_ = (width, height)
        edge = cv2.warpAffine(within, shear, size_, flags=cv2.INTER_NEAREST)
        held = np.count_nonzero(
            cv2.warpAffine(whole, shear, size_, flags=cv2.INTER_NEAREST), axis=1
        )
        share = np.count_nonzero(edge, axis=1) / np.maximum(held, max(1.0, held.max() / 2))
        better = share > shares
        shares[better], tilts[better] = share[better], tilt
    return shares, tilts
