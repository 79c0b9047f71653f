"""Which of the files that speak of a record is believed."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, FromClause, Subquery, and_, func, select

from store.tables import observations, source_files


def current(record_ids: Sequence[str] | None = None) -> Subquery:
    """Return the current observation of each record (or of those) as `file_id`, `record_id`.

    It is that of the file that speaks of the newest day, whatever the order in which the files
    came; of files of one day the sha256 decides.
    """
    age = func.row_number().over(
        partition_by=observations.c.record_id,
        order_by=[source_files.c.as_of.desc(), source_files.c.sha256.desc()],
    )
    aged = select(observations.c.file_id, observations.c.record_id, age.label("age")).join(
        source_files, source_files.c.file_id == observations.c.file_id
    )
    if record_ids is not None:
        aged = aged.where(observations.c.record_id.in_(record_ids))
    ranked = aged.subquery()
    return select(ranked.c.file_id, ranked.c.record_id).where(ranked.c.age == 1).subquery()


def same_observation(one: FromClause, other: FromClause) -> ColumnElement[bool]:
    """Return the condition on which rows of two tables belong to one observation."""
    return and_(one.c.file_id == other.c.file_id, one.c.record_id == other.c.record_id)
