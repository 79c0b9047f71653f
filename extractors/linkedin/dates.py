"""Dates of every vintage of the export, and what spreadsheets make of them.

The export writes `05 Mar 2024`, `3/5/24, 1:05 PM` (always month first), `2024-03-05 13:05:00 UTC`
and `2024/03/05 13:05:00 UTC`. A spreadsheet re-saves them as `5-Mar-24`, `05.03.2024`, `05/03/2024`
or a serial number, with the months of its language.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from typing import Literal

import numpy as np
import numpy.typing as npt

Order = Literal["dmy", "mdy", "ymd"]
Instants = npt.NDArray[np.int64]

UNDATED = int(np.iinfo(np.int64).min)  # NaT of numpy
_YEARS = range(2003, 2100)  # LinkedIn began in 2003; so a two-digit year is 20YY
LONGEST = 64  # letters; no date is longer, and a search through a longer cell takes too long
_ENOUGH = 8  # judgement: of few rows that tell nothing, one order is sorted by chance
_EXCEL_DAY_0 = date(1899, 12, 30)
_MONTHS = {
    word: number
    for number, words in enumerate(
        (
            "jan gen ene",
            "feb fev",
            "mar mrz mrt maa",
            "apr avr abr",
            "mai may maj mag mei",
            "jun juin giu",
            "jul juil lug",
            "aug aou ago",
            "sep set",
            "oct okt ott out",
            "nov",
            "dec dez dic",
        ),
        start=1,
    )
    for word in words.split()
}
_LAST_MONTH = 12
_LONGEST_MONTH = len("septiembre")
_TIME = re.compile(
    r"[,T]?\s*(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*([ap]\.?\s?m\.?)?\s*(?:utc|gmt|z)?$",
    re.IGNORECASE,
)
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$")
_NUMERIC = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})$")
_DAY_FIRST = re.compile(
    r"(\d{1,2})(?:[. /-]+| de )([^\W\d_]+)\.?(?:[ ,/-]+| de )(\d{4}|\d{2})$", re.IGNORECASE
)
_MONTH_FIRST = re.compile(r"([^\W\d_]+)\.? (\d{1,2}),? (\d{4})$")
_CJK = re.compile("(\\d{4})\\s*\u5e74\\s*(\\d{1,2})\\s*\u6708\\s*(\\d{1,2})\\s*\u65e5$")
_SERIAL = re.compile(r"(\d{5})(?:[.,]\d+)?$")
_INSTANT = "0000-00-00 00:00:00 UTC"  # a digit for each 0
_EXPORT_MONTHS = (
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
)  # fmt: skip
_EXPORT_DAYS = {  # `05 Mar ` to `-03-05`, but for the day that not every year has
    f"{day:%d} {_EXPORT_MONTHS[day.month - 1]} ": f"-{day:%m-%d}"
    for day in (date(2003, 1, 1) + timedelta(days=place) for place in range(365))
}
_EXPORT_YEARS = frozenset(map(str, _YEARS))


@dataclass(frozen=True, slots=True)
class Days:
    """A column of days, `YYYY-MM-DD` or "" where it cannot be said which day is meant.

    `doubtful` are texts whose day and month nothing tells apart, `assumed` those of them that were
    read in the preferred order, `unreadable` those that are no date, `serials` the numbers a
    spreadsheet counts days by.
    """

    values: list[str]
    doubtful: frozenset[str]
    assumed: frozenset[str]
    unreadable: frozenset[str]
    serials: int


def days(column: Sequence[str], preferred: Order | None = None) -> Days:
    """Return a column of dates; day and month are told apart by the column as a whole.

    `preferred` is the order in which to read a column that does not tell.
    """
    texts = dict.fromkeys(column)
    values = _export_days(texts)
    others = [text for text in texts if text not in values]
    told = order_of(others)
    order = told or order_of(others, preferred)
    found = {text: moment(text, order) for text in others}
    assumed = {text for text in others if order != told and found[text] != moment(text, told)}
    unread = {text for text, value in found.items() if value is None and text.strip()}
    doubtful = {text for text in unread if _is_numeric(text) and moment(text, "dmy")}
    values |= {text: value.date().isoformat() if value else "" for text, value in found.items()}
    return Days(
        [*map(values.__getitem__, column)],
        frozenset(doubtful),
        frozenset(assumed),
        frozenset(unread - doubtful),
        sum(1 for text in others if found[text] and _SERIAL.match(text.strip())),
    )


def instants(column: Sequence[str], preferred: Order | None = None) -> Instants:
    """Return a column of instants as seconds since 1970, `UNDATED` where a text is none."""
    if set(map(len, column)) == {len(_INSTANT)}:
        fast = _linkedin_instants(column)
        if fast is not None:
            return fast
    texts = list(dict.fromkeys(column))
    order = order_of(texts, preferred)
    table = {text: _seconds(moment(text, order)) for text in texts}
    return np.array([table[text] for text in column], dtype=np.int64)


def is_date(text: str) -> bool:
    """Return whether a cell is a date in any order."""
    return moment(text, "dmy") is not None or moment(text, "mdy") is not None


def utc(seconds: Instants) -> list[str]:
    """Return instants in ISO form, with Z."""
    texts: list[str] = np.datetime_as_string(seconds.astype("datetime64[s]"), unit="s").tolist()
    return [f"{text}Z" for text in texts]


def utc_or_none(seconds: int) -> str | None:
    """Return one instant in ISO form, with Z; None if it is `UNDATED`."""
    return None if seconds == UNDATED else utc(np.array([seconds], np.int64))[0]


def moment(text: str, order: Order | None, years: range = _YEARS) -> datetime | None:
    """Return the instant a text means, in UTC, at midnight where it has no time.

    `years` are those it may be of, 100 at most: a two-digit year is the one of them that ends so.

    `order` is that of `03/05/2024`: None leaves such a date unread, unless only one order can be.
    A time with AM or PM is LinkedIn's own form, whose month comes first.
    """
    words = unicodedata.normalize("NFKC", _short(text)).strip()
    clock = _TIME.search(words)
    hour = minute = second = 0
    if clock:
        words = words[: clock.start()].strip()
        hour, minute, second = int(clock[1]), int(clock[2]), int(clock[3] or 0)
        if clock[4]:
            order = "mdy"
            hour = hour % 12 + 12 * (clock[4][0] in "pP")
    day = _day(words, order, years)
    try:
        return datetime.combine(day, time(hour, minute, second, tzinfo=UTC)) if day else None
    except ValueError:
        return None


def order_of(texts: Collection[str], preferred: Order | None = None) -> Order | None:
    """Return in which order a column writes day and month; if nothing tells, the preferred one.

    A part above 12 is a day; failing that, the export is sorted, so the one order in which enough
    rows are sorted is right. None where it contradicts itself.
    """
    pairs = [(int(m[1]), int(m[3])) for m in map(_numeric, texts) if m and m[2] != "."]
    if not pairs:
        return None
    if preferred == "ymd" and all(moment(text, "ymd") for text in texts if _numeric(text)):
        return "ymd"
    day_first = any(first > _LAST_MONTH for first, _ in pairs)
    month_first = any(second > _LAST_MONTH for _, second in pairs)
    if day_first != month_first:
        return "dmy" if day_first else "mdy"
    if day_first:
        return None
    if sum(moment(text, "dmy") != moment(text, "mdy") for text in texts) < _ENOUGH:
        return preferred
    orders: tuple[Order, Order] = ("dmy", "mdy")
    in_order = [order for order in orders if _is_sorted(texts, order)]
    return in_order[0] if len(in_order) == 1 else preferred


def _export_days(texts: Iterable[str]) -> dict[str, str]:
    """Return the day of each text in LinkedIn's own form, `05 Mar 2024`: nearly all there is."""
    return {
        text: text[7:] + day
        for text in texts
        if (day := _EXPORT_DAYS.get(text[:7])) and text[7:] in _EXPORT_YEARS
    }


