"""Numbers and addresses in single lines."""

import pytest

from extractors.card.addresses_mended import Printed, mended
from extractors.card.addresses_online import find_online
from extractors.card.continuations import goes_on
from extractors.card.layout import Line
from extractors.card.numbering import FoundPhone, typed
from extractors.card.phones import find_phones
from extractors.card.social import find_profiles


@pytest.mark.parametrize(
    ("line", "phones"),
    [
        ("Tel: 040-5550 1111/2222/3333 Fax:040-5550 4444", ["040-5550 1111", "040-5550 4444"]),
        ("Phones (+) 91-11-5550 1234-43 (10 Lines)", ["(+) 91-11-5550 1234"]),
        ("tel +49 30 12345-67", ["+49 30 12345-67"]),
        ("Tel. 089 / 123456-0", ["089 / 123456-0"]),
        ("98480 12345 98490 12345", ["98480 12345", "98490 12345"]),
        ("TEL:06-1234-5678FAX:06-1234-5679", ["06-1234-5678", "06-1234-5679"]),
        ("T E L: 06-1234-5678", ["06-1234-5678"]),
        ("P: 212-555-0101 | F: 212-555-0102", ["212-555-0101", "212-555-0102"]),
        ("Tax code: 0123456789", []),
        ("ISO 9001:2008", []),
        ("600001", []),
        ("12 Main Street, Springfield 12345-6789", []),
        ("〒123-4567", []),
        ("01.02.2024", []),
        ("+1 (987) 123-4567 ext. 12", ["+1 (987) 123-4567"]),
        ("P.O. Box 1234567", []),
        ("IBAN: DE89 3704 0044 0532 0130 00", []),
        ("VAT DE123456789", []),
        ("GSTIN: 27ABCDE1234F1Z5", []),
        ("CNPJ 12.345.678/0001-90", []),
        ("HRB 12345678 B", []),
        ("SIRET 123 456 789 00012", []),
        ("C.R. 2250012345", []),
        ("Mon-Fri 09:00-18:00", []),
        ("1998-2023", []),
        ("2024-01-15", []),
        ("01310-100", []),
        ("51.50740, -0.12780", []),
        ("06/12/34/56/78", ["06/12/34/56/78"]),
        ("212/555-0101", ["212/555-0101"]),
        ("563.555.0125 parish office", ["563.555.0125"]),
        ("Reservas: 0342 555 01 28", ["0342 555 01 28"]),
        ("+44 (O)20 7946 0O18", ["+44 (0)20 7946 0018"]),
        ("Tel 020 7946 0l23", ["020 7946 0123"]),
    ],
)
def test_the_numbers_of_a_line(line: str, phones: list[str]) -> None:
    assert [phone.printed for phone in find_phones(line, region=None).phones] == phones


def test_words_beside_a_number_are_left() -> None:
    found = find_phones("Springfield 12345, Ph: 9012345671 / 9012345672", region=None)
    assert [phone.printed for phone in found.phones] == ["9012345671", "9012345672"]
    assert found.rest == "Springfield 12345"


@pytest.mark.parametrize(
    ("line", "emails", "urls"),
    [
        ("john@acme.com, www.acme.com", ["john@acme.com"], ["www.acme.com"]),
        ("john@acme.com,mary@acme.com", ["john@acme.com", "mary@acme.com"], []),
        ("Email: j. doe @ acme. com", ["j.doe@acme.com"], []),
        ("Emailjdoe@acme.com", ["jdoe@acme.com"], []),
        ("jdoe@acme.co,jp", ["jdoe@acme.co.jp"], []),
        ("john@acme.com. Next door", ["john@acme.com"], []),
        ("www.acme ac.in", [], ["www.acme.ac.in"]),
        ("http ://www.acme.de/team/", [], ["http://www.acme.de/team/"]),
        ("linkedin.com/in/jdoe", [], ["linkedin.com/in/jdoe"]),
        ("Acme Co.Ltd", [], []),
        ("M.Tech (Civil), B.E.", [], []),
        ("jane.doe(at)acme.com", ["jane.doe@acme.com"], []),
        ("jane [at] acme [dot] com", ["jane@acme.com"], []),
        ("E-mail: jane.doe acme.com", ["jane.doe@acme.com"], []),
        ("jane,doe@acme.com", ["jane.doe@acme.com"], []),
        ("info,sales@acme.com", ["sales@acme.com"], []),
        ("jane@acme.corn", ["jane@acme.com"], []),
        ("jane@acme.c om", ["jane@acme.com"], []),
        ("www,acme.com", [], ["www.acme.com"]),
        ("wwwacme.com", [], ["www.acme.com"]),
        ("vvvvvv.acme.com", [], ["www.acme.com"]),
        ("http//www.acme.com", [], ["http://www.acme.com"]),
        ("W www.acme.de", [], ["www.acme.de"]),
        ("pop.corn", [], []),
        ("St. Gallen", [], []),
        ("@acme", [], []),
        ("a@b@c@d", [], []),
    ],
)
def test_the_addresses_of_a_line(line: str, emails: list[str], urls: list[str]) -> None:
    found = find_online(line)
    assert (list(found.emails), list(found.urls)) == (emails, urls)


