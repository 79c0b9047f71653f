"""The cards of a file → its records, every card accounted for."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from contacts.claims import Claim, ContactRecord, RecordSource
from contacts.errors import UnreadableSourceError
from contacts.extraction import Extraction, Notice, Rejection, gathered
from contacts.identifiers import vcard_id
from extractors.addressbook.entry import NOBODY, claims_of, identity_of
from extractors.addressbook.merging import merged
from extractors.vcard.cards import Card, CardReader
from extractors.vcard.content_lines import content_line
from extractors.vcard.properties import said_by

VERSION = "2"


@dataclass(frozen=True, slots=True)
class _Read:
    """A card that says something of somebody."""

    line: int
    uid: str
    identity: str
    claims: tuple[Claim, ...]
    revised: date | None
    raw: str


def extract(path: Path) -> Extraction:
    """Return the contacts of a file; a card that cannot be read is rejected with its line.

    Raises:
        UnreadableSourceError: there is no vCard in it, or none that can be read.
    """
    rejected: list[Rejection] = []
    found: list[_Read] = []
    with path.open("rb") as stream:
        reader = CardReader(stream)
        for card in reader:
            read = None if card.trouble else _read(card)
            if read:
                found.append(read)
            else:
                rejected.append(Rejection(path.name, card.line, card.trouble or NOBODY))
    count = len(found) + len(rejected)
    if not count:
        raise UnreadableSourceError(path.name, "holds no vCard", "export your contacts as .vcf")
    if not found:
        raise UnreadableSourceError(
            path.name,
            f"no vCard of {count} can be read; line {rejected[0].line}: {rejected[0].reason}",
            "export them again",
        )
    records = merged(_records(found))
    extraction = gathered(
        records,
        (),
        extractor="vcard",
        version=VERSION,
        read=count,
        rejected=tuple(rejected),
        notices=tuple(_notices(path.name, reader.strays)),
    )
    twice = len(found) - extraction.observations["record_id"].nunique()
    counts = {"cards_read": count, "cards_duplicate": twice, "cards_rejected": len(rejected)}
    return replace(extraction, counts=counts)


def _read(card: Card) -> _Read | None:
    """Return what a card says; None if it is of nobody."""
    lines = [line for text in card.lines if (line := content_line(text))]
    said = said_by(lines)
    claims = claims_of(said.entry)
    identity = identity_of(claims)
    if not identity:
        return None
    text = "\n".join(f"{line.head}{line.value}" for line in lines)
    raw = json.dumps({"vcard": text.encode("utf-8", "replace").decode()}, ensure_ascii=False)
    return _Read(card.line, said.uid, identity, claims, said.revised, raw)


def _records(found: Sequence[_Read]) -> Iterator[ContactRecord]:
    shared = _shared_by_strangers(found)
    for read in found:
        unique = read.uid if read.uid not in shared else ""
        yield ContactRecord(
            record_id=vcard_id(unique or read.identity),
            source=RecordSource.VCARD,
            locator=f"line {read.line}",
            claims=read.claims,
            dated=read.revised,
            raw=read.raw,
        )


def _shared_by_strangers(found: Iterable[_Read]) -> set[str]:
    """Return the UIDs of cards that have nothing in common: a program gave them out twice."""
    common: dict[str, set[str]] = {}
    for read in found:
        marks = set(read.identity.split("\n"))
        common[read.uid] = common[read.uid] & marks if read.uid in common else marks
    return {uid for uid, marks in common.items() if uid and not marks}


def _notices(file: str, strays: Sequence[int]) -> Iterator[Notice]:
    if strays:
        count = "1 line stands" if len(strays) == 1 else f"{len(strays)} lines stand"
        yield Notice(file, strays[0], "stray_lines", f"{count} in no card: passed over")
