"""What was read on a photo file → contact records, interactions and crops."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from pathlib import PurePosixPath
from typing import Final

from contacts.claims import Claim, ContactRecord, Property, RecordSource
from contacts.extraction import Extraction, Notice, Rejection, gathered
from contacts.identifiers import card_id, profile_slug
from contacts.interactions import Direction, Interaction, InteractionKind
from contacts.readings import CardReading, PhotoReading
from extractors.card.crop_places import places_on_crop
from extractors.card.ordinals import Outline, ordinals
from extractors.card.version import EXTRACTOR, RULES_VERSION
from extractors.card_history import as_gone, earlier_outlines, gone_notice, is_gone

_CARDS_FOLDER: Final = "cards"
_PRINTED: Final = (
    *("name", "title", "department", "company", "address", "address_lines", "country"),
    *("phones", "emails", "urls", "languages", "scripts", "needs_review"),
)
_CLAIMED_AS: Final = {"switchboard": "work", "whatsapp": "mobile"}  # vCard TYPEs


def extraction(
    readings: Sequence[PhotoReading],
    sha256: str,
    names: tuple[str, ...],
    before: Sequence[ContactRecord] = (),
) -> Extraction:
    """Return what the pages of one photo file say.

    `names` are the file's paths below the inbox: the folder it lies in below `cards` is the event.
    A page that could not be read is rejected with its reason, one without a card is noticed.
    `before` is what the file said when it was read last: a card that is found again keeps its
    record, one that is not is gone, unless a page that could not be read may have it.
    """
    found = [
        (card, crop, reading)
        for reading in readings
        for card, crop in zip(reading.cards, reading.crops, strict=True)
    ]
    outlines = [Outline(reading.page, card.box) for card, _, reading in found]
    records: list[ContactRecord] = []
    interactions: list[Interaction] = []
    crops: dict[str, bytes] = {}
    numbers = ordinals(earlier_outlines(before), outlines)
    for ordinal, (card, crop, reading) in zip(numbers, found, strict=True):
        record = _record(card, reading, sha256, ordinal, events(names))
        records.append(record)
        interactions.append(_received(record, events(names)))
        crops[record.record_id] = crop
    rejected = tuple(
        Rejection(names[0], reading.page, reading.error) for reading in readings if reading.error
    )
    missing = [record for record in before if record.record_id not in crops]
    left = missing if rejected else [as_gone(record) for record in missing]
    interactions += [_received(record, events(names)) for record in left if not is_gone(record)]
    lost = [record for record in left if is_gone(record)]
    notices = [_blank(names[0], reading) for reading in readings if _is_blank(reading)]
    notices += [gone_notice(record, names[0]) for record in lost]
    whole = gathered(
        [*records, *left],
        interactions,
        extractor=EXTRACTOR,
        version=f"{RULES_VERSION} {readings[0].engine}" if readings else str(RULES_VERSION),
        read=len(records) + len(left) + len(rejected),
        rejected=rejected,
        notices=tuple(notices),
        crops=crops,
    )
    return replace(whole, counts={"gone": len(lost)}) if lost else whole


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
    printed["name_parts"] = asdict(card.name_parts) if card.name_parts else None
    printed["phones_typed"] = [asdict(phone) for phone in card.phones_typed]
    printed["disagreements"] = [asdict(one) for one in card.disagreements]
    printed["places"] = places_on_crop(card, reading.lines, card.needs_review)
    printed["page"] = reading.page
    printed["box"] = card.box
    printed["taken_at"] = reading.taken_at.isoformat() if reading.taken_at else None
    return ContactRecord(
        record_id=card_id(sha256, ordinal),
        source=RecordSource.CARD,
        locator=f"card {ordinal}",
        claims=(
            *_claims(card),
            *(Claim(Property.EVENT, event) for event in folders),
            *_taken_where(reading),
        ),
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
        kind = _CLAIMED_AS.get(phone.kind, phone.kind)
        yield Claim(Property.PHONE, phone.e164 or phone.printed, kind, confidence=sure)
    for url in card.urls:
        kind = "linkedin" if profile_slug(url) else ""
        yield Claim(Property.URL, url, kind, confidence=card.confidence["urls"])


def _taken_where(reading: PhotoReading) -> Iterator[Claim]:
    if reading.taken_where:
        latitude, longitude = reading.taken_where
        yield Claim(Property.PLACE, f"geo:{latitude:.5f},{longitude:.5f}")


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
