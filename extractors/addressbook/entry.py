"""One entry of an address book, whatever the file → its claims, and what it is known by."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from contacts.claims import Claim, Property
from contacts.identifiers import email_key, folded_name, profile_slug
from extractors.linkedin.header import folded_heading

Labelled = tuple[str, str]  # a value, and the words that say what it is for

NOBODY = "names nobody: no name, company, e-mail, number or web address"
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_BRACKETED = re.compile(r"<([^<>]+)>")
_SCHEME = re.compile(r"\s*(?:mailto|tel|sms|callto):", re.IGNORECASE)
_EXTENSION = re.compile(r";ext=(\d+)", re.IGNORECASE)
_WEB = re.compile(r"(?:https?://)?[^\s/:@.]+(?:\.[^\s/:@.]+)+(?::\d+)?(?:[/?#]\S*)?", re.IGNORECASE)
_SPREADSHEET = re.compile(r"\d[.,]?\d*E\+\d+", re.IGNORECASE)  # what a spreadsheet made of a number
_FEWEST_DIGITS = 3
_LONGEST_NUMBER = 60  # characters, with extension and pauses
_LONGEST = 300  # characters of a name, a title, an address; raw rows are kept whole
_LONGEST_NOTE = 4000
_LONGEST_LABEL = 60
_PHONE_KINDS = (  # the first that a label names; a fax at work is a fax
    ("fax", ("fax", "telecopi")),
    ("mobile", ("mobil", "cell", "handy", "iphone", "portable", "movil", "natel")),
    ("pager", ("pager", "beeper")),
    (
        "work",
        ("work", "business", "geschaft", "arbeit", "buro", "bureau", "travail", "trabajo",
         "profession", "dienst", "office"),
    ),
    ("home", ("home", "privat", "domicil", "casa", "particular", "zuhause", "maison", "personal")),
)  # fmt: skip
_PLACES = _PHONE_KINDS[3:]


@dataclass(slots=True)
class Entry:
    """What somebody's address book says of one contact, as it stands there.

    `name` is the name as a whole, `is_company` says that it is a company's.
    """

    name: str = ""
    given: str = ""
    middle: str = ""
    family: str = ""
    nickname: str = ""
    company: str = ""
    title: str = ""
    is_company: bool = False
    emails: list[Labelled] = field(default_factory=list)
    phones: list[Labelled] = field(default_factory=list)
    urls: list[str] = field(default_factory=list)
    addresses: list[Labelled] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def claims_of(entry: Entry) -> tuple[Claim, ...]:
    """Return what an entry claims, each once; values that cannot be what they say are left out."""
    return tuple(dict.fromkeys([*_who(entry), *_how_to_reach(entry), *_notes(entry)]))


def identity_of(claims: Sequence[Claim]) -> str:
    """Return what somebody is known by, whatever its order; "" if the claims identify nobody.

    Name, e-mails, numbers and profile; the company where none of the last three is there. Title,
    note and postal address change and name nobody.
    """
    known = {mark for claim in claims if (mark := _mark(claim))}
    reached = any(not mark.startswith(Property.NAME) for mark in known)
    if not reached:
        others = (Property.COMPANY, Property.URL)
        known |= {f"{c.property} {folded_name(c.value)}" for c in claims if c.property in others}
    return "\n".join(sorted(known))


def one_line(text: str) -> str:
    """Return a text in NFC without line breaks, control characters and runs of blanks."""
    if not text.isprintable():
        text = _CONTROL.sub(" ", text)
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    return " ".join(text.split())


def is_spoiled_number(text: str) -> bool:
    """Return whether a spreadsheet has rounded a telephone number."""
    return _SPREADSHEET.fullmatch(text.strip()) is not None


def _who(entry: Entry) -> Iterator[Claim]:
    name, company = _name(entry)[:_LONGEST], one_line(entry.company)[:_LONGEST]
    if name and not (entry.is_company and folded_name(name) == folded_name(company or name)):
        yield Claim(Property.NAME, name)
    if company or (name and entry.is_company):
        yield Claim(Property.COMPANY, company or name)
    if title := one_line(entry.title)[:_LONGEST]:
        yield Claim(Property.TITLE, title)


def _how_to_reach(entry: Entry) -> Iterator[Claim]:
    for value, label in entry.emails:
        if email := _email(value[:_LONGEST]):
            yield Claim(Property.EMAIL, email, _kind(label, _PLACES))
    for value, label in entry.phones:
        if phone := _phone(value[:_LONGEST]):
            yield Claim(Property.PHONE, phone, _kind(label, _PHONE_KINDS))
    for value in entry.urls:
        url = one_line(value)
        if len(url) <= _LONGEST and _WEB.fullmatch(url):
            yield Claim(Property.URL, url, "linkedin" if profile_slug(url) else "")
    for value, label in entry.addresses:
        if address := one_line(value)[:_LONGEST]:
            yield Claim(Property.ADDRESS, address, _kind(label, _PLACES))


def _notes(entry: Entry) -> Iterator[Claim]:
    notes = (one_line(note)[:_LONGEST_NOTE] for note in entry.notes)
    return (Claim(Property.NOTE, note) for note in notes if note)


def _kind(label: str, kinds: Sequence[tuple[str, Sequence[str]]]) -> str:
    """Return the vCard TYPE that a label of any program stands for; "" where it says none."""
    if not label:
        return ""
    folded = folded_heading(label[:_LONGEST_LABEL])
    return next((kind for kind, words in kinds if any(word in folded for word in words)), "")


def _name(entry: Entry) -> str:
    """Return the name, given name first: as written, else put together, else the nickname."""
    written = one_line(entry.name)
    parts = _spoken(entry.given, entry.middle, entry.family)
    backwards = f"{one_line(entry.family)}, {one_line(entry.given)}"
    if folded_name(written) == folded_name(backwards):
        written = parts
    return next(filter(_is_name, (written, parts, one_line(entry.nickname))), "")


def _spoken(given: str, middle: str, family: str) -> str:
    """Return a name as it is said: where Chinese or Korean is written, the family first."""
    parts = [one_line(part) for part in (given, middle, family)]
    if parts[0] and parts[2] and all(map(_is_han_or_hangul, parts[0] + parts[2])):
        return parts[2] + parts[1] + parts[0]
    return " ".join(filter(None, parts))


def _is_han_or_hangul(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff" or "\uac00" <= character <= "\ud7a3"


def _is_name(text: str) -> bool:
    """Return whether a text may be a name: telephones file a bare number or address as one."""
    return any(map(str.isalpha, text)) and not email_key(text)


def _email(value: str) -> str:
    found = _BRACKETED.search(value)
    address = _SCHEME.sub("", one_line(found[1] if found else value)).partition("?")[0]
    return address if email_key(address) else ""


def _phone(value: str) -> str:
    number = one_line(value)
    if _SCHEME.match(number):  # RFC 3966
        extension = _EXTENSION.search(number)
        number = _SCHEME.sub("", number).partition(";")[0]
        number += f" ext. {extension[1]}" if extension else ""
    digits = sum(map(str.isdecimal, number))
    fits = digits >= _FEWEST_DIGITS and len(number) <= _LONGEST_NUMBER
    return number if fits and not is_spoiled_number(number) else ""


def _mark(claim: Claim) -> str:
    if claim.property is Property.NAME:
        return f"{claim.property} {folded_name(claim.value)}"
    if claim.property is Property.EMAIL:
        return f"{claim.property} {email_key(claim.value)}"
    if claim.property is Property.PHONE:
        return f"{claim.property} {''.join(filter(str.isdecimal, claim.value))}"
    slug = profile_slug(claim.value) if claim.property is Property.URL else None
    return f"{claim.property} {slug}" if slug else ""