@pytest.mark.parametrize(
    ("line", "region", "kinds"),
    [
        ("(510) 555-0142 office, (510) 555-0188 mobile", "US", ["work", "mobile"]),
        ("+49 30 1234567 (Zentrale), +49 30 1234568 (Durchwahl)", "DE", ["switchboard", "work"]),
        ("Ph: (O) 0422-2123456 (R) 0422-2123457", "IN", ["work", "home"]),
        ("Tel. mobil 0171 1234567", "DE", ["mobile"]),
        ("Standard : 01 23 45 67 89 / Fax : 01 23 45 67 80", "FR", ["switchboard", "fax"]),
        ("代表 03-1234-5678 直通 03-1234-5679", "JP", ["switchboard", "work"]),
        ("03-1234-5678(代)", "JP", ["switchboard"]),
        ("Тел.: +7 495 123-45-67, моб. +7 916 123-45-67", "RU", ["work", "mobile"]),
        ("ĐT: 024 3943 6161 - DĐ: 0902 175 728", "VN", ["work", "mobile"]),
        ("Τηλ. 210 1234567 Κιν. 694 1234567", "GR", ["work", "mobile"]),
        ("هاتف 0123456789", "EG", ["work"]),
        ("טל: 03-1234567 נייד: 050-1234567", "IL", ["work", "mobile"]),
        ("โทร. 02 123 4567 มือถือ 081 234 5678", "TH", ["work", "mobile"]),
        ("Puh. 09 123 4567", "FI", ["work"]),
        ("Telemóvel: 912 345 678", "PT", ["mobile"]),
        ("WhatsApp: +65 8123 4567", None, ["whatsapp"]),
        ("Mobile / WhatsApp +65 8123 4567", None, ["mobile"]),
        ("Toll Free 1-800-555-0199", "US", ["toll-free"]),
        ("T 0800 123 4567", "GB", ["toll-free"]),
        ("Tel./Fax: 030 1234567", "DE", ["work"]),
        ("0171 1234567", "DE", ["mobile"]),
        ("C 030 12345678", "DE", ["work"]),
        ("C: 030 12345678", "DE", ["mobile"]),
        ("Office: 0171 1234567", "DE", ["work"]),
        ("H: 212-555-0134", "US", ["home"]),
    ],
)
def test_a_word_before_or_behind_a_number_says_its_kind(
    line: str, region: str | None, kinds: list[str]
) -> None:
    found = find_phones(line, region=region).phones
    assert [phone.kind for phone in typed(found, [region] if region else [])] == kinds


@pytest.mark.parametrize(
    ("printed", "regions", "e164"),
    [
        ("0171 1234567", ["DE"], "+491711234567"),
        ("0171 1234567", ["FR", "DE"], "+491711234567"),
        ("0049 171 1234567", [], "+491711234567"),
        ("49 171 1234567", ["DE"], "+491711234567"),
        ("+022 2783 1512", ["IN"], "+912227831512"),
        ("+49 (0) 171 1234567", [], "+491711234567"),
        ("0171 1234567", [], None),
    ],
)
def test_a_number_is_e164_in_the_first_country_where_it_is_valid(
    printed: str, regions: list[str], e164: str | None
) -> None:
    assert typed([FoundPhone(printed, "work", labelled=True)], regions)[0].e164 == e164


def test_an_extension_is_printed_and_has_no_place_in_e164() -> None:
    (phone,) = find_phones("T +49 30 1234567 x12", region=None).phones
    (plan,) = typed([phone], [])
    assert (phone.printed, plan.printed, plan.e164) == (
        "+49 30 1234567",
        "+49 30 1234567 x12",
        "+49301234567",
    )


