"""From a photo file to readings and records, with an engine that says what it is told."""

import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest
from PIL import ExifTags, Image
from typer.testing import CliRunner

from contacts.claims import Property
from contacts.identifiers import card_id
from contacts.readings import CardReading, PhotoReading, TextLine, TypedPhone
from extractors import photo
from extractors.card.sides import are_sides, paired, sides_joined
from extractors.card_records import events, extraction
from extractors.ocr import Engine
from weakties.cli.cards import app

Placed = tuple[str, float, float, float]  # text, left, top, height
MakeLines = Callable[[Sequence[Placed]], tuple[TextLine, ...]]
FakeEngine = Callable[[Sequence[TextLine]], Engine]
LINES = [
    ("Acme Engines Ltd", 60, 40, 40),
    ("Ada Example", 60, 140, 34),
    ("Managing Director", 60, 180, 26),
    ("ada.example@acme-engines.org", 60, 300, 26),
    ("Mobile +44 7911 123456", 60, 330, 26),
]


@pytest.fixture
def _engine(
    monkeypatch: pytest.MonkeyPatch, make_lines: MakeLines, fake_engine: FakeEngine
) -> None:
    engine = fake_engine(make_lines(LINES))
    monkeypatch.setattr(photo, "kept_engine", lambda *_: engine)


@pytest.fixture
def card_photo(tmp_path: Path) -> Path:
    path = tmp_path / "card.jpg"
    exif = Image.Exif()
    exif[ExifTags.Base.DateTime] = "2024:06:05 12:30:00"
    Image.new("RGB", (900, 500), "white").save(path, exif=exif)
    return path


def _read(path: Path) -> tuple[PhotoReading, ...]:
    return photo.read_photo(path, file=path.name, ocr="auto", region=None, languages="eng")


@pytest.mark.usefixtures("_engine")
def test_a_photo_is_one_reading(card_photo: Path) -> None:
    (reading,) = _read(card_photo)
    (card,) = reading.cards
    assert (card.name, card.company) == ("Ada Example", "Acme Engines Ltd")
    assert reading.error is None
    assert card.box == ((0, 0), (900, 0), (900, 500), (0, 500))
    assert reading.lines[0].quad[0] == (60, 40)


@pytest.mark.usefixtures("_engine")
def test_a_crop_has_no_metadata(card_photo: Path) -> None:
    crop = _read(card_photo)[0].crops[0]
    assert crop.startswith(b"\xff\xd8")
    assert b"Exif" not in crop


@pytest.mark.usefixtures("_engine")
def test_a_bad_file_is_a_reading_with_an_error(tmp_path: Path) -> None:
    path = tmp_path / "bad.jpg"
    path.write_text("no photo")
    (reading,) = _read(path)
    assert reading.cards == ()
    assert reading.error == "is no photo"
    assert reading.next_step == "use a JPEG, PNG, WebP, TIFF, HEIC or PDF file"


def test_a_photo_on_which_memory_ends_is_a_reading_with_an_error(
    monkeypatch: pytest.MonkeyPatch, card_photo: Path, fake_engine: FakeEngine
) -> None:
    engine = fake_engine(())
    monkeypatch.setattr(engine, "read", lambda _: bytearray(1 << 62))
    monkeypatch.setattr(photo, "kept_engine", lambda *_: engine)
    (reading,) = _read(card_photo)
    assert reading.error == "cannot be worked on: it takes more memory than there is"
    assert reading.next_step == "make it smaller"


def test_a_picture_without_text_has_no_card(
    monkeypatch: pytest.MonkeyPatch, card_photo: Path, fake_engine: FakeEngine
) -> None:
    monkeypatch.setattr(photo, "kept_engine", lambda *_: fake_engine(()))
    (reading,) = _read(card_photo)
    assert (reading.cards, reading.error) == ((), None)
    told = extraction([reading], "0" * 64, ("cards/card.jpg",))
    assert [notice.kind for notice in told.notices] == ["no_card"]
    assert told.observations.empty


@pytest.mark.usefixtures("_engine")
def test_a_photo_becomes_a_record_with_its_event(card_photo: Path) -> None:
    names = ("cards/PyCon 2026/card.jpg", "cards/again.jpg")
    told = extraction(_read(card_photo), "a" * 64, names)
    assert list(told.observations["record_id"]) == [card_id("a" * 64, 1)]
    claims = {(row.property, row.value, row.kind) for row in told.claims.itertuples()}
    assert (Property.NAME, "Ada Example", "") in claims
    assert (Property.PHONE, "+447911123456", "mobile") in claims
    assert (Property.EVENT, "PyCon 2026", "") in claims
    (received,) = told.interactions.itertuples()
    assert (received.kind, received.direction, received.on) == ("card", "both", "2024-06-05")
    assert json.loads(told.observations["raw"][0])["name"] == "Ada Example"
    assert list(told.crops) == [card_id("a" * 64, 1)]
    assert told.version.endswith("fake 1")


