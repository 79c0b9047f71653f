"""What every command shares: the home, and how loud to be."""

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from flows.home import Home
    from weakties.settings import Settings

DEFAULT_HOME = Path(__file__).parents[2] / "data"


@dataclass(frozen=True, slots=True)
class Session:
    """One call of the command line."""

    root: Path
    quiet: bool

    @classmethod
    def of(cls, home: Path | None, *, quiet: bool) -> "Session":
        """Return the session of a home; the project's own `data/` where none is named."""
        return cls((home or DEFAULT_HOME).expanduser().absolute(), quiet)

    @property
    def home(self) -> "Home":
        """The home's folders."""
        from flows.home import Home

        return Home(self.root)

    def settings(self, **flags: object) -> "Settings":
        """Return the settings of this home; a flag that is None was not given."""
        from weakties.settings import load

        return load(self.home, **flags)

    def say(self, line: str) -> None:
        """Say something to the person at the terminal: on stderr, where it breaks no pipe."""
        if not self.quiet:
            typer.echo(printable(line), err=True)


def echo_json(value: object) -> None:
    """Print JSON on stdout; what is no Unicode, as a file's name may be, is escaped."""
    text = json.dumps(value, ensure_ascii=False)
    typer.echo(text.encode("utf-8", "backslashreplace").decode())


def printable(line: str) -> str:
    """Return a line in which nothing can command a terminal: a file may have any name."""
    return "".join(
        sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in line
    )


def shortened(lines: Sequence[str], most: int, rest: str = "; --json shows all") -> list[str]:
    """Return the first lines; behind them how many more there are, and where."""
    if len(lines) <= most:
        return list(lines)
    return [*lines[:most], f"and {len(lines) - most} more{rest}"]


def is_terminal() -> bool:
    """Return whether a person watches stderr, so that animation is welcome."""
    return sys.stderr.isatty()
