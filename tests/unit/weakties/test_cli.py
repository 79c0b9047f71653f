import json
import subprocess
import sys
from pathlib import Path

import store


def weakties(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "weakties", *words],
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )


def test_init_makes_the_inbox_and_the_settings(tmp_path: Path) -> None:
    home = tmp_path / "home"
    told = weakties("--home", str(home), "init", "--owner", "Ada Lindqvist", "--region", "se")
    assert told.returncode == 0, told.stderr
    assert {path.name for path in (home / "inbox").iterdir()} == {
        "calendar",
        "cards",
        "contacts",
        "linkedin",
    }
    assert 'owner = "Ada Lindqvist"\nregion = "SE"' in (home / "weakties.toml").read_text()
    assert home.stat().st_mode & 0o077 == 0


def test_init_again_keeps_what_was_set(tmp_path: Path) -> None:
    weakties("--home", str(tmp_path), "init", "--owner", "Ada")
    weakties("--home", str(tmp_path), "init", "--region", "SE")
    assert 'owner = "Ada"\nregion = "SE"' in (tmp_path / "weakties.toml").read_text()


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    home = tmp_path / "home"
    told = weakties("--home", str(home), "init", "--dry-run")
    assert told.returncode == 0
    assert not home.exists()


def test_a_command_that_is_none_is_a_usage_error() -> None:
    assert weakties("remember").returncode == 2


def test_a_setting_that_is_none_is_a_usage_error(tmp_path: Path) -> None:
    (tmp_path / "weakties.toml").write_text("colour = 1\n")
    told = weakties("--home", str(tmp_path), "run")
    assert told.returncode == 2
    assert "colour" in told.stderr
    assert "Traceback" not in told.stderr


def test_an_empty_home_has_no_report(tmp_path: Path) -> None:
    told = weakties("--home", str(tmp_path), "report", "--json")
    assert told.returncode == 3
    assert json.loads(told.stdout)["people"] == []
    assert "drop files into" in told.stderr


def test_two_runs_at_once_are_refused(tmp_path: Path) -> None:
    with store.run_lock(tmp_path):
        told = weakties("--home", str(tmp_path), "run")
    assert told.returncode == 6
    assert "Traceback" not in told.stderr


def test_a_database_of_another_kind_is_named(tmp_path: Path) -> None:
    (tmp_path / "weakties.db").write_text("Dear diary, this is no database at all. " * 50)
    told = weakties("--home", str(tmp_path), "run")
    assert told.returncode == 3
    assert "weakties.db" in told.stderr


def test_a_run_over_nothing_says_what_to_do(tmp_path: Path) -> None:
    told = weakties("--home", str(tmp_path), "run", "--as-of", "2026-06-30")
    assert told.returncode == 0, told.stderr
    assert "drop photos or an archive into the inbox" in told.stderr


def test_doctor_says_what_each_part_is(tmp_path: Path) -> None:
    told = weakties("--home", str(tmp_path), "doctor", "--json")
    parts = {check["part"]: check for check in json.loads(told.stdout)}
    assert parts["Python"]["present"]
    assert all(check["present"] or (check["cost"] and check["remedy"]) for check in parts.values())


def test_the_version_is_told() -> None:
    assert weakties("--version").stdout.startswith("weakties 0.")


def test_init_keeps_notes_and_other_settings(tmp_path: Path) -> None:
    path = tmp_path / "weakties.toml"
    path.write_text('# mine\ntoday = 6\nowner = "Ada"\n')
    weakties("--home", str(tmp_path), "init", "--owner", 'Ada "The" Lovelace\\')
    assert path.read_text() == '# mine\ntoday = 6\nowner = "Ada \\"The\\" Lovelace\\\\"\n'


def test_a_dry_run_over_failed_files_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "inbox" / "contacts").mkdir(parents=True)
    (tmp_path / "weakties.toml").write_text("settle_seconds = 0\n")
    (tmp_path / "inbox" / "contacts" / "x.vcf").write_text("nothing")
    weakties("--home", str(tmp_path), "run", "--as-of", "2026-06-30")
    before = weakties("--home", str(tmp_path), "dump").stdout
    told = weakties("--home", str(tmp_path), "run", "--retry", "--dry-run")
    assert told.stdout == "contacts/x.vcf\n"
    assert weakties("--home", str(tmp_path), "dump").stdout == before


def test_match_never_writes_over_its_records(tmp_path: Path) -> None:
    records = tmp_path / "records.csv"
    records.write_text("record_id,full_name\n1,Ada Lind\n")
    told = weakties("match", str(records), "--out", str(records))
    assert told.returncode == 2
    assert records.read_text() == "record_id,full_name\n1,Ada Lind\n"


def test_a_failed_file_that_was_taken_away_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "inbox" / "contacts").mkdir(parents=True)
    (tmp_path / "weakties.toml").write_text("settle_seconds = 0\n")
    bad = tmp_path / "inbox" / "contacts" / "x.vcf"
    bad.write_text("nothing")
    weakties("--home", str(tmp_path), "run", "--as-of", "2026-06-30")
    assert "contacts/x.vcf" in weakties("--home", str(tmp_path), "status").stdout
    bad.unlink()
    weakties("--home", str(tmp_path), "run", "--as-of", "2026-06-30")
    assert "contacts/x.vcf" not in weakties("--home", str(tmp_path), "status").stdout
