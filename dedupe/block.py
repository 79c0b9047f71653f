"""Which pairs of records are worth comparing: those that share a key.

A key held by too many records says little and costs much (pairs grow with the square): its holders
are compared only where they share a company besides, and not at all where that too is common.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from dedupe.arrays import ABSENT, Flags, Ids, distinct
from dedupe.values import FIRST_ALIAS_FAMILY, MIDDLE, Cleaned, Holdings, Words

LARGEST_BLOCK = 24
"""Records that may share a key and be compared each with each."""

_MIX = np.uint64(0x9E3779B97F4A7C15)  # 2^64 over the golden ratio: spreads ids over 64 bits
_SHORTEST_LOCAL = 4


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of rows of `Cleaned`, `left` below `right`, in ascending order, each once."""

    left: Ids
    right: Ids

    def __len__(self) -> int:
        return len(self.left)


@dataclass(frozen=True, slots=True)
class _Keys:
    """One kind of key: who holds which, and whether a common one is tried with a company."""

    record: Ids
    key: npt.NDArray[np.uint64]
    refined: bool = True


def candidates(values: Cleaned, among: Flags) -> Pairs:
    """Return the pairs that share a key, of the rows that `among` marks."""
    count = len(values)
    codes = [np.empty(0, dtype=np.int64)]
    for keys in _all_keys(values):
        asked = among[keys.record]
        chosen = _Keys(keys.record[asked], keys.key[asked], keys.refined)
        codes.append(_within_blocks(chosen, count, values))
    left, right = np.divmod(distinct(np.concatenate(codes)), max(count, 1))
    return Pairs(left, right)


def _all_keys(values: Cleaned) -> Iterator[_Keys]:
    words = values.words
    rows = np.arange(len(values))
    yield _single(rows, values.profile, refined=False)
    for held in (values.mails, values.phones):
        yield _single(held.record, held.value, refined=True)
    yield from _name_keys(values, rows)
    yield from _company_keys(values, rows)
    long_local = _long_locals(values)
    yield _single(long_local.record, long_local.value, refined=True)
    yield from _glued_keys(values, rows)
    first = words.initial[values.given[:, 0]]
    yield _double(rows, words.sound[values.family[:, 0]], first)


def _single(record: Ids, value: Ids, *, refined: bool) -> _Keys:
    held = value != ABSENT
    return _Keys(record[held], value[held].astype(np.uint64), refined)


def _double(record: Ids, first: Ids, second: Ids) -> _Keys:
    held = (first != ABSENT) & (second != ABSENT)
    return _Keys(record[held], _mixed(first[held], second[held]))


def _mixed(first: Ids, second: Ids) -> npt.NDArray[np.uint64]:
    return (first.astype(np.uint64) * _MIX + second.astype(np.uint64)) * _MIX


def _name_keys(values: Cleaned, rows: Ids) -> Iterator[_Keys]:
    """Yield given and family name by sound in any order, by nickname, and with half a family."""
    words = values.words
    full = words.length > 1
    record, given, family = _crossed(rows, values.given, values.family)
    whole = full[given] & full[family]
    record, given, family = record[whole], given[whole], family[whole]
    one, other = words.sound[given], words.sound[family]
    yield _double(record, np.minimum(one, other), np.maximum(one, other))
    for column in range(words.full_names.shape[1]):
        yield _double(record, words.full_names[given, column], other)
    for edge in (words.head, words.tail):
        named = values.family[:, 0]
        for meaning in _meanings(words).T:
            held = full[named] & full[values.given[:, 0]]
            yield _double(rows[held], meaning[values.given[held, 0]], edge[named[held]])


def _meanings(words: Words) -> Ids:
    """Return what a given name may stand for: full names, or where it has none its sound."""
    plain = words.full_names[:, 0] == ABSENT
    meanings: Ids = words.full_names + (words.full_names != ABSENT) * (
        words.sound.max(initial=0) + 1
    )
    meanings[plain, 0] = words.sound[plain]
    return meanings


def _crossed(rows: Ids, given: Ids, family: Ids) -> tuple[Ids, Ids, Ids]:
    """Return every given with every family name of a record, a row a combination."""
    records, givens, families = [], [], []
    for one in range(given.shape[1]):
        for other in range(family.shape[1]):
            if one == MIDDLE and other >= FIRST_ALIAS_FAMILY:
                continue
            held = (given[:, one] != ABSENT) & (family[:, other] != ABSENT)
            records.append(rows[held])
            givens.append(given[held, one])
            families.append(family[held, other])
    return np.concatenate(records), np.concatenate(givens), np.concatenate(families)


def _company_keys(values: Cleaned, rows: Ids) -> Iterator[_Keys]:
    """Yield company with given name, with family name and with both initials."""
    words = values.words
    record, company = _company_holdings(values, rows)
    given, family = values.given[record, 0], values.family[record, 0]
    yield _double(record, company, words.sound[given])
    yield _double(record, company, words.sound[family])
    initials = np.minimum(words.initial[given], words.initial[family]) * 1_000_000 + np.maximum(
        words.initial[given], words.initial[family]
    )
    yield _Keys(record, _mixed(company, initials), refined=False)


def _company_holdings(values: Cleaned, rows: Ids) -> tuple[Ids, Ids]:
    companies = np.hstack([values.company, values.company_short])
    record = np.repeat(rows, companies.shape[1])
    company = companies.ravel()
    held = company != ABSENT
    return record[held], company[held]


def _long_locals(values: Cleaned) -> Holdings:
    long_enough = values.local_length[values.locals.value] >= _SHORTEST_LOCAL
    return Holdings(values.locals.record[long_enough], values.locals.value[long_enough])


def _glued_keys(values: Cleaned, rows: Ids) -> Iterator[_Keys]:
    """Yield the head and the tail of the name written as one word: a lost or a wrong blank."""
    for edge in values.glued.T:
        yield _single(rows, edge, refined=True)


def _within_blocks(keys: _Keys, count: int, values: Cleaned) -> Ids:
    """Return the codes of all pairs within blocks that are small enough."""
    order = np.lexsort((keys.record, keys.key))
    record, key = keys.record[order], keys.key[order]
    start = np.flatnonzero(np.r_[True, key[1:] != key[:-1]]) if len(key) else np.empty(0, np.int64)
    size = np.diff(np.r_[start, len(key)])
    sizes = np.repeat(size, size)
    small = sizes <= LARGEST_BLOCK
    codes = [_neighbours(record[small], key[small], count)]
    if keys.refined and not small.all():
        codes.append(_refined(record[~small], key[~small], count, values))
    return np.concatenate(codes)


def _refined(record: Ids, key: npt.NDArray[np.uint64], count: int, values: Cleaned) -> Ids:
    """Return the pairs of holders of a common key who share a company besides."""
    companies = np.hstack([values.company, values.company_short])[record]
    width = companies.shape[1]
    held = companies.ravel() != ABSENT
    wide = _Keys(
        np.repeat(record, width)[held],
        _mixed(np.repeat(key, width)[held].view(np.int64), companies.ravel()[held]),
        refined=False,
    )
    return _within_blocks(wide, count, values)


def _neighbours(record: Ids, key: npt.NDArray[np.uint64], count: int) -> Ids:
    """Return the codes of pairs with equal keys; both arrays are sorted by key, then record."""
    codes = [np.empty(0, dtype=np.int64)]
    for step in range(1, LARGEST_BLOCK):
        same = np.flatnonzero(key[step:] == key[:-step])
        if not len(same):
            break
        one, other = record[same], record[same + step]
        different = one != other
        codes.append(one[different] * count + other[different])
    return distinct(np.concatenate(codes))
