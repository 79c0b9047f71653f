"""How two values may agree, and how common the value is on which they do."""

from dataclasses import dataclass
from enum import IntEnum

from dedupe.arrays import Levels, Shares


class Level(IntEnum):
    """How two names agree, in rising order of strength; `ABSENT`: one of the two is missing."""

    ABSENT = 0
    DIFFERENT = 1
    INITIAL = 2
    ALIKE = 3
    OTHER_FORM = 4  # a part, a middle name, a maiden name, one that a mailbox gives away
    SOUND = 5
    NICKNAME = 6
    EXACT = 7


class CompanyLevel(IntEnum):
    """How two employers agree."""

    ABSENT = 0
    DIFFERENT = 1
    ALIKE = 2
    SHORT_FORM = 3
    SAME = 4


@dataclass(frozen=True, slots=True)
class Agreement:
    """Levels of one part of the name, and how common the value agreed on is (0 to 1)."""

    level: Levels
    share: Shares


class Said(IntEnum):
    """How two values agree of which a record has one at most, and often none."""

    DIFFERENT = -2
    BY_ONE = -1
    BY_NONE = 0
    EQUAL = 1
