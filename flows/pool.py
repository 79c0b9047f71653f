"""A pool of processes that outlives its workers: one that dies or hangs costs its own item alone.

Workers are spawned (never forked: native libraries hold threads), limited to one native thread
each, and end by themselves when their parent is gone. Each leads a process group, so that programs
it has started (Tesseract) end with it. A worker takes one item at a time and keeps whatever the
function keeps between calls, such as an OCR engine; nothing is sent before it is asked for.
"""

import contextlib
import multiprocessing
import os
import pickle
import signal
import threading
import time
from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import Final, Generic, TypeVar, cast

Item = TypeVar("Item")
Value = TypeVar("Value")

_ENVIRONMENT: Final = dict.fromkeys(
    (
        "OMP_NUM_THREADS",
        "OMP_THREAD_LIMIT",
        "OPENBLAS_NUM_THREADS",
        "MKL_NUM_THREADS",
        "MALLOC_ARENA_MAX",  # glibc would keep freed memory for each thread: 20 MB, and slower
    ),
    "1",
)
_GRACE_SECONDS: Final = 2.0  # for a worker to end before it is killed
_START_SECONDS: Final = 60.0  # for a worker to start and import what it needs, on a busy machine
_MOST_DEATHS: Final = 2  # of workers at one item: the first may be another program's doing


@dataclass(frozen=True, slots=True)
class Done(Generic[Value]):
    """What became of an item: a value, or in `failure` why there is none (one line)."""

    index: int
    value: Value | None
    failure: str | None = None


@dataclass(slots=True)
class _Worker:
    """A process and what it is at work on; `deadline` is of the monotonic clock."""

    process: SpawnProcess
    pipe: Connection
    index: int | None = None
    deadline: float = 0.0
    has_started: bool = False


def run_chunks(
    function: Callable[[Item], Value],
    items: Sequence[Item],
    *,
    workers: int,
    timeout_seconds: float,
) -> Iterator[Done[Value]]:
    """Yield what became of each item, as soon as it is done.

    `function` and items must be picklable, the function importable by name. An item that raises,
    takes longer than `timeout_seconds` (the start of its worker not counted) or has killed two
    workers has a failure; the others go on in new workers. Closing the iterator ends the workers.
    """
    waiting = deque(range(len(items)))
    deaths: Counter[int] = Counter()
    call = pickle.dumps(function)
    running: list[_Worker] = []
    try:
        while waiting or any(worker.index is not None for worker in running):
            while waiting and len(running) < max(1, min(workers, len(items))):
                running.append(_start(call))
            for worker in running:
                if worker.index is None and waiting:
                    _give(worker, waiting.popleft(), items, timeout_seconds)
            for worker in _ready(running):
                done = _outcome(worker, timeout_seconds, waiting, deaths)
                if worker.pipe.closed:
                    running.remove(worker)
                if done is not None:
                    yield cast("Done[Value]", done)
    finally:
        _end(running)


def _start(call: bytes) -> _Worker:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    before = {name: os.environ.get(name) for name in _ENVIRONMENT}
    os.environ.update(_ENVIRONMENT)  # native libraries read it when they are loaded
    try:
        process = context.Process(target=_work, args=(theirs, call, os.getpid()), daemon=True)
        process.start()
    finally:
        for name, value in before.items():
            _restore(name, value)
    theirs.close()
    return _Worker(process, ours)


def _restore(name: str, value: str | None) -> None:
    if value is None:
        os.environ.pop(name, None)
    else:
        os.environ[name] = value


def _give(worker: _Worker, index: int, items: Sequence[object], seconds: float) -> None:
    worker.index = index
    worker.deadline = time.monotonic() + seconds + (0 if worker.has_started else _START_SECONDS)
    with contextlib.suppress(OSError):  # it has died: its end is seen when it is waited for
        worker.pipe.send(items[index])


def _ready(running: Sequence[_Worker]) -> list[_Worker]:
    """Wait until a worker answers, dies or is late, and return all such."""
    busy = [worker for worker in running if worker.index is not None]
    first = min(worker.deadline for worker in busy)
    readable = wait([worker.pipe for worker in busy], max(0.0, first - time.monotonic()))
    now = time.monotonic()
    return [worker for worker in busy if worker.pipe in readable or worker.deadline <= now]


def _outcome(
    worker: _Worker, seconds: float, waiting: deque[int], deaths: Counter[int]
) -> Done[object] | None:
    """Return what became of a worker's item; None if it has but started, or is to be tried again.

    A worker that has died or is late is ended.
    """
    index = worker.index
    assert index is not None
    if not worker.pipe.poll():
        _kill(worker)
        return Done(index, None, f"took longer than {seconds:g} seconds")
    try:
        answer = cast("tuple[object, str | None] | None", worker.pipe.recv())
    except (EOFError, OSError):
        worker.process.join(_GRACE_SECONDS)
        ending = _exit_words(worker.process.exitcode)
        _kill(worker)
        deaths[index] += 1
        if deaths[index] < _MOST_DEATHS:
            waiting.append(index)
            return None
        return Done(index, None, f"its process ended twice, with {ending}")
    if answer is None:
        worker.has_started = True
        worker.deadline = time.monotonic() + seconds
        return None
    worker.index = None
    return Done(index, *answer)


def _exit_words(code: int | None) -> str:
    if code is not None and code < 0:
        return f"signal {signal.Signals(-code).name}, perhaps for lack of memory"
    return f"exit code {code}"


def _kill(worker: _Worker) -> None:
    worker.process.kill()
    _kill_group(worker.process.pid)
    worker.process.join()
    worker.pipe.close()
    worker.index = None


def _kill_group(leader: int | None) -> None:
    """Kill what is left of a process and the programs it has started."""
    if leader is not None and hasattr(os, "killpg"):
        with contextlib.suppress(ProcessLookupError, PermissionError):  # none is left
            os.killpg(leader, signal.SIGKILL)


def _end(running: Sequence[_Worker]) -> None:
    for worker in running:
        worker.pipe.close()  # an idle worker ends when its pipe does
    for worker in running:
        if worker.index is None:
            worker.process.join(_GRACE_SECONDS)
        _kill(worker)


def _work(pipe: Connection, call: bytes, parent: int) -> None:
    """Answer items until the pipe is closed; runs in the worker."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent is interrupted and ends us
    if hasattr(os, "setpgid"):
        os.setpgid(0, 0)
    threading.Thread(target=_end_with_parent, args=(parent,), daemon=True).start()
    function = pickle.loads(call)  # noqa: S301  (from our own parent)
    try:
        pipe.send(None)  # started: from now on its time counts
        while True:
            item = pipe.recv()
            pipe.send(_answer(function, item))
    except (EOFError, OSError):
        return


def _answer(function: Callable[[object], object], item: object) -> tuple[object, str | None]:
    try:
        return function(item), None
    except Exception as error:  # noqa: BLE001  (whatever it is, the others go on)
        return None, f"{type(error).__name__}: {error}"


def _end_with_parent(parent: int) -> None:
    """End this process and its programs when its parent is gone, even in native code."""
    waited_for = multiprocessing.parent_process()
    if waited_for is not None:
        wait([waited_for.sentinel])
    while os.getppid() == parent:
        time.sleep(0.2)
    _kill_group(os.getpid())
    os._exit(1)
