"""The lines of a card → an entry of an address book."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from contacts.identifiers import ProfileSlug, profile_slug, profile_url
from extractors.addressbook.entry import Entry
from extractors.vcard.content_lines import ContentLine, components, unescaped

_DAY = re.compile(r"\s*(\d{4})-?(\d{2})-?(\d{2})")
_YEARS = range(1995, 2100)  # vCard 2.0 is of 1995; a clock that was never set says 1970 or 1980
_APPLE_LABEL = re.compile(r"_\$!<(.*)>!\$_")
_APPLE_USER = re.compile(r"x-apple:", re.IGNORECASE)
_USER = re.compile(r"@?([\w%.-]+)")
_N_PARTS = 3  # family, given, additional; then prefixes and suffixes
_ADR_PARTS = 7


@dataclass(slots=True)
class Said:
    """What a card says, the id it gives itself and the day it was last changed."""

    entry: Entry = field(default_factory=Entry)
    uid: str = ""
    revised: date | None = None


def said_by(lines: Iterable[ContentLine]) -> Said:
    """Return what the properties of a card say; those we have no use for are passed over."""
    said, kept = Said(), []
    labels: dict[str, str] = {}
    for line in lines:
        if line.name == "X-ABLABEL":
            labels[line.group] = _APPLE_LABEL.sub(r"\1", unescaped(line.value))
        elif line.name in _MEANINGS:
            kept.append(line)
    for line in kept:
        label = f"{line.label} {labels[line.group]}" if line.group in labels else line.label
        _MEANINGS[line.name](said, line, label)
    return said


def _name(said: Said, line: ContentLine, _: str) -> None:
    said.entry.name = said.entry.name or unescaped(line.value)


def _parts_of_name(said: Said, line: ContentLine, _: str) -> None:
    found = [part.replace(",", " ") for part in components(line.value)] + [""] * _N_PARTS
    if not (said.entry.given or said.entry.family):
        said.entry.family, said.entry.given, said.entry.middle = found[:_N_PARTS]


def _nickname(said: Said, line: ContentLine, _: str) -> None:
    said.entry.nickname = said.entry.nickname or unescaped(line.value)


def _company(said: Said, line: ContentLine, _: str) -> None:
    said.entry.company = said.entry.company or components(line.value)[0]


def _title(said: Said, line: ContentLine, _: str) -> None:
    if line.name == "TITLE" or not said.entry.title:  # ROLE is said where no TITLE is
        said.entry.title = unescaped(line.value) or said.entry.title


def _email(said: Said, line: ContentLine, label: str) -> None:
    said.entry.emails.append((unescaped(line.value), label))


def _phone(said: Said, line: ContentLine, label: str) -> None:
    said.entry.phones.append((unescaped(line.value), label))


def _url(said: Said, line: ContentLine, _: str) -> None:
    said.entry.urls.append(unescaped(line.value))


def _profile(said: Said, line: ContentLine, label: str) -> None:
    """Take a profile: an address of the web, or a user's name on LinkedIn."""
    value = _APPLE_USER.sub("", unescaped(line.value)).strip()
    service = line.parameters.get("SERVICE-TYPE") or line.parameters.get("X-SERVICE-TYPE") or label
    if line.name == "X-LINKEDIN" or "linkedin" in service.casefold():
        user = line.parameters.get("X-USER") or line.parameters.get("USERNAME") or value
        if not profile_slug(value) and (found := _USER.fullmatch(user.strip())):
            value = profile_url(ProfileSlug(found[1]))
    elif line.name == "IMPP":
        return
    said.entry.urls.append(value)


def _address(said: Said, line: ContentLine, label: str) -> None:
    parts = [part.strip(" ,") for part in components(line.value)] + [""] * _ADR_PARTS
    box, extended, street, city, region, code, country = parts[:_ADR_PARTS]
    place = f"{code} {city}".strip()
    written = ", ".join(filter(None, (box, extended, street, place, region, country)))
    said.entry.addresses.append((written, label))


def _note(said: Said, line: ContentLine, _: str) -> None:
    said.entry.notes.append(unescaped(line.value))


def _uid(said: Said, line: ContentLine, _: str) -> None:
    said.uid = said.uid or unescaped(line.value).strip()


def _revision(said: Said, line: ContentLine, _: str) -> None:
    found = _DAY.match(line.value)
    if not found or int(found[1]) not in _YEARS:
        return
    try:
        said.revised = date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return


def _company_mark(said: Said, line: ContentLine, _: str) -> None:
    said.entry.is_company |= line.value.strip().casefold() in {"org", "company"}


_MEANINGS: Mapping[str, Callable[[Said, ContentLine, str], None]] = {
    "FN": _name,
    "N": _parts_of_name,
    "NICKNAME": _nickname,
    "ORG": _company,
    "TITLE": _title,
    "ROLE": _title,
    "EMAIL": _email,
    "TEL": _phone,
    "URL": _url,
    "X-SOCIALPROFILE": _profile,
    "SOCIALPROFILE": _profile,  # RFC 9554
    "X-LINKEDIN": _profile,
    "IMPP": _profile,
    "ADR": _address,
    "NOTE": _note,
    "UID": _uid,
    "REV": _revision,
    "KIND": _company_mark,
    "X-ABSHOWAS": _company_mark,
}
