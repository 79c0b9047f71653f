"""What a person types for a field → the value that is stored, checked as far as it can be."""

import re
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple
from urllib.parse import urlsplit

import phonenumbers

from contacts.claims import Property
from contacts.errors import UsageError
from contacts.identifiers import email_key, profile_slug

FIELDS: Final[Mapping[str, Property]] = {
    "name": Property.NAME,
    "title": Property.TITLE,
    "company": Property.COMPANY,
    "email": Property.EMAIL,
    "phone": Property.PHONE,
    "url": Property.URL,
    "address": Property.ADDRESS,
    "event": Property.EVENT,
    "note": Property.NOTE,
}
_SEVERAL: Final = frozenset({Property.EMAIL, Property.PHONE, Property.URL})
_HOST: Final = re.compile(r"(?!-)[\w-]{1,63}(\.(?!-)[\w-]{1,63})*\.[^\W\d_]{2,63}")
_LONGEST: Final = 1000  # characters
_KINDS: Final = {
    phonenumbers.PhoneNumberType.MOBILE: "mobile",
    phonenumbers.PhoneNumberType.FIXED_LINE: "work",
    phonenumbers.PhoneNumberType.TOLL_FREE: "toll-free",
}


class Entered(NamedTuple):
    """A value, and the vCard TYPE that follows from it or was given; empty where neither."""

    value: str
    kind: str = ""


def field_named(name: str) -> Property:
    """Return the property of a field by its name, singular or plural.

    Raises:
        UsageError: there is no such field.
    """
    wanted = name.casefold()
    for spelled in (wanted, wanted.removesuffix("s")):
        if spelled in FIELDS:
            return FIELDS[spelled]
    raise UsageError(repr(name), "is no field", f"one of {', '.join(FIELDS)}")


def field_name(property_: Property) -> str:
    """Return what a property is called to the user."""
    return next((name for name, one in FIELDS.items() if one is property_), property_.value)


def entered(
    property_: Property, words: Sequence[str], *, region: str | None, kind: str = ""
) -> tuple[Entered, ...]:
    """Return the values that some words stand for; none for no words.

    Of e-mail addresses, numbers and web addresses each word is one; words are one value of any
    other field. `region` is the country (two letters) of numbers without a prefix, `kind` what the
    user says they are for.

    Raises:
        UsageError: a value is empty or not of its field's form.
    """
    texts = list(words) if property_ in _SEVERAL or not words else [" ".join(words)]
    checked = [_checked(property_, " ".join(text.split()), region) for text in texts]
    return tuple(dict.fromkeys(Entered(one.value, kind or one.kind) for one in checked))


def _checked(property_: Property, text: str, region: str | None) -> Entered:
    if not text or len(text) > _LONGEST or not text.isprintable():
        raise UsageError(repr(text[:40]), "is no value", "to take a field away, give no value")
    match property_:
        case Property.EMAIL:
            return _email(text)
        case Property.PHONE:
            return _phone(text, region)
        case Property.URL:
            return _url(text)
        case _:
            return Entered(text)


def _email(text: str) -> Entered:
    address = text.removeprefix("mailto:")
    if email_key(address) is None:
        raise UsageError(repr(text), "is no e-mail address", "as in ada@example.com")
    return Entered(address)


def _phone(text: str, region: str | None) -> Entered:
    try:
        number = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        number = None
    if number is None or not phonenumbers.is_possible_number(number):
        told = f"is no phone number of {region}" if region else "is no phone number"
        raise UsageError(repr(text), told, "as in +44 20 7946 0958")
    kind = _KINDS.get(phonenumbers.number_type(number), "")
    return Entered(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164), kind)


def _url(text: str) -> Entered:
    try:
        parts = urlsplit(text if "://" in text else f"https://{text}")
        host = parts.hostname or ""
    except ValueError:
        host = ""
    if (
        not host
        or parts.scheme not in {"http", "https"}
        or not _HOST.fullmatch(host)
        or " " in text
    ):
        raise UsageError(repr(text), "is no web address", "as in www.example.com")
    return Entered(text, "linkedin" if profile_slug(text) else "")
