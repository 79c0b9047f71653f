"""`resolve`: the model that tells who is who, shown or fitted again."""

from typing import Annotated

import typer

from weakties.cli.opening import up_to_date
from weakties.cli.run import DryRun, Json
from weakties.cli.session import Session, echo_json, printable


def resolve(
    context: typer.Context,
    refit: Annotated[bool, typer.Option("--refit", help="Fit the model again.")] = False,
    dry_run: DryRun = False,
    as_json: Json = False,
) -> None:
    """Show the model that tells who is who, what it learnt, and whom it merged or parted."""
    import store
    from flows.resolving import fit_again, shown_model
    from flows.stages.resolve import refit_told

    session: Session = context.obj
    with up_to_date(session) as (database, options):
        if refit and dry_run:
            told = refit_told(database, options)
            lines, shown = list(told.lines(is_done=False)), told.as_json()
        else:
            if refit:
                with store.run_lock(session.root):
                    fit_again(database, options)
            with database.read() as tx:
                found = shown_model(tx)
            lines = list(found.lines()) if found else ["Nobody yet: weakties run"]
            shown = found.as_json() if found else {}
    if as_json:
        echo_json(shown)
        return
    for line in lines:
        typer.echo(printable(line))
    if refit and not dry_run:
        session.say("The report follows with: weakties report")
