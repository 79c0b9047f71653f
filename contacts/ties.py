"""How well somebody is still known, and what was answered."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class TieClass(StrEnum):
    """Weak: probably forgotten, on two or more dated pieces of evidence or the user's word."""

    KNOWN = "known"
    WEAK = "weak"
    CANNOT_TELL = "cannot_tell"


class Recall(StrEnum):
    """The user's answer to "who is this?"."""

    KNOW_WELL = "know_well"
    CAN_PLACE = "can_place"
    ONLY_THE_NAME = "only_the_name"
    NO_IDEA = "no_idea"
    SKIP = "skip"


class Disposition(StrEnum):
    """What the user wants done about somebody."""

    RECONNECT = "reconnect"
    KEEP = "keep"
    INTRODUCE = "introduce"
    LET_GO = "let_go"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Answer:
    """What the user said of somebody, and what to do about them.

    `until` goes with LATER: the day on which to ask again. `seconds` is how long it took to say
    whether one remembers.
    """

    recall: Recall | None
    then: Disposition | None = None
    until: date | None = None
    seconds: float | None = None


class HintKind(StrEnum):
    """Where a memory cue comes from."""

    CARD = "card"
    EVENT = "event"
    MESSAGE = "message"
    INVITATION = "invitation"
    RECOMMENDATION = "recommendation"
    CONNECTED = "connected"
    SAME_DAY = "same_day"
    PLACE = "place"
    CALENDAR = "calendar"
    PHONE_BOOK = "phone_book"
    EMPLOYER = "employer"  # where both worked
    OWN_LIFE = "own_life"  # what the user did at the time
    NOTE = "note"  # what the user told: a meeting, a note
    NEWS = "news"  # what changed from one archive to the next: a reason to write
