"""Which files count, and which of those that speak of a record is believed."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, FromClause, Subquery, and_, func, select, true

from store import acts
from store.database import Transaction
from store.tables import observations, source_files


def current(tx: Transaction, record_ids: Sequence[str] | None = None) -> Subquery:
    """Return the current observation of each record (or of those) as `file_id`, `record_id`.

    It is that of the file that speaks of the newest day, whatever the order in which the files
    came; of files of one day the sha256 decides. What a list of connections says of somebody goes
    before what other files do, which name them in passing.
    """
    age = func.row_number().over(
        partition_by=observations.c.record_id,
        order_by=[
            observations.c.listed.desc(),
            source_files.c.as_of.desc(),
            source_files.c.sha256.desc(),
        ],
    )
    aged = (
        select(observations.c.file_id, observations.c.record_id, age.label("age"))
        .join(source_files, source_files.c.file_id == observations.c.file_id)
        .where(counts(tx, observations))
    )
    if record_ids is not None:
        aged = aged.where(observations.c.record_id.in_(record_ids))
    ranked = aged.subquery()
    return select(ranked.c.file_id, ranked.c.record_id).where(ranked.c.age == 1).subquery()


def counts(tx: Transaction, said: FromClause) -> ColumnElement[bool]:
    """Return the condition on which what a file said counts: its import was not taken back.

    `said` is a table with a `file_id`.
    """
    sha256s = sorted(acts.reverts(tx))
    if not sha256s:
        return true()
    taken_back = select(source_files.c.file_id).where(source_files.c.sha256.in_(sha256s))
    return said.c.file_id.not_in(taken_back)


def same_observation(one: FromClause, other: FromClause) -> ColumnElement[bool]:
    """Return the condition on which rows of two tables belong to one observation."""
    return and_(one.c.file_id == other.c.file_id, one.c.record_id == other.c.record_id)
