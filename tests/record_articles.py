"""Articles and readings made for the tests of the record: the words decide every span."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kawat.reading import (
    ArticleHead,
    Entity,
    Event,
    Outlet,
    Published,
    Reading,
    Source,
    Span,
    Time,
    TimeRef,
    article_id,
)

COUNTRIES = {
    "Rusia": "RUS",
    "Turki": "TUR",
    "Suriah": "SYR",
    "Vladimir Putin": "RUS",
    "Recep Tayyip Erdoğan": "TUR",
    "Aleppo": "SYR",
}
"""The countries of the names that the tests use."""


@dataclass(frozen=True)
class Said:
    """An event as a test says it: words that stand in the text, names, and a TIMEX3 value."""

    type: str
    trigger: str
    actors: Sequence[str] = ()
    recipients: Sequence[str] = ()
    when: str | None = None
    status: str = "happened"
    mode: str | None = None
    place: str | None = None
    topics: Sequence[str] = ()
    said_by: Sequence[str] = field(default=())

    def names(self) -> Iterator[str]:
        yield from (*self.actors, *self.recipients, *self.said_by)
        if self.place:
            yield self.place


def span_of(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def reading_of(
    text: str,
    events: Sequence[Said] = (),
    *,
    uri: str = "a.txt",
    published: str | None = None,
    outlet: str | None = None,
    sources: Sequence[str] = (),
) -> Reading:
    """Return the reading of a text with these events; sentences end with a full stop."""
    names = list(dict.fromkeys(name for said in events for name in said.names()))
    ids = {name: f"e{n}" for n, name in enumerate(names, 1)}
    return Reading(
        article=ArticleHead(
            id=article_id(text),
            uri=uri,
            outlet=Outlet(name=outlet) if outlet else None,
            published=Published(value=published, basis="metadata") if published else None,
            sources=tuple(Source(name=s, span=span_of(text, s)) for s in sources),
        ),
        sentences=tuple(_sentences(text)),
        times=tuple(
            Time(id=f"t{n}", span=Span(0, 1), type="DATE", value=said.when)
            for n, said in enumerate(events, 1)
            if said.when
        ),
        entities=tuple(_entity(text, name, id) for name, id in ids.items()),
        events=tuple(_event(text, n, said, ids) for n, said in enumerate(events, 1)),
        text=text,
    )


def _sentences(text: str) -> Iterator[Span]:
    start = 0
    for part in text.split(". "):
        yield Span(start, min(start + len(part) + 1, len(text)))
        start += len(part) + 2


def _entity(text: str, name: str, id: str) -> Entity:
    mentions = (span_of(text, name),) if name in text else ()
    kind = "person" if " " in name else "country"
    return Entity.model_validate(
        {"id": id, "kind": kind, "name": name, "country": COUNTRIES.get(name), "mentions": mentions}
    )


def _event(text: str, n: int, said: Said, ids: dict[str, str]) -> Event:
    return Event.model_validate(
        {
            "id": f"v{n}",
            "type": said.type,
            "mode": said.mode,
            "status": said.status,
            "triggers": [span_of(text, said.trigger)],
            "actors": [ids[name] for name in said.actors],
            "recipients": [ids[name] for name in said.recipients],
            "time": TimeRef(value=said.when, ref=f"t{n}") if said.when else None,
            "place": ids[said.place] if said.place else None,
            "topics": [ids.get(topic, topic) for topic in said.topics],
            "said_by": [ids[name] for name in said.said_by],
        }
    )
