"""What is dropped into the inbox by mistake, and what comes of it.

Each case is a file made here and its outcome: pages that are read all the same, or the words of the
error, which always come with a next step. The engine says the same of every picture.
"""

import os
import struct
import zlib
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import ExifTags, Image, ImageDraw

from contacts.readings import PhotoReading, TextLine
from extractors import photo
from extractors.ocr import Engine

SAMPLE = Path(__file__).parents[3] / "data" / "sample" / "inbox" / "cards"
HEIC = next(SAMPLE.rglob("*.HEIC"))
JPEG = next(SAMPLE.rglob("*.jpg"))
Placed = tuple[str, float, float, float]  # text, left, top, height
CARD: Sequence[Placed] = [("Ada Example", 60, 40, 34), ("ada@acme-engines.org", 60, 200, 26)]
OPEN_ANEW = "copy it again, or save it anew as JPEG"
FORMATS = "use a JPEG, PNG, WebP, TIFF, HEIC or PDF file"
SMALLER = "make it smaller"

Make = Callable[[Path], object]


def picture(mode: str = "RGB", size: tuple[int, int] = (400, 240)) -> Image.Image:
    return Image.new(mode, size, 1 if mode == "1" else "white")


def saved(form: str, drawn: Image.Image | None = None, **how: object) -> bytes:
    stream = BytesIO()
    (drawn or picture()).save(stream, format=form, **how)  # type: ignore[arg-type]
    return stream.getvalue()


def content(of: bytes) -> Make:
    return lambda path: path.write_bytes(of)


def cut(whole: bytes, part: float) -> Make:
    return content(whole[: int(len(whole) * part)])


def noisy(form: str) -> bytes:
    """Return a file long enough that half of it lacks half of the picture."""
    pixels = np.random.default_rng(1).integers(0, 255, (300, 400, 3), dtype=np.uint8)
    return saved(form, Image.fromarray(pixels))


def png_that_declares(width: int, height: int, bits: int = 8, kind_of_colour: int = 0) -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        check = zlib.crc32(kind + body)
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", check)

    header = struct.pack(">IIBBBBB", width, height, bits, kind_of_colour, 0, 0, 0)
    body = chunk(b"IDAT", zlib.compress(bytes(100_000)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + body + chunk(b"IEND", b"")


def pdf(*objects: str, trailer: str = "") -> bytes:
    """Return a PDF of these objects, numbered from 1; the first is the catalogue."""
    body, places = b"%PDF-1.7\n", []
    for number, text in enumerate(objects, start=1):
        places.append(len(body))
        body += f"{number} 0 obj\n{text}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    head = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    end = (
        f"trailer\n<</Size {len(objects) + 1}/Root 1 0 R{trailer}>>\nstartxref\n{len(body)}\n%%EOF"
    )
    return body + (head + end).encode()


def page(width: int, height: int) -> str:
    return f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {width} {height}]>>"


CATALOGUE = "<</Type/Catalog/Pages 2 0 R>>"
ONE_PAGE = "<</Type/Pages/Kids[3 0 R]/Count 1>>"
LOCKED = pdf(
    CATALOGUE,
    ONE_PAGE,
    page(200, 100),
    f"<</Filter/Standard/V 1/R 2/P -4/O<{'41' * 32}>/U<{'42' * 32}>>>",
    trailer=f"/Encrypt 4 0 R/ID[<{'43' * 16}><{'43' * 16}>]",
)


def with_damaged_exif() -> bytes:
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6
    exif[ExifTags.Base.DateTime] = "2024:06:05 12:30:00"
    whole = bytearray(saved("JPEG", exif=exif))
    at = whole.index(b"Exif\0\0") + 14
    whole[at : at + 12] = b"\xff" * 12
    return bytes(whole)


def with_endless_exif() -> bytes:
    """Return a photo whose directory of EXIF tags is its own successor."""
    tiff = b"MM\0\x2a\0\0\0\x08" + struct.pack(">HHHIII", 1, 0x8769, 4, 1, 8, 8)
    segment = b"Exif\0\0" + tiff
    whole = saved("JPEG")
    return whole[:2] + b"\xff\xe1" + struct.pack(">H", len(segment) + 2) + segment + whole[2:]


def full_page(path: Path) -> None:
    page = picture("L", (1240, 1754))
    draw = ImageDraw.Draw(page)
    for line in range(60):
        draw.text((100, 80 + 27 * line), "The committee met at noon and adjourned at one. " * 2)
    page.save(path)


