"""Photo → lines of text. Each engine has one module, its only caller; all speak `TextLine`."""

import shutil
from importlib.util import find_spec
from typing import Literal, Protocol

from contacts.readings import TextLine
from extractors.ocr.languages import INSTALL_TESSERACT, codes, install_line, unread_by_rapidocr
from extractors.ocr.rapid_options import rapid_version
from extractors.ocr.second_reading import TwoReaders, both_versions
from extractors.picture import Pixels

EngineName = Literal["auto", "rapidocr", "tesseract"]


class Engine(Protocol):
    """Reads the lines of one card."""

    @property
    def name(self) -> str:
        """What the user calls it."""
        ...

    @property
    def version(self) -> str:
        """Changes whenever the same pixels may give other text: package, models, options."""
        ...

    def read(self, card: Pixels) -> tuple[TextLine, ...]:
        """Return the lines on a card, each with its corners in the order of its text."""
        ...


def open_engine(name: EngineName, languages: str) -> Engine:
    """Return an engine; `auto` is RapidOCR, else Tesseract. `languages` as `eng+deu`.

    Where `auto` is asked for a language that RapidOCR's model cannot read and Tesseract can, both
    read every card and the lines are joined.

    Raises:
        MissingToolError: the engine is not installed.
    """
    if chosen_engine(name) == "tesseract":
        return _tesseract(languages)
    from extractors.ocr.rapid import RapidEngine  # noqa: PLC0415  (its libraries take 0.4 s)

    if _needs_second_reader(name, languages):
        return TwoReaders(RapidEngine(), _tesseract(languages))
    return RapidEngine()


def chosen_engine(name: EngineName) -> Literal["rapidocr", "tesseract"]:
    """Return which engine a setting stands for on this machine."""
    if name != "auto":
        return name
    return "rapidocr" if find_spec("rapidocr") and find_spec("onnxruntime") else "tesseract"


def engine_version(name: EngineName, languages: str) -> str:
    """Return the version of an engine without loading its models.

    Raises:
        MissingToolError: the engine is not installed.
    """
    if chosen_engine(name) == "tesseract":
        return _tesseract(languages).version
    if _needs_second_reader(name, languages):
        return both_versions(rapid_version(), _tesseract(languages).version)
    return rapid_version()


def language_warnings(name: EngineName, languages: str) -> tuple[str, ...]:
    """Return a line for each language asked for that cards are read without, and its remedy."""
    unread = unread_by_rapidocr(languages)
    if name == "rapidocr":
        remedy = "use --ocr auto, which asks tesseract"
        return tuple(f"rapidocr does not read {code!r} ({remedy})" for code in unread)
    wanted = codes(languages) if chosen_engine(name) == "tesseract" else unread
    if not wanted:
        return ()
    if not shutil.which("tesseract"):
        return (f"tesseract is missing, which would read {'+'.join(wanted)} ({INSTALL_TESSERACT})",)
    missing = [code for code in wanted if code not in _installed()]
    return tuple(
        f"tesseract has no {code!r}, reading without it ({install_line(code)})" for code in missing
    )


def _needs_second_reader(name: EngineName, languages: str) -> bool:
    """Return whether Tesseract has a language asked for that RapidOCR lacks."""
    unread = unread_by_rapidocr(languages) if name == "auto" else ()
    return bool(unread and shutil.which("tesseract") and not _installed().isdisjoint(unread))


def _tesseract(languages: str) -> Engine:
    from extractors.ocr.tesseract import TesseractEngine  # noqa: PLC0415  (it brings pandas along)

    return TesseractEngine(languages)


def _installed() -> frozenset[str]:
    from extractors.ocr.tesseract import installed_languages  # noqa: PLC0415  (likewise)

    return installed_languages()
