"""Address books in the inbox: what is one is found by its content, wherever it lies."""

from pathlib import Path

import pytest

from contacts.sources import SourceKind
from flows.stages.archives import READERS
from flows.stages.kinds import kind_of

GOOGLE = b"Name,Given Name,Family Name,Group Membership,E-mail 1 - Value\nBo,,,,bo@x.example\n"
OUTLOOK = (
    b"Title,First Name,Last Name,E-mail Address,Business Phone,Company\n,Bo,Ek,b@x.example,,\n"
)
CARD = b"BEGIN:VCARD\r\nFN:Bo\r\nEND:VCARD\r\n"
NOTES = b"just some notes\n"


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("contacts/google.csv", GOOGLE, SourceKind.ADDRESS_BOOK),
        ("my export.csv", GOOGLE, SourceKind.ADDRESS_BOOK),
        ("linkedin/contacts.csv", GOOGLE, SourceKind.ADDRESS_BOOK),
        ("cards/no suffix", GOOGLE.decode().encode("utf-16"), SourceKind.ADDRESS_BOOK),
        ("contacts/outlook.csv", OUTLOOK, SourceKind.ADDRESS_BOOK),
        (
            "contacts/linkedin_connections_export_microsoft_outlook.csv",
            OUTLOOK,
            SourceKind.LINKEDIN,
        ),
        ("linkedin/Basic/contacts.csv", OUTLOOK, SourceKind.LINKEDIN),
        ("contacts/table.csv", NOTES, SourceKind.ADDRESS_BOOK),
        ("contacts/notes", NOTES, SourceKind.VCARD),
        ("other/notes.csv", NOTES, SourceKind.UNKNOWN),
        ("other/card", CARD, SourceKind.VCARD),
        ("other/card below", NOTES + CARD, SourceKind.VCARD),
        ("other/card wide", CARD.decode().encode("utf-16"), SourceKind.VCARD),
        ("contacts/Connections.csv", b"First Name,Last Name,Connected On\n", SourceKind.LINKEDIN),
    ],
)
def test_an_address_book_is_known_by_its_content(
    tmp_path: Path, name: str, content: bytes, kind: SourceKind
) -> None:
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    assert kind_of(path, tmp_path) is kind


def test_every_kind_but_photos_and_the_unknown_has_a_reader() -> None:
    assert set(SourceKind) - set(READERS) == {SourceKind.CARD_PHOTO, SourceKind.UNKNOWN}
