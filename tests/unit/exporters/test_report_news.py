"""The news of the newest archive stands in every rendering, in the same words."""

import csv
import io
from dataclasses import replace

import pytest

from contacts.report import NewsRow, Origin, Report
from exporters import as_csv, as_html, as_json, as_markdown

WHERE = Origin("linkedin/new.zip", "Connections.csv:2", "linkedin")


@pytest.fixture
def with_news(report: Report) -> Report:
    known = report.people[1]
    job = ("Editor at Pilcrow <Press>", "Captain at Quay")
    rows = (
        NewsRow(
            known.person, known.name, "new_job", *job, "2026-02-02", "=New <b>job</b>: Quay", WHERE
        ),
        NewsRow(known.person, known.name, "gone", None, None, None, "No longer *there*", WHERE),
    )
    return replace(report, news=rows)


def test_news_is_told_in_every_rendering(with_news: Report) -> None:
    rows = csv.DictReader(io.StringIO(as_csv(with_news)))
    cells = {row["name"]: row["news"] for row in rows}
    assert cells["Dagny Holloway"] == "'=New <b>job</b>: Quay; No longer *there*"
    assert cells["Anouk Eklund"] == ""
    (first, second) = as_json(with_news)["news"]
    assert first == {
        "person": with_news.people[1].person,
        "name": "Dagny Holloway",
        "kind": "new_job",
        "old": "Editor at Pilcrow <Press>",
        "new": "Captain at Quay",
        "as_of": "2026-02-02",
        "text": "=New <b>job</b>: Quay",
        "source": {"file": "linkedin/new.zip", "locator": "Connections.csv:2"},
    }
    assert second["old"] is None
    assert r"- **Dagny Holloway**: No longer \*there\*" in as_markdown(with_news)
    assert "<b>" not in as_html(with_news)
    assert "<strong><bdi>Dagny Holloway</bdi></strong> <bdi>No longer *there*" in as_html(with_news)


def test_without_news_every_page_says_so(report: Report) -> None:
    for told in (as_html(report), as_markdown(report)):
        assert "Nothing is new among your connections since the list before." in told


def test_more_news_than_anybody_reads_is_counted(with_news: Report) -> None:
    many = replace(with_news, news=with_news.news * 30)
    for told in (as_html(many), as_markdown(many)):
        assert told.count("New ") < 40
        assert "And 30 more, in report.csv and report.json." in told
    assert len(as_json(many)["news"]) == 60
