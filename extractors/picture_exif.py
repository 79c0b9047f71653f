"""What the camera noted in a photo: when, where, and which way up."""

import math
import struct
from datetime import datetime
from typing import Final

from PIL import ExifTags, Image

DAMAGED: Final = (  # what Pillow raises on damaged bytes
    OSError,
    SyntaxError,
    ValueError,
    RuntimeError,
    EOFError,
    LookupError,
    TypeError,
    OverflowError,
    struct.error,
)
_DAMAGED_TAGS: Final = (*DAMAGED, AttributeError)
_EPOCH_YEARS: Final = frozenset({1970, 1980, 1990, 2000, 2001})  # 1 January: a clock never set
_FIRST_DIGITAL_YEAR: Final = 1990
_DATE_TAGS: Final = (
    ExifTags.Base.DateTimeOriginal,
    ExifTags.Base.DateTimeDigitized,
    ExifTags.Base.DateTime,
)
_PARTS: Final = 3  # degrees, minutes, seconds
_SIXTY: Final = 60.0
_PLACES: Final = 6  # a tenth of a metre


def exif_of(image: Image.Image) -> Image.Exif:
    """Return the tags of a picture; none where they are damaged."""
    try:
        return image.getexif()
    except _DAMAGED_TAGS:
        return Image.Exif()


def orientation(exif: Image.Exif) -> int:
    """Return the orientation of EXIF 2.32, table 6: 1 to 8, 1 where there is none."""
    written = exif.get(ExifTags.Base.Orientation, 1)
    return written if isinstance(written, int) else 1


def taken_at(exif: Image.Exif) -> datetime | None:
    """Return the camera's local time; None where there is none or the clock was never set."""
    details = _directory(exif, ExifTags.IFD.Exif)
    for tag in _DATE_TAGS:
        moment = _moment(details.get(tag) or exif.get(tag))
        if moment:
            return moment
    return None


def taken_where(exif: Image.Exif) -> tuple[float, float] | None:
    """Return latitude and longitude in degrees, north and east positive.

    None where they are absent, impossible, or both zero: a receiver that had found no satellite.
    """
    noted = _directory(exif, ExifTags.IFD.GPSInfo)
    latitude = _degrees(
        noted.get(ExifTags.GPS.GPSLatitude), noted.get(ExifTags.GPS.GPSLatitudeRef), "NS", 90
    )
    longitude = _degrees(
        noted.get(ExifTags.GPS.GPSLongitude), noted.get(ExifTags.GPS.GPSLongitudeRef), "EW", 180
    )
    if latitude is None or longitude is None or latitude == longitude == 0:
        return None
    return latitude, longitude


def _directory(exif: Image.Exif, tag: int) -> dict[int, object]:
    try:
        return dict(exif.get_ifd(tag))
    except _DAMAGED_TAGS:
        return {}


def _moment(written: object) -> datetime | None:
    try:
        moment = datetime.strptime(str(written).strip("\0 ")[:19], "%Y:%m:%d %H:%M:%S")  # noqa: DTZ007  (EXIF has no zone)
    except ValueError:
        return None
    new_year = (moment.month, moment.day) == (1, 1)
    at_midnight = (moment.hour, moment.minute) == (0, 0)
    unset = new_year and (at_midnight or moment.year in _EPOCH_YEARS)
    return None if unset or moment.year < _FIRST_DIGITAL_YEAR else moment


def _degrees(written: object, side: object, sides: str, most: int) -> float | None:
    """Return degrees, minutes and seconds as degrees, the second of two sides negative."""
    text = side.decode("ascii", "replace") if isinstance(side, bytes) else str(side)
    letter = text.strip("\0 ").upper()
    if not isinstance(written, tuple) or len(written) != _PARTS or letter not in tuple(sides):
        return None
    try:
        degrees, minutes, seconds = (float(part) for part in written)
    except (*_DAMAGED_TAGS, ZeroDivisionError):
        return None
    total = degrees + minutes / _SIXTY + seconds / _SIXTY**2
    possible = (
        math.isfinite(total) and degrees >= 0 and 0 <= minutes < _SIXTY and 0 <= seconds < _SIXTY
    )
    if not possible or total > most:
        return None
    return round(-total if letter == sides[1] else total, _PLACES)
