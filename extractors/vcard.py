"""vCard 2.1, 3.0 and 4.0: a file of contacts → their records.

vobject parses a card; what it cannot take is mended first: quoted-printable whose soft line breaks
split a letter (Android), or that is announced without `ENCODING=` (Thunderbird), commas that 2.1
and careless writers leave unescaped, and pictures, which are not wanted.
"""

import io
import json
import quopri
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

import vobject
from vobject.base import VObjectError

from contacts.claims import Claim, ContactRecord, Property, RecordSource
from contacts.errors import UnreadableSourceError
from contacts.extraction import Extraction, Rejection, gathered
from contacts.identifiers import profile_slug, vcard_id
from extractors.lines import LineReader

VERSION = "1"
_HEAD = 1 << 16
_LONGEST_CARD = 200_000  # lines, its picture included; a longer one has no end
_BEGIN, _END = "BEGIN:VCARD", "END:VCARD"
_UNWANTED = frozenset({"PHOTO", "LOGO", "SOUND", "KEY", "AGENT", "X-MS-CARDPICTURE"})
_NAME = re.compile(r"(?:[\w-]+\.)?([A-Za-z][\w-]*)(?=[;:])")
_QUOTED_PRINTABLE = re.compile(r";(?:ENCODING=)?QUOTED-PRINTABLE(?=[;:]|$)", re.IGNORECASE)
_CHARSET = re.compile(r";CHARSET=([\w-]+)", re.IGNORECASE)
_LINE_BREAK = re.compile(r"\r\n?|\n")
_BARE_COMMA = re.compile(r"(?<!\\),")
_PHONE_KINDS = (  # the first that a number's types name; a fax at work is a fax
    ("fax", "fax"),
    ("cell", "mobile"),
    ("mobile", "mobile"),
    ("iphone", "mobile"),
    ("pager", "pager"),
    ("work", "work"),
    ("home", "home"),
)
_PLACES = (("work", "work"), ("home", "home"))
_PARTS = re.compile(r'((?:[^":]|"[^"]*")*):(.*)', re.DOTALL)
_DAY = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})")
# vobject fails on odd cards with whatever its own code ran into.
_PARSER_TROUBLE = (
    VObjectError, ValueError, LookupError, AttributeError, TypeError, StopIteration,
)  # fmt: skip
_TEXTS = {"TITLE": Property.TITLE, "NOTE": Property.NOTE}


@dataclass(frozen=True, slots=True)
class _Card:
    """The lines of one card, pictures left out, and where it begins (from 1)."""

    line: int
    lines: tuple[str, ...]


def recognises(path: Path) -> bool:
    """Return whether a file begins a vCard within its first 64 KiB."""
    with path.open("rb") as stream:
        head = stream.read(_HEAD)
    lines = (line for block in LineReader(io.BytesIO(head)) for line in block)
    return any(line.strip().upper() == _BEGIN for line in lines)


def extract(path: Path) -> Extraction:
    """Return the contacts of a file; a card that cannot be read is rejected with its line.

    Raises:
        UnreadableSourceError: there is no vCard in it.
    """
    rejected: list[Rejection] = []
    records: dict[str, ContactRecord] = {}
    revised, read = "", 0
    for card in _cards(path):
        read += 1
        try:
            record, day = _record(card)
        except _UnreadableCardError as error:
            rejected.append(Rejection(path.name, card.line, str(error)))
        else:
            records.setdefault(record.record_id, record)
            revised = max(revised, day)
    if not read:
        raise UnreadableSourceError(path.name, "holds no vCard", "export your contacts as .vcf")
    if not records:
        raise UnreadableSourceError(
            path.name, f"{read} vCards, none readable: {rejected[0].reason}", "export them again"
        )
    extraction = gathered(
        records.values(),
        (),
        extractor="vcard",
        version=VERSION,
        read=read,
        rejected=tuple(rejected),
    )
    twice = read - len(records) - len(rejected)
    counts = {"cards_read": read, "cards_duplicate": twice, "cards_rejected": len(rejected)}
    return replace(extraction, as_of=revised, counts=counts)


class _UnreadableCardError(Exception):
    """Why a card cannot be read."""


def _cards(path: Path) -> Iterator[_Card]:
    """Yield the cards of a file; one without an end ends where the next begins."""
    kept: list[str] = []
    with path.open("rb") as stream:
        for number, line in enumerate(chain.from_iterable(LineReader(stream)), start=1):
            mark = line.strip().upper()
            if kept and (mark == _BEGIN or len(kept) > _LONGEST_CARD):
                yield _Card(number - len(kept), tuple(kept))
                kept = []
            if kept or mark == _BEGIN:
                kept.append(line.rstrip("\r\n"))
            if kept and mark == _END:
                yield _Card(number - len(kept) + 1, tuple(kept))
                kept = []
    if kept:
        yield _Card(number - len(kept) + 1, tuple(kept))


