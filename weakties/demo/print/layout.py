"""What a layout is, and the items that layouts are made of."""

from dataclasses import dataclass, replace
from typing import Final

from weakties.demo.print.decoration import Painter
from weakties.demo.print.palettes import PALETTES, Ground
from weakties.demo.print.sheet import Area
from weakties.demo.print.typesetting import Block, Item
from weakties.demo.print.wording import Labels

SANS: Final = (("inter", "inter"), ("montserrat", "inter"), ("nunito", "nunito"))
SERIF: Final = (("garamond", "garamond"), ("crimson", "crimson"), ("crimson", "nunito"))
STRONG: Final = (("oswald", "barlow"), ("bitter", "bitter"), ("montserrat", "montserrat"))
ODD: Final = (("jetbrains", "jetbrains"), ("caveat", "nunito"), ("barlow", "barlow"))


@dataclass(frozen=True, slots=True)
class Layout:
    """A card in millimetres.

    `ground` is what it is printed on, `code` the room kept for a square code; `faces` pairs a
    display typeface with one for the small text. Palette, labels and faces are drawn from these.
    """

    name: str
    blocks: tuple[Block, ...]
    size: tuple[float, float] = (85.0, 55.0)
    ground: Ground = "paper"
    paint: tuple[Painter, ...] = ()
    sign: Area | None = None
    sign_ground: Ground = "paper"
    code: Area | None = None
    palettes: tuple[str, ...] = tuple(PALETTES)
    labels: tuple[Labels, ...] = ("words", "letters", "none")
    faces: tuple[tuple[str, str], ...] = SANS + SERIF + STRONG + ODD

    @property
    def bilingual(self) -> bool:
        """Whether the front has the name in its own script."""
        return any(item.field == "native_name" for block in self.blocks for item in block.items)


NAME: Final = Item("name", 5.2, bold=True, display=True)
TITLE: Final = Item("title", 3.0, above=0.4, tone="muted")
DEPARTMENT: Final = Item("department", 2.8, above=0.2, tone="muted")
COMPANY: Final = Item("company", 4.0, bold=True, display=True, tone="accent")
SLOGAN: Final = Item("slogan", 2.5, above=0.4, tone="muted")
PHONES: Final = Item("phones", 2.7, above=0.3)
EMAILS: Final = Item("emails", 2.7, above=0.3)
URLS: Final = Item("urls", 2.7, above=0.3)
ADDRESS: Final = Item("address", 2.7, above=1.0)
NATIVE_NAME: Final = Item("native_name", 5.6, bold=True)
NATIVE_COMPANY: Final = Item("native_company", 3.6, bold=True, tone="accent")

PERSON: Final = (NAME, TITLE, DEPARTMENT)
CONTACT: Final = (PHONES, EMAILS, URLS)
HOUSE: Final = (COMPANY, SLOGAN)


def sized(item: Item, size: float, *, above: float | None = None) -> Item:
    """Return an item in another size, and with another gap above if one is given."""
    return replace(item, size=size, above=item.above if above is None else above)


def joined(item: Item, between: str) -> Item:
    """Return an item whose lines stand in a row."""
    return replace(item, joined=between)


def capitals(item: Item) -> Item:
    """Return an item set in capitals."""
    return replace(item, capitals=True)
