"""How well promises and questions are told: precision and recall of each language and kind.

The phrases of `tests/golden/phrases` were written before the detectors. A hash of its text puts
each in one of two halves: errors are listed for the one that may be looked at (`seen`); of the
other (`unseen`), on which the figures count, numbers alone are ever printed. The same goes for
those of `later`, written when the detectors were done; the `probes` were written on the way and
learned from.

    python bench/phrases.py [--errors]
"""

import argparse
import hashlib
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(HERE))

from extractors.linkedin.asking import asks  # noqa: E402 (the path must be there first)
from extractors.linkedin.promises import introduction_in, promise_in  # noqa: E402 (likewise)

PHRASES = HERE / "tests" / "golden" / "phrases"
PARTS = ("seen", "unseen", "later")
SECTIONS: dict[str, tuple[tuple[str, bool], ...]] = {
    "promise": (("promise", True), ("introduction", False)),
    "introduction": (("promise", True), ("introduction", True)),
    "no promise": (("promise", False), ("introduction", False)),
    "asks": (("loop", True),),
    "asks nothing": (("loop", False),),
}
DETECTORS: dict[str, Callable[[str], str]] = {
    "promise": promise_in,
    "introduction": introduction_in,
    "loop": asks,
}


@dataclass(frozen=True, slots=True)
class Phrase:
    """A message and whether it is of a kind."""

    language: str
    kind: str
    text: str
    is_so: bool
    part: str


def half(text: str) -> str:
    """Return whether a phrase may be looked at by whoever builds a detector."""
    first = int(hashlib.blake2b(text.encode()).hexdigest()[0], 16)
    return "seen" if first < 8 else "unseen"


def phrases(folder: Path = PHRASES) -> Iterator[Phrase]:
    """Yield the phrases of a folder; one stands under each kind that its section speaks of."""
    for path in sorted(folder.glob("*.txt")):
        section = ""
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("["):
                section = line.strip("[] ")
            elif line.strip():
                for kind, is_so in SECTIONS[section]:
                    part = half(line) if folder == PHRASES else folder.name
                    yield Phrase(path.stem, kind, line, is_so, part)


def measured(chosen: list[tuple[Phrase, bool]]) -> str:
    """Return precision, recall and number of phrases."""
    right = sum(found and phrase.is_so for phrase, found in chosen)
    found = sum(found for _, found in chosen)
    true = sum(phrase.is_so for phrase, _ in chosen)
    figures = (f"{right / whole:.3f}" if whole else "-" for whole in (found, true))
    return f"{' '.join(figures)} {len(chosen):4d}"


def main() -> None:
    """Print the table, and with `--errors` what went wrong in the half that is looked at."""
    parser = argparse.ArgumentParser(description="How well promises and questions are told.")
    parser.add_argument("--errors", action="store_true")
    wanted = parser.parse_args()
    told = [
        (phrase, bool(DETECTORS[phrase.kind](phrase.text)))
        for phrase in (*phrases(), *phrases(PHRASES / "later"))
    ]
    languages = sorted({phrase.language for phrase, _ in told})
    print(f"{'kind':12s} {'language':8s}  " + "".join(f"{part:20s}" for part in PARTS))
    print(" " * 23 + "precision, recall, n")
    for kind in DETECTORS:
        for language in (*languages, "all"):
            mine = [
                (phrase, found)
                for phrase, found in told
                if phrase.kind == kind and language in {phrase.language, "all"}
            ]
            parts = (measured([row for row in mine if row[0].part == part]) for part in PARTS)
            print(f"{kind:12s} {language:8s}  " + "".join(f"{part:20s}" for part in parts))
    if wanted.errors:
        for phrase, found in told:
            if phrase.part == "seen" and found is not phrase.is_so:
                what = "missed" if phrase.is_so else "false"
                print(f"{phrase.kind} {phrase.language} {what}: {phrase.text}")


if __name__ == "__main__":
    main()
