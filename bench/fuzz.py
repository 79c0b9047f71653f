"""Damages valid photo files of every format and reads each: none may crash, hang or eat memory.

    python bench/fuzz.py --seconds 120 --seed 1

A file is either read or refused in one line with a next step. What goes wrong is printed with the
number of the mutant (`--only NUMBER` reads it again, in this process, with its traceback) and the
exit code is 1.
"""

import argparse
import os
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from io import BytesIO
from pathlib import Path
from typing import TypeVar

import numpy as np
from PIL import Image

from contacts.errors import UnreadableSourceError
from extractors.card_records import extraction
from extractors.photo import kept_engine, read_photo
from extractors.picture import open_pictures
from flows.pool import run_chunks

SAMPLE = Path(__file__).parents[1] / "data" / "sample" / "inbox" / "cards"
MEMORY = 1 << 30
SECONDS_A_FILE = 30.0
MOST_FILES = 50_000
WHOLLY = 10  # one in so many is read to the end
SIDE = 700  # pixels: small files are read in a tenth of the time and break alike
EXTREMES = (b"\0\0\0\0", b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff", b"\0\0\xff\xff", b"\x80\0\0\0")
ASIDE = "MemoryError", "memory", "allocate"  # what decoders say when they are given no more

Choice = TypeVar("Choice")
Mutation = Callable[[np.random.Generator, bytes], bytes]


@dataclass(frozen=True)
class Outcome:
    """What became of a mutant: `read`, `refused`, or what is wrong with the answer."""

    format: str
    kind: str
    told: str = ""

    @property
    def is_good(self) -> bool:
        """Whether the answer is one of the two that are allowed."""
        return self.kind in {"read", "refused"}


def _saved(form: str, picture: Image.Image, **how: object) -> bytes:
    stream = BytesIO()
    picture.save(stream, format=form, **how)
    return stream.getvalue()


@cache
def originals() -> dict[str, bytes]:
    """Return a valid file of each format."""
    path = next(SAMPLE.rglob("IMG_0005.jpg"))
    pixels = next(iter(open_pictures(path, file=path.name))).pixels[..., ::-1]
    photo = Image.fromarray(pixels)
    photo.thumbnail((SIDE, SIDE))
    with Image.open(path) as taken:
        exif = taken.getexif().tobytes()
    pages = [photo.rotate(90, expand=True), photo.convert("L")]
    return {
        "JPEG": _saved("JPEG", photo, exif=exif),
        "JPEG progressive": _saved("JPEG", photo, progressive=True),
        "JPEG of inks": _saved("JPEG", photo.convert("CMYK")),
        "PNG": _saved("PNG", photo),
        "PNG palette": _saved("PNG", photo.quantize(32), transparency=3),
        "PNG 16 bits": _saved("PNG", photo.convert("I;16")),
        "WebP": _saved("WEBP", photo, exif=exif),
        "WebP animated": _saved("WEBP", photo, save_all=True, append_images=[photo.rotate(180)]),
        "TIFF pages": _saved("TIFF", photo, save_all=True, append_images=pages),
        "TIFF packed": _saved("TIFF", photo, compression="tiff_lzw"),
        "PDF": _saved("PDF", photo, save_all=True, append_images=pages),
        "HEIC": next(SAMPLE.rglob("*.HEIC")).read_bytes(),
    }


def _below(chance: np.random.Generator, end: int) -> int:
    return int(chance.integers(end))


def _one(chance: np.random.Generator, choices: Sequence[Choice]) -> Choice:
    return choices[_below(chance, len(choices))]


def _flip(chance: np.random.Generator, whole: bytes) -> bytes:
    """Flip a few bits anywhere."""
    changed = bytearray(whole)
    for _ in range(_one(chance, (1, 1, 2, 8, 64))):
        changed[_below(chance, len(changed))] ^= 1 << _below(chance, 8)
    return bytes(changed)


def _edit_head(chance: np.random.Generator, whole: bytes) -> bytes:
    """Change bytes where formats keep sizes, counts and places."""
    changed = bytearray(whole)
    for _ in range(_one(chance, (1, 2, 4))):
        changed[_below(chance, min(400, len(changed)))] = _below(chance, 256)
    return bytes(changed)


def _put_extreme(chance: np.random.Generator, whole: bytes) -> bytes:
    """Put the largest or smallest number somewhere, mostly near an end of the file."""
    span = min(len(whole), _one(chance, (60, 600, len(whole))))
    at = _below(chance, span)
    at = at if chance.random() < 0.7 else len(whole) - span + at
    return whole[:at] + _one(chance, EXTREMES) + whole[at + 4 :]


def _cut(chance: np.random.Generator, whole: bytes) -> bytes:
    """Keep the beginning alone."""
    return whole[: _below(chance, len(whole))]


def _drop(chance: np.random.Generator, whole: bytes) -> bytes:
    """Leave a part out."""
    at = _below(chance, len(whole))
    return whole[:at] + whole[at + _one(chance, (1, 7, 512, 8192)) :]


def _repeat(chance: np.random.Generator, whole: bytes) -> bytes:
    """Put a part in twice."""
    at, length = _below(chance, len(whole)), _one(chance, (4, 64, 4096))
    return whole[: at + length] + whole[at:]


def _blank(chance: np.random.Generator, whole: bytes) -> bytes:
    """Overwrite a part with one byte."""
    at, length = _below(chance, len(whole)), _one(chance, (16, 512, 16_384))
    filled = _one(chance, (b"\0", b"\xff", b"A")) * len(whole[at : at + length])
    return whole[:at] + filled + whole[at + length :]


def _splice(chance: np.random.Generator, whole: bytes) -> bytes:
    """Go on with another file."""
    other = _one(chance, sorted(originals().values(), key=len))
    return whole[: _below(chance, len(whole))] + other[_below(chance, len(other)) :]


MUTATIONS: Sequence[Mutation] = (
    *(_flip, _flip, _edit_head, _edit_head, _put_extreme, _put_extreme),
    *(_cut, _drop, _repeat, _blank, _splice),
)


def mutant(seed: int, number: int) -> tuple[str, bytes]:
    """Return the format and content of a mutant: one or two mutations of a valid file."""
    chance = np.random.default_rng((seed, number))
    form = _one(chance, sorted(originals()))
    whole = originals()[form]
    for _ in range(_one(chance, (1, 1, 1, 2))):
        whole = _one(chance, MUTATIONS)(chance, whole) or b"\0"
    return form, whole


@cache
def _limit_memory() -> None:
    """Let this process grow to a gigabyte in all, the engine it keeps included."""
    kept_engine("auto", "eng")
    pages = [int(word) for word in Path("/proc/self/statm").read_text().split()[:2]]
    virtual, resident = (count * resource.getpagesize() for count in pages)
    most = virtual + MEMORY - resident
    resource.setrlimit(resource.RLIMIT_AS, (most, most))


def read_mutant(number: int, *, seed: int) -> Outcome:
    """Write a mutant to a file, read it as a run would, and say what became of it.

    Reading text takes most of the time and breaks least: only some are read, the rest decoded.
    """
    form, whole = mutant(seed, number)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "photo"
        path.write_bytes(whole)
        refusals = _refusals(path, wholly=number % WHOLLY == 0)
    for reason, next_step in refusals:
        if any(word in reason for word in ASIDE):
            return Outcome(form, "out of memory", reason)
        if not reason or not next_step or len(reason.splitlines()) != 1 or folder in reason:
            return Outcome(form, "unclear", reason)
    return Outcome(form, "refused" if refusals else "read")


def _refusals(path: Path, *, wholly: bool) -> list[tuple[str, str]]:
    """Return reason and next step of each page that was refused."""
    if not wholly:
        try:
            pages = sum(1 for _ in open_pictures(path, file="photo"))
        except UnreadableSourceError as error:
            return [(error.reason, error.next_step)]
        return [] if pages else [("", "")]
    readings = read_photo(path, file="photo", ocr="auto", region="DE", languages="eng")
    extraction(readings, "0" * 64, ("cards/photo",))
    return [(one.error, one.next_step) for one in readings if one.error] if readings else [("", "")]


def read_limited(number: int, *, seed: int) -> Outcome:
    """Return `read_mutant`, in a process that may not grow beyond its limit."""
    _limit_memory()
    return read_mutant(number, seed=seed)


def outcomes(seed: int, seconds: float) -> Iterator[tuple[int, Outcome]]:
    """Yield the number and the outcome of each mutant that was read in the time."""
    ends = time.monotonic() + seconds
    numbers = range(MOST_FILES)
    reading = partial(read_limited, seed=seed)
    for done in run_chunks(reading, numbers, workers=1, timeout_seconds=SECONDS_A_FILE):
        if done.value is not None:
            yield done.index, done.value
        else:
            yield done.index, Outcome(mutant(seed, done.index)[0], "broken", done.failure or "")
        if time.monotonic() > ends:
            return


def main() -> int:
    """Read mutants until the time is over; print a table; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=120.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=int, help="read this mutant again, with its traceback")
    options = parser.parse_args()
    if options.only is not None:
        print(read_mutant(options.only, seed=options.seed))
        return 0
    counts: Counter[tuple[str, str]] = Counter()
    bad = 0
    for number, outcome in outcomes(options.seed, options.seconds):
        counts[outcome.format, outcome.kind] += 1
        if not outcome.is_good:
            bad += 1
            print(f"mutant {number}, {outcome.format}: {outcome.kind}: {outcome.told}", flush=True)
    kinds = ["read", "refused", *sorted({kind for _, kind in counts} - {"read", "refused"})]
    print(f"{'format':<18}" + "".join(f"{kind:>14}" for kind in kinds))
    for form in sorted({form for form, _ in counts}):
        print(f"{form:<18}" + "".join(f"{counts[form, kind]:>14}" for kind in kinds))
    print(f"{sum(counts.values())} files, {bad} went wrong (seed {options.seed})")
    return 1 if bad else 0


if __name__ == "__main__":
    os.environ["OMP_THREAD_LIMIT"] = "1"
    sys.exit(main())
