"""Numbers as the numbering plans of the countries have them: E.164, kind, country."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

import phonenumbers
from phonenumbers import PhoneNumberType

from contacts.readings import TypedPhone
from extractors.card.labels import PhoneKind

_TRUNK: Final = re.compile(r"\(\s*0\s*\)")
_ABROAD: Final = re.compile(r"^\(?0{2}(?=[1-9])")
_LETTERS: Final = 2  # of a country; other regions are numbers of no country


@dataclass(frozen=True, slots=True)
class FoundPhone:
    """A number with what a line says of it; `labelled` by a word of the line itself.

    Where the label is `vague` the numbering plan may know better what the number is for. The
    `extension`, as printed, has no place in E.164.
    """

    printed: str
    kind: PhoneKind
    labelled: bool
    vague: bool = False
    extension: str = ""


def typed(phones: Iterable[FoundPhone], regions: Iterable[str]) -> tuple[TypedPhone, ...]:
    """Return numbers with kind and E.164, which are valid in the first region where they can be.

    Without a label, or with one that says little, the numbering plan says the kind.
    """
    tried = tuple(regions)
    return tuple(_typed(phone, tried) for phone in phones)


def _typed(phone: FoundPhone, regions: tuple[str, ...]) -> TypedPhone:
    printed = f"{phone.printed} {phone.extension}".rstrip()
    found = (valid_number(phone.printed, region) for region in (*regions, None))
    number = next((one for one in found if one), None)
    if number is None:
        return TypedPhone(printed, phone.kind, None)
    e164 = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return TypedPhone(printed, _kind(phone, number), e164)


def _kind(phone: FoundPhone, number: phonenumbers.PhoneNumber) -> str:
    planned = phonenumbers.number_type(number)
    if not phone.vague or phone.kind not in {"work", "mobile"}:
        return phone.kind
    if planned == PhoneNumberType.MOBILE:
        return "mobile"
    if planned == PhoneNumberType.TOLL_FREE:
        return "toll-free"
    return "work" if planned == PhoneNumberType.FIXED_LINE else phone.kind


def valid_number(printed: str, region: str | None) -> phonenumbers.PhoneNumber | None:
    """Return the number if it is valid in a region.

    A country code without its plus, behind 00, and a plus too many are tried as well.
    """
    for attempt in _attempts(printed, region):
        try:
            number = phonenumbers.parse(attempt, region)
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_valid_number(number):
            return number
    return None


def _attempts(printed: str, region: str | None) -> Iterator[str]:
    bare = _TRUNK.sub("", printed).replace("(+)", "+")
    digits = "".join(sign for sign in bare if sign.isdigit())
    if region and digits.startswith(str(phonenumbers.country_code_for_region(region))):
        yield f"+{digits}"
    yield bare
    if _ABROAD.match(bare):
        yield f"+{_ABROAD.sub('', bare)}"
    if region and bare.startswith("+"):
        yield bare.lstrip("+ ")


def called_country(e164_or_printed: str) -> str | None:
    """Return the country whose code a number with a plus begins with."""
    if "+" not in e164_or_printed:
        return None
    number = valid_number(e164_or_printed, None)
    code = phonenumbers.region_code_for_number(number) if number else None
    return code if code and len(code) == _LETTERS and code.isalpha() else None
