"""`weakties triage`: today's few one at a time, the sweep, and an answer from a script."""

from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from contacts.errors import UsageError
from contacts.ties import Answer, Disposition, Recall
from weakties.cli.opening import up_to_date
from weakties.cli.run import AsOf, Json, as_day
from weakties.cli.session import Session, echo_json

if TYPE_CHECKING:
    import store
    from flows.home import Options
    from flows.triaging import Question, Screen, Shown

app = typer.Typer(help="Whom to look at today: do you remember them, and what is to be done?")


@app.callback(invoke_without_command=True)
def triage(
    context: typer.Context,
    sweep: Annotated[
        bool, typer.Option("--sweep", help="Lists of those of whom too little is known.")
    ] = False,
    plain: Annotated[bool, typer.Option("--plain", help="Lines instead of single keys.")] = False,
    as_of: AsOf = None,
    as_json: Json = False,
) -> None:
    """Ask about today's few, one at a time and a key each."""
    if context.invoked_subcommand:
        return
    session: Session = context.obj
    with up_to_date(session, as_day(as_of)) as (database, options):
        if as_json:
            echo_json(_as_json(database, options, sweep=sweep))
        elif sweep:
            _sweep(session, database, options.as_of, plain=plain)
        else:
            _ask(session, database, options.as_of, plain=plain)


@app.command()
def answer(
    context: typer.Context,
    person: Annotated[str, typer.Argument(help="A name, an id or its beginning.")],
    said: Annotated[
        str,
        typer.Argument(
            metavar="ANSWER",
            help="know_well, can_place, only_the_name, no_idea or skip; or what to do alone.",
        ),
    ],
    then: Annotated[Disposition | None, typer.Option(help="What to do.")] = None,
    until: Annotated[
        str | None, typer.Option(help="With later: 2026-12-01, 2w, 3m.", show_default="30 days")
    ] = None,
    as_of: AsOf = None,
    as_json: Json = False,
) -> None:
    """Say of one person whether you remember them, and what is to be done."""
    from flows.clock import utc_now
    from flows.triaging import answer as note
    from flows.triaging import find
    from weakties.cli.until import until_day

    session: Session = context.obj
    with up_to_date(session, as_day(as_of)) as (database, options):
        on = options.as_of
        given = _answer(said, then, until_day(until, on) if until is not None else None)
        with database.read() as tx:
            who = find(tx, person)
        act = note(database, who.record, given, on, utc_now())
        tell_act(session, database, who, act, as_json=as_json)


def tell_act(
    session: Session, database: "store.Database", who: "Shown", act: int, *, as_json: bool
) -> None:
    """Say what was noted, and how to take it back."""
    from flows.undoing import told_acts

    if as_json:
        echo_json({"act": act, "person": who.person})
    words = next(told.words for told in told_acts(database) if told.act == act)
    session.say(f"Noted: {words}")
    session.say(f"To take it back: weakties undo {act}. The report follows with: weakties report")


def _answer(said: str, then: Disposition | None, until: date | None) -> Answer:
    word = said.strip().lower().replace("-", "_")
    if word in {one.value for one in Recall}:
        return Answer(Recall(word), then, until)
    if word not in {one.value for one in Disposition}:
        wanted = ", ".join([*Recall, *Disposition])
        raise UsageError(f"answer {said!r}", "is none", f"want one of {wanted}")
    if then:
        raise UsageError("--then", f"goes with what you remember, not with {word}", "leave it out")
    return Answer(None, Disposition(word), until)


def _ask(session: Session, database: "store.Database", on: date, *, plain: bool) -> None:
    from contacts.ties import TieClass
    from flows.triaging import todays
    from store import ties
    from weakties.cli.asking import Asking
    from weakties.cli.keys import Keys

    with database.read() as tx:
        questions = todays(tx)
        unclear = int((ties.ties(tx)["tie_class"] == TieClass.CANNOT_TELL.value).sum())
    asking = Asking(database, questions, Keys(plain=plain), on)
    if asking.run():
        session.say("Done for today." if questions else "Nobody is to be asked about today.")
        if unclear:
            session.say(f"Of {unclear} people too little is known: weakties triage --sweep")
    _tell_given(session, len(asking.given), "answer")


def _sweep(session: Session, database: "store.Database", on: date, *, plain: bool) -> None:
    from flows.triaging import sweep
    from weakties.cli.keys import Keys
    from weakties.cli.sweeping import Sweeping

    with database.read() as tx:
        screens = sweep(tx, on)
    sweeping = Sweeping(database, screens, Keys(plain=plain), on)
    if sweeping.run():
        session.say("The sweep is done." if screens else "Nobody is left to sweep.")
    _tell_given(session, len(sweeping.given), "screen")


def _tell_given(session: Session, count: int, what: str) -> None:
    if count:
        session.say(f"{count} {what}{'s' if count > 1 else ''} noted; weakties undo takes back.")


def _as_json(database: "store.Database", options: "Options", *, sweep: bool) -> dict[str, Any]:
    from flows import triaging

    with database.read() as tx:
        if sweep:
            screens = triaging.sweep(tx, options.as_of)
            asked: dict[str, Any] = {"screens": [_screen(screen) for screen in screens]}
        else:
            asked = {"today": [_question(one) for one in triaging.todays(tx)]}
    return {"as_of": options.as_of.isoformat(), **asked}


def _question(question: "Question") -> dict[str, Any]:
    from exporters import hint_as_json

    return {
        **_person(question.who),
        "why_today": question.why,
        "reasons": list(question.reasons),
        "hints": [hint_as_json(hint) for hint in question.hints],
    }


def _screen(screen: "Screen") -> list[dict[str, Any]]:
    return [
        {"label": group.label, "people": [_person(who) for who in group.people]} for group in screen
    ]


def _person(who: "Shown") -> dict[str, Any]:
    return {
        "person": who.person,
        "name": who.name,
        "company": who.company,
        "title": who.title,
    }
