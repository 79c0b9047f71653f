import pytest
from hypothesis import given
from hypothesis import strategies as st

from dedupe.addresses import PostalAddress, postal_address


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("1320 Market Street, Madrid 47782", ("1320", "market st", "47782", "madrid")),
        ("12 rue de la Paix, 75002 Paris", ("12", "rue paix", "75002", "paris")),
        ("Calle de Alcalá 45, 28014 Madrid", ("45", "calle alcala", "28014", "madrid")),
        ("Via Roma 7, 00184 Roma", ("7", "via roma", "00184", "roma")),
        ("10 Downing St London SW1A 2AA", ("10", "downing st", "sw1a2aa", "london")),
        ("80 Bay St, Toronto ON M5J 2N8", ("80", "bay st", "m5j2n8", "toronto")),
        ("Keizersgracht 123, 1015 CJ Amsterdam", ("123", "keizersgracht", "1015", "amsterdam")),
        ("Drottninggatan 12, 114 32 Stockholm", ("12", "drottning st", "11432", "stockholm")),
        ("Av. Paulista 9, São Paulo 01310-200", ("9", "ave paulista", "01310200", "sao paulo")),
        ("12345 Main St, Springfield", ("12345", "main st", "", "springfield")),
        ("Los Angeles", ("", "", "", "los angeles")),
        ("20095", ("", "", "20095", "")),
        ("", ("", "", "", "")),
    ],
)
def test_parts_are_told_apart_in_many_countries(text: str, parts: tuple[str, ...]) -> None:
    assert postal_address(text) == parts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hauptstr. 5, 20095 Hamburg", "Hauptstraße 5\nD-20095 Hamburg\nGermany"),
        ("8 Stanley Street, Perth WA 6000", "8 STANLEY ST., PERTH 6000"),
        ("1 Oak Avenue, Boston MA 02109-1234", "1 Oak Ave; Boston, MA 02109; USA"),
        ("Suite 400, 12 Smith St, Sydney NSW 2000", "12 Smith Street, Floor 3, Sydney 2000"),
        ("734Park Rd, Denver CO 80202", "734 Park Road, Denver CO 802O2"),
        ("5-7 Mill Lane, Leeds LS1 4AP", "5 Mill Ln, Leeds LS1 4AP, England"),
        ("Lindenstraße 9, 1010 Wien", "1010 Wien, Lindenstrasse 9"),
    ],
)
def test_two_ways_to_write_a_place_have_equal_parts(one: str, other: str) -> None:
    assert postal_address(one) == postal_address(other)


def test_a_flat_or_floor_is_no_house_number() -> None:
    assert postal_address("Apt 12, Elm House, Floor 3, Oak Lane, Leeds").number == ""


@given(st.text(max_size=300))
def test_any_text_has_parts_without_blanks_about_them(text: str) -> None:
    found = postal_address(text)
    assert isinstance(found, PostalAddress)
    assert all(part == part.strip() for part in found)
    assert not found.number or found.number.isdigit()


def test_a_text_without_end_is_cut() -> None:
    assert len(postal_address("long street " * 100_000).street) < 200
