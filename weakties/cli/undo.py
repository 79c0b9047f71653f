"""`weakties undo`: what you said is taken back."""

from dataclasses import asdict
from typing import Annotated

import typer

from weakties.cli.opening import opened
from weakties.cli.run import Json
from weakties.cli.session import Session, echo_json, printable


def undo(
    context: typer.Context,
    number: Annotated[
        int | None,
        typer.Argument(metavar="N", help="The act of this number.", show_default="the last one"),
    ] = None,
    listed: Annotated[bool, typer.Option("--list", help="List what can be taken back.")] = False,
    as_json: Json = False,
) -> None:
    """Take back what you said last: a correction, a judgement, an answer."""
    from flows.clock import utc_now
    from flows.undoing import told_acts
    from flows.undoing import undo as take_back

    session: Session = context.obj
    with opened(session, session.settings().options(session.home)) as database:
        if listed:
            acts = told_acts(database)
            if as_json:
                echo_json([asdict(act) for act in acts])
                return
            for act in acts:
                typer.echo(printable(f"{act.act}  {act.at}  {act.words}"))
            if not acts:
                session.say("There is nothing to take back.")
            return
        undone = take_back(database, number, utc_now())
    if as_json:
        echo_json(asdict(undone))
    session.say(f"Taken back: {undone.taken_back.words}")
    session.say(
        f"To bring it back: weakties undo {undone.act}. The report follows with: weakties report"
    )
