"""Warnings of readings, and what reviewers judge."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from kawat.record.migrations.backfill import fill
from kawat.record.migrations.columns import HASH, TEXT
from kawat.record.tables import WarningRow

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Make the tables; warnings are filled from the readings."""
    op.create_table(
        "warnings",
        sa.Column("article", sa.Integer, _article(), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        *(sa.Column(name, TEXT, nullable=False) for name in ("code", "message")),
        *(sa.Column(name, sa.Integer) for name in ("start", "end")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "judgments",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("article", sa.Integer, _article(), nullable=False),
        sa.Column("layer", TEXT, nullable=False),
        sa.Column("record", TEXT),
        *(sa.Column(name, sa.Integer, nullable=False) for name in ("start", "end")),
        sa.Column("claim", HASH, nullable=False),
        *(sa.Column(n, TEXT, nullable=False) for n in ("verdict", "author", "made", "note")),
        sa.Column("undone", TEXT),
    )
    op.create_index("ix_judgments_article", "judgments", ["article", "layer", "record"])
    fill(WarningRow)


def _article() -> sa.ForeignKey:
    return sa.ForeignKey("articles.number", ondelete="CASCADE")
