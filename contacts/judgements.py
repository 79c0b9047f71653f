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


@dataclass(frozen=True, slots=True)
class Evidence:
    """One piece of what speaks for or against a pair, and what it is worth in bits."""

    words: str
    bits: float


@dataclass(frozen=True, slots=True)
class Veto:
    """Two records that may not be one person, and why."""

    first: RecordId
    second: RecordId
    words: str


@dataclass(frozen=True, slots=True)
class ComparedPair:
    """Two records, the smaller id first, with all that is held of them.

    The bits of `evidence` add up to `bits`; `zone` is what is done about the pair. `veto` is what
    parts the two, or somebody each of them is with, whatever the evidence.
    """

    first: RecordId
    second: RecordId
    evidence: tuple[Evidence, ...]
    bits: float
    probability: float
    zone: Zone
    veto: Veto | None = None
