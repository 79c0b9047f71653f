"""What the user did when a tie began: the job or school of that time, the event of those days."""

from collections.abc import Iterator
from datetime import date, timedelta

import pandas as pd

from contacts import frames
from contacts.interactions import InteractionKind
from contacts.owner import OwnerEvent, OwnerPeriod, PeriodKind
from contacts.ties import HintKind
from contacts.wording import spoken_days, spoken_month, spoken_years
from triage.background import Background
from triage.hint_lines import Row, line

AFTERWARDS = timedelta(days=3)  # judgement: people connect on the way home from an event
LONGEST = timedelta(days=14)  # judgement: what lasts longer is no occasion
MOST = 2  # lines of a kind
_BEGINNINGS = {
    InteractionKind.CARD.value: "you photographed their card",
    InteractionKind.CONNECTED.value: "you connected",
    InteractionKind.INVITED.value: "you were in touch about connecting",
}


def lines(rows: pd.DataFrame, background: Background) -> Iterator[Row]:
    """Yield what the user did when each tie began, and where both worked.

    `rows` are evidence with `owner`, oldest first. Each line opens the row of the job or event.
    """
    yield from _shared(rows, background)
    if not (background.periods or background.events):
        return
    began = rows[rows["kind"].isin(list(_BEGINNINGS)) & rows["on"].notna() & ~rows["batched"]]
    began = began.drop_duplicates("owner")
    told: dict[str, tuple[list[OwnerPeriod], list[OwnerEvent]]] = {}
    for row in frames.rows(began):
        day = str(row["on"])
        if day not in told:  # thousands of people share few days
            told[day] = _of_the_day(date.fromisoformat(day), background)
        periods, events = told[day]
        at_theirs = background.shared.get(str(row["person"]), ())
        yield from (_while(row, one) for one in periods if one not in at_theirs)
        yield from (_near(row, one) for one in events if one.name != row["text"])


def _of_the_day(day: date, background: Background) -> tuple[list[OwnerPeriod], list[OwnerEvent]]:
    """Return the periods and the events of a day, those that began last first."""
    periods = [one for one in background.periods if one.covers(day)]
    events = [one for one in background.events if _is_near(one, day)]
    periods.sort(key=lambda one: one.start or date.min, reverse=True)
    events.sort(key=lambda one: (one.start or date.min, one.name), reverse=True)
    return periods[:MOST], events[:MOST]


def _is_near(event: OwnerEvent, day: date) -> bool:
    short = event.start is not None and (event.end or event.start) - event.start <= LONGEST
    return short and event.was_on(day, AFTERWARDS)


def _while(row: Row, period: OwnerPeriod) -> Row:
    day = date.fromisoformat(row["on"])
    text = f"In {spoken_month(day)}, when {_BEGINNINGS[row['kind']]}, you were {_doing(period)}"
    return line(_opening(row, period), HintKind.OWN_LIFE, "own life", text)


def _near(row: Row, event: OwnerEvent) -> Row:
    assert event.start is not None
    last = event.end or event.start
    gap = (date.fromisoformat(row["on"]) - last).days
    how = "the day before" if gap == 1 else f"{gap} days before" if gap > 1 else "when"
    which = "ended" if gap > 0 else "was on"
    what = f"{event.name}, {spoken_days(event.start, last)},"
    text = f"{what} {which} {how} {_BEGINNINGS[row['kind']]}: it stands among your events"
    return line(_opening(row, event), HintKind.EVENT, "own event", text)


def _shared(rows: pd.DataFrame, background: Background) -> Iterator[Row]:
    """Yield where both worked: the person's company is a former or present one of the user."""
    places = dict(zip(rows["person"], rows["owner"], strict=True))
    for person, periods in background.shared.items():
        for period in periods[:MOST] if person in places else ():
            row = {"owner": places[person], "person": person, "on": None}
            text = f"You {'were' if period.end else 'are'} {_doing(period, 'too')}"
            yield line(_opening(row, period), HintKind.EMPLOYER, "shared employer", text)


def _opening(row: Row, source: OwnerPeriod | OwnerEvent) -> Row:
    """Return the row as one that opens where the user's own life was read."""
    return {**row, "file": source.file, "locator": source.locator}


def _doing(period: OwnerPeriod, too: str = "") -> str:
    """Return `Clerk at Bolt too, 2019 to 2021`, `at North School (Physics), until 2012`."""
    where = f"at {period.organisation}"
    if period.title:
        is_job = period.kind is PeriodKind.JOB
        where = f"{period.title} {where}" if is_job else f"{where} ({period.title})"
    years = spoken_years(period.start, period.end)
    return ", ".join(filter(None, (f"{where} {too}".strip(), years)))
