import pytest

from dedupe import aliases
from dedupe.companies import company_keys
from dedupe.contact_points import domain_label, mailbox, phone_key, web_label
from dedupe.names import parsed
from dedupe.nicknames import FULL_NAMES
from dedupe.spelling import sound, token


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("+49 (0) 40 961 86023", "040/961 860 23"),
        ("0049 40 96186023 ext. 12", "+49-40-96186023"),
        ("(4o4) 801-310S", "404 801 3105"),
        ("+45 33 56 76 30", "33567630"),
    ],
)
def test_spellings_of_one_number_have_one_key(one: str, other: str) -> None:
    assert phone_key(one) == phone_key(other) is not None


@pytest.mark.parametrize("text", ["", "12345", "000000000", "call me"])
def test_what_is_no_number_has_no_key(text: str) -> None:
    assert phone_key(text) is None


def test_letters_that_look_alike_make_one_mailbox() -> None:
    one, other = mailbox("Joe.Miller@acme.com"), mailbox("joe.mil1er@acrne.corn")
    assert one is not None
    assert other is not None
    assert one.key == other.key


def test_a_mailbox_knows_its_company_and_whether_it_is_an_office() -> None:
    office, home = mailbox("info@mail.acme.co.uk"), mailbox("joe7@gmail.com")
    assert office is not None
    assert home is not None
    assert (office.domain, office.is_role) == ("acme", True)
    assert (home.domain, home.is_role) == ("", False)
    assert mailbox("no mail") is None


def test_labels_of_hosts() -> None:
    assert domain_label("acme") == "acme"
    assert domain_label("co.uk") == "co"
    assert web_label("https://www.acme.de/team") == "acme"
    assert web_label("wvvw.acme.de") == "acme"
    assert web_label("linkedin.com/in/joe") == ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Acme Foods, S.A. de C.V.", "ACME FOODS"),
        ("Berg & Sohn GmbH & Co. KG", "Berg und Sohn"),
        ("Univ. of Oslo", "University of Oslo"),
        ("Acme Corp.", "Acme, Inc."),
        ("I.B.M.", "IBM"),
    ],
)
def test_companies_are_equal_without_their_form(one: str, other: str) -> None:
    assert set(company_keys(one).names) & set(company_keys(other).names)


@pytest.mark.parametrize(
    ("long", "short"),
    [("Procter & Gamble", "P&G"), ("Bank of America", "BofA"), ("General Electric Co.", "GE")],
)
def test_a_company_is_known_by_its_initials(long: str, short: str) -> None:
    assert set(company_keys(long).shorts) & set(company_keys(short).names)


@pytest.mark.parametrize("text", ["LLC", "The Limited", "& +", "株式会社"])
def test_a_company_of_empty_words_breaks_nothing(text: str) -> None:
    assert all(key for key in company_keys(text).names)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Doering", "Döring"), ("Lyubov", "Liubov"), ("Philip", "Filip"), ("Erik", "Eric")],
)
def test_transliterations_sound_alike(one: str, other: str) -> None:
    assert sound(token(one)) == sound(token(other))


@pytest.mark.parametrize(
    ("short", "name"),
    [
        ("bob", "robert"),
        ("chris", "christopher"),
        ("pepe", "jose"),
        ("sasha", "aleksandr"),
        ("uli", "ulrich"),
    ],
)
def test_nicknames_stand_for_names_in_several_languages(short: str, name: str) -> None:
    assert name in FULL_NAMES[short]


def test_every_nickname_is_a_token() -> None:
    assert [form for form in FULL_NAMES if form != token(form)] == []


def test_a_profile_gives_away_a_maiden_name() -> None:
    name = parsed("Adeline Hellwig")
    assert aliases.of_profile(name, "adeline-matthai-d3be988f") == ("", "matthai")
    assert aliases.of_profile(name, "adelinematthai") == ("", "matthai")
    assert aliases.of_profile(name, "hellwig-adeline") == ("", "")


def test_a_mailbox_gives_away_what_an_initial_hides() -> None:
    assert aliases.of_words(parsed("B. Parsons"), ["brianparsons"]) == ("brian", "")
    assert aliases.of_words(parsed("Erica S."), ["ehatkins"]) == ("", "hatkins")
    assert aliases.of_words(parsed("Anna Berg"), ["aberg"]) == ("", "")


def test_a_mailbox_at_home_may_be_a_couples_and_one_at_work_is_ones_own() -> None:
    home, work = mailbox("ann.roe@gmail.com"), mailbox("ann.roe@acme.com")
    assert home is not None
    assert work is not None
    assert aliases.of_mailbox(parsed("Tom Roe"), home) == ("", "")
    assert aliases.of_mailbox(parsed("Tom Roe"), work) == ("ann", "")