def _mended(
    emails: list[str], urls: list[str], texts: list[str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return addresses mended, each on a line of its own, the words on the lines behind them."""
    lines = [Line(at, "", 0, 30 * at, 100, 30 * at + 20, 0.9) for at in range(20)]
    printed = [Printed(value, lines[at]) for at, value in enumerate([*emails, *urls])]
    left = dict(enumerate(texts, start=len(printed)))
    mails, sites, _ = mended(printed[: len(emails)], printed[len(emails) :], left)
    return tuple(one.value for one in mails), tuple(one.value for one in sites)


@pytest.mark.parametrize(
    ("emails", "urls", "texts", "expected"),
    [
        (["jo@acrne-too1s.com"], ["www.acme-tools.com"], [], "jo@acme-tools.com"),
        (["jo@gmail.com"], ["www.acme-tools.com"], [], "jo@gmail.com"),
        (["jo@acme.com", "info@acme.com"], ["www.acrne.com"], [], "jo@acme.com"),
        (["jo@acme.com"], ["www.acrne.com"], ["Acme Tools"], "jo@acme.com"),
        (["Caroswald@acme.com"], [], ["Oswald Tanner"], "oswald@acme.com"),
        (["Otanner@acme.com"], [], ["Oswald Tanner"], "Otanner@acme.com"),
        (["Ejane@acme.com"], [], ["Jane Doe"], "jane@acme.com"),
        (["ejane.tanner@acme.com"], [], ["Jane Tanner"], "jane.tanner@acme.com"),
        (["jane.srnith@acme.com"], [], ["Jane Smith"], "jane.smith@acme.com"),
        (["jsrnith@acme.com"], [], ["Jane Smith"], "jsmith@acme.com"),
        (["Ijones@acme.com"], [], ["Lee Jones"], "ljones@acme.com"),
        (["llse.klein@acme.com"], [], ["Ilse Klein"], "ilse.klein@acme.com"),
        (["jane.muller@acme.com"], [], ["Jane Miller"], "jane.muller@acme.com"),
    ],
)
def test_a_mailbox_is_mended_where_the_card_proves_it(
    emails: list[str], urls: list[str], texts: list[str], expected: str
) -> None:
    assert _mended(emails, urls, texts)[0][0] == expected


def test_a_known_domain_behind_a_name_is_a_mailbox_that_lost_its_mark() -> None:
    found = _mended([], ["jane.doeacme.com", "www.acme.com"], ["Jane Doe"])
    assert found == (("jane.doe@acme.com",), ("www.acme.com",))
    assert _mended([], ["bluemarket.com", "www.market.com"], ["Jane Doe"])[0] == ()


@pytest.mark.parametrize(
    ("text", "following", "whole"),
    [
        ("jane.doe@", "acme.com", True),
        ("jane.doe @", "acme.com", True),
        ("jane.doe", "@acme.com", True),
        ("jane@acme", ".com", True),
        ("jane@acme-", "tools.com", True),
        ("jane.christina-", "doe@acme.com", True),
        ("www.acme-", "tools.com", True),
        ("www.", "acme.com", True),
        ("http://www.acme.com/a/", "team", True),
        ("linkedin.com/in/", "jane-doe", True),
        ("linkedin.com", "/in/jane", True),
        ("jane@acme.com", "www.acme.com", False),
        ("www.acme.com", "Berlin", False),
        ("http://www.acme.com/", "Berlin", False),
        ("Sales", "@acme", False),
        ("", "acme.com", False),
    ],
)
def test_an_address_goes_on_in_the_next_line_if_only_that_makes_it_whole(
    text: str, following: str, *, whole: bool
) -> None:
    assert goes_on(text, following) is whole


@pytest.mark.parametrize(
    ("line", "urls"),
    [
        ("LinkedIn: jane-doe", ("linkedin.com/in/jane-doe",)),
        ("/in/jane-doe", ("linkedin.com/in/jane-doe",)),
        ("in/jane-doe", ("linkedin.com/in/jane-doe",)),
        ("Twitter: @jane | Instagram: @jane.d", ("twitter.com/jane", "instagram.com/jane.d")),
        ("facebook/acme", ("facebook.com/acme",)),
        ("X @jane", ("x.com/jane",)),
        ("@jane", ()),
        ("LinkedIn: Jane Doe", ()),
        ("Facebook / Twitter / Instagram", ()),
        ("Skype: jane.doe", ()),
        ("x/y", ()),
    ],
)
def test_a_handle_is_an_address_where_its_network_is_named(
    line: str, urls: tuple[str, ...]
) -> None:
    assert find_profiles(line)[0] == urls
