"""Compose the report from one snapshot of the store, and write it."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from pathlib import Path

import pandas as pd

import exporters
import store
from contacts import frames
from contacts.claims import Property, RecordSource
from contacts.identifiers import PersonId, profile_slug, stable_id
from contacts.news import NewsKind
from contacts.report import CompanyRow, FileRow, NewsRow, Origin, PersonRow, Report, ShownHint
from contacts.sources import FileState
from contacts.ties import TieClass
from dedupe.company_contacts import company_contacts
from flows.progress import progress
from flows.stages.assess import evidence_of, people_of
from flows.stages.background import places_of
from flows.stages.connection_news import gone, newest_news
from flows.stages.encounters import encounter_rows
from flows.stages.questions import open_pairs
from flows.stages.unsure import unsure_cards
from triage import cues
from triage.growth import growth
from triage.news import sentence
from triage.rest import archived

_SHOWN_PEOPLE_WITH_CROP = (TieClass.WEAK,)  # and today's; a crop of everybody would be megabytes

Row = Mapping[str, object]


def write_report(database: store.Database, folder: Path) -> tuple[Path, ...]:
    """Write the report in every format; returns the paths, the HTML first."""
    progress().stage("Writing the report", 1)
    with database.read() as tx:
        report = compose(tx)
    paths = exporters.write_report(report, folder)
    progress().advance()
    return paths


def is_written(tx: store.Transaction, folder: Path) -> bool:
    """Return whether the report in a folder is that of what was assessed last.

    Its JSON is written last, so if that one is new all are.
    """
    try:
        written = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(written, dict) and written.get("basis") == _basis(tx)


def _basis(tx: store.Transaction) -> str:
    derived = store.ties.derived(tx)
    return stable_id(derived.as_of, str(derived.last_act), derived.inputs) if derived else ""


def compose(tx: store.Transaction) -> Report:
    """Return the report of what was assessed last."""
    derived = store.ties.derived(tx)
    as_of = derived.as_of if derived else ""
    people, ties = people_of(tx), store.ties.ties(tx)
    evidence = evidence_of(tx, people)
    values, origins = store.people.values(tx), store.records.origins(tx)
    rows = _person_rows(tx, ties, values, origins, evidence)
    companies = _company_rows(values, origins)
    pairs = open_pairs(tx)
    return Report(
        as_of=as_of,
        counts=_counts(rows, origins)
        | {"companies": len(companies), "own_photos": len(store.records.photos_of_nobody(tx))}
        | {"gone": gone(tx), "archived": _archived(tx, ties, as_of)},
        people=rows,
        companies=companies,
        encounters=encounter_rows(tx, evidence, _names(rows, companies), places_of(values)),
        unsure=unsure_cards(tx),
        news=_news_rows(tx, rows),
        today=tuple(PersonId(person) for person in store.ties.queue(tx)["person"]),
        groups=cues.groups(ties, people, evidence),
        growth=growth(evidence, as_of),
        files=tuple(file_rows(tx)),
        pairs=pairs,
        questions=len(pairs),
        basis=_basis(tx),
    )


def _counts(rows: Iterable[PersonRow], origins: pd.DataFrame) -> dict[str, int]:
    counts = {"people": 0, **{tie_class.value: 0 for tie_class in TieClass}}
    for row in rows:
        counts["people"] += 1
        counts[row.tie_class.value] += 1
    counts["records"] = len(origins)
    for source, number in origins["source"].value_counts().sort_index().items():
        counts[str(source)] = int(number)
    return counts


def _archived(tx: store.Transaction, ties: pd.DataFrame, as_of: str) -> int:
    """Return how many people the user let go who have not come back by themselves."""
    if not as_of:
        return 0
    answers, news = store.acts.answers(tx), store.lists.news(tx)
    return int(archived(ties, answers, date.fromisoformat(as_of), news).sum())


def _by_person(frame: pd.DataFrame) -> Mapping[str, list[Row]]:
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for row in frames.rows(frame):
        found[str(row["person"])].append(row)
    return found


def _person_rows(
    tx: store.Transaction,
    ties: pd.DataFrame,
    values: pd.DataFrame,
    origins: pd.DataFrame,
    evidence: pd.DataFrame,
) -> tuple[PersonRow, ...]:
    said, read = _by_person(values), _by_person(origins)
    hints, queue = _by_person(store.ties.hints(tx)), _by_person(store.ties.queue(tx))
    in_view = ties.loc[ties["tie_class"].isin(_SHOWN_PEOPLE_WITH_CROP), "person"]
    crops = _crops(tx, evidence, {*in_view, *queue})
    rows = [_person_row(tie, said, read, hints, queue, crops) for tie in frames.rows(ties)]
    return tuple(sorted(rows, key=lambda row: ((row.name or "￿").casefold(), row.person)))


def _company_rows(values: pd.DataFrame, origins: pd.DataFrame) -> tuple[CompanyRow, ...]:
    contacts = company_contacts(values)
    said = _by_person(values[values["person"].isin(contacts)])
    read = _by_person(origins[origins["person"].isin(contacts)])
    rows = [_company_row(contact, _Values(said[contact]), read[contact]) for contact in contacts]
    return tuple(sorted(rows, key=lambda row: ((row.company or "￿").casefold(), row.contact)))


def _company_row(contact: str, known: "_Values", origins: Iterable[Row]) -> CompanyRow:
    return CompanyRow(
        contact=PersonId(contact),
        company=known.shown(Property.COMPANY),
        emails=known.all(Property.EMAIL),
        phones=known.all(Property.PHONE),
        records=tuple(map(_origin, origins)),
    )


def _news_rows(tx: store.Transaction, people: Iterable[PersonRow]) -> tuple[NewsRow, ...]:
    """Return the news of the newest list, those first that give most reason to write."""
    names = {row.person: row.name for row in people}
    rows = (
        NewsRow(
            person=PersonId(str(row["person"])),
            name=names[PersonId(str(row["person"]))],
            kind=str(row["kind"]),
            old=_text(row["old"]),
            new=_text(row["new"]),
            as_of=_text(row["as_of"]),
            text=sentence(row),
            source=Origin(str(row["file"]), str(row["locator"]), RecordSource.LINKEDIN.value),
        )
        for row in frames.rows(newest_news(tx))
        if row["person"] in names
    )
    kinds = [kind.value for kind in NewsKind]
    return tuple(sorted(rows, key=lambda row: (kinds.index(row.kind), row.name or "", row.person)))


def _origin(row: Row) -> Origin:
    return Origin(str(row["file"]), str(row["locator"]), str(row["source"]))


def _names(people: Iterable[PersonRow], companies: Iterable[CompanyRow]) -> dict[str, str]:
    """Return what those who have a name or a company are called."""
    called = {row.person: row.name or row.company for row in people}
    called |= {row.contact: row.company for row in companies}
    return {person: name for person, name in called.items() if name}


def _person_row(
    tie: Row,
    values: Mapping[str, list[Row]],
    origins: Mapping[str, list[Row]],
    hints: Mapping[str, list[Row]],
    queue: Mapping[str, list[Row]],
    crops: Mapping[str, bytes],
) -> PersonRow:
    person = str(tie["person"])
    known = _Values(values.get(person, []))
    slugs = [profile_slug(url) for url in known.all(Property.URL)]
    reasons = str(tie["reasons"] or "")
    p_known = tie["p_known"]
    return PersonRow(
        person=PersonId(person),
        records=tuple(map(_origin, origins.get(person, []))),
        name=known.shown(Property.NAME),
        company=known.shown(Property.COMPANY),
        title=known.shown(Property.TITLE),
        emails=known.all(Property.EMAIL),
        phones=known.all(Property.PHONE),
        profile=next(filter(None, slugs), None),
        p_known=round(float(str(p_known)), 4) if p_known is not None else None,
        tie_class=TieClass(str(tie["tie_class"])),
        last_contact=_text(tie["last_contact"]),
        reasons=tuple(filter(None, reasons.split("\n"))),
        hints=tuple(_hint(row) for row in hints.get(person, [])),
        why_today=next((str(row["reason"]) for row in queue.get(person, [])), None),
        crop=crops.get(person),
    )


class _Values:
    """The surviving values of one person, in their order."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._values: defaultdict[str, list[str]] = defaultdict(list)
        for row in sorted(rows, key=lambda row: int(str(row["place"]))):
            self._values[str(row["property"])].append(str(row["value"]))

    def all(self, kind: Property) -> tuple[str, ...]:
        return tuple(self._values.get(kind.value, ()))

    def shown(self, kind: Property) -> str | None:
        return next(iter(self.all(kind)), None)


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _hint(row: Row) -> ShownHint:
    origin = Origin(str(row["file"]), str(row["locator"]))
    return ShownHint(str(row["kind"]), str(row["text"]), _text(row["date"]), origin)


