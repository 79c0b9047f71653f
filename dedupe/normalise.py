"""Clean values of records, each unique value once: names, mailboxes, phones, companies.

Rows are in the order of the record ids, so nothing that follows can depend on the order of input.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias, TypeVar

import numpy as np
import pandas as pd

from contacts.frames import RECORDS
from contacts.identifiers import profile_slug
from dedupe import aliases
from dedupe.address_values import addresses_of
from dedupe.arrays import ABSENT, Flags, Ids, Keys, Texts, hashed, mixed
from dedupe.companies import CompanyKeys, company_keys
from dedupe.contact_points import Mailbox, mailbox, parted, phone_key, web_label
from dedupe.names import PersonName, parsed
from dedupe.nicknames import FULL_NAMES
from dedupe.spelling import ascii_lower, composed, shape, sound
from dedupe.titles import title_core
from dedupe.values import (
    FAMILY_FORMS,
    FIRST_ALIAS_FAMILY,
    FIRST_ALIAS_GIVEN,
    GIVEN_FORMS,
    Cleaned,
    Holdings,
    Words,
)

T = TypeVar("T")
Columns: TypeAlias = Mapping[str, Texts]
"""Records as the texts of their columns, `RECORDS` by name; "" for a missing one."""

_COMPANY_NAMES = 5  # with domains
_COMPANY_SHORTS = 5
_EDGE = 3  # letters of a sound's head and tail
_GLUED_EDGE = 6  # letters of the head and tail of a whole name
_FULL_NAMES = 8  # names that one nickname may stand for
_EPOCH = date(1970, 1, 1).toordinal()
_BETWEEN = "\x1f"  # texts of one record
_OF_ITS_OWN = frozenset({"record_id", "date"})  # what copies do not share
_HELD = 12  # phones or mailboxes of one record; more are a directory


@dataclass(slots=True)
class Lexicon:
    """Ids of texts, given out in the order of first use; 0 is the empty text."""

    ids: dict[str, int] = field(default_factory=lambda: {"": ABSENT})

    def id(self, text: str) -> int:
        """Return the id of a text, a new one where it was not seen before."""
        return self.ids.setdefault(text, len(self.ids))

    def row(self, found: Iterable[str], width: int) -> list[int]:
        """Return the ids of the first `width` texts, filled up with the absent id."""
        ids = [self.id(text) for text in found][:width]
        return ids + [ABSENT] * (width - len(ids))

    @property
    def texts(self) -> Texts:
        """The texts, by id."""
        return np.array(list(self.ids), dtype=object)


def columns_of(records: pd.DataFrame) -> Columns:
    """Return the texts of a `RECORDS` frame by column, a missing one as the empty text."""
    missing = {name: records[name].isna().to_numpy() for name in RECORDS.names}
    texts = {name: records[name].to_numpy(dtype=object) for name in RECORDS.names}
    return {name: np.where(missing[name], "", texts[name]) for name in RECORDS.names}


def cleaned(records: pd.DataFrame) -> Cleaned:
    """Return the clean values of a `RECORDS` frame."""
    return cleaned_columns(columns_of(records))


def cleaned_columns(columns: Columns) -> Cleaned:
    """Return the clean values of records."""
    order = np.argsort(columns["record_id"], kind="stable")
    ordered = {name: texts[order] for name, texts in columns.items()}
    names = _each(ordered["full_name"], parsed)
    slugs = _each(ordered["profile_url"], _slug)
    mails = _each(ordered["emails"], _mailboxes)
    personal = [[mail for mail in held if not mail.is_role] for held in mails]
    companies = _each(ordered["company"], company_keys)
    urls = _each(ordered["urls"], _labels)
    words, given, family = _names(names, slugs, mails)
    profile, profile_text = coded([shape(slug) for slug in slugs])
    mail, mail_text = _holdings([[one.key for one in held] for held in personal])
    desks, _ = _holdings([[one.domain for one in held if one.domain] for held in personal])
    local_parts, local_text = _holdings([[one.local for one in held] for held in personal])
    phones, phone_text = _holdings(_each(ordered["phones"], _phones))
    company, short, company_text = _companies(companies, mails, urls)
    days, content = _days(ordered["date"]), _content(ordered)
    return Cleaned(
        record_id=ordered["record_id"],
        words=words,
        given=given,
        family=family,
        name_length=np.array(
            [len(name.given) + len(name.family) for name in names], dtype=np.int64
        ),
        generation=np.array([name.generation for name in names], dtype=np.int64),
        source=ordered["source"],
        profile=profile,
        profile_text=profile_text,
        own_profile=profile_text[profile],
        slug=np.array(slugs, dtype=object),
        mails=mail,
        mail_text=mail_text,
        desks=desks,
        numbered=np.array(
            [any(one.is_numbered for one in held) for held in personal], dtype=np.bool_
        ),
        locals=local_parts,
        local_text=local_text,
        phones=phones,
        phone_text=phone_text,
        glued=_glued(names),
        company=company,
        company_short=short,
        company_text=company_text,
        addresses=addresses_of(ordered["address"].tolist()),
        title=coded(_each(ordered["title"], _folded))[0],
        title_core=coded(_each(ordered["title"], title_core))[0],
        day=days,
        content=content,
        digest=_digests(content, days),
    )


def merged(one: Columns, other: Columns) -> Columns:
    """Return the records of both."""
    return {name: np.concatenate([one[name], other[name]]) for name in one}


def chosen(columns: Columns, rows: Flags) -> Columns:
    """Return the records that are marked."""
    return {name: texts[rows] for name, texts in columns.items()}


def digests(records: pd.DataFrame) -> Ids:
    """Return a hash of all that counts of each record of a `RECORDS` frame, its id excepted."""
    columns = columns_of(records)
    return _digests(_content(columns), _days(columns["date"]))


def profile_texts(columns: Columns) -> list[str]:
    """Return the profile of each record as OCR may see it, "" for none."""
    return [shape(slug) for slug in _each(columns["profile_url"], _slug)]


def _each(column: Texts, clean: Callable[[str], T]) -> list[T]:
    """Return the clean form of every text, computed once for equal ones."""
    texts = column.tolist()
    found = {text: clean(text) for text in dict.fromkeys(texts)}
    return [found[text] for text in texts]


def _slug(url: str) -> str:
    return ascii_lower(composed(profile_slug(url) or ""))


def _mailboxes(cell: str) -> tuple[Mailbox, ...]:
    return tuple(found for found in map(mailbox, parted(cell)) if found)


def _phones(cell: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(key for key in map(phone_key, parted(cell)) if key))


def _labels(cell: str) -> tuple[str, ...]:
    return tuple(label for label in map(web_label, parted(cell)) if label)


def _folded(text: str) -> str:
    return "".join(letter for letter in ascii_lower(composed(text)) if letter.isalnum())


def _names(
    names: Sequence[PersonName], slugs: Sequence[str], mails: Sequence[Sequence[Mailbox]]
) -> tuple[Words, Ids, Ids]:
    lexicon = Lexicon()
    given, family = [], []
    for name, slug, held in zip(names, slugs, mails, strict=True):
        by_slug = aliases.of_profile(name, slug) if slug else ("", "")
        by_mail = _by_mail(name, held)
        other = by_slug[0] or by_mail[0]
        written = lexicon.row((name.given, *name.called), FIRST_ALIAS_GIVEN)
        given.append([*written, lexicon.id(other), lexicon.id(name.middle)])
        parts = lexicon.row((name.family, *name.families), FIRST_ALIAS_FAMILY)
        family.append([*parts, lexicon.id(by_slug[1]), lexicon.id(by_mail[1])])
    return (
        _words(lexicon.texts),
        np.array(given, dtype=np.int64).reshape(-1, GIVEN_FORMS),
        np.array(family, dtype=np.int64).reshape(-1, FAMILY_FORMS),
    )


def _by_mail(name: PersonName, held: Sequence[Mailbox]) -> aliases.Alias:
    for mail in held:
        found = ("", "") if mail.is_role else aliases.of_mailbox(name, mail)
        if any(found):
            return found
    return "", ""


def _words(texts: Texts) -> Words:
    full_names = Lexicon()
    sounds = [sound(text) for text in texts]
    coded_sounds, sound_text = coded(sounds)
    named = np.array(
        [full_names.row(FULL_NAMES.get(text, ()), _FULL_NAMES) for text in texts], dtype=np.int64
    )
    return Words(
        text=texts,
        sound=coded_sounds,
        sound_text=sound_text,
        head=hashed([heard[:_EDGE] for heard in sounds]),
        tail=hashed([heard[-_EDGE:] for heard in sounds]),
        initial=np.array([ord(text[0]) if text else ABSENT for text in texts], dtype=np.int64),
        length=np.array([len(text) for text in texts], dtype=np.int64),
        full_names=named.reshape(-1, _FULL_NAMES),
        full_name_text=full_names.texts,
    )


def _companies(
    companies: Sequence[CompanyKeys],
    mails: Sequence[Sequence[Mailbox]],
    urls: Sequence[Sequence[str]],
) -> tuple[Ids, Ids, Texts]:
    lexicon = Lexicon()
    names, shorts = [], []
    for company, held, labels in zip(companies, mails, urls, strict=True):
        domains = [mail.domain for mail in held if mail.domain]
        known = dict.fromkeys((*company.names, *domains, *labels))
        names.append(lexicon.row(known, _COMPANY_NAMES))
        shorts.append(lexicon.row(company.shorts, _COMPANY_SHORTS))
    return (
        np.array(names, dtype=np.int64).reshape(-1, _COMPANY_NAMES),
        np.array(shorts, dtype=np.int64).reshape(-1, _COMPANY_SHORTS),
        lexicon.texts,
    )


def _glued(names: Sequence[PersonName]) -> Keys:
    """Return the keys of head and tail of each name without blanks; none for a short one."""
    wholes = [name.given + name.family for name in names]
    wholes = [whole if len(whole) >= 2 * _GLUED_EDGE - 2 else "" for whole in wholes]
    heads = hashed([whole[:_GLUED_EDGE] for whole in wholes])
    tails = hashed([whole and "-" + whole[-_GLUED_EDGE:] for whole in wholes])
    return np.column_stack([heads, tails])


def _days(column: Texts) -> Ids:
    return np.array(_each(column, _day), dtype=np.int64)


def _day(text: str) -> int:
    """Return the days since 1970 of a day such as 2026-06-30, 0 for what is none."""
    try:
        return date.fromisoformat(text).toordinal() - _EPOCH
    except ValueError:
        return 0


def _content(columns: Columns) -> Keys:
    said = [columns[name].tolist() for name in RECORDS.names if name not in _OF_ITS_OWN]
    return hashed([_BETWEEN.join(texts) for texts in zip(*said, strict=True)])


def _digests(content: Keys, days: Ids) -> Ids:
    return mixed(content, days.astype(np.uint64)).view(np.int64)


def coded(texts: Sequence[str]) -> tuple[Ids, Texts]:
    """Return an id for each text, equal for equal ones, and the texts by id."""
    lexicon = Lexicon()
    return np.array([lexicon.id(text) for text in texts], dtype=np.int64), lexicon.texts


def _holdings(held: Sequence[Sequence[str]]) -> tuple[Holdings, Texts]:
    """Return who holds which value, and the values by id."""
    lexicon = Lexicon()
    pairs = [
        (record, lexicon.id(value))
        for record, values in enumerate(held)
        for value in list(dict.fromkeys(values))[:_HELD]
    ]
    table = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    return Holdings(record=table[:, 0], value=table[:, 1]), lexicon.texts
