"""What an earlier reading of a photo said, when the photo is read again.

A card that is found no more keeps its record, without claims: no other card is to get its number,
and with it what the user said of it.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from contacts.claims import ContactRecord
from contacts.extraction import Notice
from contacts.readings import Quad
from extractors.card.ordinals import Outline


def earlier_outlines(before: Sequence[ContactRecord]) -> Mapping[int, Outline]:
    """Return where each card lay, by its number; gone ones too: they may be found again."""
    return {_ordinal(record): _outline(json.loads(record.raw)) for record in before}


def is_gone(record: ContactRecord) -> bool:
    """Return whether a card was found by an earlier reading and not by the last one."""
    return bool(json.loads(record.raw).get("gone"))


def as_gone(record: ContactRecord) -> ContactRecord:
    """Return the record of a card that is found no more; what was read on it stays in `raw`."""
    raw = json.loads(record.raw) | {"gone": True}
    return replace(record, claims=(), raw=json.dumps(raw, ensure_ascii=False, sort_keys=True))


def gone_notice(record: ContactRecord, file: str) -> Notice:
    """Return what the user is to know of a card that is gone: nobody is dropped in silence."""
    raw = json.loads(record.raw)
    who = raw.get("name") or raw.get("company") or "without a name"
    text = f"{record.locator} ({who}) was found once and is no longer found on this picture"
    return Notice(file, raw.get("page"), "card_gone", text)


def _ordinal(record: ContactRecord) -> int:
    return int(record.locator.rpartition(" ")[2])


def _outline(raw: Mapping[str, Any]) -> Outline:
    return Outline(raw.get("page"), _quad(raw["box"]) if raw.get("box") else None)


def _quad(corners: Sequence[Sequence[float]]) -> Quad:
    one, two, three, four = ((x, y) for x, y in corners)
    return one, two, three, four
