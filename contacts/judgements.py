"""What is held of two records."""

from dataclasses import dataclass
from enum import StrEnum

from contacts.identifiers import RecordId


class Verdict(StrEnum):
    """What somebody said of two records."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


class Zone(StrEnum):
    """What is done about a pair without a judgement."""

    MERGE = "merge"
    ASK = "ask"
    APART = "apart"


@dataclass(frozen=True, slots=True)
class Judgement:
    """The user's word on two records; the newest on a pair counts."""

    first: RecordId
    second: RecordId
    verdict: Verdict
