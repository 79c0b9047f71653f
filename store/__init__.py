"""The database: what was extracted, what follows from it, and what the user said.

The only package that speaks SQL. Every function takes a transaction of `Database.read` or
`Database.write`; whoever opened it decides what belongs together.
"""

from store import (
    acts,
    dump,
    follow_ups,
    happened,
    imports,
    lists,
    models,
    observed,
    owner,
    people,
    records,
    runs,
    sources,
    ties,
)
from store.database import Database, Transaction, run_lock

__all__ = [
    "Database",
    "Transaction",
    "acts",
    "dump",
    "follow_ups",
    "happened",
    "imports",
    "lists",
    "models",
    "observed",
    "owner",
    "people",
    "records",
    "run_lock",
    "runs",
    "sources",
    "ties",
]
