"""Where on the upright crop of a card a field was read."""

from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from contacts.readings import CardReading, TextLine
from extractors.card.layout import text_angle

Share = tuple[float, float, float, float]  # left, top, right, bottom, each 0 to 1

_CORNERS: Final = np.array([(0, 0), (1, 0), (1, 1), (0, 1)], dtype=float)
_OUTSIDE: Final = 0.15  # share of the card by which a line may stand over its edge


def places_on_crop(
    card: CardReading, lines: Sequence[TextLine], fields: Iterable[str]
) -> dict[str, Share]:
    """Return the rectangle of each field on the upright crop, as shares of its width and height.

    `lines` are the photo's. A field without lines, or with lines on another crop, is left out.
    """
    read_on = {field: card.field_lines.get(field, ()) for field in fields}
    own = sorted({at for places in card.field_lines.values() for at in places if at < len(lines)})
    matrix = _onto_card(card) if own else None
    if matrix is None:
        return {}
    turns = _quarter_turns([lines[at] for at in own], matrix, card)
    found = {}
    for field, places in read_on.items():
        corners = [corner for at in places if at < len(lines) for corner in lines[at].quad]
        share = _rectangle(_turned(_mapped(corners, matrix), turns)) if corners else None
        if share:
            found[field] = share
    return found


def _onto_card(card: CardReading) -> NDArray[np.float64] | None:
    """Return the projection of the card's outline on the photo onto the unit square."""
    if card.box is None:
        return None
    rows, right = [], []
    for (x, y), (u, v) in zip(card.box, _CORNERS, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        right += [u, v]
    try:
        solved = np.linalg.solve(np.array(rows, dtype=float), np.array(right))
    except np.linalg.LinAlgError:  # an outline without area
        return None
    return np.append(solved, 1.0).reshape(3, 3)


def _mapped(
    corners: Sequence[tuple[float, float]], matrix: NDArray[np.float64]
) -> NDArray[np.float64]:
    points = np.column_stack([np.array(corners, dtype=float), np.ones(len(corners))]) @ matrix.T
    flat: NDArray[np.float64] = points[:, :2] / points[:, 2:]
    return flat


def _quarter_turns(
    lines: Sequence[TextLine], matrix: NDArray[np.float64], card: CardReading
) -> int:
    """Return by how many quarters the text stands clockwise from level on the outline."""
    assert card.box is not None  # or there were no projection
    one, two, three, _ = (np.array(corner) for corner in card.box)
    size = np.array([np.linalg.norm(two - one), np.linalg.norm(three - two)])
    placed = []
    for line in lines:
        flat = [(float(x), float(y)) for x, y in _mapped(line.quad, matrix) * size]
        placed.append(TextLine(line.text, (flat[0], flat[1], flat[2], flat[3]), line.confidence))
    return round(text_angle(placed) / (np.pi / 2)) % 4


def _turned(points: NDArray[np.float64], turns: int) -> NDArray[np.float64]:
    """Return points of the unit square as they lie after turning it back by quarters."""
    for _ in range(turns):
        points = np.column_stack([points[:, 1], 1 - points[:, 0]])
    return points


def _rectangle(points: NDArray[np.float64]) -> Share | None:
    low, high = points.min(axis=0), points.max(axis=0)
    if low.min() < -_OUTSIDE or high.max() > 1 + _OUTSIDE:
        return None
    left, top, right, bottom = np.clip([*low, *high], 0, 1).round(4).tolist()
    return left, top, right, bottom
