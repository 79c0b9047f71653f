"""`linkedin inspect`: what an archive says, person by person, without a store."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from extractors.linkedin import Inspection

_NOTHING_TAKEN = 3
_ROWS_LOST = 4
_SHOWN = 10

app = typer.Typer(help="LinkedIn's data export.", no_args_is_help=True)


@app.callback()
def _linkedin() -> None:
    """Keep `inspect` a command of its own though there is but one."""


@app.command()
def inspect(
    paths: Annotated[
        list[Path],
        typer.Argument(help="The zip, its folder or Connections.csv; all together one archive."),
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON on stdout.")] = False,
    me: Annotated[
        str | None, typer.Option(help="Your name or profile address, if it cannot be told.")
    ] = None,
) -> None:
    """Show whom an archive knows and what became of its rows; stores nothing."""
    from extractors.linkedin import inspect as inspect_archive

    found = inspect_archive(paths, me)
    if as_json:
        typer.echo(json.dumps(found.as_json(), ensure_ascii=False))
    else:
        _print_summary(found)
    if found.refused:
        raise typer.Exit(_NOTHING_TAKEN)
    if found.rejected:
        raise typer.Exit(_ROWS_LOST)


def _print_summary(found: "Inspection") -> None:
    written = sum(bool(person["messages_in"] or person["messages_out"]) for person in found.people)
    connected = len(found.people) - found.counts.get("people_not_connected", 0)
    if not found.refused:
        typer.echo(f"{connected} connections, {len(found.people) - connected} others")
        typer.echo(f"{written} of them wrote to you, or you to them")
    for name, number in sorted(found.counts.items()):
        typer.echo(f"  {name.replace('_', ' ')}: {number}")
    for title, lines in (
        ("To know", [_line(n.file, n.line, n.text) for n in found.warnings]),
        ("Not taken in", [_line(r.file, r.line, r.reason) for r in found.rejected]),
    ):
        if lines:
            typer.echo(f"{title}:", err=True)
            for line in lines[:_SHOWN]:
                typer.echo(f"  {line}", err=True)
            if len(lines) > _SHOWN:
                typer.echo(f"  and {len(lines) - _SHOWN} more; --json shows all", err=True)


def _line(file: str, line: int | None, text: str) -> str:
    """Return where something is and what; control characters of the file are shown as such."""
    where = f"{file}:{line}: " if line else f"{file}: " if file else ""
    return "".join(c if c.isprintable() else repr(c)[1:-1] for c in where + text)
