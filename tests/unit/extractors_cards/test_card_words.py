"""The lists of words, and what they make of single lines in many languages."""

from importlib.resources import files

import pytest

from extractors.card import vocabulary as known
from extractors.card.companies import company_score, domain_agreement, has_legal_form
from extractors.card.facts import NO_FACTS, CardFacts
from extractors.card.names import name_score
from extractors.card.places import address_score, country, has_postcode, is_place
from extractors.card.text import folded, joined_initials, respaced, unspaced
from extractors.card.titles import department_score, title_score

LISTS = sorted(
    path.name.removesuffix(".txt") for path in (files("extractors.card") / "words").iterdir()
)


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_sorted_without_doubles_and_folded(name: str) -> None:
    entries = [entry.partition("\t")[0] for entry in known.entries(name)]
    assert entries == sorted(set(entries))
    assert all(entry and entry == folded(entry).strip() for entry in entries)


def test_countries_have_codes_of_two_letters() -> None:
    codes = set(known.COUNTRIES.values())
    assert all(len(code) == 2 and code.isascii() and code.isupper() for code in codes)
    assert {"DE", "JP", "BR", "ZA", "VN", "TR"} <= codes


@pytest.mark.parametrize(
    "title",
    [
        "Head of Sales", "Geschäftsführerin", "Directrice commerciale", "Jefe de Obra",
        "Responsabile Acquisti", "Hoofd Inkoop", "Engenheiro Civil", "Försäljningschef",
        "Salgssjef", "Afdelingsleder", "Toimitusjohtaja", "Kierownik Projektu", "Vedoucí nákupu",
        "Vezérigazgató", "Inginer Proiectant", "Satış Müdürü", "Direktur Utama", "Pengarah Urusan",
        "Voditelj prodaje", "Vadovas", "Tegevjuht", "Valdes loceklis", "Генеральный директор",
        "Керівник відділу", "Изпълнителен директор", "Γενικός Διευθυντής", "مدير المبيعات",
        'מנכ"ל', "ผู้จัดการฝ่ายขาย", "代表取締役", "总经理", "經理", "대표이사", "Scrum Master",
    ],
)  # fmt: skip
def test_what_somebody_is_is_known_in_many_languages(title: str) -> None:
    score = title_score(title)
    assert score > 1
    assert score > max(name_score(title, NO_FACTS), company_score(title, NO_FACTS))


@pytest.mark.parametrize(
    "name",
    [
        "Siobhán Ní Fhearghaile", "Nguyễn Thị Thu Trang", "Ana Lúcia Prestes da Fonseca",
        "J. P. van der Westhuyzen", "TAKESHI MORIOKA", "Иван Петрович Самойленко",
        "Γιώργος Σταυρακάκης", "Kovács-Bognár Ágnes", "محمد القحطاني", "佐藤 花子", "김서연",
        "Mary-Kate Baker", "Peter Koch", "Prof. Dr. Uwe Sandmeier",
    ],
)  # fmt: skip
def test_a_persons_name_is_known_in_many_languages(name: str) -> None:
    score = name_score(name, NO_FACTS)
    assert score > 0
    assert score > max(title_score(name), address_score(name))


@pytest.mark.parametrize("title", ["Sales Manager", "Bauleiter", "Chef de projet"])
def test_a_title_is_no_name(title: str) -> None:
    assert name_score(title, NO_FACTS) < 0


@pytest.mark.parametrize(
    "company",
    [
        "Kranbau Weserland GmbH & Co. KG", "Halcyon Freight (Pvt.) Ltd.", "Ambrelle S.A.R.L.",
        "Molino Vecchio S.p.A.", "Stalnord Sp. z o.o.", "Vinice Hradec s.r.o.", "Tisza Bt.",
        "Hansen & Sønner ApS", "Fjordverft AS", "Nordlys A/S", "PT Maju Sentosa", "ООО «Ромашка»",
        "Балкан Керамика ООД", "Sdružení ETA a.s.", "Oy Koivu Ab", "Perak Jaya Sdn. Bhd.",
        "Conservas del Sur, S. de R.L. de C.V.", "ΑΦΟΙ ΒΑΣΙΛΕΙΟΥ Ο.Ε.",
    ],
)  # fmt: skip
def test_legal_forms_are_known(company: str) -> None:
    assert has_legal_form(company)
    assert company_score(company, NO_FACTS) > 1


