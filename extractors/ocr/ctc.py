"""What a recognition model says of each step along a line → its text, word spaces among it.

The model is trained with CTC (Graves et al. 2006): at each step it gives the probability of every
sign and of a *blank*; a sign that stays over several steps counts once.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

_BLANK: Final = 0
_SPACE: Final = " "
_FIRST_IDEOGRAPHIC: Final = "\u2e80"  # from here on scripts have no word spaces


def decoded(
    probabilities: NDArray[np.float32], alphabet: Sequence[str], *, min_space: float
) -> tuple[str, float]:
    """Return the likeliest text of a line and the mean probability of its signs.

    `probabilities` has a row for each step and a column for each sign of the `alphabet`, the blank
    first. In a narrow gap the blank beats the space by a little; inside a word the space is out of
    the question. So a space between two letters or digits is taken from `min_space` on.
    """
    best = probabilities.argmax(axis=1)
    is_new = best != _BLANK
    is_new[1:] &= best[1:] != best[:-1]
    steps = np.flatnonzero(is_new)
    if not len(steps):
        return "", 0.0
    space = probabilities[:, alphabet.index(_SPACE)]
    text = ""
    for before, step in zip([0, *steps[:-1]], steps, strict=True):
        sign = alphabet[best[step]]
        if text and _are_apart(text[-1], sign) and space[before + 1 : step + 1].max() >= min_space:
            text += _SPACE
        text += sign
    return text, float(probabilities[steps, best[steps]].mean())


def _are_apart(one: str, other: str) -> bool:
    """Return whether two signs may be the end of a word and the start of the next."""
    return all(sign.isalnum() and sign < _FIRST_IDEOGRAPHIC for sign in (one, other))
