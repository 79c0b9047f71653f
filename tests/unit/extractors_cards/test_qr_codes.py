"""QR codes with contacts: read, decoded, and put before what is printed."""

import numpy as np
import pytest
import zxingcpp

from contacts.readings import CardReading
from extractors.qr import EncodedContact, decoded, outranked, read_codes

VCARD = (
    "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Example;Ada;;;\r\nFN:Ada Example\r\nORG:Acme;Research\r\n"
    "TITLE:Head of\r\n  Engines\r\nTEL;TYPE=CELL:+44 7700 900123\r\nEMAIL:ada@acme.org\r\n"
    "ADR;TYPE=WORK:;;1 Main St;Leeds;;LS1 1AA;UK\r\nEND:VCARD"
)


def test_a_vcard_gives_its_fields() -> None:
    found = decoded(VCARD)
    assert found is not None
    assert (found.name, found.title, found.company) == (
        "Ada Example",
        "Head of Engines",
        "Acme Research",
    )
    assert found.address == "1 Main St, Leeds, LS1 1AA, UK"
    assert [(one.kind, one.printed) for one in found.phones] == [("mobile", "+44 7700 900123")]


def test_a_mecard_gives_its_fields() -> None:
    found = decoded("MECARD:N:Example,Ada;TEL:+441134960000;EMAIL:ada@acme.org;;")
    assert found is not None
    assert (found.name, found.emails) == ("Ada Example", ("ada@acme.org",))


@pytest.mark.parametrize("payload", ["WIFI:S:guest;;", "hello", "javascript:alert(1)", "12345"])
def test_anything_else_says_nothing(payload: str) -> None:
    assert decoded(payload) is None


def test_a_code_is_read_from_pixels() -> None:
    code = zxingcpp.create_barcode(VCARD, zxingcpp.BarcodeFormat.QRCode)
    image = np.array(zxingcpp.write_barcode_to_image(code, scale=4))
    grey = image if image.ndim == 2 else image[..., 0]
    card = np.full((600, 900, 3), 255, np.uint8)
    card[50 : 50 + grey.shape[0], 50 : 50 + grey.shape[1]] = grey[..., None]
    assert [decoded(text) for text in read_codes(card)] == [decoded(VCARD)]


def test_a_code_outranks_the_print_and_a_difference_is_for_review() -> None:
    printed = CardReading(
        name="Ada Exanple", company="Acme", confidence={"name": 0.9, "company": 0.9}
    )
    reading = outranked(printed, EncodedContact(name="Ada Example", company="Acme"))
    assert reading.name == "Ada Example"
    assert reading.needs_review == ("name",)


def test_a_printed_name_within_the_codes_stays() -> None:
    printed = CardReading(name="Ada Example", confidence={"name": 0.9})
    assert outranked(printed, EncodedContact(name="Ada Example ACME")).name == "Ada Example"


def test_a_mailbox_printed_and_encoded_is_one() -> None:
    printed = CardReading(emails=("Ada@acme.org",), confidence={"emails": 0.9})
    reading = outranked(printed, EncodedContact(emails=("ada@acme.org",)))
    assert reading.emails == ("Ada@acme.org",)