def test_pages_count_their_cards_through() -> None:
    card = CardReading(name="Ada Example", confidence={"name": 1.0})
    pages = [
        PhotoReading("a.pdf", "fake 1", 0.1, cards=(card,), page=page, crops=(b"x",))
        for page in (1, 2)
    ]
    broken = PhotoReading("a.pdf", "fake 1", 0.1, page=3, error="is broken")
    told = extraction([*pages, broken], "b" * 64, ("cards/a.pdf",))
    assert list(told.observations["locator"]) == ["card 1", "card 2"]
    assert (told.read, len(told.rejected), told.rejected[0].line) == (3, 1, 3)


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("cards/a.jpg",), ()),
        (("cards/Fair/a.jpg", "cards/Fair/b.jpg"), ("Fair",)),
        (("cards/2026/Fair/a.jpg",), ("2026/Fair",)),
        (("elsewhere/a.jpg",), ()),
    ],
)
def test_the_folder_below_cards_is_the_event(
    names: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    assert events(names) == expected


FRONT = CardReading(name="Ada Example", company="Acme", emails=("ada@acme.org",))


@pytest.mark.parametrize(
    ("back", "same"),
    [
        (CardReading(name="Ada Example"), True),
        (CardReading(urls=("www.acme.org",)), True),
        (CardReading(company="ACME"), True),
        (CardReading(name="示例 花子", emails=("ada@acme.org",)), True),
        (CardReading(name="Bea Other", emails=("bea@acme.org",)), False),
        (CardReading(name="示例 花子", emails=("hanako@acme.org",)), False),
        (CardReading(company="Other"), False),
        (CardReading(), False),
    ],
)
def test_two_sides_agree_on_somebody(back: CardReading, *, same: bool) -> None:
    assert are_sides(FRONT, back) is are_sides(back, FRONT) is same


def test_the_back_fills_what_the_front_lacks() -> None:
    back = CardReading(
        urls=("www.acme.org",),
        phones=("1234567",),
        phones_typed=(TypedPhone("1234567", "work", None),),
    )
    joined, gone = sides_joined([back, FRONT])
    assert gone is None
    assert joined is not None
    assert (joined.name, joined.phones) == ("Ada Example", ("1234567",))


def _side(file: str, card: CardReading) -> PhotoReading:
    return PhotoReading(file, "fake 1", 0.1, cards=(card,))


def test_only_photos_in_a_row_are_paired() -> None:
    back, other = CardReading(urls=("acme.org",)), CardReading(name="Bea Other")
    photos = [_side("a", FRONT), _side("b", back), _side("c", other), _side("d", back)]
    assert [partner for _, partner in paired(photos)] == ["b", "a", None, None]


@pytest.mark.usefixtures("_engine")
def test_the_door_gives_one_json_line_a_photo(card_photo: Path) -> None:
    told = CliRunner().invoke(app, ["read", str(card_photo), "--json"])
    assert told.exit_code == 0
    line = json.loads(told.stdout)
    assert line["file"] == str(card_photo)
    assert line["error"] is None
    assert line["cards"][0]["emails"] == ["ada.example@acme-engines.org"]
    assert set(line["cards"][0]["confidence"]) == {"name", "title", "company", "phones", "emails"}


@pytest.mark.usefixtures("_engine")
def test_the_door_ends_with_3_if_all_failed(tmp_path: Path) -> None:
    told = CliRunner().invoke(app, ["read", str(tmp_path / "none.jpg"), "--json"])
    assert told.exit_code == 3
    assert json.loads(told.stdout)["cards"] == []
    assert re.search(r"no such file", told.stderr)


@pytest.mark.usefixtures("_engine")
def test_people_get_a_table(card_photo: Path) -> None:
    told = CliRunner().invoke(app, ["read", str(card_photo)])
    assert "Ada Example" in told.stdout
    assert not told.stdout.startswith("{")


def test_a_quad_of_a_cut_out_card_lies_on_the_photo(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, make_lines: MakeLines, fake_engine: FakeEngine
) -> None:
    engine = fake_engine(make_lines([("Ada Example", 20, 20, 30)]))
    monkeypatch.setattr(photo, "kept_engine", lambda *_: engine)
    pixels = np.full((900, 1200, 3), 60, np.uint8)
    pixels[300:600, 400:900] = 235
    path = tmp_path / "table.png"
    Image.fromarray(pixels).save(path)
    (reading,) = _read(path)
    x, y = reading.lines[0].quad[0]
    assert (x, y) == (pytest.approx(420, abs=8), pytest.approx(320, abs=8))
