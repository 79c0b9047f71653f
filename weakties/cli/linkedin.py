"""`linkedin inspect` and `linkedin diff`: what archives say, without a store."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from weakties.cli.session import echo_json, printable, shortened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from contacts.extraction import Notice, Rejection
    from extractors.linkedin import Inspection
    from extractors.linkedin.compared import Compared

_NOTHING_TAKEN = 3
_ROWS_LOST = 4
_SHOWN = 10

app = typer.Typer(help="LinkedIn's data export.", no_args_is_help=True)


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

    found = inspect_archive(paths, me, today=datetime.now(UTC).date())
    if as_json:
        echo_json(found.as_json())
    else:
        _print_summary(found)
    _end(found)


@app.command()
def diff(
    old: Annotated[Path, typer.Argument(help="The older archive: a zip, folder or CSV.")],
    new: Annotated[Path, typer.Argument(help="The newer one.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON on stdout.")] = False,
) -> None:
    """Show who is new, gone or changed from one archive to the next; stores nothing."""
    from extractors.linkedin.compared import compare

    found = compare(old, new)
    if as_json:
        echo_json(found.as_json())
    else:
        _print_difference(found)
    _end(found)


def _end(found: "Inspection | Compared") -> None:
    """End with the code of what became of the rows."""
    if found.refused:
        raise typer.Exit(_NOTHING_TAKEN)
    if found.rejected:
        raise typer.Exit(_ROWS_LOST)


def _print_difference(found: "Compared") -> None:
    if not found.refused:
        counts = found.counts
        perhaps = f", {counts['perhaps_gone']} perhaps gone" if counts["perhaps_gone"] else ""
        told = f"{counts['new']} new, {counts['gone']} gone{perhaps}, {counts['changed']} changed"
        typer.echo(told)
    for title, lines in found.lines().items():
        _print_list(title, lines)
    _print_notes(found.warnings, found.rejected)


def _print_summary(found: "Inspection") -> None:
    written = sum(bool(person["messages_in"] or person["messages_out"]) for person in found.people)
    connected = len(found.people) - found.counts.get("people_not_connected", 0)
    if not found.refused:
        typer.echo(f"{connected} connections, {len(found.people) - connected} others")
        typer.echo(f"{written} of them wrote to you, or you to them")
    for name, number in sorted(found.counts.items()):
        if number:
            typer.echo(f"  {name.replace('_', ' ')}: {number}")
    _print_notes(found.warnings, found.rejected)


def _print_notes(warnings: "Sequence[Notice]", rejected: "Sequence[Rejection]") -> None:
    for title, lines in (
        ("To know", [_line(n.file, n.line, n.text) for n in warnings]),
        ("Not taken in", [_line(r.file, r.line, r.reason) for r in rejected]),
    ):
        _print_list(title, lines, err=True)


def _print_list(title: str, lines: "Sequence[str]", *, err: bool = False) -> None:
    if lines:
        typer.echo(f"{title}:", err=err)
        for line in shortened(lines, _SHOWN):
            typer.echo(f"  {printable(line)}", err=err)


def _line(file: str, line: int | None, text: str) -> str:
    """Return where something is and what."""
    where = f"{file}:{line}: " if line else f"{file}: " if file else ""
    return where + text
