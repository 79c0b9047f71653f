"""What says that two records may not be one person, whatever else they share."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from contacts.judgements import Judgement, Verdict
from dedupe.arrays import ABSENT, Flags, Ids
from dedupe.compare import Comparison
from dedupe.levels import Level, Said
from dedupe.values import Cleaned

Rows = tuple[int, int]


def vetoed(found: Comparison) -> Flags:
    """Return which pairs have two profiles, two generations, or two given names in one family."""
    return np.asarray(np.any(list(_vetoes(found).values()), axis=0), dtype=np.bool_)


def veto_words(found: Comparison) -> str:
    """Return why the one pair of a comparison may not be one person."""
    return next((words for words, flags in _vetoes(found).items() if flags[0]), "too unlike")


def _vetoes(found: Comparison) -> dict[str, Flags]:
    one_family = found.family.level >= Level.SOUND
    other_given = found.given.level == Level.DIFFERENT
    return {
        "two LinkedIn profiles": found.profile == Said.DIFFERENT,
        "an elder and a younger of one name": found.generation == Said.DIFFERENT,
        "two given names in one family": one_family & other_given & (found.profile != Said.EQUAL),
    }


@dataclass(frozen=True, slots=True)
class Judged:
    """The user's judgements as pairs of rows, the smaller first, the newest of each pair alone."""

    same: tuple[Rows, ...] = ()
    different: tuple[Rows, ...] = ()
    unsure: tuple[Rows, ...] = ()

    @property
    def rows(self) -> list[int]:
        """Every row that was judged."""
        pairs = (*self.same, *self.different, *self.unsure)
        return sorted({row for pair in pairs for row in pair})


def judged(values: Cleaned, judgements: Sequence[Judgement]) -> Judged:
    """Return the judgements that name two records at hand; `judgements` are oldest first."""
    row = {record: at for at, record in enumerate(values.record_id.tolist())}
    newest: dict[Rows, Verdict] = {}
    for judgement in judgements:
        one, other = row.get(judgement.first), row.get(judgement.second)
        if one is None or other is None or one == other:
            continue
        pair = min(one, other), max(one, other)
        newest.pop(pair, None)
        newest[pair] = judgement.verdict
    found: dict[Verdict, list[Rows]] = {verdict: [] for verdict in Verdict}
    for pair, verdict in reversed(newest.items()):
        found[verdict].append(pair)
    return Judged(*(tuple(found[verdict]) for verdict in Verdict))


def with_joined_profiles(values: Cleaned, same: Iterable[Rows]) -> Cleaned:
    """Return the values with the profiles of records judged to be one person as one profile."""
    stands_for: dict[int, int] = {}

    def found(profile: int) -> int:
        while profile in stands_for:
            profile = stands_for[profile]
        return profile

    for one, other in same:
        first, second = found(int(values.profile[one])), found(int(values.profile[other]))
        if ABSENT not in (first, second) and first != second:
            stands_for[max(first, second)] = min(first, second)
    if not stands_for:
        return values
    table: Ids = np.arange(int(values.profile.max()) + 1)
    for profile in stands_for:
        table[profile] = found(profile)
    return replace(values, profile=table[values.profile])
