"""What a source says of somebody: claims with their provenance, and the record they make up."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from contacts.identifiers import RecordId


class Property(StrEnum):
    """The vCard property (RFC 6350) under which a value is filed."""

    NAME = "FN"
    COMPANY = "ORG"
    TITLE = "TITLE"
    EMAIL = "EMAIL"
    PHONE = "TEL"
    URL = "URL"
    ADDRESS = "ADR"
    EVENT = "CATEGORIES"  # where you met: the subfolder a card lay in
    PLACE = "GEO"  # where a photo was taken, as `geo:LATITUDE,LONGITUDE` (RFC 5870)
    NOTE = "NOTE"


class RecordSource(StrEnum):
    """The kind of source entity; the words of the `source` column of every table."""

    CARD = "card"
    LINKEDIN = "linkedin"
    VCARD = "vcard"
    CALENDAR = "calendar"  # somebody met, by address
    ADDRESS_BOOK = "address_book"  # an entry of a phone book in another form than vCard


@dataclass(frozen=True, slots=True)
class Claim:
    """One value under one property.

    `kind` is the vCard TYPE where it is known: `mobile`, `work`, `fax`, `linkedin`. `locator` is
    where in the file it stands (`Connections.csv:14`, `card 1`), `confidence` 0 to 1, 4 places.
    """

    property: Property
    value: str
    kind: str = ""
    locator: str = ""
    confidence: float = 1.0

    def __post_init__(self) -> None:
        if not 0 <= self.confidence <= 1:
            raise ValueError(f"confidence of {self.property} is {self.confidence}, not 0 to 1")


@dataclass(frozen=True, slots=True)
class ContactRecord:
    """What one file says of one source entity: this card, this connection, this vCard.

    Never edited: a correction is a claim on top. `dated` is the record's own date (the day a card
    was received, the day of connecting), `raw` the row as the file had it, as JSON.
    """

    record_id: RecordId
    source: RecordSource
    locator: str
    claims: tuple[Claim, ...]
    dated: date | None = None
    raw: str = "{}"
