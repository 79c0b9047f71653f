"""What may bring people back beside the evidence: the user's own life, and sentences kept."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import pandas as pd

import store
from contacts.claims import Property
from contacts.owner import OwnerPeriod, PeriodKind
from contacts.wording import spoken_place
from dedupe.companies import company_keys
from flows.stages.no_employers import is_no_employer
from triage.background import Background


def background_of(tx: store.Transaction, people: pd.DataFrame) -> Background:
    """Return what is known beside the evidence of those of a `PEOPLE` frame."""
    periods = store.owner.periods(tx)
    return Background(
        places=places_of(store.people.values(tx)),
        news=store.lists.news(tx),
        said=store.records.said(tx),
        periods=periods,
        events=store.owner.events(tx),
        shared=shared_employers(people, periods),
    )


def places_of(values: pd.DataFrame) -> dict[str, str]:
    """Return in words where photos were taken, by record id, of a `VALUES` frame."""
    places = values[values["property"] == Property.PLACE.value]
    return dict(zip(places["record_id"], places["value"].map(spoken_place), strict=True))


def shared_employers(
    people: pd.DataFrame, periods: Sequence[OwnerPeriod]
) -> Mapping[str, Sequence[OwnerPeriod]]:
    """Return the user's jobs at each person's company, newest first; only of those who share one.

    Companies are compared without legal form: `Bolt, Inc.` is `Bolt`. What is written in place of a
    company, `Freelance`, is none.
    """
    jobs: defaultdict[str, list[OwnerPeriod]] = defaultdict(list)
    for job in periods:
        if job.kind is PeriodKind.JOB and not is_no_employer(job.organisation):
            for key in company_keys(job.organisation).names[:1]:
                jobs[key].append(job)
    if not jobs:
        return {}
    companies = people.dropna(subset="company")
    keys_of = {name: company_keys(name).names[:1] for name in companies["company"].unique()}
    return {
        person: jobs[keys_of[company][0]]
        for person, company in zip(companies["person"], companies["company"], strict=True)
        if keys_of[company] and keys_of[company][0] in jobs
    }
