from collections.abc import Callable, Mapping
from datetime import date

import pandas as pd
import pytest

from contacts import frames
from triage.background import Background
from triage.hints import hints
from triage.news import sentence

Build = Callable[..., pd.DataFrame]

ROW = {
    "person": "ann",
    "kind": "new_job",
    "old": "CTO at Fjord",
    "new": "CEO at Lund",
    "as_of": "2026-02-02",
    "record_id": "lann",
    "file": "new.zip",
    "locator": "Connections.csv:2",
}


def test_news_is_a_hint_with_its_source(evidence: Build, people: Build, as_of: date) -> None:
    news = frames.NEWS.build([ROW])
    found = hints(
        evidence(("ann", {"text": "Hello"})), people("ann", "bo"), as_of, Background(news=news)
    )
    told = found[found["kind"] == "news"]
    assert list(told["person"]) == ["ann"]
    assert frames.rows(told)[0] == {
        "person": "ann",
        "kind": "news",
        "text": "New job: CEO at Lund (was CTO at Fjord)",
        "date": "2026-02-02",
        "file": "new.zip",
        "locator": "Connections.csv:2",
    }
    assert found["kind"].iloc[0] == "message"  # what brings somebody back stands before what is new


def test_only_the_last_news_of_a_kind_is_a_hint(
    evidence: Build, people: Build, as_of: date
) -> None:
    news = frames.NEWS.build(
        [
            ROW,
            ROW | {"new": "CEO at Quay", "as_of": "2026-03-03"},
            ROW | {"new": "CEO at Moon", "as_of": "2027-03-03"},  # not yet
            ROW | {"kind": "new_connection"},
            ROW | {"person": "nobody we know"},
        ]
    )
    found = hints(evidence(), people("ann"), as_of, Background(news=news))
    assert list(found["text"]) == ["New job: CEO at Quay (was CTO at Fjord)"]


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"old": None}, "New job: CEO at Lund"),
        ({"kind": "gone"}, "Missing from the list of connections up to 2 February 2026"),
        ({"kind": "gone", "as_of": None}, "Missing from a newer list of connections"),
        ({"kind": "new_connection", "new": None}, "New connection"),
        ({"kind": "new_name", "old": "Ann", "new": "Anna"}, "New name: Anna (was Ann)"),
    ],
)
def test_news_in_words(row: Mapping[str, object], words: str) -> None:
    assert sentence(ROW | dict(row)) == words
