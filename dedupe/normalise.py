"""Clean values of records, each unique value once: names, mailboxes, phones, companies.

Rows are in the order of the record ids, so nothing that follows can depend on the order of input.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from contacts.identifiers import profile_slug
from dedupe import aliases
from dedupe.arrays import ABSENT, Ids, Texts
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

_COMPANY_NAMES = 5  # with domains
_COMPANY_SHORTS = 5
_EDGE = 3  # letters of a sound's head and tail
_GLUED_EDGE = 6  # letters of the head and tail of a whole name
_FULL_NAMES = 8  # names that one nickname may stand for
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


def cleaned(records: pd.DataFrame) -> Cleaned:
    """Return the clean values of a `RECORDS` frame."""
    ordered = records.sort_values("record_id", kind="stable")
    names = _each(ordered["full_name"], parsed, PersonName())
    slugs = _each(ordered["profile_url"], _slug, "")
    nothing: tuple[Mailbox, ...] = ()
    mails = _each(ordered["emails"], _mailboxes, nothing)
    personal = [[mail for mail in held if not mail.is_role] for held in mails]
    companies = _each(ordered["company"], company_keys, CompanyKeys())
    unsaid: tuple[str, ...] = ()
    urls = _each(ordered["urls"], _labels, unsaid)
    words, given, family = _names(names, slugs, mails)
    local_parts, local_length = _locals(personal)
    company, short, company_text = _companies(companies, mails, urls)
    return Cleaned(
        record_id=ordered["record_id"].to_numpy(dtype=object),
        words=words,
        given=given,
        family=family,
        name_length=np.array(
            [len(name.given) + len(name.family) for name in names], dtype=np.int64
        ),
        generation=np.array([name.generation for name in names], dtype=np.int64),
        source=ordered["source"].to_numpy(dtype=object),
        profile=_ids([shape(slug) for slug in slugs]),
        slug=np.array(slugs, dtype=object),
        mails=_holdings([[mail.key for mail in held] for held in personal]),
        desks=_holdings([[mail.domain for mail in held if mail.domain] for held in personal]),
        numbered=np.array(
            [any(mail.is_numbered for mail in held) for held in personal], dtype=np.bool_
        ),
        locals=local_parts,
        local_length=local_length,
        phones=_holdings(_each(ordered["phones"], _phones, unsaid)),
        glued=_glued(names),
        company=company,
        company_short=short,
        company_text=company_text,
        title=_ids(_each(ordered["title"], _folded, "")),
        title_core=_ids(_each(ordered["title"], title_core, "")),
        day=_days(ordered["date"]),
        content=_content(ordered),
    )


def _each(column: pd.Series, clean: Callable[[str], T], absent: T) -> list[T]:
    """Return the clean form of every value, computed once for equal ones."""
    codes, unique = pd.factorize(column)
    clean_unique = [clean(str(value)) for value in unique]
    return [clean_unique[code] if code >= 0 else absent for code in codes]


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
    return Words(
        text=texts,
        sound=_ids(sounds),
        head=_ids([heard[:_EDGE] for heard in sounds]),
        tail=_ids([heard[-_EDGE:] for heard in sounds]),
        initial=np.array([ord(text[0]) if text else ABSENT for text in texts], dtype=np.int64),
        length=np.array([len(text) for text in texts], dtype=np.int64),
        full_names=np.array(
            [full_names.row(FULL_NAMES.get(text, ()), _FULL_NAMES) for text in texts],
            dtype=np.int64,
        ).reshape(-1, _FULL_NAMES),
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


def _locals(mails: Sequence[Sequence[Mailbox]]) -> tuple[Holdings, Ids]:
    """Return who holds which local part, and the length of each."""
    lexicon = Lexicon()
    held = _holdings([[mail.local for mail in mails_of_one] for mails_of_one in mails], lexicon)
    return held, np.array([len(text) for text in lexicon.ids], dtype=np.int64)


def _glued(names: Sequence[PersonName]) -> Ids:
    """Return the ids of head and tail of each name without blanks; none for a short one."""
    lexicon = Lexicon()
    rows = []
    for name in names:
        whole = name.given + name.family
        long_enough = len(whole) >= 2 * _GLUED_EDGE - 2
        edges = (whole[:_GLUED_EDGE], "-" + whole[-_GLUED_EDGE:]) if long_enough else ()
        rows.append(lexicon.row(edges, 2))
    return np.array(rows, dtype=np.int64).reshape(-1, 2)


def _days(column: pd.Series) -> Ids:
    days = pd.to_datetime(column, format="%Y-%m-%d", errors="coerce").to_numpy()
    since = days.astype("datetime64[D]").astype(np.int64)
    return np.where(np.isnat(days), 0, since).astype(np.int64)


def _content(records: pd.DataFrame) -> npt.NDArray[np.uint64]:
    said = records.drop(columns=["record_id", "date"])
    return np.asarray(pd.util.hash_pandas_object(said, index=False), dtype=np.uint64)


def _ids(texts: Sequence[str]) -> Ids:
    lexicon = Lexicon()
    return np.array([lexicon.id(text) for text in texts], dtype=np.int64)


def _holdings(held: Sequence[Sequence[str]], lexicon: Lexicon | None = None) -> Holdings:
    lexicon = lexicon or Lexicon()
    pairs = [
        (record, lexicon.id(value))
        for record, values in enumerate(held)
        for value in list(dict.fromkeys(values))[:_HELD]
    ]
    table = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    return Holdings(record=table[:, 0], value=table[:, 1])
