"""A photo file → what is read on it: decode, cut out, read, understand."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Final

import cv2
import numpy as np

from contacts.errors import UnreadableSourceError
from contacts.readings import CardReading, PhotoReading, TextLine
from extractors import qr
from extractors.card.layout import text_angle
from extractors.card.reading import read_card
from extractors.card.sides import among, sides_joined
from extractors.card.version import RULES_VERSION
from extractors.geometry import moved, quad, rectangle
from extractors.ocr import Engine, EngineName, engine_version, open_engine
from extractors.outline import Outlined, outlined_cards
from extractors.picture import Picture, Pixels, open_pictures

_CROP_SIDE: Final = 1000
_CROP_QUALITY: Final = 82
_QUARTERS: Final = {
    1: cv2.ROTATE_90_COUNTERCLOCKWISE,
    2: cv2.ROTATE_180,
    3: cv2.ROTATE_90_CLOCKWISE,
}


def version(ocr: EngineName, languages: str) -> str:
    """Return what changes whenever the same photo may be read otherwise.

    Raises:
        MissingToolError: the engine is not installed.
    """
    return f"{RULES_VERSION} {engine_version(ocr, languages)}"


@cache
def kept_engine(ocr: EngineName, languages: str) -> Engine:
    """Return the engine of this process, made at the first call."""
    return open_engine(ocr, languages)


def read_photo(
    path: Path, *, file: str, ocr: EngineName, region: str | None, languages: str
) -> tuple[PhotoReading, ...]:
    """Return a reading for each page of a photo file; a bad file is a reading with an error.

    `file` is what the file is called in the readings, `region` the country (two letters) of
    numbers without a country code.

    Raises:
        MissingToolError: the engine is not installed.
    """
    engine = kept_engine(ocr, languages)
    return tuple(_readings(path, file, engine, region))


def read_named(
    photo: tuple[str, str], *, ocr: EngineName, region: str | None, languages: str
) -> tuple[PhotoReading, ...]:
    """Return `read_photo` of a path and what the file is called; what a worker is sent."""
    path, file = photo
    return read_photo(Path(path), file=file, ocr=ocr, region=region, languages=languages)


def _readings(path: Path, file: str, engine: Engine, region: str | None) -> Iterator[PhotoReading]:
    started = time.perf_counter()
    page = None
    try:
        for picture in open_pictures(path, file=file):
            page = picture.page
            reading = read_picture(picture, file=file, engine=engine, region=region)
            now = time.perf_counter()
            yield replace(reading, seconds=round(now - started, 3))
            started = now
    except UnreadableSourceError as error:
        yield _failed(file, engine, page, started, error)
    except (cv2.error, MemoryError) as error:
        said = " ".join(str(error).split())[:120] or "it takes more memory than there is"
        told = UnreadableSourceError(file, f"cannot be worked on: {said}", "make it smaller")
        yield _failed(file, engine, page, started, told)


def _failed(
    file: str, engine: Engine, page: int | None, started: float, error: UnreadableSourceError
) -> PhotoReading:
    seconds = round(time.perf_counter() - started, 3)
    after = None if page is None else page + 1
    return PhotoReading(
        file, engine.version, seconds, page=after, error=error.reason, next_step=error.next_step
    )


def read_picture(
    picture: Picture, *, file: str, engine: Engine, region: str | None
) -> PhotoReading:
    """Return the reading of one decoded photo."""
    read = [
        _read_outlined(outlined, picture.scale, engine, region)
        for outlined in outlined_cards(picture.pixels)
    ]
    before = accumulate((len(lines) for _, _, lines in read), initial=0)
    placed = [
        (among(card, at), crop)
        for (card, crop, _), at in zip(read, before, strict=False)
        if card.confidence  # else nothing of a card is on it
    ]
    joined = sides_joined([card for card, _ in placed])
    kept = [at for at, card in enumerate(joined) if card is not None]
    return PhotoReading(
        file=file,
        engine=engine.version,
        seconds=0.0,
        cards=tuple(card for card in joined if card is not None),
        page=picture.page,
        taken_at=picture.taken_at,
        taken_where=picture.taken_where,
        crops=tuple(placed[at][1] for at in kept),
        lines=tuple(line for _, _, lines in read for line in lines),
    )


def _read_outlined(
    outlined: Outlined, scale: float, engine: Engine, region: str | None
) -> tuple[CardReading, bytes, tuple[TextLine, ...]]:
    """Return fields, upright crop and lines of one card."""
    lines = engine.read(outlined.pixels)
    reading = read_card(lines, region=region)
    for payload in qr.read_codes(outlined.pixels):
        encoded = qr.decoded(payload)
        if encoded:
            reading = qr.outranked(reading, encoded)
    placed = replace(reading, box=quad(np.array(outlined.quad) * scale))
    return placed, _crop(outlined.pixels, lines), _on_photo(lines, outlined, scale)


def _crop(card: Pixels, lines: Sequence[TextLine]) -> bytes:
    """Return the card upright as JPEG without metadata."""
    turns = round(text_angle(lines) / (np.pi / 2)) % 4
    upright = cv2.rotate(card, _QUARTERS[turns]) if turns else card
    ratio = min(1.0, _CROP_SIDE / max(upright.shape[:2]))
    small = cv2.resize(upright, None, fx=ratio, fy=ratio, interpolation=cv2.INTER_AREA)
    _, encoded = cv2.imencode(".jpg", small, [cv2.IMWRITE_JPEG_QUALITY, _CROP_QUALITY])
    return encoded.tobytes()


def _on_photo(lines: Sequence[TextLine], outlined: Outlined, scale: float) -> tuple[TextLine, ...]:
    """Return the lines with their corners in pixels of the photo."""
    height, width = outlined.pixels.shape[:2]
    corners = np.array(outlined.quad, dtype=np.float32) * np.float32(scale)
    matrix = cv2.getPerspectiveTransform(rectangle(width, height), corners)
    return tuple(
        replace(line, quad=quad(moved(np.array(line.quad, dtype=np.float32), matrix)))
        for line in lines
    )
