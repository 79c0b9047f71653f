"""The whole line over a small invented world, as a user runs it."""

import json
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from weakties.demo.world import build, write

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]
AS_OF = "2026-06-30"


def weakties(home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "weakties", "--home", str(home), *words],
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("world")
    write(build(3, 60, cards=6), home)
    (home / "weakties.toml").write_text("settle_seconds = 0\nworkers = 2\n")
    return home


@pytest.fixture(scope="module")
def done(world: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("done") / "home"
    shutil.copytree(world, home)
    told = weakties(home, "run", "--as-of", AS_OF, "--json")
    assert told.returncode in {0, 4}, told.stderr
    assert json.loads(told.stdout)["counts"]["people"] > 60
    return home


def test_the_report_has_every_kind_of_source(done: Path) -> None:
    report = json.loads(weakties(done, "report", "--as-of", AS_OF, "--json").stdout)
    sources = {record["source"] for person in report["people"] for record in person["records"]}
    assert sources == {"address_book", "calendar", "card", "linkedin", "vcard"}
    assert report["as_of"] == AS_OF
    assert 0 < len(report["today"]) <= 4
    known = {person["person"] for person in report["people"]}
    assert set(report["today"]) <= known


def test_every_class_is_counted(done: Path) -> None:
    report = json.loads(weakties(done, "report", "--as-of", AS_OF, "--json").stdout)
    for name in ("known", "weak", "cannot_tell"):
        counted = sum(person["class"] == name for person in report["people"])
        assert report["counts"][name] == counted


def test_every_hint_and_record_names_its_source(done: Path) -> None:
    report = json.loads(weakties(done, "report", "--as-of", AS_OF, "--json").stdout)
    origins = [record for person in report["people"] for record in person["records"]]
    origins += [hint["source"] for person in report["people"] for hint in person["hints"]]
    assert all(origin["file"] and origin["locator"] for origin in origins)


def test_a_run_with_nothing_new_changes_nothing_and_starts_no_prefect(done: Path) -> None:
    before = weakties(done, "dump").stdout
    begun = time.monotonic()
    told = weakties(done, "run", "--as-of", AS_OF, "--json")
    assert json.loads(told.stdout)["nothing_new"] is True
    assert time.monotonic() - begun < 30  # a Prefect server alone takes longer on a busy machine
    assert weakties(done, "dump").stdout == before


def test_a_file_renamed_and_copied_changes_no_record(done: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    shutil.copytree(done, home)
    photo = next((home / "inbox" / "cards").rglob("*.jpg"))
    photo.rename(photo.with_name("renamed.jpg"))
    told = weakties(home, "run", "--as-of", AS_OF, "--json")
    assert json.loads(told.stdout)["read"] == 0


def test_connections_alone_give_a_report(tmp_path: Path) -> None:
    folder = tmp_path / "inbox" / "linkedin"
    folder.mkdir(parents=True)
    (tmp_path / "weakties.toml").write_text("settle_seconds = 0\n")
    (folder / "Connections.csv").write_text(
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
        "Ada,Lindqvist,https://www.linkedin.com/in/ada-lindqvist,,Fjord Labs,CTO,03 May 2021\n"
    )
    told = weakties(tmp_path, "run", "--as-of", AS_OF)
    assert told.returncode == 0, told.stderr
    report = json.loads(weakties(tmp_path, "report", "--as-of", AS_OF, "--json").stdout)
    (person,) = report["people"]
    assert (person["name"], person["class"]) == ("Ada Lindqvist", "cannot_tell")


def test_bad_files_stop_nothing_and_say_why(tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    for name in ("cards", "linkedin", "contacts"):
        (inbox / name).mkdir(parents=True)
    (tmp_path / "weakties.toml").write_text("settle_seconds = 0\n")
    (inbox / "cards" / "broken.jpg").write_bytes(b"\xff\xd8\xff\xe0 torn off")
    (inbox / "cards" / "empty.jpg").write_bytes(b"")
    (inbox / "linkedin" / "page.zip").write_bytes(b"PK\x03\x04 torn off")
    (inbox / "contacts" / "notes.vcf").write_text("no card at all")
    (inbox / "contacts" / "ada.vcf").write_text(
        "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada Lindqvist\r\nN:Lindqvist;Ada;;;\r\nEND:VCARD\r\n"
    )
    told = weakties(tmp_path, "run", "--as-of", AS_OF)
    assert told.returncode == 4, told.stderr
    assert "Traceback" not in told.stderr
    status = json.loads(weakties(tmp_path, "status", "--json").stdout)
    failed = {line["name"] for line in status["files"] if line["state"] == "failed"}
    assert failed == {
        "cards/broken.jpg",
        "cards/empty.jpg",
        "contacts/notes.vcf",
        "linkedin/page.zip",
    }
    assert all(
        line["reason"] and line["next_step"] for line in status["files"] if line["name"] in failed
    )
    report = json.loads(weakties(tmp_path, "report", "--as-of", AS_OF, "--json").stdout)
    assert [person["name"] for person in report["people"]] == ["Ada Lindqvist"]
