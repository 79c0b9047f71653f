"""The pool with functions that any process can import, so that workers can be killed."""

import math
import os
import signal
import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import pytest

from flows.pool import Done, run_chunks


def _by_index(
    function: Callable[[Any], Any], items: Sequence[Any], *, workers: int = 2, seconds: float = 30.0
) -> dict[int, Done[Any]]:
    found = run_chunks(function, items, workers=workers, timeout_seconds=seconds)
    return {one.index: one for one in found}


def test_each_item_is_answered_once() -> None:
    done = _by_index(math.sqrt, [0.0, 1.0, 4.0, 9.0, 16.0])
    assert [done[at].value for at in range(5)] == [0.0, 1.0, 2.0, 3.0, 4.0]


def test_an_item_that_raises_has_a_reason() -> None:
    done = _by_index(math.sqrt, [4.0, -1.0, 9.0])
    assert done[1].value is None
    assert done[1].failure is not None
    assert "ValueError" in done[1].failure
    assert (done[0].value, done[2].value) == (2.0, 3.0)


def test_an_item_that_kills_its_worker_costs_itself_alone() -> None:
    done = _by_index(signal.strsignal, [signal.SIGTERM, signal.SIGINT])
    assert all(one.failure is None for one in done.values())
    killed = _by_index(signal.raise_signal, [signal.SIGKILL, signal.SIGCHLD, signal.SIGCHLD])
    assert killed[0].failure is not None
    assert "SIGKILL" in killed[0].failure
    assert killed[1].failure is killed[2].failure is None


def test_an_item_that_hangs_is_given_up() -> None:
    started = time.monotonic()
    done = _by_index(time.sleep, [60.0, 0.0, 0.0], seconds=3.0)
    assert done[0].failure == "took longer than 3 seconds"
    assert done[1].failure is done[2].failure is None
    assert time.monotonic() - started < 20


def test_a_worker_has_one_native_thread() -> None:
    before = os.environ.get("OMP_NUM_THREADS")
    done = _by_index(os.getenv, ["OMP_NUM_THREADS"], workers=1)
    assert done[0].value == "1"
    assert os.environ.get("OMP_NUM_THREADS") == before


def test_no_items_start_no_process() -> None:
    assert _by_index(math.sqrt, []) == {}


def test_closing_the_iterator_ends_the_workers() -> None:
    found = run_chunks(partial(pow, 2), [1, 2, 3, 4], workers=1, timeout_seconds=30)
    assert next(found).value == 2
    found.close()


@pytest.mark.parametrize("code", [0, 7])
def test_a_worker_that_leaves_is_told(code: int) -> None:
    done = _by_index(os._exit, [code], workers=1)
    assert done[0].failure == f"its process ended twice, with exit code {code}"
