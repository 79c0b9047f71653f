"""Which card of a photo is which, when the photo is read again."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Final

import cv2
import numpy as np

from contacts.readings import Quad

_SAME: Final = 0.5  # of the smaller of two outlines, what lies in both


@dataclass(frozen=True, slots=True)
class Outline:
    """Where a card lies: its page (None in a photo) and corners (None where nobody noted them)."""

    page: int | None
    box: Quad | None


def ordinals(before: Mapping[int, Outline], now: Sequence[Outline]) -> tuple[int, ...]:
    """Return the number of each card, from 1.

    A card that covers half of an earlier one, or is covered by half, has that one's number; where
    several do, those that are most alike go together. An earlier one without corners is taken for
    the next card that is left. Others get numbers that no card of this photo ever had.
    """
    kept: dict[int, int] = {}
    for _, number, at in sorted(_likenesses(before, now), key=lambda found: -found[0]):
        if at not in kept and number not in kept.values():
            kept[at] = number
    unplaced = iter(number for number in sorted(before) if before[number].box is None)
    fresh = count(max(before, default=0) + 1)
    for at in range(len(now)):
        if at not in kept:
            kept[at] = next(unplaced, None) or next(fresh)
    return tuple(kept[at] for at in range(len(now)))


def _likenesses(
    before: Mapping[int, Outline], now: Sequence[Outline]
) -> Iterator[tuple[float, int, int]]:
    """Yield intersection over union, number and place of each two that may be the same."""
    for number, one in sorted(before.items()):
        for at, other in enumerate(now):
            if one.box and other.box and one.page == other.page:
                shared, first, second = _areas(one.box, other.box)
                if shared >= _SAME * min(first, second) > 0:
                    yield shared / (first + second - shared), number, at


def _areas(one: Quad, other: Quad) -> tuple[float, float, float]:
    """Return the area that two outlines share, and that of each."""
    first, second = (cv2.convexHull(np.array(box, dtype=np.float32)) for box in (one, other))
    shared, _ = cv2.intersectConvexConvex(first, second)
    return float(shared), float(cv2.contourArea(first)), float(cv2.contourArea(second))
