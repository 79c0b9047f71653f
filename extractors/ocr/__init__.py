"""Photo → lines of text. Each engine has one module, its only caller; all speak `TextLine`."""

from importlib.util import find_spec
from typing import Literal, Protocol

from contacts.readings import TextLine
from extractors.ocr.rapid_options import rapid_version
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

    Raises:
        MissingToolError: the engine is not installed.
    """
    if chosen_engine(name) == "tesseract":
        from extractors.ocr.tesseract import TesseractEngine  # noqa: PLC0415  (one engine alone)

        return TesseractEngine(languages)
    from extractors.ocr.rapid import RapidEngine  # noqa: PLC0415  (its libraries take 0.4 s)

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
    if chosen_engine(name) == "rapidocr":
        return rapid_version()
    return open_engine("tesseract", languages).version


def missing_languages(name: EngineName, languages: str) -> tuple[str, ...]:
    """Return the languages asked for that the engine reads without; RapidOCR needs no files."""
    if chosen_engine(name) == "rapidocr":
        return ()
    from extractors.ocr.tesseract import split_languages  # noqa: PLC0415  (one engine alone)

    return split_languages(languages)[1]
