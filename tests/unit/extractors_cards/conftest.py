"""Cards as an engine would give them: lines of text at places, without an engine."""

from collections.abc import Callable, Sequence

import pytest

from contacts.readings import TextLine

Placed = tuple[str, float, float, float]  # text, left, top, height
MakeLines = Callable[[Sequence[Placed]], tuple[TextLine, ...]]


def _lines(placed: Sequence[Placed]) -> tuple[TextLine, ...]:
    """Return level lines; letters are half as wide as high, Han signs as wide as high."""
    made = []
    for text, left, top, height in placed:
        width = sum(height if ord(sign) > 0x2E80 else height / 2 for sign in text)
        right, bottom = left + width, top + height
        quad = ((left, top), (right, top), (right, bottom), (left, bottom))
        made.append(TextLine(text, quad, 0.98))
    return tuple(made)


@pytest.fixture
def make_lines() -> MakeLines:
    return _lines


class FakeEngine:
    """Says the same lines of every card."""

    name = "fake"
    version = "fake 1"

    def __init__(self, lines: Sequence[TextLine]) -> None:
        self.lines = tuple(lines)

    def read(self, _card: object) -> tuple[TextLine, ...]:
        return self.lines


@pytest.fixture
def fake_engine() -> type[FakeEngine]:
    return FakeEngine
