"""`report`, `status` and `dump`: what the store holds, for people and for machines."""

import sys
from typing import Annotated

import typer

from weakties.cli.opening import opened
from weakties.cli.run import AsOf, Json, as_day
from weakties.cli.session import Session, echo_json, printable

_EMPTY = 3


def report(context: typer.Context, as_of: AsOf = None, as_json: Json = False) -> None:
    """Write the triage report anew, or print its numbers as JSON."""
    import store
    from exporters import as_json as report_json
    from flows.order import bring_up_to_date
    from flows.stages.report import compose, write_report

    session: Session = context.obj
    options = session.settings().options(session.home, as_day(as_of))
    with opened(session, options) as database:
        with store.run_lock(session.root):
            bring_up_to_date(database, options)
            if not as_json:
                paths = write_report(database, session.home.reports, options.weights)
        with database.read() as tx:
            nobody = store.ties.ties(tx).empty
            told = report_json(compose(tx, options.weights)) if as_json else {}
    if as_json:
        echo_json(told)
    else:
        typer.echo(paths[0])
    if nobody:
        session.say(f"Nobody yet: drop files into {session.home.inbox}, then: weakties run")
        raise typer.Exit(_EMPTY)


def status(context: typer.Context, as_json: Json = False) -> None:
    """Say where every file of the inbox stands, and what to do about those in trouble."""
    from flows.status import status_of

    session: Session = context.obj
    found = status_of(session.home, session.settings().options(session.home))
    if as_json:
        echo_json(found.as_json())
        return
    for line in found.lines():
        typer.echo(printable(line))


def dump(
    context: typer.Context,
    log: Annotated[bool, typer.Option("--log", help="Acts and person ids too.")] = False,
    as_of: AsOf = None,
) -> None:
    """Print the whole state as sorted JSON lines: two equal dumps are two equal states."""
    import store
    from flows.order import bring_up_to_date

    session: Session = context.obj
    options = session.settings().options(session.home, as_day(as_of))
    with opened(session, options) as database:
        if as_of is not None:
            with store.run_lock(session.root):
                bring_up_to_date(database, options)
        with database.read() as tx:
            for line in store.dump.dump(tx, log=log):
                sys.stdout.write(line + "\n")
