"""The first tables: articles, their readings, what views ask of these, and events."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

from kawat.record.migrations.columns import HASH, TEXT

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "runs",
        sa.Column("number", sa.Integer, primary_key=True),
        _text("version"),
        _text("started"),
        _text("ended", null=True),
    )
    op.create_table(
        "articles",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("id", HASH, nullable=False, unique=True),
        _text("uri"),
        *_texts("outlet title published basis", null=True),
        *_days(),
        sa.Column("text", sa.LargeBinary, nullable=False),
        _run(),
    )
    op.create_index("ix_articles_first_day", "articles", ["first_day"])
    op.create_table(
        "problems",
        sa.Column("number", sa.Integer, primary_key=True),
        *_texts("input level code where what fix"),
        _run(),
        sa.UniqueConstraint("where", "what"),
    )
    op.create_table(
        "readings",
        _article(),
        _text("version"),
        sa.Column("json", sa.LargeBinary, nullable=False),
        sa.Column("digest", HASH, nullable=False),
        _run(),
    )
    _table(
        "addresses",
        _article(),
        _key("uri"),
        *_texts("published outlet title", null=True),
        _run(),
    )
    _table("citations", _article(), _number("position"), *_texts("name key"), *_span())
    _table(
        "entities",
        _article(),
        _key("id"),
        *_texts("kind name key"),
        *_texts("country sector role", null=True),
    )
    _make_tellings()
    _make_statements()
    _make_decisions()
    _table(
        "figures",
        _article(),
        _key("id"),
        _text("measure"),
        *(sa.Column(name, sa.Double) for name in ("value", "low", "high")),
        _text("qualifier"),
        *_texts("unit group counted_by blamed place since as_of", null=True),
        *_span(),
    )
    for table, column in (
        ("citations", "key"),
        ("entities", "key"),
        ("figures", "measure"),
        ("problems", "input"),
        ("tellings", "first_day"),
        ("parties", "key"),
        ("parties", "country"),
        ("voices", "key"),
        ("voices", "country"),
    ):
        op.create_index(f"ix_{table}_{column}", table, [column])


def _make_tellings() -> None:
    _table(
        "tellings",
        _article(),
        _key("id"),
        _text("type"),
        _text("mode", null=True),
        _text("status"),
        *_when(),
        _text("duration", null=True),
        *_span(),
        *_span("sentence_"),
        sa.Column("event_article", sa.Integer),
        _text("event", null=True),
    )
    op.create_index("ix_tellings_type_first_day", "tellings", ["type", "first_day"])
    op.create_index("ix_tellings_event", "tellings", ["event_article", "event"])
    _table(
        "links",
        _number("article"),
        _key("telling"),
        _number("other_article"),
        _key("other"),
        sa.Column("points", sa.Double, nullable=False),
        _part_of("tellings", "telling"),
        _part_of("tellings", "other", "other_article"),
    )
    op.create_index("ix_links_other", "links", ["other_article", "other"])
    _table(
        "parties",
        _number("article"),
        _key("telling"),
        _key("role"),
        _number("position"),
        _text("entity", null=True),
        *_texts("name key"),
        *_texts("country kind", null=True),
        _part_of("tellings", "telling"),
    )


def _make_statements() -> None:
    _table("statements", _article(), _key("id"), _text("kind"), *_span(), *_when())
    _table(
        "voices",
        _number("article"),
        _key("statement"),
        _key("role"),
        _number("position"),
        _text("entity", null=True),
        *_texts("name key"),
        _text("country", null=True),
        _part_of("statements", "statement"),
    )


def _make_decisions() -> None:
    op.create_table(
        "decisions",
        sa.Column("number", sa.Integer, primary_key=True),
        *_texts("kind author made note"),
        *_texts("field value undone undone_by", null=True),
    )
    decision = sa.ForeignKey("decisions.number", ondelete="CASCADE")
    article = sa.ForeignKey("articles.number", ondelete="CASCADE")
    _table(
        "anchors",
        sa.Column("decision", sa.Integer, decision, primary_key=True),
        _number("position"),
        sa.Column("article", sa.Integer, article, nullable=False),
        _text("telling", null=True),
        _text("type"),
        *_span(),
    )
    op.create_index("ix_anchors_article", "anchors", ["article"])


def _table(name: str, *parts: Any) -> None:
    """Make a table whose rows stand side by side by article."""
    op.create_table(name, *parts, sqlite_with_rowid=False)


def _text(name: str, *, null: bool = False) -> sa.Column[str]:
    return sa.Column(name, TEXT, nullable=null)


def _texts(names: str, *, null: bool = False) -> list[sa.Column[str]]:
    return [_text(name, null=null) for name in names.split()]


def _key(name: str) -> sa.Column[str]:
    return sa.Column(name, TEXT, primary_key=True)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, primary_key=True, autoincrement=False)


def _article() -> sa.Column[int]:
    target = sa.ForeignKey("articles.number", ondelete="CASCADE")
    return sa.Column("article", sa.Integer, target, primary_key=True)


def _run() -> sa.Column[int]:
    return sa.Column("run", sa.Integer, sa.ForeignKey("runs.number"), nullable=False)


def _part_of(table: str, column: str, article: str = "article") -> sa.ForeignKeyConstraint:
    target = [f"{table}.article", f"{table}.id"]
    return sa.ForeignKeyConstraint([article, column], target, ondelete="CASCADE")


def _span(prefix: str = "") -> list[sa.Column[int]]:
    return [sa.Column(prefix + name, sa.Integer, nullable=False) for name in ("start", "end")]


def _days() -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.Date) for name in ("first_day", "last_day")]


def _when() -> list[sa.Column[Any]]:
    return [_text("value", null=True), sa.Column("dated", sa.Boolean, nullable=False), *_days()]
