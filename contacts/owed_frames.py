"""The tables of what is owed, as `contacts.frames` has those of all else."""

from contacts.frames import Column, Table

LOOPS = Table(  # who wrote last and was not answered
    "loops",
    (
        Column("key"),
        Column("person"),
        Column("record_id"),
        Column("on"),
        Column("state"),  # LoopState
        Column("sentence", nullable=True),  # what awaits the answer, where it is known
        Column("file"),
        Column("locator"),
    ),
)
PROMISES = Table(
    "promises",
    (
        Column("key"),
        Column("person"),
        Column("record_id"),
        Column("kind"),  # SentenceKind: PROMISE or INTRODUCTION
        Column("sentence"),
        Column("on", nullable=True),
        Column("due", nullable=True),  # as far as the words say a day
        Column("state"),  # PromiseState
        Column("file"),
        Column("locator"),
    ),
)
GIVE_BACK = Table(
    "give_back",
    (
        Column("person"),
        Column("kind"),  # OwedKind
        Column("pieces", "count"),
        Column("on", nullable=True),  # of the newest
        Column("text", nullable=True),  # its words
        Column("record_id"),
        Column("file"),
        Column("locator"),
    ),
)
INTRODUCTIONS = Table(
    "introductions",
    (
        Column("key"),
        Column("person_1"),  # the smaller id
        Column("person_2"),
        Column("kind"),  # IntroductionReason
        Column("reason"),  # in one line
        Column("score", "number"),
    ),
)
