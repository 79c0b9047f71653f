"""What each file brought, and taking an import back."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass

import pandas as pd

import store
from contacts.claims import Property
from flows.home import Home, Options
from flows.locking import locked
from flows.network import forbid_network
from flows.order import bring_up_to_date
from flows.stages.report import write_report
from store.imports import Import

_PARTS = ("new", "updated", "unchanged", "rejected")


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A property of a record before and after."""

    property: Property
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RecordChange:
    """A record that says something else now; nothing at all if it is `gone`."""

    record_id: str
    name: str | None
    gone: bool
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class Reverted:
    """An import taken back, or as it would be; undoing `act` brings everything back.

    `evidence` counts the pieces of evidence that no longer count.
    """

    taken_back: Import
    act: int
    records: tuple[RecordChange, ...]
    evidence: int

    def as_json(self) -> dict[str, object]:
        """Return the whole as plain values."""
        kept = {key: value for key, value in asdict(self).items() if key != "taken_back"}
        return {"import": import_json(self.taken_back)} | kept


def import_json(one: Import) -> dict[str, object]:
    """Return an import as plain values."""
    file = one.status.file
    return {
        "id": one.number,
        "at": one.at,
        "file": file.name,
        "names": list(file.names),
        "sha256": file.sha256,
        "kind": file.kind.value,
        "as_of": one.status.as_of,
        "state": one.status.state.value,
        "rows": one.rows,
        **{part: getattr(one, part) for part in _PARTS},
        "read": one.read,
        "counts": dict(one.counts),
    }


def revert(home: Home, options: Options, number: int, at: str, *, dry: bool = False) -> Reverted:
    """Take back all that the file of an import said, and bring the report up to date.

    With `dry` nothing is changed.

    Raises:
        UsageError: there is no such import, or it was taken back already.
        StoreLockedError: a run is under way in this home.
    """
    forbid_network()
    with locked(home, options) as database:
        if dry:
            with database.read() as tx:  # what is written here is thrown away
                return _taken_back(tx, number, at)
        with database.write() as tx:
            reverted = _taken_back(tx, number, at)
        bring_up_to_date(database, options)
        write_report(database, home.reports, options.weights)
    return reverted


def _taken_back(tx: store.Transaction, number: int, at: str) -> Reverted:
    taken_back = store.imports.find(tx, number)
    claims, pieces = store.records.claimed(tx), len(store.records.evidence(tx))
    act = store.imports.revert(tx, number, at)
    changes = _changes(claims, store.records.claimed(tx))
    return Reverted(taken_back, act, changes, pieces - len(store.records.evidence(tx)))


def _changes(before: pd.DataFrame, after: pd.DataFrame) -> tuple[RecordChange, ...]:
    """Return the records of which two frames of claims say different things, by record id."""
    once = pd.concat([before, after]).drop_duplicates(
        ["record_id", "property", "value"], keep=False
    )
    touched = set(once["record_id"])
    old, new = _values(before, touched), _values(after, touched)
    return tuple(
        _change(record_id, old[record_id], new.get(record_id)) for record_id in sorted(old)
    )


def _values(claims: pd.DataFrame, record_ids: set[str]) -> dict[str, dict[str, tuple[str, ...]]]:
    of_these = claims[claims["record_id"].isin(record_ids)]
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for (record_id, kind), values in of_these.groupby(["record_id", "property"], sort=False)[
        "value"
    ]:
        found.setdefault(str(record_id), {})[str(kind)] = tuple(values)
    return found


def _change(
    record_id: str,
    old: Mapping[str, tuple[str, ...]],
    new: Mapping[str, tuple[str, ...]] | None,
) -> RecordChange:
    kinds = sorted(old.keys() | (new or {}).keys())
    fields = [(kind, old.get(kind, ()), (new or {}).get(kind, ())) for kind in kinds]
    names = (new or old).get(Property.NAME) or old.get(Property.NAME) or ()
    return RecordChange(
        record_id,
        next(iter(names), None),
        gone=new is None,
        fields=tuple(
            FieldChange(Property(kind), before, after)
            for kind, before, after in fields
            if before != after
        ),
    )
