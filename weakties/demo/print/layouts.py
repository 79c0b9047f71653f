"""The cards of the invented world, front and back."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter
from random import Random
from typing import Final

from PIL import Image

from weakties.demo.print import qr
from weakties.demo.print.catalogue import LAYOUTS, back_of
from weakties.demo.print.decoration import sign
from weakties.demo.print.face import PrintedCard
from weakties.demo.print.layout import Layout
from weakties.demo.print.palettes import PALETTES
from weakties.demo.print.sheet import Sheet, blank
from weakties.demo.print.typesetting import Design, set_blocks, smallest_type

# How many cards have something on the back although all is printed in front.
_PLAIN_BACKS: Final = 0.25
# How many cards with a native name have it in front, not on the back.
_NATIVE_IN_FRONT: Final = 0.5
# Millimetres; 5 points, below which printers print nothing.
_LEGIBLE: Final = 1.76


@dataclass(frozen=True, slots=True)
class Composition:
    """A printed card, each side with the places of its texts."""

    layout: Layout
    front: Sheet
    back: Sheet | None


def house_seed(card: PrintedCard) -> int:
    """Return the seed of a card's design: the same for all cards of a company."""
    house = card.company or card.name
    return int.from_bytes(hashlib.sha256(house.encode()).digest()[:8])


def _suited(card: PrintedCard, random: Random) -> list[Layout]:
    """Return the layouts with a place for what few cards carry: a code, a native name in front."""
    bilingual = card.native_name is not None and random.random() < _NATIVE_IN_FRONT
    with_code = [layout for layout in LAYOUTS if layout.code is not None or not card.qr]
    return [layout for layout in with_code if layout.bilingual == bilingual]


def _printed(layout: Layout, design: Design, card: PrintedCard, random: Random) -> Sheet:
    """Return a side with everything that its layout holds."""
    palette = design.palette
    sheet = blank(layout.size, palette.panel if layout.ground == "panel" else palette.paper)
    for paint in layout.paint:
        paint(sheet, palette)
    if layout.sign:
        colours = [palette.colour(tone, layout.sign_ground) for tone in ("accent", "muted")]
        sign(sheet, layout.sign, (colours[0], colours[1]), random)
    set_blocks(sheet, layout.blocks, card, design)
    if card.qr and layout.code:
        qr.draw(sheet, layout.code, card)
    return sheet


def _design(layout: Layout, random: Random) -> Design:
    display, text = random.choice(layout.faces)
    palette = PALETTES[random.choice(layout.palettes)]
    return Design(palette, display, text, random.choice(layout.labels))


def _legible(layouts: Sequence[Layout], card: PrintedCard, random: Random) -> tuple[Layout, Design]:
    """Return the first drawn layout in which the card's longest values can still be read.

    Where there is none, the one that sets them largest.
    """
    tried = []
    for layout in random.sample(layouts, len(layouts)):
        design = _design(layout, random)
        smallest = smallest_type(layout.blocks, card, design)
        if smallest >= _LEGIBLE:
            return layout, design
        tried.append((smallest, layout, design))
    _, layout, design = max(tried, key=itemgetter(0))
    return layout, design


def compose(
    card: PrintedCard, *, seed: int, layout: Layout | None = None, back: bool = False
) -> Composition:
    """Return a card printed in a layout, or in one that the seed draws from those that suit it.

    With `back`, its back is printed even if the seed would leave it blank.
    """
    random = Random(seed)
    drawn, design = _legible([layout] if layout else _suited(card, random), card, random)
    mark = random.getrandbits(32)
    native = bool(card.native_name or card.native_company) and not drawn.bilingual
    printed_back = None
    if back or native or random.random() < _PLAIN_BACKS:
        printed_back = _printed(back_of(drawn, native=native), design, card, Random(mark))
    return Composition(drawn, _printed(drawn, design, card, Random(mark)), printed_back)


def render(
    card: PrintedCard, *, seed: int, back: bool = False
) -> tuple[Image.Image, Image.Image | None]:
    """Return the flat pictures of a card's front and of its back, if anything is printed there.

    The back has the name and company in their own script where the front lacks them, else the
    sign with the company and its slogan.
    """
    composed = compose(card, seed=seed, back=back)
    return composed.front.image, composed.back.image if composed.back else None
