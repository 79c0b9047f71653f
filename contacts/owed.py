"""What stands open between the user and a person."""

from enum import StrEnum


class LoopState(StrEnum):
    """They wrote last; OLD: so long ago that nobody waits for an answer any more."""

    OPEN = "open"
    OLD = "old"


class PromiseState(StrEnum):
    """What became of a promise, by the user's word; OPEN until there is one."""

    OPEN = "open"
    KEPT = "kept"
    BROKEN = "broken"
    DISMISSED = "dismissed"


class OwedKind(StrEnum):
    """What was received and not returned, or promised and not yet given."""

    INTRODUCTION = "introduction"
    RECOMMENDATION = "recommendation"
    ENDORSEMENT = "endorsement"


class IntroductionReason(StrEnum):
    """Why two people should know each other."""

    QUESTION = "question"  # one asked for what the other does
    NEW_COLLEAGUES = "new_colleagues"  # one of them has just joined the other's company
    SAME_EVENT = "same_event"  # their cards are of one event or day


class FollowUp(StrEnum):
    """What the user may do for somebody."""

    LOOP = "loop"  # answer
    PROMISE = "promise"  # keep it
    GIVE_BACK = "give_back"
    INTRODUCTION = "introduction"  # of two people to each other


class Outcome(StrEnum):
    """What the user says became of it."""

    DONE = "done"  # answered, kept, given back, introduced
    BROKEN = "broken"
    DISMISSED = "dismissed"  # it never was one, or is not worth it
