"""When what an article expects is due: its own day, or a horizon by the words that it has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from kawat.lexicon import table
from kawat.reading import Event, Reading, Span
from kawat.record.days import days_of
from kawat.record.phrases import Phrases

DATED = "dated"
"""The rule of what the text gives a day itself; the others are those of ``horizons.toml``."""


@dataclass(frozen=True, slots=True)
class Horizon:
    """An event that is planned or possible, the last day on which it is due, and the rule.

    ``span`` is where the words of the rule stand, else the event's first trigger.
    """

    telling: str
    due: date | None
    rule: str
    span: Span


def horizons(reading: Reading) -> Iterator[Horizon]:
    """Yield the horizon of every event that is planned or possible."""
    published = reading.article.published
    days = days_of(published.value if published else None)
    for event in reading.events:
        if event.status in ("planned", "possible"):
            yield _horizon(event, reading, days.last if days else None)


def _horizon(event: Event, reading: Reading, published: date | None) -> Horizon:
    trigger = event.triggers[0]
    time = event.time
    ref = next((t for t in reading.times if time and t.id == time.ref), None)
    days = days_of(time.value if time else None)
    if days and not (ref and ref.mod == "AFTER"):
        return Horizon(event.id, days.last, DATED, ref.span if ref else trigger)
    rule, span = _by_words(ref.span if ref else None, trigger, reading)
    start = days.last if days else published
    due = start + timedelta(_rules()[rule]) if start else None
    return Horizon(event.id, due, rule, span)


def _by_words(ref: Span | None, trigger: Span, reading: Reading) -> tuple[str, Span]:
    """Return the rule that the time expression names, else the sentence, else the default."""
    sentence = next((s for s in reading.sentences if s.start <= trigger.start < s.end), trigger)
    for span in filter(None, (ref, sentence)):
        for at, rule in _phrases().find(span.of(reading.text)):
            return rule, Span(at.start + span.start, at.end + span.start)
    return "default", trigger


def _rules() -> dict[str, int]:
    return {key: int(entry["days"]) for key, entry in table("horizons").items()}


@cache
def _phrases() -> Phrases[str]:
    entries = table("horizons").items()
    return Phrases((word, key) for key, entry in entries for word in entry["words"])
