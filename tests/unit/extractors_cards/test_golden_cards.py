"""Invented cards as an engine would give their lines, and how much of each field is understood.

A file of `tests/golden/cards` has `lines` (text, left, top, right, bottom, confidence) and what is
`expected` of them; `alt` are other right answers, `optional` and `faxes` are neither right nor
wrong. The rules may be improved by looking at the even cards; the odd ones are never looked at.
"""

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from rapidfuzz.fuzz import token_sort_ratio

from contacts.readings import CardReading, TextLine
from extractors.card.reading import read_card

GOLDEN = Path(__file__).parents[2] / "golden" / "cards"
SINGLE = ("name", "title", "company", "address")
REPEATED = ("phones", "emails", "urls")
PARTS = ("department", "given", "family", "honorific", "degrees")
ALIKE = 90.0  # token sort ratio
_SUFFIX = 7  # digits that are enough to know a number by its end
_COURTESY = re.compile(r"^(?:(?:dr|prof|professor|mr|mrs|ms|miss)\b\.?\s*)+")
_FLOOR = 0.80  # micro F1

Card = Mapping[str, Any]
Outcome = Counter[str]  # of `hit`, `extra` and `missed`


def golden_cards() -> dict[int, Card]:
    """Return the cards by their number."""
    files = sorted(GOLDEN.glob("*.json"))
    return {int(file.stem): json.loads(file.read_text(encoding="utf-8")) for file in files}


def lines_of(card: Card) -> tuple[TextLine, ...]:
    """Return the lines of a card as an engine would."""
    return tuple(
        TextLine(text, ((x, y), (right, y), (right, bottom), (x, bottom)), confidence)
        for text, x, y, right, bottom, confidence in card["lines"]
    )


def outcomes(card: Card, reading: CardReading) -> dict[str, Outcome]:
    """Return what is right, extra and missed in each field, `PARTS` included."""
    found = {field: _single(card, field, getattr(reading, field)) for field in SINGLE}
    found |= {field: _repeated(card, field, getattr(reading, field)) for field in REPEATED}
    return found | {field: _part(card, field, reading) for field in PARTS}


def rates(counted: Iterable[Outcome]) -> tuple[float, float, float]:
    """Return precision, recall and F1 of some outcomes together."""
    total = sum(counted, Counter())
    hit, extra, missed = (total[key] for key in ("hit", "extra", "missed"))
    f1 = 2 * hit / max(2 * hit + extra + missed, 1)
    return hit / max(hit + extra, 1), hit / max(hit + missed, 1), f1


def _single(card: Card, field: str, said: str | None) -> Outcome:
    expected = card["expected"][field]
    accepted = [*filter(None, [expected]), *card.get("alt", {}).get(field, [])]
    if any(_alike(said, text) for text in accepted):
        return Counter(hit=1)
    neutral = any(_alike(said, text) for text in card.get("optional", {}).get(field, []))
    return Counter(extra=int(bool(said) and not neutral), missed=int(bool(expected)))


def _alike(one: str | None, other: str) -> bool:
    a, b = _folded(one or ""), _folded(other)
    if not a or not b:
        return False
    return a.replace(" ", "") == b.replace(" ", "") or token_sort_ratio(a, b) >= ALIKE


def _folded(text: str) -> str:
    plain = _COURTESY.sub("", unicodedata.normalize("NFKC", text).lower().strip())
    return " ".join(re.sub(r"\W+", " ", plain).split())


def _repeated(card: Card, field: str, said: Sequence[str]) -> Outcome:
    """Each printed value can be hit once; the same value said twice counts once."""
    waiting = [_plain(field, value) for value in card["expected"][field]]
    printed = list(waiting)
    neutral = [_plain(field, value) for value in card.get("optional", {}).get(field, [])]
    if field == "phones":
        neutral += [_plain(field, value) for value in card.get("faxes", [])]
    found: Outcome = Counter()
    for value in dict.fromkeys(_plain(field, value) for value in said):
        match = next((one for one in waiting if _same(field, one, value)), None)
        optional = any(_same(field, one, value) for one in neutral)
        if match is None and optional and field == "phones":  # a number with its extension
            match = next((one for one in waiting if value.startswith(one)), None)
        if match is not None:
            waiting.remove(match)
            found["hit"] += 1
        elif not optional and not any(_same(field, one, value) for one in printed):
            found["extra"] += 1
    found["missed"] = len(waiting)
    return found


def _plain(field: str, value: str) -> str:
    if field == "phones":
        return re.sub(r"\D", "", value.replace("(0)", "")).lstrip("0")
    if field == "urls":
        value = re.sub(r"^(?:https?:/*)?(?:www\.)?", "", re.sub(r"\s", "", value.lower()))
        return value.rstrip("/.,;")
    return value.strip().lower()


def _same(field: str, one: str, other: str) -> bool:
    if one == other or field != "phones":
        return one == other
    short, long = sorted((one, other), key=len)
    return len(short) >= _SUFFIX and long.endswith(short)


def _part(card: Card, field: str, reading: CardReading) -> Outcome:
    of = reading if field == "department" else reading.name_parts
    said = {*_texts(getattr(of, field, None))}
    expected = {*_texts(card["expected"][field])}
    both = said & expected
    return Counter(hit=len(both), extra=len(said - both), missed=len(expected - both))


def _texts(value: object) -> Iterator[str]:
    values = value if isinstance(value, tuple | list) else (value,)
    return (re.sub(r"\W+", "", str(text)).casefold() for text in values if text)


@pytest.mark.parametrize("half", [1, 0], ids=["odd", "even"])
def test_the_fields_of_invented_cards_are_understood(half: int) -> None:
    counted = [
        outcome[field]
        for number, card in golden_cards().items()
        if number % 2 == half
        for outcome in [outcomes(card, read_card(lines_of(card), region=None))]
        for field in (*SINGLE, *REPEATED)
    ]
    assert rates(counted)[2] >= _FLOOR
