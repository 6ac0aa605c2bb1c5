"""Articles: where they were found, what was read, by which run, and what could not be read."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from kawat.record.migrations.columns import HASH
from kawat.record.tables.base import Packed, Row, article_key, clustered


class RunRow(Row):
    """One call of ``add``: which Kawat, from when to when (UTC); no end if it was cut off."""

    __tablename__ = "runs"
    number: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[str]
    started: Mapped[str]
    ended: Mapped[str | None]


class ArticleRow(Row):
    """An article, once, however many addresses it has; ``uri`` is the one it was read at."""

    __tablename__ = "articles"
    number: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(HASH, unique=True)
    uri: Mapped[str]
    outlet: Mapped[str | None]
    title: Mapped[str | None]
    published: Mapped[str | None]
    basis: Mapped[str | None]
    first_day: Mapped[date | None] = mapped_column(index=True)
    last_day: Mapped[date | None]
    text: Mapped[str] = mapped_column(Packed)
    run: Mapped[int] = mapped_column(ForeignKey("runs.number"))


class AddressRow(Row):
    """Where an article was found, and what the feed, page or table said of it there."""

    __tablename__ = "addresses"
    __table_args__ = clustered()
    article: Mapped[int] = article_key()
    uri: Mapped[str] = mapped_column(primary_key=True)
    published: Mapped[str | None]
    outlet: Mapped[str | None]
    title: Mapped[str | None]
    run: Mapped[int] = mapped_column(ForeignKey("runs.number"))


class ReadingRow(Row):
    """The reading of an article, as its JSON, with the sha256 of that JSON."""

    __tablename__ = "readings"
    article: Mapped[int] = article_key()
    version: Mapped[str]
    json: Mapped[str] = mapped_column(Packed)
    digest: Mapped[str] = mapped_column(HASH)
    run: Mapped[int] = mapped_column(ForeignKey("runs.number"))


class FormerReadingRow(Row):
    """A reading that ``replaced_by`` (a run) put another in the place of, as it was."""

    __tablename__ = "former_readings"
    __table_args__ = clustered(Index("ix_former_readings_replaced_by", "replaced_by"))
    article: Mapped[int] = article_key()
    replaced_by: Mapped[int] = mapped_column(ForeignKey("runs.number"), primary_key=True)
    version: Mapped[str]
    json: Mapped[str] = mapped_column(Packed)
    digest: Mapped[str] = mapped_column(HASH)
    run: Mapped[int] = mapped_column(ForeignKey("runs.number"))


class CitationRow(Row):
    """An outlet, agency or feed that the article says it took something from."""

    __tablename__ = "citations"
    __table_args__ = clustered(Index("ix_citations_key", "key"))
    article: Mapped[int] = article_key()
    position: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    key: Mapped[str]
    start: Mapped[int]
    end: Mapped[int]


class ProblemRow(Row):
    """What could not be read, or was read with a doubt, until it can; see :mod:`.problems`."""

    __tablename__ = "problems"
    __table_args__ = (UniqueConstraint("where", "what"),)
    number: Mapped[int] = mapped_column(primary_key=True)
    input: Mapped[str] = mapped_column(index=True)
    level: Mapped[str]
    code: Mapped[str]
    where: Mapped[str]
    what: Mapped[str]
    fix: Mapped[str]
    run: Mapped[int] = mapped_column(ForeignKey("runs.number"))
