"""What reading a card costs: CPU seconds and their parts, memory, two processes, growth.

`python bench/reading_speed.py [MEASURE_FOLDER] [--photos 24] [--ocr rapidocr]` reads every
nth picture of the folder. Seconds are of the processor, not of the clock, unless it says so:
others may be using the machine. The engine's share is the limit: no rule of ours makes it less.
"""

import argparse
import resource
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from pkgutil import resolve_name
from typing import Any
from unittest.mock import patch

import cv2

from extractors import photo
from extractors.ocr import EngineName
from flows.pool import run_chunks

DEFAULT_FOLDER = Path(__file__).resolve().parents[2] / "shared" / "measure" / "cards"
PARTS = (  # what is timed, and what it is called
    ("extractors.photo.outlined_cards", "outline and rectify"),
    ("extractors.photo.read_card", "rules"),
    ("extractors.photo.qr.read_codes", "codes"),
    ("extractors.photo._crop", "crop"),
    ("extractors.picture._decoded", "decode"),
    ("extractors.ocr.rapid.RapidEngine._detect", "engine: detection"),
    ("extractors.ocr.rapid.RapidEngine._read_boxes", "engine: recognition"),
    ("extractors.ocr.tesseract.TesseractEngine.read", "engine: tesseract"),
)
MEGABYTE = 1024 if sys.platform != "darwin" else 1024**2  # of ru_maxrss: kilobytes, bytes


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path, default=DEFAULT_FOLDER)
    parser.add_argument("--photos", type=int, default=24)
    parser.add_argument("--ocr", choices=["rapidocr", "tesseract"], default="rapidocr")
    asked = parser.parse_args()
    pictures = sorted((asked.folder / "images").glob("*.jpg"))
    if not pictures:
        print(f"no pictures in {asked.folder}: nothing to measure")
        return
    chosen = pictures[:: max(1, len(pictures) // asked.photos)][: asked.photos]
    cv2.setNumThreads(1)
    print(f"== {asked.ocr}, {len(chosen)} photos")
    print_parts(chosen, asked.ocr)
    print_processes(chosen, asked.ocr)


def print_parts(pictures: Sequence[Path], ocr: EngineName) -> None:
    """Print CPU seconds a card, its parts, and how they grow with the number of photos."""
    _read(pictures[0], ocr)  # the engine's start is not the reading's
    spent: defaultdict[str, float] = defaultdict(float)
    seconds = []
    with _timed(spent, ocr):
        for path in pictures:
            started = _cpu_seconds()
            _read(path, ocr)
            seconds.append(_cpu_seconds() - started)
    mean = statistics.mean(seconds)
    print(f"CPU s a card: median {statistics.median(seconds):.3f}, mean {mean:.3f}")
    for name, total in sorted(spent.items(), key=lambda one: -one[1]):
        print(f"  {name:22} {total / len(pictures):.3f}  {total / sum(seconds):4.0%}")
    engine = sum(total for name, total in spent.items() if name.startswith("engine"))
    print(f"the engine alone: {engine / len(pictures):.3f} s, {engine / sum(seconds):.0%} of it")
    started = _cpu_seconds()
    for path in [*pictures, *pictures]:
        _read(path, ocr)
    print(f"twice the photos: {(_cpu_seconds() - started) / sum(seconds):.2f} times the time")


def print_processes(pictures: Sequence[Path], ocr: EngineName) -> None:
    """Print photos a second of one worker and of two, and a worker's peak memory."""
    read = partial(reading_cost, ocr=ocr)
    rates, peaks = [], []
    for workers in (1, 2):
        paths = [str(path) for path in pictures] * workers  # as much for each as before
        costs = [
            done.value
            for done in run_chunks(read, paths, workers=workers, timeout_seconds=300)
            if done.value is not None
        ]
        started = min(cost[0] for cost in costs)
        wall = max(cost[1] for cost in costs) - started  # without the workers' start
        rates.append(len(costs) / wall)
        peaks.append(max(cost[2] for cost in costs))
        busy = sum(cost[3] for cost in costs) / (wall * workers)
        print(f"{workers} of them: {rates[-1]:.2f} photos a second by the clock, {busy:.0%} busy")
    print(f"two against one: {rates[1] / rates[0]:.2f} times; busy far below 100% is others' work")
    print(f"peak memory of a worker: {max(peaks):.0f} MB")


def reading_cost(path: str, *, ocr: EngineName) -> tuple[float, float, float, float]:
    """Return start and end (monotonic clock), peak megabytes and CPU seconds of one reading."""
    photo.kept_engine(ocr, "eng")
    started, before = time.monotonic(), _cpu_seconds()
    _read(Path(path), ocr)
    spent, ended = _cpu_seconds() - before, time.monotonic()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGABYTE
    return started, ended, peak, spent


def _read(path: Path, ocr: EngineName) -> None:
    photo.read_photo(path, file=path.name, ocr=ocr, region=None, languages="eng")


def _cpu_seconds() -> float:
    """Return the CPU time of this process and of the programs it has waited for."""
    own = resource.getrusage(resource.RUSAGE_SELF)
    started = resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + started.ru_utime + started.ru_stime


@contextmanager
def _timed(spent: defaultdict[str, float], ocr: EngineName) -> Iterator[None]:
    """Add up the CPU time of the parts while the block runs."""
    patches = []
    for target, name in PARTS:
        if name.startswith("engine") and (name == "engine: tesseract") != (ocr == "tesseract"):
            continue
        owner, attribute = _owner(target)
        timed = _with_clock(getattr(owner, attribute), spent, name)
        patches.append(patch.object(owner, attribute, timed))
    for one in patches:
        one.start()
    try:
        yield
    finally:
        for one in patches:
            one.stop()


def _owner(target: str) -> tuple[Any, str]:
    path, _, attribute = target.rpartition(".")
    return resolve_name(path), attribute


def _with_clock(
    function: Callable[..., Any], spent: defaultdict[str, float], name: str
) -> Callable[..., Any]:
    def timed(*given: Any, **named: Any) -> Any:  # noqa: ANN401  (passes on what it is given)
        started = _cpu_seconds()
        try:
            return function(*given, **named)
        finally:
            spent[name] += _cpu_seconds() - started

    return timed


if __name__ == "__main__":
    main()
