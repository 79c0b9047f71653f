"""Cards as a phone takes them, or as a scanner does."""

import io
from collections.abc import Sequence
from datetime import datetime
from typing import Final

import numpy as np
from PIL import Image
from PIL.ExifTags import IFD, Base

from weakties.demo.print.arrangement import lay, outlines
from weakties.demo.print.camera import conditions, expose, shade
from weakties.demo.print.face import PrintedCard
from weakties.demo.print.layouts import house_seed, render
from weakties.demo.print.surfaces import surface

_MAKER: Final = ("Lumora", "Lumora L7")
_EXIF_TIME: Final = "%Y:%m:%d %H:%M:%S"
# Quarter turns to the left of the stored picture, with the EXIF orientation that undoes them.
_ORIENTATION: Final = {0: 1, 1: 6, 2: 3, 3: 8}
_SCAN_PIXELS: Final = 1000


def _prints(cards: Sequence[PrintedCard], *, both_sides: bool) -> list[Image.Image]:
    """Return the sides that lie on the table, each front before its back."""
    sides: list[Image.Image] = []
    for card in cards:
        front, back = render(card, seed=house_seed(card), back=both_sides)
        sides += [front, back] if both_sides and back else [front]
    return sides


def _frame(prints: Sequence[Image.Image], random: np.random.Generator) -> tuple[int, int]:
    """Return the width and height of a photo of so many cards, mostly the way they lie."""
    long = int(random.integers(1600, 2000)) if len(prints) == 1 else 2400
    wide = prints[0].width > prints[0].height if len(prints) == 1 else len(prints) != 2
    if random.random() < 0.25:
        wide = not wide
    return (long, long * 3 // 4) if wide else (long * 3 // 4, long)


def _reduced(side: Image.Image, across: float) -> Image.Image:
    """Return a print no larger than it is seen, so that its small text is not torn."""
    share = across / side.width
    if share >= 1:
        return side
    size = (max(1, round(side.width * share)), max(1, round(side.height * share)))
    return side.resize(size, Image.Resampling.LANCZOS)


def _taken(prints: Sequence[Image.Image], random: np.random.Generator) -> tuple[Image.Image, int]:
    """Return the upright picture of the prints on a table, and the JPEG quality to store it at."""
    frame = _frame(prints, random)
    picture = surface(frame[::-1], random)
    found = outlines([side.size for side in prints], frame, random)
    offset = (float(random.uniform(-14, 14)), float(random.uniform(3, 14)))
    depth = float(random.uniform(0.25, 0.55))
    shade(picture, found, offset, depth)
    for side, outline in zip(prints, found, strict=True):
        across = float(np.linalg.norm(outline[1] - outline[0]))
        lay(picture, np.asarray(_reduced(side, across), dtype=np.float32), outline)
    how = conditions(random)
    glaring = found[random.integers(len(found))]
    return Image.fromarray(expose(picture, glaring, how, random)), how.quality


def _turned(picture: Image.Image, random: np.random.Generator) -> tuple[Image.Image, int]:
    """Return the picture as stored and its EXIF orientation.

    Mostly the orientation sets it upright; of a phone held flat over a table it may be wrong.
    """
    stored = int(random.choice([0, 1, 2, 3], p=[0.6, 0.2, 0.08, 0.12]))
    claimed = stored if random.random() < 0.82 else 0 if stored else int(random.integers(1, 4))
    return picture.rotate(90 * stored, expand=True), _ORIENTATION[claimed]


def _exif(orientation: int, taken_at: datetime | None) -> Image.Exif:
    exif = Image.Exif()
    exif[Base.Make], exif[Base.Model] = _MAKER
    exif[Base.Orientation] = orientation
    if taken_at is not None:
        stamp = taken_at.strftime(_EXIF_TIME)
        exif[Base.DateTime] = stamp
        exif[IFD.Exif] = {Base.DateTimeOriginal: stamp, Base.DateTimeDigitized: stamp}
    return exif


def _shot(prints: Sequence[Image.Image], seed: int, taken_at: datetime | None) -> bytes:
    random = np.random.default_rng(seed)
    picture, quality = _taken(prints, random)
    stored, orientation = _turned(picture, random)
    out = io.BytesIO()
    stored.save(out, "JPEG", quality=quality, exif=_exif(orientation, taken_at))
    return out.getvalue()


def photograph(
    cards: Sequence[PrintedCard],
    *,
    seed: int,
    taken_at: datetime | None,
    both_sides: bool = False,
) -> bytes:
    """Return a JPEG of the cards lying on a table, apart from each other.

    A card looks the same in every photo: its design hangs on its company. With `both_sides`, the
    back of each lies after its front, as if the user had two of them. `taken_at` is local time,
    as EXIF has it; without one the photo has no date.
    """
    return _shot(_prints(cards, both_sides=both_sides), seed, taken_at)


def photograph_back(card: PrintedCard, *, seed: int, taken_at: datetime | None) -> bytes:
    """Return a JPEG of a card's back alone, for the photo that follows the one of its front."""
    return _shot(_prints([card], both_sides=True)[1:], seed, taken_at)


def scan(card: PrintedCard, *, seed: int) -> bytes:
    """Return a JPEG of a card's front as a flatbed scanner gives it, without EXIF."""
    random = np.random.default_rng(seed)
    front, _ = render(card, seed=house_seed(card))
    front.thumbnail((_SCAN_PIXELS, _SCAN_PIXELS), Image.Resampling.LANCZOS)
    skew = float(random.normal(0, 0.4))
    page = front.rotate(skew, Image.Resampling.BICUBIC, expand=True, fillcolor="white")
    out = io.BytesIO()
    page.save(out, "JPEG", quality=int(random.integers(85, 95)))
    return out.getvalue()
