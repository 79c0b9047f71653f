"""How much of a card's reading is left when its picture is damaged, one damage at a time.

`python bench/damages.py [--seed 101] [--cards 24] [--ocr auto] [--damage NAME]`. Takes clean
renders of an invented world's cards, damages each of them in ten ways that are the same at every
run, and prints the F1 of all fields for each damage and its ratio to the undamaged one.
"""

import argparse
import itertools
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final, cast

import cv2
import numpy as np
from judging import Json, Tally, values
from numpy.typing import NDArray

from extractors.ocr import EngineName
from extractors.photo import read_photo
from weakties.demo.print.layouts import house_seed, render
from weakties.demo.truth import printed_fields
from weakties.demo.world import TODAY, build

Pixels = NDArray[np.uint8]
Damage = Callable[[Pixels], Pixels]

GOAL: Final = 0.93  # of the undamaged F1
TABLE: Final = (104, 112, 120)  # what is seen around a card that does not fill the picture
SIZE: Final = 400  # connections of the world


@dataclass(frozen=True, slots=True)
class Card:
    """A picture and what is printed on it."""

    pixels: Pixels
    printed: Json


def blurred(card: Pixels) -> Pixels:
    """Return a card out of focus, by a four-hundredth of its longer side."""
    return cast("Pixels", cv2.GaussianBlur(card, (0, 0), max(card.shape) / 400))


def in_a_gradient(card: Pixels) -> Pixels:
    """Return a card lit from its top left corner, with a fifth of the light at the other."""
    height, width = card.shape[:2]
    down, along = np.mgrid[0 : 1 : height * 1j, 0 : 1 : width * 1j]
    return _lit(card, 1 - 0.8 * (down + along) / 2)


def with_glare(card: Pixels) -> Pixels:
    """Return a card with the reflection of a lamp a fifth of its width across."""
    height, width = card.shape[:2]
    rows, columns = np.mgrid[0:height, 0:width]
    away = np.hypot(columns - 0.62 * width, rows - 0.45 * height) / (0.1 * width)
    strength = 0.85 / (1 + np.exp(6 * (away - 1)))
    return _levels(card + (255.0 - card) * strength[..., None])


def at_300_pixels(card: Pixels) -> Pixels:
    """Return a card as a thumbnail: 300 pixels on its longer side."""
    ratio = 300 / max(card.shape)
    return cast("Pixels", cv2.resize(card, None, fx=ratio, fy=ratio, interpolation=cv2.INTER_AREA))


def skewed(card: Pixels) -> Pixels:
    """Return a card turned by 30 degrees on a table."""
    height, width = card.shape[:2]
    side = int(np.hypot(width, height) * 1.05)
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), 30, 1.0)
    turn[:, 2] += (side / 2 - width / 2, side / 2 - height / 2)
    return cast("Pixels", cv2.warpAffine(card, turn, (side, side), borderValue=TABLE))


def turned(quarters: int) -> Damage:
    """Return what turns a card by quarters to the left."""
    return lambda card: np.ascontiguousarray(np.rot90(card, quarters))


def in_perspective(card: Pixels) -> Pixels:
    """Return a card on a table, seen from its lower left side."""
    height, width = card.shape[:2]
    corners = np.array([(0, 0), (1, 0), (1, 1), (0, 1)], np.float32) * (width, height)
    seen = np.array([(0.16, 0.14), (0.86, 0.2), (0.98, 0.93), (0.05, 0.88)]) * (width, height)
    matrix = cv2.getPerspectiveTransform(corners.astype(np.float32), seen.astype(np.float32))
    return cast("Pixels", cv2.warpPerspective(card, matrix, (width, height), borderValue=TABLE))


def in_low_light(card: Pixels) -> Pixels:
    """Return a card with a quarter of the light and a sensor's noise of nine levels."""
    noise = np.random.default_rng(9).normal(0, 9, card.shape)
    return _levels(card * 0.25 + noise)


DAMAGES: Final[dict[str, Damage]] = {
    "blur": blurred,
    "dark gradient": in_a_gradient,
    "glare": with_glare,
    "300 px": at_300_pixels,
    "30 degrees": skewed,
    "turned by 90": turned(1),
    "turned by 180": turned(2),
    "turned by 270": turned(3),
    "perspective": in_perspective,
    "low light": in_low_light,
}


def _lit(card: Pixels, light: NDArray[np.float64]) -> Pixels:
    return _levels(card * light[..., None])


def _levels(values: NDArray[np.float64]) -> Pixels:
    return np.clip(values, 0, 255).astype(np.uint8)


def invented(seed: int, count: int) -> list[Card]:
    """Return clean renders of the first cards of an invented world."""
    photos = build(seed, SIZE, TODAY, cards=count).photos
    prints = [card.printed for photo in photos for card in photo.cards]
    return [
        Card(
            np.ascontiguousarray(np.asarray(render(one, seed=house_seed(one))[0])[..., ::-1]),
            printed_fields(one),
        )
        for one in itertools.islice(dict.fromkeys(prints), count)
    ]


def f1(cards: list[Card], damage: Damage, ocr: EngineName) -> float:
    """Return the F1 of all fields over damaged cards."""
    tally = Tally()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "card.jpg"
        for card in cards:
            cv2.imwrite(str(path), damage(card.pixels), [cv2.IMWRITE_JPEG_QUALITY, 88])
            (reading,) = read_photo(path, file=path.name, ocr=ocr, region=None, languages="eng")
            tally.add([card.printed], [values(one) for one in reading.cards])
    return tally.micro()


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--seed", type=int, default=101)
    parser.add_argument("--cards", type=int, default=24)
    parser.add_argument("--ocr", choices=["auto", "rapidocr", "tesseract"], default="auto")
    parser.add_argument("--damage", choices=list(DAMAGES), action="append")
    asked = parser.parse_args()
    cards = invented(asked.seed, asked.cards)
    whole = f1(cards, lambda card: card, asked.ocr)
    print(f"seed {asked.seed}: {len(cards)} clean renders, F1 {whole:.3f}")
    for name in asked.damage or DAMAGES:
        left = f1(cards, DAMAGES[name], asked.ocr)
        short = "" if left >= GOAL * whole else ", below the goal"
        print(f"  {name:14s} F1 {left:.3f}, {left / max(whole, 1e-9):.3f} of it{short}", flush=True)


if __name__ == "__main__":
    main()
