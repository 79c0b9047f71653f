"""QR codes with contacts: read, decoded, and put before what is printed."""

import unicodedata
from dataclasses import replace

import numpy as np
import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st

from contacts.readings import CardReading, Disagreement, PersonName, TypedPhone
from extractors.card.numbering import FoundPhone
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
        "Acme",
    )
    assert (found.name_parts.given, found.name_parts.family) == ("Ada", "Example")
    assert found.department == "Research"
    assert found.address_lines == ("1 Main St", "Leeds LS1 1AA", "UK")
    assert [(one.kind, one.printed) for one in found.phones] == [("mobile", "+44 7700 900123")]


def test_a_mecard_gives_its_fields() -> None:
    found = decoded("MECARD:N:Example,Ada;TEL:+441134960000;EMAIL:ada@acme.org;;")
    assert found is not None
    assert (found.name, found.emails) == ("Ada Example", ("ada@acme.org",))


def test_a_vcard_of_2_1_is_quoted_and_in_its_own_encoding() -> None:
    found = decoded(
        "BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=\n"
        "=B6rg\nTEL;CELL;VOICE:0171 1234567\nTEL;WORK;FAX:030 1234567\nEND:VCARD"
    )
    assert found is not None
    assert found.name == "Jörg Müller"
    assert [phone.kind for phone in found.phones] == ["mobile", "fax"]


def test_a_vcard_of_4_0_has_numbers_as_addresses() -> None:
    found = decoded(
        "BEGIN:VCARD\nVERSION:4.0\nFN:Ada Example\nitem1.TEL;VALUE=uri;"
        'TYPE="voice,cell":tel:+44-7911-123456;ext=1\n'
        "X-SOCIALPROFILE;TYPE=linkedin:https://www.linkedin.com/in/ada\nURL:javascript:alert(1)\n"
        "EMAIL:no address\nEND:VCARD"
    )
    assert found is not None
    assert [(one.kind, one.printed) for one in found.phones] == [("mobile", "+44-7911-123456")]
    assert (found.urls, found.emails) == (("https://www.linkedin.com/in/ada",), ())


def test_a_bizcard_gives_its_fields() -> None:
    found = decoded("BIZCARD:N:Ada;X:Example;T:Engineer;C:Acme;B:+441134960000;E:ada@acme.org;;")
    assert found is not None
    assert (found.name, found.title, found.company) == ("Ada Example", "Engineer", "Acme")
    assert (len(found.phones), found.emails) == (1, ("ada@acme.org",))


def test_a_company_that_is_also_the_name_is_nobody() -> None:
    found = decoded("BEGIN:VCARD\nFN:Acme\nORG:Acme\nEND:VCARD")
    assert found is not None
    assert (found.name, found.company) == ("", "Acme")


@pytest.mark.parametrize(
    "payload",
    [
        "WIFI:S:guest;;",
        "hello",
        "javascript:alert(1)",
        "12345",
        "BEGIN:VCARD",
        "tel:1",
        "https:",
        "mailto:x",
    ],
)
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
    assert reading.disagreements == (Disagreement("name", "Ada Exanple", "Ada Example"),)
    assert reading.confidence["name"] > 0.98


def test_a_printed_name_within_the_codes_stays() -> None:
    printed = CardReading(name="Ada Example", confidence={"name": 0.9})
    assert outranked(printed, EncodedContact(name="Ada Example ACME")).name == "Ada Example"


def test_a_mailbox_printed_and_encoded_is_one() -> None:
    printed = CardReading(emails=("Ada@acme.org",), confidence={"emails": 0.9})
    reading = outranked(printed, EncodedContact(emails=("ada@acme.org",)))
    assert reading.emails == ("Ada@acme.org",)


@pytest.mark.parametrize(
    ("field", "printed", "coded"),
    [
        ("name", "Ada Example", "Dr. Ada Example"),
        ("name", "示例 花子", "Hanako Jirei"),
        ("company", "Acme", "Acme Engines Ltd"),
        ("title", "Head, Sales", "Sales Head"),
        ("address", "1 Main St, Leeds", "1 Main St, Leeds LS1 1AA, UK"),
    ],
)
def test_what_says_the_same_in_other_words_is_no_disagreement(
    field: str, printed: str, coded: str
) -> None:
    reading = replace(CardReading(), **{field: printed}, confidence={field: 0.5})
    reading = replace(reading, needs_review=(field,))
    found = outranked(reading, replace(EncodedContact(), **{field: coded}))
    assert getattr(found, field) == printed
    assert (found.disagreements, found.needs_review) == ((), ())


def test_a_misread_mailbox_and_number_take_the_codes() -> None:
    printed = CardReading(
        phones=("+44 1134 961234",),
        phones_typed=(TypedPhone("+44 1134 961234", "work", "+441134961234"),),
        emails=("ada@acrne.org", "info@acme.org"),
        confidence={"phones": 0.9, "emails": 0.9},
    )
    code = EncodedContact(
        name="Ada",
        phones=(FoundPhone("+441134967234", "work", labelled=True),),
        emails=("ada@acme.org",),
    )
    reading = outranked(printed, code)
    assert reading.emails == ("ada@acme.org", "info@acme.org")
    assert reading.phones == ("+441134967234",)
    assert [one.field for one in reading.disagreements] == ["phones", "emails"]
    assert reading.needs_review == ("phones", "emails")


def test_the_neighbouring_line_of_an_office_is_another_number() -> None:
    phone = TypedPhone("+49 30 1234567", "work", "+49301234567")
    printed = CardReading(phones=(phone.printed,), phones_typed=(phone,))
    code = EncodedContact(phones=(FoundPhone("+49 30 1234568", "fax", labelled=True),))
    reading = outranked(printed, code)
    assert [one.printed for one in reading.phones_typed] == ["+49 30 1234567", "+49 30 1234568"]
    assert reading.disagreements == ()


def test_a_web_address_alone_is_added_and_replaces_nothing() -> None:
    printed = CardReading(name="Ada Example", urls=("www.acme.org",), confidence={"urls": 0.9})
    profile = "https://www.linkedin.com/in/ada"
    code = decoded(profile)
    assert code is not None
    reading = outranked(printed, code)
    assert reading.urls == (profile, "www.acme.org")
    assert (reading.name, reading.disagreements) == ("Ada Example", ())
    same = decoded("https://www.acme.org/?utm_source=card")
    assert same is not None
    assert outranked(printed, same).urls == ("www.acme.org",)


def test_the_code_knows_the_parts_of_a_name() -> None:
    printed = CardReading(name="Ada de Example", name_parts=PersonName("Ada", "de Example"))
    code = EncodedContact(name="Ada de Example", name_parts=PersonName("Ada de", "Example"))
    parts = outranked(replace(printed, confidence={"name": 0.9}), code).name_parts
    assert parts == PersonName("Ada de", "Example")


@given(
    st.text(max_size=300), st.sampled_from(["", "BEGIN:VCARD\n", "MECARD:", "BIZCARD:", "http://"])
)
def test_any_payload_gives_clean_fields_or_nothing(text: str, head: str) -> None:
    found = decoded(head + text)
    for value in () if found is None else (found.name, found.company, *found.emails, *found.urls):
        assert not any(unicodedata.category(sign) in {"Cc", "Cf"} for sign in value)
