"""Single keys from a terminal; lines where there is none, each of which is to be one key."""

import os
import sys

import typer

QUIT = "q"
ESCAPE = "\x1b"
_ENDS = {"\x03", "\x04", "\x00"}  # Ctrl-C as a key, Ctrl-D, and Ctrl-D typed ahead


class Keys:
    """What the user types; `plain` has lines read even from a terminal."""

    def __init__(self, *, plain: bool) -> None:
        self.single = not plain and sys.stdin.isatty() and _has_single_keys()
        self._typed = ""

    def key(self, prompt: str) -> str:
        """Return the key pressed, in lower case: empty for Enter, `q` where the input ends.

        An arrow or a function key is one key: its whole code, which begins with `ESCAPE`. Of a line
        all counts: `skip` is no `s`.
        """
        if not self.single:
            line = self.line(prompt)
            return QUIT if line is None else line.strip().lower()
        typer.echo(prompt, nl=False)
        while not self._typed:
            self._typed = _read_signs()
        length = len(self._typed) if self._typed.startswith(ESCAPE) else 1
        key, self._typed = self._typed[:length], self._typed[length:]
        typer.echo(key if key.isprintable() else "")
        return QUIT if key in _ENDS else key.strip().lower()

    def line(self, prompt: str) -> str | None:
        """Return a line without its end, None where the input ends."""
        typer.echo(prompt, nl=False)
        line = sys.stdin.readline()
        if not sys.stdin.isatty():
            typer.echo()  # nobody pressed Enter
        return line.rstrip("\r\n") if line else None


def is_coloured() -> bool:
    """Return whether stdout may be coloured (https://no-color.org)."""
    wanted = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return wanted and sys.stdout.isatty()


def _has_single_keys() -> bool:
    try:
        import termios  # noqa: F401 - absent on Windows, where lines do
    except ImportError:
        return False
    return os.environ.get("TERM") != "dumb"


def _read_signs() -> str:
    """Return what was typed, at least one key, without waiting for Enter; Ctrl-D where it ends."""
    import termios
    import tty

    sys.stdout.flush()
    terminal = sys.stdin.fileno()
    before = termios.tcgetattr(terminal)
    try:
        tty.setcbreak(terminal, termios.TCSADRAIN)
        typed = os.read(terminal, 64)
    finally:
        termios.tcsetattr(terminal, termios.TCSADRAIN, before)
    return typed.decode(errors="ignore") if typed else "\x04"
