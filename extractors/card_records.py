"""What was read on a photo file → contact records, interactions and crops."""

import json
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from typing import Final

from contacts.claims import Claim, ContactRecord, Property, RecordSource
from contacts.extraction import Extraction, Notice, Rejection, gathered
from contacts.identifiers import card_id, profile_slug
from contacts.interactions import Direction, Interaction, InteractionKind
from contacts.readings import CardReading, PhotoReading
from extractors.card.version import EXTRACTOR, RULES_VERSION

_CARDS_FOLDER: Final = "cards"
_PRINTED: Final = (
    *("name", "title", "department", "company", "address"),
    *("phones", "emails", "urls", "needs_review"),
)


def extraction(readings: Sequence[PhotoReading], sha256: str, names: tuple[str, ...]) -> Extraction:
    """Return what the pages of one photo file say.

    `names` are the file's paths below the inbox: the folder it lies in below `cards` is the event.
    A page that could not be read is rejected with its reason, one without a card is noticed.
    """
    records: list[ContactRecord] = []
    interactions: list[Interaction] = []
    crops: dict[str, bytes] = {}
    ordinal = 0
    for reading in readings:
        for card, crop in zip(reading.cards, reading.crops, strict=True):
            ordinal += 1
            record = _record(card, reading, sha256, ordinal, events(names))
            records.append(record)
            interactions.append(_received(record, events(names)))
            crops[record.record_id] = crop
    rejected = tuple(
        Rejection(names[0], reading.page, reading.error) for reading in readings if reading.error
    )
    notices = tuple(_blank(names[0], reading) for reading in readings if _is_blank(reading))
    return gathered(
        records,
        interactions,
        extractor=EXTRACTOR,
        version=f"{RULES_VERSION} {readings[0].engine}" if readings else str(RULES_VERSION),
        read=len(records) + len(rejected),
        rejected=rejected,
        notices=notices,
        crops=crops,
    )


def events(names: Sequence[str]) -> tuple[str, ...]:
    """Return the folders below `cards` in which a photo lies: where the card was received."""
    found = []
    for name in names:
        folders = PurePosixPath(name).parts[:-1]
        if _CARDS_FOLDER in folders:
            found.append("/".join(folders[folders.index(_CARDS_FOLDER) + 1 :]))
    return tuple(dict.fromkeys(event for event in found if event))


def _record(
    card: CardReading, reading: PhotoReading, sha256: str, ordinal: int, folders: Sequence[str]
) -> ContactRecord:
    printed = {field: getattr(card, field) for field in _PRINTED}
    printed["phones_typed"] = [
        {"printed": phone.printed, "kind": phone.kind, "e164": phone.e164}
        for phone in card.phones_typed
    ]
    return ContactRecord(
        record_id=card_id(sha256, ordinal),
        source=RecordSource.CARD,
        locator=f"card {ordinal}",
        claims=(*_claims(card), *(Claim(Property.EVENT, event) for event in folders)),
        dated=reading.taken_at.date() if reading.taken_at else None,
        raw=json.dumps(printed, ensure_ascii=False, sort_keys=True),
    )


def _claims(card: CardReading) -> Iterator[Claim]:
    for property_, field in (
        (Property.NAME, "name"),
        (Property.COMPANY, "company"),
        (Property.TITLE, "title"),
        (Property.ADDRESS, "address"),
    ):
        value = getattr(card, field)
        if value:
            yield Claim(property_, value, confidence=card.confidence[field])
    for email in card.emails:
        yield Claim(Property.EMAIL, email, confidence=card.confidence["emails"])
    sure = card.confidence.get("phones", 1.0)
    for phone in card.phones_typed:
        yield Claim(Property.PHONE, phone.e164 or phone.printed, phone.kind, confidence=sure)
    for url in card.urls:
        kind = "linkedin" if profile_slug(url) else ""
        yield Claim(Property.URL, url, kind, confidence=card.confidence["urls"])


def _received(record: ContactRecord, folders: Sequence[str]) -> Interaction:
    """Return that the card changed hands; where its photo lies in two folders, either may be it."""
    return Interaction(
        record_id=record.record_id,
        kind=InteractionKind.CARD,
        direction=Direction.BOTH,
        on=record.dated,
        locator=record.locator,
        text=" or ".join(folders) or None,
    )


def _is_blank(reading: PhotoReading) -> bool:
    return not reading.cards and not reading.error


def _blank(file: str, reading: PhotoReading) -> Notice:
    return Notice(file, reading.page, "no_card", "no card was found on this picture")
