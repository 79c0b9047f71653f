"""The tables that cross package borders: their columns, types and what may be missing.

Bulk travels as pandas frames with exactly these columns, in this order; `Table.check` is called
once, by whoever receives one. Text columns have pandas' `str` type with NaN for a missing value,
days are `YYYY-MM-DD`, instants `YYYY-MM-DDTHH:MM:SSZ`, several values in one cell are parted by
`;`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

import pandas as pd

from contacts.claims import ContactRecord
from contacts.interactions import Interaction

Kind = Literal["text", "number", "count", "bytes"]
_DTYPES: Mapping[Kind, str] = {
    "text": "str",
    "number": "float64",
    "count": "int64",
    "bytes": "object",
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column; `nullable` says whether a value may be missing."""

    name: str
    kind: Kind = "text"
    nullable: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """The documented shape of a frame."""

    name: str
    columns: tuple[Column, ...]

    @property
    def names(self) -> list[str]:
        """The names of the columns, in order."""
        return [column.name for column in self.columns]

    def build(self, rows: Iterable[Mapping[str, object]]) -> pd.DataFrame:
        """Return the rows as a checked frame; a key that a row lacks is a missing value."""
        kept = list(rows)
        data = {name: [row.get(name) for row in kept] for name in self.names}
        return self.typed(pd.DataFrame(data, columns=self.names))

    def typed(self, frame: pd.DataFrame) -> pd.DataFrame:
        """Return the frame with our columns alone, each cast to its type, and checked."""
        dtypes = {column.name: _DTYPES[column.kind] for column in self.columns}
        return self.check(frame[self.names].astype(dtypes).reset_index(drop=True))

    def empty(self) -> pd.DataFrame:
        """Return a frame of this shape without rows."""
        return self.build(())

    def check(self, frame: pd.DataFrame) -> pd.DataFrame:
        """Return the frame itself.

        Raises:
            ValueError: a column is absent, misplaced, of another type, or lacks a needed value.
        """
        if list(frame.columns) != self.names:
            raise ValueError(f"{self.name}: columns {list(frame.columns)}, want {self.names}")
        for column in self.columns:
            series = frame[column.name]
            if str(series.dtype) != _DTYPES[column.kind]:
                raise ValueError(
                    f"{self.name}.{column.name} is {series.dtype}, want {_DTYPES[column.kind]}"
                )
            if not column.nullable and bool(series.isna().any()):
                raise ValueError(f"{self.name}.{column.name} lacks a value")
        return frame


