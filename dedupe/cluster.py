"""Which records are one person: the strongest pairs first, never against a veto.

Records are joined by the edges from strongest to weakest; a merge is refused where it would bring
together two that may not be one (conflict-aware, greedy). Ties are broken by the rows themselves,
so the order of input plays no part.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

import numpy as np

from dedupe.arrays import Flags, Ids
from dedupe.block import Pairs
from dedupe.edges import Edges, marked
from dedupe.vetoes import Judged


@dataclass(slots=True)
class Partition:
    """Groups of rows that grow by merging; `foes` are rows that may not be in one group."""

    root: list[int]
    members: dict[int, list[int]] = field(default_factory=dict)
    foes: dict[int, set[int]] = field(default_factory=dict)

    @classmethod
    def of(cls, count: int) -> "Partition":
        """Return `count` rows, each alone."""
        return cls(root=list(range(count)))

    def bar(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Forbid every later merge that would bring two of these rows together."""
        for one, other in pairs:
            self.foes.setdefault(one, set()).add(other)
            self.foes.setdefault(other, set()).add(one)

    def merge(self, one: int, other: int) -> bool:
        """Join the groups of two rows and return True, or False where a veto forbids it."""
        a, b = self.root[one], self.root[other]
        if a == b:
            return True
        kept, gone = min(a, b), max(a, b)
        ours, theirs = self._group(kept), self._group(gone)
        if self._at_odds(ours, theirs):
            return False
        for row in theirs:
            self.root[row] = kept
        self.members[kept] = ours + theirs
        self.members.pop(gone, None)
        return True

    def _group(self, root: int) -> list[int]:
        return self.members.get(root, [root])

    def _at_odds(self, ours: list[int], theirs: list[int]) -> bool:
        few, many = sorted((ours, theirs), key=len)
        barred: set[int] = set()
        for row in few:
            barred |= self.foes.get(row, set())
        return bool(barred) and not barred.isdisjoint(many)

    def labels(self) -> Ids:
        """Return for every row the smallest row of its group."""
        return np.array(self.root, dtype=np.int64)


def clustered(count: int, edges: Edges, judged: Judged, least: float) -> Ids:
    """Return for every row the smallest row of its cluster.

    Pairs of less than `least` bits join nothing. What the user judged comes first: pairs that are
    the same are joined against every veto of the model, only pairs that differ stand against them.
    """
    partition = Partition.of(count)
    partition.bar(judged.different)
    for one, other in judged.same:
        partition.merge(one, other)
    parting = edges.vetoed & ~excused(count, edges, judged, least)
    partition.bar(_rows(edges.pairs, np.flatnonzero(parting)))
    strong = np.flatnonzero((edges.bits >= least) & ~edges.vetoed)
    left, right = edges.pairs.left[strong], edges.pairs.right[strong]
    order = strong[np.lexsort((right, left, -edges.bits[strong]))]
    for one, other in _rows(edges.pairs, order):
        partition.merge(one, other)
    return partition.labels()


def excused(count: int, edges: Edges, judged: Judged, least: float) -> Flags:
    """Return the vetoes of the model between people whom the user joined.

    Who is one under two names or with two profiles is at odds with half of their own records: what
    parts the two groups that there would be without the user's word is void.
    """
    if not judged.same:
        return np.zeros(len(edges.pairs), dtype=np.bool_)
    by_model = edges.at(~marked(edges.pairs, judged.same, count))
    alone = clustered(count, by_model, replace(judged, same=()), least)
    together = alone.copy()
    for pair in judged.same:
        one, other = sorted(together[list(pair)].tolist())
        together[together == other] = one
    left, right = edges.pairs.left, edges.pairs.right
    between = (together[left] == together[right]) & (alone[left] != alone[right])
    by_user = marked(edges.pairs, judged.different, count)
    return np.asarray(edges.vetoed & between & ~by_user, dtype=np.bool_)


def _rows(pairs: Pairs, at: Ids) -> Iterable[tuple[int, int]]:
    return zip(pairs.left[at].tolist(), pairs.right[at].tolist(), strict=True)


def components(count: int, edges: Edges, judged: Judged, least: float) -> Ids:
    """Return for every row the smallest row that edges of `least` bits lead to, vetoes forgotten.

    Nothing that is found of a row depends on one of another component, so each can be made anew
    without the others.
    """
    joining = np.flatnonzero((edges.bits >= least) & ~edges.vetoed)
    same = np.array(judged.same, dtype=np.int64).reshape(-1, 2)
    left = np.concatenate([edges.pairs.left[joining], same[:, 0]])
    right = np.concatenate([edges.pairs.right[joining], same[:, 1]])
    label = np.arange(count)
    while True:
        lower = label.copy()
        np.minimum.at(lower, left, label[right])
        np.minimum.at(lower, right, label[left])
        lower = lower[lower]
        if np.array_equal(lower, label):
            return label
        label = lower


def within(labels: Ids) -> Pairs:
    """Return all pairs of rows that share a label, in ascending order."""
    order = np.argsort(labels, kind="stable")
    grouped = labels[order]
    left, right = [], []
    for step in range(1, len(labels)):
        same = np.flatnonzero(grouped[step:] == grouped[:-step])
        if not len(same):
            break
        left.append(order[same])
        right.append(order[same + step])
    if not left:
        return Pairs(np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64))
    one, other = np.concatenate(left), np.concatenate(right)
    ascending = np.lexsort((other, one))
    return Pairs(one[ascending], other[ascending])
