"""How far a stage has come, for whoever wants to show it.

The listener lies in a context variable, because what is passed to a Prefect flow must be plain
values that its server can store.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Protocol


class Progress(Protocol):
    """Shows how far the work is."""

    def stage(self, label: str, total: int) -> None:
        """A stage of `total` steps begins; the one before it is over."""

    def advance(self, steps: int = 1) -> None:
        """So many steps more are done."""

    def say(self, line: str) -> None:
        """Something worth a line happened."""


class Silent:
    """Shows nothing."""

    def stage(self, label: str, total: int) -> None:
        """See `Progress`."""

    def advance(self, steps: int = 1) -> None:
        """See `Progress`."""

    def say(self, line: str) -> None:
        """See `Progress`."""


_listener: ContextVar[Progress] = ContextVar("progress", default=Silent())  # noqa: B039 - stateless


@contextmanager
def shown_by(listener: Progress) -> Iterator[None]:
    """Send the progress of the work inside to a listener."""
    token = _listener.set(listener)
    try:
        yield
    finally:
        _listener.reset(token)


def progress() -> Progress:
    """Return the listener of the work under way."""
    return _listener.get()
