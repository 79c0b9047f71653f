"""What says that two records may not be one person, whatever else they share."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from contacts.judgements import Judgement, Verdict
from dedupe.arrays import Flags
from dedupe.compare import Comparison
from dedupe.levels import Level, Said
from dedupe.normalise import coded
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


def joined_profiles(same: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return what stands for each profile that is one person's with others, by these pairs."""
    stands_for: dict[str, str] = {}

    def found(profile: str) -> str:
        while profile in stands_for:
            profile = stands_for[profile]
        return profile

    for one, other in same:
        first, second = sorted((found(one), found(other)))
        if first and first != second:
            stands_for[second] = first
    return {profile: found(profile) for profile in stands_for}


def profiles_of(values: Cleaned, rows: Iterable[Rows]) -> list[tuple[str, str]]:
    """Return the profiles of pairs of rows."""
    text = values.profile_text[values.profile]
    return [(str(text[one]), str(text[other])) for one, other in rows]


def with_joined_profiles(values: Cleaned, joined: Mapping[str, str]) -> Cleaned:
    """Return the values with the profiles of one person as one profile."""
    if not joined:
        return values
    ids, texts = coded([joined.get(text, text) for text in values.profile_text])
    return replace(values, profile=ids[values.profile], profile_text=texts)
