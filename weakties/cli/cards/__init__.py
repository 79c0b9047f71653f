"""`weakties cards`: read card photos, see why they were read so, and put right what is wrong."""

import typer

from weakties.cli.cards.correct import correct
from weakties.cli.cards.read import read
from weakties.cli.cards.reread import reread
from weakties.cli.cards.show import show

app = typer.Typer(help="Read business cards.", no_args_is_help=True)
for command in (read, show, reread, correct):
    app.command()(command)
