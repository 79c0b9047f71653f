"""QR codes on a card: what the owner encoded outranks what is read by eye."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import zxingcpp
from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from contacts.identifiers import profile_slug
from contacts.readings import CardReading, Disagreement, PersonName, TypedPhone
from extractors.card.numbering import typed
from extractors.card.person_name import person_name
from extractors.card.text import is_cjk, squeezed, words
from extractors.picture import Pixels
from extractors.qr_payload import EncodedContact, decoded

__all__ = ["EncodedContact", "decoded", "outranked", "read_codes"]

_SURE: Final = 0.99
_MAX_PAYLOAD: Final = 4296  # signs: the most a QR code holds
_ALIKE: Final = 90  # of 100: texts that say the same in other words
_MISREAD_SIGNS: Final = 2  # by which a misread number or address differs
_ONE: Final = ("name", "title", "department", "company", "address")
_OWN_DIGITS: Final = 7  # digits at the end by which a number is known


def read_codes(card: Pixels) -> tuple[str, ...]:
    """Return the texts of the QR codes on a card."""
    found = zxingcpp.read_barcodes(
        card, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    )
    return tuple(code.text for code in found if code.text and len(code.text) <= _MAX_PAYLOAD)


def outranked(reading: CardReading, encoded: EncodedContact) -> CardReading:
    """Return a reading in which the code's values count; what differs is told, and for review.

    A printed value that says the same in other words stays. Of numbers and addresses a printed one
    that differs by a sign or two was misread and takes the code's; the others stand side by side.
    A code that is only an address adds it.
    """
    region = [reading.country] if reading.country else []
    phones, misread_phones = _united_phones(reading.phones_typed, typed(encoded.phones, region))
    lists = {"emails": encoded.emails, "urls": encoded.urls}
    united = {
        field: _united(getattr(reading, field), coded, whole=encoded.whole)
        for field, coded in lists.items()
    }
    differing = [
        *_differing(reading, encoded),
        *(Disagreement("phones", *pair) for pair in misread_phones),
        *(Disagreement(field, *pair) for field, (_, pairs) in united.items() for pair in pairs),
    ]
    coded = {field for field in (*_ONE, "phones", "emails", "urls") if getattr(encoded, field)}
    changed = {one.field for one in differing}
    taken = {field for field in _ONE if field in changed or not getattr(reading, field)}
    name = person_name(encoded.name)[0] if "name" in taken else reading.name
    placed = encoded if "address" in taken and encoded.address else reading
    result = replace(
        reading,
        name=name or None,
        name_parts=_name_parts(reading, encoded, name),
        title=(encoded.title if "title" in taken else reading.title) or None,
        department=(encoded.department if "department" in taken else reading.department) or None,
        company=(encoded.company if "company" in taken else reading.company) or None,
        phones=tuple(one.printed for one in phones if one.kind != "fax"),
        phones_typed=phones,
        emails=united["emails"][0],
        urls=_profile_first(united["urls"][0], encoded),
        address=placed.address or None,
        address_lines=placed.address_lines,
        disagreements=(*reading.disagreements, *differing),
    )
    return _with_confidence(result, reading, coded, changed)


def _with_confidence(
    result: CardReading, before: CardReading, coded: set[str], changed: set[str]
) -> CardReading:
    """Return a reading that is sure of what the code says, and doubts what differs."""
    confidence = dict(before.confidence)
    for field in coded & {"name", "title", "company", "address"}:
        confidence[field] = _SURE
    for field in ("phones", "emails", "urls"):
        if getattr(result, field) and field in coded:
            same = set(getattr(result, field)) != set(getattr(before, field))
            confidence.setdefault(field, _SURE)
            confidence[field] = confidence[field] if same and field not in changed else _SURE
    kept = [f for f in before.needs_review if f not in coded or confidence[f] < _SURE]
    doubted = {*kept, *changed} & confidence.keys()
    return replace(
        result,
        confidence=confidence,
        needs_review=tuple(field for field in confidence if field in doubted),
    )


def _differing(reading: CardReading, encoded: EncodedContact) -> list[Disagreement]:
    found = []
    for field in _ONE:
        printed, coded = getattr(reading, field), getattr(encoded, field)
        if printed and coded and not _say_the_same(field, printed, coded):
            found.append(Disagreement(field, printed, coded))
    return found


def _say_the_same(field: str, printed: str, coded: str) -> bool:
    """Return whether two values agree; one may say more, or be in another script."""
    if is_cjk(printed) != is_cjk(coded):
        return True
    if field == "name":
        printed, coded = person_name(printed)[0], person_name(coded)[0]
    one, other = squeezed(printed), squeezed(coded)
    if one in other or other in one:
        return True
    if field == "address":
        return fuzz.token_set_ratio(_spaced(printed), _spaced(coded)) >= _ALIKE
    return sorted(words(printed)) == sorted(words(coded))


def _spaced(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _name_parts(
    reading: CardReading, encoded: EncodedContact, name: str | None
) -> PersonName | None:
    """Return the parts of a name: the code's, where they are of the name that is taken."""
    parts = encoded.name_parts
    if not name or (not parts.family and not encoded.name):
        return reading.name_parts
    if is_cjk(name) != is_cjk(encoded.name):
        return reading.name_parts
    read = reading.name_parts if reading.name == name else None
    read = read or person_name(encoded.name, country=reading.country)[1]
    if not parts.family or not parts.given:
        return read
    return PersonName(
        given=parts.given,
        family=parts.family,
        honorific=read.honorific or parts.honorific,
        degrees=read.degrees or parts.degrees,
    )


