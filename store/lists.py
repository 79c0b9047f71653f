"""The lists of connections that archives hold, and what changed from one to the next."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd
from sqlalchemy import delete, func, select

from contacts import frames
from contacts.claims import Property
from store import bulk
from store.current import counts, same_observation
from store.database import Transaction
from store.tables import claims, observations, source_files, source_names
from store.tables import lists as lists_table
from store.tables import news as news_table

_COLUMNS: Mapping[Property, str] = {
    Property.NAME: "name",
    Property.EMAIL: "email",
    Property.COMPANY: "company",
    Property.TITLE: "title",
    Property.URL: "url",
}
MEMBERS = frames.Table(
    "members",
    (
        frames.Column("record_id"),
        frames.Column("locator"),
        frames.Column("dated", nullable=True),
        *(frames.Column(name, nullable=True) for name in _COLUMNS.values()),
    ),
)
_STANDING = frames.Table("standing", MEMBERS.columns[:3])
_SAID = frames.Table(
    "said", tuple(frames.Column(name) for name in ("record_id", "property", "value"))
)


@dataclass(frozen=True, slots=True)
class ConnectionList:
    """All connections of an owner, as one file had them.

    `as_of` is the file's, `until` the newest day on which somebody connected. The owner's name is
    folded; what is not known of them is empty.
    """

    file_id: int
    file: str
    as_of: str
    until: str
    owner_name: str
    owner_profile: str

    def is_of_owner(self, other: "ConnectionList") -> bool:
        """Return whether nothing says that two lists are of two owners."""
        if self.owner_profile and other.owner_profile:
            return self.owner_profile == other.owner_profile
        names = {self.owner_name, other.owner_name}
        return len(names) == 1 or "" in names


def lists(tx: Transaction) -> list[ConnectionList]:
    """Return the lists of the files that count, the oldest first."""
    name = (
        select(func.min(source_names.c.name))
        .where(source_names.c.file_id == source_files.c.file_id)
        .scalar_subquery()
    )
    columns = lists_table.c
    query = (
        select(
            source_files.c.file_id,
            name,
            source_files.c.as_of,
            columns.until,
            columns.owner_name,
            columns.owner_profile,
        )
        .join(source_files, source_files.c.file_id == columns.file_id)
        .where(counts(tx, source_files))
        .order_by(source_files.c.as_of, source_files.c.sha256)
    )
    return [ConnectionList(*row) for row in tx.execute(query)]


def members(tx: Transaction, file_id: int) -> pd.DataFrame:
    """Return who stands in the list of a file and what it says of them, as `MEMBERS`.

    Of several values the first counts.
    """
    of_list = (observations.c.file_id == file_id, observations.c.listed == 1)
    standing = select(*(observations.c[name] for name in _STANDING.names)).where(*of_list)
    frame = bulk.read(tx, standing.order_by(observations.c.record_id), _STANDING)
    query = (
        select(claims.c.record_id, claims.c.property, claims.c.value)
        .join(observations, same_observation(observations, claims))
        .where(*of_list, claims.c.property.in_([one.value for one in _COLUMNS]))
        .order_by(claims.c.record_id, claims.c.place)
    )
    said = bulk.read(tx, query, _SAID).drop_duplicates(["record_id", "property"])
    for property_, column in _COLUMNS.items():
        values = said[said["property"] == property_.value].set_index("record_id")["value"]
        frame[column] = frame["record_id"].map(values)
    return MEMBERS.typed(frame)


def news(tx: Transaction) -> pd.DataFrame:
    """Return what changed, as `NEWS`, in the order in which it was written."""
    query = select(*(news_table.c[name] for name in frames.NEWS.names))
    return bulk.read(tx, query.order_by(news_table.c.place), frames.NEWS)


def write_news(tx: Transaction, changed: pd.DataFrame) -> None:
    """Write what changed in place of what was there."""
    tx.execute(delete(news_table))
    placed = frames.NEWS.check(changed).assign(place=np.arange(len(changed)))
    bulk.write(tx, news_table, placed)
