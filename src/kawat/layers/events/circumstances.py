"""How long, where, about what, and on whose word: what a sentence adds to an event."""

from __future__ import annotations

from kawat.draft import Draft
from kawat.layers.events.arguments import Trigger
from kawat.layers.events.places import Sentence
from kawat.layers.events.when import distance, span_of, statements_near, times_near
from kawat.reading import Span, TimeRef

TOPIC = ("tentang", "soal", "mengenai", "terkait", "ihwal", "seputar", "perihal")
DISCUSS = frozenset({"bahas", "diskusi", "runding", "bicara", "bincang"})


def duration(draft: Draft, sentence: Sentence, trigger: Trigger) -> TimeRef | None:
    """Return how long it lasted: a duration after ``selama`` near the trigger."""
    for expression in times_near(draft, sentence, span_of(sentence, trigger)):
        if expression.type != "DURATION":
            continue
        i = sentence.clauses.at(expression.span.start)
        far = distance(sentence, trigger, expression)
        if far is not None and far <= 10 and sentence.clauses.form(i - 1) == "selama":
            return TimeRef(value=expression.value, ref=expression.id)
    return None


def place(sentence: Sentence, trigger: Trigger) -> str | None:
    """Return the entity where it happens: a place or country after ``di`` (``ke`` for a trip)."""
    trip = trigger.form.entry.frame.name in ("visit", "trip")
    for preposition in ("ke", "di", "dari") if trip else ("di",):
        for group in sentence.groups_after(trigger.last):
            near = trigger.last < group.governor < trigger.last + 15
            unit = sentence.clauses.units[group.first]
            if near and group.role == preposition and unit.kind in ("place", "country"):
                return unit.party[0]
    return None


def topics(draft: Draft, sentence: Sentence, trigger: Trigger) -> tuple[str, ...]:
    """Return what a CONSULT is about, as entity ids, or as words where no entity is named."""
    entry = trigger.form.entry
    if entry.type != "CONSULT":
        return ()
    for preposition in TOPIC:
        found = sentence.after(preposition, trigger.last)
        if found:
            return found
    if entry.root in DISCUSS and not trigger.passive:
        return sentence.object(trigger.last)
    return ()


def said_by(draft: Draft, span: Span) -> tuple[str, ...]:
    """Return the speakers of the statement that holds the trigger."""
    for statement in statements_near(draft, span):
        if statement.span.holds(span):
            return statement.speakers
    return ()
