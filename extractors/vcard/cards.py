"""A file → its cards, each with whole lines: folds joined, pictures left out, memory bounded."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import IO

from extractors.lines import LineReader

_HEAD = 1 << 16
_LARGEST_CARD = 1 << 20  # characters without pictures; decades of notes take a tenth
_MARK = re.compile(r"[\s\ufeff]*(BEGIN|END)\s*:\s*VCARD\s*", re.IGNORECASE)
_NAME = re.compile(r"(?:[\w-]+\.)?(?!https?:)([A-Za-z][\w-]*)(?=[;:])")
_QUOTED_PRINTABLE = re.compile(r"[^:]*;(?:ENCODING=)?QUOTED-PRINTABLE\s*[;:]", re.IGNORECASE)
_EMBEDDED = re.compile(r"(?:[\w-]+\.)?AGENT\b[^:]*:\s*", re.IGNORECASE)
_UNWANTED = frozenset({"PHOTO", "LOGO", "SOUND", "KEY", "AGENT", "X-MS-CARDPICTURE"})
_UNENDED = "has no END:VCARD"
_FOLDED_AT = range(72, 79)  # columns at which writers of vCards break lines


@dataclass(frozen=True, slots=True)
class Card:
    """One card: where it begins (from 1), its whole lines, and why it is no card ("" if it is).

    Bytes that are no UTF-8 stand in the lines as surrogates (PEP 383).
    """

    line: int
    lines: tuple[str, ...]
    trouble: str = ""


def recognises(path: Path) -> bool:
    """Return whether a file begins a vCard within its first 64 KiB."""
    with path.open("rb") as stream:
        head = stream.read(_HEAD)
    lines = chain.from_iterable(LineReader(io.BytesIO(head)))
    return any((mark := _MARK.fullmatch(line)) and mark[1].upper() == "BEGIN" for line in lines)


class CardReader:
    """The cards of a stream; `strays` are the numbers of lines that stand in no card."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self.strays: list[int] = []

    def __iter__(self) -> Iterator[Card]:
        card: _OpenCard | None = None
        lines = chain.from_iterable(LineReader(self._stream, keep_bytes=True))
        for number, line in enumerate(lines, start=1):
            mark = _MARK.fullmatch(line)
            if card and (mark is None or line[0] in " \t" or card.embeds(mark[1])):
                card.add(line.rstrip("\r\n"))
            elif mark is None:
                if line.strip("\ufeff \t\r\n"):
                    self.strays.append(number)
            elif mark[1].upper() == "BEGIN":
                if card:
                    yield card.closed(_UNENDED)
                card = _OpenCard(number)
            elif card:
                yield card.closed()
                card = None
            else:
                self.strays.append(number)
        if card:
            yield card.closed(_UNENDED)


class _OpenCard:
    """A card whose end has not come."""

    def __init__(self, line: int) -> None:
        self._line = line
        self._depth = 0  # how many cards within it have no end yet either
        self._before = ""  # the physical line before
        self._size = 0
        self._lines: list[str] = []
        self._parts: list[str] = []  # of the line that may go on
        self._unwanted = False
        self._quoted_printable = False
        self._soft_break = False

    def embeds(self, mark: str) -> bool:
        """Return whether a BEGIN or END is that of a card within this one: its agent's."""
        if mark.upper() == "END":
            self._depth -= 1
            return self._depth >= 0
        embedded = _EMBEDDED.fullmatch(self._before) is not None
        self._depth += embedded
        return embedded

    def add(self, text: str) -> None:
        """Take a physical line."""
        width, self._before = len(self._before), text
        if self._depth:
            return
        if self._soft_break:
            self._keep(text)
        elif not text.strip():
            return
        elif text[0] in " \t":
            self._keep(text[1:])
        elif named := _NAME.match(text):
            self._end_line()
            self._unwanted = named[1].upper() in _UNWANTED
            self._quoted_printable = _QUOTED_PRINTABLE.match(text) is not None
            self._keep(text)
        else:  # a fold without its blank, or a line break that should have been escaped
            self._keep(text if width in _FOLDED_AT else f"\\n{text}")

    def closed(self, trouble: str = "") -> Card:
        """Return the card as it stands."""
        self._end_line()
        if self._size > _LARGEST_CARD:
            trouble = f"is larger than {_LARGEST_CARD} characters"
        return Card(self._line, () if trouble else tuple(self._lines), trouble)

    def _keep(self, text: str) -> None:
        if self._unwanted:
            return
        whole = text.rstrip()
        self._soft_break = self._quoted_printable and whole.endswith("=")
        self._size += len(text)
        if self._size > _LARGEST_CARD:
            self._lines, self._parts = [], []
        else:
            self._parts.append(whole[:-1] if self._soft_break else text)

    def _end_line(self) -> None:
        if self._parts:
            self._lines.append("".join(self._parts))
        self._parts = []
        self._soft_break = False
