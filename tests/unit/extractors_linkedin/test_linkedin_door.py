"""The command and the extractor's face."""

import json
import os
from pathlib import Path

import pytest
from typer.testing import CliRunner

from contacts import frames
from contacts.identifiers import ProfileSlug, linkedin_id
from extractors import linkedin, vcard
from extractors.linkedin.roles import Role, role_of, stem_of
from weakties.cli.linkedin import app

GOLDEN = Path(__file__).parents[2] / "golden"
ARCHIVE = GOLDEN / "linkedin" / "whole-archive"
HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"


def run(*words: str) -> tuple[int, str, str]:
    done = CliRunner().invoke(app, ["inspect", *words])
    return done.exit_code, done.stdout, done.stderr


def test_json_stands_alone_on_stdout() -> None:
    code, out, err = run(str(ARCHIVE), "--json")
    assert (code, err) == (0, "")
    assert set(json.loads(out)) == {"people", "counts", "warnings", "rejected"}


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (HEADER + "Ann,Lee,,,,,05 Mar 2024\n", 0),
        (HEADER, 0),
        (HEADER + "Ann,Lee,,,,,05 Mar 2024\nBen\n", 4),
        (HEADER + "Ben\n", 3),
        ("<html>", 3),
    ],
)
def test_the_exit_code_says_how_it_went(content: str, code: int, tmp_path: Path) -> None:
    path = tmp_path / "Connections.csv"
    path.write_text(content, encoding="utf-8")
    found, out, _ = run(str(path), "--json")
    assert found == code
    assert (json.loads(out)["people"] == []) == (code == 3 or content == HEADER)


def test_the_summary_shows_no_control_characters(tmp_path: Path) -> None:
    path = tmp_path / "Connections.csv"
    path.write_text(HEADER + "\x1b[31mAnn,Lee,,,,,\x1b[2Jsoon\n", encoding="utf-8")
    code, out, err = run(str(path))
    assert code == 0
    assert "1 connections" in out
    assert "soon" in err
    assert "\x1b" not in out + err


def test_me_gives_directions(tmp_path: Path) -> None:
    (tmp_path / "Connections.csv").write_text(HEADER, encoding="utf-8")
    (tmp_path / "messages.csv").write_text(
        "FROM,TO,DATE,CONTENT\nAnn Lee,Mira Okonkwo,2024-03-06 10:00:00 UTC,Hello\n",
        encoding="utf-8",
    )
    _, out, _ = run(str(tmp_path), "--json", "--me", "Mira Okonkwo")
    assert [p["messages_in"] for p in json.loads(out)["people"]] == [1]


def test_the_extraction_has_the_shapes_it_must_have() -> None:
    found = linkedin.extract([ARCHIVE])
    frames.OBSERVATIONS.check(found.observations)
    frames.CLAIMS.check(found.claims)
    frames.INTERACTIONS.check(found.interactions)
    assert found.observations["record_id"].is_unique
    assert set(found.interactions["record_id"]) <= set(found.observations["record_id"])
    assert found.as_of == "2024-06-01"
    kinds = set(found.interactions["kind"])
    assert kinds == {"connected", "invited", "message", "one_tap", "recommended", "endorsed"}


def test_a_record_keeps_its_row_and_where_it_stood() -> None:
    found = linkedin.extract([ARCHIVE]).observations
    first = found.iloc[0]
    assert first["record_id"] == linkedin_id("", ProfileSlug("wei-zhang-4b1"))
    assert (first["locator"], first["dated"]) == ("Connections.csv:5", "2024-03-05")
    assert json.loads(first["raw"])["Last Name"] == "Zhang, PMP"


def test_an_archive_of_another_owner_has_other_ids() -> None:
    mine = set(linkedin.extract([ARCHIVE]).observations["record_id"])
    theirs = set(linkedin.extract([ARCHIVE], owner="somebody").observations["record_id"])
    assert not mine & theirs


def test_an_extractor_recognises_its_own(tmp_path: Path) -> None:
    card = GOLDEN / "vcard" / "rfc-4.0.vcf"
    table = ARCHIVE / "messages.csv"
    assert linkedin.recognises(ARCHIVE)
    assert linkedin.recognises(table)
    assert not linkedin.recognises(card)
    assert not linkedin.recognises(tmp_path)
    assert vcard.recognises(card)
    assert not vcard.recognises(table)


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("Connections.csv", Role.CONNECTIONS),
        ("CONNECTIONS.CSV", Role.CONNECTIONS),
        ("a/b/Connections (1).csv", Role.CONNECTIONS),
        ("Connections - Copy.csv", Role.CONNECTIONS),
        ("Connections_1158443584.csv", Role.CONNECTIONS),
        ("a\\Connections.csv", Role.CONNECTIONS),
        ("Endorsement Received Info.csv", Role.ENDORSEMENTS_RECEIVED),
        ("Endorsement_Received_Info.csv", Role.ENDORSEMENTS_RECEIVED),
        ("guide_messages.csv", None),
        ("learning_role_play_messages.csv", None),
        ("__MACOSX/Connections.csv", None),
        ("._Connections.csv", None),
        ("Connections.xlsx", None),
        ("My Connections.csv", None),
    ],
)
def test_a_table_is_known_by_its_exact_name(name: str, role: Role | None) -> None:
    assert role_of(name) is role


def test_a_table_has_no_name_where_it_is_none() -> None:
    assert stem_of("photo.jpg") is None


def test_json_is_unicode_whatever_a_file_is_called(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    name = os.fsdecode(b"Connections\xff.csv")
    try:
        (folder / name).write_text("First Name,Last Name,Connected On\nAnn,Lee,1,2\n")
    except OSError:
        pytest.skip("this file system takes Unicode alone")
    _, out, _ = run(str(folder / name), "--json")
    files = [row["file"] for row in json.loads(out)["rejected"]]
    assert files[0].startswith("Connections")
