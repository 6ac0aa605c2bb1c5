"""The stage of an agreement that a telling tells: by its type and status, and by its words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import get_args

from kawat.lexicon import table
from kawat.reading import Entity, Event, EventType, Reading, Span
from kawat.record.phrases import Phrases

STAGES = (
    "proposed", "expected", "accepted", "rejected", "not_reached", "announced", "signed",
    "in_force", "renewed", "suspended", "violated", "unfulfilled", "collapsed",
)  # fmt: skip
"""Stages in the order in which they follow each other where days do not tell."""

REACHED = frozenset({"announced", "signed", "in_force", "renewed"})
KEPT = frozenset({"in_force", "renewed"})
BROKEN = frozenset({"rejected", "not_reached", "unfulfilled", "collapsed", "suspended"})

_BY_STATUS: dict[str, dict[str, str]] = {
    "AGREE": {"happened": "announced", "negated": "not_reached"},
    "RETREAT": {"happened": "in_force", "negated": "unfulfilled"},
    "COOPERATE": {"negated": "unfulfilled"},
    "REQUEST": {"happened": "proposed"},
    "REJECT": {"happened": "rejected"},
    "SUPPORT": {"happened": "accepted"},
    "CONCEDE": {"happened": "accepted"},
}
"""type → status → stage; what is planned or possible is expected or proposed."""

_AHEAD = frozenset({"AGREE", "RETREAT"})
_BEFORE = 3
"""Words before a stage's words in which one that undoes them counts."""


@dataclass(frozen=True, slots=True)
class Stage:
    """What an event says of an agreement: the matter, its stage, and the words that tell it.

    ``matter_span`` is where the matter is named, ``span`` the words of the stage, or the event's
    trigger where its type and status tell.
    """

    telling: str
    matter: str
    stage: str
    matter_span: Span
    span: Span


def stages(reading: Reading) -> Iterator[Stage]:
    """Yield the stages that the events of a reading tell, at most one an event."""
    for event in reading.events:
        if event.type not in _types():
            continue
        sentences = _sentences(event, reading)
        named = _matter(event, sentences, reading)
        if named is None:
            continue
        matter, matter_span = named
        told = _by_words(event, sentences, reading) or _by_status(event, sentences, reading)
        if told:
            yield Stage(event.id, matter, told[0], matter_span, told[1])


def matter_of(event: Event, reading: Reading) -> str | None:
    """Return the matter that an event's sentences are about, the one nearest to its trigger."""
    named = _matter(event, _sentences(event, reading), reading)
    return named[0] if named else None


def _sentences(event: Event, reading: Reading) -> list[Span]:
    """Return the sentences of an event's triggers, the first one's first."""
    holding = (
        sentence
        for trigger in event.triggers
        for sentence in reading.sentences
        if sentence.start <= trigger.start < sentence.end
    )
    return list(dict.fromkeys(holding)) or [event.triggers[0]]


def _found(phrases: Phrases[str], span: Span, text: str) -> Iterator[tuple[Span, str]]:
    for at, means in phrases.find(span.of(text)):
        yield Span(at.start + span.start, at.end + span.start), means


def _matter(event: Event, sentences: list[Span], reading: Reading) -> tuple[str, Span] | None:
    """Return the matter nearest to the first trigger, and of those as near the longest named."""
    trigger = event.triggers[0]
    for sentence in sentences:
        found = [
            (max(at.start - trigger.end, trigger.start - at.end, 0), at.start - at.end, matter, at)
            for at, matter in _found(_matters(), sentence, reading.text)
            if not _parted(trigger, at, reading.text)
        ]
        if found:
            *_, matter, at = min(found)
            return matter, at
    topics = _topics(event, {entity.id: entity for entity in reading.entities})
    for topic in topics:
        for _, matter in _matters().find(topic):
            return matter, trigger
    return None


def _parted(trigger: Span, at: Span, text: str) -> bool:
    """Tell whether a conjunction of time parts the two: the matter is of another act."""
    between = (
        text[trigger.end : at.start] if trigger.end < at.start else text[at.end : trigger.start]
    )
    return not _parting().isdisjoint(between.casefold().split())


def _topics(event: Event, entities: dict[str, Entity]) -> list[str]:
    return [entities[topic].name if topic in entities else topic for topic in event.topics]


def _by_words(event: Event, sentences: list[Span], reading: Reading) -> tuple[str, Span] | None:
    if event.status != "happened":
        return None
    best: tuple[int, int, str, Span] | None = None
    for number, sentence in enumerate(sentences[:1]):
        for at, stage in _found(_words_of_stages(), sentence, reading.text):
            if event.type in _entry(stage)["types"] and not _undone(at, sentence, reading.text):
                order = list(_entries()).index(stage)
                best = min(filter(None, (best, (order, number, stage, at))))
    return (best[2], best[3]) if best else None


def _undone(at: Span, sentence: Span, text: str) -> bool:
    return not _undoing().isdisjoint(_before(at, sentence, text))


def _before(at: Span, sentence: Span, text: str) -> list[str]:
    """Return the words of the sentence that stand right before a span."""
    words = text[sentence.start : at.start].casefold().split()[-_BEFORE:]
    return [word.strip(",.\"'“”()") for word in words]


def _by_status(event: Event, sentences: list[Span], reading: Reading) -> tuple[str, Span] | None:
    trigger = event.triggers[0]
    before = set(_before(trigger, sentences[0], reading.text))
    if stage := _BY_STATUS.get(event.type, {}).get(event.status):
        if event.status == "negated" and before & set(table("stages")["condition"]):
            return None
        if event.type == "RETREAT" and event.status == "happened" and before & _proposing():
            return "proposed", trigger
        return "accepted" if stage == "announced" and _one_sided(event) else stage, trigger
    if event.status in ("planned", "possible") and event.type in _AHEAD:
        proposing = next(iter(_found(_proposal(), sentences[0], reading.text)), None)
        if event.status == "possible" and proposing:
            return "proposed", proposing[0]
        return "expected", trigger
    return None


def _one_sided(event: Event) -> bool:
    """Tell whether one party alone agrees: it accepts, and nothing is agreed yet."""
    return len(event.actors) == 1 and not event.recipients


def _entries() -> dict[str, dict[str, list[str]]]:
    return {key: entry for key, entry in table("stages").items() if isinstance(entry, dict)}


def _entry(stage: str) -> dict[str, list[str]]:
    entry: dict[str, list[str]] = table("stages")[stage]
    return entry


@cache
def _types() -> frozenset[str]:
    worded = {type for entry in _entries().values() for type in entry["types"]}
    return frozenset(get_args(EventType)) & (worded | set(_BY_STATUS))


@cache
def _undoing() -> frozenset[str]:
    return frozenset(table("stages")["not"])


@cache
def _parting() -> frozenset[str]:
    return frozenset(table("stages")["parting"])


@cache
def _proposing() -> frozenset[str]:
    return frozenset(table("stages")["proposal"])


@cache
def _words_of_stages() -> Phrases[str]:
    return Phrases((word, key) for key, entry in _entries().items() for word in entry["words"])


@cache
def _proposal() -> Phrases[str]:
    return Phrases((word, "proposed") for word in table("stages")["proposal"])


@cache
def _matters() -> Phrases[str]:
    return Phrases(
        (word, key) for key, entry in table("matters").items() for word in entry["words"]
    )
