"""How alike two texts are, as 1 less the edits a letter (optimal string alignment)."""

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA

from dedupe.arrays import Shares, Texts

SHORTEST_ALIKE = 4
"""Letters; shorter texts are alike by chance."""


def likeness(one: Texts, other: Texts) -> Shares:
    """Return how alike texts are, 0 to 1, pair by pair; 0 for the short."""
    if not len(one):
        return np.empty(0)
    alike = process.cpdist(one, other, scorer=OSA.normalized_similarity, dtype=np.float64)
    shorter = [min(len(a), len(b)) for a, b in zip(one, other, strict=True)]
    return np.where(np.array(shorter) < SHORTEST_ALIKE, 0.0, alike)
