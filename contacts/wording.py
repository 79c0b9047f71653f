"""Days and chances in words; English whatever the machine's language."""

import re
from datetime import date

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

_GEO = re.compile(r"geo:(-?[0-9]+(?:\.[0-9]+)?),(-?[0-9]+(?:\.[0-9]+)?)")


def spoken_day(day: date) -> str:
    """Return `3 May 2021`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def spoken_month(day: date) -> str:
    """Return `May 2021`."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def spoken_days(first: date, last: date) -> str:
    """Return `5 to 7 March 2024`, one day as itself."""
    if first == last:
        return spoken_day(last)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {spoken_day(last)}"
    return f"{spoken_day(first)} to {spoken_day(last)}"


def spoken_years(first: date | None, last: date | None) -> str:
    """Return `2019 to 2021`, `since 2019` or `until 2021`; nothing where neither is known."""
    if first is None:
        return f"until {last.year}" if last else ""
    if last is None:
        return f"since {first.year}"
    return str(last.year) if first.year == last.year else f"{first.year} to {last.year}"


def percent_step(probability: float) -> int:
    """Return a probability in percent, in steps of 5: the model knows no more precisely."""
    return 5 * int(probability * 20 + 0.5)


def spoken_place(geo: str) -> str:
    """Return `52.52 N, 13.40 E` for `geo:52.5199,13.4049`: about a kilometre; other text as is."""
    found = _GEO.match(geo)
    if not found:
        return geo
    latitude, longitude = float(found[1]), float(found[2])
    north, east = "N" if latitude >= 0 else "S", "E" if longitude >= 0 else "W"
    return f"{abs(latitude):.2f} {north}, {abs(longitude):.2f} {east}"
