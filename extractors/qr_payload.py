"""The text of a QR code → what it says of somebody: a contact, an address, a number."""

import quopri
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from contacts.identifiers import email_key
from contacts.readings import PersonName
from extractors.card.domains import host_of, registered
from extractors.card.labels import PhoneKind
from extractors.card.numbering import FoundPhone
from extractors.card.text import clean, is_cjk, squeezed

_ESCAPED: Final = re.compile(r"\\(.)")
_PART: Final = re.compile(r"(?<!\\);")
_COMMA: Final = re.compile(r"(?<!\\),")
_VCARD: Final = re.compile(r'^(?:[\w-]+\.)?([A-Za-z-]+)((?:;(?:"[^"]*"|[^":])*)?):(.*)$')
_SOFT_BREAK: Final = re.compile(r"=\r?\n")
_FOLDED: Final = re.compile(r"\r?\n[ \t]")
_CHARSET: Final = re.compile(r"CHARSET=([\w-]+)")
_LONGEST_URL: Final = 2000  # signs
_FEWEST_DIGITS: Final = 5
_BIZCARD: Final = {
    "N": "GIVEN", "X": "FAMILY", "T": "TITLE", "C": "ORG", "A": "ADR", "B": "TEL", "M": "CELL",
    "F": "FAX", "E": "EMAIL",
}  # fmt: skip
_KINDS: Final[tuple[tuple[str, PhoneKind], ...]] = (  # the first that a number's types name
    ("FAX", "fax"), ("CELL", "mobile"), ("MOBILE", "mobile"), ("IPHONE", "mobile"),
    ("MAIN", "switchboard"), ("WORK", "work"), ("HOME", "home"),
)  # fmt: skip
_WEB: Final = ("URL", "X-SOCIALPROFILE", "X-LINKEDIN", "SOCIALPROFILE")

_Values = Mapping[str, list[tuple[str, str]]]  # parameters and value of each property


@dataclass(frozen=True, slots=True)
class EncodedContact:
    """What a QR code says; empty where it says nothing.

    Where it names nobody it only adds to what is printed: it is not `whole`.
    """

    name: str = ""
    name_parts: PersonName = field(default_factory=PersonName)
    title: str = ""
    department: str = ""
    company: str = ""
    phones: tuple[FoundPhone, ...] = ()
    emails: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    address: str = ""
    address_lines: tuple[str, ...] = ()
    whole: bool = True


def decoded(payload: str) -> EncodedContact | None:
    """Return what a contact, a web or mail address or a number says; None for anything else."""
    text = payload.strip()
    scheme, _, rest = text.partition(":")
    match scheme.upper():
        case "BEGIN":
            said = _from_properties(_vcard_properties(text))
        case "MECARD":
            said = _from_properties(_fields(rest))
        case "BIZCARD":
            said = _from_properties((_BIZCARD.get(name, ""), "", v) for name, _, v in _fields(rest))
        case "HTTP" | "HTTPS":
            said = EncodedContact(urls=_urls([text]))
        case "MAILTO":
            said = EncodedContact(emails=_emails([rest.partition("?")[0]]))
        case "TEL":
            said = EncodedContact(phones=_phones({"TEL": [("", rest)]}))
        case _:
            return None
    whole = bool(said.name or said.company)
    return None if said == EncodedContact() else replace(said, whole=whole)


def _vcard_properties(text: str) -> Iterator[tuple[str, str, str]]:
    """Yield name, parameters and value of each line, folded ones joined (RFC 6350, 3.2)."""
    if "QUOTED-PRINTABLE" in text.upper():
        text = _SOFT_BREAK.sub("", text)
    for line in _FOLDED.sub("", text).splitlines():
        found = _VCARD.match(line.strip())
        if found:
            parameters = found[2].upper()
            yield found[1].upper(), parameters, _transferred(found[3], parameters)


def _transferred(value: str, parameters: str) -> str:
    """Return a value without the transfer encoding of vCard 2.1."""
    if "QUOTED-PRINTABLE" not in parameters:
        return value
    raw = quopri.decodestring(value.encode("utf-8", "replace"))
    charset = _CHARSET.search(parameters)
    try:
        return raw.decode(charset[1] if charset else "utf-8")
    except (UnicodeDecodeError, LookupError):
        return raw.decode("cp1252", "replace")


