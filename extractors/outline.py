"""Where the cards lie in a photo, and each of them rectified.

An outline is taken only where it leaves no writing outside: a card that already fills the photo has
panels and frames that look like cards themselves.
"""

from dataclasses import dataclass
from typing import Final, cast

import cv2
import numpy as np
from numpy.typing import NDArray

from contacts.readings import Quad
from extractors.picture import Pixels

_Corners = NDArray[np.float32]
_Contour = NDArray[np.int32]

_SEARCH_SIDE: Final = 640  # outlines are sought at this size
_MIN_AREA: Final = 0.03  # of the photo: a smaller card has no legible text
_MAX_AREA: Final = 0.93  # beyond it the photo is the card
_MIN_ASPECT, _MAX_ASPECT = 1.15, 2.4  # of long to short side; 1.4 to 1.8 in the trade
_CORNERS: Final = 4
_MIN_FILL: Final = 0.86  # of the four-cornered outline by the contour
_FIT_POWER: Final = 4
_MAX_WRITING_OUTSIDE: Final = 0.02  # of all writing in the photo
_AT_EDGE: Final = 0.02  # of the photo's sides: a corner so near is the photo's own edge
_MAX_CORNERS_AT_EDGE: Final = 2  # with more of them it is a panel of the card that fills the photo
_PLAIN_TABLE: Final = 70  # levels of lightness from shadow to light on an empty table
_SAME_PLACE: Final = 0.3  # of the smaller outline covered by the other
_MIN_SHARE_OF_LARGEST: Final = 0.35  # cards in one photo are of about one size
_MARGIN: Final = 0.012  # of its size by which an outline is widened: edges are found inside
_CARD_SIDE: Final = 1600  # pixels of the longer side of a rectified card, at most


@dataclass(frozen=True, slots=True)
class Outlined:
    """A card cut out of a photo and rectified.

    `quad` are its corners in pixels of the photo, clockwise from the one at the top left of
    `pixels`.
    """

    pixels: Pixels
    quad: Quad


def outlined_cards(photo: Pixels) -> tuple[Outlined, ...]:
    """Return the cards found in a photo, in reading order; the whole photo where none is clear."""
    height, width = photo.shape[:2]
    ratio = min(1.0, _SEARCH_SIDE / max(height, width))
    shrunk = cv2.resize(photo, None, fx=ratio, fy=ratio, interpolation=cv2.INTER_AREA)
    small = cast("Pixels", shrunk)
    found = _distinct(_candidates(small))
    if found and _room_beside(found, small):
        found = _distinct([*found, *_candidates(_painted_over(small, found))])
    if not found or _writing_outside(small, found) > _MAX_WRITING_OUTSIDE:
        return (whole(photo),)
    ordered = sorted(found, key=lambda corners: _reading_order(corners, small.shape[0]))
    return tuple(_rectified(photo, _widened(corners) / ratio) for corners in ordered)


def _room_beside(found: list[_Corners], small: Pixels) -> bool:
    """Return whether there is something beside the outlines that may be another card."""
    beside = _outside(small, found)
    if np.count_nonzero(beside) < np.count_nonzero(beside == 0):
        return False
    lightness = cv2.cvtColor(small, cv2.COLOR_BGR2GRAY)[beside]
    return bool(np.subtract(*np.percentile(lightness, (98, 2))) > _PLAIN_TABLE)


def _painted_over(small: Pixels, found: list[_Corners]) -> Pixels:
    """Return the photo with cards made table, so that darker ones stand out."""
    beside = _outside(small, found)
    painted = small.copy()
    painted[~beside] = np.median(small[beside], axis=0)
    return painted


def _outside(small: Pixels, outlines: list[_Corners]) -> NDArray[np.bool_]:
    """Return where no outline is; a card's own edge is part of it."""
    blank: Pixels = np.zeros(small.shape[:2], np.uint8)
    for corners in outlines:
        cv2.fillConvexPoly(blank, corners.astype(np.int32), 1)
    return np.asarray(cv2.dilate(blank, np.ones((13, 13), np.uint8)) == 0, dtype=np.bool_)


def whole(photo: Pixels) -> Outlined:
    """Return the photo itself as one card."""
    height, width = photo.shape[:2]
    corners = np.array([(0, 0), (width, 0), (width, height), (0, height)], dtype=np.float32)
    if max(height, width) <= _CARD_SIDE:
        return Outlined(photo, _quad(corners))
    return _rectified(photo, corners)


def _candidates(small: Pixels) -> list[_Corners]:
    """Return four-cornered outlines, from edges and from differences in lightness and colour."""
    area = small.shape[0] * small.shape[1]
    found = []
    for mask in _masks(small):
        contours, _ = cv2.findContours(mask, cv2.RETR_LIST, cv2.CHAIN_APPROX_SIMPLE)
        for contour in contours:
            if cv2.contourArea(contour) >= _MIN_AREA * area:
                fitted = _four_corners(cast("_Contour", contour))
                if fitted and _is_apart(fitted[1], small):
                    found.append(fitted)
    return [corners for _, corners in sorted(found, key=_worth, reverse=True)]


