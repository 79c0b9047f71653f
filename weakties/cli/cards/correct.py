"""`weakties cards correct`: what a card says, put right by you."""

from typing import TYPE_CHECKING, Annotated

import typer

from weakties.cli.opening import opened
from weakties.cli.session import Session, printable

if TYPE_CHECKING:
    from flows.corrections import Corrected


def correct(
    context: typer.Context,
    which: Annotated[
        str,
        typer.Argument(
            metavar="RECORD_OR_FILE", help="A record's id, or a photo.", show_default=False
        ),
    ],
    field: Annotated[
        str,
        typer.Argument(
            help="name, title, company, email, phone, url, address, event or note.",
            show_default=False,
        ),
    ],
    values: Annotated[
        list[str] | None,
        typer.Argument(help="What it is; nothing takes it away.", show_default=False),
    ] = None,
    kind: Annotated[str, typer.Option(help="What it is for: mobile, work, fax, home.")] = "",
) -> None:
    """Say what a field of a card is; that holds however often the photo is read."""
    from extractors.card.entered import field_named
    from flows.clock import utc_now
    from flows.corrections import correct as put_right

    session: Session = context.obj
    options = session.settings().options(session.home)
    property_ = field_named(field)
    with opened(session, options) as database:
        done = put_right(
            database,
            session.home.inbox,
            which,
            property_,
            values or (),
            utc_now(),
            region=options.region,
            kind=kind,
        )
    for line in _lines(done):
        session.say(line)


def _lines(done: "Corrected") -> list[str]:
    from extractors.card.entered import field_name

    before, after = (", ".join(values) or "nothing" for values in (done.before, done.after))
    what = f"{done.record_id}, {field_name(done.property)}"
    if not done.act:
        return [printable(f"{what} is {after} already.")]
    return [
        printable(f"{what}: {before} -> {after}"),
        f"To take it back: weakties undo {done.act}. The report follows with: weakties report",
    ]
