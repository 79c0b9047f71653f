"""The fields of a card in the order in which they are shown, each with its name and colour."""

from typing import Final, NamedTuple

Colour = tuple[int, int, int]

PAPER: Final = (244, 243, 239)
CARD: Final = (255, 255, 255)
INK: Final = (28, 33, 38)
MUTED: Final = (104, 111, 118)
RULE: Final = (226, 225, 220)
WARNING: Final = (176, 82, 0)
NO_FIELD: Final = (120, 124, 130)


class Field(NamedTuple):
    """A field: what it is called in a reading and on the drawing, and its colour."""

    name: str
    label: str
    colour: Colour


# Dark enough for white letters (4.5 to 1), and apart for the colour-blind by lightness and label.
FIELDS: Final = (
    Field("name", "name", (0, 92, 175)),
    Field("title", "title", (138, 63, 172)),
    Field("department", "department", (92, 74, 160)),
    Field("company", "company", (0, 112, 86)),
    Field("phones", "phone", (176, 74, 0)),
    Field("emails", "e-mail", (178, 24, 66)),
    Field("urls", "web", (0, 112, 138)),
    Field("address", "address", (110, 86, 20)),
)
