"""What was read, a panel a card: each field with its colour, its values and how sure they are."""

from collections.abc import Sequence
from typing import Final

from PIL import Image, ImageDraw

from contacts.readings import CardReading, PhotoReading
from exporters.annotated.colours import CARD, INK, MUTED, PAPER, RULE, WARNING
from exporters.annotated.lettering import Faces, Lettering
from exporters.annotated.marks import BADGE, draw_badge
from exporters.annotated.rows import Row, about, rows

NO_CARD: Final = "No card was found on this picture."
_PAD: Final = 24
_HEAD: Final = 84  # height of a panel's heading
_LABEL_WIDTH: Final = 136
_SURE_WIDTH: Final = 128
_BAR_WIDTH: Final = 56
_GAP: Final = 18  # between panels
_ROW_GAP: Final = 9
_TEXT: Final = 20  # pixels to the em
_SMALL: Final = 16
_TITLE: Final = 25
_STEP: Final = 27  # from one base line to the next
_MOST: Final = 12  # values of a field; more is no card
_SMALL_STEP: Final = 22


def panels(reading: PhotoReading, width: int, faces: Faces) -> Image.Image:
    """Return the panels of a photo, one below the other, and what is to be said of the whole."""
    drawn = [_panel(card, number, width, faces) for number, card in enumerate(reading.cards, 1)]
    drawn = drawn or [_without_card(width, faces)]
    drawn.append(_note(about(reading), width, faces))
    sheet = Image.new("RGB", (width, sum(one.height + _GAP for one in drawn) - _GAP), PAPER)
    top = 0
    for one in drawn:
        sheet.paste(one, (0, top))
        top += one.height + _GAP
    return sheet


def _empty(width: int, height: int) -> Image.Image:
    panel = Image.new("RGB", (width, height), PAPER)
    corners = (0, 0, width - 1, height - 1)
    ImageDraw.Draw(panel).rounded_rectangle(corners, 14, fill=CARD, outline=RULE, width=2)
    return panel


def _without_card(width: int, faces: Faces) -> Image.Image:
    panel = _empty(width, _HEAD)
    Lettering(faces.bold, _TITLE).draw(ImageDraw.Draw(panel), (_PAD, _HEAD - 34), NO_CARD, INK)
    return panel


def _panel(card: CardReading, number: int, width: int, faces: Faces) -> Image.Image:
    letters = Lettering(faces.regular, _TEXT)
    value_width = width - 2 * _PAD - _LABEL_WIDTH - _SURE_WIDTH
    wrapped = [
        (
            row,
            [line for value in row.values[:_MOST] for line in letters.wrapped(value, value_width)],
        )
        for row in rows(card)
    ]
    panel = _empty(width, _HEAD + sum(len(lines) * _STEP + _ROW_GAP for _, lines in wrapped) + 12)
    draw, heading = ImageDraw.Draw(panel), Lettering(faces.bold, _TITLE)
    draw_badge(draw, (_PAD + BADGE, _PAD + BADGE), number, faces)
    left = _PAD + 2 * BADGE + 12
    title = heading.shortened(card.name or card.company or "no name", width - left - _PAD)
    heading.draw(draw, (left, _PAD + BADGE + 9), title, INK)
    top = _HEAD
    for row, lines in wrapped:
        _draw_row(draw, row, lines, top, width, faces)
        top += len(lines) * _STEP + _ROW_GAP
    return panel


def _draw_row(
    draw: ImageDraw.ImageDraw, row: Row, lines: Sequence[str], top: int, width: int, faces: Faces
) -> None:
    small, letters = Lettering(faces.regular, _SMALL), Lettering(faces.regular, _TEXT)
    base = top + _TEXT
    if row.colour:
        draw.rounded_rectangle((_PAD, top + 5, _PAD + 14, top + 19), 3, fill=row.colour)
    small.draw(draw, (_PAD + 24, base), row.label, WARNING if row.warns else MUTED)
    for at, line in enumerate(lines):
        where = (_PAD + _LABEL_WIDTH, base + at * _STEP)
        letters.draw(draw, where, line, WARNING if row.warns else INK)
    if row.sure is not None:
        left = width - _PAD - _SURE_WIDTH + 16
        _draw_sure(draw, row.sure, (left, top), faces, review=row.review)


def _draw_sure(
    draw: ImageDraw.ImageDraw, sure: float, at: tuple[int, int], faces: Faces, *, review: bool
) -> None:
    """Draw how sure a field is, as a bar and a number; one that wants a look has a mark."""
    left, top = at
    ink = WARNING if review else MUTED
    bar = (left, top + 9, left + _BAR_WIDTH, top + 15)
    draw.rounded_rectangle(bar, 3, fill=RULE)
    filled = (left, top + 9, left + max(6, round(_BAR_WIDTH * sure)), top + 15)
    draw.rounded_rectangle(filled, 3, fill=ink)
    small = Lettering(faces.bold if review else faces.regular, _SMALL)
    mark = " ?" if review else ""
    small.draw(draw, (left + _BAR_WIDTH + 8, top + _TEXT), f"{sure:.2f}{mark}", ink)


def _note(lines: Sequence[str], width: int, faces: Faces) -> Image.Image:
    letters = Lettering(faces.regular, _SMALL)
    wrapped = [part for line in lines for part in letters.wrapped(line, width - 2 * _PAD)]
    sheet = Image.new("RGB", (width, len(wrapped) * _SMALL_STEP + 8), PAPER)
    draw = ImageDraw.Draw(sheet)
    for at, line in enumerate(wrapped, start=1):
        letters.draw(draw, (_PAD, at * _SMALL_STEP), line, MUTED)
    return sheet
