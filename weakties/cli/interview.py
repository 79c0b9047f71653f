"""`questions --ask`: the open pairs one at a time, each answered by a key."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import typer

from contacts.errors import UsageError
from contacts.judgements import Verdict
from weakties.cli.keys import ESCAPE, QUIT, Keys
from weakties.cli.session import printable

if TYPE_CHECKING:
    import store
    from contacts.report import OpenPair
    from flows.interview import Answered, Interview

_KEYS = "s same, d different, k skip, u undo, q quit"


def interview(database: "store.Database", pairs: "Sequence[OpenPair]", keys: Keys) -> int:
    """Ask about one pair after the other, and return how many answers hold in the end.

    Each answer is an act at once; a pair that is skipped is asked about the next time.
    """
    from flows.interview import Answered, Interview

    asking = Interview(pairs)
    while still := asking.open():
        _show(still[0], len(still))
        pressed = _pressed(keys)
        if pressed in {QUIT, ESCAPE}:
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


def question_lines(number: int, pair: "OpenPair") -> "Iterator[str]":
    """Yield a question: how likely it is one person, who the two are, and why it is asked."""
    from exporters import wording

    yield f"{number}  {wording.open_pair(pair)}".replace("\u00a0", " ")
    yield f"   {pair.first.name}: {pair.first.about}"
    yield f"   {pair.second.name}: {pair.second.about}"
    yield f"   {'; '.join(pair.reasons)}"


def _show(pair: "OpenPair", left: int) -> None:
    typer.echo()
    for line in question_lines(left, pair):
        typer.echo(printable(line))


def _pressed(keys: Keys) -> str:
    """Return the key pressed; Ctrl-C leaves as `q` does, so that what was answered is heeded."""
    try:
        return keys.key(f"{_KEYS}: ")
    except KeyboardInterrupt:
        typer.echo(QUIT)
        return QUIT


def _answered(database: "store.Database", pair: "OpenPair", pressed: str) -> "Answered":
    """Add the act of an answer; what another process made needless meanwhile is passed over."""
    from flows import judging
    from flows.clock import utc_now
    from flows.interview import Answered

    one, other = pair.first.person, pair.second.person
    try:
        if pressed == "s":
            said = judging.same(database, [one, other], utc_now())
        else:
            said = judging.different(database, one, other, utc_now())
    except UsageError as error:
        typer.echo(printable(str(error)))
        return Answered(pair, Verdict.UNSURE)
    return Answered(pair, said.verdict, said.act)


def _take_back(database: "store.Database", asking: "Interview") -> None:
    """Take back the last answer of this sitting."""
    from weakties.cli.asking import take_back

    if not asking.answered:
        typer.echo("Nothing was answered yet; weakties undo takes back what you said before.")
        return
    last = asking.answered.pop()
    if last.act:
        take_back(database, last.act)
