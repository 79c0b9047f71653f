"""What changed from one archive to the next, in words: a reason to write."""

from collections.abc import Iterator, Mapping
from datetime import date

import pandas as pd

from contacts import frames
from contacts.news import NewsKind
from contacts.wording import spoken_day

_LASTING = (NewsKind.NEW_JOB, NewsKind.NEW_NAME, NewsKind.GONE)  # still worth a word years later


def sentence(row: Mapping[str, object]) -> str:
    """Return a row of NEWS in words."""
    old, new = row["old"], row["new"]
    was = f" (was {old})" if old else ""
    match NewsKind(str(row["kind"])):
        case NewsKind.NEW_JOB:
            return f"New job: {new}{was}"
        case NewsKind.NEW_NAME:
            return f"New name: {new}{was}"
        case NewsKind.NEW_PROFILE:
            return f"New profile address: {new}{was}"
        case NewsKind.NEW_CONNECTION:
            return f"New connection: {new}" if new else "New connection"
        case NewsKind.GONE:
            day = row["as_of"]
            if not day:
                return "Missing from a newer list of connections"
            newest = spoken_day(date.fromisoformat(str(day)))
            return f"Missing from the list of connections up to {newest}"


def lasting(news: pd.DataFrame, as_of: date) -> Iterator[Mapping[str, object]]:
    """Yield of each person the last row of NEWS of each kind that is worth a hint."""
    known = news["as_of"].isna() | (news["as_of"] <= as_of.isoformat())
    kept = news[news["kind"].isin([kind.value for kind in _LASTING]) & known]
    yield from frames.rows(kept.drop_duplicates(["person", "kind"], keep="last"))
