"""`weakties imports`: what each file brought, and taking an import back."""

from typing import TYPE_CHECKING, Annotated

import typer

from weakties.cli.opening import opened
from weakties.cli.run import DryRun, Json
from weakties.cli.session import Session, echo_json, printable, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flows.imports import RecordChange, Reverted
    from store.imports import Import

_SHOWN = 10

app = typer.Typer(help="What each file brought; taking an import back.")


@app.callback(invoke_without_command=True)
def listed(context: typer.Context, as_json: Json = False) -> None:
    """List every import, oldest first; a file that was read again stands there again."""
    import store
    from flows.imports import import_json

    if context.invoked_subcommand:
        return
    session: Session = context.obj
    options = session.settings().options(session.home)
    with opened(session, options) as database, database.read() as tx:
        imports = store.imports.listed(tx)
    if as_json:
        echo_json([import_json(one) for one in imports])
        return
    for one in imports:
        typer.echo(printable(_line(one)))
    if not imports:
        session.say("Nothing was read yet.")


@app.command()
def revert(
    context: typer.Context,
    number: Annotated[int, typer.Argument(metavar="ID", help="The number in the list.")],
    dry_run: DryRun = False,
    as_json: Json = False,
) -> None:
    """Take back all that a file brought, its updates included; nothing is deleted."""
    from flows.clock import utc_now
    from flows.imports import revert as take_back

    session: Session = context.obj
    options = session.settings().options(session.home)
    reverted = take_back(session.home, options, number, utc_now(), dry=dry_run)
    if as_json:
        echo_json(reverted.as_json())
    for line in _told(reverted, dry=dry_run):
        session.say(line)


def _line(one: "Import") -> str:
    from flows.receipt import counted

    file, status = one.status.file, one.status
    parts = (f"{one.new} new", f"{one.updated} updated", f"{one.unchanged} unchanged")
    rows = f"{counted(one.rows, 'row')}: {', '.join(parts)}, {one.rejected} rejected"
    day = f"as of {status.as_of[:10]}" if status.as_of else "undated"
    words = (str(one.number), one.at, file.name, file.kind.value, day, rows, status.state.value)
    return "  ".join(words)


def _told(reverted: "Reverted", *, dry: bool) -> "Iterator[str]":
    one, act = reverted.taken_back, reverted.act
    yield f"Import {one.number}, {one.status.file.name}: {'would be' if dry else 'is'} taken back."
    gone = [record for record in reverted.records if record.gone]
    back = [record for record in reverted.records if not record.gone]
    yield from _listed("gone with it", gone)
    yield from _listed("as an older file has them", back)
    yield f"  evidence that no longer counts: {reverted.evidence}"
    if not dry:
        yield f"To bring it back: weakties undo {act}, then: weakties report"


def _listed(title: str, records: "list[RecordChange]") -> "Iterator[str]":
    yield f"  {title}: {len(records)}"
    lines = [f"{record.name or record.record_id}{_fields(record)}" for record in records]
    for line in shortened(lines, _SHOWN):
        yield f"    {line}"


def _fields(record: "RecordChange") -> str:
    if record.gone:
        return ""
    changes = (
        f"{field.property.value} {', '.join(field.before) or 'nothing'} → "
        f"{', '.join(field.after) or 'nothing'}"
        for field in record.fields
    )
    return f": {'; '.join(changes)}"
