"""A photo file → upright pixels, whatever camera, scanner or office program made it."""

import io
import mmap
import os
import stat
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from math import ceil
from pathlib import Path
from typing import Final, cast

import cv2
import numpy as np
import pi_heif
import pypdfium2
from numpy.typing import NDArray
from PIL import Image, UnidentifiedImageError

from contacts.errors import UnreadableSourceError
from extractors.picture_exif import DAMAGED, exif_of, orientation, taken_at, taken_where

Pixels = NDArray[np.uint8]

FORMATS: Final = ("JPEG", "PNG", "WEBP", "TIFF", "HEIF")
MAX_PIXELS: Final = 250_000_000  # a 200-megapixel phone photo exists
MAX_BYTES_AT_ONCE: Final = 600_000_000  # that a picture may take until it is RGB
MAX_PAGES: Final = 50
ENOUGH: Final = 2000  # pixels of the longer side: one of four cards still has 800
_SHORTEST_SIDE: Final = 16
_WHITE: Final = 255
_PDF_LONGEST_SIDE: Final = 2000
_PLAIN_MODES: Final = frozenset({"1", "L", "P", "RGB"})
_SEE_THROUGH: Final = frozenset({"RGBA", "LA", "PA", "RGBa", "La"})
_WANTED: Final = "use a JPEG, PNG, WebP, TIFF, HEIC or PDF file"

_TURNS: Final[dict[int, tuple[int | None, bool]]] = {
    # EXIF 2.32, table 6: the rotation that brings the pixels upright, and if they are mirrored
    2: (None, True),
    3: (cv2.ROTATE_180, False),
    4: (cv2.ROTATE_180, True),
    5: (cv2.ROTATE_90_CLOCKWISE, True),
    6: (cv2.ROTATE_90_CLOCKWISE, False),
    7: (cv2.ROTATE_90_COUNTERCLOCKWISE, True),
    8: (cv2.ROTATE_90_COUNTERCLOCKWISE, False),
}

pi_heif.register_heif_opener()
Image.MAX_IMAGE_PIXELS = MAX_PIXELS


@dataclass(frozen=True, slots=True)
class Picture:
    """One photo or page, turned as its EXIF orientation says.

    `pixels` are BGR, `scale` is how many pixels of the file one of them stands for. `page` counts
    from 1 in a PDF or a TIFF of several pages, else None. `taken_where` is latitude and longitude.
    """

    pixels: Pixels
    scale: float = 1.0
    page: int | None = None
    taken_at: datetime | None = None
    taken_where: tuple[float, float] | None = None


class _Stream(io.BufferedReader):
    """A file that sets no more memory aside than it holds, whatever a damaged length asks for."""

    def __init__(self, path: Path) -> None:
        super().__init__(io.FileIO(path))
        self._end = os.fstat(self.fileno()).st_size

    def read(self, size: int | None = -1, /) -> bytes:
        left = max(0, self._end - self.tell())
        return super().read(left if size is None or size < 0 else min(size, left))


def open_pictures(path: Path, *, file: str) -> Iterator[Picture]:
    """Yield the pages of a photo file, decoded one at a time; `file` is its name in errors.

    Raises:
        UnreadableSourceError: it is no regular file, no photo, broken, or too large.
    """
    _require_regular(path, file)
    with _named(file):
        if _is_pdf(path):
            yield from _pdf_pages(path, file)
        else:
            yield from _image_pages(path, file)


def _require_regular(path: Path, file: str) -> None:
    try:
        found = path.lstat()
    except OSError as error:
        raise UnreadableSourceError(
            file, (error.strerror or "cannot be opened").lower(), "check the path"
        ) from error
    if not stat.S_ISREG(found.st_mode):
        raise UnreadableSourceError(
            file, "is a link, folder or device, not a file", "put the photo itself there"
        )
    if not os.access(path, os.R_OK):
        raise UnreadableSourceError(file, "may not be read", "give yourself the right to read it")
    if not found.st_size:
        raise UnreadableSourceError(file, "is empty", "copy it again")


@contextmanager
def _named(file: str) -> Iterator[None]:
    """Turn what a decoder raises on bad bytes into one line that names the file."""
    try:
        yield
    except UnidentifiedImageError as error:
        raise UnreadableSourceError(file, "is no photo", _WANTED) from error
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        limit = f"has more than {MAX_PIXELS // 1_000_000} million pixels"
        raise UnreadableSourceError(file, limit, "make it smaller") from error
    except MemoryError as error:
        raise UnreadableSourceError(
            file, "takes more memory than there is", "make it smaller, or save it as JPEG"
        ) from error
    except (*DAMAGED, pypdfium2.PdfiumError) as error:
        reason = " ".join(str(error).split())[:120] or type(error).__name__
        raise UnreadableSourceError(
            file, f"is broken: {reason}", "copy it again, or save it anew as JPEG"
        ) from error


def _is_pdf(path: Path) -> bool:
    with path.open("rb") as stream:
        return b"%PDF-" in stream.read(1024)


