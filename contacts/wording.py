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
