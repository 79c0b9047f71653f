"""Who is left in peace: just answered about, put off, let go, or written to twice in vain."""

from datetime import date, timedelta

import numpy as np
import pandas as pd

from contacts import frames
from contacts.interactions import Direction, InteractionKind
from contacts.news import NewsKind
from contacts.ties import Disposition, Recall

REST = 90  # days after an answer
SNOOZE = 30  # days after SKIP, and after LATER without a day
BACK_OFF = 180  # judgement: days after a second SKIP in a row
TRIES = 2  # so many letters without a reply, and no third unless something happens
_WISHES = [wish.value for wish in Disposition]


def resting(
    ties: pd.DataFrame,
    evidence: pd.DataFrame,
    answers: pd.DataFrame,
    as_of: date,
    news: pd.DataFrame | None = None,
) -> pd.Series:
    """Return which of the ties are not to be asked about; frames of those names."""
    said = _said(answers, as_of)
    mentioned = ties["person"].isin(said["person"].unique())
    person = ties.loc[mentioned, "person"]  # of the others nothing was said that could keep them
    put_off = _day_of(person, _rests_until(said)) > as_of.isoformat()
    in_vain = person.isin(_tried_in_vain(evidence, said, as_of, _new_jobs(news, as_of)))
    kept_back = (put_off | in_vain).reindex(ties.index, fill_value=False)
    return kept_back | archived(ties, answers, as_of, news)


def archived(
    ties: pd.DataFrame, answers: pd.DataFrame, as_of: date, news: pd.DataFrame | None = None
) -> pd.Series:
    """Return which of the ties were let go.

    Anything dated after that day (a message, a card, a new job) brings somebody back, and so does
    another wish of the user.
    """
    said = _said(answers, as_of)
    wishes = said[said["answer"].isin(_WISHES)].drop_duplicates("person", keep="last")
    let_go = wishes[wishes["answer"] == Disposition.LET_GO.value].set_index("person")
    gone = ties[ties["person"].isin(let_go.index)]
    since = _day_of(gone["person"], let_go["on"])
    moved_on = _day_of(gone["person"], _new_jobs(news, as_of)) > since
    stay_away = ~(gone["last_contact"] > since) & ~moved_on
    return stay_away.reindex(ties.index, fill_value=False)


def _said(answers: pd.DataFrame, as_of: date) -> pd.DataFrame:
    """Return the answers up to the day, oldest first."""
    return answers[answers["on"] <= as_of.isoformat()].sort_values("on", kind="stable")


def _rests_until(said: pd.DataFrame) -> pd.Series:
    """Return by person the day on which to ask again.

    The user's own day goes before all rules as long as nothing newer was said; a LATER that a newer
    wish replaced counts no more.
    """
    skip = said["answer"] == Recall.SKIP.value
    later = said["answer"] == Disposition.LATER.value
    again = skip & (said.groupby("person")["answer"].shift() == Recall.SKIP.value)
    days = np.select([again, skip | later], [BACK_OFF, SNOOZE], REST)
    until = pd.Series(
        [
            (date.fromisoformat(on) + timedelta(days=int(rest))).isoformat()
            for on, rest in zip(said["on"], days, strict=True)
        ],
        index=said.index,
        dtype="str",
    )
    newest_wish = ~said[said["answer"].isin(_WISHES)].duplicated("person", keep="last")
    valid = later & newest_wish.reindex(said.index, fill_value=False)
    said_last = said["person"].isin(said["person"][later & ~said.duplicated("person", keep="last")])
    kept = valid | (~later & ~said_last)
    return said["until"].where(later, None).fillna(until)[kept].groupby(said["person"]).max()


def _tried_in_vain(
    evidence: pd.DataFrame, said: pd.DataFrame, as_of: date, new_jobs: pd.Series
) -> pd.Index:
    """Return who was to be reconnected with, was written to twice, and gave no sign since.

    Letters from before the wish are no tries. A sign is anything in which they had a part, and a
    new job.
    """
    wishes = said[said["answer"] == Disposition.RECONNECT.value]
    since = wishes.drop_duplicates("person").set_index("person")["on"]
    if since.empty:
        return since.index  # and no look at millions of rows
    rows = evidence[evidence["person"].isin(since.index) & (evidence["on"] <= as_of.isoformat())]
    theirs = rows[rows["direction"].isin([Direction.IN.value, Direction.BOTH.value])]
    signs = theirs.groupby("person")["on"].max()
    wrote = rows[
        (rows["kind"] == InteractionKind.MESSAGE.value)
        & (rows["direction"] == Direction.OUT.value)
        & (rows["on"] >= _day_of(rows["person"], since))
    ]
    answered = _day_of(wrote["person"], signs) >= wrote["on"]
    answered |= _day_of(wrote["person"], new_jobs) >= wrote["on"]
    tries = wrote[~answered].groupby("person")["on"].nunique()
    return tries.index[tries >= TRIES]


def _new_jobs(news: pd.DataFrame | None, as_of: date) -> pd.Series:
    """Return by person the newest day up to this one on which a list told of a new job."""
    told = frames.NEWS.empty() if news is None else news
    jobs = told[(told["kind"] == NewsKind.NEW_JOB.value) & (told["as_of"] <= as_of.isoformat())]
    return jobs.groupby("person")["as_of"].max()


def _day_of(persons: pd.Series, days: pd.Series) -> pd.Series:
    """Return the day of each person as text, also where nobody has one."""
    return persons.map(days).astype("str")