READ_ALL_THE_SAME: list[tuple[str, str, Make, int]] = [
    ("16 bits a channel", "a.png", lambda path: picture("I;16").save(path), 1),
    ("inks", "a.jpg", lambda path: picture("CMYK").save(path), 1),
    ("a palette", "a.png", lambda path: picture("P").save(path), 1),
    ("black and white", "a.tiff", lambda path: picture("1").save(path), 1),
    ("transparency", "a.png", lambda path: picture("RGBA").save(path), 1),
    (
        "an animated WebP",
        "a.webp",
        content(saved("WEBP", save_all=True, append_images=[picture("L")])),
        1,
    ),
    (
        "an animated PNG",
        "a.png",
        content(saved("PNG", save_all=True, append_images=[picture()])),
        1,
    ),
    (
        "a TIFF of three pages",
        "a.tiff",
        content(saved("TIFF", save_all=True, append_images=[picture()] * 2)),
        3,
    ),
    ("another ending", "a.heic", content(saved("JPEG")), 1),
    ("no ending", "photo", content(saved("PNG")), 1),
    ("a HEIC called JPEG", "a.jpg", content(HEIC.read_bytes()), 1),
    ("corrupt EXIF", "a.jpg", content(with_damaged_exif()), 1),
    ("EXIF that goes in circles", "a.jpg", content(with_endless_exif()), 1),
    ("something behind its end", "a.jpg", content(saved("JPEG") + b"<?php evil" * 99), 1),
    ("a full page of text", "a.png", full_page, 1),
    (
        "a HEIC with a damaged middle",
        "a.heic",
        content(HEIC.read_bytes()[:4000] + b"\xa5" * 4000 + HEIC.read_bytes()[8000:]),
        1,
    ),
    ("a PDF", "a", content(pdf(CATALOGUE, ONE_PAGE, page(200, 100))), 1),
    ("a PDF of no size", "a.pdf", content(pdf(CATALOGUE, ONE_PAGE, page(0, 0))), 1),
    ("a very long strip", "a.png", lambda path: picture("L", (20_000, 20)).save(path), 1),
]

REFUSED: list[tuple[str, str, Make, str, str]] = [
    ("nothing at all", "a.jpg", content(b""), "is empty", "copy it again"),
    ("a JPEG cut short", "a.jpg", cut(noisy("JPEG"), 0.5), "is broken", OPEN_ANEW),
    ("a JPEG of its head alone", "a.jpg", content(noisy("JPEG")[:20]), "is", ""),
    ("a PNG cut short", "a.png", cut(noisy("PNG"), 0.5), "is broken", OPEN_ANEW),
    ("a WebP cut short", "a.webp", cut(noisy("WEBP"), 0.5), "is", ""),
    ("a TIFF cut short", "a.tiff", cut(noisy("TIFF"), 0.5), "is", ""),
    ("a HEIC cut short", "a.heic", cut(HEIC.read_bytes(), 0.6), "is", ""),
    ("a HEIC of its head alone", "a.heic", content(HEIC.read_bytes()[:200]), "is", ""),
    ("text called a photo", "a.jpg", content(b"Dear diary, " * 99), "is no photo", FORMATS),
    (
        "a drawing",
        "a.svg",
        content(b"<svg xmlns='http://www.w3.org/2000/svg'><g/></svg>"),
        "is no photo",
        FORMATS,
    ),
    (
        "a web page",
        "a.jpg",
        content(b"<!doctype html><title>Not found</title>"),
        "is no photo",
        FORMATS,
    ),
    (
        "an animated GIF",
        "a.gif",
        content(saved("GIF", save_all=True, append_images=[picture("L")])),
        "is no photo",
        FORMATS,
    ),
    ("a bitmap", "a.bmp", content(saved("BMP")), "is no photo", FORMATS),
    ("a program", "a.jpg", content(b"\x7fELF" + bytes(500)), "is no photo", FORMATS),
    (
        "one pixel",
        "a.png",
        lambda path: picture(size=(1, 1)).save(path),
        "too small for a card",
        "take a larger photo",
    ),
    (
        "a line of pixels",
        "a.png",
        lambda path: picture(size=(900, 1)).save(path),
        "too small for a card",
        "take a larger photo",
    ),
    (
        "a decompression bomb",
        "a.png",
        content(png_that_declares(40_000, 40_000)),
        "more than 250 million pixels",
        SMALLER,
    ),
    (
        "a smaller bomb",
        "a.png",
        content(png_that_declares(14_000, 14_000)),
        "too large to decode",
        "save it as JPEG",
    ),
    (
        "a bomb of 16 bits",
        "a.png",
        content(png_that_declares(7000, 7000, bits=16)),
        "is 7000 by 7000 pixels, too large to decode: it takes 784 MB, 600 are allowed",
        "save it as JPEG",
    ),
    (
        "a transparent bomb",
        "a.png",
        content(png_that_declares(7000, 7000, kind_of_colour=6)),
        "is 7000 by 7000 pixels, too large to decode: it takes 686 MB, 600 are allowed",
        "save it as JPEG",
    ),
    ("a PNG of nothing", "a.png", content(png_that_declares(2000, 2000)), "is broken", OPEN_ANEW),
    (
        "a TIFF of too many pages",
        "a.tiff",
        content(
            saved(
                "TIFF",
                picture(size=(20, 20)),
                save_all=True,
                append_images=[picture(size=(20, 20))] * 60,
            )
        ),
        "has 61 pages, more than 50",
        "split it into smaller files",
    ),
    (
        "a PDF with a password",
        "a.pdf",
        content(LOCKED),
        "is a PDF with a password",
        "save it without one",
    ),
    (
        "a PDF without a page",
        "a.pdf",
        content(pdf(CATALOGUE, "<</Type/Pages/Kids[]/Count 0>>")),
        "has no page",
        "save it anew",
    ),
    (
        "a PDF of its head alone",
        "a.pdf",
        content(b"%PDF-1.7 and nothing more"),
        "is broken",
        OPEN_ANEW,
    ),
    (
        "a PDF with a broken page",
        "a.pdf",
        content(pdf(CATALOGUE, ONE_PAGE)),
        "is broken",
        OPEN_ANEW,
    ),
    (
        "a PDF as wide as a street",
        "a.pdf",
        content(pdf(CATALOGUE, ONE_PAGE, page(90_000_000, 1))),
        "too small for a card",
        "take a larger photo",
    ),
    (
        "a folder",
        "a.jpg",
        Path.mkdir,
        "is a link, folder or device, not a file",
        "put the photo itself there",
    ),
    (
        "a link",
        "a.jpg",
        lambda path: path.symlink_to(JPEG),
        "is a link, folder or device",
        "put the photo itself there",
    ),
    (
        "a link to nowhere",
        "a.jpg",
        lambda path: path.symlink_to("/nowhere"),
        "is a link",
        "put the photo itself there",
    ),
    ("a pipe", "a.jpg", os.mkfifo, "is a link, folder or device", "put the photo itself there"),
    ("nothing there", "a.jpg", lambda _: None, "no such file", "check the path"),
]


