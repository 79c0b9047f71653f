"""When to ask again, as it is typed."""

import calendar
import re
from datetime import date, timedelta

from contacts.errors import UsageError

_SPAN = re.compile(r"([0-9]{1,3}) ?([dwmy])")
_DAYS = {"d": 1, "w": 7}
_MONTHS = {"m": 1, "y": 12}


def until_day(text: str, on: date) -> date:
    """Return the day of `2026-12-01`, or so long after a day: `10d`, `2w`, `3m`, `1y`.

    Raises:
        UsageError: it is neither, or does not lie after that day.
    """
    span = _SPAN.fullmatch(text.strip().lower())
    try:
        day = _after(on, int(span[1]), span[2]) if span else date.fromisoformat(text.strip())
    except (ValueError, OverflowError):
        raise UsageError(f"until {text!r}", "is no day", "want 2026-12-01, 2w, 3m or 1y") from None
    if day <= on:
        raise UsageError(f"until {text!r}", f"is not after {on}", "give a later day")
    return day


def _after(on: date, number: int, unit: str) -> date:
    if unit in _DAYS:
        return on + timedelta(days=number * _DAYS[unit])
    months = on.year * 12 + on.month - 1 + number * _MONTHS[unit]
    year, month = divmod(months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(on.day, last))