def _short(text: str) -> str:
    """Return a cell without outer blanks; empty if it is too long for a date."""
    stripped = text.strip()
    return stripped if len(stripped) <= LONGEST else ""


def _numeric(text: str) -> re.Match[str] | None:
    return _NUMERIC.match(_TIME.sub("", _short(text)).strip())


def _is_numeric(text: str) -> bool:
    found = _numeric(text)
    return bool(found and found[2] != ".")


def _is_sorted(texts: Iterable[str], order: Order) -> bool:
    found = [value for value in (moment(text, order) for text in texts) if value]
    rises = {one < other for one, other in pairwise(found) if one != other}
    return len(rises) == 1


def _day(words: str, order: Order | None, years: range) -> date | None:
    if found := _ISO.match(words) or _CJK.match(words):
        return _valid(found[1], found[2], found[3], years)
    if found := _DAY_FIRST.match(words):
        return _valid(found[3], month_of(found[2]), found[1], years)
    if found := _MONTH_FIRST.match(words):
        return _valid(found[3], month_of(found[1]), found[2], years)
    if found := _SERIAL.match(words):
        day = _EXCEL_DAY_0 + timedelta(days=int(found[1]))
        return day if day.year in years else None
    found = _NUMERIC.match(words)
    return _numeric_day(found, order, years) if found else None


