"""Law 3: killed at any moment, started again, nothing is lost and nothing doubled."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from weakties.demo.world import build, write

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]
AS_OF = "2026-06-30"


def command(home: Path, *words: str) -> list[str]:
    return [sys.executable, "-m", "weakties", "--home", str(home), *words]


def run(home: Path) -> None:
    told = subprocess.run(command(home, "run", "--as-of", AS_OF), capture_output=True, check=False)
    assert told.returncode in {0, 4}, told.stderr.decode()


def dump(home: Path) -> str:
    told = subprocess.run(command(home, "dump"), capture_output=True, text=True, check=True)
    return told.stdout


def cards_stored(home: Path) -> int:
    database = home / "weakties.db"
    if not database.exists():
        return 0
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    try:
        query = "SELECT count(*) FROM source_files WHERE kind = 'card_photo' AND state = 'done'"
        return int(connection.execute(query).fetchone()[0])
    except sqlite3.OperationalError:
        return 0
    finally:
        connection.close()


@pytest.fixture(scope="module")
def inbox(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("world")
    write(build(11, 30, cards=8), home)
    (home / "weakties.toml").write_text("settle_seconds = 0\nworkers = 2\n")
    return home


def test_a_killed_run_started_again_ends_as_an_undisturbed_one(inbox: Path, tmp_path: Path) -> None:
    calm, killed = tmp_path / "calm", tmp_path / "killed"
    shutil.copytree(inbox, calm)
    shutil.copytree(inbox, killed)
    run(calm)
    process = subprocess.Popen(
        command(killed, "run", "--as-of", AS_OF),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    deadline = time.monotonic() + 240
    while cards_stored(killed) < 2 and process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.05)
    assert process.poll() is None, "the run ended before it could be killed"
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    assert 0 < cards_stored(killed) < cards_stored(calm)
    run(killed)
    assert dump(killed) == dump(calm)


def test_no_process_outlives_a_killed_run(inbox: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    shutil.copytree(inbox, home)
    process = subprocess.Popen(
        command(home, "run", "--as-of", AS_OF),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    deadline = time.monotonic() + 240
    while not cards_stored(home) and process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.05)
    children = _descendants(process.pid)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    assert children
    patience = time.monotonic() + 30
    while time.monotonic() < patience and any(map(_alive, children)):
        time.sleep(0.2)
    assert not [pid for pid in children if _alive(pid)]


def _descendants(pid: int) -> list[int]:
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            if int(fields[1]) == pid:
                found += [int(entry.name), *_descendants(int(entry.name))]
    return found


def _alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"
