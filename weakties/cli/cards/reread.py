"""`weakties cards reread`: photos are read again when you say so."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from contacts.errors import UsageError
from weakties.cli.run import DryRun, Json, troubles_told
from weakties.cli.session import Session, echo_json, printable

if TYPE_CHECKING:
    from flows.reread import Rereading
    from flows.stages.card_changes import CardChange

_DONE_WITH_REJECTS = 4


def reread(
    context: typer.Context,
    every: Annotated[bool, typer.Option("--all", help="All photos.")] = False,
    file: Annotated[str | None, typer.Option(help="One photo of the inbox.")] = None,
    ocr: Annotated[str | None, typer.Option(help="auto, rapidocr or tesseract.")] = None,
    workers: Annotated[int | None, typer.Option(min=1, help="Processes for photos.")] = None,
    dry_run: DryRun = False,
    as_json: Json = False,
) -> None:
    """Read photos again, by default those that another version read; say what changed.

    Cards keep their records and your corrections stay.
    """
    from flows.progress import shown_by
    from flows.reread import Choice
    from flows.reread import reread as read_again
    from weakties.cli.progress import listener

    if every and file is not None:
        raise UsageError("--all and --file", "say two things", "give one of them")
    session: Session = context.obj
    options = session.settings(ocr=ocr, workers=workers).options(session.home)
    choice = Choice(every, file)
    with listener(quiet=session.quiet) as shown, shown_by(shown):
        told = read_again(session.home, options, choice, dry=dry_run)
    if as_json:
        echo_json(_as_json(told))
    elif dry_run:
        for item in told.plan.look.waiting:
            typer.echo(printable(item.file.name))
    else:
        for change in told.changes:
            for line in _lines(change):
                typer.echo(printable(line))
    for line in _summary(told, dry_run=dry_run):
        session.say(line)
    if told.receipt and told.receipt.trouble:
        for line in troubles_told(told.receipt):
            typer.echo(printable(line), err=True)  # an error, so however quiet
        raise typer.Exit(_DONE_WITH_REJECTS)


def _as_json(told: "Rereading") -> dict[str, object]:
    return {
        "photos": [item.file.name for item in told.plan.look.waiting],
        "absent": list(told.plan.absent),
        "changes": [asdict(change) for change in told.changes],
        "receipt": told.receipt.as_json() if told.receipt else None,
    }


def _lines(change: "CardChange") -> list[str]:
    """Return what changed of a card, a line a field."""
    from extractors.card.entered import field_name

    heads = {"new": "a new card", "gone": "no longer found", "changed": ""}
    head = f"{change.file}, {change.card} ({change.record_id})"
    lines = [f"{head}: {heads[change.what]}" if heads[change.what] else head]
    for field in change.fields:
        before, after = (", ".join(values) or "nothing" for values in (field.before, field.after))
        stays = " (your correction stays)" if field.corrected else ""
        lines.append(f"  {field_name(field.property)}: {before} -> {after}{stays}")
    return lines


def _summary(told: "Rereading", *, dry_run: bool) -> list[str]:
    from flows.receipt import counted

    photos, absent = len(told.plan.look.waiting), len(told.plan.absent)
    lines = []
    if absent:
        who = "1 photo is" if absent == 1 else f"{absent} photos are"
        lines.append(f"{who} no longer in the inbox; what was read of them stays.")
    if not photos and not absent:
        lines.append("No photo was read by another version (--all reads all of them again).")
    elif dry_run:
        lines.append(f"{counted(photos, 'photo')} would be read again.")
    if told.receipt:
        kinds = [change.what for change in told.changes]
        fields = sum(len(one.fields) for one in told.changes if one.what == "changed")
        lines.append(
            f"{counted(photos, 'photo')} read again: {counted(fields, 'field')} changed on "
            f"{counted(kinds.count('changed'), 'card')}, {kinds.count('new')} new, "
            f"{kinds.count('gone')} gone."
        )
        lines.append(f"Open {told.receipt.report}")
    return lines
