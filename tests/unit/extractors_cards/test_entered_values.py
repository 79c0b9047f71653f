import pytest

from contacts.claims import Property
from contacts.errors import UsageError
from extractors.card.entered import FIELDS, entered, field_name, field_named


@pytest.mark.parametrize(
    ("property_", "word", "value", "kind"),
    [
        (Property.EMAIL, "mailto:Ada@Example.com", "Ada@Example.com", ""),
        (Property.PHONE, "020 7946 0958", "+442079460958", "work"),
        (Property.PHONE, "+44 7911 123456", "+447911123456", "mobile"),
        (
            Property.URL,
            "https://www.linkedin.com/in/ada",
            "https://www.linkedin.com/in/ada",
            "linkedin",
        ),
        (Property.URL, "www.exämple.de/a?b", "www.exämple.de/a?b", ""),
        (Property.NAME, " Ada   Lind ", "Ada Lind", ""),
        (Property.NAME, "林 美咲", "林 美咲", ""),
    ],
)
def test_what_is_typed_is_stored_in_its_form(
    property_: Property, word: str, value: str, kind: str
) -> None:
    assert entered(property_, [word], region="GB") == ((value, kind),)


@pytest.mark.parametrize(
    ("property_", "word"),
    [
        (Property.EMAIL, "ada"),
        (Property.EMAIL, "ada@example"),
        (Property.EMAIL, "ada @example.com"),
        (Property.PHONE, "12"),
        (Property.PHONE, "ada"),
        (Property.URL, "example"),
        (Property.URL, "javascript://example.com/%0aalert(1)"),
        (Property.URL, "ftp://example.com"),
        (Property.URL, "http://[::1"),
        (Property.URL, "www.example.com and more"),
        (Property.NAME, ""),
        (Property.NAME, " \t"),
        (Property.NAME, "Ada\x1b[31m"),
        (Property.NAME, "Ada \u202egnirts"),
        (Property.NOTE, "x" * 1001),
    ],
)
def test_what_is_not_of_its_form_is_refused(property_: Property, word: str) -> None:
    with pytest.raises(UsageError) as raised:
        entered(property_, [word], region="GB")
    assert raised.value.next_step


def test_words_are_one_value_but_of_what_may_be_several() -> None:
    assert entered(Property.NAME, ["Ada", "Lind"], region=None) == (("Ada Lind", ""),)
    mails = ["ada@example.com", "a@example.org", "ada@example.com"]
    assert [one.value for one in entered(Property.EMAIL, mails, region=None)] == mails[:2]


def test_no_words_are_no_value() -> None:
    assert all(entered(one, [], region=None) == () for one in FIELDS.values())


def test_a_kind_that_is_given_counts() -> None:
    assert entered(Property.PHONE, ["+442079460958"], region=None, kind="fax")[0].kind == "fax"


def test_a_field_is_named_in_singular_or_plural() -> None:
    assert field_named("Emails") is field_named("email") is Property.EMAIL
    assert field_named("address") is Property.ADDRESS
    assert all(field_named(field_name(one)) is one for one in FIELDS.values())
    with pytest.raises(UsageError, match="one of name, title"):
        field_named("colour")
