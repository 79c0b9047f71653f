"""Whom the user means: a person or one of the records, by id or by name."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

import pandas as pd

import store
from contacts.claims import Property, RecordSource
from contacts.errors import UsageError
from contacts.identifiers import folded_name

_ID: Final = re.compile(r"(?=.*[0-9])[a-z][0-9a-f]{4,16}")  # or its beginning
_SHOWN: Final = 9
_TELLING: Final = {  # of records that stand for their person, the steadiest first
    RecordSource.LINKEDIN: 0,
    RecordSource.VCARD: 1,
    RecordSource.ADDRESS_BOOK: 2,
    RecordSource.CARD: 3,
    RecordSource.CALENDAR: 4,
}


@dataclass(frozen=True, slots=True)
class NamedRecord:
    """A record and where it was read."""

    record_id: str
    source: str
    file: str
    locator: str


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """Somebody as they are told apart; `records` in the order in which they stand for them."""

    person: str
    name: str
    role: str
    records: tuple[NamedRecord, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the records."""
        return tuple(record.record_id for record in self.records)

    @property
    def told(self) -> str:
        """The name, and what tells namesakes apart."""
        return f"{self.name} ({', '.join(filter(None, (self.role, self.person)))})"


@dataclass(frozen=True, slots=True)
class Meant:
    """Whom the user named; `record` is empty where it was the person and not one of the records."""

    person: NamedPerson
    record: str = ""

    @property
    def ids(self) -> tuple[str, ...]:
        """The records that were meant."""
        return (self.record,) if self.record else self.person.ids


class Everybody:
    """All persons of one snapshot, to be found by what the user types."""

    def __init__(self, tx: store.Transaction) -> None:
        values = store.people.values(tx)
        self.persons = named_persons(values, store.records.origins(tx))
        self.holder = {one: person for person, found in self.persons.items() for one in found.ids}
        self._heirs = store.people.heirs(tx)
        self._names: defaultdict[str, set[str]] = defaultdict(set)
        names = values[values["property"] == Property.NAME.value]
        for person, name in zip(names["person"], names["value"], strict=True):
            if person in self.persons:
                self._names[folded_name(name)].add(person)

    def of_record(self, record_id: str) -> NamedPerson:
        """Return who has a record."""
        return self.persons[self.holder[record_id]]

    def meant(self, which: str) -> Meant:
        """Return whom a name, an id or the beginning of an id means.

        Raises:
            UsageError: nobody is called so, or several are (the error tells who).
        """
        named = self._names.get(folded_name(which), set())
        if named:
            return Meant(self._only(which, named))
        if _ID.fullmatch(which):
            return self._of_id(which)
        words = set(folded_name(which).split())
        alike = [who for name, who in self._names.items() if words and words <= set(name.split())]
        return Meant(self._only(which, set[str]().union(*alike)))

    def _of_id(self, which: str) -> Meant:
        known = (*self.persons, *self.holder, *self._heirs)
        found = sorted(one for one in known if one.startswith(which))
        if not found:
            raise UsageError(which, "is no person or record", "weakties report shows who there is")
        if len(found) > 1:
            raise UsageError(which, f"may be {', '.join(found[:_SHOWN])}", "give more of the id")
        (one,) = found
        if one in self.holder:
            return Meant(self.of_record(one), one)
        person = self._heirs.get(one, one)
        if person not in self.persons:
            raise UsageError(which, "is nobody any more", "weakties report shows who there is")
        return Meant(self.persons[person])

    def _only(self, which: str, persons: Iterable[str]) -> NamedPerson:
        found = sorted(persons)
        if not found:
            raise UsageError(which, "is nobody's name or id", "weakties report shows who there is")
        if len(found) > 1:
            told = "; ".join(self.persons[person].told for person in found[:_SHOWN])
            more = f" and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
            raise UsageError(which, f"may be {told}{more}", "give one of the ids")
        return self.persons[found[0]]


def named_persons(values: pd.DataFrame, origins: pd.DataFrame) -> dict[str, NamedPerson]:
    """Return everybody who has a record among the origins, with what the VALUES say of them."""
    shown: defaultdict[str, dict[str, str]] = defaultdict(dict)
    first = values[values["place"] == 0]
    for person, key, value in zip(first["person"], first["property"], first["value"], strict=True):
        shown[person][key] = value
    read: defaultdict[str, list[NamedRecord]] = defaultdict(list)
    columns = (origins[name] for name in ("person", "record_id", "source", "file", "locator"))
    for person, *where in zip(*columns, strict=True):
        read[person].append(NamedRecord(*where))
    return {person: _person(person, shown[person], records) for person, records in read.items()}


def _person(person: str, shown: Mapping[str, str], records: Iterable[NamedRecord]) -> NamedPerson:
    name, company = shown.get(Property.NAME), shown.get(Property.COMPANY)
    standing_in = shown.get(Property.EMAIL) or company or "no name"
    role = ", ".join(filter(None, (shown.get(Property.TITLE), company)))
    steadiest = sorted(records, key=lambda one: (_TELLING[RecordSource(one.source)], one.record_id))
    return NamedPerson(person, name or standing_in, role, tuple(steadiest))
