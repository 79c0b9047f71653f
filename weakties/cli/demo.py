"""`demo`: an invented world, the whole line over it, and a report to open."""

import shutil
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from weakties.cli.session import DEFAULT_HOME, Session

if TYPE_CHECKING:
    from flows.home import Home

TODAY = date(2026, 6, 30)  # the day the invented world is looked at


def demo(
    context: typer.Context,
    seed: Annotated[int, typer.Option(help="Another seed, another world.")] = 140,
    size: Annotated[int, typer.Option(min=5, help="LinkedIn connections.")] = 300,
    cards: Annotated[int, typer.Option(min=0, help="Card photos.")] = 30,
    into: Annotated[
        Path | None, typer.Option(help="The demo's own home.", show_default="data/demo")
    ] = None,
    only_files: Annotated[
        bool, typer.Option("--only-files", help="Write the inbox and the truth; run nothing.")
    ] = False,
) -> None:
    """Invent a world, run the whole line over it, and print the report's path as the last line."""
    from flows.home import Home
    from flows.progress import shown_by
    from flows.run import run as run_line
    from weakties.cli.progress import listener
    from weakties.cli.run import summary, troubles_told
    from weakties.demo.world import build, write
    from weakties.settings import load

    session: Session = context.obj
    home = Home((into or DEFAULT_HOME / "demo").expanduser().absolute())
    _empty(home)
    session.say(f"Inventing {size} connections and {cards} card photos …")
    home.create()
    world = build(seed, size, TODAY, cards=cards)
    write(world, home.root)
    if only_files:
        typer.echo(home.root)
        return
    settings = load(home, owner=world.stage.owner.name.full, region="US", settle_seconds=0.0)
    options = settings.options(home, TODAY)
    with listener(quiet=session.quiet) as shown, shown_by(shown):
        receipt = run_line(home, options)
    for line in summary(receipt)[:-1] + troubles_told(receipt):
        session.say(line)
    typer.echo(receipt.report)


def _empty(home: "Home") -> None:
    """Throw the last demo away; refuses a folder that is no demo's."""
    from contacts.errors import UsageError

    if home.root.exists() and any(home.root.iterdir()):
        if not (home.root / "truth.json").exists():
            raise UsageError(
                str(home.root), "is no demo's home", "name an empty folder with --into"
            )
        shutil.rmtree(home.root)
