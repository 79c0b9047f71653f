"""How common values are, from the records themselves: the u of Fellegi and Sunter (1969).

A value counts once for each *distinct* name it stands with, less one: several records of one person
do not make their name look common, and a name borne by one person alone is as rare as can be.
"""

from dataclasses import dataclass

import numpy as np

from dedupe.arrays import ABSENT, Ids, Shares, distinct
from dedupe.values import Cleaned, Holdings

_UNSEEN = 0.2  # times that a name seen once is expected again
_TYPICAL = 0.0005  # share of an ordinary name, for lists too short to tell
_LETTERS = 128  # codes of ASCII
_LIST = 200  # names' worth of belief in the typical share


@dataclass(frozen=True, slots=True)
class Frequencies:
    """Shares (0 to 1) by token id: as given and as family name, and of all that sound alike."""

    given: Shares
    family: Shares
    given_sound: Shares
    family_sound: Shares
    initial: Shares  # by token id, the share of its first letter
    nickname: Shares  # by token id, the share of all forms of the names it may stand for
    given_count: Ids  # distinct names with this token
    family_count: Ids


def frequencies(values: Cleaned) -> Frequencies:
    """Return how common the names of these records are."""
    words = values.words
    size = len(words.text)
    names = distinct(values.given[:, 0] * size + values.family[:, 0])
    given, family = np.divmod(names, size)
    whole = (words.length[given] > 1) & (words.length[family] > 1)
    given_count = np.bincount(given[whole], minlength=size)
    family_count = np.bincount(family[whole], minlength=size)
    total = int(whole.sum())
    return Frequencies(
        given=_share(given_count, total),
        family=_share(family_count, total),
        given_sound=_share(_summed(given_count, words.sound), total),
        family_sound=_share(_summed(family_count, words.sound), total),
        initial=_share(_summed(given_count, words.initial), total),
        nickname=_share(_of_full_names(given_count, words.full_names), total),
        given_count=given_count,
        family_count=family_count,
    )


def holders(values: Cleaned, held: Holdings) -> Ids:
    """Return how many distinct names hold each value, by its id."""
    words = values.words
    family = words.sound[values.family[:, 0]]
    initial = words.initial[values.given[:, 0]]
    name = family * _LETTERS + initial
    width = int(name.max(initial=0)) + 1
    pairs = distinct(held.value * width + name[held.record])
    return np.bincount(pairs // width, minlength=int(held.value.max(initial=0)) + 1)


def company_shares(values: Cleaned) -> Shares:
    """Return the share of distinct names at each company, by its id."""
    everything = np.hstack([values.company, values.company_short])
    width = everything.shape[1]
    held = everything.ravel() != ABSENT
    record = np.repeat(np.arange(len(values)), width)[held]
    counts = holders(values, Holdings(record=record, value=everything.ravel()[held]))
    shares = np.zeros(len(values.company_text))
    shares[: len(counts)] = _share(counts, len(values))[: len(shares)]
    return shares


def _share(count: Ids, total: int) -> Shares:
    seen = np.maximum(count - 1, 0) + _UNSEEN
    return np.asarray((seen + _LIST * _TYPICAL) / (total + _LIST), dtype=np.float64)


def _summed(count: Ids, group: Ids) -> Ids:
    """Return for every token the count of all tokens of its group."""
    totals = np.bincount(group, weights=count).astype(np.int64)
    return totals[group]


def _of_full_names(count: Ids, full_names: Ids) -> Ids:
    """Return for every token the count of all forms of the commonest name it stands for."""
    totals = np.zeros(int(full_names.max(initial=0)) + 1, dtype=np.int64)
    for column in full_names.T:
        totals += np.bincount(column, weights=count, minlength=len(totals)).astype(np.int64)
    totals[ABSENT] = 0
    return np.asarray(totals[full_names].max(axis=1, initial=0), dtype=np.int64)