def _united(
    printed: Sequence[str], coded: Sequence[str], *, whole: bool
) -> tuple[tuple[str, ...], list[tuple[str, str]]]:
    """Return addresses, the misread ones replaced, and those pairs."""
    values = list(printed)
    pairs = []
    for address in coded:
        bare = [_bare(one) for one in values]
        if _bare(address) in bare:
            continue
        near = next((at for at, one in enumerate(bare) if _is_misread(one, _bare(address))), None)
        if near is None or not whole:
            values.append(address)
        else:
            pairs.append((values[near], address))
            values[near] = address
    return tuple(values), pairs


def _is_misread(printed: str, coded: str) -> bool:
    return Levenshtein.distance(printed, coded, score_cutoff=_MISREAD_SIGNS) <= _MISREAD_SIGNS


def _united_phones(
    printed: Sequence[TypedPhone], coded: Sequence[TypedPhone]
) -> tuple[tuple[TypedPhone, ...], list[tuple[str, str]]]:
    """Return the numbers printed, then those that only the code has; and the misread ones."""
    values = list(printed)
    pairs = []
    for phone in coded:
        ends = {at: _end(one) for at, one in enumerate(values)}
        if _end(phone) in ends.values():
            continue
        near = [at for at, end in ends.items() if _is_one_digit_off(end, _end(phone))]
        if near and values[near[0]] in printed:
            pairs.append((values[near[0]].printed, phone.printed))
            values[near[0]] = phone
        else:
            values.append(phone)
    return tuple(values), pairs


def _is_one_digit_off(one: str, other: str) -> bool:
    """Return whether a digit was misread; the last one differs between the lines of an office."""
    off = [at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]]
    return len(one) == len(other) == _OWN_DIGITS and len(off) == 1 and off[0] < _OWN_DIGITS - 2


def _end(phone: TypedPhone) -> str:
    return "".join(sign for sign in phone.e164 or phone.printed if sign.isdigit())[-_OWN_DIGITS:]


def _profile_first(urls: Sequence[str], encoded: EncodedContact) -> tuple[str, ...]:
    """Return web addresses, a LinkedIn profile that the code has before the others."""
    profiles = [url for url in urls if url in encoded.urls and profile_slug(url)]
    return tuple(dict.fromkeys((*profiles, *urls)))


def _bare(url: str) -> str:
    plain = re.sub(r"^(?:https?://)?(?:www\.)?", "", url.casefold())
    return re.sub(r"[?#].*$|/+$", "", plain).rstrip("/")
