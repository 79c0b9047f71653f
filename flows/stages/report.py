"""Compose the report from one snapshot of the store, and write it."""

import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pandas as pd

import exporters
import store
from contacts import collector, frames
from contacts.claims import RecordSource
from contacts.identifiers import PersonId, stable_id
from contacts.news import NewsKind
from contacts.report import CompanyRow, FileRow, Matter, NewsRow, Origin, PersonRow, Report
from contacts.sources import FileState
from contacts.ties import TieClass
from flows.progress import progress
from flows.stages.assess import evidence_of, people_from
from flows.stages.background import places_of
from flows.stages.connection_news import gone, newest_news
from flows.stages.encounters import encounter_rows
from flows.stages.owed import Told, owed
from flows.stages.person_rows import company_rows, person_rows
from flows.stages.questions import open_pairs_among
from flows.stages.unsure import unsure_cards
from triage import cues
from triage.circles import weak_groups
from triage.news import sentence
from triage.pictures import Pictures, pictures
from triage.rest import archived
from triage.weights import DEFAULTS, Weights


def write_report(
    database: store.Database, folder: Path, weights: Weights = DEFAULTS
) -> tuple[Path, ...]:
    """Write the report in every format; returns the paths, the HTML first.

    `weights` are those by which the ties were assessed.
    """
    progress().stage("Writing the report", 1)
    with collector.still():
        with database.read() as tx:
            report = compose(tx, weights)
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


def compose(tx: store.Transaction, weights: Weights = DEFAULTS) -> Report:
    """Return the report of what was assessed last, by those weights."""
    derived = store.ties.derived(tx)
    as_of = derived.as_of if derived else ""
    values, origins = store.people.values(tx), store.records.origins(tx)
    people, ties, queue = people_from(origins, values), store.ties.ties(tx), store.ties.queue(tx)
    evidence = evidence_of(tx, people)
    crops = _crops(tx, evidence, queue["person"])  # of everybody they would be megabytes
    rows = person_rows(ties, values, origins, store.ties.hints(tx), queue, crops)
    companies = company_rows({*origins["person"]} - {*people["person"]}, values, origins)
    pairs = open_pairs_among(tx, ties, values, origins)
    drawn = _pictures(tx, ties, evidence, people, as_of, weights)
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
        today=tuple(PersonId(person) for person in queue["person"]),
        groups=cues.groups(ties, people, evidence),
        weak_groups=weak_groups(ties, people),
        growth=drawn.growth,
        memory=drawn.memory,
        fading=drawn.fading,
        cohorts=drawn.cohorts,
        beginnings=drawn.beginnings,
        burn_down=drawn.burn_down,
        files=tuple(file_rows(tx)),
        pairs=pairs,
        owed=_owed(tx, Told(ties, people, evidence), as_of),
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


def _pictures(
    tx: store.Transaction,
    ties: pd.DataFrame,
    evidence: pd.DataFrame,
    people: pd.DataFrame,
    as_of: str,
    weights: Weights,
) -> Pictures:
    """Return what the pictures show; nothing where nothing was assessed."""
    if not as_of:
        return Pictures()
    answers, news = store.acts.answers(tx), store.lists.news(tx)
    return pictures(ties, evidence, people, answers, news, date.fromisoformat(as_of), weights)


def _owed(tx: store.Transaction, told: Told, as_of: str) -> tuple[Matter, ...]:
    """Return the matters that are open; none where nothing was assessed."""
    found = owed(tx, told, date.fromisoformat(as_of)) if as_of else ()
    return tuple(matter for matter in found if matter.is_open)


def _archived(tx: store.Transaction, ties: pd.DataFrame, as_of: str) -> int:
    """Return how many people the user let go who have not come back by themselves."""
    if not as_of:
        return 0
    answers, news = store.acts.answers(tx), store.lists.news(tx)
    return int(archived(ties, answers, date.fromisoformat(as_of), news).sum())


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


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _names(people: Iterable[PersonRow], companies: Iterable[CompanyRow]) -> dict[str, str]:
    """Return what those who have a name or a company are called."""
    called = {row.person: row.name or row.company for row in people}
    called |= {row.contact: row.company for row in companies}
    return {person: name for person, name in called.items() if name}


def _crops(
    tx: store.Transaction, evidence: pd.DataFrame, people: "pd.Series[str]"
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
