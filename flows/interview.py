"""The open pairs one at a time: an answer makes others needless at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from contacts.judgements import Verdict
from contacts.report import OpenPair


@dataclass(frozen=True, slots=True)
class Answered:
    """What was said of a pair; UNSURE passes it over, which is no `act` (0)."""

    pair: OpenPair
    verdict: Verdict
    act: int = 0


@dataclass(slots=True)
class Interview:
    """What is to be asked, in this order, and what was answered.

    Same is transitive: what follows from the answers is not asked.
    """

    pairs: Sequence[OpenPair]
    answered: list[Answered] = field(default_factory=list)

    def open(self) -> list[OpenPair]:
        """Return the pairs that nothing answers yet, best first."""
        group = self._groups()
        done = {one.pair for one in self.answered}
        apart = {_of(one.pair, group) for one in self.answered if one.verdict is Verdict.DIFFERENT}
        return [
            pair
            for pair in self.pairs
            if pair not in done and len(_of(pair, group)) > 1 and _of(pair, group) not in apart
        ]

    def _groups(self) -> dict[str, str]:
        """Return for every person one who stands for all that are the same."""
        group: dict[str, str] = {who: who for pair in self.pairs for who in _persons(pair)}
        for answered in self.answered:
            if answered.verdict is Verdict.SAME:
                one, other = (group[who] for who in _persons(answered.pair))
                group.update({who: one for who, of in group.items() if of == other})
        return group


def _persons(pair: OpenPair) -> tuple[str, str]:
    return pair.first.person, pair.second.person


def _of(pair: OpenPair, group: Mapping[str, str]) -> frozenset[str]:
    return frozenset(group[who] for who in _persons(pair))
