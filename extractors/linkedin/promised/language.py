"""What the patterns of a language are."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Language:
    """What a promise looks like in one language.

    `telling` are words without one of which none of the patterns fits, `denied` is what makes a
    clause none, up to where the pattern ends; `negates_late`: anywhere ("ich schicke sie nicht").
    """

    telling: frozenset[str]
    promised: re.Pattern[str]
    denied: re.Pattern[str]
    negates_late: bool = False


def language(
    telling: str, promised: re.Pattern[str], denied: re.Pattern[str], *, negates_late: bool = False
) -> Language:
    """Return a language whose telling words are parted by blanks."""
    return Language(frozenset(telling.split()), promised, denied, negates_late)
