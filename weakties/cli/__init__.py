"""The commands. Each turns words into values, calls one function, prints, and returns its code."""

from pathlib import Path
from typing import Annotated

import typer

from weakties import __version__
from weakties.cli.cards import app as cards
from weakties.cli.demo import demo
from weakties.cli.doctor import doctor
from weakties.cli.encounters import app as encounters
from weakties.cli.happened import met, note, wrote
from weakties.cli.imports import app as imports
from weakties.cli.judgements import different, explain, questions, same, split
from weakties.cli.linkedin import app as linkedin
from weakties.cli.match import match
from weakties.cli.model import model
from weakties.cli.owed import draft, owed, settle
from weakties.cli.report import dump, report, status
from weakties.cli.resolve import resolve
from weakties.cli.run import init, run
from weakties.cli.session import Session
from weakties.cli.triage import app as triage
from weakties.cli.undo import undo

app = typer.Typer(
    help="Business cards and a LinkedIn export in; whom you are about to forget, and what brings "
    "them back, out. Nothing leaves this machine.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Start with: weakties init, drop files into the inbox, weakties run.",
)


def _version(*, value: bool) -> None:
    if value:
        typer.echo(f"weakties {__version__}")
        raise typer.Exit


@app.callback()
def _session(
    context: typer.Context,
    home: Annotated[
        Path | None,
        typer.Option(envvar="WEAKTIES_HOME", help="Where your data lies.", show_default="data/"),
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say errors only.")] = False,
    version: Annotated[  # noqa: ARG001 - the callback does all there is to do
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    context.obj = Session.of(home, quiet=quiet)


for command in (
    init,
    run,
    report,
    status,
    same,
    different,
    split,
    explain,
    questions,
    resolve,
    met,
    wrote,
    note,
    owed,
    settle,
    draft,
    model,
    undo,
    doctor,
    dump,
    match,
    demo,
):
    app.command()(command)
app.add_typer(triage, name="triage")
app.add_typer(cards, name="cards")
app.add_typer(encounters, name="encounters")
app.add_typer(imports, name="imports")
app.add_typer(linkedin, name="linkedin")