def _numeric_day(found: re.Match[str], order: Order | None, years: range) -> date | None:
    """Return the day of three numbers; without an order, if only one is possible."""
    if order == "ymd":
        ends_in_day = len(found[4]) == len("24")
        return _valid(found[1], found[3], found[4], years) if ends_in_day else None
    day_first = _valid(found[4], found[3], found[1], years)
    month_first = _valid(found[4], found[1], found[3], years)
    if found[2] == "." or order == "dmy":
        return day_first
    if order == "mdy":
        return month_first
    possible = {day_first, month_first} - {None}
    return possible.pop() if len(possible) == 1 else None


def month_of(word: str) -> int:
    """Return the month of a name in any of seven languages, 0 if it is none."""
    if len(word) > _LONGEST_MONTH:
        return 0
    bare = unicodedata.normalize("NFKD", word.casefold())
    letters = "".join(c for c in bare if not unicodedata.combining(c))
    return _MONTHS.get(letters[:4]) or _MONTHS.get(letters[:3], 0)


def full_year(year: str, years: range) -> int | None:
    """Return the year of four digits or two, if it is one of the 100 years or fewer it may be."""
    full = int(year)
    if len(year) < len("2024"):
        full = years.start + (full - years.start) % 100
    return full if full in years else None


def _valid(year: str, month: str | int, day: str, years: range) -> date | None:
    full = full_year(year, years)
    if full is None:
        return None
    try:
        return date(full, int(month), int(day))
    except ValueError:
        return None


def _seconds(value: datetime | None) -> int:
    return int(value.timestamp()) if value else UNDATED


def _linkedin_instants(column: Sequence[str]) -> Instants | None:
    """Return instants all in the form of `2024-03-05 13:05:00 UTC`; None if one is not."""
    text = "".join(column)
    for place, mark in enumerate(_INSTANT):
        if mark != "0" and text[place :: len(_INSTANT)] != mark * len(column):
            return None
    if not text.isascii():
        return None
    texts = np.frombuffer(text.encode("ascii"), f"S{len(_INSTANT)}")
    try:
        found = texts.astype(f"S{len(_INSTANT) - len(' UTC')}").astype("datetime64[s]")
    except ValueError:
        return None
    seconds = found.astype(np.int64)
    years = found.astype("datetime64[Y]").astype(np.int64) + 1970
    return np.where((years >= _YEARS.start) & (years < _YEARS.stop), seconds, UNDATED)
