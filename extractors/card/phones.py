"""Telephone numbers in a line: as printed, and what for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from extractors.card.labels import (
    PhoneKind,
    label_behind,
    phone_label,
    without_phone_label,
)
from extractors.card.numbering import FoundPhone, valid_number
from extractors.card.text import letters_share

_NUMBER: Final = re.compile(
    r"(?:\(\s*\+\s*\)\s*|\(\s*\+\s*|\+\s*\(?\s*|\(\s*)?\d(?:[\s.\-()·]{0,3}\d)+"
)
_CONTINUED: Final = re.compile(r"^\s*(?:[/,;|&]|or|oder|ou|o|y|und|и)+\s*$")
_EXTENSION: Final = re.compile(
    r"[\s,;/]*\(?\s*(?:\b(?:ext(?:n|ension)?|poste|int(?:erno)?|ramal|anexo|wew|dahili|toestel|tst|"
    r"linka|kl|app(?:arat)?|доб)\b[.:]?|x(?=\s?\d)|#|内線|內線|分机|分機|내선)\s?:?\s?"
    r"\d{1,5}(?!\d)\s*\)?",
    re.IGNORECASE,
)
_LINES: Final = re.compile(r"\(?\s*\d{1,3}\s*lines?\)?", re.IGNORECASE)
_RANGE: Final = re.compile(  # 2345678-87, ten numbers; the -87 of 12345-87 is an extension
    r"(?<!\d)(?P<main>\d{7,}|\d{3,4}\s\d{4})\s?[-/]\s?(?P<last>\d{2})$"
)
_SLASHED: Final = re.compile(  # 06/12/34/56/78, 0475/12.34.56, 212/555-0101
    r"(?<!\d)0\d(?:/\d\d){4}(?!\d)|(?<!\d)\d{3}/\d{3}[-.\s]\d{4}(?!\d)"
)
_REGISTERED: Final = re.compile(  # numbers of registers, taxes and accounts; dates, hours, places
    r"\b[A-Z]{2}\d{2}(?:\s?[A-Z\d]{4}){3,7}(?:\s?[A-Z\d]{1,3})?\b|"  # IBAN
    r"\b[A-Z]{2,3}U?\d{8,12}\b|\bT\d{13}\b|\b\d{2}[A-Z]{5}\d{4}[A-Z]\w{3}\b|"
    r"\b\d{2}\.?\d{3}\.?\d{3}/\d{4}-\d{2}\b|\b\d{3}\.\d{3}\.\d{3}-\d{2}\b|\bCHE-[\d.]{11}|"
    r"\bHR[AB]\s?\d+|\b(?:CEP|C\.E\.P\.):?\s?[\d.]{5,6}-\d{3}\b|"
    r"(?<![\d.+])(?:19|20)\d\d([-/.])\d\d\1\d\d(?!\d)|(?<![\d.])\d\d?([-/.])\d\d?\2(?:19|20)\d\d(?!\d)|"
    r"(?<!\d)(?:19|20)\d\d\s?-\s?(?:19|20)\d\d(?!\d)|"
    r"(?<!\d)\d\d?[:.h]\d\d\s?-\s?\d\d?[:.h]\d\d(?![\d.])|-?\b\d{1,3}\.\d{4,}\s?,\s?-?\d{1,3}\.\d{4,}"
)
_POSTCODE: Final = re.compile(r"\d{5}-\d{3,4}")  # of the United States and Brazil
_AMERICAN: Final = re.compile(r"\(?\d{3}\)?[-. ]\s?\d{3}[-.]\d{4}")
_AREA_CODE: Final = re.compile(r"^(?:\+|\(?0)[\d\s()+.\-]*$")
_LONGEST_AREA_CODE: Final = 7  # digits, the country's among them
_SPACED_LABEL: Final = re.compile(r"\b([A-Z])\s([A-Z])\s([A-Z])\b(?=\s*[:.])")
_TRUNK_LETTER: Final = re.compile(r"(\+\s?\d{1,3}\s?)\([oO]\)(?=\s?\d)")
_ZERO_LETTER: Final = re.compile(r"(?<=\d)[oO](?=\d)|(?<=\d[\s.-])[oO](?=\d{2})")
_ONE_LETTER: Final = re.compile(r"(?<=\d)[lI|](?=\d)")
_DATE_LIKE: Final = re.compile(r"^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$")
_MIN_DIGITS: Final = 6
_A_WORD: Final = 3  # letters; fewer are noise
_SHORT: Final = 3  # digits: more of them behind a slash are a number of its own
_MIN_DIGITS_ALONE: Final = 7
_MIN_DIGITS_UNLABELLED: Final = 9
_MAX_DIGITS: Final = 15


@dataclass(frozen=True, slots=True)
class PhoneLine:
    """The numbers of a line and the words that are left of it."""

    phones: tuple[FoundPhone, ...]
    rest: str


@dataclass(frozen=True, slots=True)
class _Span:
    """Where a number stands; its extension, if it has one, stands up to `end`."""

    start: int
    stop: int
    end: int
    extension: str


def find_phones(text: str, *, region: str | None, after: PhoneKind | None = None) -> PhoneLine:
    """Return the telephone numbers of a line; `after` is the kind of number just above it.

    A number without a label counts if it looks like one: a plus, an area code in parentheses, nine
    digits or more on a line without other words, or valid in the region. Numbers of registers,
    taxes and accounts, dates and hours are none.
    """
    text = _mended(text)
    spans = list(_with_extensions(text))
    ends = [0, *(span.end for span in spans)]
    gaps = [text[end : span.start] for end, span in zip(ends, spans, strict=False)]
    gaps.append(text[ends[-1] :])
    registered = [found.span() for found in _REGISTERED.finditer(text)]
    found: list[FoundPhone] = []
    rest: list[str] = []
    left = "".join(gaps)
    kind = after if letters_share(left) == 0 else None
    vague = False
    behind = bool(spans) and label_behind(gaps[-1]) is not None
    for at, span in enumerate(spans):
        between = gaps[at]
        continued = bool(found) and bool(_CONTINUED.match(between))
        label = (label_behind(gaps[at + 1]) if behind else None) or phone_label(between)
        if label:
            kind, vague = label.kind, label.vague
        elif found and not continued:
            kind, vague = None, False
        printed = _trimmed(text[span.start : span.stop])
        if _is_within(span, registered) or not _is_phone(printed, left, kind, region=region):
            rest.append(without_phone_label(between) if continued else text[ends[at] : span.end])
        else:
            found.append(_found(printed, kind, span, vague=vague))
            rest.append("" if continued else without_phone_label(between))
    rest.append("" if behind else gaps[-1])
    return PhoneLine(tuple(found), _tidy(" ".join(rest)) if found else text)


def _mended(text: str) -> str:
    """Return a line without what stands between numbers and is none, letters for digits mended."""
    text = _SPACED_LABEL.sub(r"\1\2\3", text)
    text = _ONE_LETTER.sub("1", _ZERO_LETTER.sub("0", _TRUNK_LETTER.sub(r"\1(0)", text)))
    return _LINES.sub(" ", text)


def _found(printed: str, kind: PhoneKind | None, span: _Span, *, vague: bool) -> FoundPhone:
    return FoundPhone(
        printed,
        kind or "work",
        labelled=kind is not None,
        vague=vague or kind is None,
        extension=span.extension,
    )


def _is_within(span: _Span, others: list[tuple[int, int]]) -> bool:
    return any(start < span.stop and span.start < stop for start, stop in others)


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


def _with_extensions(text: str) -> Iterator[_Span]:
    masked = _SLASHED.sub(lambda found: found[0].replace("/", "."), text)
    end = 0
    for start, stop in _spans(masked):
        if start < end:
            continue  # the digits of the extension before
        behind = _EXTENSION.match(text, stop)
        end = behind.end() if behind else stop
        yield _Span(start, stop, end, behind[0].strip(" ,;/") if behind else "")


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
    if kind == "none" or not _MIN_DIGITS <= digits <= _MAX_DIGITS or _DATE_LIKE.match(printed):
        return False
    if kind is not None:
        return True
    if printed.startswith("+") or (printed.startswith("(") and ")" in printed):
        return digits >= _MIN_DIGITS_ALONE
    return not _POSTCODE.fullmatch(printed) and _looks_dialled(printed, line, region)


def _looks_dialled(printed: str, line: str, region: str | None) -> bool:
    """Return whether digits without any mark are a number, by their count and their line."""
    digits = len(_digits(printed))
    if _AMERICAN.fullmatch(printed):
        return True
    if sum(map(str.isalpha, line)) > _A_WORD:  # an address, an approval
        heading = printed.startswith("0") and line.rstrip().endswith(":")  # Bookings: 0342 ...
        whole = digits >= _MIN_DIGITS_UNLABELLED
        return whole and (heading or valid_number(printed, region) is not None)
    if digits >= _MIN_DIGITS_UNLABELLED or (digits > _MIN_DIGITS_ALONE and line.startswith(":")):
        return True  # a colon is what is left of a pictogram
    return digits == _MIN_DIGITS_ALONE and any(sign in printed for sign in "-. ")
