"""The keys of records: two that share one are worth comparing.

Keys are hashes of what stands in the record, so they are equal whatever the other records are. Two
texts with one hash, by chance, are compared for nothing, and no more.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from dedupe.address_values import address_keys
from dedupe.arrays import ABSENT, Flags, Ids, Keys, hashed, mixed
from dedupe.values import FIRST_ALIAS_FAMILY, MIDDLE, Cleaned, Words

_SHORTEST_LOCAL = 4
_OF_CONTENT, _OF_PROFILE = np.uint64(2**32), np.uint64(2**32 + 1)
_SOUND_ALONE = np.uint64(1)  # tells the sound of a name from a name that it may stand for


@dataclass(frozen=True, slots=True)
class Held:
    """One kind of key: who holds which, and whether a common one is tried with a company."""

    record: Ids
    key: Keys
    refined: bool = True

    def at(self, chosen: Flags) -> "Held":
        """Return some of the holdings."""
        return Held(self.record[chosen], self.key[chosen], self.refined)


def kinds_of_keys(values: Cleaned) -> Iterator[Held]:
    """Yield the keys of each kind; those of two kinds are never equal but by chance."""
    for kind, held in enumerate(_kinds(values), start=1):
        yield Held(held.record, mixed(held.key, np.uint64(kind)), held.refined)


def with_company(held: Held, values: Cleaned) -> Held:
    """Return the holdings with each company of their holders besides."""
    companies = np.hstack([values.company, values.company_short])[held.record]
    width = companies.shape[1]
    known = companies.ravel() != ABSENT
    company = hashed(values.company_text)[companies.ravel()[known]]
    key = mixed(np.repeat(held.key, width)[known], company)
    return Held(np.repeat(held.record, width)[known], key, refined=False)


def content_keys(values: Cleaned) -> Keys:
    """Return the keys by which records that say the same are found, a row a record."""
    return mixed(values.content, _OF_CONTENT)


def profile_keys(profiles: Iterable[str]) -> Keys:
    """Return the keys by which all records of a profile are found, 0 for none."""
    keys = hashed(list(profiles))
    return np.where(keys == 0, keys, mixed(keys, _OF_PROFILE))


def _kinds(values: Cleaned) -> Iterator[Held]:
    words = values.words
    rows = np.arange(len(values))
    yield _single(rows, hashed(values.profile_text)[values.profile], refined=False)
    for held, texts in ((values.mails, values.mail_text), (values.phones, values.phone_text)):
        yield _single(held.record, hashed(texts)[held.value], refined=True)
    sounds = hashed(words.sound_text)[words.sound]
    yield from _name_keys(values, rows, sounds)
    yield from _company_keys(values, rows, sounds)
    yield _long_locals(values)
    for edge in values.glued.T:  # a lost or a wrong blank
        yield _single(rows, edge, refined=True)
    first = words.initial[values.given[:, 0]].astype(np.uint64)
    last = words.initial[values.family[:, 0]].astype(np.uint64)
    for place in address_keys(values.addresses):
        yield _double(rows, place, first)
        yield _double(rows, place, last)
    yield _double(rows, sounds[values.family[:, 0]], first)


def _single(record: Ids, key: Keys, *, refined: bool) -> Held:
    held = key != 0
    return Held(record[held], key[held], refined)


def _double(record: Ids, first: Keys, second: Keys) -> Held:
    held = (first != 0) & (second != 0)
    return Held(record[held], mixed(first[held], second[held]))


def _name_keys(values: Cleaned, rows: Ids, sounds: Keys) -> Iterator[Held]:
    """Yield given and family name by sound in any order, by nickname, and with half a family."""
    words = values.words
    full = words.length > 1
    record, given, family = _crossed(rows, values.given, values.family)
    whole = full[given] & full[family]
    record, given, family = record[whole], given[whole], family[whole]
    one, other = sounds[given], sounds[family]
    yield _double(record, np.minimum(one, other), np.maximum(one, other))
    named = hashed(words.full_name_text)
    for column in words.full_names.T:
        yield _double(record, named[column[given]], other)
    for edge in (words.head, words.tail):
        for meaning in _meanings(words, sounds).T:
            held = full[values.family[:, 0]] & full[values.given[:, 0]]
            first, second = values.given[held, 0], values.family[held, 0]
            yield _double(rows[held], meaning[first], edge[second])


def _meanings(words: Words, sounds: Keys) -> Keys:
    """Return what a given name may stand for: full names, or where it has none its sound."""
    meanings = hashed(words.full_name_text)[words.full_names]
    plain = words.full_names[:, 0] == ABSENT
    meanings[plain, 0] = np.where(sounds == 0, sounds, mixed(sounds, _SOUND_ALONE))[plain]
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


def _company_keys(values: Cleaned, rows: Ids, sounds: Keys) -> Iterator[Held]:
    """Yield company with given name, with family name and with both initials."""
    companies = np.hstack([values.company, values.company_short])
    held = companies.ravel() != ABSENT
    record = np.repeat(rows, companies.shape[1])[held]
    company = hashed(values.company_text)[companies.ravel()[held]]
    given, family = values.given[record, 0], values.family[record, 0]
    yield _double(record, company, sounds[given])
    yield _double(record, company, sounds[family])
    initial = values.words.initial.astype(np.uint64)
    one, other = np.sort([initial[given], initial[family]], axis=0)
    yield Held(record, mixed(company, mixed(one, other)), refined=False)


def _long_locals(values: Cleaned) -> Held:
    texts = [text if len(text) >= _SHORTEST_LOCAL else "" for text in values.local_text]
    return _single(values.locals.record, hashed(texts)[values.locals.value], refined=True)
