"""Four corners of a card or of a line of text in a picture, and what follows from them."""

from typing import Any, cast

import cv2
import numpy as np
from numpy.typing import NDArray

from contacts.readings import Quad

Corners = NDArray[np.float32]
"""Four rows of x and y, clockwise: of a card from the one nearest the top left of the picture, of
text from the one at its own top left."""


def clockwise(corners: NDArray[np.float32]) -> Corners:
    """Return four corners in order, from the one nearest the top left."""
    centre = corners.mean(axis=0)
    angles = np.arctan2(corners[:, 1] - centre[1], corners[:, 0] - centre[0])
    ordered = corners[np.argsort(angles)]
    return np.roll(ordered, -int(np.argmin(ordered.sum(axis=1))), axis=0)


def size(corners: Corners) -> tuple[float, float]:
    """Return width and height; of opposite sides the longer one."""
    sides = np.linalg.norm(np.roll(corners, -1, axis=0) - corners, axis=1)
    return float(max(sides[0], sides[2])), float(max(sides[1], sides[3]))


def aspect(width: float, height: float) -> float:
    """Return the longer side by the shorter."""
    return max(width, height) / max(1.0, min(width, height))


def area(corners: Corners) -> float:
    """Return the area in square pixels."""
    return float(cv2.contourArea(corners))


def overlap(one: Corners, other: Corners) -> float:
    """Return which share of the smaller outline the other covers."""
    common, _ = cv2.intersectConvexConvex(one, other)
    return float(common) / max(1.0, min(area(one), area(other)))


def widened(corners: Corners, share: float) -> Corners:
    """Return corners moved away from their centre by a share of their distance."""
    centre = corners.mean(axis=0)
    return np.asarray(centre + (corners - centre) * (1 + share), dtype=np.float32)


def rectangle(width: float, height: float) -> Corners:
    """Return the corners of a whole picture."""
    return np.array([(0, 0), (width, 0), (width, height), (0, height)], dtype=np.float32)


def quad(corners: NDArray[np.floating[Any]]) -> Quad:
    """Return corners as plain numbers, to a tenth of a pixel."""
    one, two, three, four = ((round(float(x), 1), round(float(y), 1)) for x, y in corners)
    return one, two, three, four


def moved(corners: Corners, matrix: NDArray[Any]) -> Corners:
    """Return corners as a perspective moves them."""
    return cast("Corners", cv2.perspectiveTransform(corners[None], matrix)[0].astype(np.float32))
