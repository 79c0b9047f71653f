"""A pool whose workers die, run out of memory, leave programs behind, or lose their parent."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from flows.pool import run_chunks

_PATIENCE = 60.0  # seconds; the machine may be busy
_PARENT = """
import time
from flows.pool import run_chunks
if __name__ == "__main__":
    list(run_chunks(time.sleep, [600.5, 600.5], workers=2, timeout_seconds=900))
"""


def _soon(law: Callable[[], bool]) -> bool:
    until = time.monotonic() + _PATIENCE
    while not law() and time.monotonic() < until:
        time.sleep(0.1)
    return law()


def _workers_of(parent: int) -> list[int]:
    """Return the pool's workers, without the tracker that multiprocessing starts beside them."""
    shown = subprocess.run(
        ["ps", "-A", "-ww", "-o", "pid=,ppid=,args="], check=True, capture_output=True, text=True
    ).stdout
    rows = [line.split(None, 2) for line in shown.splitlines()]
    return [int(pid) for pid, of, args in rows if int(of) == parent and "spawn_main" in args]


def _is_running(words: str) -> bool:
    shown = subprocess.run(
        ["ps", "-A", "-ww", "-o", "args="], check=True, capture_output=True, text=True
    )
    return words in shown.stdout


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_an_item_whose_worker_is_killed_once_is_tried_again(tmp_path: Path) -> None:
    once = f"import os\nos.mkdir({str(tmp_path / 'tried')!r})\nos.kill(os.getpid(), 9)"
    (only,) = run_chunks(exec, [once], workers=1, timeout_seconds=_PATIENCE)
    assert only.failure is not None
    assert "FileExistsError" in only.failure  # the second try went on where the first had died


def test_an_item_that_kills_two_workers_fails_and_the_others_go_on() -> None:
    items = [signal.SIGCHLD, signal.SIGKILL, signal.SIGCHLD, signal.SIGCHLD]
    found = run_chunks(signal.raise_signal, items, workers=2, timeout_seconds=_PATIENCE)
    failures = {done.index: done.failure for done in found}
    assert failures.pop(1) == (
        "its process ended twice, with signal SIGKILL, perhaps for lack of memory"
    )
    assert failures == {0: None, 2: None, 3: None}


def test_an_item_that_finds_no_memory_fails_and_its_worker_goes_on() -> None:
    found = run_chunks(bytearray, [1 << 62, 3], workers=1, timeout_seconds=_PATIENCE)
    done = {one.index: one for one in found}
    assert done[0].failure is not None
    assert "MemoryError" in done[0].failure
    assert done[1].value == bytearray(3)


def test_no_item_is_lost_when_most_kill_their_workers() -> None:
    items = [signal.SIGKILL if at % 3 else signal.SIGCHLD for at in range(9)]
    found = list(run_chunks(signal.raise_signal, items, workers=2, timeout_seconds=_PATIENCE))
    assert sorted(done.index for done in found) == list(range(9))
    assert [done.index for done in found if done.failure is None] == [0, 3, 6]


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="no process groups here")
def test_a_program_that_a_late_worker_has_started_ends_with_it() -> None:
    (only,) = run_chunks(
        subprocess.check_output, [["sleep", "600.25"]], workers=1, timeout_seconds=1
    )
    assert only.failure == "took longer than 1 seconds"
    assert _soon(lambda: not _is_running("sleep 600.25"))


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="no process groups here")
def test_workers_end_when_their_parent_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "parent.py"
    script.write_text(_PARENT, encoding="utf-8")
    parent = subprocess.Popen(
        [sys.executable, str(script)], env=os.environ | {"PYTHONPATH": str(Path.cwd())}
    )
    try:
        assert _soon(lambda: len(_workers_of(parent.pid)) == 2)
        workers = _workers_of(parent.pid)
        time.sleep(0.5)  # into the work, not the start
    finally:
        parent.kill()
        parent.wait()
    assert _soon(lambda: not any(_is_alive(pid) for pid in workers))


def test_results_come_as_they_are_done_and_none_is_asked_for_ahead() -> None:
    found: Any = run_chunks(time.sleep, [2.0, 0.0, 0.0], workers=2, timeout_seconds=_PATIENCE)
    assert [next(found).index for _ in range(3)][-1] == 0
