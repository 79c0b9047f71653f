"""The commands around cards, and `undo`, with an engine that says what it is told."""

import json
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import Result
from PIL import Image
from typer.testing import CliRunner

import store
from contacts.errors import UnreadableSourceError, UsageError
from contacts.identifiers import card_id
from contacts.readings import TextLine
from contacts.sources import SourceFile, SourceKind
from extractors import photo
from extractors.card_records import extraction
from weakties.cli import app

# The keys that door 1 promises of a photo and of a card.
PHOTO_KEYS = {"file", "page", "engine", "seconds", "cards", "error"}
CARD_KEYS = {
    *("name", "title", "company", "phones", "emails", "urls", "address"),
    *("confidence", "box", "needs_review"),
}
PARTS_KEYS = {"name_parts", "country", "languages", "scripts", "disagreements", "address_lines"}
SHA256 = "a" * 64


class Engine:
    name = "fake"
    version = "fake 1"

    def __init__(self, texts: Sequence[str]) -> None:
        self.texts = texts

    def read(self, _: object) -> tuple[TextLine, ...]:
        return tuple(
            TextLine(text, ((60, top), (460, top), (460, top + 30), (60, top + 30)), 0.98)
            for top, text in zip(range(40, 900, 60), self.texts, strict=False)
        )


def speak(monkeypatch: pytest.MonkeyPatch, *texts: str) -> None:
    monkeypatch.setattr(photo, "kept_engine", lambda *_: Engine(texts))


@pytest.fixture(autouse=True)
def _engine(monkeypatch: pytest.MonkeyPatch) -> None:
    speak(monkeypatch, "Ada Example", "Managing Director", "Acme Engines Ltd", "ada@acme.org")


@pytest.fixture
def card(tmp_path: Path) -> Path:
    path = tmp_path / "card.png"
    Image.new("RGB", (600, 400), "white").save(path)
    return path


@pytest.fixture
def home(tmp_path: Path, card: Path) -> Path:
    root = tmp_path / "home"
    (root / "inbox" / "cards").mkdir(parents=True)
    names = ("cards/card.png",)
    readings = photo.read_photo(card, file="card", ocr="auto", region=None, languages="eng")
    url = f"sqlite:///{root}/weakties.db"
    with closing(store.Database.open(url)) as database, database.write() as tx:
        store.sources.note(tx, [SourceFile(SHA256, SourceKind.CARD_PHOTO, 9, names)])
        store.records.write(tx, SHA256, extraction(readings, SHA256, names))
    return root


def weakties(*words: object) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


def test_what_is_read_has_the_promised_keys(card: Path) -> None:
    told = weakties("cards", "read", card, "--json")
    assert told.exit_code == 0, told.output
    (line,) = told.stdout.splitlines()
    reading = json.loads(line)
    assert set(reading) >= PHOTO_KEYS
    assert set(reading["cards"][0]) >= CARD_KEYS | PARTS_KEYS
    assert reading["cards"][0]["name_parts"]["family"] == "Example"


def test_a_file_name_that_is_no_text_is_spelled_out(tmp_path: Path) -> None:
    told = weakties("cards", "read", f"{tmp_path}/b\udcffd.jpg", "--json")
    assert json.loads(told.stdout)["file"].endswith("b\\udcffd.jpg")
    assert told.exit_code == 3


def test_a_picture_of_what_was_read_is_written_for_its_owner_alone(
    card: Path, tmp_path: Path
) -> None:
    out = tmp_path / "seen.png"
    told = weakties("cards", "show", card, "--out", out)
    assert told.stdout.strip() == str(out)
    assert out.stat().st_mode & 0o077 == 0
    with Image.open(out) as drawing:
        assert drawing.format == "PNG"
        assert drawing.width > 600


