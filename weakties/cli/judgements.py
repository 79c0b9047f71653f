"""`same`, `different`, `split`, `explain`, `questions`: who is who, and your word on it."""

import sys
from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from contacts.errors import UsageError
from weakties.cli.interview import interview, question_lines
from weakties.cli.keys import Keys
from weakties.cli.opening import up_to_date
from weakties.cli.run import Json
from weakties.cli.session import Session, echo_json, printable

if TYPE_CHECKING:
    import store
    from contacts.report import OpenPair
    from flows.home import Options
    from flows.judging import Said

_TWO = 2
_WHO = "A person or one of their records: an id, its beginning, or a name that one person has."

Who = Annotated[str, typer.Argument(help=_WHO, show_default=False)]


def same(
    context: typer.Context,
    who: Annotated[list[str], typer.Argument(help=f"Two or more. {_WHO}", show_default=False)],
    as_json: Json = False,
) -> None:
    """Say that these are one person; it is remembered whatever is read later."""
    from flows import judging
    from flows.clock import utc_now

    if len(who) < _TWO:
        raise UsageError("same", f"names {who[0]} alone", "name two or more")
    with up_to_date(context.obj) as (database, options):
        _conclude(context.obj, database, options, judging.same(database, who, utc_now()), as_json)


def different(context: typer.Context, who: Who, other: Who, as_json: Json = False) -> None:
    """Say that two are not one person; it is remembered whatever is read later."""
    from flows import judging
    from flows.clock import utc_now

    with up_to_date(context.obj) as (database, options):
        said = judging.different(database, who, other, utc_now())
        _conclude(context.obj, database, options, said, as_json)


def split(
    context: typer.Context,
    person: Who,
    records: Annotated[
        list[str], typer.Argument(help="Those that are another's.", show_default=False)
    ],
    as_json: Json = False,
) -> None:
    """Say that some of a person's records are another person's: `explain` lists them."""
    from flows import judging
    from flows.clock import utc_now

    with up_to_date(context.obj) as (database, options):
        said = judging.split(database, person, records, utc_now())
        _conclude(context.obj, database, options, said, as_json)


def explain(context: typer.Context, person: Who, as_json: Json = False) -> None:
    """Show why a person's records are one person's, and who else comes close, in bits."""
    from flows.explaining import explanation

    with up_to_date(context.obj) as (database, options):
        found = explanation(database, options, person)
    if as_json:
        echo_json(found.as_json())
        return
    for line in found.lines():
        typer.echo(printable(line))


def questions(
    context: typer.Context,
    as_json: Json = False,
    ask: Annotated[
        bool, typer.Option("--ask", help="One at a time, answered by a key, in a terminal.")
    ] = False,
) -> None:
    """List who may be one person, those first of which an answer is worth most."""
    from flows.judging import settled
    from flows.set_aside import set_aside
    from flows.stages.questions import open_pairs

    session: Session = context.obj
    with up_to_date(session) as (database, options):
        with database.read() as tx:
            pairs, aside = open_pairs(tx), set_aside(tx)
        if ask and not as_json and pairs and sys.stdin.isatty() and sys.stdout.isatty():
            if interview(database, pairs, Keys(plain=False)):
                settled(database, session.root, options)
                session.say("The report follows with: weakties report")
            return
    if as_json:
        echo_json([asdict(pair) for pair in pairs])
        return
    for number, pair in enumerate(pairs, start=1):
        for line in _lines(number, pair):
            typer.echo(printable(line))
    for judgement in aside:
        for line in judgement.lines():
            typer.echo(printable(line))
    if not pairs:
        session.say("Nobody is asked about.")


def _lines(number: int, pair: "OpenPair") -> "Iterator[str]":
    """Yield a question as it is listed, with the commands that answer it."""
    yield from question_lines(number, pair)
    yield f"   {pair.same}"
    yield f"   {pair.different}"


def _conclude(
    session: Session, database: "store.Database", options: "Options", said: "Said", as_json: bool
) -> None:
    """Make everybody anew and tell what became of what was said."""
    from flows.judging import outcome, settled

    found = outcome(database, said, is_settled=settled(database, session.root, options))
    if as_json:
        echo_json(asdict(found))
    for line in found.lines:
        session.say(line)
    session.say("The report follows with: weakties report")
