"""A reading, which proves itself against its text when it is made."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field

from kawat.errors import IdError, SpanError
from kawat.reading.records import (
    ArticleHead,
    Entity,
    Event,
    Figure,
    ReadingWarning,
    Span,
    Statement,
    Time,
    Words,
)

SCHEMA: Literal["kawat/reading/1"] = "kawat/reading/1"


def article_id(text: str) -> str:
    """Return the id of an article: the sha256 of its text (UTF-8), in hex."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


class Reading(BaseModel):
    """All that Kawat says of one article.

    ``text`` is the article's text as given. It is not part of the JSON: the record keeps it
    beside the reading, and :meth:`from_json` asks for it, so that every span is proved again.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    schema_: Literal["kawat/reading/1"] = Field(default=SCHEMA, alias="schema")
    article: ArticleHead
    sentences: tuple[Words, ...] = ()
    times: tuple[Time, ...] = ()
    entities: tuple[Entity, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    figures: tuple[Figure, ...] = ()
    warnings: tuple[ReadingWarning, ...] = ()
    text: str = Field(exclude=True, repr=False)

    def model_post_init(self, context: Any, /) -> None:
        """Prove the reading against its text."""
        if self.article.id != article_id(self.text):
            raise SpanError(
                "the article's id is not the sha256 of this text",
                where=self.article.uri,
                fix="give the text that the reading was made from, untouched",
            )
        self._prove_spans()
        self._prove_ids()

    def to_json(self) -> str:
        """Return the reading as one line of JSON, the same for the same reading."""
        return self.model_dump_json(by_alias=True)

    @classmethod
    def from_json(cls, line: str | bytes, text: str) -> Self:
        """Make a reading from its JSON and the text it was made from; both are proved."""
        return cls.model_validate({**_loads(line), "text": text})

    def spans(self) -> Iterator[tuple[str, Span]]:
        """Yield every span with the field that it stands for."""
        yield from _spans_of(self, "reading")

    def _prove_spans(self) -> None:
        for field, span in self.spans():
            if span.end > len(self.text):
                raise SpanError(
                    f"{field} ends at {span.end}, but the text has {len(self.text)} characters",
                    where=self.article.uri,
                )
        title = self.article.title
        if title and title.span.of(self.text) != title.text:
            raise SpanError("the title is not the words at its span", where=self.article.uri)

    def _prove_ids(self) -> None:
        times = _unique(self.times, "time", self.article.uri)
        entities = _unique(self.entities, "entity", self.article.uri)
        _unique(self.statements, "statement", self.article.uri)
        _unique(self.events, "event", self.article.uri)
        _unique(self.figures, "figure", self.article.uri)
        for owner, known, named in self._references(times, entities):
            if named not in known:
                raise IdError(
                    f"{owner} names {named!r}, which is not in the reading",
                    where=self.article.uri,
                )

    def _references(
        self, times: set[str], entities: set[str]
    ) -> Iterator[tuple[str, set[str], str]]:
        for s in self.statements:
            yield from ((s.id, entities, e) for e in (*s.speakers, s.addressee) if e)
            if s.time:
                yield s.id, times, s.time
        for v in self.events:
            parties = (*v.actors, *v.recipients, *v.said_by, v.place)
            yield from ((v.id, entities, e) for e in parties if e)
            refs = (t.ref for t in (v.time, v.duration) if t)
            yield from ((v.id, times, ref) for ref in refs if ref)
        for f in self.figures:
            yield from ((f.id, entities, e) for e in (f.counted_by, f.blamed, f.place) if e)


def json_schema() -> str:
    """Return the JSON Schema of a reading, as it is published in docs/reading.schema.json."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **Reading.model_json_schema(mode="serialization"),
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _loads(line: str | bytes) -> dict[str, Any]:
    from pydantic_core import from_json

    data = from_json(line)
    if not isinstance(data, dict):
        raise SpanError("a reading is one JSON object")
    return data


def _unique(parts: tuple[Any, ...], what: str, uri: str) -> set[str]:
    ids: set[str] = set()
    for part in parts:
        if part.id in ids:
            raise IdError(f"the {what} id {part.id!r} is given twice", where=uri)
        ids.add(part.id)
    return ids


def _spans_of(value: object, path: str) -> Iterator[tuple[str, Span]]:
    if isinstance(value, Span):
        yield path, value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            if name != "text":
                yield from _spans_of(getattr(value, name), f"{path}.{name}")
    elif isinstance(value, tuple):
        for n, item in enumerate(value):
            yield from _spans_of(item, f"{path}[{n}]")
