"""How common values are, from the records themselves: the u of Fellegi and Sunter (1969).

A value counts once for each *distinct* name it stands with, less one: several records of one person
do not make their name look common, and a name borne by one person alone is as rare as can be.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from dedupe.address_values import counted_places
from dedupe.arrays import ABSENT, Ids, Shares, Texts, distinct
from dedupe.model import Counts, Model
from dedupe.values import Cleaned, Holdings

_UNSEEN = 0.2  # times that a name seen once is expected again
_TYPICAL = 0.0005  # share of an ordinary name, for lists too short to tell
_LETTERS = 128  # codes of ASCII
_LIST = 200  # names' worth of belief in the typical share
_SEVERAL = 2
_MISREAD = "card"  # a profile read off it may be another one


@dataclass(frozen=True, slots=True)
class Frequencies:
    """What a model knows of the values of some records, by their ids.

    Shares (0 to 1) by token id: as given and as family name, and of all that sound alike.
    """

    given: Shares
    family: Shares
    given_sound: Shares
    family_sound: Shares
    initial: Shares  # by token id, the share of its first letter
    nickname: Shares  # by token id, the share of all forms of the names it may stand for
    bearers: Ids  # by record, how many people are proven to bear its name, 0 for one as well
    given_count: Ids  # distinct names with this token, 0 for one as well
    family_count: Ids
    company: Shares  # by company id, the share of all names there
    mail_names: Ids  # by mailbox id, the distinct names that hold it
    phone_names: Ids
    place_names: Ids  # by place id
    town: Shares  # by town id, the share of all names there


def frequencies(model: Model, values: Cleaned) -> Frequencies:
    """Return how common the values of these records are, as the model knows it."""
    words, counts = values.words, model.counts
    given_count = _of(counts.given, words.text)
    family_count = _of(counts.family, words.text)
    of_full_names = _of(counts.nickname, words.full_name_text)
    letters = np.array([chr(code) if code else "" for code in words.initial.tolist()], dtype=object)

    def share(count: Ids) -> Shares:
        return _share(count, counts.names)

    return Frequencies(
        given=share(given_count),
        family=share(family_count),
        given_sound=share(_of(counts.given_sound, words.sound_text)[words.sound]),
        family_sound=share(_of(counts.family_sound, words.sound_text)[words.sound]),
        initial=share(_of(counts.initial, letters)),
        nickname=share(of_full_names[words.full_names].max(axis=1, initial=0)),
        bearers=_bearers(counts.bearers, values),
        given_count=given_count,
        family_count=family_count,
        company=_share(_of(counts.company, values.company_text), model.records),
        mail_names=np.maximum(_of(counts.mail, values.mail_text), 1),
        phone_names=np.maximum(_of(counts.phone, values.phone_text), 1),
        place_names=np.maximum(_of(counts.place, values.addresses.place_text), 1),
        town=_share(_of(counts.town, values.addresses.town_text), model.records),
    )


def counted(values: Cleaned) -> Counts:
    """Return how many distinct names stand with each value of these records."""
    words = values.words
    size = len(words.text)
    names = distinct(values.given[:, 0] * size + values.family[:, 0])
    given, family = np.divmod(names, size)
    whole = (words.length[given] > 1) & (words.length[family] > 1)
    given_count = np.bincount(given[whole], minlength=size)
    family_count = np.bincount(family[whole], minlength=size)
    letters = [chr(code) for code in range(_LETTERS)]
    places, towns = counted_places(values.addresses, name_keys(values))
    return Counts(
        names=int(whole.sum()),
        bearers=_proven(values),
        given=_listed(words.text, given_count),
        family=_listed(words.text, family_count),
        given_sound=_listed(words.sound_text, np.bincount(words.sound, weights=given_count)),
        family_sound=_listed(words.sound_text, np.bincount(words.sound, weights=family_count)),
        initial=_listed(letters, np.bincount(words.initial, weights=given_count)),
        nickname=_listed(words.full_name_text, _by_full_name(given_count, words.full_names)),
        company=_listed(values.company_text, holders(values, _employers(values))),
        mail=_listed(values.mail_text, holders(values, values.mails)),
        phone=_listed(values.phone_text, holders(values, values.phones)),
        place=_listed(values.addresses.place_text, places),
        town=_listed(values.addresses.town_text, towns),
    )


def name_keys(values: Cleaned) -> Ids:
    """Return a number for each record's name, equal where two are hardly told apart."""
    words = values.words
    return words.sound[values.family[:, 0]] * _LETTERS + words.initial[values.given[:, 0]]


def holders(values: Cleaned, held: Holdings) -> Ids:
    """Return how many distinct names hold each value, by its id."""
    name = name_keys(values)
    width = int(name.max(initial=0)) + 1
    pairs = distinct(held.value * width + name[held.record])
    return np.bincount(pairs // width, minlength=int(held.value.max(initial=0)) + 1)


def _proven(values: Cleaned) -> dict[str, int]:
    """Return how many people bear a name for sure: one a profile, one for a numbered mailbox.

    A mailbox has a number because another of that name was there first.
    """
    names, name = _whole_names(values)
    sure = np.flatnonzero((values.profile != ABSENT) & (values.source != _MISREAD))
    width = len(values.profile_text)
    profiles = distinct(name[sure] * width + values.profile[sure]) // width
    count = np.maximum(np.bincount(profiles, minlength=len(names)), 1)
    count[distinct(name[values.numbered])] += 1
    count[names == ""] = 0
    return _listed(names, count)


def _bearers(counts: Mapping[str, int], values: Cleaned) -> Ids:
    names, name = _whole_names(values)
    return _of(counts, names)[name]


def _whole_names(values: Cleaned) -> tuple[Texts, Ids]:
    """Return the distinct names, each "given family" or "" unless it has both, and whose is which.

    The second has the place of each record's name in the first.
    """
    text, size = values.words.text, len(values.words.text)
    codes, name = np.unique(values.given[:, 0] * size + values.family[:, 0], return_inverse=True)
    given, family = np.divmod(codes, size)
    whole = (values.words.length[given] > 1) & (values.words.length[family] > 1)
    return np.where(whole, text[given] + " " + text[family], ""), name.reshape(-1)


def _employers(values: Cleaned) -> Holdings:
    everything = np.hstack([values.company, values.company_short])
    held = everything.ravel() != ABSENT
    record = np.repeat(np.arange(len(values)), everything.shape[1])[held]
    return Holdings(record=record, value=everything.ravel()[held])


def _listed(texts: Iterable[str], count: Ids | Shares) -> dict[str, int]:
    """Return the values that several names stand with, in alphabetical order."""
    several = zip(texts, count.tolist(), strict=False)
    return dict(sorted((text, int(names)) for text, names in several if names >= _SEVERAL))


def _of(counts: Mapping[str, int], texts: Texts) -> Ids:
    return np.array([counts.get(text, 0) for text in texts], dtype=np.int64)


def _share(count: Ids, total: int) -> Shares:
    seen = np.maximum(count - 1, 0) + _UNSEEN
    return np.asarray((seen + _LIST * _TYPICAL) / (total + _LIST), dtype=np.float64)


def _by_full_name(count: Ids, full_names: Ids) -> Ids:
    """Return for each full name the count of all forms that may stand for it."""
    totals = np.zeros(int(full_names.max(initial=0)) + 1, dtype=np.int64)
    for column in full_names.T:
        totals += np.bincount(column, weights=count, minlength=len(totals)).astype(np.int64)
    totals[ABSENT] = 0
    return totals
