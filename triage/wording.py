"""Gaps, chances and lists of names in words."""

from contacts.wording import percent_step

_MONTHS_FROM = 45  # days
_YEARS_FROM = 24  # months
_EXCERPT = 120  # characters: one line on a phone held upright, two at most


def spoken_gap(days: int) -> str:
    """Return a length of time as it is said: `12 days`, `14 months`, `5 years`."""
    if days < _MONTHS_FROM:
        return "1 day" if days == 1 else f"{days} days"
    months = round(days / 30.44)
    return f"{months} months" if months < _YEARS_FROM else f"{round(days / 365.25)} years"


def spoken_chance(probability: float) -> str:
    """Return a chance no more precise than it is known: `about 35 %`."""
    return f"about {min(max(percent_step(probability), 5), 95)} %"


def listed(names: list[str], others: int = 0) -> str:
    """Return `Ada, Bo and 3 others`."""
    words = [*names, f"{others} other{'s' if others > 1 else ''}"] if others else names
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def one_line(text: str) -> str:
    """Return a text in one line, without signs that command a terminal."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def excerpt(text: str) -> str:
    """Return the beginning of a text in one line, in quotation marks."""
    line = one_line(text)
    if len(line) > _EXCERPT:
        line = line[:_EXCERPT].rsplit(" ", 1)[0].rstrip(" ,;:-") + "…"
    return f"“{line}”"
