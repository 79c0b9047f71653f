"""`weakties encounters`: cards photographed in one sitting, and the event they are from."""

from typing import Annotated

import typer

from weakties.cli.opening import up_to_date
from weakties.cli.run import Json
from weakties.cli.session import Session, echo_json, printable

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
    with up_to_date(session) as (database, _), database.read() as tx:
        report = compose(tx)
    if as_json:
        echo_json(report_json(report)["encounters"])
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
    from flows.clock import utc_now
    from flows.stages.encounters import name_encounter

    session: Session = context.obj
    event = " ".join(event.split())
    with up_to_date(session) as (database, _):
        act, cards = name_encounter(database, number, event, utc_now())
    what = "1 card" if cards == 1 else f"{cards} cards"
    session.say(printable(f"{what} from {event or 'no one event'}."))
    session.say(f"To take it back: weakties undo {act}. The report follows with: weakties report")
