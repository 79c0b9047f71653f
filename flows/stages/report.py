"""Compose the report from one snapshot of the store, and write it."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

import pandas as pd

import exporters
import store
from contacts import frames
from contacts.claims import Property
from contacts.identifiers import PersonId, profile_slug, stable_id
from contacts.report import FileRow, Origin, PersonRow, Report, ShownHint
from contacts.sources import FileState
from contacts.ties import TieClass
from flows.progress import progress
from flows.stages.assess import people_of
from triage import cues
from triage.growth import growth

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
    evidence, people, ties = store.records.evidence(tx), people_of(tx), store.ties.ties(tx)
    rows = _person_rows(tx, ties)
    pairs = store.people.pairs(tx)
    return Report(
        as_of=as_of,
        counts=_counts(rows, store.records.origins(tx)),
        people=rows,
        today=tuple(PersonId(person) for person in store.ties.queue(tx)["person"]),
        groups=cues.groups(ties, people, evidence),
        growth=growth(evidence, as_of),
        files=tuple(file_rows(tx)),
        questions=int((pairs["zone"] == "ask").sum()),
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


def _by_person(frame: pd.DataFrame) -> Mapping[str, list[Row]]:
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for row in frames.rows(frame):
        found[str(row["person"])].append(row)
    return found


def _person_rows(tx: store.Transaction, ties: pd.DataFrame) -> tuple[PersonRow, ...]:
    values, origins = _by_person(store.people.values(tx)), _by_person(store.records.origins(tx))
    hints, queue = _by_person(store.ties.hints(tx)), _by_person(store.ties.queue(tx))
    with_crop = set(ties.loc[ties["tie_class"].isin(_SHOWN_PEOPLE_WITH_CROP), "person"]) | set(
        queue
    )
    crops = _crops(tx, origins, with_crop)
    rows = [_person_row(tie, values, origins, hints, queue, crops) for tie in frames.rows(ties)]
    return tuple(sorted(rows, key=lambda row: ((row.name or "￿").casefold(), row.person)))


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
        records=tuple(
            Origin(str(row["file"]), str(row["locator"]), str(row["source"]))
            for row in origins.get(person, [])
        ),
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
    tx: store.Transaction, origins: Mapping[str, list[Row]], people: Iterable[str]
) -> dict[str, bytes]:
    """Return the crop of the newest card of each of these people."""
    cards = {
        str(row["record_id"]): person
        for person in people
        for row in origins.get(person, [])
        if row["source"] == "card"
    }
    found = store.records.crops(tx, cards)
    return {cards[record]: crop for record, crop in sorted(found.items())}


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
