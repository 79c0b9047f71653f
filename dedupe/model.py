"""The model: all that matching needs to know beyond the two records that it compares.

It is fitted on records and then frozen: how common names and other values are, which keys are too
common to compare by, the odds before any evidence, how much each kind of evidence counts, and where
the zones begin. What two records weigh follows from them and from the model alone.
"""

import base64
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Final

import numpy as np

from dedupe.arrays import Keys
from dedupe.limits import Limits

VERSION: Final = "4"
"""Of the rules: others may find other people in the same records, so a model of theirs is void."""

SMALLEST_WORLD = 1_000
"""People that somebody knows at the least, however few records there are."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many distinct names stand with a value, of each value that has two or more.

    A value that is not listed has one at the most: most names are of that kind, so a list is short.
    """

    names: int = 0  # whole names, a given and a family name
    bearers: Mapping[str, int] = field(default_factory=dict)  # people proven to bear a whole name
    given: Mapping[str, int] = field(default_factory=dict)
    family: Mapping[str, int] = field(default_factory=dict)
    given_sound: Mapping[str, int] = field(default_factory=dict)
    family_sound: Mapping[str, int] = field(default_factory=dict)
    initial: Mapping[str, int] = field(default_factory=dict)
    nickname: Mapping[str, int] = field(default_factory=dict)  # by the full name it stands for
    company: Mapping[str, int] = field(default_factory=dict)
    mail: Mapping[str, int] = field(default_factory=dict)
    phone: Mapping[str, int] = field(default_factory=dict)
    place: Mapping[str, int] = field(default_factory=dict)  # a street with a number
    town: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Learnt:
    """What the user's answers taught: factors on the bits of kinds of evidence, and bits for all.

    `answers` is how many there were, learnt from or not. A kind that is not listed counts as it
    stands in the tables.
    """

    answers: int = 0
    factors: Mapping[str, float] = field(default_factory=dict)
    shift: float = 0.0


@dataclass(frozen=True, slots=True)
class Model:
    """One state of knowledge, fitted on so many records.

    `common` are the keys, ascending, that too many records hold to be compared by. `priors` are the
    bits before any evidence by the two kinds of source, in alphabetical order.
    """

    records: int
    limits: Limits = field(default_factory=Limits)
    counts: Counts = field(default_factory=Counts)
    common: Keys = field(default_factory=lambda: np.empty(0, dtype=np.uint64))
    priors: Mapping[tuple[str, str], float] = field(default_factory=dict)
    learnt: Learnt = field(default_factory=Learnt)
    version: str = VERSION

    @property
    def world(self) -> int:
        """How many people there may be."""
        return max(self.records, SMALLEST_WORLD)

    def prior(self, one: str, other: str) -> float:
        """Return the bits before any evidence; of a kind never seen, those of one match each."""
        pair = (one, other) if one <= other else (other, one)
        return self.priors.get(pair, -float(np.log2(self.world)))

    def as_json(self) -> dict[str, Any]:
        """Return the model as values that JSON has; the common keys as base64 of 8 bytes each."""
        return {
            "version": self.version,
            "records": self.records,
            "limits": asdict(self.limits),
            "counts": asdict(self.counts),
            "common": base64.b64encode(self.common.astype("<u8").tobytes()).decode(),
            "priors": [[*kinds, bits] for kinds, bits in self.priors.items()],
            "learnt": asdict(self.learnt),
        }

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> "Model":
        """Return the model that `as_json` made these values of."""
        common = np.frombuffer(base64.b64decode(values["common"]), dtype="<u8")
        return cls(
            records=values["records"],
            limits=Limits(**values["limits"]),
            counts=Counts(**values["counts"]),
            common=common.astype(np.uint64),
            priors={(one, other): bits for one, other, bits in values["priors"]},
            learnt=Learnt(**values["learnt"]),
            version=values["version"],
        )
