"""The colours of a card."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

Tone = Literal["ink", "muted", "accent"]
Ground = Literal["paper", "panel"]


@dataclass(frozen=True, slots=True)
class Palette:
    """Hexadecimal colours: a paper and a coloured panel, each with what is printed on it.

    Both `ink`s stand out from their ground by at least 4.5 to 1, the others by 3 to 1 (WCAG 2.2,
    contrast ratio); a gradient runs from `panel` to `shade`.
    """

    paper: str
    ink: str
    muted: str
    accent: str
    panel: str
    shade: str
    panel_ink: str
    panel_muted: str
    panel_accent: str

    def colour(self, tone: Tone, ground: Ground) -> str:
        """Return the colour of a text on a ground."""
        on_panel = {"ink": self.panel_ink, "muted": self.panel_muted, "accent": self.panel_accent}
        on_paper = {"ink": self.ink, "muted": self.muted, "accent": self.accent}
        return (on_panel if ground == "panel" else on_paper)[tone]


PALETTES: Final[Mapping[str, Palette]] = {
    name: Palette(*colours.split())
    for name, colours in {
        "navy": "#ffffff #1c2733 #5c6b7a #1d4f91 #14305c #1f5fa8 #ffffff #c9d8ec #9fd0ff",
        "forest": "#fbfaf4 #20302a #5d6c62 #22724a #1c4a35 #2d7a52 #fbfaf4 #cfe3d6 #f0d98a",
        "crimson": "#ffffff #26201f #6e6462 #b3202e #8f1522 #b93a3a #ffffff #f5d6d4 #ffe3a6",
        "slate": "#f4f5f6 #22262b #62686f #b4531a #2b3138 #454e58 #f4f5f6 #b9c1ca #ffab6b",
        "ivory": "#f6efdf #33291b #7a6a4f #8a5a12 #3b2f20 #5a4630 #f6efdf #d9c9a8 #e9c46a",
        "teal": "#ffffff #12302f #527271 #0b7a75 #0c4f4d #0f7b73 #ffffff #c5e6e3 #ffe082",
        "plum": "#fffdfb #2d1b2e #74607a #7a2e7f #4a1d4f #7a3a78 #fffdfb #e6cfe8 #ffc3a0",
        "black": "#ffffff #111111 #666666 #111111 #151515 #333333 #f5f5f5 #b5b5b5 #d8b35a",
        "sand": "#e9e2d4 #2a2620 #675c4c #8c3b1e #5b4636 #7d624b #fbf6ec #e6d7c3 #ffd9a0",
        "sky": "#eef6fb #17324d #4f6a84 #0067b0 #0b4f86 #1470b8 #ffffff #d2e6f6 #ffe58a",
    }.items()
}
