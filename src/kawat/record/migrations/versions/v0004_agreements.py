"""The stages of agreements, and the horizons of what is expected."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

from kawat.record.migrations.backfill import fill
from kawat.record.migrations.columns import TEXT
from kawat.record.tables import HorizonRow, StageRow

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the two tables and fill them from the readings."""
    _table("stages", *_texts("matter stage"), *_numbers("matter_start matter_end"))
    _table("horizons", sa.Column("due", sa.Date), *_texts("rule"))
    op.create_index("ix_stages_matter", "stages", ["matter", "known"])
    op.create_index("ix_horizons_due", "horizons", ["due", "known"])
    fill(StageRow, HorizonRow)


def _table(name: str, *columns: sa.Column[Any]) -> None:
    telling = ["tellings.article", "tellings.id"]
    op.create_table(
        name,
        sa.Column("article", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("telling", TEXT, primary_key=True),
        *columns,
        *_numbers("start end"),
        sa.Column("known", sa.Date),
        sa.ForeignKeyConstraint(["article", "telling"], telling, ondelete="CASCADE"),
        sqlite_with_rowid=False,
    )


def _texts(names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, TEXT, nullable=False) for name in names.split()]


def _numbers(names: str) -> list[sa.Column[int]]:
    return [sa.Column(name, sa.Integer, nullable=False) for name in names.split()]
