"""What is about which conflict."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from kawat.record.migrations.backfill import fill
from kawat.record.migrations.columns import TEXT
from kawat.record.tables import ConflictRow

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the table of conflicts and fill it from the readings."""
    article = sa.ForeignKey("articles.number", ondelete="CASCADE")
    op.create_table(
        "conflicts",
        sa.Column("article", sa.Integer, article, primary_key=True),
        *(sa.Column(name, TEXT, primary_key=True) for name in ("part", "id", "conflict")),
        sa.Column("what", TEXT, nullable=False),
        sa.Column("points", sa.Double, nullable=False),
        *(sa.Column(name, sa.Date) for name in ("day", "known")),
        sqlite_with_rowid=False,
    )
    columns = ["conflict", "part", "what", "day", "known"]
    op.create_index("ix_conflicts_conflict", "conflicts", columns)
    fill(ConflictRow)
