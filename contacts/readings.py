"""What an OCR engine sees on a photo, and what is made of it; tied to no engine.

Coordinates are pixels with the origin at the top left corner. Corners run clockwise from the top
left one *of the text* (a line that stands on its head starts at its bottom right).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

Point = tuple[float, float]
Quad = tuple[Point, Point, Point, Point]


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of text as one engine read it; `confidence` 0 to 1."""

    text: str
    quad: Quad
    confidence: float


@dataclass(frozen=True, slots=True)
class TypedPhone:
    """A number as printed, what it is for (`mobile`, `work`, `fax`), and E.164 if valid."""

    printed: str
    kind: str
    e164: str | None


@dataclass(frozen=True, slots=True)
class CardReading:
    """One card: its fields, how sure each is, and where on the photo it lies.

    `name` is without degrees, `title` without the department; `phones` are voice numbers as
    printed, `phones_typed` all numbers; `address` is the first office in one line. `confidence`
    has a key for each field that was found, a list's is its least sure value's.
    """

    name: str | None = None
    title: str | None = None
    department: str | None = None
    company: str | None = None
    phones: tuple[str, ...] = ()
    phones_typed: tuple[TypedPhone, ...] = ()
    emails: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    address: str | None = None
    confidence: Mapping[str, float] = field(default_factory=dict)
    box: Quad | None = None
    needs_review: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PhotoReading:
    """What was read on one photo, or on one page of a PDF or TIFF (from 1; None for a photo).

    `taken_at` is the camera's own local time, None where it is absent or a camera's epoch. `crops`
    are the upright cards as JPEG without metadata, one for each card. `error` says in one line why
    nothing could be read, `next_step` what to do about it.
    """

    file: str
    engine: str
    seconds: float
    cards: tuple[CardReading, ...] = ()
    page: int | None = None
    taken_at: datetime | None = None
    crops: tuple[bytes, ...] = ()
    lines: tuple[TextLine, ...] = ()
    error: str | None = None
    next_step: str = ""
