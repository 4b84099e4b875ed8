"""The register's tables. Rows are added, never changed; only a run is marked as finished, and of a
receipt the desk may say when it came, and that it is done with."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

SCHEMA_VERSION = 1
"""Counted up when a table changes in a way that an older program cannot read."""

METADATA = MetaData()

SCHEMA = Table("register_schema", METADATA, Column("version", Integer, nullable=False))

RUNS = Table(
    "runs",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("inbox", Text, nullable=False),
    Column("program", Text, nullable=False),
    Column("began", DateTime, nullable=False),
    Column("finished", DateTime),
)
"""A run that brought something new. Without an end it was broken off, and the next goes on."""

RECEIPTS = Table(
    "receipts",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("run", ForeignKey("runs.id"), nullable=False),
    Column("file", Text, nullable=False),
    Column("digest", String(64), nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("received", DateTime, nullable=False),
    Column("certain", Boolean),
    Column("settled", Boolean, default=False),
    UniqueConstraint("file", "digest"),
    Index("receipts_by_digest", "digest"),
)
"""A file as it came. The same bytes under the same name are the same receipt."""

JUDGEMENTS = Table(
    "judgements",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("receipt", ForeignKey("receipts.id"), nullable=False),
    Column("judged", DateTime, nullable=False),
    Column("program", Text, nullable=False),
    Column("accepted", Boolean, nullable=False),
    Column("errors", Integer, nullable=False),
    Column("warnings", Integer, nullable=False),
    Column("infos", Integer, nullable=False),
    Column("plan_id", Text),
    Column("plan_version", Text),
    Column("institution", Text),
    Column("year", Integer),
    Column("period_id", Text),
    Column("period_name", Text),
    Column("final", Boolean, nullable=False),
    Column("submitted", Date),
    Column("secured", Float),
    Column("expected", Float),
    Column("attainable", Float),
    Column("shown", Float),
    Column("unsafe", Boolean),
    Column("states", Text),
    Column("fingerprint", String(64), nullable=False),
    Column("record", Text, nullable=False),
    Index("judgements_by_receipt", "receipt", "id"),
    Index("judgements_by_plan", "plan_id"),
)
"""What was judged of a receipt: the summary, and the whole as JSON. The latest row counts."""

GROWN = (RECEIPTS, JUDGEMENTS)
"""Tables that got columns since the first registers were made: there these are nothing until
something is written to the register."""

ORIGINALS = Table(
    "originals",
    METADATA,
    Column("digest", String(64), primary_key=True),
    Column("data", LargeBinary, nullable=False),
)
"""The received files themselves, where the register is a server's; else they lie in a folder."""
