"""Three photographs in the format of today's phones, made once and committed.

HEIC needs an encoder under the GPL, so these are not drawn anew with the world:
`scripts/make_heic.sh` made them from our own photographs of the cards below. Two are upright, the
last is sideways and its orientation does not say so, as of a phone held flat over a table.
"""

import sys
from datetime import datetime
from pathlib import Path
from typing import Final, NamedTuple

from weakties.demo.print.face import PrintedCard
from weakties.demo.print.photo import photograph

_FOLDER: Final = Path(__file__).parent / "heic"


class _Taken(NamedTuple):
    """A photo as it was made: the card, the seed, and the camera's local time."""

    name: str
    card: PrintedCard
    seed: int
    at: datetime


_PHOTOS: Final = (
    _Taken(
        "IMG_2041.HEIC",
        PrintedCard(
            name="Ingrid Solberg",
            title="Head of Partnerships",
            department=None,
            company="Fjordlys Energi AS",
            phones=(("work", "+47 22 55 01 42"), ("mobile", "+47 905 55 142")),
            emails=("ingrid.solberg@fjordlys.example",),
            urls=("www.fjordlys.example",),
            address_lines=("Strandgata 14", "5013 Bergen, Norge"),
            slogan="Light from the sea",
        ),
        seed=2141,
        at=datetime.fromisoformat("2024-09-18T11:42:07"),
    ),
    _Taken(
        "IMG_2042.HEIC",
        PrintedCard(
            name="Tomáš Dvořák",
            title="Vývojář",
            department=None,
            company="Lipka Software s.r.o.",
            phones=(("mobile", "+420 601 555 042"),),
            emails=("tomas.dvorak@lipka.example",),
            urls=("lipka.example",),
            address_lines=("Údolní 33", "602 00 Brno"),
            language="cs",
        ),
        seed=2142,
        at=datetime.fromisoformat("2024-09-18T11:43:51"),
    ),
    _Taken(
        "IMG_2043.HEIC",
        PrintedCard(
            name="Yuki Nakamura",
            title="Researcher",
            department="Ocean Systems",
            company="Wakaba Kaiyo Co., Ltd.",
            phones=(("work", "+81 45 555 0143"),),
            emails=("y.nakamura@wakaba-kaiyo.example",),
            urls=(),
            address_lines=("2-3-4 Minatomirai, Nishi-ku", "Yokohama 220-0012, Japan"),
            native_name="中村 優子",
            native_company="若葉海洋株式会社",
            language="en",
        ),
        seed=2043,
        at=datetime.fromisoformat("2024-09-19T18:05:22"),
    ),
)


def committed() -> tuple[tuple[str, bytes, PrintedCard], ...]:
    """Return the name, the bytes and the card of each committed photograph."""
    return tuple((photo.name, (_FOLDER / photo.name).read_bytes(), photo.card) for photo in _PHOTOS)


def _write(folder: Path) -> None:
    """Write the photographs as JPEG, for the encoder."""
    for photo in _PHOTOS:
        content = photograph([photo.card], seed=photo.seed, taken_at=photo.at)
        (folder / photo.name).with_suffix(".jpg").write_bytes(content)


if __name__ == "__main__":
    _write(Path(sys.argv[1]))
