"""`init` and `run`: make a home, and read what is new in it."""

import sys
from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from contacts.errors import UsageError
from weakties.cli.session import Session, echo_json, printable, shortened

if TYPE_CHECKING:
    from flows.receipt import Receipt

_DONE_WITH_REJECTS = 4
_SHOWN_TROUBLE = 10
_SHOWN_IMPORTS = 10
_FIRST_YEAR = 1970

AsOf = Annotated[
    datetime | None,
    typer.Option(formats=["%Y-%m-%d"], help="As of this day.", show_default="today"),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON on stdout.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what would be done; do nothing.")]


def as_day(moment: datetime | None) -> date | None:
    """Return the day of a parsed option.

    Raises:
        UsageError: it lies before there were computers to remember anything.
    """
    if moment and moment.year < _FIRST_YEAR:
        raise UsageError("--as-of", f"is {moment.date()}", f"want a day from {_FIRST_YEAR} on")
    return moment.date() if moment else None


def init(
    context: typer.Context,
    owner: Annotated[str | None, typer.Option(help="Your name, as on LinkedIn.")] = None,
    region: Annotated[str | None, typer.Option(help="Country of local phone numbers: DE.")] = None,
    date_order: Annotated[
        str | None, typer.Option(help="How you write dates: dmy, mdy, ymd.")
    ] = None,
    languages: Annotated[str | None, typer.Option(help="Tesseract's codes: eng+deu.")] = None,
    time_zone: Annotated[str | None, typer.Option(help="Such as Europe/Berlin.")] = None,
    dry_run: DryRun = False,
    no_input: Annotated[bool, typer.Option("--no-input", help="Never ask.")] = False,
) -> None:
    """Make a home: the inbox to drop files into, and your settings; all have defaults."""
    from weakties.settings import as_toml, changed_toml

    session: Session = context.obj
    home = session.home
    new = not home.settings.exists()
    if owner is None and new and not no_input and sys.stdin.isatty():
        owner = typer.prompt("Your name, as on LinkedIn", default="", show_default=False, err=True)
    flags = {
        "owner": owner,
        "region": region.upper() if region else None,
        "date_order": date_order,
        "languages": languages,
        "time_zone": time_zone,
    }
    given = {name: value for name, value in flags.items() if value is not None}
    settings = session.settings(**given)
    text = as_toml(settings) if new else changed_toml(home.settings.read_text("utf-8"), given)
    if dry_run:
        session.say(f"would write {home.settings}:")
        typer.echo(text, nl=False)
        return
    home.create()
    home.settings.touch(mode=0o600)
    home.settings.write_text(text, encoding="utf-8")
    session.say(f"{home.settings}:")
    for line in text.splitlines():
        session.say(f"  {line}")
    session.say(f"Drop card photos into {home.inbox / 'cards'} (a subfolder's name is the event),")
    session.say(f"the LinkedIn archive into {home.inbox / 'linkedin'}, then: weakties run")


def run(
    context: typer.Context,
    as_of: AsOf = None,
    ocr: Annotated[
        Literal["auto", "rapidocr", "tesseract"] | None, typer.Option(help="The engine.")
    ] = None,
    workers: Annotated[int | None, typer.Option(min=1, help="Processes for photos.")] = None,
    retry: Annotated[bool, typer.Option("--retry", help="Read failed files again.")] = False,
    dry_run: DryRun = False,
    as_json: Json = False,
) -> None:
    """Read what is new in the inbox, find out who is who, and write the triage report."""
    from flows.progress import shown_by
    from flows.run import look_only
    from flows.run import run as run_line
    from weakties.cli.progress import listener

    session: Session = context.obj
    options = session.settings(ocr=ocr, workers=workers).options(session.home, as_day(as_of))
    if dry_run:
        for item in look_only(session.home, options, retry=retry).waiting:
            typer.echo(printable(item.file.name))
        return
    with listener(quiet=session.quiet) as shown, shown_by(shown):
        receipt = run_line(session.home, options, retry=retry)
    if as_json:
        echo_json(receipt.as_json())
    for line in summary(receipt):
        session.say(line)
    for line in troubles_told(receipt):
        typer.echo(printable(line), err=True)  # an error, so however quiet
    if receipt.read and (receipt.trouble or receipt.accounting["rejected"]):
        raise typer.Exit(_DONE_WITH_REJECTS)


def summary(receipt: "Receipt") -> list[str]:
    """Return a few lines: what happened, what to do next."""
    from flows.receipt import counted

    if receipt.nothing_new:
        lines = ["Nothing is new; the report stands."]
    else:
        made = ", ".join(f"{number} {name}" for name, number in receipt.accounting.items())
        lines = [f"Looked at {counted(receipt.read, 'file')}. Records: {made}."]
        lines += imports_told(receipt)
    counts = receipt.counts
    if counts.get("people"):
        known, weak, unclear = counts["known"], counts["weak"], counts["cannot_tell"]
        people = "1 person" if counts["people"] == 1 else f"{counts['people']} people"
        lines.append(f"{people}: {known} known, {weak} weak ties, {unclear} cannot tell.")
        merged, parted = counts.get("refit_merged", 0), counts.get("refit_parted", 0)
        if merged or parted:
            lines.append(
                f"Matched anew: {merged} merged into others, {parted} parted (weakties resolve)."
            )
        if counts["companies"]:
            lines.append(
                f"{counted(counts['companies'], 'company contact')}: cards without a person."
            )
        if counts["own_photos"]:
            lines.append(f"Your own card: {counted(counts['own_photos'], 'photo')}.")
        if counts["gone"]:
            lines.append(f"Missing from a newer list of connections, and kept: {counts['gone']}.")
        lines.append(f"Open {receipt.report}")
    else:
        lines.append("Nobody yet: drop photos or an archive into the inbox (see weakties init).")
    return lines


def imports_told(receipt: "Receipt") -> list[str]:
    """Return a line for each archive, address book and calendar that was read."""
    lines = []
    for one in receipt.imports:
        made = ", ".join(f"{number} {name}" for name, number in one.accounting.items())
        lines.append(f"import {one.number}, {one.file}: {made}")
    return [f"  {line}" for line in shortened(lines, _SHOWN_IMPORTS, ": weakties imports")]


def troubles_told(receipt: "Receipt") -> list[str]:
    """Return a line for each file that was not wholly read, up to a screenful."""
    lines = [f"{item.file}: {item.reason} ({item.next_step})" for item in receipt.trouble]
    return [f"  {line}" for line in shortened(lines, _SHOWN_TROUBLE, ": weakties status")]
