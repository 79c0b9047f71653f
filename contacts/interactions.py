"""Dated evidence of a tie."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from contacts.identifiers import RecordId

YOUR_WORD = "your word"  # where evidence stands that is in no file: the user told it


class InteractionKind(StrEnum):
    """What happened between the user and somebody."""

    CARD = "card"  # a card changed hands
    CONNECTED = "connected"
    INVITED = "invited"
    MESSAGE = "message"
    ONE_TAP = "one_tap"  # a ready-made congratulation
    RECOMMENDED = "recommended"
    ENDORSED = "endorsed"
    MET = "met"  # a meeting in the calendar
    IMPORTED = "imported"  # stood in the phone book that was uploaded somewhere
    FOLLOWED = "followed"
    NOTE = "note"  # the user noted something on somebody


class Direction(StrEnum):
    """Who acted."""

    OUT = "out"  # the user
    IN = "in"  # the other person
    BOTH = "both"  # together: a meeting, a card
    UNKNOWN = "unknown"


class SentenceKind(StrEnum):
    """What a sentence is kept for."""

    HINT = "hint"  # it says how the two met
    PROMISE = "promise"  # the user said they would do something
    INTRODUCTION = "introduction"  # the user said they would bring two people together
    LOOP = "loop"  # it asks for an answer, and stands in the last words of the other


@dataclass(frozen=True, slots=True)
class Interaction:
    """One dated piece of evidence about one record.

    `on` is the local day, `at` the UTC instant in ISO form with Z where the source gives one.
    `recipients` is the size of the mailing (1: to this person alone). `text` is what is kept of the
    words (an excerpt, a meeting's title, a card's event, or nothing), `digest` a hash of the whole.
    """

    record_id: RecordId
    kind: InteractionKind
    direction: Direction
    on: date | None
    locator: str
    at: str | None = None
    recipients: int = 1
    text: str | None = None
    digest: str | None = None
