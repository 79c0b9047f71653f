"""Which pairs only the user can judge: one for each two groups that may be one person."""

import numpy as np

from dedupe.arrays import Ids, among
from dedupe.block import Pairs
from dedupe.matching import Matching


def questions(found: Matching) -> Ids:
    """Return the edges to ask about: of each two groups of `unasked` the strongest pair.

    It has the bits that the model asks for. Groups of which some records may not be one person, by
    a veto or by the user's word, are not asked about.
    """
    edges = found.edges
    different = np.array(found.said.different, dtype=np.int64).reshape(-1, 2)
    groups = _groups(found, edges.pairs)
    barred = np.concatenate(
        [groups[edges.vetoed], _groups(found, Pairs(different[:, 0], different[:, 1]))]
    )
    likely = edges.bits >= found.model.limits.ask_bits
    open_ = likely & ~found.together(edges.pairs) & ~among(groups, barred)
    asked = np.flatnonzero(open_)
    left, right = edges.pairs.left[asked], edges.pairs.right[asked]
    asked = asked[np.lexsort((right, left, -edges.bits[asked], groups[asked]))]
    _, first = np.unique(groups[asked], return_index=True)
    return asked[first]


def _groups(found: Matching, pairs: Pairs) -> Ids:
    """Return one number for the two groups that a pair is of, in either order."""
    one, other = found.unasked[pairs.left], found.unasked[pairs.right]
    return np.minimum(one, other) * len(found.clean) + np.maximum(one, other)
