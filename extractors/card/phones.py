"""Telephone numbers in a line: as printed, what for, and E.164."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import phonenumbers

from contacts.readings import TypedPhone
from extractors.card.labels import PhoneKind, phone_label, without_phone_label
from extractors.card.text import letters_share

_NUMBER: Final = re.compile(
    r"(?:\(\s*\+\s*\)\s*|\(\s*\+\s*|\+\s*\(?\s*|\(\s*)?\d(?:[\s.\-()·]{0,3}\d)+"
)
_CONTINUED: Final = re.compile(r"^\s*(?:[/,;|&]|or)+\s*$")
_EXTENSION: Final = re.compile(r"\(?\b(?:ext(?:n|ension)?|x)\b[.:\s]*\d{1,5}\)?", re.IGNORECASE)
_LINES: Final = re.compile(r"\(?\s*\d{1,3}\s*lines?\)?", re.IGNORECASE)
_RANGE: Final = re.compile(  # 2345678-87, ten numbers; the -87 of 12345-87 is an extension
    r"(?<!\d)(?P<main>\d{7,}|\d{3,4}\s\d{4})\s?[-/]\s?(?P<last>\d{2})$"
)
_AREA_CODE: Final = re.compile(r"^(?:\+|\(?0)[\d\s()+.\-]*$")
_LONGEST_AREA_CODE: Final = 7  # digits, the country's among them
_SPACED_LABEL: Final = re.compile(r"\b([A-Z])\s([A-Z])\s([A-Z])\b(?=\s*[:.])")
_DATE_LIKE: Final = re.compile(r"^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$")
_MIN_DIGITS: Final = 6
_A_WORD: Final = 3  # letters; fewer are noise
_SHORT: Final = 3  # digits: more of them behind a slash are a number of its own
_MIN_DIGITS_ALONE: Final = 7
_MIN_DIGITS_UNLABELLED: Final = 9
_MAX_DIGITS: Final = 15


@dataclass(frozen=True, slots=True)
class FoundPhone:
    """A number with what a line says of it; `labelled` by a word of the line itself."""

    printed: str
    kind: PhoneKind
    labelled: bool


@dataclass(frozen=True, slots=True)
class PhoneLine:
    """The numbers of a line and the words that are left of it."""

    phones: tuple[FoundPhone, ...]
    rest: str


def find_phones(text: str, *, region: str | None, after: PhoneKind | None = None) -> PhoneLine:
    """Return the telephone numbers of a line; `after` is the kind of number just above it.

    A number without a label counts if it looks like one: a plus, an area code in parentheses, nine
    digits or more on a line without other words, or valid in the region.
    """
    text = _SPACED_LABEL.sub(r"\1\2\3", text)
    text = _LINES.sub(" ", _EXTENSION.sub(" ", text))
    found: list[FoundPhone] = []
    rest: list[str] = []
    kind = after if letters_share(text) == 0 else None
    end = 0
    for start, stop in _spans(text):
        between = text[end:start]
        continued = bool(found) and bool(_CONTINUED.match(between))
        label = phone_label(between)
        kind = label or (kind if continued or not found else None)
        printed = _trimmed(text[start:stop])
        if kind == "none" or not _is_phone(printed, text, kind, region=region):
            rest.append(without_phone_label(between) if continued else between + text[start:stop])
        else:
            found.append(FoundPhone(printed, kind or "work", labelled=kind is not None))
            rest.append("" if continued else without_phone_label(between))
        end = stop
    rest.append(text[end:])
    return PhoneLine(tuple(found), _tidy(" ".join(rest)) if found else text)


def _trimmed(printed: str) -> str:
    text = _without_range(printed.strip(" .-·"))
    if text.count("(") > text.count(")"):
        text = text.lstrip("(") if text.startswith("(") else text.rsplit("(", 1)[0]
    if text.count(")") > text.count("("):
        text = text.rsplit(")", 1)[0] if text.endswith(")") else text.replace(")", "", 1)
    return " ".join(text.split())


def _without_range(printed: str) -> str:
    """Return the first number of a range; a short number's last digits are an extension's."""
    found = _RANGE.search(printed)
    if found and int(found["last"]) > int(_digits(found["main"])[-2:]):
        return printed[: found.end("main")]
    return printed


def _digits(text: str) -> str:
    return "".join(sign for sign in text if sign.isdigit())


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield where numbers stand: `089 / 1234567` is one, twenty digits with blanks are two."""
    area: tuple[int, int] | None = None
    for match in _NUMBER.finditer(text):
        start, end = match.span()
        if area and text[area[1] : start].strip() == "/" and len(_digits(match[0])) > _SHORT:
            yield area[0], end
            area = None
            continue
        if area:
            yield area
        area = None
        if _AREA_CODE.match(match[0]) and len(_digits(match[0])) <= _LONGEST_AREA_CODE:
            area = (start, end)
        elif len(_digits(match[0])) > _MAX_DIGITS:
            yield from _halves(match[0], start)
        else:
            yield start, end
    if area:
        yield area


