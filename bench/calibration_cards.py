"""Cards with known text, read and judged value by value: what confidence is fitted and tried on."""

import hashlib
import importlib.util
import io
import json
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from contacts.readings import CardReading, TextLine
from extractors.card.confidence import Signs
from extractors.card.reading import read_with_signs
from extractors.ocr import Engine, EngineName, open_engine
from extractors.outline import outlined_cards
from extractors.picture import Pixels, open_pictures
from weakties.demo.album import Shot
from weakties.demo.print.face import PrintedCard
from weakties.demo.print.layouts import house_seed, render
from weakties.demo.truth import printed_fields
from weakties.demo.world import TODAY, build, picture

ONE = ("name", "title", "company", "address")
SEVERAL = ("phones", "emails", "urls")
GOLDEN = Path(__file__).resolve().parents[1] / "tests" / "golden" / "cards"
WORLD = 400  # connections
USUAL_CONFIDENCE = 0.99  # confidence in a line; that of cards made of text alone says nothing
Json = dict[str, Any]
Scorer = Callable[[Json, Json], Mapping[str, tuple[int, int, int]]]
Read = tuple[CardReading, Mapping[str, Sequence[Signs]]]


@dataclass(frozen=True, slots=True)
class Judged:
    """A value that was read: where, what speaks for it, and whether it is right.

    `source` is the kind of picture and the engine; a photo may have several cards.
    """

    source: str
    photo: str
    card: str
    field: str
    signs: Signs
    right: bool


class CachedEngine:
    """An engine that keeps what it read in a folder, by its version and the pixels."""

    def __init__(self, engine: Engine, folder: Path | None) -> None:
        self._engine = engine
        self._folder = folder
        self.name = engine.name

    def read(self, card: Pixels) -> tuple[TextLine, ...]:
        """Return the lines on a card."""
        if self._folder is None:
            return self._engine.read(card)
        key = hashlib.sha256(self._engine.version.encode() + card.tobytes()).hexdigest()
        kept = self._folder / f"{key}.json"
        if not kept.exists():
            self._folder.mkdir(parents=True, exist_ok=True)
            rows = [asdict(line) for line in self._engine.read(card)]
            kept.write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")
        return tuple(_line(row) for row in json.loads(kept.read_text(encoding="utf-8")))


def _line(row: Json) -> TextLine:
    one, two, three, four = ((float(x), float(y)) for x, y in row["quad"])
    return TextLine(row["text"], (one, two, three, four), row["confidence"])


def engine(name: EngineName, cache: Path | None) -> CachedEngine:
    """Return an engine, with a folder to keep what it reads if one is given."""
    return CachedEngine(open_engine(name, "eng"), cache)


def scorer(folder: Path) -> Scorer:
    """Return the function of the measuring folder that judges a card against its label."""
    spec = importlib.util.spec_from_file_location("score", folder / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    judge: Scorer = module.card_score
    return judge


def measured(folder: Path, reader: CachedEngine, judge: Scorer) -> Iterator[Judged]:
    """Yield the values read on the labelled pictures of a folder."""
    for text in (folder / "labels.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(text)
        found = _read(folder / "images" / f"{row['id']}.jpg", reader)
        yield from judged(f"measured {reader.name}", row["id"], row["cards"], found, judge)


def invented(
    seed: int, photos: int, prints: int, reader: CachedEngine, judge: Scorer
) -> Iterator[Judged]:
    """Yield the values read on the photos of an invented world, and on prints as they left it."""
    world = build(seed, WORLD, TODAY, cards=photos + prints)
    for number, photo in enumerate(world.photos):
        if photo.shot is Shot.BACK or photo.content is not None:
            continue
        labels = [label(printed_fields(card.printed)) for card in photo.cards]
        if number < photos:
            content, kind = picture(photo), "photos"
        else:
            content, kind = _print(photo.cards[0].printed), "prints"
            labels = labels[:1]
        with tempfile.NamedTemporaryFile() as file:
            file.write(content)
            file.flush()
            found = _read(Path(file.name), reader)
        yield from judged(f"invented {kind}", f"{seed}/{number}", labels, found, judge)


def _print(card: PrintedCard) -> bytes:
    out = io.BytesIO()
    render(card, seed=house_seed(card))[0].save(out, "PNG")
    return out.getvalue()


def label(printed: Json) -> Json:
    """Return an invented card in the shape of the measuring folder's labels."""
    native = {"name": printed.get("native_name"), "company": printed.get("native_company")}
    faxes = [one["printed"] for one in printed.get("phones_typed", []) if one["type"] == "fax"]
    alternatives = {field: [value] for field, value in native.items() if value}
    return {**printed, "alt": alternatives, "faxes": faxes}


def golden(judge: Scorer) -> Iterator[Judged]:
    """Yield the values read on the cards of `tests/golden/cards`, which are lines of text."""
    for file in sorted(GOLDEN.glob("*.json")):
        card = json.loads(file.read_text(encoding="utf-8"))
        lines = [
            TextLine(text, ((x, y), (right, y), (right, low), (x, low)), USUAL_CONFIDENCE)
            for text, x, y, right, low, _ in card["lines"]
        ]
        truth = {"alt": {}, "optional": {}, "faxes": [], **card, **card["expected"]}
        found = [read_with_signs(lines, region=None)]
        yield from judged("golden", file.stem, [truth], found, judge)


def _read(path: Path, reader: CachedEngine) -> list[Read]:
    return [
        read_with_signs(reader.read(outlined.pixels), region=None)
        for picture in open_pictures(path, file=path.name)
        for outlined in outlined_cards(picture.pixels)
    ]


def judged(
    source: str, photo: str, labels: Sequence[Json], found: Sequence[Read], judge: Scorer
) -> Iterator[Judged]:
    """Yield the values of some readings, each reading against the label that it agrees with most.

    A value that a label calls optional is neither right nor wrong, and left out.
    """
    for number, (reading, signs) in enumerate(found):
        best = max(labels, key=lambda one: _agreement(judge(one, _fields(reading))))
        for field, values in signs.items():
            read = getattr(reading, field)
            for value, own in zip(read if field in SEVERAL else (read,), values, strict=True):
                said = {field: [value] if field in SEVERAL else value}
                hit, wrong, _ = judge(best, said)[field]
                if hit or wrong:
                    yield Judged(source, photo, f"{photo} {number}", field, own, bool(hit))


def _agreement(scores: Mapping[str, tuple[int, int, int]]) -> float:
    return sum(hit - wrong / 2 for hit, wrong, _ in scores.values())


def _fields(reading: CardReading) -> Json:
    return {field: getattr(reading, field) for field in (*ONE, *SEVERAL)}
