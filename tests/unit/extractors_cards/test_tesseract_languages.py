"""Which engine reads which language, what is said of one that is missing, two readings joined."""

import shutil

import numpy as np
import pytest

from contacts.errors import UnreadableSourceError
from contacts.readings import TextLine
from extractors import ocr
from extractors.ocr import tesseract
from extractors.ocr.languages import install_line, unread_by_rapidocr
from extractors.ocr.second_reading import joined

_LATIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .@-,")
needs_tesseract = pytest.mark.skipif(not shutil.which("tesseract"), reason="no tesseract here")


def _line(text: str, top: float, confidence: float = 0.95, width: float = 300) -> TextLine:
    quad = ((20.0, top), (20 + width, top), (20 + width, top + 30), (20.0, top + 30))
    return TextLine(text, quad, confidence)


def _texts(first: list[TextLine], second: list[TextLine]) -> list[str]:
    return [line.text for line in joined(first, second, _LATIN)]


def test_a_line_the_first_reader_left_out_comes_from_the_second() -> None:
    first = [_line("ivan@example.org", 100)]
    second = [_line("Иван Петров", 40), _line("ivan@exarnple.org", 100)]
    assert _texts(first, second) == ["Иван Петров", "ivan@example.org"]


def test_a_line_read_in_part_is_replaced() -> None:
    assert _texts([_line("Nguyn Th Hnh", 40)], [_line("Nguyễn Thị Hạnh", 42)]) == [
        "Nguyễn Thị Hạnh"
    ]


def test_latin_taken_for_cyrillic_is_not_believed() -> None:
    assert _texts([_line("CEO", 40)], [_line("СЕО", 40)]) == ["CEO"]


def test_an_unsure_second_reading_is_not_taken() -> None:
    assert _texts([], [_line("Иван", 40, confidence=0.4)]) == []


def test_a_second_reading_in_known_letters_changes_nothing() -> None:
    first = [_line("lower", 200), _line("upper", 40)]
    assert _texts(first, [_line("Upper and more", 40), _line("Other", 300)]) == ["lower", "upper"]


@pytest.mark.parametrize("code", ["rus", "ell", "ara", "heb", "kor", "hin", "tha", "vie"])
def test_a_language_outside_its_alphabet_is_not_for_rapidocr(code: str) -> None:
    assert unread_by_rapidocr(f"eng+{code}+{code}") == (code,)


@pytest.mark.parametrize("code", ["eng", "deu", "pol", "tur", "ces", "jpn", "chi_sim", "chi_tra"])
def test_a_language_of_its_alphabet_is_for_rapidocr(code: str) -> None:
    assert unread_by_rapidocr(code) == ()


def test_the_install_line_names_the_package() -> None:
    assert "tesseract-ocr-uzb-cyrl" in install_line("uzb_cyrl")


@needs_tesseract
def test_a_missing_language_is_a_warning_with_its_install_line(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(tesseract, "installed_languages", lambda: frozenset({"eng"}))
    (warning,) = ocr.language_warnings("auto", "eng+rus")
    assert "'rus'" in warning
    assert install_line("rus") in warning
    assert ocr.language_warnings("auto", "eng+deu") == ()
    assert len(ocr.language_warnings("tesseract", "eng+deu+rus")) == 2
    assert "--ocr auto" in ocr.language_warnings("rapidocr", "rus")[0]


@needs_tesseract
def test_a_language_tesseract_has_and_rapidocr_lacks_is_part_of_the_version(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    alone = ocr.engine_version("auto", "eng")
    monkeypatch.setattr(tesseract, "installed_languages", lambda: frozenset({"eng", "rus"}))
    assert ocr.engine_version("auto", "eng+deu") == alone
    both = ocr.engine_version("auto", "eng+rus")
    assert both.startswith(f"{alone} and tesseract")
    assert "eng+rus" in both


@needs_tesseract
def test_a_page_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tesseract, "_TIMEOUT_SECONDS", 0.02)
    noise = np.random.default_rng(3).integers(0, 255, (900, 1600, 3), dtype=np.uint8)
    with pytest.raises(UnreadableSourceError, match="timeout"):
        tesseract.TesseractEngine("eng").read(noise)
