"""A photo file → upright pixels, whatever camera, scanner or office program made it."""

import os
import stat
import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

import numpy as np
import pi_heif
import pypdfium2
from numpy.typing import NDArray
from PIL import ExifTags, Image, UnidentifiedImageError

from contacts.errors import UnreadableSourceError

Pixels = NDArray[np.uint8]

FORMATS: Final = ("JPEG", "PNG", "WEBP", "TIFF", "HEIF")
MAX_PIXELS: Final = 250_000_000  # a 200-megapixel phone photo exists
MAX_PIXELS_AT_ONCE: Final = 100_000_000  # where the decoder has no smaller scale: 300 MB as RGB
MAX_PAGES: Final = 50
LONGEST_SIDE: Final = 3200  # a card that fills a third of it still has 1,000 pixels
_DRAFT_SIDE: Final = 1600  # a JPEG is decoded at 1/2, 1/4, 1/8 as long as this much is left
_SHORTEST_SIDE: Final = 16
_WHITE: Final = 255
_PDF_LONGEST_SIDE: Final = 2000
_EPOCH_YEARS: Final = frozenset({1970, 1980, 1990, 2000, 2001})  # 1 January: a clock never set
_FIRST_DIGITAL_YEAR: Final = 1990
_DATE_TAGS: Final = (
    ExifTags.Base.DateTimeOriginal,
    ExifTags.Base.DateTimeDigitized,
    ExifTags.Base.DateTime,
)
_BROKEN: Final = (  # what decoders raise on damaged bytes
    OSError,
    SyntaxError,
    ValueError,
    RuntimeError,
    EOFError,
    LookupError,
    TypeError,
    MemoryError,
    OverflowError,
    struct.error,
    Image.DecompressionBombError,
    Image.DecompressionBombWarning,
    pypdfium2.PdfiumError,
)
_WANTED: Final = "use a JPEG, PNG, WebP, TIFF, HEIC or PDF file"

_TURNS: Final = {  # EXIF 2.32, table 6: what brings the pixels upright
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}

pi_heif.register_heif_opener()
Image.MAX_IMAGE_PIXELS = MAX_PIXELS


@dataclass(frozen=True, slots=True)
class Picture:
    """One photo or page, turned as its EXIF orientation says.

    `pixels` are BGR, `scale` is how many pixels of the file one of them stands for. `page` counts
    from 1 in a PDF or a TIFF of several pages, else None.
    """

    pixels: Pixels
    scale: float = 1.0
    page: int | None = None
    taken_at: datetime | None = None


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
    except _BROKEN as error:
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
        if "password" not in str(error).lower():
            raise
        raise UnreadableSourceError(
            file, "is a PDF with a password", "save it without one"
        ) from error
    try:
        _require_few_pages(len(document), file)
        for number, page in enumerate(document, start=1):
            scale = _PDF_LONGEST_SIDE / max(1.0, *page.get_size())
            pixels = page.render(scale=scale, rev_byteorder=False).to_numpy()
            yield Picture(np.ascontiguousarray(pixels[..., :3]), scale=1 / scale, page=number)
            page.close()
    finally:
        document.close()


def _require_few_pages(count: int, file: str) -> None:
    if count > MAX_PAGES:
        raise UnreadableSourceError(
            file, f"has {count} pages, more than {MAX_PAGES}", "split it into smaller files"
        )


def _image_pages(path: Path, file: str) -> Iterator[Picture]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # damaged EXIF warns; the pixels are what counts
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        with Image.open(path, formats=FORMATS) as image:
            pages = getattr(image, "n_frames", 1) if image.format == "TIFF" else 1
            _require_few_pages(pages, file)
            for number in range(pages):
                if number:
                    image.seek(number)
                yield _decoded(image, file, number + 1 if pages > 1 else None)


def _decoded(image: Image.Image, file: str, page: int | None) -> Picture:
    width, height = image.size
    if min(width, height) < _SHORTEST_SIDE:
        raise UnreadableSourceError(
            file, f"is {width} by {height} pixels, too small for a card", "take a larger photo"
        )
    exif = _exif(image)
    image.draft("RGB", (_DRAFT_SIDE, _DRAFT_SIDE))
    if image.width * image.height > MAX_PIXELS_AT_ONCE:
        raise UnreadableSourceError(
            file, f"is {width} by {height} pixels, too large to decode", "save it as JPEG"
        )
    flat = _as_rgb(image)
    flat.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.BILINEAR, reducing_gap=2.0)
    scale = max(width, height) / max(flat.size)
    flat = _turned(flat, exif)
    pixels = np.ascontiguousarray(np.asarray(flat, dtype=np.uint8)[..., ::-1])
    return Picture(pixels, scale=scale, page=page, taken_at=_taken_at(exif))


def _exif(image: Image.Image) -> Image.Exif:
    try:
        return image.getexif()
    except _BROKEN:
        return Image.Exif()


def _turned(image: Image.Image, exif: Image.Exif) -> Image.Image:
    turn = _TURNS.get(exif.get(ExifTags.Base.Orientation, 1))
    return image.transpose(turn) if turn is not None else image


def _as_rgb(image: Image.Image) -> Image.Image:
    """Return any mode as 8-bit RGB, what is transparent as white."""
    if image.mode.startswith(("I", "F")):
        values = np.asarray(image, dtype=np.float32)
        low, high = float(values.min()), float(values.max())
        grey = (values - low) * (_WHITE / max(high - low, 1.0))
        image = Image.fromarray(grey.astype(np.uint8))
    if image.mode in {"RGBA", "LA", "PA", "RGBa", "La"} or "transparency" in image.info:
        layer = image.convert("RGBA")
        sheet = Image.new("RGB", layer.size, "white")
        sheet.paste(layer, mask=layer.getchannel("A"))
        return sheet
    return image.convert("RGB")


def _taken_at(exif: Image.Exif) -> datetime | None:
    """Return the camera's local time; None where there is none or the clock was never set."""
    try:
        details = exif.get_ifd(ExifTags.IFD.Exif)
    except _BROKEN:
        details = {}
    for tag in _DATE_TAGS:
        moment = _moment(details.get(tag) or exif.get(tag))
        if moment:
            return moment
    return None


def _moment(written: object) -> datetime | None:
    try:
        moment = datetime.strptime(str(written).strip("\0 ")[:19], "%Y:%m:%d %H:%M:%S")  # noqa: DTZ007  (EXIF has no zone)
    except ValueError:
        return None
    new_year = (moment.month, moment.day) == (1, 1)
    at_midnight = (moment.hour, moment.minute) == (0, 0)
    unset = new_year and (at_midnight or moment.year in _EPOCH_YEARS)
    return None if unset or moment.year < _FIRST_DIGITAL_YEAR else moment