def test_nothing_is_written_over_unless_told_so(card: Path, tmp_path: Path) -> None:
    out = tmp_path / "seen.png"
    out.write_text("mine")
    told = weakties("cards", "show", card, "--out", out)
    assert isinstance(told.exception, UsageError)
    assert "--force" in str(told.exception)
    assert out.read_text() == "mine"
    assert weakties("cards", "show", card, "--out", out, "--force").exit_code == 0
    assert out.read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("out", "words"),
    [
        ("seen.jpg", "is no name of a PNG"),
        ("nowhere/seen.png", "is no folder"),
        ("card.png", "is the photo itself"),
        ("home.png", "is there already"),
    ],
)
def test_a_place_that_will_not_do_is_said_before_anything_is_read(
    card: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, out: str, words: str
) -> None:
    (tmp_path / "home.png").mkdir()
    monkeypatch.setattr(photo, "kept_engine", lambda *_: pytest.fail("it was read"))
    told = weakties("cards", "show", card, "--out", tmp_path / out, "--force")
    assert words in str(told.exception)
    assert card.read_bytes().startswith(b"\x89PNG")


def test_a_page_can_be_chosen(tmp_path: Path) -> None:
    pages, out = tmp_path / "cards.tiff", tmp_path / "seen.png"
    first, second = Image.new("RGB", (600, 400)), Image.new("RGB", (300, 400))
    first.save(pages, save_all=True, append_images=[second])
    assert weakties("cards", "show", pages, "--out", out, "--page", 2).exit_code == 0
    told = weakties("cards", "show", pages, "--out", out, "--force", "--page", 3)
    assert "has 2 pages" in str(told.exception)


def test_a_photo_without_a_card_is_drawn_and_said(
    card: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    speak(monkeypatch)
    told = weakties("cards", "show", card, "--out", tmp_path / "seen.png")
    assert told.exit_code == 0
    assert "no card was found" in told.stderr
    assert (tmp_path / "seen.png").exists()


def test_what_is_no_photo_cannot_be_drawn(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    path.write_text("no photo")
    told = weakties("cards", "show", path, "--out", tmp_path / "seen.png")
    assert isinstance(told.exception, UnreadableSourceError)
    assert not (tmp_path / "seen.png").exists()


def test_a_correction_is_said_with_what_was_before_and_how_to_undo_it(home: Path) -> None:
    told = weakties("--home", home, "cards", "correct", "card.png", "title", "Chief", "Engineer")
    assert told.exit_code == 0, told.output
    assert f"{card_id(SHA256, 1)}, title: Managing Director -> Chief Engineer" in told.stderr
    assert "weakties undo 1" in told.stderr
    listed = weakties("--home", home, "undo", "--list", "--json")
    (act,) = json.loads(listed.stdout)
    assert act["words"] == f"the title of Ada Example ({card_id(SHA256, 1)}) is Chief Engineer"


def test_undo_says_in_words_what_it_took_back(home: Path) -> None:
    weakties("--home", home, "cards", "correct", "card.png", "email", "a@b.org")
    before = weakties("--home", home, "dump").stdout
    told = weakties("--home", home, "undo")
    assert "Taken back: the email of Ada Example" in told.stderr
    assert "weakties undo 2" in told.stderr
    assert weakties("--home", home, "dump").stdout != before
    assert weakties("--home", home, "undo", 2, "--json").exit_code == 0
    assert weakties("--home", home, "dump").stdout == before


def test_there_may_be_nothing_to_undo(home: Path) -> None:
    assert isinstance(weakties("--home", home, "undo").exception, UsageError)
    told = weakties("--home", home, "undo", "--list")
    assert (told.exit_code, told.stdout) == (0, "")


def test_a_photo_that_is_gone_is_not_read_again(home: Path) -> None:
    told = weakties("--home", home, "cards", "reread", "--all", "--json")
    assert told.exit_code == 0, told.output
    answer = json.loads(told.stdout)
    assert (answer["photos"], answer["absent"]) == ([], ["cards/card.png"])
    assert "1 photo is no longer in the inbox" in told.stderr


def test_all_and_one_cannot_both_be_read_again(home: Path) -> None:
    told = weakties("--home", home, "cards", "reread", "--all", "--file", "card.png")
    assert isinstance(told.exception, UsageError)