def _pdf_pages(path: Path, file: str) -> Iterator[Picture]:
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        if _is_locked(path) and "password" in str(error).lower():
            raise UnreadableSourceError(
                file, "is a PDF with a password", "save it without one"
            ) from error
        raise UnreadableSourceError(
            file, "is broken, or has no page", "copy it again, or save it anew as JPEG"
        ) from error
    try:
        _require_few_pages(len(document), file)
        for number, page in enumerate(document, start=1):
            scale = _PDF_LONGEST_SIDE / max(1.0, *page.get_size())
            pixels = page.render(scale=scale, rev_byteorder=False).to_numpy()
            _require_sides(pixels.shape[1], pixels.shape[0], file)
            yield Picture(np.ascontiguousarray(pixels[..., :3]), scale=1 / scale, page=number)
            page.close()
    finally:
        document.close()


def _is_locked(path: Path) -> bool:
    """Return whether a PDF speaks of encryption; PDFium may name the error of another file."""
    with path.open("rb") as stream, mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as whole:
        return whole.find(b"/Encrypt") >= 0


def _require_sides(width: int, height: int, file: str) -> None:
    if min(width, height) < _SHORTEST_SIDE:
        raise UnreadableSourceError(
            file, f"is {width} by {height} pixels, too small for a card", "take a larger photo"
        )


def _require_few_pages(count: int, file: str) -> None:
    if count > MAX_PAGES:
        raise UnreadableSourceError(
            file, f"has {count} pages, more than {MAX_PAGES}", "split it into smaller files"
        )


def _image_pages(path: Path, file: str) -> Iterator[Picture]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # damaged EXIF warns; the pixels are what counts
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        with _Stream(path) as stream, Image.open(stream, formats=FORMATS) as image:
            pages = getattr(image, "n_frames", 1) if image.format == "TIFF" else 1
            _require_few_pages(pages, file)
            for number in range(pages):
                if number:
                    image.seek(number)
                yield _decoded(image, file, number + 1 if pages > 1 else None)


def _decoded(image: Image.Image, file: str, page: int | None) -> Picture:
    width, height = image.size
    _require_sides(width, height, file)
    factor = max(1, max(width, height) // ENOUGH)
    image.draft("RGB", (width // factor, height // factor))  # a JPEG at 1/2, 1/4 or 1/8
    _require_little_memory(image, width, height, file)
    exif = exif_of(image)  # of a PNG only once it is decoded
    flat = _as_rgb(image)
    factor = max(flat.size) // ENOUGH
    if factor > 1:
        flat = flat.reduce(factor)
    pixels = cv2.cvtColor(np.asarray(flat, dtype=np.uint8), cv2.COLOR_RGB2BGR)
    return Picture(
        _turned(cast("Pixels", pixels), orientation(exif)),
        scale=max(width, height) / max(flat.size),
        page=page,
        taken_at=taken_at(exif),
        taken_where=taken_where(exif),
    )


def _require_little_memory(image: Image.Image, width: int, height: int, file: str) -> None:
    """Refuse what takes too much; the picture itself may be drafted smaller than its sides."""
    needed = image.width * image.height * _bytes_a_pixel(image)
    if needed > MAX_BYTES_AT_ONCE:
        limit = f"{MAX_BYTES_AT_ONCE // 1_000_000} are allowed"
        raise UnreadableSourceError(
            file,
            f"is {width} by {height} pixels, too large to decode: "
            f"it takes {ceil(needed / 1e6)} MB, {limit}",
            "save it as JPEG",
        )


def _bytes_a_pixel(image: Image.Image) -> int:
    """Return the most that a pixel takes until it is RGB: measured, with all copies on the way."""
    if image.format == "WEBP":
        return 17  # libwebp keeps two canvases
    if image.mode.startswith(("I", "F")):
        return 16 if image.mode.startswith("I;16") else 18
    if _is_see_through(image):
        return 14
    return 6 if image.mode in _PLAIN_MODES else 9


def _is_see_through(image: Image.Image) -> bool:
    return image.mode in _SEE_THROUGH or "transparency" in image.info


def _turned(pixels: Pixels, written: int) -> Pixels:
    turn, mirrored = _TURNS.get(written, (None, False))
    upright = pixels if turn is None else cv2.rotate(pixels, turn)
    return cast("Pixels", cv2.flip(upright, 1) if mirrored else upright)


def _as_rgb(image: Image.Image) -> Image.Image:
    """Return any mode as 8-bit RGB, what is transparent as white."""
    if image.mode.startswith(("I", "F")):
        values = np.asarray(image, dtype=np.float32)
        low, high = float(values.min()), float(values.max())
        grey = (values - low) * (_WHITE / max(high - low, 1.0))
        image = Image.fromarray(grey.astype(np.uint8))
    if _is_see_through(image):
        layer = image.convert("RGBA")
        sheet = Image.new("RGB", layer.size, "white")
        sheet.paste(layer, mask=layer.getchannel("A"))
        return sheet
    return image if image.mode == "RGB" else image.convert("RGB")
