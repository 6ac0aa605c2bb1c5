"""Queries for what is doubtful in the list of events, and not decided or judged yet."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, or_, select, tuple_
from sqlalchemy.orm import aliased

from kawat.record.claims import Layer
from kawat.record.tables import (
    AnchorRow,
    ArticleRow,
    DecisionRow,
    EventRow,
    JudgmentRow,
    LinkRow,
    PartyRow,
    TellingRow,
    WarningRow,
)

_LINK: tuple[Any, ...] = (LinkRow.article, LinkRow.telling, LinkRow.other_article, LinkRow.other)


def unsure_links(after: tuple[int, str, int, str] | None) -> Select[Any]:
    """Return the pairs of tellings that may be of one event and are of two, the newest first.

    Each pair once, from the side of the article that was added later. Those parted or rejected by
    a standing decision are left out.
    """
    one, other = aliased(TellingRow), aliased(TellingRow)
    query = (
        select(*_LINK, LinkRow.points)
        .join(one, and_(one.article == LinkRow.article, one.id == LinkRow.telling))
        .join(other, and_(other.article == LinkRow.other_article, other.id == LinkRow.other))
        .where(
            LinkRow.article > LinkRow.other_article,
            or_(one.event_article != other.event_article, one.event != other.event),
            ~_rejected(LinkRow.article, LinkRow.telling),
            ~_rejected(LinkRow.other_article, LinkRow.other),
            ~_parted(),
        )
        .order_by(*(column.desc() for column in _LINK))
    )
    return query.where(tuple_(*_LINK) < after) if after else query


def thin_events(after: tuple[int, str] | None) -> Select[Any]:
    """Return the events that rest on little, the newest first: on one telling alone,
    without a day of its own and without anybody named as actor.
    """
    named = exists().where(
        PartyRow.article == EventRow.article,
        PartyRow.telling == EventRow.event,
        PartyRow.role == "actor",
    )
    key: tuple[Any, ...] = (EventRow.article, EventRow.event)
    query = (
        select(EventRow.name, *key)
        .where(EventRow.tellings == 1, EventRow.undated, ~named, ~_judged("event", *key))
        .where(~_corrected(*key))
        .order_by(*(column.desc() for column in key))
    )
    return query.where(tuple_(*key) < after) if after else query


def disputed_events(after: str | None) -> Select[Any]:
    """Return the events whose tellings contradict each other, by name."""
    query = (
        select(EventRow.name)
        .where(EventRow.disputed, ~_judged("event", EventRow.article, EventRow.event))
        .order_by(EventRow.name)
    )
    return query.where(EventRow.name > after) if after else query


def unjudged_warnings(after: tuple[int, int] | None) -> Select[Any]:
    """Return the warnings of readings, those of the article that was added last first."""
    key: tuple[Any, ...] = (WarningRow.article, WarningRow.position)
    query = (
        select(*WarningRow.__table__.c, ArticleRow.id, ArticleRow.uri, ArticleRow.text)
        .join(ArticleRow, ArticleRow.number == WarningRow.article)
        .where(~_judged_warning())
        .order_by(*(column.desc() for column in key))
    )
    return query.where(tuple_(*key) < after) if after else query


def _judged(layer: Layer, article: Any, record: Any) -> ColumnElement[bool]:
    """Return the condition that somebody's judgment of a record stands."""
    return exists().where(
        JudgmentRow.article == article,
        JudgmentRow.layer == layer,
        JudgmentRow.record == record,
        JudgmentRow.undone.is_(None),
    )


def _judged_warning() -> ColumnElement[bool]:
    from sqlalchemy import String, cast, literal

    return _judged("warning", WarningRow.article, literal("w") + cast(WarningRow.position, String))


def _rejected(article: Any, telling: Any) -> ColumnElement[bool]:
    return _decided("reject", article, telling)


def _corrected(article: Any, telling: Any) -> ColumnElement[bool]:
    return _decided("correct", article, telling)


def _decided(kind: str, article: Any, telling: Any) -> ColumnElement[bool]:
    """Return the condition that a decision of this kind stands on a telling."""
    return (
        exists()
        .where(AnchorRow.article == article, AnchorRow.telling == telling)
        .where(DecisionRow.number == AnchorRow.decision, DecisionRow.kind == kind)
        .where(DecisionRow.undone.is_(None))
    )


def _parted() -> ColumnElement[bool]:
    """Return the condition that a standing split parts a link's two tellings."""
    first, other = aliased(AnchorRow), aliased(AnchorRow)
    here, there = ((_LINK[0], _LINK[1]), (_LINK[2], _LINK[3]))
    ways = (
        and_(
            first.article == one[0],
            first.telling == one[1],
            other.article == two[0],
            other.telling == two[1],
        )
        for one, two in ((here, there), (there, here))
    )
    return exists().where(
        first.position == 0,
        other.decision == first.decision,
        or_(*ways),
        DecisionRow.number == first.decision,
        DecisionRow.kind == "split",
        DecisionRow.undone.is_(None),
    )