def _halves(printed: str, start: int) -> Iterator[tuple[int, int]]:
    """Yield two numbers that only a blank parts, cut where they are most alike in length."""
    blanks = [at for at, sign in enumerate(printed) if sign == " "]
    cut = min(
        blanks,
        key=lambda at: abs(len(_digits(printed[:at])) - len(_digits(printed[at:]))),
        default=len(printed),
    )
    yield start, start + cut
    if cut < len(printed):
        yield start + cut + 1, start + len(printed)


def _tidy(rest: str) -> str:
    text = " ".join(rest.split()).strip(" .:;,-|/()[]&")
    return text if sum(map(str.isalpha, text)) >= _A_WORD else ""


def _is_phone(printed: str, line: str, kind: PhoneKind | None, *, region: str | None) -> bool:
    digits = len(_digits(printed))
    if not _MIN_DIGITS <= digits <= _MAX_DIGITS or _DATE_LIKE.match(printed):
        return False
    if kind is not None:
        return True
    if printed.startswith("+") or (printed.startswith("(") and ")" in printed):
        return digits >= _MIN_DIGITS_ALONE
    if sum(map(str.isalpha, line)) > _A_WORD:  # an address, an approval
        return digits >= _MIN_DIGITS_UNLABELLED and _e164(printed, region) is not None
    if digits >= _MIN_DIGITS_UNLABELLED or (digits > _MIN_DIGITS_ALONE and line.startswith(":")):
        return True  # a colon is what is left of a pictogram
    return digits == _MIN_DIGITS_ALONE and any(sign in printed for sign in "-. ")


def typed(phones: Iterator[FoundPhone], *, region: str | None) -> tuple[TypedPhone, ...]:
    """Return numbers with kind and E.164; without a label the numbering plan says the kind."""
    return tuple(_typed(phone, region) for phone in phones)


def _typed(phone: FoundPhone, region: str | None) -> TypedPhone:
    number = _parsed(phone.printed, region)
    if number is None:
        return TypedPhone(phone.printed, phone.kind, None)
    kind = phone.kind
    if (
        not phone.labelled
        and phonenumbers.number_type(number) == phonenumbers.PhoneNumberType.MOBILE
    ):
        kind = "mobile"
    e164 = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return TypedPhone(phone.printed, kind, e164)


def _e164(printed: str, region: str | None) -> str | None:
    number = _parsed(printed, region)
    if number is None:
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _parsed(printed: str, region: str | None) -> phonenumbers.PhoneNumber | None:
    """Return the number if it is valid; a country code without its plus is tried as well."""
    bare = re.sub(r"\(\s*0\s*\)", "", printed).replace("(+)", "+")
    digits = _digits(bare)
    attempts = [bare]
    if region and digits.startswith(str(phonenumbers.country_code_for_region(region))):
        attempts.append(f"+{digits}")
    for attempt in attempts:
        try:
            number = phonenumbers.parse(attempt, region)
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_valid_number(number):
            return number
    return None


def calling_region(printed: str) -> str | None:
    """Return the country whose code a number with a plus begins with."""
    if "+" not in printed:
        return None
    number = _parsed(printed, None)
    return phonenumbers.region_code_for_number(number) if number else None
