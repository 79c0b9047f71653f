"""What lies on a table: where a picture differs from what its edges look like."""

from typing import Final, cast

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.picture import Pixels

_GRID: Final = 64  # columns of the small picture that the table is modelled on
_BORDER: Final = 0.03  # of the longer side, where at first nothing but table is expected
_ROUNDS: Final = 4
_TABLE: Final = 3.5  # deviations within which a point is table
_GRAIN: Final = 1.0  # levels: the least deviation of a channel
_STEPS: Final = (4.0, 7.0, 12.0)  # deviations: pale paper on a pale table, to cards without shadow
_MAD_TO_DEVIATION: Final = 1.4826  # of a normal distribution


def table_masks(lab: Pixels) -> list[Pixels]:
    """Return where something lies on the table, from the faintest difference to the strongest.

    `lab` is the picture in CIE Lab. The table is a quadratic surface in each channel, so that it
    may be lit from one side; it is fitted to the picture's border and to all that looks alike.
    """
    height = max(8, round(_GRID * lab.shape[0] / lab.shape[1]))
    small = cv2.resize(lab, (_GRID, height), interpolation=cv2.INTER_AREA).astype(np.float32)
    surface, deviation = _fitted(small)
    model = cv2.resize(
        surface.clip(0, 255).astype(np.uint8), lab.shape[1::-1], interpolation=cv2.INTER_LINEAR
    )
    apart = cv2.absdiff(lab, model)
    masks = []
    for step in _STEPS:
        reach = (step * deviation).tolist()
        table = cv2.inRange(apart, (0.0, 0.0, 0.0), tuple(reach))
        masks.append(
            cv2.morphologyEx(cv2.bitwise_not(table), cv2.MORPH_OPEN, np.ones((5, 5), np.uint8))
        )
    return cast("list[Pixels]", masks)


def _fitted(small: NDArray[np.float32]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return the table as a picture without what lies on it, and its deviation in each channel."""
    height, width = small.shape[:2]
    terms = _terms(height, width)
    values = small.reshape(-1, 3)
    used = _border(height, width)
    usual = np.median(values[used], axis=0)
    spread = _MAD_TO_DEVIATION * np.median(np.abs(values[used] - usual), axis=0) + 1.5 * _GRAIN
    from_usual = np.max(np.abs(values - usual) / spread, axis=1)
    used &= from_usual < _TABLE
    for number in range(_ROUNDS):
        design = terms[used]
        factors = np.linalg.solve(
            design.T @ design + 1e-3 * np.eye(terms.shape[1]), design.T @ values[used]
        )
        rest = values - terms @ factors
        deviation = _MAD_TO_DEVIATION * np.median(np.abs(rest[used]), axis=0) + _GRAIN
        used = np.linalg.norm(rest / deviation, axis=1) < _TABLE
        if number == 0:  # the first surface knows the border alone
            used &= from_usual < 2 * _TABLE
    surface = (terms @ factors).reshape(height, width, 3)
    return np.asarray(surface, np.float32), np.asarray(deviation, np.float32)


def _terms(height: int, width: int) -> NDArray[np.float32]:
    down, along = np.mgrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j].astype(np.float32)
    terms = (np.ones_like(along), along, down, along * along, down * down, along * down)
    return np.stack(terms, axis=-1).reshape(-1, len(terms))


def _border(height: int, width: int) -> NDArray[np.bool_]:
    depth = max(2, round(_BORDER * max(height, width)))
    border = np.ones((height, width), dtype=np.bool_)
    border[depth:-depth, depth:-depth] = False
    return border.reshape(-1)
