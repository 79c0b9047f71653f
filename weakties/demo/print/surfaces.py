"""The tables that cards are photographed on, made of noise."""

from collections.abc import Callable
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

Picture = NDArray[np.float32]
"""Rows, columns, and red, green and blue from 0 to 255."""


def colour(hexadecimal: str) -> Picture:
    """Return a colour such as `#a07850` as three numbers."""
    return np.array([int(hexadecimal[at : at + 2], 16) for at in (1, 3, 5)], dtype=np.float32)


def cloud(size: tuple[int, int], grain: tuple[int, int], random: np.random.Generator) -> Picture:
    """Return smooth noise of mean 0 and deviation near 1, `grain` being how many spots it has.

    Both are rows and columns.
    """
    rows, columns = size
    spots = random.standard_normal(grain).astype(np.float32)
    return np.asarray(cv2.resize(spots, (columns, rows), interpolation=cv2.INTER_CUBIC))


def _mixed(share: Picture, first: str, second: str) -> Picture:
    """Return the first colour, and the second where the share is high."""
    part = np.clip(share, 0, 1)
    start, reach = colour(first), colour(second) - colour(first)
    return np.asarray(
        cv2.merge([low + part * step for low, step in zip(start, reach, strict=True)])
    )


def _wood(size: tuple[int, int], random: np.random.Generator) -> Picture:
    rows = size[0]
    grain = cloud(size, (rows // 4, 5), random) + cloud(size, (rows // 24, 4), random)
    first, second = random.choice(
        [
            ("#a8784a", "#7c5230"),
            ("#c9a577", "#a9804f"),
            ("#5d3f2a", "#3c2819"),
            ("#b98f63", "#8f6a42"),
        ]
    )
    table = _mixed(0.5 + grain * 0.15, first, second)
    for seam in range(int(random.integers(rows // 4)), rows, int(random.integers(rows // 3, rows))):
        table[seam : seam + 2] *= 0.62
    return table


def _cloth(size: tuple[int, int], random: np.random.Generator) -> Picture:
    rows, columns = size
    thread = float(random.uniform(3.2, 5.5))
    down = np.sin(np.arange(rows) * (2 * np.pi / thread))[:, None]
    along = np.sin(np.arange(columns) * (2 * np.pi / thread))[None, :]
    folds = cloud(size, (3, 4), random) * 0.16
    first, second = random.choice(
        [
            ("#d8d2c4", "#b3ab99"),
            ("#5b6b85", "#3d4a61"),
            ("#8c2f35", "#651f25"),
            ("#6f7f6a", "#4d5a49"),
        ]
    )
    weave = (down * along).astype(np.float32)
    return _mixed(0.45 + weave * 0.22 + folds, first, second)


def _paper(size: tuple[int, int], random: np.random.Generator) -> Picture:
    first, second = random.choice(
        [("#dedbd4", "#c9c5bc"), ("#d3d8dc", "#bcc3c9"), ("#e0d3bb", "#cdbd9f")]
    )
    return _mixed(0.4 + cloud(size, (4, 5), random) * 0.25, first, second)


def _dark(size: tuple[int, int], random: np.random.Generator) -> Picture:
    first, second = random.choice(
        [("#26282b", "#3a3d42"), ("#1e1a18", "#342d29"), ("#30353f", "#454c59")]
    )
    return _mixed(0.4 + cloud(size, (6, 8), random) * 0.2, first, second)


def _stone(size: tuple[int, int], random: np.random.Generator) -> Picture:
    rows, columns = size
    coarse = cloud(size, (rows // 60, columns // 60), random)
    fine = cloud(size, (rows // 5, columns // 5), random)
    first, second = random.choice(
        [("#8f8d89", "#5f5d5a"), ("#b9b4ab", "#8d887f"), ("#716c74", "#4b474f")]
    )
    return _mixed(0.5 + coarse * 0.14 + fine * 0.2, first, second)


_SURFACES: Final[tuple[Callable[[tuple[int, int], np.random.Generator], Picture], ...]] = (
    _wood,
    _wood,
    _cloth,
    _paper,
    _dark,
    _stone,
)


def surface(size: tuple[int, int], random: np.random.Generator) -> Picture:
    """Return an empty table of so many rows and columns, a little out of focus."""
    rows, columns = size
    half = (rows // 2, columns // 2)
    table = _SURFACES[random.integers(len(_SURFACES))](half, random)
    return np.asarray(cv2.resize(table, (columns, rows), interpolation=cv2.INTER_LINEAR))
