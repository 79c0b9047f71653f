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
class PersonName:
    """A printed name in its parts, each as printed; empty where the card does not tell."""

    given: str = ""
    family: str = ""
    honorific: str = ""  # before it: Dr., Prof.
    degrees: tuple[str, ...] = ()  # behind it: PhD, MBA


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A field whose QR code says otherwise than its print; the code's value is the one taken."""

    field: str
    printed: str
    encoded: str


@dataclass(frozen=True, slots=True)
class CardReading:
    """One card: its fields, how sure each is, and where on the photo it lies.

    `name` is without honorific and degrees, which `name_parts` has; `title` is without the
    department; `phones` are voice numbers as printed, `phones_typed` all numbers; `address` is the
    first office in one line, `address_lines` the same line by line, `country` its two letters.
    `languages` (ISO 639-1) and `scripts` (ISO 15924) come with the most text first. `confidence`
    has a key for each field that was found, a list's is its least sure value's; `field_lines` says
    which of the photo's lines each was read on.
    """

    name: str | None = None
    name_parts: PersonName | None = None
    title: str | None = None
    department: str | None = None
    company: str | None = None
    phones: tuple[str, ...] = ()
    phones_typed: tuple[TypedPhone, ...] = ()
    emails: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    address: str | None = None
    address_lines: tuple[str, ...] = ()
    country: str | None = None
    languages: tuple[str, ...] = ()
    scripts: tuple[str, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    field_lines: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    confidence: Mapping[str, float] = field(default_factory=dict)
    box: Quad | None = None
    needs_review: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PhotoReading:
    """What was read on one photo, or on one page of a PDF or TIFF (from 1; None for a photo).

    `taken_at` is the camera's own local time, None where it is absent or a camera's epoch,
    `taken_where` latitude and longitude in degrees, north and east positive. `crops`
    are the upright cards as JPEG without metadata, one for each card. `error` says in one line why
    nothing could be read, `next_step` what to do about it.
    """

    file: str
    engine: str
    seconds: float
    cards: tuple[CardReading, ...] = ()
    page: int | None = None
    taken_at: datetime | None = None
    taken_where: tuple[float, float] | None = None
    crops: tuple[bytes, ...] = ()
    lines: tuple[TextLine, ...] = ()
    error: str | None = None
    next_step: str = ""