@pytest.mark.parametrize(
    "text", ["Baan Suan Resort & Spa", "Ana Maria", "Se llama", "12 Ag Street", "as seen on"]
)
def test_short_words_are_no_legal_forms_by_accident(text: str) -> None:
    assert not has_legal_form(text)


@pytest.mark.parametrize(
    ("core", "company"),
    [
        ("northwind", "Northwind Analytics"),
        ("fableandfox", "fable & fox"),
        ("uva-highlands", "Uva Highlands Tea Brokers"),
        ("ibm", "Imaginary Bolt Makers"),
        ("hanbitmat", "Hanbit Materials"),
        ("studiobt", "STUDIO BENE + TRIVELLO"),
    ],
)
def test_a_domain_confirms_the_name_it_is_made_of(core: str, company: str) -> None:
    facts = CardFacts(locals_=(), cores=frozenset({core}), median=1.0)
    assert domain_agreement(company, facts) > 1
    assert domain_agreement("Quality You Can Trust", facts) < 0.5


@pytest.mark.parametrize(
    "slogan",
    ["Your trusted partner", "Innovation. Precision. Trust.", "Qualität, die Sie überzeugt!"],
)
def test_a_slogan_is_no_company(slogan: str) -> None:
    assert company_score(slogan, NO_FACTS) < 0


@pytest.mark.parametrize(
    "line",
    [
        "Kungsgatan 44", "111 35 Stockholm", "Al. Jerozolimskie 56C", "Via Roma, 12",
        "Level 14, 345 Queen Street", "P.O. Box 1234", "Jl. Sudirman Kav. 52-53", "6720 Szeged",
        "Atatürk Bulvarı No: 12/4", "ул. Ленина, д. 5, оф. 12", "Λεωφ. Συγγρού 100",
        "Rua Augusta 1508, cj. 12", "〒100-0001 東京都千代田区架空町1-2-3", "경기도 성남시 분당구",
    ],
)  # fmt: skip
def test_a_line_of_an_address_is_known_in_many_languages(line: str) -> None:
    score = address_score(line)
    assert score > max(name_score(line, NO_FACTS), title_score(line), 0.0)


def test_the_number_of_a_house_is_no_postcode() -> None:
    assert not has_postcode("15000 Harbor Blvd")
    assert not has_postcode("1200 Harbor Street, Suite 4")
    assert has_postcode("28195 Bremen")
    assert has_postcode("8021 Zürich")
    assert has_postcode("10115 Berlin, Torstraße 2")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Lyon, France", "FR"),
        ("Dubai, U.A.E.", "AE"),
        ("Shenzhen, P.R. China", "CN"),
        ("10115 Berlin, Deutschland", "DE"),
        ("Київ, Україна", "UA"),
        ("Jordan Smith", None),
        ("Staten Island", None),
    ],
)
def test_a_country_is_known_by_its_name(text: str, code: str | None) -> None:
    assert country(text) == code


def test_a_town_with_its_country_is_a_place() -> None:
    assert is_place(("kigali", "rwanda"))
    assert not is_place(("hannah", "berger"))


@pytest.mark.parametrize(
    "text", ["Risk & Compliance", "Abteilung Vertrieb", "Dział Sprzedaży", "営業本部"]
)
def test_a_department_is_known(text: str) -> None:
    assert department_score(text) > 0


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("KvantaLabsGmbH", "Kvanta Labs GmbH"),
        ("SørenBundholt", "Søren Bundholt"),
        ("Ronald McDouglas", "Ronald McDouglas"),
        ("info@MyCompany.com", "info@MyCompany.com"),
        ("Jane Roe MAusIMM", "Jane Roe MAusIMM"),
    ],
)
def test_lost_blanks_are_given_back(text: str, meant: str) -> None:
    assert respaced(text) == meant


def test_a_word_that_the_card_spells_as_one_stays_one() -> None:
    assert respaced("AgroPrairie", frozenset({"agroprairie"})) == "AgroPrairie"


def test_words_set_letter_by_letter_are_words() -> None:
    assert unspaced("S T U D I O   L U M E") == "STUDIO LUME"
    assert unspaced("A B & Co") == "A B & Co"


def test_initials_are_one_word() -> None:
    assert joined_initials("Molino S.p.A.") == "Molino SpA."
