"""No process of ours outlives the run that started it, however that run ended."""

import os
import threading
import time

PARENT = "WEAKTIES_RUN"  # the process id of the run whose children are to end with it
_LOOK_EVERY = 0.5  # seconds


def adopt() -> None:
    """Have every Python process that this one starts from now on end when this one does."""
    os.environ[PARENT] = str(os.getpid())


def end_with_parent() -> None:
    """Watch the parent from a thread, and end at once when it is gone.

    Does nothing in a process that was not started by a run.
    """
    parent = os.getppid()
    if os.environ.get(PARENT) == str(parent):
        threading.Thread(target=_watch, args=(parent,), daemon=True).start()


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(_LOOK_EVERY)
    os._exit(1)
