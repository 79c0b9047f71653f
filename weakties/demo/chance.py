"""Draws that several modules share; every generator is passed in, seeded from a text."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from random import Random

_OFFICE_HOURS = (7 * 60, 21 * 60)


def generator(seed: int, *about: str) -> Random:
    """Return the generator of one subject: what another subject draws does not move it."""
    return Random("/".join((str(seed), *about)))


def digits(pattern: str, rng: Random) -> str:
    """Return the pattern with `#` as any digit, `@` as 1 to 9 and `?` as a capital letter."""
    sets = {"#": "0123456789", "@": "123456789", "?": "ABCDEFGHJKLMNPRSTUVWXYZ"}
    return "".join(rng.choice(sets[sign]) if sign in sets else sign for sign in pattern)


def day_between(first: date, last: date, rng: Random) -> date:
    """Return a day from `first` to `last`, both possible; `first` where the two are crossed."""
    return first + timedelta(days=rng.randint(0, max((last - first).days, 0)))


def moment_of(day: date, rng: Random) -> datetime:
    """Return a waking moment of the day, in UTC."""
    seconds = rng.randint(_OFFICE_HOURS[0] * 60, _OFFICE_HOURS[1] * 60)
    return datetime.combine(day, time(), UTC) + timedelta(seconds=seconds)


def spread(values: Sequence[str], rng: Random) -> str:
    """Return one of the values, the earlier ones oftener than the later, as firms differ in size.

    Raises:
        ValueError: there is nothing to draw from.
    """
    if not values:
        raise ValueError("nothing to draw from: the list is empty")
    return values[int(len(values) * rng.random() ** 2)]
