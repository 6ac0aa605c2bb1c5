"""What changed when articles were read again: record by record, with the words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from kawat.errors import UsageError
from kawat.reading import Event, Figure, Reading, Span, Statement, Time
from kawat.record.database import Database
from kawat.record.former import last_run, replaced

Value = str | tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Change:
    """One record of a reading that came, went or became another.

    ``fields`` has the values before and after of each field that differs; of what came, only
    after, and of what went, only before. ``words`` are the text at its span.
    """

    kind: Literal["added", "removed", "changed"]
    layer: str
    words: str
    fields: Mapping[str, tuple[Value, Value]]


@dataclass(frozen=True, slots=True)
class ChangedArticle:
    """An article whose reading changed, with the versions of Kawat that read it."""

    article: str
    uri: str
    before: str
    after: str
    changes: tuple[Change, ...]


_Facts = dict[tuple[str, tuple[Any, ...]], tuple[Span | None, dict[str, Value]]]
"""layer and what marks a record in it → its span and its fields"""


def changes(database: Database, run: int | None = None) -> list[ChangedArticle]:
    """Return what a run changed in articles that had been read before, by the articles' ids.

    Without ``run`` it is the last one that changed any. :class:`UsageError` for a run that is not
    one; an empty list where nothing was ever read again, or nothing changed.
    """
    with database.reading() as connection:
        number = last_run(connection) if run is None else run
        if number is None:
            return []
        found = [
            ChangedArticle(
                pair.after.article.id,
                pair.after.article.uri,
                pair.version_before,
                pair.version_after,
                tuple(differences(pair.before, pair.after)),
            )
            for pair in replaced(connection, number)
        ]
    if not found:
        raise UsageError(
            f"run {run} read nothing again", fix="leave --run out for the last that did"
        )
    return found


def differences(before: Reading, after: Reading) -> Iterator[Change]:
    """Yield what differs between two readings of one text, in the order of the text."""
    old, new = _facts(before), _facts(after)
    for key in sorted({*old, *new}, key=lambda key: _order(key, old, new)):
        (span, was), (now_span, now) = old.get(key, (None, {})), new.get(key, (None, {}))
        kind: Literal["added", "removed", "changed"]
        kind = "changed" if key in old and key in new else "added" if key in new else "removed"
        fields = {
            name: (was.get(name), now.get(name))
            for name in {**was, **now}
            if was.get(name) != now.get(name)
        }
        if fields or kind != "changed":
            at = now_span or span
            yield Change(kind, key[0], at.of(after.text) if at else "", fields)


def _order(key: tuple[str, tuple[Any, ...]], old: _Facts, new: _Facts) -> tuple[Any, ...]:
    span = (new.get(key) or old[key])[0] or Span(0, 0)
    return span.start, span.end, key[0], repr(key[1])


def _facts(reading: Reading) -> _Facts:
    names = {entity.id: entity.name for entity in reading.entities}
    text, head = reading.text, reading.article
    facts: _Facts = {
        ("article", ()): (None, _head(reading)),
        **{("furniture", (f.span, f.kind)): (f.span, {"kind": f.kind}) for f in head.furniture},
        **{("source", (s.span,)): (s.span, {"name": s.name}) for s in head.sources},
        **{("time", (t.span,)): (t.span, _time(t)) for t in reading.times},
        **{
            ("statement", (s.span,)): (s.span, _said(s, reading, names)) for s in reading.statements
        },
        **{("figure", (f.span,)): (f.span, _figure(f, names)) for f in reading.figures},
        **{
            ("warning", (w.code, w.span)): (w.span, {"message": w.message})
            for w in reading.warnings
        },
    }
    for entity in reading.entities:
        span = entity.mentions[0] if entity.mentions else None
        fields: dict[str, Value] = {
            name: getattr(entity, name) for name in ("name", "kind", "country", "sector", "role")
        }
        fields["mentions"] = tuple(mention.of(text) for mention in entity.mentions)
        facts["entity", (span, entity.name if span is None else "")] = span, fields
    for event in reading.events:
        span = event.triggers[0]
        facts["event", (span, event.type)] = span, _event(event, text, names)
    return facts


def _head(reading: Reading) -> dict[str, Value]:
    head = reading.article
    return {
        "language": head.language,
        "sentences": str(len(reading.sentences)),
        "title": head.title.text if head.title else None,
        "outlet": head.outlet.name if head.outlet else None,
        "published": head.published.value if head.published else None,
        "basis": head.published.basis if head.published else None,
    }


def _time(time: Time) -> dict[str, Value]:
    return {"type": time.type, "value": time.value, "mod": time.mod}


def _said(said: Statement, reading: Reading, names: Mapping[str, str]) -> dict[str, Value]:
    values = {time.id: time.value for time in reading.times}
    return {
        "kind": said.kind,
        "cue": said.cue.of(reading.text) if said.cue else None,
        "speakers": tuple(names[id] for id in said.speakers),
        "addressee": names[said.addressee] if said.addressee else None,
        "via": said.via,
        "time": values[said.time] if said.time else None,
    }


def _event(event: Event, text: str, names: Mapping[str, str]) -> dict[str, Value]:
    return {
        "type": event.type,
        "mode": event.mode,
        "status": event.status,
        "triggers": tuple(trigger.of(text) for trigger in event.triggers),
        "actors": tuple(names[id] for id in event.actors),
        "recipients": tuple(names[id] for id in event.recipients),
        "time": event.time.value if event.time else None,
        "duration": event.duration.value if event.duration else None,
        "place": names[event.place] if event.place else None,
        "topics": tuple(names.get(topic, topic) for topic in event.topics),
        "contexts": event.contexts,
        "said_by": tuple(names[id] for id in event.said_by),
    }


def _figure(figure: Figure, names: Mapping[str, str]) -> dict[str, Value]:
    plain = figure.model_dump(exclude={"id", "span", "counted_by", "blamed", "place"})
    words = {name: None if value is None else str(value) for name, value in plain.items()}
    parties = {"counted_by": figure.counted_by, "blamed": figure.blamed, "place": figure.place}
    return {**words, **{role: names[id] if id else None for role, id in parties.items()}}
