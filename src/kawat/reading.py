"""The reading of one article: typed records that can't be made wrong.

The shape is the published contract of Kawat, ``kawat/reading/1`` (docs/reading.md). Offsets are
Unicode code points into the article's text as given; a span is half open, ``[start, end)``.
A :class:`Reading` checks itself when it is made: every span lies within the text, every id is
known, and the words it repeats are the words that stand there. A reading that fails raises
:class:`~kawat.errors.SpanError` or :class:`~kawat.errors.IdError`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Annotated, Any, Literal, NamedTuple, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from kawat.errors import IdError, SpanError

SCHEMA: Literal["kawat/reading/1"] = "kawat/reading/1"


class Span(NamedTuple):
    """Where words stand: code points ``[start, end)`` of the text as given."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the very words."""
        return text[self.start : self.end]

    def overlaps(self, other: tuple[int, int]) -> bool:
        """Tell whether the two spans share a code point."""
        return self.start < other[1] and other[0] < self.end

    def holds(self, other: tuple[int, int]) -> bool:
        """Tell whether the other span lies wholly within this one."""
        return self.start <= other[0] and other[1] <= self.end


def _forward(span: Span) -> Span:
    if not 0 <= span.start < span.end:
        raise ValueError(f"a span runs forward from 0 or later, not {span.start} to {span.end}")
    return span


Words = Annotated[Span, AfterValidator(_forward)]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Title(_Part):
    """The headline, where it stands in the text."""

    text: str
    span: Words


class Outlet(_Part):
    """The outlet that published the article; the name is normalised."""

    name: str
    span: Words | None = None


class Dateline(_Part):
    """The place that the report is dated from."""

    place: str
    span: Words


class Published(_Part):
    """When the article was published: a day, or the month or year if no nearer can be said."""

    value: str
    basis: Literal["stated", "metadata", "inferred"]
    span: Words | None = None
    candidates: tuple[str, ...] = ()
    why: tuple[str, ...] = ()


FurnitureKind = Literal[
    "title", "caption", "credit", "byline", "stamp", "related", "tags", "comments", "rights",
    "source", "other",
]  # fmt: skip


class Furniture(_Part):
    """What the page adds around the report."""

    kind: FurnitureKind
    span: Words


class Source(_Part):
    """An outlet, agency or feed that the article says it took something from."""

    name: str
    span: Words


class ArticleHead(_Part):
    """What is said of the article itself."""

    id: str = Field(description="sha256 of the text, in hex")
    uri: str
    language: str = "id"
    title: Title | None = None
    outlet: Outlet | None = None
    dateline: Dateline | None = None
    published: Published | None = None
    furniture: tuple[Furniture, ...] = ()
    sources: tuple[Source, ...] = ()


TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
Mod = Literal["START", "MID", "END", "APPROX", "LESS_THAN", "MORE_THAN", "BEFORE", "AFTER"]


class Time(_Part):
    """A time expression with its TIMEX3 type, value and modifier."""

    id: str
    span: Words
    type: TimeType
    value: str
    mod: Mod | None = None


EntityKind = Literal["person", "country", "organization", "place", "group"]


class Entity(_Part):
    """One real person, state, body, place or group, with every mention of it in the article."""

    id: str
    kind: EntityKind
    name: str
    country: str | None = Field(default=None, description="ISO 3166-1 alpha-3")
    sector: str | None = Field(default=None, description="PLOVER sector code")
    role: str | None = None
    mentions: tuple[Words, ...]


class Statement(_Part):
    """Words that somebody said: quoted (direct) or reported (indirect)."""

    id: str
    kind: Literal["direct", "indirect"]
    span: Words
    cue: Words | None = None
    speakers: tuple[str, ...] = ()
    addressee: str | None = None
    via: tuple[str, ...] = ()
    time: str | None = None


EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE",
    "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
Status = Literal["happened", "planned", "possible", "negated"]


class TimeRef(_Part):
    """A TIMEX3 value and the time expression it was read from, where there is one."""

    value: str
    ref: str | None = None


class Event(_Part):
    """One real happening, with every mention of it in the article (PLOVER type and mode)."""

    id: str
    type: EventType
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    status: Status
    triggers: tuple[Words, ...]
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    time: TimeRef | None = None
    duration: TimeRef | None = None
    place: str | None = None
    topics: tuple[str, ...] = Field(default=(), description="entity ids or words")
    said_by: tuple[str, ...] = ()


Measure = Literal[
    "killed", "injured", "missing", "displaced", "detained", "released", "troops", "weapons",
    "aid", "money",
]  # fmt: skip


class Figure(_Part):
    """A count of people or things harmed, moved or deployed."""

    id: str
    span: Words
    measure: Measure
    value: int | float | None = None
    low: int | float | None = None
    high: int | float | None = None
    qualifier: Literal["exact", "about", "at_least", "at_most"] = "exact"
    unit: str | None = None
    group: str | None = Field(default=None, description="who they are, in the text's words")
    counted_by: str | None = None
    blamed: str | None = None
    place: str | None = None
    since: str | None = None
    as_of: str | None = None


class ReadingWarning(_Part):
    """Something that a careful reader would stop at."""

    code: Literal[
        "date-contradiction", "suspect-text", "language", "subject", "unclosed-quotation", "limit"
    ]
    span: Words | None = None
    message: str


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
