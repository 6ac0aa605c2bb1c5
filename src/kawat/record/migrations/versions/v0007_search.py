"""Full-text search: the passages of articles, and the index of their words.

Articles that are there are indexed when the record is next searched.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from kawat.record.migrations.columns import TEXT
from kawat.record.search import fts5, tsvector

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Make the tables, and note every article as not indexed."""
    op.create_table(
        "passages",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("article", sa.Integer, _article(), nullable=False),
        sa.Column("statement", TEXT, nullable=False),
    )
    op.create_index("ix_passages_article", "passages", ["article", "statement"], unique=True)
    op.create_table(
        "unsearched",
        sa.Column("article", sa.Integer, _article(), primary_key=True, autoincrement=False),
    )
    kind = fts5 if op.get_bind().dialect.name == "sqlite" else tsvector
    for statement in kind.MAKE:
        op.execute(statement)
    op.execute("INSERT INTO unsearched (article) SELECT number FROM articles")
    op.create_index("ix_statements_first_day", "statements", ["first_day"])


def _article() -> sa.ForeignKey:
    return sa.ForeignKey("articles.number", ondelete="CASCADE")
