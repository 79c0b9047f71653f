"""What is owed, as it is typed: listed, settled, drafted, taken back."""

import csv
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from icalendar import Calendar

import store
from flows.home import Home
from flows.order import look
from flows.stages.archives import read_archives
from weakties.settings import load

Run = Callable[..., Result]
ME, ANN, BEN = ("Mira Vale", "mira"), ("Ann Lee", "ann"), ("Ben Ochs", "ben")
HEADER = [
    "CONVERSATION ID", "CONVERSATION TITLE", "FROM", "SENDER PROFILE URL", "TO",
    "RECIPIENT PROFILE URLS", "DATE", "SUBJECT", "CONTENT", "FOLDER",
]  # fmt: skip
CONNECTIONS = (
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    "Ann,Lee,https://www.linkedin.com/in/ann,,Bolt,Clerk,05 Mar 2024\n"
    "Ben,Ochs,https://www.linkedin.com/in/ben,,Bolt,Chef,04 Mar 2024\n"
)
ENDORSED = (
    "Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,Endorser Public Url,"
    "Endorsement Status\n2026/02/01 07:08:09 UTC,Sewing,Ben,Ochs,www.linkedin.com/in/ben,ACCEPTED\n"
)


def message(sender: tuple[str, str], to: tuple[str, str], at: str, text: str) -> list[str]:
    other = ANN if ANN in {sender, to} else BEN
    urls = [f"https://www.linkedin.com/in/{one[1]}" for one in (sender, to)]
    return [f"2-{other[1]}", "", sender[0], urls[0], to[0], urls[1], f"{at} UTC", "", text, "INBOX"]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Return a home with a promise to Ann, who asked again, and an endorsement by Ben."""
    made = Home(tmp_path)
    made.create()
    folder = made.inbox / "linkedin" / "export"
    folder.mkdir()
    (folder / "Connections.csv").write_text(CONNECTIONS)
    (folder / "Endorsement_Received_Info.csv").write_text(ENDORSED)
    with (folder / "messages.csv").open("w", newline="") as stream:
        rows = [
            message(ME, ANN, "2026-05-04 09:00:00", "I will send you the price list by Friday."),
            message(ANN, ME, "2026-05-20 09:00:00", "Thanks! Could you call me this week?"),
        ]
        csv.writer(stream).writerows([HEADER, *rows])
    (tmp_path / "weakties.toml").write_text('owner = "Mira Vale"\nsettle_seconds = 0\n')
    options = load(made).options(made)
    database = store.Database.open(options.database_url)
    read_archives(database, look(database, made, options).waiting, options)
    database.close()
    return tmp_path


def listed(weakties: Run, home: Path, *words: str) -> dict[str, Mapping[str, Any]]:
    found = json.loads(weakties(home, "owed", "--json", *words).stdout)
    return {matter["what"]: matter for matter in found}


def test_everything_owed_is_listed_with_its_source(weakties: Run, home: Path) -> None:
    found = listed(weakties, home)
    assert list(found) == ["loop", "promise", "give_back"]
    assert found["loop"]["words"] == "Could you call me this week?"
    assert found["promise"]["words"] == "I will send you the price list by Friday."
    assert found["promise"]["due"] == "2026-05-08"
    assert found["give_back"]["kind"] == "endorsement"
    assert found["loop"]["source"] == {"file": "linkedin/export/", "locator": "messages.csv:3"}
    lines = weakties(home, "owed").stdout
    promise = "on 4 May 2026: “I will send you the price list by Friday.”, due 8 May 2026"
    assert f"You wrote to Ann Lee {promise}" in lines


@pytest.mark.parametrize("what", ["loop", "promise", "give_back"])
def test_what_is_settled_is_open_no_more_until_it_is_taken_back(
    weakties: Run, home: Path, what: str
) -> None:
    key = listed(weakties, home)[what]["key"]
    done = weakties(home, "settle", key[:8], "done")
    assert done.exit_code == 0
    assert what not in listed(weakties, home)
    assert "done: " in weakties(home, "undo", "--list").stdout
    weakties(home, "undo")
    assert what in listed(weakties, home)


def test_a_settled_promise_is_listed_with_what_became_of_it(weakties: Run, home: Path) -> None:
    key = listed(weakties, home)["promise"]["key"]
    weakties(home, "settle", key, "broken")
    assert listed(weakties, home, "--all")["promise"]["state"] == "broken"


def test_a_draft_states_what_is_stored(weakties: Run, home: Path) -> None:
    found = listed(weakties, home)
    letter = weakties(home, "draft", found["promise"]["key"]).stdout
    assert "“I will send you the price list by Friday.”" in letter
    assert "Ann Lee" in weakties(home, "draft", found["loop"]["key"]).stdout
    assert "Ben Ochs" in weakties(home, "draft", found["give_back"]["key"]).stdout


def test_a_key_of_nothing_is_refused_with_what_to_do(weakties: Run, home: Path) -> None:
    for words in (("settle", "zz"), ("draft", "zz"), ("settle", "")):
        refused = weakties(home, *words)
        assert "weakties owed --all lists them" in str(refused.exception)


def test_open_promises_are_a_calendar(weakties: Run, home: Path, tmp_path: Path) -> None:
    weakties(home, "owed", "--ics", tmp_path / "promises.ics")
    written = (tmp_path / "promises.ics").read_bytes()
    (event,) = Calendar.from_ical(written).walk("VEVENT")
    assert event.decoded("dtstart").isoformat() == "2026-05-08"
    assert "Ann Lee" in str(event["summary"])
    weakties(home, "owed", "--ics", tmp_path / "again.ics")
    assert (tmp_path / "again.ics").read_bytes() == written


def test_nothing_owed_is_said(weakties: Run, tmp_path: Path) -> None:
    (tmp_path / "weakties.toml").write_text("")
    assert "Nothing is owed." in weakties(tmp_path, "owed").stderr
