import pytest

from contacts.claims import Property
from contacts.identifiers import EmailKey, ProfileSlug, RecordId
from extractors.own_card import Claims, Identity, is_same_name, own_cards

OWNER = Identity(name="Mara Lindqvist")


def said(**values: str) -> Claims:
    return {Property[key.upper()]: [value] for key, value in values.items()}


def is_own(card: Claims, *connections: Claims, owner: Identity = OWNER) -> bool:
    return own_cards({RecordId("c1"): card}, connections, owner) == {"c1"}


@pytest.mark.parametrize(
    "printed",
    ["Mara Lindqvist", "MARA LINDQVIST", "Lindqvist, Mara", "LINDQVIST Mara", "Mara E. Lindqvist"],
)
def test_the_owners_name_in_any_spelling_is_the_owners_card(printed: str) -> None:
    assert is_own(said(name=printed))


@pytest.mark.parametrize("printed", ["Mara Lind", "Maria Lindqvist", "Lindqvist", "Bo Lindqvist"])
def test_another_name_is_another_person(printed: str) -> None:
    assert not is_own(said(name=printed))


def test_accents_and_the_order_of_words_do_not_part_names() -> None:
    assert is_same_name("Anaïs Noël", "NOEL Anais")
    assert is_same_name("林 雅婷", "林 雅婷")


def test_without_an_owner_no_card_is_the_owners() -> None:
    assert not is_own(said(name="Mara Lindqvist"), owner=Identity())
    assert not is_own({}, owner=Identity())


def test_an_address_of_the_owner_makes_any_card_theirs() -> None:
    owner = Identity(emails=frozenset({EmailKey("mara@lindqvist.example")}))
    assert is_own(said(email="Mara@Lindqvist.example"), owner=owner)


def test_the_owners_profile_makes_a_card_theirs_and_another_does_not() -> None:
    owner = Identity(name="Mara Lindqvist", profile=ProfileSlug("mara-l"))
    assert is_own(said(url="linkedin.com/in/mara-l/"), owner=owner)
    other = said(name="Mara Lindqvist", url="linkedin.com/in/mara-lindqvist-77")
    assert not is_own(other, owner=owner)


def test_a_connection_of_the_same_name_and_company_keeps_their_card() -> None:
    namesake = said(name="Mara Lindqvist", company="Fjordglass AB")
    assert not is_own(said(name="Mara Lindqvist", company="FJORDGLASS AB"), namesake)
    assert is_own(said(name="Mara Lindqvist", company="Own Works"), namesake)
    assert is_own(said(name="Mara Lindqvist"), said(name="Bo Ek", company="Own Works"))