def _crops(
    tx: store.Transaction, evidence: pd.DataFrame, people: Collection[str]
) -> dict[str, bytes]:
    """Return the crop of the newest card of each of these people, of its front."""
    shown = evidence["person"].isin(people) & (evidence["source"] == RecordSource.CARD.value)
    cards = evidence[shown].sort_values("on", na_position="first", kind="stable")
    found = store.records.crops(tx, cards["record_id"])
    newest = zip(cards["person"], cards["record_id"], strict=True)
    return {person: found[record] for person, record in newest if record in found}


def file_rows(tx: store.Transaction) -> list[FileRow]:
    """Return where each file stands; one that gave nothing and was taken away is left out."""
    seen = store.sources.sightings(tx)
    contents = {sighting.sha256 for sighting in seen.values()}

    def is_there(status: store.sources.FileStatus) -> bool:
        folder = tuple(name for name in status.file.names if name.endswith("/"))
        return status.file.sha256 in contents or any(path.startswith(folder) for path in seen)

    return [
        _file_row(status)
        for status in store.sources.statuses(tx)
        if status.state in {FileState.DONE, FileState.PARTLY} or is_there(status)
    ]


def _file_row(status: store.sources.FileStatus) -> FileRow:
    return FileRow(
        name=status.file.name,
        kind=status.file.kind.value,
        state=status.state.value,
        reason=status.reason,
        next_step=status.next_step,
        records=status.taken,
        rejected=status.rejected,
    )
