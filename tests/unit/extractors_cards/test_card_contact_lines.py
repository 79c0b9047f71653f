"""Numbers and addresses in single lines."""

import pytest

from extractors.card.addresses_online import find_online, repaired
from extractors.card.phones import find_phones


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
        ("@acme", [], []),
        ("a@b@c@d", [], []),
    ],
)
def test_the_addresses_of_a_line(line: str, emails: list[str], urls: list[str]) -> None:
    found = find_online(line)
    assert (list(found.emails), list(found.urls)) == (emails, urls)


def test_a_web_address_mends_the_domain_of_a_mailbox() -> None:
    assert repaired(["jo@acrne-too1s.com"], ["www.acme-tools.com"], []) == ("jo@acme-tools.com",)


def test_another_domain_mends_nothing() -> None:
    assert repaired(["jo@gmail.com"], ["www.acme-tools.com"], []) == ("jo@gmail.com",)


def test_a_watermark_before_a_name_is_dropped() -> None:
    assert repaired(["Caroswald@acme.com"], [], ["Oswald Tanner"]) == ("oswald@acme.com",)


def test_an_initial_before_a_name_stays() -> None:
    assert repaired(["Otanner@acme.com"], [], ["Oswald Tanner"]) == ("Otanner@acme.com",)
