"""A calendar file → its events one by one, each as text of its own; memory bounded.

An event that is broken is so for itself: the others are read. Of each are kept the lines that say
who, what and when: descriptions and attachments are most of a calendar's bytes and are not read.
"""

import contextlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import IO

from icalendar import Component
from icalendar.timezone import tzp

from extractors.lines import LineReader

_MARK = re.compile(r"[\s\ufeff]*(BEGIN|END)\s*:\s*([\w-]+)\s*", re.IGNORECASE)
_PROPERTY = re.compile(r"([A-Za-z][\w-]*)[;:]")
_WANTED = frozenset({
    "UID", "SUMMARY", "DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID",
    "STATUS", "ORGANIZER", "ATTENDEE", "URL", "DTSTAMP", "LAST-MODIFIED",
})  # fmt: skip
_LARGEST_EVENT = 1 << 20  # characters: ten thousand guests
_LARGEST_ZONE = 1 << 16
_DEEPEST = 20  # components within components
_YEARLY = re.compile(r"RRULE[^:\n]*:[^\n]*")
_PLAIN_RULE = re.compile(
    r"RRULE:FREQ=YEARLY(?:;(?:UNTIL|COUNT|INTERVAL|BYMONTH|BYDAY|BYMONTHDAY|WKST)=[-+\w]+)*"
)


@dataclass(slots=True)
class EventText:
    """An event: where it begins (from 1), its lines, and why it cannot be read ("" if it can)."""

    line: int
    lines: list[str] = field(default_factory=list)
    size: int = 0
    trouble: str = ""

    def add(self, text: str) -> None:
        """Take a line of it."""
        self.size += len(text)
        if self.size > _LARGEST_EVENT:
            self.lines = []
            self.trouble = f"is larger than {_LARGEST_EVENT} characters"
        else:
            self.lines.append(text)

    def as_bytes(self) -> bytes:
        """Return the event as a file of its own."""
        text = "\r\n".join(["BEGIN:VEVENT", *self.lines, "END:VEVENT", ""])
        return text.encode("utf-8", "replace")


class EventReader:
    """The events of a stream; `is_calendar` says afterwards whether it was one at all.

    Time zones that the file defines are known as soon as they were passed; those of another file
    are forgotten. `is_cancellation` is true of a message that calls off what it holds.
    """

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._open: list[str] = []  # the components that have begun, the innermost last
        self._event: EventText | None = None
        self._zone: list[str] = []
        self._zone_size = 0
        self._wanted = False  # whether a folded line that comes next is
        self.is_calendar = False
        self.is_cancellation = False

    def __iter__(self) -> Iterator[EventText]:
        tzp.use_default()
        for number, line in enumerate(chain.from_iterable(LineReader(self._stream)), start=1):
            mark = None if line[0] in " \t" and self._event else _MARK.fullmatch(line)
            if mark:
                yield from self._marked(mark[1].upper(), mark[2].upper(), number)
            else:
                self._take(line.rstrip("\r\n"))
        yield from self._unended()

    def _marked(self, mark: str, name: str, number: int) -> Iterator[EventText]:
        if name == "VCALENDAR" or (mark == "BEGIN" and name == "VEVENT"):
            yield from self._unended()
            self._open = []
        if mark == "BEGIN":
            self.is_calendar |= name == "VCALENDAR"
            if len(self._open) < _DEEPEST:
                self._open.append(name)
            if name == "VEVENT":
                self._event = EventText(number)
            elif name == "VTIMEZONE":
                self._zone, self._zone_size = [], 0
        elif name in self._open:
            del self._open[self._open.index(name) :]
            if name == "VEVENT" and self._event:
                yield self._event
                self._event = None
            elif name == "VTIMEZONE":
                self._learn_zone()
        if "VTIMEZONE" in self._open and name != "VTIMEZONE":
            self._add_to_zone(f"{mark}:{name}")

    def _take(self, text: str) -> None:
        if "VTIMEZONE" in self._open:
            self._add_to_zone(text)
        elif self._event and self._open[-1:] == ["VEVENT"]:
            self._take_of_event(self._event, text)
        elif text.replace(" ", "").upper() == "METHOD:CANCEL":
            self.is_cancellation = True

    def _take_of_event(self, event: EventText, text: str) -> None:
        if text[:1] not in {" ", "\t"}:
            found = _PROPERTY.match(text)
            self._wanted = found is not None and found[1].upper() in _WANTED
        if self._wanted:
            event.add(text)

    def _add_to_zone(self, text: str) -> None:
        self._zone_size += len(text) + 2
        if self._zone_size <= _LARGEST_ZONE:
            self._zone.append(text)

    def _unended(self) -> Iterator[EventText]:
        if self._event:
            self._event.trouble = self._event.trouble or "has no END:VEVENT"
            yield self._event
            self._event = None

    def _learn_zone(self) -> None:
        """Make a zone of the file known, if it is as plain as those of the world are.

        Others can take for ever to reckon; times in them are the owner's own.
        """
        text = "\r\n".join(["BEGIN:VTIMEZONE", *self._zone, "END:VTIMEZONE", ""])
        rules = _YEARLY.findall(text.upper())
        plain = all(map(_PLAIN_RULE.fullmatch, map(str.strip, rules)))
        if plain and self._zone_size <= _LARGEST_ZONE:
            with contextlib.suppress(Exception):  # the library fails with whatever it ran into
                Component.from_ical(text.encode("utf-8", "replace"))
