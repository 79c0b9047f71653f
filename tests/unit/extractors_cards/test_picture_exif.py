"""Where a photo was taken, as its camera noted it."""

import struct
from pathlib import Path

import pytest
from PIL import ExifTags, Image
from PIL.TiffImagePlugin import IFDRational

from extractors.picture import open_pictures

BERGEN = ((60, 23, 32.4), "N", (5, 19, 48.0), "E")


def _where(tmp_path: Path, noted: dict[int, object]) -> tuple[float, float] | None:
    exif = Image.Exif()
    exif[ExifTags.IFD.GPSInfo] = noted
    path = tmp_path / "a.jpg"
    Image.new("RGB", (60, 40), "white").save(path, exif=exif)
    (picture,) = open_pictures(path, file=path.name)
    return picture.taken_where


def _noted(latitude: object, north: object, longitude: object, east: object) -> dict[int, object]:
    return {
        ExifTags.GPS.GPSLatitudeRef: north,
        ExifTags.GPS.GPSLatitude: latitude,
        ExifTags.GPS.GPSLongitudeRef: east,
        ExifTags.GPS.GPSLongitude: longitude,
    }


@pytest.mark.parametrize(
    ("north", "east", "expected"),
    [
        ("N", "E", (60.392333, 5.33)),
        ("S", "E", (-60.392333, 5.33)),
        ("N", "W", (60.392333, -5.33)),
    ],
)
def test_a_place_is_in_degrees(
    tmp_path: Path, north: str, east: str, expected: tuple[float, float]
) -> None:
    where = _where(tmp_path, _noted(BERGEN[0], north, BERGEN[2], east))
    assert where == pytest.approx(expected, abs=1e-5)


@pytest.mark.parametrize(
    "noted",
    [
        {},
        {ExifTags.GPS.GPSLatitudeRef: "N", ExifTags.GPS.GPSLatitude: (60, 23, 32.4)},
        _noted(BERGEN[0], "E", BERGEN[2], "N"),
        _noted(BERGEN[0], "", BERGEN[2], "E"),
        _noted((0, 0, 0), "N", (0, 0, 0), "E"),
        _noted((91, 0, 0), "N", BERGEN[2], "E"),
        _noted((60, 75, 0), "N", BERGEN[2], "E"),
        _noted((60, 23), "N", BERGEN[2], "E"),
        _noted((IFDRational(60, 0), 0, 0), "N", BERGEN[2], "E"),
    ],
)
def test_a_place_that_cannot_be_is_none(tmp_path: Path, noted: dict[int, object]) -> None:
    assert _where(tmp_path, noted) is None


def test_a_broken_directory_is_no_place(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif.endian = "<"
    exif[ExifTags.IFD.GPSInfo] = _noted(*BERGEN)
    written = exif.tobytes()
    entry = struct.pack("<HHI", ExifTags.IFD.GPSInfo, 4, 1)  # the tag, a long, one of it
    at = written.index(entry) + len(entry)
    beyond = written[:at] + struct.pack("<I", 0x00FF_FFFF) + written[at + 4 :]
    path = tmp_path / "a.jpg"
    Image.new("RGB", (60, 40), "white").save(path, exif=beyond)
    (picture,) = open_pictures(path, file=path.name)
    assert picture.taken_where is None
