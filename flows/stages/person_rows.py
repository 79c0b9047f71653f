"""People and companies as the report shows them, column by column: there may be many thousands."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

import pandas as pd

from contacts import frames
from contacts.claims import Property
from contacts.identifiers import PersonId, profile_slug
from contacts.report import CompanyRow, Origin, PersonRow, ShownHint
from contacts.ties import TieClass

_LAST = "\uffff"  # where whoever has no name stands
Said = Mapping[str, Sequence[str]]  # the values of one person by property, the shown one first


def person_rows(
    ties: pd.DataFrame,
    values: pd.DataFrame,
    origins: pd.DataFrame,
    hints: pd.DataFrame,
    queue: pd.DataFrame,
    crops: Mapping[str, bytes],
) -> tuple[PersonRow, ...]:
    """Return a row for each of the ties, by name; frames as the store has them, crops by person."""
    said, read, hinted = _values(values), _origins(origins), _hints(hints)
    why = dict(_columns(queue, "person", "reason"))
    rows = []
    for person, chance, tie_class, last_contact, reasons in _columns(
        ties, "person", "p_known", "tie_class", "last_contact", "reasons"
    ):
        known = said.get(person, {})
        rows.append(
            PersonRow(
                person=PersonId(person),
                records=tuple(read.get(person, ())),
                name=_shown(known, Property.NAME),
                company=_shown(known, Property.COMPANY),
                title=_shown(known, Property.TITLE),
                emails=tuple(known.get(Property.EMAIL, ())),
                phones=tuple(known.get(Property.PHONE, ())),
                profile=next(filter(None, map(profile_slug, known.get(Property.URL, ()))), None),
                p_known=None if chance is None else round(chance, 4),
                tie_class=TieClass(tie_class),
                last_contact=last_contact,
                reasons=tuple(filter(None, (reasons or "").split("\n"))),
                hints=tuple(hinted.get(person, ())),
                why_today=why.get(person),
                crop=crops.get(person),
            )
        )
    return tuple(sorted(rows, key=lambda row: ((row.name or _LAST).casefold(), row.person)))


def company_rows(
    contacts: Collection[str], values: pd.DataFrame, origins: pd.DataFrame
) -> tuple[CompanyRow, ...]:
    """Return a row for each company's contact, by name; frames as the store has them."""
    said = _values(values[values["person"].isin(contacts)])
    read = _origins(origins[origins["person"].isin(contacts)])
    rows = [
        CompanyRow(
            contact=PersonId(contact),
            company=_shown(said[contact], Property.COMPANY),
            emails=tuple(said[contact].get(Property.EMAIL, ())),
            phones=tuple(said[contact].get(Property.PHONE, ())),
            records=tuple(read[contact]),
        )
        for contact in contacts
    ]
    return tuple(sorted(rows, key=lambda row: ((row.company or _LAST).casefold(), row.contact)))


def _shown(known: Said, kind: Property) -> str | None:
    return next(iter(known.get(kind, ())), None)


def _columns(frame: pd.DataFrame, *names: str) -> Iterator[tuple[Any, ...]]:
    return zip(*(frames.values(frame[name]) for name in names), strict=True)


def _values(values: pd.DataFrame) -> Mapping[str, Said]:
    found: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for person, kind, value in _columns(values, "person", "property", "value"):
        found[person][kind].append(value)
    return found


def _origins(origins: pd.DataFrame) -> Mapping[str, list[Origin]]:
    found: defaultdict[str, list[Origin]] = defaultdict(list)
    for person, *where in _columns(origins, "person", "file", "locator", "source"):
        found[person].append(Origin(*where))
    return found


def _hints(hints: pd.DataFrame) -> Mapping[str, list[ShownHint]]:
    found: defaultdict[str, list[ShownHint]] = defaultdict(list)
    columns = _columns(hints, "person", "kind", "text", "date", "file", "locator")
    for person, kind, text, day, file, locator in columns:
        found[person].append(ShownHint(kind, text, day, Origin(file, locator)))
    return found
