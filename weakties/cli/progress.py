"""Shows how far a run is: bars in a terminal, plain lines elsewhere."""

from contextlib import AbstractContextManager, nullcontext
from types import TracebackType
from typing import Self

import typer
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
)

from flows import progress
from weakties.cli.session import is_terminal


def listener(*, quiet: bool) -> AbstractContextManager[progress.Progress]:
    """Return what suits stderr: bars if a person watches it, lines if not, nothing if told so."""
    if quiet:
        return nullcontext(progress.Silent())
    return Bars() if is_terminal() else nullcontext(Lines())


class Bars:
    """Bars on stderr, one a stage."""

    def __init__(self) -> None:
        self._progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            console=Console(stderr=True),
        )
        self._task: TaskID | None = None

    def __enter__(self) -> Self:
        """Take the terminal."""
        self._progress.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Give the terminal back."""
        self._progress.stop()

    def stage(self, label: str, total: int) -> None:
        """Begin a bar, unless there is nothing to do."""
        self._task = self._progress.add_task(label, total=total) if total else None

    def advance(self, steps: int = 1) -> None:
        """Move the bar on."""
        if self._task is not None:
            self._progress.advance(self._task, steps)

    def say(self, line: str) -> None:
        """Print a line above the bars."""
        self._progress.console.print(line, markup=False, highlight=False)


class Lines:
    """A line a stage, and one at each tenth of a long one."""

    def __init__(self) -> None:
        self._label, self._total, self._done = "", 0, 0

    def stage(self, label: str, total: int) -> None:
        """Say that a stage begins, unless there is nothing to do."""
        self._label, self._total, self._done = label, total, 0
        if total:
            typer.echo(f"{label} ({total})" if total > 1 else label, err=True)

    def advance(self, steps: int = 1) -> None:
        """Say where the stage is when it passes a tenth."""
        tenths = 10
        before = tenths * self._done // max(self._total, 1)
        self._done += steps
        if self._total > tenths and tenths * self._done // self._total > before:
            typer.echo(f"{self._label}: {self._done} of {self._total}", err=True)

    def say(self, line: str) -> None:
        """Print a line."""
        typer.echo(line, err=True)
