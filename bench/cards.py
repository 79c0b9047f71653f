"""Card reading against hand-made labels, beside Tesseract with regular expressions.

`python bench/cards.py [MEASURE_FOLDER] [--engine rapidocr] [--engine tesseract]` reads every
picture of the folder once with each engine, writes predictions and lets the folder's own `score.py`
judge them: all, and in two halves by the picture's hash (0-7 was looked at, 8-f never).
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytesseract
from PIL import Image

from contacts.readings import CardReading
from extractors.ocr import EngineName
from extractors.photo import read_photo

NAIVE = "naive"
ENGINES: tuple[EngineName, ...] = ("rapidocr", "tesseract")
DEFAULT_FOLDER = Path(__file__).resolve().parents[2] / "shared" / "measure" / "cards"
LOOKED_AT = "01234567"
FIELDS = ("name", "title", "company", "phones", "emails", "urls", "address")
Row = dict[str, object]
Reader = Callable[[Path], list[Row]]


def with_engine(engine: EngineName) -> Reader:
    """Return our reader with one engine."""

    def read(path: Path) -> list[Row]:
        readings = read_photo(path, file=path.name, ocr=engine, region=None, languages="eng")
        return [_fields(card) for reading in readings for card in reading.cards]

    return read


def _fields(card: CardReading) -> Row:
    return {field: getattr(card, field) for field in FIELDS}


def naive(path: Path) -> list[Row]:
    """Return what regular expressions find in Tesseract's text; the first line is the name."""
    text = pytesseract.image_to_string(Image.open(path))
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    emails = re.findall(r"[\w.+-]+@[\w-]+\.[\w.-]+\w", text)
    return [
        {
            "name": lines[0] if lines else None,
            "phones": re.findall(r"\+?\d[\d\s().-]{7,}\d", text),
            "emails": emails,
            "urls": re.findall(r"(?:https?://|www\.)\S+", text),
        }
    ]


def predict(read: Reader, rows: Sequence[Row], folder: Path, out: Path) -> float:
    """Write predictions for all pictures and return the CPU seconds a picture, children's too."""
    read(folder / "images" / f"{rows[0]['id']}.jpg")  # the engine's start is not the reading's
    started = _cpu_seconds()
    with out.open("w", encoding="utf-8") as stream:
        for row in rows:
            cards = read(folder / "images" / f"{row['id']}.jpg")
            stream.write(json.dumps({"id": row["id"], "cards": cards}, ensure_ascii=False) + "\n")
    return (_cpu_seconds() - started) / len(rows)


def _cpu_seconds() -> float:
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


def score(folder: Path, predictions: Path, rows: Sequence[Row], work: Path) -> list[str]:
    """Return the lines that the folder's score.py prints of some labels."""
    labels = work / "labels.jsonl"
    labels.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    command = [sys.executable, str(folder / "score.py"), str(predictions), "--labels", str(labels)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()


def parts(rows: Sequence[Row]) -> Iterator[tuple[str, list[Row]]]:
    """Yield the label rows as a whole and in halves."""
    yield "all", list(rows)
    yield "looked at", [row for row in rows if str(row["sha256"])[-1] in LOOKED_AT]
    yield "never looked at", [row for row in rows if str(row["sha256"])[-1] not in LOOKED_AT]


def labelled(path: Path) -> list[Row]:
    """Return the rows of a file of labels."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path, default=DEFAULT_FOLDER)
    parser.add_argument("--engine", action="append", choices=[*ENGINES, NAIVE])
    chosen = parser.parse_args()
    if not (chosen.folder / "labels.jsonl").is_file():
        print(f"no labels in {chosen.folder}: nothing to measure")
        return
    rows = labelled(chosen.folder / "labels.jsonl")
    several = labelled(chosen.folder / "labels_multi.jsonl")
    readers: dict[str, Reader] = {engine: with_engine(engine) for engine in ENGINES}
    readers[NAIVE] = naive
    for engine in chosen.engine or readers:
        read = readers[engine]
        with tempfile.TemporaryDirectory() as made:
            work = Path(made)
            seconds = predict(read, rows, chosen.folder, work / "predictions.jsonl")
            print(f"== {engine}: {seconds:.2f} CPU s a card")
            for name, part in parts(rows):
                found = score(chosen.folder, work / "predictions.jsonl", part, work)
                print(
                    "\n".join([f"-- {name}", *(found if name == "all" else [found[0], found[-1]])])
                )
            predict(read, several, chosen.folder, work / "several.jsonl")
            found = score(chosen.folder, work / "several.jsonl", several, work)
            print("\n".join(["-- several cards in a photo", found[0], found[-1]]))


if __name__ == "__main__":
    main()
