"""`questions --ask`: the open pairs one at a time, each answered by a key."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import typer

from contacts.errors import UsageError
from contacts.judgements import Verdict
from weakties.cli.session import printable

if TYPE_CHECKING:
    import store
    from contacts.report import OpenPair
    from flows.interview import Answered, Interview

_KEYS = "s same, d different, k skip, u undo, q quit"
_ENDS = frozenset({"q", "\x03", "\x04", "\x1b"})  # and Ctrl-C, Ctrl-D, Escape


def interview(
    database: "store.Database",
    pairs: "Sequence[OpenPair]",
    key: Callable[[], str] = typer.getchar,
) -> int:
    """Ask about one pair after the other, and return how many answers hold in the end.

    Each answer is an act at once; a pair that is skipped is asked about the next time.
    """
    from flows.interview import Answered, Interview

    asking = Interview(pairs)
    while still := asking.open():
        _show(still[0], len(still))
        pressed = _pressed(key)
        if pressed in _ENDS:
            break
        if pressed == "k":
            asking.answered.append(Answered(still[0], Verdict.UNSURE))
        elif pressed == "u":
            _take_back(database, asking)
        elif pressed in {"s", "d"}:
            asking.answered.append(_answered(database, still[0], pressed))
        else:
            typer.echo(f"Keys: {_KEYS}")
    else:
        typer.echo("That was all.")
    return sum(one.act > 0 for one in asking.answered)


def _show(pair: "OpenPair", left: int) -> None:
    from weakties.cli.judgements import lines

    typer.echo()
    for line in list(lines(left, pair))[:-2]:  # keys stand for the commands
        typer.echo(printable(line))
    typer.echo(f"{_KEYS}: ", nl=False)


def _pressed(key: Callable[[], str]) -> str:
    try:
        pressed = key()
    except (KeyboardInterrupt, EOFError):
        pressed = "q"
    typer.echo(pressed if pressed.isprintable() else "")
    return pressed.lower()


def _answered(database: "store.Database", pair: "OpenPair", pressed: str) -> "Answered":
    """Add the act of an answer; what another process made needless meanwhile is passed over."""
    from flows import judging
    from flows.interview import Answered

    one, other = pair.first.person, pair.second.person
    try:
        if pressed == "s":
            said = judging.same(database, [one, other], now())
        else:
            said = judging.different(database, one, other, now())
    except UsageError as error:
        typer.echo(printable(str(error)))
        return Answered(pair, Verdict.UNSURE)
    return Answered(pair, said.verdict, said.act)


def _take_back(database: "store.Database", asking: "Interview") -> None:
    """Take back the last answer of this sitting."""
    from flows.undoing import undo

    if not asking.answered:
        typer.echo("Nothing was answered yet; weakties undo takes back what you said before.")
        return
    last = asking.answered.pop()
    if last.act:
        typer.echo(printable(f"Taken back: {undo(database, last.act, now()).taken_back.words}"))


def now() -> str:
    """Return this instant as acts note it."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
