"""The tables of a record.

An article's ``number`` is the record's own key and differs with the order of adding; its ``id``
(the sha256 of its text) does not, and is the one that views show. A *telling* is one article's
account of one event: an ``Event`` of its reading. Offsets are Unicode code points of the kept
text. Days are the first and last that a TIMEX3 value covers.

Everything but texts, addresses, problems and runs follows from the readings (:mod:`.rows`).
"""

from __future__ import annotations

import zlib
from datetime import date
from typing import Any

from sqlalchemy import (
    Dialect,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    LargeBinary,
    String,
    UniqueConstraint,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator


class Packed(TypeDecorator[str]):
    """Text kept as deflated UTF-8: a third of the size, and any code point survives."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:
        """Deflate on the way in."""
        return None if value is None else zlib.compress(value.encode("utf-8", "surrogatepass"))

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> str | None:
        """Inflate on the way out; ``zlib.error`` or ``UnicodeError`` if the bytes are broken."""
        return None if value is None else zlib.decompress(value).decode("utf-8", "surrogatepass")


class Row(DeclarativeBase):
    """A row of the record."""


def _clustered(*more: Any) -> tuple[Any, ...]:
    """Keep an article's rows side by side, so that adding only ever appends."""
    return (*more, {"sqlite_with_rowid": False})


def _article() -> Mapped[int]:
    return mapped_column(ForeignKey("articles.number", ondelete="CASCADE"), primary_key=True)


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
    id: Mapped[str] = mapped_column(String(64), unique=True)
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
    __table_args__ = _clustered()
    article: Mapped[int] = _article()
    uri: Mapped[str] = mapped_column(primary_key=True)
    published: Mapped[str | None]
    outlet: Mapped[str | None]
    title: Mapped[str | None]
    run: Mapped[int] = mapped_column(ForeignKey("runs.number"))


class ReadingRow(Row):
    """The reading of an article, as its JSON, with the sha256 of that JSON."""

    __tablename__ = "readings"
    article: Mapped[int] = _article()
    version: Mapped[str]
    json: Mapped[str] = mapped_column(Packed)
    digest: Mapped[str] = mapped_column(String(64))
    run: Mapped[int] = mapped_column(ForeignKey("runs.number"))


class EntityRow(Row):
    """An entity of one article."""

    __tablename__ = "entities"
    __table_args__ = _clustered(Index("ix_entities_key", "key"))
    article: Mapped[int] = _article()
    id: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str]
    name: Mapped[str]
    key: Mapped[str]
    country: Mapped[str | None]
    sector: Mapped[str | None]
    role: Mapped[str | None]


class TellingRow(Row):
    """One article's account of one event.

    ``dated`` tells whether the days are those of ``value``; otherwise they are those of the
    article's publication. ``start`` and ``end`` are its first trigger, in its sentence.
    ``event_article`` and ``event`` name the first telling of the event that merging found it to
    be of, often itself; they follow from all tellings and decisions together (:mod:`.merge`).
    """

    __tablename__ = "tellings"
    __table_args__ = _clustered(
        Index("ix_tellings_first_day", "first_day"),
        Index("ix_tellings_type_first_day", "type", "first_day"),
        Index("ix_tellings_event", "event_article", "event"),
    )
    article: Mapped[int] = _article()
    id: Mapped[str] = mapped_column(primary_key=True)
    type: Mapped[str]
    mode: Mapped[str | None]
    status: Mapped[str]
    value: Mapped[str | None]
    dated: Mapped[bool]
    first_day: Mapped[date | None]
    last_day: Mapped[date | None]
    duration: Mapped[str | None]
    start: Mapped[int]
    end: Mapped[int]
    sentence_start: Mapped[int]
    sentence_end: Mapped[int]
    event_article: Mapped[int | None]
    event: Mapped[str | None]


class PartyRow(Row):
    """Who or what has a part in a telling: actor, recipient, place, topic or said_by.

    ``entity`` is null for a topic that is words.
    """

    __tablename__ = "parties"
    __table_args__ = _clustered(
        ForeignKeyConstraint(
            ["article", "telling"], ["tellings.article", "tellings.id"], ondelete="CASCADE"
        ),
        Index("ix_parties_key", "key"),
        Index("ix_parties_country", "country"),
    )
    article: Mapped[int] = mapped_column(primary_key=True)
    telling: Mapped[str] = mapped_column(primary_key=True)
    role: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    entity: Mapped[str | None]
    name: Mapped[str]
    key: Mapped[str]
    country: Mapped[str | None]
    kind: Mapped[str | None]


