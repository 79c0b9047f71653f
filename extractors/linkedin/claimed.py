"""The records of an archive and what is claimed of them, as frames."""

from collections.abc import Sequence

import numpy as np
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
from extractors.linkedin.names import clean_name
from extractors.linkedin.people import People
from extractors.linkedin.phone_book import Listed
from extractors.linkedin.reading import Reading

_INFERRED = 0.9  # a profile that was found under the same name in another file


def names_of(people: People) -> list[str]:
    """Return everybody's clean name, "" where there is none."""
    return [
        clean_name(first, last or whole)
        for first, last, whole in zip(people.first, people.last, people.whole, strict=True)
    ]


def locators(people: People) -> list[str]:
    """Return where everybody stands."""
    return [f"{file}:{line}" for file, line in zip(people.file, people.line, strict=True)]


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
        "locator": locators(people) + [f"{entry.file}:{entry.line}" for _, entry in others],
        "dated": [day or None for day in (*people.day, *(entry.day for _, entry in others))],
        "raw": [*people.raw, *strangers, *(entry.raw for _, entry in others)],
    })  # fmt: skip
    return frames.OBSERVATIONS.typed(frame)


def claims(
    reading: Reading, ids: Sequence[RecordId], of_phone_book: Sequence[RecordId]
) -> pd.DataFrame:
    """Return what is claimed of all records."""
    parts = [_of_people(reading.people, ids), _of_entries(reading, of_phone_book)]
    return frames.CLAIMS.typed(pd.concat(parts, ignore_index=True))


def _of_people(people: People, ids: Sequence[RecordId]) -> pd.DataFrame:
    known = zip(people.slug, people.inferred, strict=True)
    profiles = [slug or inferred for slug, inferred in known]
    urls = [profile_url(ProfileSlug(slug)) if slug else "" for slug in profiles]
    sure = np.array([1.0 if slug else _INFERRED for slug in people.slug])
    whole = np.ones(len(people))
    each = [
        (Property.NAME, names_of(people), "", whole),
        (Property.COMPANY, people.company, "", whole),
        (Property.TITLE, people.position, "", whole),
        (Property.EMAIL, people.email, "", whole),
        (Property.URL, urls, "linkedin", sure),
    ]
    record, locator = np.array(ids, object), np.array(locators(people), object)
    parts = []
    for name, values, kind, confidence in each:
        column = np.array(values, object)
        kept = column.astype(bool)
        parts.append(
            pd.DataFrame({
                "record_id": record[kept],
                "property": name.value,
                "value": column[kept],
                "kind": kind,
                "locator": locator[kept],
                "confidence": confidence[kept],
            })
        )  # fmt: skip
    return pd.concat(parts, ignore_index=True)


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