def _fields(text: str) -> Iterator[tuple[str, str, str]]:
    """Yield the fields of a MeCard or BIZCARD, the family name of the former before a comma."""
    for one in _PART.split(text):
        name, _, value = one.partition(":")
        low = name.strip().upper()
        if low == "N":
            value = ";".join(_COMMA.split(value))
        elif low == "ADR":
            value = ", ".join(filter(None, _COMMA.split(value)))
        yield low, "", value


def _from_properties(properties: Iterator[tuple[str, str, str]]) -> EncodedContact:
    values: dict[str, list[tuple[str, str]]] = {}
    for name, parameters, value in properties:
        if value.strip():
            values.setdefault(name, []).append((parameters, value.strip()))
    parts = _parts(values)
    company, *departments = _several(values, "ORG") or [""]
    lines = _address_lines(values)
    name = _all(values, "FN") or _spoken(parts)
    return EncodedContact(
        name="" if squeezed(name) == squeezed(company) else name,
        name_parts=parts,
        title=_all(values, "TITLE"),
        department=" ".join(departments),
        company=company,
        phones=_phones(values),
        emails=_emails(value for _, value in values.get("EMAIL", [])),
        urls=_urls(value for name in _WEB for _, value in values.get(name, [])),
        address=", ".join(lines),
        address_lines=lines,
    )


def _plain(value: str) -> str:
    return clean(_ESCAPED.sub(lambda found: " " if found[1] in "nN" else found[1], value))


def _several(values: _Values, name: str) -> list[str]:
    found = values.get(name)
    return [_plain(part) for part in _PART.split(found[0][1])] if found else []


def _all(values: _Values, name: str) -> str:
    return " ".join(part for part in _several(values, name) if part)


def _parts(values: _Values) -> PersonName:
    family, given, more, prefix, suffix = [*_several(values, "N"), *[""] * 5][:5]
    given = given or _all(values, "GIVEN")
    return PersonName(
        given=f"{given} {more}".strip(),
        family=_all(values, "FAMILY") or family,
        honorific=prefix,
        degrees=tuple(filter(None, (part.strip() for part in suffix.split(",")))),
    )


def _spoken(parts: PersonName) -> str:
    """Return a name in the order in which it is said."""
    both = (parts.given, parts.family)
    return " ".join(filter(None, reversed(both) if is_cjk(parts.family) else both))


def _address_lines(values: _Values) -> tuple[str, ...]:
    """Return street, town with region and postcode, and country (RFC 6350, 6.3.1)."""
    parts = _several(values, "ADR")
    if len(parts) < len(("post box", "extended", "street", "town", "region", "code", "country")):
        return tuple(part for part in parts if part)
    box, extended, street, town, state, code, country = parts[:7]
    place = " ".join(filter(None, (town, state, code)))
    return tuple(line for line in (box, extended, street, place, country) if line)


def _phones(values: _Values) -> tuple[FoundPhone, ...]:
    found = [_phone(parameters, value) for parameters, value in values.get("TEL", [])]
    found += [_phone(name, value) for name in ("CELL", "FAX") for _, value in values.get(name, [])]
    return tuple(phone for phone in found if phone)


def _phone(parameters: str, value: str) -> FoundPhone | None:
    printed = re.sub(r"^tel:", "", _plain(value), flags=re.IGNORECASE).partition(";")[0].strip()
    if sum(map(str.isdigit, printed)) < _FEWEST_DIGITS:
        return None
    named = next((kind for mark, kind in _KINDS if mark in parameters), None)
    return FoundPhone(printed, named or "work", labelled=True, vague=named in {None, "work"})


def _emails(values: Iterator[str] | list[str]) -> tuple[str, ...]:
    plain = (re.sub(r"^mailto:", "", _plain(value), flags=re.IGNORECASE) for value in values)
    return tuple(dict.fromkeys(email for email in plain if email_key(email)))


def _urls(values: Iterator[str] | list[str]) -> tuple[str, ...]:
    plain = (_plain(value) for value in values)
    return tuple(dict.fromkeys(url for url in plain if _is_url(url)))


def _is_url(text: str) -> bool:
    web = ":" not in text or text.lower().startswith(("http://", "https://"))
    return web and " " not in text and len(text) <= _LONGEST_URL and bool(registered(host_of(text)))
