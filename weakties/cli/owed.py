"""`owed`, `settle` and `draft`: answers, promises and returns the user owes, and introductions."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from contacts.owed import Outcome
from weakties.cli.opening import up_to_date
from weakties.cli.run import Json
from weakties.cli.session import Session, echo_json, printable

if TYPE_CHECKING:
    from contacts.report import Matter

Handle = Annotated[str, typer.Argument(metavar="KEY", help="The key in the list.")]


def owed(
    context: typer.Context,
    as_json: Json = False,
    every: Annotated[
        bool, typer.Option("--all", help="Long lists whole, settled ones too.")
    ] = False,
    ics: Annotated[
        Path | None, typer.Option(help="Write open promises as a calendar to this file.")
    ] = None,
) -> None:
    """List whom you owe an answer, what you promised, what to give back, whom to introduce."""
    from exporters import owed as shown
    from exporters.promises import as_ics
    from flows.owing import matters

    session: Session = context.obj
    with up_to_date(session) as (database, options):
        found = [one for one in matters(database) if every or one.is_open]
    if ics:
        ics.write_bytes(as_ics(found, options.as_of))
        session.say(f"{ics} holds the open promises; import it into your calendar.")
    if as_json:
        echo_json([shown.as_json(one) for one in found])
        return
    for one in shown.by_kind(found):
        typer.echo(f"{one.title}:")
        for matter in one.matters if every else one.shown:
            typer.echo(f"  {_line(matter)}")
        if one.more and not every:
            typer.echo(f"  {one.more}")
    if not found:
        session.say("Nothing is owed.")
    else:
        session.say("weakties draft KEY begins a letter; weakties settle KEY done closes a matter.")


def settle(
    context: typer.Context,
    handle: Handle,
    outcome: Annotated[Outcome, typer.Argument(help="What became of it.")] = Outcome.DONE,
    as_json: Json = False,
) -> None:
    """Say what became of a matter: done, broken, or dismissed as none."""
    from flows.clock import utc_now
    from flows.owing import settled

    session: Session = context.obj
    with up_to_date(session) as (database, _):
        matter, act = settled(database, handle, outcome, utc_now())
    if as_json:
        echo_json({"key": matter.key, "outcome": outcome.value, "act": act})
    session.say(f"{outcome.value.capitalize()}: {matter.text}")
    session.say(f"To take it back: weakties undo {act}")


def draft(context: typer.Context, handle: Handle) -> None:
    """Begin a letter: only what is stored stands in it, and nothing is sent."""
    from flows.owing import drafts

    session: Session = context.obj
    with up_to_date(session) as (database, _):
        for letter in drafts(database, handle):
            typer.echo(printable(letter))


def _line(matter: "Matter") -> str:
    return printable(f"{matter.handle}  {matter.text}")
