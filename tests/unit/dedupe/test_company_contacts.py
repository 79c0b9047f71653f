import pytest

from contacts.claims import Property
from contacts.frames import VALUES
from dedupe.company_contacts import company_contacts


def contacts(*said: tuple[str, Property, str]) -> frozenset[str]:
    rows = [
        {"person": person, "property": kind.value, "place": 0, "value": value}
        | {"kind": "", "record_id": person}
        for person, kind, value in said
    ]
    return company_contacts(VALUES.build(rows))


def test_a_card_that_names_nobody_is_a_companys() -> None:
    assert contacts(
        ("p1", Property.COMPANY, "Kettle & Pier"),
        ("p1", Property.EMAIL, "info@kettlepier.example"),
        ("p1", Property.URL, "www.kettlepier.example"),
        ("p1", Property.PHONE, "+4689999999"),
    ) == {"p1"}


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Property.NAME, "Ines Falk"),
        (Property.TITLE, "Head of Sales"),
        (Property.EMAIL, "ines.falk@kettlepier.example"),
        (Property.URL, "linkedin.com/in/ines-falk"),
    ],
)
def test_what_only_a_person_has_makes_a_person(kind: Property, value: str) -> None:
    assert not contacts(("p1", Property.COMPANY, "Kettle & Pier"), ("p1", kind, value))


def test_one_company_makes_no_company_of_others() -> None:
    found = contacts(("p1", Property.NAME, "Ines Falk"), ("p2", Property.COMPANY, "Kettle & Pier"))
    assert found == {"p2"}


def test_nobody_at_all_is_no_company() -> None:
    assert contacts() == frozenset()
