"""The tables of the database.

`store.migrations` creates them; a test holds the two equal. Names are those of `contacts.frames`
where a frame lies behind a table. Nothing here belongs to one kind of database:
`sqlite_with_rowid` is heard by SQLite alone, where it stores a table in the order of its key.
"""

from typing import TYPE_CHECKING, TypeAlias

from sqlalchemy import (
    JSON as JSON_TYPE,
)
from sqlalchemy import (
    BigInteger,
    Column,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# What a JSON column holds.
JSON: TypeAlias = "bool | int | float | str | Sequence[JSON] | Mapping[str, JSON] | None"

metadata = MetaData()

# What the files are and what they said.

source_files = Table(
    "source_files",
    metadata,
    Column("file_id", Integer, primary_key=True),
    Column("sha256", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("state", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("next_step", Text, nullable=False),
    Column("extractor", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("as_of", Text, nullable=False),
    Column("read", Integer, nullable=False),
    Column("taken", Integer, nullable=False),
    Column("rejected", Integer, nullable=False),
)
source_names = Table(
    "source_names",
    metadata,
    Column("file_id", ForeignKey("source_files.file_id"), primary_key=True),
    Column("name", Text, primary_key=True),
    sqlite_with_rowid=False,
)
sightings = Table(
    "sightings",
    metadata,
    Column("path", Text, primary_key=True),
    Column("size", BigInteger, nullable=False),
    # Text: file systems use all 64 bits of an inode, a database's integers are signed.
    Column("mtime_ns", Text, nullable=False),
    Column("inode", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    sqlite_with_rowid=False,
)
records = Table(
    "records",
    metadata,
    Column("record_id", Text, primary_key=True),
    Column("source", Text, nullable=False),
    sqlite_with_rowid=False,
)
observations = Table(
    "observations",
    metadata,
    Column("file_id", ForeignKey("source_files.file_id"), primary_key=True),
    Column("record_id", ForeignKey("records.record_id"), primary_key=True),
    Column("locator", Text, nullable=False),
    Column("dated", Text),
    Column("raw", Text, nullable=False),
    Column("listed", Integer, nullable=False),  # 1: it stands in a list of connections
    Column("digest", Text, nullable=False),  # of what is claimed: equal means nothing changed
    Index(None, "record_id"),
    sqlite_with_rowid=False,
)
claims = Table(
    "claims",
    metadata,
    Column("file_id", Integer, primary_key=True),
    Column("record_id", Text, primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("property", Text, nullable=False),
    Column("value", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("locator", Text, nullable=False),
    Column("confidence", Float, nullable=False),
    ForeignKeyConstraint(
        ["file_id", "record_id"], ["observations.file_id", "observations.record_id"]
    ),
    sqlite_with_rowid=False,
)
crops = Table(
    "crops",
    metadata,
    Column("file_id", Integer, primary_key=True),
    Column("record_id", Text, primary_key=True),
    Column("jpeg", LargeBinary, nullable=False),
    ForeignKeyConstraint(
        ["file_id", "record_id"], ["observations.file_id", "observations.record_id"]
    ),
    Index(None, "record_id"),
)
interactions = Table(
    "interactions",
    metadata,
    Column("file_id", ForeignKey("source_files.file_id"), primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("record_id", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("direction", Text, nullable=False),
    Column("on", Text),
    Column("at", Text),
    Column("recipients", Integer, nullable=False),
    Column("text", Text),
    Column("digest", Text),
    Column("locator", Text, nullable=False),
    sqlite_with_rowid=False,
)
sentences = Table(
    "sentences",
    metadata,
    Column("file_id", ForeignKey("source_files.file_id"), primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("record_id", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("direction", Text, nullable=False),
    Column("on", Text),
    Column("at", Text),
    Column("text", Text, nullable=False),
    Column("locator", Text, nullable=False),
    sqlite_with_rowid=False,
)
owners = Table(  # whose file it is
    "owners",
    metadata,
    Column("file_id", ForeignKey("source_files.file_id"), primary_key=True),
    Column("name", Text, nullable=False),
    Column("profile", Text, nullable=False),
    Column("emails", JSON_TYPE, nullable=False),
    Column("phones", JSON_TYPE, nullable=False),
)
owner_periods = Table(
    "owner_periods",
    metadata,
    Column("file_id", ForeignKey("source_files.file_id"), primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("organisation", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("start", Text),
    Column("end", Text),
    Column("locator", Text, nullable=False),
    sqlite_with_rowid=False,
)
owner_events = Table(
    "owner_events",
    metadata,
    Column("file_id", ForeignKey("source_files.file_id"), primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("start", Text),
    Column("end", Text),
    Column("url", Text, nullable=False),
    Column("locator", Text, nullable=False),
    sqlite_with_rowid=False,
)
rejections = Table(
    "rejections",
    metadata,
    Column("file_id", ForeignKey("source_files.file_id"), primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("file", Text, nullable=False),
    Column("line", Integer),
    Column("reason", Text, nullable=False),
    sqlite_with_rowid=False,
)
notices = Table(
    "notices",
    metadata,
    Column("file_id", ForeignKey("source_files.file_id"), primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("file", Text, nullable=False),
    Column("line", Integer),
    Column("kind", Text, nullable=False),
    Column("text", Text, nullable=False),
    sqlite_with_rowid=False,
)
lists = Table(  # of the files that hold all connections of their owner
    "lists",
    metadata,
    Column("file_id", ForeignKey("source_files.file_id"), primary_key=True),
    Column("owner_name", Text, nullable=False),
    Column("owner_profile", Text, nullable=False),
    Column("until", Text, nullable=False),  # the newest day somebody connected
    sqlite_with_rowid=False,
)
imports = Table(
    "imports",
    metadata,
    Column("import", Integer, primary_key=True, key="number"),
    Column("file_id", ForeignKey("source_files.file_id"), nullable=False),
    Column("at", Text, nullable=False),
    Column("read", Integer, nullable=False),
    Column("new", Integer, nullable=False),
    Column("updated", Integer, nullable=False),
    Column("unchanged", Integer, nullable=False),
    Column("rejected", Integer, nullable=False),
    Column("counts", JSON_TYPE, nullable=False),
    sqlite_autoincrement=True,
)

# What follows from them: written under the run lock, can be computed again.

people = Table(
    "people",
    metadata,
    Column("person", Text, primary_key=True),
    Column("sequence", Integer, nullable=False, unique=True),  # the smaller, the older
    Column("merged_into", ForeignKey("people.person")),  # a reserved id of somebody who is gone
    sqlite_with_rowid=False,
)
memberships = Table(
    "memberships",
    metadata,
    Column("record_id", ForeignKey("records.record_id"), primary_key=True),
    Column("person", ForeignKey("people.person"), nullable=False),
    Index(None, "person"),
    sqlite_with_rowid=False,
)
person_values = Table(
    "person_values",
    metadata,
    Column("person", ForeignKey("people.person"), primary_key=True),
    Column("property", Text, primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("value", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("record_id", Text, nullable=False),
    sqlite_with_rowid=False,
)
news = Table(
    "news",
    metadata,
    Column("place", Integer, primary_key=True),
    Column("person", ForeignKey("people.person"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("old", Text),
    Column("new", Text),
    Column("as_of", Text),
    Column("record_id", Text, nullable=False),
    Column("file", Text, nullable=False),
    Column("locator", Text, nullable=False),
    sqlite_with_rowid=False,
)
pairs = Table(
    "pairs",
    metadata,
    Column("record_id_1", Text, primary_key=True),
    Column("record_id_2", Text, primary_key=True),
    Column("bits", Float, nullable=False),
    Column("probability", Float, nullable=False),
    Column("zone", Text, nullable=False),
    Column("reasons", Text, nullable=False),
    Column("by_model", Integer, nullable=False),  # 0: by photos in a row, or lists of connections
    sqlite_with_rowid=False,
)
models = Table(  # of who is who: the newest alone, its number is never used again
    "models",
    metadata,
    Column("model", Integer, primary_key=True, key="number"),
    Column("version", Text, nullable=False),
    Column("records", Integer, nullable=False),  # on which it was fitted
    Column("as_of", Text, nullable=False),
    Column("content", JSON_TYPE, nullable=False),
    Column("changes", JSON_TYPE, nullable=False),  # whom it merged and parted against the last
    Column("judgements", JSON_TYPE, nullable=False),  # with which everybody was resolved last
    sqlite_autoincrement=True,
)
places = Table(
    "places",
    metadata,
    Column("record_id", Text, primary_key=True),
    Column("digest", BigInteger, nullable=False),
    Column("component", Text, nullable=False),
    Column("has_profile", Integer, nullable=False),
    Column("keys", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)
ties = Table(
    "ties",
    metadata,
    Column("person", ForeignKey("people.person"), primary_key=True),
    Column("activation", Float),
    Column("p_known", Float),
    Column("tie_class", Text, nullable=False),
    Column("last_contact", Text),
    Column("pieces", Integer, nullable=False),
    Column("value", Float, nullable=False),
    Column("reasons", Text, nullable=False),
    sqlite_with_rowid=False,
)
hints = Table(
    "hints",
    metadata,
    Column("person", ForeignKey("people.person"), primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("date", Text),
    Column("file", Text, nullable=False),
    Column("locator", Text, nullable=False),
    sqlite_with_rowid=False,
)
queue = Table(
    "queue",
    metadata,
    Column("person", ForeignKey("people.person"), primary_key=True),
    Column("place", Integer, nullable=False),
    Column("reason", Text, nullable=False),
    sqlite_with_rowid=False,
)
derived = Table(
    "derived",
    metadata,
    Column("one", Integer, primary_key=True),
    Column("as_of", Text, nullable=False),
    Column("last_act", Integer, nullable=False),
    Column("inputs", Text, nullable=False),
)

# What the user said, and what was done when.

acts = Table(
    "acts",
    metadata,
    Column("act", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("payload", JSON_TYPE, nullable=False),
    Column("at", Text, nullable=False),
    Column("undoes", ForeignKey("acts.act")),
    sqlite_autoincrement=True,
)
runs = Table(
    "runs",
    metadata,
    Column("run", Integer, primary_key=True),
    Column("began_at", Text, nullable=False),
    Column("ended_at", Text),
    Column("receipt", JSON_TYPE),
    sqlite_autoincrement=True,
)
