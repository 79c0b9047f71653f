"""`weakties encounters`: cards photographed in one sitting, and the event they are from."""

import json
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from weakties.cli.run import Json
from weakties.cli.session import Session, printable

if TYPE_CHECKING:
    import store

app = typer.Typer(help="Cards of one sitting: which event was it?")


@app.callback(invoke_without_command=True)
def listed(context: typer.Context, as_json: Json = False) -> None:
    """List the sittings whose event nobody has named."""
    from exporters import as_json as report_json
    from exporters import wording
    from flows.stages.report import compose

    if context.invoked_subcommand:
        return
    session: Session = context.obj
    with _up_to_date(session) as database, database.read() as tx:
        report = compose(tx)
    if as_json:
        typer.echo(json.dumps(report_json(report)["encounters"], ensure_ascii=False))
        return
    for row in report.encounters:
        typer.echo(printable(f"{row.number}  {wording.sitting(row)}"))
        for line in (wording.sitting_cards(row), wording.suggested(row), wording.naming(row)):
            if line:
                typer.echo(printable(f"   {line}"))
    if not report.encounters:
        session.say("No event is asked about.")


@app.command()
def name(
    context: typer.Context,
    number: Annotated[int, typer.Argument(help="The number in the list.")],
    event: Annotated[str, typer.Argument(help='The event, such as "PyCon 2026"; "" for none.')],
) -> None:
    """Say which event the cards of a sitting are from; all of them get it."""
    from datetime import UTC, datetime

    from flows.stages.encounters import name_encounter

    session: Session = context.obj
    at = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    event = " ".join(event.split())
    with _up_to_date(session) as database:
        act, cards = name_encounter(database, number, event, at)
    what = "1 card" if cards == 1 else f"{cards} cards"
    session.say(printable(f"{what} from {event or 'no one event'}."))
    session.say(f"To take it back: weakties undo {act}. The report follows with: weakties report")


@contextmanager
def _up_to_date(session: Session) -> "Iterator[store.Database]":
    """Give the database with everything in it resolved."""
    import store
    from flows.order import bring_up_to_date

    options = session.settings().options(session.home)
    session.home.create()
    with (
        store.run_lock(session.root),
        closing(store.Database.open(options.database_url)) as database,
    ):
        bring_up_to_date(database, options)
        yield database
