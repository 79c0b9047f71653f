"""The first form of the database."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

# SQLite's words: in any other database the log of acts is guarded by the rights of its user.
_APPEND_ONLY = """
CREATE TRIGGER acts_refuse_{event} BEFORE {event} ON acts
BEGIN SELECT RAISE(ABORT, 'acts are added, never changed or deleted'); END
"""


def upgrade() -> None:
    _create_files()
    _create_observations()
    _create_evidence()
    _create_owner()
    _create_imports()
    _create_people()
    _create_news()
    _create_ties()
    _create_log()
    if op.get_bind().dialect.name == "sqlite":
        for event in ("update", "delete"):
            op.execute(_APPEND_ONLY.format(event=event))


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)


def _count(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False)


def _number(name: str) -> sa.Column[float]:
    return sa.Column(name, sa.Float, nullable=False)


def _create_files() -> None:
    op.create_table(
        "source_files",
        sa.Column("file_id", sa.Integer, primary_key=True),
        sa.Column("sha256", sa.Text, nullable=False, unique=True),
        _text("kind"),
        sa.Column("size", sa.BigInteger, nullable=False),
        _text("state"),
        _text("reason"),
        _text("next_step"),
        _text("extractor"),
        _text("version"),
        _text("as_of"),
        _count("read"),
        _count("taken"),
        _count("rejected"),
    )
    op.create_table(
        "source_names",
        sa.Column("file_id", sa.Integer, sa.ForeignKey("source_files.file_id"), primary_key=True),
        sa.Column("name", sa.Text, primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "sightings",
        sa.Column("path", sa.Text, primary_key=True),
        sa.Column("size", sa.BigInteger, nullable=False),
        _text("mtime_ns"),
        _text("inode"),
        _text("sha256"),
        sqlite_with_rowid=False,
    )


def _create_observations() -> None:
    op.create_table(
        "records",
        sa.Column("record_id", sa.Text, primary_key=True),
        _text("source"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "observations",
        sa.Column("file_id", sa.Integer, sa.ForeignKey("source_files.file_id"), primary_key=True),
        sa.Column("record_id", sa.Text, sa.ForeignKey("records.record_id"), primary_key=True),
        _text("locator"),
        sa.Column("dated", sa.Text),
        _text("raw"),
        _count("listed"),
        _text("digest"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_observations_record_id", "observations", ["record_id"])
    op.create_table(
        "claims",
        sa.Column("file_id", sa.Integer, primary_key=True),
        sa.Column("record_id", sa.Text, primary_key=True),
        sa.Column("place", sa.Integer, primary_key=True),
        _text("property"),
        _text("value"),
        _text("kind"),
        _text("locator"),
        _number("confidence"),
        sa.ForeignKeyConstraint(
            ["file_id", "record_id"], ["observations.file_id", "observations.record_id"]
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "crops",
        sa.Column("file_id", sa.Integer, primary_key=True),
        sa.Column("record_id", sa.Text, primary_key=True),
        sa.Column("jpeg", sa.LargeBinary, nullable=False),
        sa.ForeignKeyConstraint(
            ["file_id", "record_id"], ["observations.file_id", "observations.record_id"]
        ),
    )
    op.create_index("ix_crops_record_id", "crops", ["record_id"])


def _create_evidence() -> None:
    op.create_table(
        "interactions",
        sa.Column("file_id", sa.Integer, sa.ForeignKey("source_files.file_id"), primary_key=True),
        sa.Column("place", sa.Integer, primary_key=True),
        _text("record_id"),
        _text("kind"),
        _text("direction"),
        sa.Column("on", sa.Text),
        sa.Column("at", sa.Text),
        _count("recipients"),
        sa.Column("text", sa.Text),
        sa.Column("digest", sa.Text),
        _text("locator"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "sentences",
        sa.Column("file_id", sa.Integer, sa.ForeignKey("source_files.file_id"), primary_key=True),
        sa.Column("place", sa.Integer, primary_key=True),
        _text("record_id"),
        _text("kind"),
        _text("direction"),
        sa.Column("on", sa.Text),
        sa.Column("at", sa.Text),
        _text("text"),
        _text("locator"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "rejections",
        sa.Column("file_id", sa.Integer, sa.ForeignKey("source_files.file_id"), primary_key=True),
        sa.Column("place", sa.Integer, primary_key=True),
        _text("file"),
        sa.Column("line", sa.Integer),
        _text("reason"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "notices",
        sa.Column("file_id", sa.Integer, sa.ForeignKey("source_files.file_id"), primary_key=True),
        sa.Column("place", sa.Integer, primary_key=True),
        _text("file"),
        sa.Column("line", sa.Integer),
        _text("kind"),
        _text("text"),
        sqlite_with_rowid=False,
    )


def _create_owner() -> None:
    op.create_table(
        "owners",
        sa.Column("file_id", sa.Integer, sa.ForeignKey("source_files.file_id"), primary_key=True),
        _text("name"),
        _text("profile"),
        sa.Column("emails", sa.JSON, nullable=False),
        sa.Column("phones", sa.JSON, nullable=False),
    )
    op.create_table(
        "owner_periods",
        sa.Column("file_id", sa.Integer, sa.ForeignKey("source_files.file_id"), primary_key=True),
        sa.Column("place", sa.Integer, primary_key=True),
        _text("kind"),
        _text("organisation"),
        _text("title"),
        sa.Column("start", sa.Text),
        sa.Column("end", sa.Text),
        _text("locator"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "owner_events",
        sa.Column("file_id", sa.Integer, sa.ForeignKey("source_files.file_id"), primary_key=True),
        sa.Column("place", sa.Integer, primary_key=True),
        _text("name"),
        sa.Column("start", sa.Text),
        sa.Column("end", sa.Text),
        _text("url"),
        _text("locator"),
        sqlite_with_rowid=False,
    )


def _create_imports() -> None:
    op.create_table(
        "lists",
        sa.Column("file_id", sa.Integer, sa.ForeignKey("source_files.file_id"), primary_key=True),
        _text("owner_name"),
        _text("owner_profile"),
        _text("until"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "imports",
        sa.Column("import", sa.Integer, primary_key=True),
        sa.Column("file_id", sa.Integer, sa.ForeignKey("source_files.file_id"), nullable=False),
        _text("at"),
        _count("read"),
        _count("new"),
        _count("updated"),
        _count("unchanged"),
        _count("rejected"),
        sa.Column("counts", sa.JSON, nullable=False),
        sqlite_autoincrement=True,
    )


def _create_people() -> None:
    op.create_table(
        "people",
        sa.Column("person", sa.Text, primary_key=True),
        sa.Column("sequence", sa.Integer, nullable=False, unique=True),
        sa.Column("merged_into", sa.Text, sa.ForeignKey("people.person")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "memberships",
        sa.Column("record_id", sa.Text, sa.ForeignKey("records.record_id"), primary_key=True),
        sa.Column("person", sa.Text, sa.ForeignKey("people.person"), nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_memberships_person", "memberships", ["person"])
    op.create_table(
        "person_values",
        sa.Column("person", sa.Text, sa.ForeignKey("people.person"), primary_key=True),
        sa.Column("property", sa.Text, primary_key=True),
        sa.Column("place", sa.Integer, primary_key=True),
        _text("value"),
        _text("kind"),
        _text("record_id"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "pairs",
        sa.Column("record_id_1", sa.Text, primary_key=True),
        sa.Column("record_id_2", sa.Text, primary_key=True),
        _number("bits"),
        _number("probability"),
        _text("zone"),
        _text("reasons"),
        _count("by_model"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "models",
        sa.Column("model", sa.Integer, primary_key=True),
        _text("version"),
        _count("records"),
        _text("as_of"),
        sa.Column("content", sa.JSON, nullable=False),
        sa.Column("changes", sa.JSON, nullable=False),
        sa.Column("judgements", sa.JSON, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "places",
        sa.Column("record_id", sa.Text, primary_key=True),
        sa.Column("digest", sa.BigInteger, nullable=False),
        _text("component"),
        _count("has_profile"),
        sa.Column("keys", sa.LargeBinary, nullable=False),
        sqlite_with_rowid=False,
    )


def _create_news() -> None:
    op.create_table(
        "news",
        sa.Column("place", sa.Integer, primary_key=True),
        sa.Column("person", sa.Text, sa.ForeignKey("people.person"), nullable=False),
        _text("kind"),
        sa.Column("old", sa.Text),
        sa.Column("new", sa.Text),
        sa.Column("as_of", sa.Text),
        _text("record_id"),
        _text("file"),
        _text("locator"),
        sqlite_with_rowid=False,
    )


def _create_ties() -> None:
    op.create_table(
        "ties",
        sa.Column("person", sa.Text, sa.ForeignKey("people.person"), primary_key=True),
        sa.Column("activation", sa.Float),
        sa.Column("p_known", sa.Float),
        _text("tie_class"),
        sa.Column("last_contact", sa.Text),
        _count("pieces"),
        _number("value"),
        _text("reasons"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "hints",
        sa.Column("person", sa.Text, sa.ForeignKey("people.person"), primary_key=True),
        sa.Column("place", sa.Integer, primary_key=True),
        _text("kind"),
        _text("text"),
        sa.Column("date", sa.Text),
        _text("file"),
        _text("locator"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "queue",
        sa.Column("person", sa.Text, sa.ForeignKey("people.person"), primary_key=True),
        _count("place"),
        _text("reason"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "derived",
        sa.Column("one", sa.Integer, primary_key=True),
        _text("as_of"),
        _count("last_act"),
        _text("inputs"),
    )


def _create_log() -> None:
    op.create_table(
        "acts",
        sa.Column("act", sa.Integer, primary_key=True),
        _text("kind"),
        sa.Column("payload", sa.JSON, nullable=False),
        _text("at"),
        sa.Column("undoes", sa.Integer, sa.ForeignKey("acts.act")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "runs",
        sa.Column("run", sa.Integer, primary_key=True),
        _text("began_at"),
        sa.Column("ended_at", sa.Text),
        sa.Column("receipt", sa.JSON),
        sqlite_autoincrement=True,
    )
