"""Where the cards lie in a photo, and each of them rectified.

Outlines are taken only where they leave no writing outside: a card that already fills the photo has
panels and frames that look like cards themselves.
"""

from dataclasses import dataclass
from typing import Final, cast

import cv2

from contacts.readings import Quad
from extractors.geometry import Corners, quad, rectangle, size, widened
from extractors.outline.finding import found_cards
from extractors.picture import Pixels

_SEARCH_SIDE: Final = 720  # outlines are sought at this size
_MARGIN: Final = 0.02  # of its size by which an outline is widened: edges are found inside
_LARGEST: Final = 1600  # pixels of the longer side of a rectified card
_SMALL: Final = 500  # likewise, below which it is made larger: small letters are read better so
_LARGER: Final = 900
_MOST_LARGER: Final = 4.0
_AVERAGE: Final = cv2.INTER_AREA
_ROWS: Final = 3  # of cards in a photo, from top to bottom


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
    small, ratio = _shrunk(photo)
    found = found_cards(small)
    if not found:
        return (whole(photo),)
    ordered = sorted(found, key=lambda corners: _reading_order(corners, small.shape[0]))
    return tuple(rectified(photo, widened(corners, _MARGIN) / ratio) for corners in ordered)


def whole(photo: Pixels) -> Outlined:
    """Return the photo itself as one card."""
    height, width = photo.shape[:2]
    corners = quad(rectangle(width, height))
    ratio = _card_ratio(width, height)
    if ratio == 1:
        return Outlined(photo, corners)
    method = _AVERAGE if ratio < 1 else cv2.INTER_LINEAR
    card = cv2.resize(photo, None, fx=ratio, fy=ratio, interpolation=method)
    return Outlined(cast("Pixels", card), corners)


def rectified(photo: Pixels, corners: Corners) -> Outlined:
    """Return what lies within four corners of a photo as a rectangle."""
    width, height = size(corners)
    ratio = _card_ratio(width, height)
    shape = max(1, round(width * ratio)), max(1, round(height * ratio))
    matrix = cv2.getPerspectiveTransform(corners, rectangle(*shape))
    pixels = cv2.warpPerspective(photo, matrix, shape, borderMode=cv2.BORDER_REPLICATE)
    return Outlined(cast("Pixels", pixels), quad(corners))


def _card_ratio(width: float, height: float) -> float:
    """Return by how much a card is made larger or smaller to be read."""
    longest = max(width, height)
    if longest < _SMALL:
        return min(_MOST_LARGER, _LARGER / longest)
    return min(1.0, _LARGEST / longest)


def _shrunk(photo: Pixels) -> tuple[Pixels, float]:
    """Return the photo at the size of the search, and by which ratio it was made smaller."""
    height, width = photo.shape[:2]
    ratio = min(1.0, _SEARCH_SIDE / max(height, width))
    if ratio == 1.0:
        return photo, ratio
    if 2 * ratio < 1:  # two steps: an exact average of a large photo takes as long as all the rest
        photo = cast("Pixels", cv2.resize(photo, None, fx=2 * ratio, fy=2 * ratio))
    shape = max(1, round(width * ratio)), max(1, round(height * ratio))
    return cast("Pixels", cv2.resize(photo, shape, interpolation=_AVERAGE)), ratio


def _reading_order(corners: Corners, height: int) -> tuple[int, float]:
    centre = corners.mean(axis=0)
    return int(centre[1] * _ROWS / height), float(centre[0])
