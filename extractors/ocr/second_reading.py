"""Two readings of one card joined: RapidOCR's, and Tesseract's where RapidOCR lacks the letters."""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from contacts.readings import TextLine
from extractors.picture import Pixels

_SAME_PLACE: Final = 0.5  # of the smaller box that the other covers
_MIN_CONFIDENCE: Final = 0.6  # of a line that is taken from the second reading


class Reader(Protocol):
    """What is asked of either engine."""

    @property
    def version(self) -> str:
        """Changes whenever the same pixels may give other text."""
        ...

    def read(self, card: Pixels) -> tuple[TextLine, ...]:
        """Return the lines on a card."""
        ...


class FirstReader(Reader, Protocol):
    """An engine that knows which letters it can read."""

    @property
    def alphabet(self) -> Container[str]:
        """Every sign it can give."""
        ...


@dataclass(frozen=True, slots=True)
class TwoReaders:
    """Reads every card twice; for languages the first reader lacks."""

    first: FirstReader
    second: Reader
    name: str = "rapidocr and tesseract"

    @property
    def version(self) -> str:
        """The versions of both."""
        return both_versions(self.first.version, self.second.version)

    def read(self, card: Pixels) -> tuple[TextLine, ...]:
        """Return the first reader's lines, the second's where the first lacks letters."""
        return joined(self.first.read(card), self.second.read(card), self.first.alphabet)


def both_versions(first: str, second: str) -> str:
    """Return the version of two engines that read together."""
    return f"{first} and {second}"


def joined(
    first: Sequence[TextLine], second: Sequence[TextLine], alphabet: Container[str]
) -> tuple[TextLine, ...]:
    """Return the first reading with lines of the second in place of those it could not read.

    That is a line with letters outside the first reader's `alphabet`, where the first read fewer
    letters or none: it leaves out what it does not know, and is sure of the rest. (A second reader
    that takes Latin capitals for Cyrillic ones reads no more letters, so the first is kept.)
    """
    taken: list[TextLine] = []
    replaced: set[int] = set()
    for line in second:
        there = {at for at, other in enumerate(first) if _share(line, other) >= _SAME_PLACE}
        read = sum(_letters(first[at].text) for at in there)
        foreign = any(sign.isalpha() and sign not in alphabet for sign in line.text)
        if foreign and line.confidence >= _MIN_CONFIDENCE and _letters(line.text) > read:
            taken.append(line)
            replaced |= there
    kept = [line for at, line in enumerate(first) if at not in replaced]
    if not taken:
        return tuple(kept)
    return tuple(sorted([*kept, *taken], key=lambda line: (line.quad[0][1], line.quad[0][0])))


def _letters(text: str) -> int:
    return sum(sign.isalpha() for sign in text)


def _share(one: TextLine, other: TextLine) -> float:
    """Return how much of the smaller of two lines' upright bounds lies in the other's."""
    left, top, right, bottom = _bounds(one)
    left_, top_, right_, bottom_ = _bounds(other)
    common = max(0.0, min(right, right_) - max(left, left_)) * max(
        0.0, min(bottom, bottom_) - max(top, top_)
    )
    smaller = min((right - left) * (bottom - top), (right_ - left_) * (bottom_ - top_))
    return common / max(1.0, smaller)


def _bounds(line: TextLine) -> tuple[float, float, float, float]:
    across, down = zip(*line.quad, strict=True)
    return min(across), min(down), max(across), max(down)
