"""How well cards of an invented world are read, from its photos and from clean renders.

`python bench/world_cards.py [--seed 101] [--size 400] [--cards 60] [--ocr auto]`. The same cards
twice: as photographed (light, table, angle, several in a photo) and as printed, without a camera.
A back is judged with the photo of its front: what it adds to the front's card counts nothing, what
becomes a card of its own is false.
"""

import argparse
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from judging import Json, Tally, values

from contacts.readings import CardReading, PhotoReading
from extractors.card.sides import paired
from extractors.ocr import EngineName
from extractors.photo import read_photo
from weakties.demo.album import CardPhoto, Shot
from weakties.demo.print.layouts import house_seed, render
from weakties.demo.truth import printed_fields
from weakties.demo.world import TODAY, World, build, picture


@dataclass(frozen=True, slots=True)
class Judged:
    """The cards of one photo as printed and as read; `kind` is the kind of shot."""

    kind: str
    name: str
    printed: tuple[Json, ...]
    read: tuple[CardReading, ...]


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--seed", type=int, default=101)
    parser.add_argument("--size", type=int, default=400)
    parser.add_argument("--cards", type=int, default=60)
    parser.add_argument("--ocr", choices=["auto", "rapidocr", "tesseract"], default="auto")
    parser.add_argument("--misread", action="store_true", help="name photos with a false count")
    asked = parser.parse_args()
    world = build(asked.seed, asked.size, TODAY, cards=asked.cards)
    with tempfile.TemporaryDirectory() as folder:
        photos = list(photographed(world, Path(folder), asked.ocr))
        clean = list(rendered(world, Path(folder), asked.ocr))
    print(f"seed {asked.seed}: {asked.cards} photos")
    report("photos", photos)
    for kind in sorted({one.kind for one in photos}):
        report_kind(kind, [one for one in photos if one.kind == kind])
    report("clean renders", clean)
    if asked.misread:
        for one in photos:
            if len(one.printed) != len(one.read):
                print(f"  {one.name} ({one.kind}): {len(one.printed)} read as {len(one.read)}")


def photographed(world: World, folder: Path, ocr: EngineName) -> Iterator[Judged]:
    """Yield the photos of a world as they are read, a back with its front."""
    readings = [_read(folder, photo.name, picture(photo), ocr) for photo in world.photos]
    partners = [partner for _, partner in paired(readings)]
    for photo, reading, partner in zip(world.photos, readings, partners, strict=True):
        joined = photo.shot is Shot.BACK and partner is not None
        cards = () if joined else reading.cards
        printed = () if photo.shot is Shot.BACK else photo.cards
        fields = tuple(printed_fields(card.printed) for card in printed)
        yield Judged(_kind(photo), photo.name, fields, cards)


def rendered(world: World, folder: Path, ocr: EngineName) -> Iterator[Judged]:
    """Yield the cards of a world as they are read from their undamaged prints."""
    for photo in world.photos:
        for number, card in enumerate(() if photo.shot is Shot.BACK else photo.cards):
            path = folder / "clean.png"
            render(card.printed, seed=house_seed(card.printed))[0].save(path)
            (reading,) = read_photo(path, file=path.name, ocr=ocr, region=None, languages="eng")
            name = f"{photo.name} {number}"
            yield Judged("clean", name, (printed_fields(card.printed),), reading.cards)


def _read(folder: Path, name: str, content: bytes, ocr: EngineName) -> PhotoReading:
    path = folder / "photo"
    path.write_bytes(content)
    (reading,) = read_photo(path, file=name, ocr=ocr, region=None, languages="eng")
    return reading


def _kind(photo: CardPhoto) -> str:
    return "heic" if photo.content is not None else photo.shot.value


def tally(judged: Sequence[Judged]) -> Tally:
    """Return the counts of some photos."""
    counted = Tally()
    for one in judged:
        counted.add(one.printed, [values(card) for card in one.read])
    return counted


def report(title: str, judged: Sequence[Judged]) -> None:
    """Print each field's precision, recall and F1."""
    print(title)
    for line in tally(judged).lines():
        print(f"  {line}")


def report_kind(kind: str, judged: Sequence[Judged]) -> None:
    """Print how one kind of shot is read, and in how many photos all cards are found."""
    right = sum(len(one.printed) == len(one.read) for one in judged)
    micro = tally(judged).micro()
    print(f"  {kind:10s} F1 {micro:.3f}, as many cards as there are in {right} of {len(judged)}")


if __name__ == "__main__":
    main()
