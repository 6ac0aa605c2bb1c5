"""Why an event, statement or figure was read: its words, and the rules and entries behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kawat.draft import Draft, Note
from kawat.lexicon import LANGUAGE
from kawat.reading import Event, Figure, Reading, Span, Statement


@dataclass(frozen=True, slots=True)
class Reason:
    """One rule that had a part in it.

    ``span`` (code points) and ``words`` are what the rule read. ``file`` and ``entry`` name what
    to mend, ``lexicon/id/cues.toml`` and ``mengatakan``; they are empty where a rule needs no
    lexicon. ``rule`` is a code, with words in ``labels/``.
    """

    span: Span
    words: str
    rule: str
    file: str
    entry: str
    detail: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """A record of a reading with its words (an event's: its clearest trigger) and its reasons."""

    id: str
    record: Event | Statement | Figure
    words: str
    reasons: tuple[Reason, ...]


def explanations(draft: Draft, reading: Reading) -> list[Explanation]:
    """Return an explanation of every event, statement and figure of a reading, in this order."""
    records: tuple[Event | Statement | Figure, ...] = (
        *reading.events,
        *reading.statements,
        *reading.figures,
    )
    return [_explanation(record, draft.notes[record.id], reading.text) for record in records]


def _explanation(
    record: Event | Statement | Figure, notes: Sequence[Note], text: str
) -> Explanation:
    span = record.triggers[0] if isinstance(record, Event) else record.span
    return Explanation(
        id=record.id,
        record=record,
        words=span.of(text),
        reasons=tuple(_reason(note, text) for note in notes),
    )


def _reason(note: Note, text: str) -> Reason:
    file = f"lexicon/{LANGUAGE}/{note.file}" if note.file else ""
    return Reason(note.span, note.span.of(text), note.rule, file, note.entry, note.detail)