def _is_apart(corners: _Corners, small: Pixels) -> bool:
    """Return whether an outline is a thing in the photo, not the photo or a panel of it."""
    size = np.array([small.shape[1], small.shape[0]], dtype=np.float32)
    share = corners / size
    at_edge = int(np.count_nonzero(np.any((share < _AT_EDGE) | (share > 1 - _AT_EDGE), axis=1)))
    covered = cv2.contourArea(corners) / float(size.prod())
    return covered <= _MAX_AREA and at_edge <= _MAX_CORNERS_AT_EDGE


def _worth(fitted: tuple[float, _Corners]) -> float:
    """Return the rank of an outline: of two in one place the better fit counts, then the larger."""
    fit, corners = fitted
    return fit**_FIT_POWER * float(cv2.contourArea(corners))


def _masks(small: Pixels) -> list[Pixels]:
    lab = cv2.cvtColor(small, cv2.COLOR_BGR2LAB)
    masks = []
    for channel in cv2.split(cv2.GaussianBlur(lab, (5, 5), 0)):
        _, mask = cv2.threshold(channel, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
        closed = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((9, 9), np.uint8))
        masks += [closed, cv2.bitwise_not(mask)]
    lightness = cv2.bilateralFilter(lab[..., 0], 7, 40, 7)
    for low, high in ((15, 45), (40, 120)):
        edges = cv2.Canny(lightness, low, high)
        masks.append(cv2.dilate(edges, np.ones((3, 3), np.uint8)))
    return cast("list[Pixels]", masks)


def _four_corners(contour: _Contour) -> tuple[float, _Corners] | None:
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
    square = _clockwise(corners.reshape(4, 2).astype(np.float32))
    quad_area = cv2.contourArea(square)
    fill = min(quad_area, hull_area) / max(quad_area, hull_area, 1.0)
    inside = cv2.contourArea(contour) / max(hull_area, 1.0)
    if min(fill, inside) < _MIN_FILL:
        return None
    width, height = _size(square)
    aspect = max(width, height) / max(1.0, min(width, height))
    return (fill * inside, square) if _MIN_ASPECT <= aspect <= _MAX_ASPECT else None


def _clockwise(corners: _Corners) -> _Corners:
    """Return the corners clockwise on the screen, from the one nearest the top left."""
    centre = corners.mean(axis=0)
    angles = np.arctan2(corners[:, 1] - centre[1], corners[:, 0] - centre[0])
    ordered = corners[np.argsort(angles)]
    return np.roll(ordered, -int(np.argmin(ordered.sum(axis=1))), axis=0)


def _size(corners: _Corners) -> tuple[float, float]:
    sides = np.linalg.norm(np.roll(corners, -1, axis=0) - corners, axis=1)
    return float(max(sides[0], sides[2])), float(max(sides[1], sides[3]))


def _distinct(candidates: list[_Corners]) -> list[_Corners]:
    """Return the best outlines that do not overlap, all of about one size."""
    kept: list[_Corners] = []
    for corners in candidates:
        if kept and cv2.contourArea(corners) < _MIN_SHARE_OF_LARGEST * cv2.contourArea(kept[0]):
            continue
        if all(_overlap(corners, other) < _SAME_PLACE for other in kept):
            kept.append(corners)
    return kept


def _overlap(one: _Corners, other: _Corners) -> float:
    common, _ = cv2.intersectConvexConvex(one, other)
    return float(common) / max(1.0, min(cv2.contourArea(one), cv2.contourArea(other)))


def _writing_outside(small: Pixels, outlines: list[_Corners]) -> float:
    """Return which share of what looks like writing lies outside all outlines.

    Writing is small and of high contrast to what surrounds it: grain and shadows are not.
    """
    grey = cv2.cvtColor(small, cv2.COLOR_BGR2GRAY)
    square = np.ones((9, 9), np.uint8)
    contrast = cv2.max(
        cv2.morphologyEx(grey, cv2.MORPH_BLACKHAT, square),
        cv2.morphologyEx(grey, cv2.MORPH_TOPHAT, square),
    )
    beside = _outside(small, outlines)
    strong = max(25.0, float(np.percentile(contrast[~beside], 97)) * 0.6)
    writing = contrast > strong
    outside = np.count_nonzero(writing & beside)
    return int(outside) / max(1, int(np.count_nonzero(writing)))


def _widened(corners: _Corners) -> _Corners:
    centre = corners.mean(axis=0)
    return np.asarray(centre + (corners - centre) * (1 + _MARGIN), dtype=np.float32)


def _reading_order(corners: _Corners, height: int) -> tuple[int, float]:
    centre = corners.mean(axis=0)
    return int(centre[1] * 3 / height), float(centre[0])


def _rectified(photo: Pixels, corners: _Corners) -> Outlined:
    width, height = _size(corners)
    ratio = min(1.0, _CARD_SIDE / max(width, height))
    size = max(1, round(width * ratio)), max(1, round(height * ratio))
    target = np.array([(0, 0), (size[0], 0), (size[0], size[1]), (0, size[1])], dtype=np.float32)
    matrix = cv2.getPerspectiveTransform(corners.astype(np.float32), target)
    shrunk = cv2.INTER_AREA if ratio < 1 else cv2.INTER_LINEAR
    pixels = cv2.warpPerspective(photo, matrix, size, flags=shrunk, borderMode=cv2.BORDER_REPLICATE)
    return Outlined(cast("Pixels", pixels), _quad(corners))


def _quad(corners: _Corners) -> Quad:
    one, two, three, four = ((round(float(x), 1), round(float(y), 1)) for x, y in corners)
    return one, two, three, four
