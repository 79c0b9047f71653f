"""Text from cards and files made fit to be shown: nothing in it steers the reader or hides.

What OCR and foreign files say is hostile input. Escaping is left to each format; what is done here
is the same for all: characters that are not seen but act (controls, terminal escapes, bidirectional
overrides, zero-width blanks) are dropped. The zero-width joiners stay: Persian and emoji need them.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, cast

import contacts.report
from contacts.report import Report
from contacts.ties import TieClass

_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"  # controls that are no blanks
    "\u00ad\u200b\u2060-\u2064\ufeff"  # invisible: soft hyphen, zero-width blanks, operators
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"  # bidirectional marks, overrides, isolates
    "\ufff9-\ufffb\U000e0000-\U000e007f]"  # annotations and tags
)
_BROKEN = re.compile("[\ud800-\udfff]")  # half a pair: cannot be written as UTF-8
_TEXTLESS = (int, float, float | None, bool, bytes | None, TieClass)
_FIELDS: Mapping[type, tuple[str, ...]] = {  # of every part of a report, those that may hold text
    kind: tuple(field.name for field in fields(kind) if field.type not in _TEXTLESS)
    for kind in vars(contacts.report).values()
    if isinstance(kind, type) and is_dataclass(kind)
}


@dataclass(frozen=True, slots=True)
class LegibleReport(Report):
    """A report in which every text is legible."""


def legible(text: str) -> str:
    """Return the text without unseen characters, with single blanks and none at the ends."""
    if text.isascii() and text.isprintable():
        if "  " not in text and text[:1] != " " and text[-1:] != " ":
            return text  # nearly all are so: there are a million
    else:
        text = _BROKEN.sub("\ufffd", _UNSEEN.sub("", text))
    return " ".join(text.split())


def legible_report(report: Report) -> LegibleReport:
    """Return the report with every text legible; texts of which nothing is left are no values."""
    if isinstance(report, LegibleReport):
        return report
    values = {field.name: _legible_value(getattr(report, field.name)) for field in fields(report)}
    return LegibleReport(**cast("dict[str, Any]", values))


def _legible_value(value: object) -> object:
    """Return a value of the report's types with every text in it legible, itself if it is so."""
    if type(value) is str:  # an enum's member is a str too, and stays what it is
        return legible(value)
    if isinstance(value, tuple):
        items = tuple([_legible_value(item) for item in value])
        return items if all(items) else tuple(item for item in items if item != "")
    changes = {}
    for name in _FIELDS.get(type(value), ()):
        before = getattr(value, name)
        after = legible(before) if type(before) is str else before and _legible_value(before)
        if after is not before and after != before:
            changes[name] = after
    return replace(cast("Any", value), **changes) if changes else value
