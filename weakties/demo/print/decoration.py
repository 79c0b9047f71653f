"""What a card carries beside its text: panels, gradients, rules, frames and the house's sign."""

import math
from collections.abc import Callable
from random import Random
from typing import Final

from PIL import Image, ImageDraw

from weakties.demo.print.palettes import Ground, Palette
from weakties.demo.print.sheet import PIXELS_PER_MM, Area, Sheet

Painter = Callable[[Sheet, Palette], None]
# Signs are drawn larger and reduced, for PIL draws shapes without smoothing.
_SMOOTHING: Final = 3


def panel(area: Area) -> Painter:
    """Return a painter of a plain coloured panel."""

    def paint(sheet: Sheet, palette: Palette) -> None:
        sheet.draw.rectangle(area.pixels, fill=palette.panel)

    return paint


def gradient(area: Area, *, upright: bool = False) -> Painter:
    """Return a painter of a panel that runs into its shade, to the right or downwards."""

    def paint(sheet: Sheet, palette: Palette) -> None:
        left, top, right, bottom = area.pixels
        ramp = Image.linear_gradient("L")
        ramp = (ramp if upright else ramp.rotate(90)).resize((right - left, bottom - top))
        shade = Image.new("RGB", ramp.size, palette.shade)
        sheet.image.paste(
            Image.composite(shade, Image.new("RGB", ramp.size, palette.panel), ramp), (left, top)
        )

    return paint


def rule(area: Area) -> Painter:
    """Return a painter of a thin line or bar in the accent colour of the paper."""

    def paint(sheet: Sheet, palette: Palette) -> None:
        sheet.draw.rectangle(area.pixels, fill=palette.accent)

    return paint


def frame(inset: float, ground: Ground = "paper") -> Painter:
    """Return a painter of a line around the card, `inset` millimetres from its edge."""

    def paint(sheet: Sheet, palette: Palette) -> None:
        whole = sheet.area
        area = Area(inset, inset, whole.right - inset, whole.bottom - inset)
        colour = palette.colour("accent", ground)
        sheet.draw.rectangle(area.pixels, outline=colour, width=4)

    return paint


def wedge(*corners: tuple[float, float]) -> Painter:
    """Return a painter of a panel with these corners, in millimetres."""

    def paint(sheet: Sheet, palette: Palette) -> None:
        points = [(round(x * PIXELS_PER_MM), round(y * PIXELS_PER_MM)) for x, y in corners]
        sheet.draw.polygon(points, fill=palette.panel)

    return paint


def _rings(draw: ImageDraw.ImageDraw, size: int, first: str, second: str) -> None:
    width = size // 9
    draw.ellipse((0, size * 0.2, size * 0.62, size * 0.82), outline=first, width=width)
    draw.ellipse((size * 0.38, size * 0.2, size, size * 0.82), outline=second, width=width)


def _bars(draw: ImageDraw.ImageDraw, size: int, first: str, second: str) -> None:
    for index, height in enumerate((0.45, 0.75, 1.0)):
        left = size * (0.06 + index * 0.32)
        colour = second if index == 1 else first
        draw.rectangle((left, size * (1 - height), left + size * 0.24, size - 1), fill=colour)


def _hexagon(draw: ImageDraw.ImageDraw, size: int, first: str, second: str) -> None:
    draw.regular_polygon((size / 2, size / 2, size / 2 - 1), 6, fill=first)
    draw.regular_polygon((size / 2, size / 2, size * 0.22), 6, rotation=30, fill=second)


def _leaf(draw: ImageDraw.ImageDraw, size: int, first: str, second: str) -> None:
    draw.pieslice((size * 0.1, -size * 0.8, size * 1.9, size), 90, 180, fill=first)
    draw.pieslice((-size * 0.6, size * 0.4, size * 0.6, size * 1.6), 270, 360, fill=second)


def _star(draw: ImageDraw.ImageDraw, size: int, first: str, second: str) -> None:
    middle = size / 2
    points = [
        (
            middle + math.cos(math.pi * turn / 8) * middle * (1.0 if turn % 2 else 0.42),
            middle + math.sin(math.pi * turn / 8) * middle * (1.0 if turn % 2 else 0.42),
        )
        for turn in range(16)
    ]
    draw.polygon(points, fill=first)
    draw.ellipse((middle * 0.75, middle * 0.75, middle * 1.25, middle * 1.25), fill=second)


def _peaks(draw: ImageDraw.ImageDraw, size: int, first: str, second: str) -> None:
    draw.polygon(((0, size), (size * 0.4, size * 0.1), (size * 0.8, size)), fill=first)
    draw.polygon(((size * 0.4, size), (size * 0.7, size * 0.4), (size, size)), fill=second)


_SIGNS: Final = (_rings, _bars, _hexagon, _leaf, _star, _peaks)


def sign(sheet: Sheet, area: Area, colours: tuple[str, str], random: Random) -> None:
    """Draw a house's sign in the middle of an area, and note its place."""
    side = min(area.width, area.height)
    left = area.left + (area.width - side) / 2
    top = area.top + (area.height - side) / 2
    pixels = round(side * PIXELS_PER_MM)
    large = Image.new("RGBA", (pixels * _SMOOTHING, pixels * _SMOOTHING), f"{colours[0]}00")
    random.choice(_SIGNS)(ImageDraw.Draw(large), pixels * _SMOOTHING, *colours)
    small = large.resize((pixels, pixels), Image.Resampling.LANCZOS)
    placed = Area(left, top, left + side, top + side)
    sheet.image.paste(small, placed.pixels[:2], small)
    sheet.mark("sign", placed)
