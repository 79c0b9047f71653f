"""What light, lens and sensor do to a picture."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np

from weakties.demo.print.arrangement import Outline
from weakties.demo.print.surfaces import Picture, cloud

_TILE: Final = 512


@dataclass(frozen=True, slots=True)
class Conditions:
    """How a photo was taken.

    `blur` and `motion` are in pixels, `glare` runs from 0 to 1, `noise` is in levels of 255.
    """

    exposure: float
    unevenness: float
    warmth: float
    glare: float
    blur: float
    motion: int
    noise: float
    quality: int
    hand: bool


def conditions(random: np.random.Generator) -> Conditions:
    """Return how a photo was taken: mostly well, at times in bad light, moved, or with a glare."""
    trouble = random.choice(
        ["none", "glare", "dim", "blur", "motion", "hand", "coarse"],
        p=[0.46, 0.12, 0.11, 0.1, 0.06, 0.09, 0.06],
    )
    dim = trouble == "dim"
    return Conditions(
        exposure=float(random.uniform(0.48, 0.64) if dim else random.uniform(0.86, 1.06)),
        unevenness=float(random.uniform(0.03, 0.14)),
        warmth=float(random.normal(0.02, 0.04)),
        glare=float(random.uniform(0.45, 0.8) if trouble == "glare" else 0.0),
        blur=float(random.uniform(1.3, 2.0) if trouble == "blur" else random.uniform(0.4, 0.9)),
        motion=int(random.integers(5, 10)) if trouble == "motion" else 0,
        noise=float(random.uniform(7, 11) if dim else random.uniform(1.5, 4)),
        quality=int(random.integers(45, 60) if trouble == "coarse" else random.integers(80, 91)),
        hand=bool(trouble == "hand"),
    )


def _multiply(picture: Picture, field: Picture) -> None:
    """Multiply a picture with a smooth field of fewer rows and columns, stretched over it."""
    rows, columns = picture.shape[:2]
    stretched = cv2.resize(field, (columns, rows), interpolation=cv2.INTER_LINEAR)
    cv2.multiply(picture, stretched, dst=picture)


def shade(
    table: Picture, found: Sequence[Outline], offset: tuple[float, float], depth: float
) -> None:
    """Darken the table beneath the cards, on the side away from the light."""
    light = np.ones((table.shape[0] // 4, table.shape[1] // 4, 3), dtype=np.float32)
    for outline in found:
        points = np.round((outline + np.array(offset)) / 4).astype(np.int32)
        cv2.fillConvexPoly(light, points, [1 - depth] * 3)
    _multiply(
        table, np.asarray(cv2.GaussianBlur(light, (0, 0), max(1.0, abs(offset[0]) / 8 + 1.5)))
    )


def _lit(picture: Picture, how: Conditions, random: np.random.Generator) -> None:
    """Light the picture from one side, in the colour of a lamp."""
    size = (picture.shape[0] // 8, picture.shape[1] // 8)
    light = how.exposure * (1 + how.unevenness * cloud(size, (2, 2), random))
    if how.hand:
        edge = cloud(size, (2, 3), random) > float(random.uniform(-0.2, 0.4))
        light *= 1 - 0.38 * cv2.GaussianBlur(edge.astype(np.float32), (0, 0), size[0] / 15)
    lamp = np.array([1 + how.warmth, 1.0, 1 - how.warmth], dtype=np.float32)
    _multiply(picture, light[..., None] * lamp)


def _glaring(
    picture: Picture, outline: Outline, strength: float, random: np.random.Generator
) -> None:
    """Add the reflection of a lamp to a card."""
    across = float(np.linalg.norm(outline[1] - outline[0])) / 8
    middle = random.dirichlet([1.5] * 4) @ outline / 8
    spot = np.zeros((picture.shape[0] // 8, picture.shape[1] // 8, 3), dtype=np.float32)
    axes = (int(across * random.uniform(0.06, 0.14)), int(across * random.uniform(0.03, 0.07)))
    angle = float(random.uniform(0, 180))
    cv2.ellipse(spot, middle.astype(int).tolist(), axes, angle, 0, 360, [strength] * 3, -1)
    soft = np.asarray(cv2.GaussianBlur(spot, (0, 0), across * 0.045 + 1))
    # What is lost of the picture is filled with white.
    _multiply(picture, np.float32(1) - soft)
    picture += np.asarray(cv2.resize(soft, picture.shape[1::-1])) * np.float32(255)


def _moved(picture: Picture, length: int, random: np.random.Generator) -> Picture:
    """Smear the picture along a line, as a moving hand does."""
    kernel = np.zeros((length, length), dtype=np.float32)
    middle = (length - 1) / 2
    angle = float(random.uniform(0, np.pi))
    reach = np.array([np.cos(angle), np.sin(angle)]) * middle
    start, end = np.round(middle - reach).astype(int), np.round(middle + reach).astype(int)
    cv2.line(kernel, start.tolist(), end.tolist(), 1.0)
    return np.asarray(cv2.filter2D(picture, -1, kernel / kernel.sum()))


def _grained(picture: Picture, noise: float, random: np.random.Generator) -> None:
    """Add the noise of a sensor, drawn once for a tile."""
    grey = random.standard_normal((_TILE, _TILE, 1), dtype=np.float32)
    tint = random.standard_normal((_TILE, _TILE, 3), dtype=np.float32)
    tile = np.asarray(cv2.GaussianBlur((grey + tint / 2) * noise, (0, 0), 0.6))
    rows, columns = picture.shape[:2]
    for top in range(0, rows, _TILE):
        for left in range(0, columns, _TILE):
            part = picture[top : top + _TILE, left : left + _TILE]
            part += tile[: part.shape[0], : part.shape[1]]


def expose(
    picture: Picture, outline: Outline, how: Conditions, random: np.random.Generator
) -> np.ndarray:
    """Return the picture as the sensor saw it, in whole levels; glare falls on the one outline."""
    _lit(picture, how, random)
    if how.glare:
        _glaring(picture, outline, how.glare, random)
    if how.motion:
        picture = _moved(picture, how.motion, random)
    picture = np.asarray(cv2.GaussianBlur(picture, (0, 0), how.blur))
    _grained(picture, how.noise, random)
    return np.clip(picture, 0, 255).astype(np.uint8)
