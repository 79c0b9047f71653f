"""Days and chances in words; English whatever the machine's language."""

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


def spoken_day(day: date) -> str:
    """Return `3 May 2021`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def spoken_month(day: date) -> str:
    """Return `May 2021`."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def percent_step(probability: float) -> int:
    """Return a probability in percent, in steps of 5: the model knows no more precisely."""
    return 5 * int(probability * 20 + 0.5)
