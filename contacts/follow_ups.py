"""What is owed to people, and what became of it."""

from enum import StrEnum


class FollowUp(StrEnum):
    """What the user may still owe somebody."""

    LOOP = "loop"  # an answer
    PROMISE = "promise"
    GIVE_BACK = "give_back"  # a recommendation, an endorsement, an introduction
    INTRODUCTION = "introduction"  # of two people to each other


class Outcome(StrEnum):
    """What the user says became of it."""

    DONE = "done"  # answered, kept, given back, introduced
    BROKEN = "broken"
    DISMISSED = "dismissed"  # it never was one, or is not worth it