def _record(card: _Card) -> tuple[ContactRecord, str]:
    """Return what a card says, and the day it was revised ("" if it does not say)."""
    lines = [_plain(line) for line in _unfolded(card.lines)]
    if lines[-1].strip().upper() != _END:
        raise _UnreadableCardError("has no END:VCARD")
    try:
        parsed = next(
            vobject.readComponents(
                "\r\n".join(lines) + "\r\n", validate=False, ignoreUnreadable=True
            )
        )
        claims = tuple(dict.fromkeys(_claims(parsed)))
    except _PARSER_TROUBLE as error:
        raise _UnreadableCardError(f"is no vCard: {error}") from error
    if not claims:
        raise _UnreadableCardError("names nobody: no name, company, number or address")
    uid = _first(parsed, "uid")
    content = "\n".join(sorted(f"{c.property}\t{c.kind}\t{c.value}" for c in claims))
    record = ContactRecord(
        record_id=vcard_id(uid or content),
        source=RecordSource.VCARD,
        locator=f"line {card.line}",
        claims=claims,
        raw=json.dumps({"vcard": "\n".join(lines)}, ensure_ascii=False),
    )
    return record, _day(_first(parsed, "rev"))


def _unfolded(lines: Sequence[str]) -> list[str]:
    """Return one line a property, without pictures."""
    whole: list[str] = []
    unwanted = soft = False
    for line in lines:
        named = _NAME.match(line)
        if soft:
            whole[-1] = whole[-1][:-1] + line
        elif line[:1] in {" ", "\t"} and whole:
            whole[-1] += "" if unwanted else line[1:]
        elif named:
            unwanted = named[1].upper() in _UNWANTED
            if not unwanted:
                whole.append(line)
        elif line.strip() and whole and not unwanted:
            whole[-1] += f"\\n{line}"  # a line break that should have been escaped
        soft = (
            not unwanted and whole[-1].endswith("=") and bool(_QUOTED_PRINTABLE.search(whole[-1]))
        )
    return whole


def _plain(line: str) -> str:
    """Return a property without transfer encoding, its commas escaped."""
    found = _PARTS.fullmatch(line)
    if not found:
        return line
    head, value = found[1], found[2]
    charset = _CHARSET.search(head)
    if _QUOTED_PRINTABLE.search(head):
        raw = quopri.decodestring(value.encode())
        value = _decoded(raw, charset[1] if charset else "utf-8")
        value = _LINE_BREAK.sub(r"\\n", value)
    head = _CHARSET.sub("", _QUOTED_PRINTABLE.sub("", head))
    escaped = _BARE_COMMA.sub(r"\,", value)
    return f"{head}:{escaped}"


def _decoded(raw: bytes, charset: str) -> str:
    for name in (charset, "utf-8"):
        try:
            return raw.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
    return raw.decode("cp1252", "replace")


def _claims(card: vobject.base.Component) -> Iterator[Claim]:
    name, company = _name_of(card), _company_of(card)
    if name and not (name == company and _is_company(card)):
        yield Claim(Property.NAME, name)
    if company:
        yield Claim(Property.COMPANY, company)
    for line in card.lines():
        value = _text(line.value)
        if not value:
            continue
        if line.name in _TEXTS:
            yield Claim(_TEXTS[line.name], value)
        elif line.name == "EMAIL":
            yield Claim(Property.EMAIL, value.removeprefix("mailto:"), _kind(line, _PLACES))
        elif line.name == "TEL":
            yield Claim(Property.PHONE, value.removeprefix("tel:"), _kind(line, _PHONE_KINDS))
        elif line.name in {"URL", "X-SOCIALPROFILE", "X-LINKEDIN"}:
            yield Claim(Property.URL, value, "linkedin" if profile_slug(value) else "")
        elif line.name == "ADR":
            yield Claim(Property.ADDRESS, value, _kind(line, _PLACES))


def _name_of(card: vobject.base.Component) -> str:
    """Return the name as written, else put together from its parts."""
    parts = getattr(card, "n", None)
    if _first(card, "fn") or parts is None or isinstance(parts.value, str):
        return _first(card, "fn")
    return _text([parts.value.given, parts.value.additional, parts.value.family])


def _company_of(card: vobject.base.Component) -> str:
    """Return the organisation without its departments."""
    value = card.org.value if hasattr(card, "org") else ""
    return _text(value if isinstance(value, str) else value[:1])


def _is_company(card: vobject.base.Component) -> bool:
    marks = (_first(card, "kind"), _first(card, "x_abshowas"))
    return any(mark.casefold() in {"org", "company"} for mark in marks)


def _first(card: vobject.base.Component, name: str) -> str:
    return _text(getattr(card, name).value) if hasattr(card, name) else ""


def _text(value: object) -> str:
    """Return a value in one line; the parts of an address or a list are joined."""
    if isinstance(value, vobject.vcard.Address):
        place = _text([value.code, value.city])
        parts = [value.box, value.extended, value.street, place, value.region, value.country]
        return ", ".join(filter(None, map(_text, parts)))
    if isinstance(value, list | tuple):
        return " ".join(filter(None, map(_text, value)))
    return " ".join(str(value).split())


def _kind(line: vobject.base.ContentLine, kinds: Sequence[tuple[str, str]]) -> str:
    types = ",".join([*line.params.get("TYPE", []), *line.singletonparams]).casefold().split(",")
    return next((kind for mark, kind in kinds if mark in types), "")


def _day(revised: str) -> str:
    found = _DAY.match(revised)
    return "-".join(found.groups()) if found else ""
