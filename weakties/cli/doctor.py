"""`doctor`: what is there, what is missing, what each missing part costs and how to get it."""

from typing import Annotated

import typer

from weakties.cli.run import Json
from weakties.cli.session import Session, echo_json

_MISSING_TOOL = 5


def doctor(
    context: typer.Context,
    as_json: Json = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit 5 if anything at all is missing.")
    ] = False,
) -> None:
    """Say what is there, what is missing, what it costs and how to get it."""
    from weakties.checkup import checkup

    session: Session = context.obj
    found = checkup(session.home, session.settings())
    if as_json:
        echo_json([check.as_json() for check in found])
    else:
        width = max(len(check.part) for check in found)
        for check in found:
            mark = "ok     " if check.present else "missing"
            typer.echo(f"{mark}  {check.part:<{width}}  {check.found}")
            if not check.present:
                typer.echo(f"         {'':<{width}}  without it: {check.cost}")
                typer.echo(f"         {'':<{width}}  to get it: {check.remedy}")
    missing = [check for check in found if not check.present]
    if any(check.needed for check in missing) or (strict and missing):
        raise typer.Exit(_MISSING_TOOL)
