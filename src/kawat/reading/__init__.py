"""The reading of one article: typed records that can't be made wrong.

The shape is the published contract of Kawat, ``kawat/reading/1`` (docs/reading.md). Offsets are
Unicode code points into the article's text as given; a span is half open, ``[start, end)``.
A :class:`Reading` checks itself when it is made: every span lies within the text, every id is
known, and the words it repeats are the words that stand there. A reading that fails raises
:class:`~kawat.errors.SpanError` or :class:`~kawat.errors.IdError`.
"""

from kawat.reading.reading import SCHEMA, Reading, article_id, json_schema
from kawat.reading.records import (
    ArticleHead,
    Dateline,
    Entity,
    EntityKind,
    Event,
    EventType,
    Figure,
    Furniture,
    FurnitureKind,
    Measure,
    Mod,
    Outlet,
    Published,
    ReadingWarning,
    Source,
    Span,
    Statement,
    Status,
    Time,
    TimeRef,
    TimeType,
    Title,
    Words,
)

__all__ = [
    "SCHEMA",
    "ArticleHead",
    "Dateline",
    "Entity",
    "EntityKind",
    "Event",
    "EventType",
    "Figure",
    "Furniture",
    "FurnitureKind",
    "Measure",
    "Mod",
    "Outlet",
    "Published",
    "Reading",
    "ReadingWarning",
    "Source",
    "Span",
    "Statement",
    "Status",
    "Time",
    "TimeRef",
    "TimeType",
    "Title",
    "Words",
    "article_id",
    "json_schema",
]
