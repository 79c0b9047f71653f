"""Files of every kind, made here: what is a photo is opened, what is none says so in one line."""

import os
from datetime import datetime
from pathlib import Path

import numpy as np
import pytest
from PIL import ExifTags, Image

from contacts.errors import UnreadableSourceError
from extractors.picture import Picture, open_pictures


def _opened(path: Path) -> list[Picture]:
    return list(open_pictures(path, file=path.name))


def _painted(mode: str) -> Image.Image:
    """Return a picture that is dark on its left half and light on its right one."""
    grey = np.full((60, 100), 220, np.uint8)
    grey[:, :50] = 20
    if mode == "I;16":
        return Image.fromarray(grey.astype(np.uint16) * 200)
    if mode == "P":
        return Image.fromarray(grey).convert("RGB").quantize(8)
    return Image.fromarray(grey).convert(mode)


@pytest.mark.parametrize(
    ("mode", "name"),
    [
        ("RGB", "a.jpg"),
        ("L", "a.png"),
        ("1", "a.png"),
        ("P", "a.png"),
        ("RGBA", "a.png"),
        ("LA", "a.png"),
        ("I;16", "a.png"),
        ("CMYK", "a.jpg"),
        ("CMYK", "a.tiff"),
        ("F", "a.tiff"),
        ("RGB", "a.webp"),
        ("RGB", "a.tiff"),
    ],
)
def test_every_mode_is_read_as_colour(tmp_path: Path, mode: str, name: str) -> None:
    path = tmp_path / name
    _painted(mode).save(path)
    (picture,) = _opened(path)
    assert picture.pixels.shape == (60, 100, 3)
    assert picture.pixels[:, :45].mean() + 60 < picture.pixels[:, 55:].mean()


def test_the_content_counts_not_the_ending(tmp_path: Path) -> None:
    path = tmp_path / "photo.HEIC"
    _painted("RGB").save(path, format="JPEG")
    assert len(_opened(path)) == 1


def test_a_pdf_has_pages(tmp_path: Path) -> None:
    path = tmp_path / "cards.pdf"
    _painted("RGB").save(path, save_all=True, append_images=[_painted("L")])
    assert [picture.page for picture in _opened(path)] == [1, 2]


def test_a_tiff_has_pages(tmp_path: Path) -> None:
    path = tmp_path / "cards.tiff"
    _painted("RGB").save(path, save_all=True, append_images=[_painted("RGB")])
    assert [picture.page for picture in _opened(path)] == [1, 2]


def test_an_animation_is_its_first_picture(tmp_path: Path) -> None:
    path = tmp_path / "a.webp"
    _painted("RGB").save(path, save_all=True, append_images=[_painted("L").convert("RGB")])
    assert [picture.page for picture in _opened(path)] == [None]


@pytest.mark.parametrize("orientation", range(1, 9))
def test_the_orientation_of_the_camera_is_honoured(tmp_path: Path, orientation: int) -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    path = tmp_path / "a.jpg"
    _painted("RGB").save(path, exif=exif)
    (picture,) = _opened(path)
    assert picture.pixels.shape[:2] == ((60, 100) if orientation < 5 else (100, 60))


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2024:06:05 12:30:00", datetime(2024, 6, 5, 12, 30)),  # noqa: DTZ001 - a camera has no zone
        ("1970:01:01 00:00:10", None),
        ("2000:01:01 09:12:00", None),
        ("2015:01:01 00:00:00", None),
        ("0000:00:00 00:00:00", None),
        ("yesterday", None),
    ],
)
def test_a_clock_that_was_never_set_is_no_date(
    tmp_path: Path, written: str, read: datetime | None
) -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.DateTime] = written
    path = tmp_path / "a.jpg"
    _painted("RGB").save(path, exif=exif)
    assert _opened(path)[0].taken_at == read


def test_a_large_photo_is_made_smaller_and_says_by_how_much(tmp_path: Path) -> None:
    path = tmp_path / "large.png"
    Image.new("L", (8000, 100)).save(path)
    (picture,) = _opened(path)
    assert (picture.pixels.shape[1], picture.scale) == (2000, 4.0)


def _png_that_declares(width: int, height: int) -> bytes:
    import struct  # noqa: PLC0415 - for this case alone
    import zlib  # noqa: PLC0415

    def chunk(kind: bytes, body: bytes) -> bytes:
        check = zlib.crc32(kind + body)
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", check)

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0"))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is empty"),
        (b"just some words", "is no photo"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "is no photo"),
        (b"GIF89a\x01\x00\x01\x00\x00\x00\x00;", "is no photo"),
        (b"%PDF-1.7 and nothing more", "is broken"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "is"),
        (b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + b"\0" * 64, "is"),
        (_png_that_declares(20000, 20000), "million pixels"),
        (_png_that_declares(15000, 15000), "too large to decode"),
        (_png_that_declares(1, 1), "too small"),
    ],
)
def test_what_is_no_good_photo_says_so_in_one_line(
    tmp_path: Path, content: bytes, reason: str
) -> None:
    path = tmp_path / "bad.jpg"
    path.write_bytes(content)
    with pytest.raises(UnreadableSourceError) as raised:
        _opened(path)
    line = str(raised.value)
    assert line.startswith("bad.jpg: ")
    assert reason in line
    assert "\n" not in line


def test_a_truncated_photo_is_broken(tmp_path: Path) -> None:
    path = tmp_path / "half.jpg"
    Image.effect_noise((400, 300), 80).save(path)
    path.write_bytes(path.read_bytes()[:4000])
    with pytest.raises(UnreadableSourceError, match="is broken"):
        _opened(path)


def test_only_a_regular_file_is_opened(tmp_path: Path) -> None:
    photo, link, pipe = tmp_path / "a.jpg", tmp_path / "b.jpg", tmp_path / "c.jpg"
    _painted("RGB").save(photo)
    link.symlink_to(photo)
    os.mkfifo(pipe)
    for path in (link, pipe, tmp_path, tmp_path / "none.jpg"):
        with pytest.raises(UnreadableSourceError):
            _opened(path)
