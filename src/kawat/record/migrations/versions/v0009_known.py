"""Since when parties, voices and figures are known, so that the newest are found first."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

_NAMED = ("parties", "voices")


def upgrade() -> None:
    """Add the day of publication to what names somebody, and the indexes that go by it."""
    for table in (*_NAMED, "figures"):
        op.add_column(table, sa.Column("known", sa.Date))
        op.execute(
            f"UPDATE {table} SET known ="
            f" (SELECT last_day FROM articles WHERE number = {table}.article)"
        )
    for table in _NAMED:
        for column in ("key", "country"):
            op.drop_index(f"ix_{table}_{column}", table)
            op.create_index(f"ix_{table}_{column}", table, [column, "known"])
    for table in ("figures", "stages", "horizons"):
        op.create_index(f"ix_{table}_known", table, ["known"])
    op.create_index("ix_conflicts_known", "conflicts", ["conflict", "part", "known"])
    op.create_index("ix_entities_country", "entities", ["country"])
