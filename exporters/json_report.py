"""The report for machines: the keys are a contract, they may be added to and never change."""

import json
from dataclasses import asdict
from typing import Any

from contacts.report import (
    CompanyRow,
    EncounterRow,
    FileRow,
    NewsRow,
    OpenPair,
    Origin,
    PersonRow,
    Report,
    ShownHint,
    UnsureCard,
)
from exporters.links import profile_link
from exporters.owed import lists_as_json


def as_json(report: Report) -> dict[str, Any]:
    """Return the report as JSON values, texts as they were read; crops are left out."""
    return {
        "as_of": report.as_of,
        "counts": dict(report.counts),
        "people": [_person(row) for row in report.people],
        "today": list(report.today),
        **lists_as_json(report.owed),
        "news": [_news(row) for row in report.news],
        "companies": [_company(row) for row in report.companies],
        "encounters": [_encounter(row) for row in report.encounters],
        "unsure": [_unsure(row) for row in report.unsure],
        "groups": [
            {"cue": group.cue, "label": group.label, "people": list(group.people)}
            for group in report.groups
        ],
        "weak_groups": [
            {"cue": group.cue, "label": group.label, "people": list(group.people)}
            for group in report.weak_groups
        ],
        "growth": [asdict(point) for point in report.growth],
        "memory": [asdict(point) for point in report.memory],
        "fading": [asdict(row) for row in report.fading],
        "cohorts": [asdict(row) for row in report.cohorts],
        "beginnings": [asdict(row) for row in report.beginnings],
        "burn_down": [asdict(point) for point in report.burn_down],
        "files": [_file(row) for row in report.files],
        "pairs": [_pair(pair) for pair in report.pairs],
        "questions": report.questions,
        "basis": report.basis,
    }


def json_text(report: Report) -> str:
    """Return the report as the text of a JSON file, in one line: it is read by programs."""
    return json.dumps(as_json(report), ensure_ascii=False, allow_nan=False) + "\n"


def _person(row: PersonRow) -> dict[str, Any]:
    return {
        "person": row.person,
        "records": [_record(record) for record in row.records],
        "name": row.name,
        "company": row.company,
        "title": row.title,
        "emails": list(row.emails),
        "phones": list(row.phones),
        "profile": row.profile,
        "url": profile_link(row.profile),
        "p_known": row.p_known,
        "class": row.tie_class.value,
        "last_contact": row.last_contact,
        "reasons": list(row.reasons),
        "hints": [hint_as_json(hint) for hint in row.hints],
        "why_today": row.why_today,
    }


def _record(record: Origin) -> dict[str, str]:
    return {"source": record.source, "file": record.file, "locator": record.locator}


def _source(source: Origin) -> dict[str, str]:
    return {"file": source.file, "locator": source.locator}


def hint_as_json(hint: ShownHint) -> dict[str, Any]:
    """Return a hint as JSON values."""
    return {
        "kind": hint.kind,
        "text": hint.text,
        "date": hint.date,
        "source": _source(hint.source),
    }


def _company(row: CompanyRow) -> dict[str, Any]:
    return {
        "contact": row.contact,
        "company": row.company,
        "emails": list(row.emails),
        "phones": list(row.phones),
        "records": [_record(record) for record in row.records],
    }


def _encounter(row: EncounterRow) -> dict[str, Any]:
    return {
        "number": row.number,
        "began": row.began,
        "ended": row.ended,
        "cards": row.cards,
        "names": list(row.names),
        "places": list(row.places),
        "suggestions": list(row.suggestions),
        "command": row.command,
    }


def _pair(pair: OpenPair) -> dict[str, Any]:
    return {
        "first": asdict(pair.first),
        "second": asdict(pair.second),
        "probability": pair.probability,
        "reasons": list(pair.reasons),
        "same": pair.same,
        "different": pair.different,
    }


def _unsure(row: UnsureCard) -> dict[str, Any]:
    return {
        "record": row.record,
        "source": _source(row.source),
        "fields": [
            {"field": one.field, "value": one.value, "command": one.command} for one in row.fields
        ],
    }


def _news(row: NewsRow) -> dict[str, Any]:
    return {
        "person": row.person,
        "name": row.name,
        "kind": row.kind,
        "old": row.old,
        "new": row.new,
        "as_of": row.as_of,
        "text": row.text,
        "source": _source(row.source),
    }


def _file(row: FileRow) -> dict[str, Any]:
    return {
        "name": row.name,
        "kind": row.kind,
        "state": row.state,
        "reason": row.reason,
        "next_step": row.next_step,
        "records": row.records,
        "rejected": row.rejected,
    }
