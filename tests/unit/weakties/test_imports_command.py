import json
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

import store
from contacts.claims import Claim, ContactRecord, Property, RecordSource
from contacts.extraction import gathered
from contacts.identifiers import RecordId
from contacts.sources import SourceFile, SourceKind
from weakties.cli import app

HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
BO = "Bo,Ek,https://www.linkedin.com/in/bo-ek,,Fjord,CTO,03 May 2021\n"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Return a home that has read a list of one connection, and a newer one."""
    database = store.Database.open(f"sqlite:///{tmp_path}/weakties.db")
    for number, title in enumerate(("CTO", "CEO"), 1):
        claims = (Claim(Property.NAME, "Bo Ek"), Claim(Property.TITLE, title))
        record = ContactRecord(RecordId("l1"), RecordSource.LINKEDIN, "c.csv:2", claims)
        file = SourceFile(f"{number}", SourceKind.LINKEDIN, 9, (f"linkedin/{number}.csv",))
        said = gathered([record], [], extractor="linkedin", version="1", read=1)
        with database.write() as tx:
            store.sources.note(tx, [file])
            store.imports.write(tx, file.sha256, said, f"2026-06-0{number}T08:00:00Z")
    database.close()
    return tmp_path


def weakties(*words: str) -> Result:
    return CliRunner().invoke(app, list(words))


def test_imports_are_listed_taken_back_and_brought_back(home: Path) -> None:
    listed = weakties("--home", str(home), "imports")
    first, second = (line.split("  ") for line in listed.stdout.splitlines())
    assert first == [
        "1",
        "2026-06-01T08:00:00Z",
        "linkedin/1.csv",
        "linkedin",
        "undated",
        "1 row: 1 new, 0 updated, 0 unchanged, 0 rejected",
        "done",
    ]
    assert second[-2] == "1 row: 0 new, 1 updated, 0 unchanged, 0 rejected"
    told = weakties("--home", str(home), "imports", "revert", "2", "--dry-run")
    assert "Import 2, linkedin/2.csv: would be taken back." in told.stderr
    assert "    Bo Ek: TITLE CEO → CTO" in told.stderr
    assert "weakties undo" not in told.stderr
    reverted = weakties("--home", str(home), "imports", "revert", "2", "--json")
    assert json.loads(reverted.stdout)["records"][0]["gone"] is False
    states = [one["state"] for one in json.loads(json_of(home, "imports"))]
    assert states == ["done", "reverted"]
    assert "reverted: linkedin/2.csv" not in weakties("--home", str(home), "dump").stdout
    act = json.loads(reverted.stdout)["act"]
    undone = weakties("--home", str(home), "undo", str(act))
    assert "Taken back: what linkedin/2.csv brought does not count" in undone.stderr
    assert [one["state"] for one in json.loads(json_of(home, "imports"))] == ["done", "done"]


def json_of(home: Path, command: str) -> str:
    return weakties("--home", str(home), command, "--json").stdout


def test_an_import_that_is_none_is_a_usage_error(home: Path) -> None:
    told = weakties("--home", str(home), "imports", "revert", "7")
    assert str(told.exception) == "import 7: is not in the list (the last one is 2)"


def test_an_empty_home_has_no_imports(tmp_path: Path) -> None:
    told = weakties("--home", str(tmp_path), "imports")
    assert (told.exit_code, told.stdout, told.stderr) == (0, "", "Nothing was read yet.\n")


def test_two_archives_are_compared_without_a_store(tmp_path: Path) -> None:
    old, new, none = (tmp_path / name for name in ("old.csv", "new.csv", "none.csv"))
    old.write_text(HEADER + BO)
    new.write_text(HEADER + BO.replace("CTO", "CEO") + "Liv,Dahl,,,Quay,Pilot,02 Feb 2026\n")
    none.write_text("a,b\n1,2\n")
    told = weakties("linkedin", "diff", str(old), str(new))
    assert told.exit_code == 0
    assert told.stdout.splitlines() == [
        "1 new, 0 gone, 1 changed",
        "New:",
        "  Liv Dahl, Pilot at Quay",
        "Changed:",
        "  Bo Ek: position CTO → CEO",
    ]
    found = json.loads(weakties("linkedin", "diff", str(old), str(new), "--json").stdout)
    assert (found["counts"]["new"], found["changed"][0]["kinds"]) == (1, ["new_job"])
    assert weakties("linkedin", "diff", str(old), str(none)).exit_code == 3
    new.write_text(HEADER + BO + ",,,,Fjord,CTO,\n")
    assert weakties("linkedin", "diff", str(old), str(new)).exit_code == 4
