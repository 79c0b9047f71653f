from collections.abc import Callable, Mapping
from datetime import date

import pandas as pd
import pytest

from contacts import frames

Build = Callable[..., pd.DataFrame]

_EVIDENCE = {
    "source": "linkedin",
    "kind": "message",
    "direction": "out",
    "on": "2025-06-01",
    "recipients": 1,
    "file": "archive.zip",
    "locator": "messages.csv:2",
}


@pytest.fixture
def as_of() -> date:
    return date(2026, 6, 1)


@pytest.fixture
def evidence() -> Build:
    """Build EVIDENCE from (person, what differs from a letter the user wrote a year ago)."""

    def build(*rows: tuple[str, Mapping[str, object]]) -> pd.DataFrame:
        return frames.EVIDENCE.build(
            _EVIDENCE | {"person": person, "record_id": f"l{person}"} | dict(row)
            for person, row in rows
        )

    return build


@pytest.fixture
def people() -> Build:
    """Build PEOPLE from ids, each with a name of its own; keywords set a column for all."""

    def build(*persons: str, **columns: object) -> pd.DataFrame:
        return frames.PEOPLE.build(
            {"person": person, "name": f"{person.title()} Lind", "sources": 1} | columns
            for person in persons
        )

    return build


@pytest.fixture
def answers() -> Build:
    """Build ANSWERS from (person, answer, on) or (person, answer, on, until)."""

    def build(*rows: tuple[str, ...]) -> pd.DataFrame:
        return frames.ANSWERS.build(
            dict(zip(("person", "answer", "on", "until"), row, strict=False)) for row in rows
        )

    return build
