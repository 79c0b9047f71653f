"""QR codes on a card: what the owner encoded outranks what is read by eye."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

import zxingcpp

from contacts.identifiers import email_key
from contacts.readings import CardReading, TypedPhone
from extractors.card.text import clean, squeezed
from extractors.picture import Pixels

_ESCAPED: Final = re.compile(r"\\(.)")
_PART: Final = re.compile(r"(?<!\\);")
_VCARD: Final = re.compile(r"^(?:[\w-]+\.)?([A-Za-z]+)((?:;[^:]*)?):(.*)$")
_SURE: Final = 0.99
_MAX_PAYLOAD: Final = 4296  # signs: the most a QR code holds


@dataclass(frozen=True, slots=True)
class EncodedContact:
    """What QR codes say; empty where they say nothing."""

    name: str = ""
    title: str = ""
    company: str = ""
    phones: tuple[TypedPhone, ...] = ()
    emails: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    address: str = ""


def read_codes(card: Pixels) -> tuple[str, ...]:
    """Return the texts of the QR codes on a card."""
    found = zxingcpp.read_barcodes(
        card, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    )
    return tuple(code.text for code in found if code.text and len(code.text) <= _MAX_PAYLOAD)


def decoded(payload: str) -> EncodedContact | None:
    """Return what a vCard, MeCard, web or mail address says; None for anything else."""
    text = payload.strip()
    head = text[:12].upper()
    if head.startswith("BEGIN:VCARD"):
        return _from_properties(_vcard_properties(text))
    if head.startswith("MECARD:"):
        return _from_properties(_mecard_properties(text[7:]))
    if head.startswith(("HTTP://", "HTTPS://")) and not re.search(r"\s", text):
        return EncodedContact(urls=(text,))
    if head.startswith("MAILTO:") and email_key(text[7:].split("?")[0]):
        return EncodedContact(emails=(text[7:].split("?")[0],))
    return None


def _vcard_properties(text: str) -> Iterator[tuple[str, str, str]]:
    """Yield name, parameters and value of each line, folded ones joined (RFC 6350, 3.2)."""
    for line in re.sub(r"\r?\n[ \t]", "", text).splitlines():
        found = _VCARD.match(line.strip())
        if found:
            yield found[1].upper(), found[2].upper(), found[3]


def _mecard_properties(text: str) -> Iterator[tuple[str, str, str]]:
    names = {"N": "N", "ORG": "ORG", "TITLE": "TITLE", "TEL": "TEL", "EMAIL": "EMAIL"}
    names |= {"URL": "URL", "ADR": "ADR"}
    for field in _PART.split(text):
        name, _, value = field.partition(":")
        if name.upper() in names:
            yield name.upper(), "MECARD", value


def _from_properties(properties: Iterator[tuple[str, str, str]]) -> EncodedContact:
    values: dict[str, list[tuple[str, str]]] = {}
    for name, parameters, value in properties:
        if value.strip():
            values.setdefault(name, []).append((parameters, value.strip()))
    return EncodedContact(
        name=_first(values, "FN") or _structured_name(values),
        title=_first(values, "TITLE"),
        company=_first(values, "ORG"),
        phones=tuple(
            TypedPhone(_plain(value).removeprefix("tel:"), _phone_kind(parameters), None)
            for parameters, value in values.get("TEL", [])
        ),
        emails=tuple(_plain(value) for _, value in values.get("EMAIL", [])),
        urls=tuple(_plain(value) for _, value in values.get("URL", [])),
        address=_address(values),
    )


def _plain(value: str) -> str:
    return clean(_ESCAPED.sub(lambda found: " " if found[1] in "nN" else found[1], value))


def _first(values: Mapping[str, list[tuple[str, str]]], name: str) -> str:
    found = values.get(name)
    return " ".join(_plain(part) for part in _PART.split(found[0][1]) if part) if found else ""


def _structured_name(values: Mapping[str, list[tuple[str, str]]]) -> str:
    """Return family and given name (parted by `;`, in a MeCard by `,`) in the order spoken."""
    found = values.get("N")
    if not found:
        return ""
    parameters, value = found[0]
    parts = value.split(",") if parameters == "MECARD" else _PART.split(value)
    family, given = _plain(parts[0]), _plain(parts[1]) if len(parts) > 1 else ""
    return f"{given} {family}".strip()


def _address(values: Mapping[str, list[tuple[str, str]]]) -> str:
    found = values.get("ADR")
    if not found:
        return ""
    return ", ".join(_plain(part) for part in _PART.split(found[0][1]) if part.strip())


def _phone_kind(parameters: str) -> str:
    if "CELL" in parameters or "MOBILE" in parameters:
        return "mobile"
    return "fax" if "FAX" in parameters else "work"


def outranked(reading: CardReading, encoded: EncodedContact) -> CardReading:
    """Return a reading in which the code's values stand first; what differs is for review.

    A printed value that the code's holds in full stays: in a code there is room for more.
    """
    doubted = set(reading.needs_review)
    confidence = dict(reading.confidence)
    for field in ("name", "title", "company", "address"):
        read, coded = getattr(reading, field), getattr(encoded, field)
        if not coded:
            continue
        confidence[field] = _SURE
        doubted.discard(field)
        if read and squeezed(read) != squeezed(coded):
            doubted.add(field)
    phones = _united(encoded.phones, reading.phones_typed)
    voices = tuple(one.printed for one in phones if one.kind != "fax")
    emails = _once((*reading.emails, *encoded.emails))
    urls = _once((*reading.urls, *encoded.urls))
    for field, found in (("phones", voices), ("emails", emails), ("urls", urls)):
        if found:
            confidence.setdefault(field, _SURE)
    return replace(
        reading,
        name=_preferred(encoded.name, reading.name),
        title=_preferred(encoded.title, reading.title),
        company=_preferred(encoded.company, reading.company),
        address=_preferred(encoded.address, reading.address),
        phones=voices,
        phones_typed=phones,
        emails=emails,
        urls=urls,
        confidence=confidence,
        needs_review=tuple(field for field in confidence if field in doubted),
    )


def _preferred(coded: str, read: str | None) -> str | None:
    if not coded or (read and squeezed(read) in squeezed(coded)):
        return read
    return coded


def _once(addresses: tuple[str, ...]) -> tuple[str, ...]:
    """Return addresses in their order, each once, in its first spelling."""
    first: dict[str, str] = {}
    for address in addresses:
        first.setdefault(_bare(address), address)
    return tuple(first.values())


def _united(coded: tuple[TypedPhone, ...], read: tuple[TypedPhone, ...]) -> tuple[TypedPhone, ...]:
    """Return the numbers read, then those that only the code has."""
    known = [_digits(one.printed) for one in read]
    new = tuple(
        one
        for one in coded
        if not any(_digits(one.printed).endswith(two[-7:]) for two in known if two)
    )
    return read + new


def _digits(printed: str) -> str:
    return "".join(sign for sign in printed if sign.isdigit())


def _bare(url: str) -> str:
    return re.sub(r"^(?:https?://)?(?:www\.)?|/+$", "", url.casefold())
