"""Actors: names, what they are compared by, and the actor that each is of.

The tables are filled when the record is next opened: every entity is without a name yet.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from kawat.record.migrations.columns import TEXT

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the tables."""
    with op.batch_alter_table("entities") as entities:
        entities.add_column(sa.Column("named", sa.Integer))
    op.create_index("ix_entities_named", "entities", ["named"])
    op.create_table(
        "names",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("id", TEXT, nullable=False, unique=True),
        *(sa.Column(name, TEXT, nullable=False) for name in ("kind", "key")),
        *(sa.Column(name, TEXT) for name in ("country", "identity")),
        *(sa.Column(name, TEXT, nullable=False) for name in ("roles", "held")),
        sa.Column("entities", sa.Integer, nullable=False),
        sa.Column("actor", sa.Integer),
    )
    op.create_index("ix_names_key", "names", ["key"])
    op.create_index("ix_names_actor", "names", ["actor"])
    op.create_table(
        "forms",
        _name(),
        sa.Column("spelling", TEXT, primary_key=True),
        sa.Column("sector", TEXT, primary_key=True),
        sa.Column("entities", sa.Integer, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "signs",
        sa.Column("sign", TEXT, primary_key=True),
        _name(),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_signs_name", "signs", ["name"])
    op.create_table(
        "likenesses",
        _name(),
        _name("other"),
        sa.Column("points", sa.Double, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_likenesses_other", "likenesses", ["other"])
    op.create_table("unsettled", _name())


def _name(column: str = "name") -> sa.Column[int]:
    target = sa.ForeignKey("names.number", ondelete="CASCADE")
    return sa.Column(column, sa.Integer, target, primary_key=True, autoincrement=False)