class LinkRow(Row):
    """Two tellings that are, or may be, of one event; kept once from each side."""

    __tablename__ = "links"
    __table_args__ = _clustered(
        ForeignKeyConstraint(
            ["article", "telling"], ["tellings.article", "tellings.id"], ondelete="CASCADE"
        ),
        ForeignKeyConstraint(
            ["other_article", "other"], ["tellings.article", "tellings.id"], ondelete="CASCADE"
        ),
        Index("ix_links_other", "other_article", "other"),
    )
    article: Mapped[int] = mapped_column(primary_key=True)
    telling: Mapped[str] = mapped_column(primary_key=True)
    other_article: Mapped[int] = mapped_column(primary_key=True)
    other: Mapped[str] = mapped_column(primary_key=True)
    points: Mapped[float]


class DecisionRow(Row):
    """What an analyst decided: merge, split, reject or correct; undone ones stay on record."""

    __tablename__ = "decisions"
    number: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    author: Mapped[str]
    made: Mapped[str]
    note: Mapped[str]
    field: Mapped[str | None]
    value: Mapped[str | None]
    undone: Mapped[str | None]
    undone_by: Mapped[str | None]


class AnchorRow(Row):
    """A telling that a decision is about, held by its words so that it outlives re-reading.

    ``start`` and ``end`` are its first trigger when the decision was made; ``telling`` is the one
    of that type that stands there now, null where the newest reading has none.
    """

    __tablename__ = "anchors"
    __table_args__ = _clustered(Index("ix_anchors_article", "article"))
    decision: Mapped[int] = mapped_column(
        ForeignKey("decisions.number", ondelete="CASCADE"), primary_key=True
    )
    position: Mapped[int] = mapped_column(primary_key=True)
    article: Mapped[int] = mapped_column(ForeignKey("articles.number", ondelete="CASCADE"))
    telling: Mapped[str | None]
    type: Mapped[str]
    start: Mapped[int]
    end: Mapped[int]


class StatementRow(Row):
    """Words that somebody said."""

    __tablename__ = "statements"
    __table_args__ = _clustered()
    article: Mapped[int] = _article()
    id: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str]
    start: Mapped[int]
    end: Mapped[int]
    value: Mapped[str | None]
    dated: Mapped[bool]
    first_day: Mapped[date | None]
    last_day: Mapped[date | None]


class VoiceRow(Row):
    """Who has a part in a statement: speaker, addressee or via (an outlet that passes it on)."""

    __tablename__ = "voices"
    __table_args__ = _clustered(
        ForeignKeyConstraint(
            ["article", "statement"], ["statements.article", "statements.id"], ondelete="CASCADE"
        ),
        Index("ix_voices_key", "key"),
        Index("ix_voices_country", "country"),
    )
    article: Mapped[int] = mapped_column(primary_key=True)
    statement: Mapped[str] = mapped_column(primary_key=True)
    role: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    entity: Mapped[str | None]
    name: Mapped[str]
    key: Mapped[str]
    country: Mapped[str | None]


class FigureRow(Row):
    """A count; ``counted_by``, ``blamed`` and ``place`` are entities of the same article."""

    __tablename__ = "figures"
    __table_args__ = _clustered(Index("ix_figures_measure", "measure"))
    article: Mapped[int] = _article()
    id: Mapped[str] = mapped_column(primary_key=True)
    measure: Mapped[str]
    value: Mapped[float | None]
    low: Mapped[float | None]
    high: Mapped[float | None]
    qualifier: Mapped[str]
    unit: Mapped[str | None]
    group: Mapped[str | None]
    counted_by: Mapped[str | None]
    blamed: Mapped[str | None]
    place: Mapped[str | None]
    since: Mapped[str | None]
    as_of: Mapped[str | None]
    start: Mapped[int]
    end: Mapped[int]


class CitationRow(Row):
    """An outlet, agency or feed that the article says it took something from."""

    __tablename__ = "citations"
    __table_args__ = _clustered(Index("ix_citations_key", "key"))
    article: Mapped[int] = _article()
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
