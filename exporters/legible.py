"""Text from cards and files made fit to be shown: nothing in it steers the reader or hides.

What OCR and foreign files say is hostile input. Escaping is left to each format; what is done here
is the same for all: characters that are not seen but act (controls, terminal escapes, bidirectional
overrides, zero-width blanks) are dropped. The zero-width joiners stay: Persian and emoji need them.
"""

import re
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, cast

from contacts.report import Report

_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"  # controls that are no blanks
    "\u00ad\u200b\u2060-\u2064\ufeff"  # invisible: soft hyphen, zero-width blanks, operators
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"  # bidirectional marks, overrides, isolates
    "\ufff9-\ufffb\U000e0000-\U000e007f]"  # annotations and tags
)
_BROKEN = re.compile("[\ud800-\udfff]")  # half a pair: cannot be written as UTF-8


def legible(text: str) -> str:
    """Return the text without unseen characters, with single blanks and none at the ends."""
    if not (text.isascii() and text.isprintable()):
        text = _BROKEN.sub("\ufffd", _UNSEEN.sub("", text))
    return " ".join(text.split())


def legible_report(report: Report) -> Report:
    """Return the report with every text legible; texts of which nothing is left are no values."""
    return cast("Report", _legible_value(report))


def _legible_value(value: object) -> object:
    """Return a value of the report's types with every text in it legible, itself if it is so."""
    if type(value) is str:  # an enum's member is a str too, and stays what it is
        return legible(value)
    if isinstance(value, tuple):
        items = tuple(_legible_value(item) for item in value)
        return items if "" not in items else tuple(item for item in items if item != "")
    if is_dataclass(value) and not isinstance(value, type):
        changes = {}
        for name in _field_names(type(value)):
            before = getattr(value, name)
            after = _legible_value(before)
            if after != before:
                changes[name] = after
        return replace(value, **changes) if changes else value
    return value


@cache
def _field_names(dataclass: type[Any]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(dataclass))
