"""`model`: what the tie model believes of the user's memory, and how far that was right."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING

import typer

from weakties.cli.opening import up_to_date
from weakties.cli.run import AsOf, Json, as_day
from weakties.cli.session import Session, echo_json

if TYPE_CHECKING:
    from flows.believing import Believed, Calibration, Estimate
    from triage.calibration import Band
    from triage.weights import Number

_FEW = 20  # answers, below which the figures say little


def model(context: typer.Context, as_of: AsOf = None, as_json: Json = False) -> None:
    """Show what the tie model believes, and how well it foretold your answers."""
    from flows.believing import believed

    session: Session = context.obj
    with up_to_date(session, as_day(as_of)) as (database, options), database.read() as tx:
        found = believed(tx, options)
    if as_json:
        echo_json(asdict(found))
        return
    for line in _lines(found):
        typer.echo(line)


def _lines(found: "Believed") -> Iterator[str]:
    yield "The odds that you can still place somebody, as of " + found.as_of
    yield "  logit = intercept + slope x (activation + 2.5)"
    yield "          - first names x ln(how many share it) + sources x further kinds of source"
    yield _estimate("intercept", found.intercept)
    yield _estimate("slope", found.slope)
    yield _estimate("first names", found.first_names)
    yield _estimate("sources", found.sources)
    yield from _learned(found)
    if found.calibration:
        yield ""
        yield from _calibrated(found.calibration, found.answers)
    yield ""
    yield "Weights (* is yours; set them in weakties.toml, table [weights])"
    yield from map(_weight, found.weights)


def _estimate(name: str, one: "Estimate") -> str:
    before = f"before any answer {one.value_before:+.2f} ± {one.sd_before:.2f}"
    return f"  {name:11} {one.value:+.2f} ± {one.sd:.2f}   ({before})"


def _learned(found: "Believed") -> Iterator[str]:
    if not found.answers:
        yield "  learned from no answer yet: weakties triage asks you"
    else:
        unknown = found.answers - found.known
        yield f"  learned from {_answers(found.answers)}: {found.known} known, {unknown} not"
    if found.undated:
        yield f"  {_answers(found.undated)} about people with nothing dated taught nothing"


def _answers(count: int) -> str:
    return f"{count} answer{'' if count == 1 else 's'}"


def _calibrated(found: "Calibration", answers: int) -> Iterator[str]:
    yield "How well it foretold your answers, each before it was given"
    yield "  said        answers  mean said  known     likely between"
    yield from map(_band, found.bands)
    untaught = f"the defaults alone: {found.brier_untaught:.3f}"
    yield f"  Brier score {found.brier:.3f} ({untaught}; 0 is best, 0.25 is a coin)"
    if answers < _FEW:
        yield f"  That is of {_answers(answers)}; below {_FEW} these figures say little."


def _band(one: "Band") -> str:
    said = f"{one.least * 100:.0f}-{one.most * 100:.0f} %"
    known = f"{one.known} of {one.answers}"
    between = f"{one.low * 100:.0f} and {one.high * 100:.0f} %"
    return f"  {said:10} {one.answers:8}  {one.said * 100:7.0f} %  {known:9} {between}"


def _weight(one: "Number") -> str:
    yours = "*" if one.value != one.default else " "
    return f"{yours} {one.name:20} {one.value:<6g} {one.origin.value:10} {one.meaning}"
