"""The list of events, in the order of days, and what each is about.

It is filled when the record is next added to or asked.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

from kawat.record.migrations.columns import TEXT

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Make the tables, and note every event as unlisted."""
    _table(
        "events",
        *_event(),
        sa.Column("name", TEXT, nullable=False),
        *_when(),
        *_what(),
        sa.Column("tellings", sa.Integer, nullable=False),
        sa.Column("disputed", sa.Boolean, nullable=False),
    )
    order = ["first_day", "undated", "last_day", "name", "article", "type", "status"]
    op.create_index("ix_events_day", "events", order)
    op.create_index("ix_events_disputed", "events", ["disputed", "name"])
    _table(
        "subjects",
        sa.Column("subject", TEXT, primary_key=True),
        *_when(key=True),
        sa.Column("name", TEXT, primary_key=True),
        sa.Column("article", sa.Integer, primary_key=True),
        sa.Column("event", TEXT, nullable=False),
        *_what(),
    )
    op.create_index("ix_subjects_event", "subjects", ["article", "event"])
    _table(
        "subject_words",
        sa.Column("word", TEXT, primary_key=True),
        sa.Column("subject", TEXT, primary_key=True),
    )
    _table("unlisted", *_event())
    op.execute(
        "INSERT INTO unlisted (article, event)"
        " SELECT DISTINCT event_article, event FROM tellings WHERE event IS NOT NULL"
    )


def _table(name: str, *parts: Any) -> None:
    op.create_table(name, *parts, sqlite_with_rowid=False)


def _event() -> list[sa.Column[Any]]:
    return [
        sa.Column("article", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("event", TEXT, primary_key=True),
    ]


def _when(*, key: bool = False) -> list[sa.Column[Any]]:
    kinds: tuple[tuple[str, Any], ...] = (
        ("first_day", sa.Date), ("undated", sa.Boolean), ("last_day", sa.Date),
    )  # fmt: skip
    return [sa.Column(name, kind, primary_key=key, nullable=False) for name, kind in kinds]


def _what() -> list[sa.Column[str]]:
    return [sa.Column(name, TEXT, nullable=False) for name in ("type", "status")]
