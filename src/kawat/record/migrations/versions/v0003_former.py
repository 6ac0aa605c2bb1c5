"""Readings that others took the place of."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from kawat.record.migrations.columns import HASH, TEXT

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the table; what was replaced before is not there to keep."""
    article = sa.ForeignKey("articles.number", ondelete="CASCADE")
    op.create_table(
        "former_readings",
        sa.Column("article", sa.Integer, article, primary_key=True),
        sa.Column("replaced_by", sa.Integer, sa.ForeignKey("runs.number"), primary_key=True),
        sa.Column("version", TEXT, nullable=False),
        sa.Column("json", sa.LargeBinary, nullable=False),
        sa.Column("digest", HASH, nullable=False),
        sa.Column("run", sa.Integer, sa.ForeignKey("runs.number"), nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_former_readings_replaced_by", "former_readings", ["replaced_by"])
