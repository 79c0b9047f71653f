"""The records of an archive and what is claimed of them, as frames."""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from contacts import frames
from contacts.claims import Property, RecordSource
from contacts.identifiers import (
    ProfileSlug,
    RecordId,
    addressbook_id,
    email_key,
    folded_name,
    profile_url,
)
from extractors.linkedin.messages import Numbers
from extractors.linkedin.names import clean_name
from extractors.linkedin.people import People
from extractors.linkedin.phone_book import Listed
from extractors.linkedin.reading import Reading

_CLAIMED = (Property.NAME, Property.COMPANY, Property.TITLE, Property.EMAIL, Property.URL)
_INFERRED = 0.9  # a profile that was found under the same name in another file


def names_of(people: People) -> list[str]:
    """Return everybody's clean name, "" where there is none."""
    return [
        clean_name(first, last or whole)
        for first, last, whole in zip(people.first, people.last, people.whole, strict=True)
    ]


def phone_book_ids(reading: Reading, ids: Sequence[RecordId], owner: str) -> list[RecordId]:
    """Return the record of each entry of the phone book: a connection's, or one of its own."""
    return [
        addressbook_id("\x1f".join((owner, folded_name(item.entry.name), item.contact)))
        if item.person is None
        else ids[item.person]
        for item in reading.phone_book
    ]


def observations(
    reading: Reading, ids: Sequence[RecordId], of_phone_book: Sequence[RecordId]
) -> pd.DataFrame:
    """Return the records: the people, and who stands in the phone book alone."""
    people = reading.people
    others = [
        (record, item.entry)
        for record, item in zip(of_phone_book, reading.phone_book, strict=True)
        if item.person is None
    ]
    sources = [RecordSource.LINKEDIN.value] * len(ids)
    strangers = ["{}"] * (len(people) - people.connected)
    frame = pd.DataFrame({
        "record_id": [*ids, *(record for record, _ in others)],
        "source": sources + [RecordSource.ADDRESS_BOOK.value] * len(others),
        "locator": [*people.where, *(f"{entry.file}:{entry.line}" for _, entry in others)],
        "dated": [day or None for day in (*people.day, *(entry.day for _, entry in others))],
        "raw": [*people.raw, *strangers, *(entry.raw for _, entry in others)],
    })  # fmt: skip
    return frames.OBSERVATIONS.typed(frame)


def claims(
    reading: Reading, ids: Sequence[RecordId], of_phone_book: Sequence[RecordId]
) -> pd.DataFrame:
    """Return what is claimed of all records."""
    of_people = _of_people(reading.people, ids)
    if not reading.phone_book:
        return of_people
    parts = [of_people, _of_entries(reading, of_phone_book)]
    return frames.CLAIMS.typed(pd.concat(parts, ignore_index=True))


def _of_people(people: People, ids: Sequence[RecordId]) -> pd.DataFrame:
    """Return the claims of the people, property after property.

    A column is joined as a whole and made once: there are five million rows of a million people.
    """
    kept, values = _filled(_columns(people))
    sizes = [len(places) for places in kept]
    kinds = ["linkedin" if name is Property.URL else "" for name in _CLAIMED]
    is_own = np.array(people.slug, object)[kept[-1]].astype(np.bool_)
    sure = np.ones(sum(sizes))
    sure[len(sure) - len(is_own) :][~is_own] = _INFERRED
    columns = {
        "record_id": _typed(_at(ids, kept)),
        "property": _typed(np.repeat(np.array([name.value for name in _CLAIMED], object), sizes)),
        "value": _typed(values),
        "kind": _typed(np.repeat(np.array(kinds, object), sizes)),
        "locator": _typed(_at(people.where, kept)),
        "confidence": pd.Series(sure),
    }
    return frames.CLAIMS.check(pd.DataFrame(columns, copy=False))


def _columns(people: People) -> Iterator[Sequence[str]]:
    """Yield the values of each of the properties of everybody, "" where there is none."""
    yield names_of(people)
    yield people.company
    yield people.position
    yield people.email
    profiles = (own or other for own, other in zip(people.slug, people.inferred, strict=True))
    yield [profile_url(ProfileSlug(slug)) if slug else "" for slug in profiles]


def _filled(columns: Iterable[Sequence[str]]) -> tuple[list[Numbers], npt.NDArray[np.object_]]:
    """Return where each column is not empty, and what stands there, column after column."""
    kept, parts = [], []
    for values in columns:
        column = np.array(values, object)
        kept.append(np.flatnonzero(column).astype(np.int32))
        parts.append(column[kept[-1]])
    return kept, np.concatenate(parts)


def _typed(values: npt.NDArray[np.object_]) -> pd.Series:
    return pd.Series(values, dtype="str", copy=False)


def _at(values: Sequence[str], kept: Sequence[Numbers]) -> npt.NDArray[np.object_]:
    column: npt.NDArray[np.object_] = np.array(values, object)
    found: npt.NDArray[np.object_] = column[np.concatenate(kept)]
    return found


def _of_entries(reading: Reading, of_phone_book: Sequence[RecordId]) -> pd.DataFrame:
    rows = [
        {
            "record_id": record,
            "property": name.value,
            "value": value,
            "kind": "",
            "locator": f"{item.entry.file}:{item.entry.line}",
            "confidence": 1.0,
        }
        for record, item in zip(of_phone_book, reading.phone_book, strict=True)
        for name, value in _said(item, reading.people)
    ]
    return frames.CLAIMS.build(rows)


def _said(item: Listed, people: People) -> list[tuple[Property, str]]:
    """Return what an entry adds: of a connection, only how to reach them."""
    entry = item.entry
    known = email_key(people.email[item.person]) if item.person is not None else None
    reached = [(Property.EMAIL, address) for address in entry.emails if email_key(address) != known]
    reached += [(Property.PHONE, number) for number in entry.phones]
    if item.person is not None:
        return reached
    named = [
        (Property.NAME, clean_name("", entry.name)),
        (Property.COMPANY, entry.company),
        (Property.TITLE, entry.title),
    ]
    return [(name, value) for name, value in named if value] + reached