@pytest.fixture
def read(
    monkeypatch: pytest.MonkeyPatch,
    make_lines: Callable[[Sequence[Placed]], tuple[TextLine, ...]],
    fake_engine: Callable[[Sequence[TextLine]], Engine],
) -> Callable[[Path], tuple[PhotoReading, ...]]:
    engine = fake_engine(make_lines(CARD))
    monkeypatch.setattr(photo, "kept_engine", lambda *_: engine)
    return lambda path: photo.read_photo(
        path, file=path.name, ocr="auto", region=None, languages="eng"
    )


Read = Callable[[Path], tuple[PhotoReading, ...]]


@pytest.mark.parametrize(
    ("name", "make", "pages"),
    [case[1:] for case in READ_ALL_THE_SAME],
    ids=[case[0] for case in READ_ALL_THE_SAME],
)
def test_what_is_odd_is_read_all_the_same(
    tmp_path: Path, read: Read, name: str, make: Make, pages: int
) -> None:
    make(tmp_path / name)
    readings = read(tmp_path / name)
    assert [reading.error for reading in readings] == [None] * pages
    assert all(len(reading.cards) == 1 for reading in readings)


@pytest.mark.parametrize(
    ("name", "make", "reason", "next_step"),
    [case[1:] for case in REFUSED],
    ids=[case[0] for case in REFUSED],
)
def test_what_is_no_photo_is_named_with_reason_and_next_step(
    tmp_path: Path, read: Read, name: str, make: Make, reason: str, next_step: str
) -> None:
    make(tmp_path / name)
    (reading,) = read(tmp_path / name)
    assert reading.cards == ()
    assert reading.error is not None
    assert reason in reading.error
    assert reading.next_step
    assert next_step in reading.next_step
    assert len(reading.error.splitlines()) == 1
    assert str(tmp_path) not in reading.error


def test_a_file_that_may_not_be_read_says_so(
    tmp_path: Path, read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(saved("JPEG"))
    monkeypatch.setattr(os, "access", lambda *_: False)  # to root everything is open
    (reading,) = read(path)
    assert reading.error == "may not be read"
    assert reading.next_step == "give yourself the right to read it"


def test_a_picture_of_text_that_is_no_card_says_nothing_of_anybody(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    make_lines: Callable[[Sequence[Placed]], tuple[TextLine, ...]],
    fake_engine: Callable[[Sequence[TextLine]], Engine],
) -> None:
    sentences = [
        ("Please keep this door closed at all times.", 40, 40, 20),
        ("Thank you for your understanding.", 40, 80, 20),
    ]
    monkeypatch.setattr(photo, "kept_engine", lambda *_: fake_engine(make_lines(sentences)))
    path = tmp_path / "sign.png"
    picture().save(path)
    (reading,) = photo.read_photo(path, file="sign.png", ocr="auto", region=None, languages="eng")
    assert reading.error is None
    assert [card.name for card in reading.cards if card.name] == []
