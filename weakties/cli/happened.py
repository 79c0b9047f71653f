"""`met`, `wrote` and `note`: what happened outside of all files."""

from datetime import datetime
from typing import Annotated

import typer

from contacts.interactions import InteractionKind
from weakties.cli.opening import up_to_date
from weakties.cli.run import Json, as_day
from weakties.cli.session import Session
from weakties.cli.triage import tell_act

Person = Annotated[str, typer.Argument(help="A name, an id or its beginning.")]
On = Annotated[
    datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The day.", show_default="today")
]


def met(
    context: typer.Context,
    person: Person,
    text: Annotated[str, typer.Argument(help="Where, or what about.")] = "",
    on: On = None,
    as_json: Json = False,
) -> None:
    """Say that you met somebody: it counts as evidence, and is a hint later."""
    _tell(context, InteractionKind.MET, person, text, on, as_json=as_json)


def wrote(
    context: typer.Context,
    person: Person,
    text: Annotated[str, typer.Argument(help="What about.")] = "",
    on: On = None,
    as_json: Json = False,
) -> None:
    """Say that you wrote to somebody, outside of what the archives tell."""
    _tell(context, InteractionKind.MESSAGE, person, text, on, as_json=as_json)


def note(
    context: typer.Context,
    person: Person,
    text: Annotated[str, typer.Argument(help="What to remember of them.")],
    on: On = None,
    as_json: Json = False,
) -> None:
    """Note something about somebody: what one puts into words, one remembers."""
    _tell(context, InteractionKind.NOTE, person, text, on, as_json=as_json)


def _tell(
    context: typer.Context,
    what: InteractionKind,
    person: str,
    text: str,
    on: datetime | None,
    *,
    as_json: bool,
) -> None:
    from flows.clock import utc_now
    from flows.happening import tell

    session: Session = context.obj
    with up_to_date(session) as (database, options):
        today = options.as_of
        told = tell(database, person, what, as_day(on) or today, today, text, utc_now())
        tell_act(session, database, told.who, told.act, as_json=as_json)
