"""The drawing of what was understood: looked at pixel by pixel where a law is to be seen."""

from datetime import datetime
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from contacts.readings import (
    CardReading,
    Disagreement,
    PersonName,
    PhotoReading,
    Quad,
    TextLine,
    TypedPhone,
)
from exporters.annotated import Faces, annotated
from exporters.annotated.colours import FIELDS, NO_FIELD, Colour
from exporters.annotated.lettering import Lettering
from exporters.annotated.overlay import marked
from exporters.annotated.rows import about, rows
from weakties.demo.print.typefaces import FONTS

LATIN = FONTS / "inter" / "Inter_400Regular.ttf"
JAPANESE = FONTS / "noto-sans-jp" / "NotoSansJP_400Regular.ttf"
FACES = Faces((LATIN, JAPANESE), (LATIN, JAPANESE))
COLOUR = {field.name: field.colour for field in FIELDS}


def box(left: float, top: float, right: float, bottom: float) -> Quad:
    return ((left, top), (right, top), (right, bottom), (left, bottom))


LINES = (
    TextLine("Ada Lind", box(200, 200, 800, 280), 0.9),
    TextLine("ada@example.com", box(200, 400, 800, 460), 0.9),
    TextLine("Since 1899", box(200, 600, 800, 660), 0.9),
)
CARD = CardReading(
    name="Ada Lind",
    name_parts=PersonName("Ada", "Lind", "Dr.", ("PhD", "MBA")),
    emails=("ada@example.com",),
    phones=("1234567",),
    phones_typed=(TypedPhone("1234567", "mobile", None),),
    address="Storgatan 1, Umeå",
    address_lines=("Storgatan 1", "Umeå"),
    country="SE",
    languages=("sv",),
    disagreements=(Disagreement("name", "Ada Lind", "Ada Lindh"),),
    field_lines={"name": (0,), "emails": (1,)},
    confidence={"name": 0.95, "emails": 0.5},
    needs_review=("emails",),
    box=box(100, 100, 1500, 900),
)
READING = PhotoReading("a.jpg", "fake 1", 0.1, cards=(CARD,), lines=LINES)
PHOTO = Image.new("RGB", (1000, 600), "white")  # of a file of 2,000 by 1,200 pixels
SCALE = 2.0


def distance(picture: Image.Image, colour: Colour) -> int:
    """Return how far the pixel that is nearest to a colour is from it, in its farthest channel."""
    found = picture.getcolors(picture.width * picture.height) or ()
    return min(max(abs(a - b) for a, b in zip(seen, colour, strict=True)) for _, seen in found)


def part(picture: Image.Image, line: TextLine) -> Image.Image:
    """Return the left end of what was drawn of a line: its tag is at the other."""
    (left, top), _, (_, bottom), _ = line.quad
    edges = (left / SCALE - 3, top / SCALE - 3, left / SCALE + 6, bottom / SCALE + 3)
    return picture.crop(tuple(map(round, edges)))


def test_a_line_has_the_colour_of_the_field_it_was_read_as() -> None:
    drawn = marked(PHOTO, READING, SCALE, FACES)
    colours = [*COLOUR.values(), NO_FIELD]
    for line, colour in zip(LINES, (COLOUR["name"], COLOUR["emails"], NO_FIELD), strict=True):
        seen = part(drawn, line)
        assert min(colours, key=lambda one: distance(seen, one)) == colour


def test_the_photo_itself_is_left_as_it_was() -> None:
    before = PHOTO.tobytes()
    annotated(READING, PHOTO, SCALE, FACES)
    assert PHOTO.tobytes() == before


@pytest.mark.parametrize("size", [(4000, 3000), (300, 200), (3200, 20), (20, 3200), (1600, 1600)])
def test_a_photo_of_any_size_gives_a_picture_of_a_few_megapixels(size: tuple[int, int]) -> None:
    drawn = annotated(READING, Image.new("RGB", size), 1.0, FACES)
    assert max(drawn.size) < 2600
    assert min(drawn.size) > 250


def test_every_colour_carries_white_letters() -> None:
    def luminance(colour: Colour) -> float:
        parts = [part / 255 for part in colour]
        linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    assert all(1.05 / (luminance(field.colour) + 0.05) >= 4.5 for field in FIELDS)


def test_a_row_tells_value_confidence_and_doubt() -> None:
    shown = {row.label: row for row in rows(CARD)}
    assert shown["name"].values == ("Dr. Ada Lind PhD, MBA",)
    assert (shown["e-mail"].sure, shown["e-mail"].review) == (0.5, True)
    assert shown["phone"].values == ("1234567 (mobile)",)
    assert shown["address"].values == ("Storgatan 1", "Umeå")
    assert shown["name?"].values == ("printed: Ada Lind", "QR code: Ada Lindh")
    assert shown["name?"].warns
    assert shown["written in"].values == ("SE, sv",)


def test_what_is_said_of_the_photo_counts_its_lines() -> None:
    told = about(READING)
    assert told[1] == "lines of text: 3, of them in a field: 2"
    assert told[-1] == "? wants a look"
    later = PhotoReading("a.pdf", "x", 0, page=2, taken_at=datetime(2024, 6, 5, 12, 30))  # noqa: DTZ001 - a camera has no zone
    assert about(later)[0] == "a.pdf, page 2, taken 2024-06-05 12:30"


def test_a_photo_without_a_card_is_drawn_with_its_lines() -> None:
    blank = PhotoReading("a.jpg", "fake 1", 0.1, lines=LINES)
    drawn = annotated(blank, PHOTO, SCALE, FACES)
    assert (
        drawn.tobytes()
        != annotated(PhotoReading("a.jpg", "fake 1", 0.1), PHOTO, SCALE, FACES).tobytes()
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\x1b[31mred\x07",
        "a\nb\tc",
        "\u202eevil",
        "\ud800",
        "🦄" * 300,
        "W" * 5000,
        "‱\u0301",
    ],
)
def test_no_text_breaks_the_drawing(text: str) -> None:
    card = CardReading(
        name=text,
        title=text,
        urls=(text,) * 3,
        country=text,
        confidence={"name": 1.0, "title": 0.0},
        disagreements=(Disagreement(text, text, text),),
    )
    hostile = PhotoReading(text, text, 0.1, cards=(card,))
    assert annotated(hostile, PHOTO, SCALE, FACES).width > PHOTO.width


def test_a_letter_is_set_in_the_first_font_that_has_it() -> None:
    letters = Lettering((LATIN, JAPANESE), 20)
    assert letters.width("a林") == Lettering((LATIN,), 20).width("a") + 20
    assert [face for _, face in letters._runs("a林 ﷽")] == [0, 1, 0, -1]


def test_a_letter_that_no_font_has_is_an_empty_box() -> None:
    sheet = Image.new("RGB", (60, 40), "white")
    Lettering((LATIN,), 20).draw(ImageDraw.Draw(sheet), (10, 30), "林", (0, 0, 0))
    assert sheet.getpixel((20, 18)) == (255, 255, 255)
    assert distance(sheet, (0, 0, 0)) == 0


@pytest.mark.parametrize("text", ["one two three four five six", "a" * 90, "林" * 40, "x " * 40])
def test_wrapped_lines_fit_and_lose_nothing(text: str) -> None:
    letters = Lettering((LATIN, JAPANESE), 20)
    lines = letters.wrapped(text, 200)
    assert all(letters.width(line) <= 200 for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_all_fonts_lie_in_the_project() -> None:
    assert all(Path(path).is_file() for path in (LATIN, JAPANESE))