OBSERVATIONS = Table(
    "observations",
    (
        Column("record_id"),
        Column("source"),  # RecordSource
        Column("locator"),  # where in the file: "Connections.csv:14", "card 1"
        Column("dated", nullable=True),  # the record's own day
        Column("raw"),  # the row as the file had it, as JSON
    ),
)
CLAIMS = Table(
    "claims",
    (
        Column("record_id"),
        Column("property"),  # Property
        Column("value"),
        Column("kind"),  # vCard TYPE, or ""
        Column("locator"),
        Column("confidence", "number"),
    ),
)
INTERACTIONS = Table(
    "interactions",
    (
        Column("record_id"),
        Column("kind"),  # InteractionKind
        Column("direction"),  # Direction
        Column("on", nullable=True),
        Column("at", nullable=True),
        Column("recipients", "count"),
        Column("text", nullable=True),
        Column("digest", nullable=True),
        Column("locator"),
    ),
)
SENTENCES = Table(  # what is kept of the middle of messages
    "sentences",
    (
        Column("record_id"),
        Column("kind"),  # SentenceKind
        Column("direction"),  # Direction
        Column("on", nullable=True),
        Column("at", nullable=True),
        Column("text"),
        Column("locator"),
    ),
)
SAID = Table(  # the sentences, of each person
    "said",
    (
        Column("person"),
        Column("record_id"),
        Column("kind"),  # SentenceKind
        Column("direction"),  # Direction
        Column("on", nullable=True),
        Column("at", nullable=True),
        Column("text"),
        Column("file"),  # the first name of the file
        Column("locator"),
    ),
)
CURRENT_CLAIMS = Table(  # of each record, what its newest observation says
    "current_claims",
    (
        Column("record_id"),
        Column("source"),
        Column("dated", nullable=True),
        Column("property"),
        Column("value"),
        Column("kind"),
        Column("confidence", "number"),
    ),
)
RECORDS = Table(
    "records",
    (
        Column("record_id"),
        Column("source"),
        Column("full_name", nullable=True),
        Column("company", nullable=True),
        Column("title", nullable=True),
        Column("emails", nullable=True),
        Column("phones", nullable=True),
        Column("profile_url", nullable=True),
        Column("urls", nullable=True),
        Column("address", nullable=True),
        Column("date", nullable=True),
    ),
)
PAIRS = Table(
    "pairs",
    (
        Column("record_id_1"),  # the smaller id
        Column("record_id_2"),
        Column("bits", "number"),
        Column("probability", "number"),
        Column("zone"),  # Zone
        Column("reasons"),  # "same e-mail +14.0; other company -0.5"
    ),
)
CLUSTERS = Table("clusters", (Column("record_id"), Column("cluster_id")))
PLACES = Table(  # where a resolution left each record, so that others can be added to it
    "places",
    (
        Column("record_id"),
        Column("digest", "count"),  # of all that counts of the record, 64 bits
        Column("component"),  # its smallest record id; none depends on another component
        Column("has_profile", "count"),  # 0 or 1
        Column("keys", "bytes"),  # what it is found by, 8 bytes each
    ),
)
VALUES = Table(  # the values that survived, of each person
    "values",
    (
        Column("person"),
        Column("property"),
        Column("place", "count"),  # 0 is the one that is shown
        Column("value"),
        Column("kind"),
        Column("record_id"),  # where it comes from
    ),
)
EVIDENCE = Table(
    "evidence",
    (
        Column("person"),
        Column("record_id"),
        Column("source"),  # RecordSource
        Column("kind"),  # InteractionKind
        Column("direction"),  # Direction
        Column("on", nullable=True),
        Column("recipients", "count"),
        Column("text", nullable=True),
        Column("digest", nullable=True),
        Column("file"),  # the first name of the file
        Column("locator"),
    ),
)
PEOPLE = Table(
    "people",
    (
        Column("person"),
        Column("name", nullable=True),
        Column("company", nullable=True),
        Column("title", nullable=True),
        Column("sources", "count"),  # how many kinds of source know this person
        Column("event", nullable=True),  # where the card was received
    ),
)
TIES = Table(
    "ties",
    (
        Column("person"),
        Column("activation", "number", nullable=True),  # missing: nothing is dated
        Column("p_known", "number", nullable=True),
        Column("tie_class"),  # TieClass
        Column("last_contact", nullable=True),
        Column("pieces", "count"),  # dated pieces of evidence
        Column("value", "number"),  # worth of the tie: log2(1 + days of contact), x1.5 if two-way
        Column("reasons"),  # a line each
    ),
)
ANSWERS = Table(
    "answers",
    (
        Column("person"),
        Column("answer"),  # Recall or Disposition
        Column("on"),
        Column("until", nullable=True),  # of LATER: the day on which to ask again
    ),
)
QUEUE = Table(
    "queue",
    (
        Column("person"),
        Column("place", "count"),  # from 1
        Column("reason"),  # why today, in one line
    ),
)
HINTS = Table(
    "hints",
    (
        Column("person"),
        Column("kind"),  # HintKind
        Column("text"),
        Column("date", nullable=True),
        Column("file"),
        Column("locator"),
    ),
)

NEWS = Table(  # what changed from one list of connections to the next
    "news",
    (
        Column("person"),
        Column("kind"),  # NewsKind
        Column("old", nullable=True),
        Column("new", nullable=True),
        Column("as_of", nullable=True),  # the newest day of the list that told it
        Column("record_id"),
        Column("file"),
        Column("locator"),
    ),
)


def observations(records: Iterable[ContactRecord]) -> pd.DataFrame:
    """Return records as rows of `OBSERVATIONS`."""
    return OBSERVATIONS.build(
        {
            "record_id": record.record_id,
            "source": record.source.value,
            "locator": record.locator,
            "dated": record.dated.isoformat() if record.dated else None,
            "raw": record.raw,
        }
        for record in records
    )


def claims(records: Iterable[ContactRecord]) -> pd.DataFrame:
    """Return the claims of records as rows of `CLAIMS`."""
    return CLAIMS.build(
        {
            "record_id": record.record_id,
            "property": claim.property.value,
            "value": claim.value,
            "kind": claim.kind,
            "locator": claim.locator or record.locator,
            "confidence": round(claim.confidence, 4),
        }
        for record in records
        for claim in record.claims
    )


def interactions(found: Iterable[Interaction]) -> pd.DataFrame:
    """Return interactions as rows of `INTERACTIONS`."""
    return INTERACTIONS.build(
        {
            "record_id": item.record_id,
            "kind": item.kind.value,
            "direction": item.direction.value,
            "on": item.on.isoformat() if item.on else None,
            "at": item.at,
            "recipients": item.recipients,
            "text": item.text,
            "digest": item.digest,
            "locator": item.locator,
        }
        for item in found
    )


def rows(frame: pd.DataFrame) -> list[dict[str, object]]:
    """Return the rows of a frame as mappings, a missing value as None."""
    names = [str(name) for name in frame.columns]
    columns = [values(frame[name]) for name in frame.columns]
    return [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]


def values(column: "pd.Series[Any]") -> list[Any]:
    """Return the values of a column, a missing one as None."""
    found = column.tolist()
    if not column.hasnans:
        return found
    known = column.notna().tolist()
    return [value if is_there else None for value, is_there in zip(found, known, strict=True)]
