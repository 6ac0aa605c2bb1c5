"""The records of a reading: typed, frozen, and with spans that run forward."""

from __future__ import annotations

from typing import Annotated, Literal, NamedTuple

from pydantic import AfterValidator, BaseModel, ConfigDict, Field


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
