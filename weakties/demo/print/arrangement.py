"""Where the cards lie in the picture, and how they are seen."""

from collections.abc import Sequence
from typing import Final, NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from weakties.demo.print.surfaces import Picture

Outline = NDArray[np.float32]
"""The four corners of a card in the picture, clockwise from its own top left: x and y."""

_MARGIN: Final = 0.07
_TILT: Final = 0.055


class _Cell(NamedTuple):
    """The part of the table that one card has for itself."""

    left: float
    top: float
    width: float
    height: float


def _breadth(shelf: Sequence[tuple[int, int]]) -> int:
    return sum(width for width, _ in shelf)


def _height(shelf: Sequence[tuple[int, int]]) -> int:
    return max(height for _, height in shelf)


def _shelves(
    sizes: Sequence[tuple[int, int]], frame: tuple[float, float]
) -> tuple[float, list[Sequence[tuple[int, int]]]]:
    """Return the cards in the rows in which they are seen at their largest, and that scale."""
    best: tuple[float, list[Sequence[tuple[int, int]]]] = (0.0, [])
    for rows in range(1, len(sizes) + 1):
        length = -(-len(sizes) // rows)
        shelves = [sizes[at : at + length] for at in range(0, len(sizes), length)]
        wide = max(map(_breadth, shelves))
        scale = min(frame[0] / wide, frame[1] / sum(map(_height, shelves)))
        if scale > best[0]:
            best = (scale, shelves)
    return best


def _cells(
    shelves: Sequence[Sequence[tuple[int, int]]], scale: float, frame: tuple[float, float]
) -> list[_Cell]:
    """Return a cell for each card; what room is left is shared out."""
    cells: list[_Cell] = []
    spare = (frame[1] - sum(map(_height, shelves)) * scale) / len(shelves)
    top = 0.0
    for shelf in shelves:
        height = _height(shelf) * scale + spare
        gap = (frame[0] - _breadth(shelf) * scale) / len(shelf)
        left = 0.0
        for width, _ in shelf:
            cells.append(_Cell(left, top, width * scale + gap, height))
            left += width * scale + gap
        top += height
    return cells


def _laid(size: tuple[int, int], cell: _Cell, scale: float, random: np.random.Generator) -> Outline:
    """Return a card's outline inside a cell: turned a little, and not quite in the middle."""
    angle = np.deg2rad(float(random.normal(0, 3.5)))
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    corners = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]]) * np.array(size) / 2 @ turn.T
    half = np.array([cell.width, cell.height]) / 2
    extent = np.abs(corners).max(axis=0)
    fill = min(scale, float((half / extent).min()) * 0.98)
    middle = np.array([cell.left, cell.top]) + half
    shift = (half - extent * fill) * random.uniform(-0.8, 0.8, 2)
    return np.asarray(corners * fill + middle + shift, dtype=np.float32)


def _tilted(frame: tuple[int, int], random: np.random.Generator) -> NDArray[np.float64]:
    """Return the perspective of a camera not held quite level."""
    width, height = frame
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], dtype=np.float32)
    shift = random.uniform(-_TILT, _TILT, (4, 2)) * (width, height)
    return np.asarray(cv2.getPerspectiveTransform(corners, (corners + shift).astype(np.float32)))


def outlines(
    sizes: Sequence[tuple[int, int]], frame: tuple[int, int], random: np.random.Generator
) -> tuple[Outline, ...]:
    """Return where cards of these sizes lie in a picture: apart from each other and wholly inside.

    Sizes and frame are widths and heights in pixels.
    """
    margin = np.array(frame, dtype=np.float32) * _MARGIN
    inner = (frame[0] - 2 * margin[0], frame[1] - 2 * margin[1])
    scale, shelves = _shelves(sizes, inner)
    cells = _cells(shelves, scale, inner)
    camera = _tilted(frame, random)
    seen = scale * float(random.uniform(0.78, 0.97))
    flat = [
        _laid(size, cell, seen, random) + margin for size, cell in zip(sizes, cells, strict=True)
    ]
    return tuple(
        np.asarray(cv2.perspectiveTransform(each[None], camera))[0].astype(np.float32)
        for each in flat
    )


def lay(table: Picture, card: Picture, outline: Outline) -> None:
    """Put the picture of a card where its outline is."""
    rows, columns = card.shape[:2]
    left, top = np.floor(outline.min(axis=0)).astype(int)
    right, bottom = np.ceil(outline.max(axis=0)).astype(int) + 1
    size = (int(right - left), int(bottom - top))
    corners = np.array([[0, 0], [columns, 0], [columns, rows], [0, rows]], dtype=np.float32)
    place = cv2.getPerspectiveTransform(corners, outline - np.array([left, top], dtype=np.float32))
    under = np.ascontiguousarray(table[top:bottom, left:right])
    cv2.warpPerspective(card, place, size, dst=under, borderMode=cv2.BORDER_TRANSPARENT)
    table[top:bottom, left:right] = under
