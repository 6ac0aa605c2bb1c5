"""When, how long, where, about what, and on whose word: what a sentence adds to an event."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date

from kawat.draft import Draft
from kawat.layers.events.arguments import Trigger
from kawat.layers.events.grammar import HARD, words
from kawat.layers.events.places import Sentence
from kawat.layers.events.units import Clauses
from kawat.reading import Span, Statement, Time, TimeRef
from kawat.timex import Shift, shifted

_REPORTING = frozenset(
    {"dilansir", "dikutip", "melansir", "mengutip", "diberitakan", "dilaporkan", "seperti"}
)
_UNTIL = frozenset({"hingga", "sampai"})
_BEFORE = frozenset({"menjelang", "jelang", "pasca"})
_ENTERING = frozenset({"memasuki", "menginjak"})
_CLOSE = 5
"""units from an act to the day that it has come to: `perang Iran-Israel yang kini memasuki`"""
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_TOPIC = ("tentang", "soal", "mengenai", "terkait", "ihwal", "seputar", "perihal")
_DISCUSS = frozenset({"bahas", "diskusi", "runding", "bicara", "bincang"})
_LONGEST = 5000
"""code points of a statement, at most"""
_REACH = 600
"""code points between a trigger and its date, at most"""
_FAR, _CLAUSE_COST = 40, 4
_VAGUE = 20
"""what `saat ini` is farther off than a date"""
_SPEECH = frozenset({"SUPPORT", "REJECT", "ACCUSE", "REQUEST", "THREATEN", "AGREE", "CONCEDE"})
"""types that saying makes: the day of the saying is that of the event"""


def time(draft: Draft, sentence: Sentence, trigger: Trigger) -> TimeRef | None:
    """Return the date that the clause gives the act, or ``None``."""
    span = _span(sentence, trigger)
    near = (
        (distance, expression)
        for expression in _times(draft, sentence, span)
        if _may_date(draft, sentence, trigger, expression)
        and (distance := _distance(sentence, trigger, expression)) is not None
    )
    best = min(near, key=lambda pair: pair[0], default=None)
    if best is not None:
        return TimeRef(value=_counted(draft, sentence, trigger, best[1]), ref=best[1].id)
    return _day_of_saying(draft, span) if trigger.form.entry.type in _SPEECH else None


def _may_date(draft: Draft, sentence: Sentence, trigger: Trigger, expression: Time) -> bool:
    """Tell whether a time can be when the act was: a date, not the report's, nor an end."""
    if expression.type not in ("DATE", "TIME") or "X" in expression.value:
        return False
    before = sentence.clauses.form(sentence.clauses.at(expression.span.start) - 1)
    if before in _UNTIL or _of_report(sentence, expression):
        return False
    speech = trigger.form.entry.type in _SPEECH
    return speech or not _dates_a_statement_around(draft, expression.id, _span(sentence, trigger))


def _counted(draft: Draft, sentence: Sentence, trigger: Trigger, expression: Time) -> str:
    """Return the day of the act that a day is counted from, else the day itself.

    ``sehari setelah Putin bertemu Assad`` is the day after the meeting, and ``perang yang memasuki
    hari kedelapan`` began seven days before it.
    """
    low = bisect_left(draft.expressions, expression.span.start, key=lambda e: e.span.start)
    found = next((e for e in draft.expressions[low : low + 1] if e.span == expression.span), None)
    shift = found.meaning if found else None
    day = _DAY.fullmatch(expression.value)
    if not isinstance(shift, Shift) or shift.unit != "D" or day is None:
        return expression.value
    clauses = sentence.clauses
    first, last = clauses.at(expression.span.start), clauses.at(expression.span.end - 1)
    back = 0
    if shift.of_event and first < trigger.first:
        aside = all(clauses.form(k) != "," for k in range(last + 1, trigger.first))
        back = shift.amount if aside else 0
    elif shift.nth and (trigger.first == last + 1 or _entered(clauses, trigger, first)):
        back = shift.nth - 1
    start = date.fromisoformat(day[0])
    real = 0 < start.toordinal() - back <= date.max.toordinal()
    return shifted(start, "D", -back) if real else expression.value


def _entered(clauses: Clauses, trigger: Trigger, first: int) -> bool:
    """Tell whether a day is one that the act has come to: ``perang memasuki hari kedelapan``."""
    near = 0 < first - trigger.last <= _CLOSE
    return near and clauses.form(first - 1) in _ENTERING


def _day_of_saying(draft: Draft, span: Span) -> TimeRef | None:
    """Return the time of the statement that holds an act of speech; it is inferred, so no ref."""
    for statement in statements_near(draft, span):
        if statement.time and statement.span.holds(span):
            value = next((t.value for t in draft.times if t.id == statement.time), None)
            return TimeRef(value=value) if value and "X" not in value else None
    return None


def duration(draft: Draft, sentence: Sentence, trigger: Trigger) -> TimeRef | None:
    """Return how long it lasted: a duration after ``selama`` near the trigger."""
    for expression in _times(draft, sentence, _span(sentence, trigger)):
        if expression.type != "DURATION":
            continue
        i = sentence.clauses.at(expression.span.start)
        far = _distance(sentence, trigger, expression)
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
    for preposition in _TOPIC:
        found = sentence.after(preposition, trigger.last)
        if found:
            return found
    if entry.root in _DISCUSS and not trigger.passive:
        return sentence.object(trigger.last)
    return ()


def said_by(draft: Draft, span: Span) -> tuple[str, ...]:
    """Return the speakers of the statement that holds the trigger."""
    for statement in statements_near(draft, span):
        if statement.span.holds(span):
            return statement.speakers
    return ()


def statements_near(draft: Draft, span: Span) -> Sequence[Statement]:
    """Return the statements that may hold a span."""
    low = bisect_left(draft.statements, span.start - _LONGEST, key=lambda s: s.span.start)
    return draft.statements[
        low : bisect_left(draft.statements, span.end, key=lambda s: s.span.start)
    ]


def _span(sentence: Sentence, trigger: Trigger) -> Span:
    units = sentence.clauses.units
    return Span(units[trigger.first].start, units[trigger.last].end)


def _times(draft: Draft, sentence: Sentence, span: Span) -> list[Time]:
    """Return the times of the sentence that stand near the trigger."""
    low = bisect_left(draft.times, span.start - _REACH, key=lambda t: t.span.start)
    high = bisect_left(draft.times, span.end + _REACH, key=lambda t: t.span.start)
    return [t for t in draft.times[low:high] if sentence.clauses.span.overlaps(t.span)]


def _of_report(sentence: Sentence, expression: Time) -> bool:
    """Tell whether the day is that of the report: ``dilansir AFP, Rabu (27/5)``."""
    clauses = sentence.clauses
    i = clauses.at(expression.span.start)
    back = [clauses.form(k) for k in range(max(0, i - 8), i)]
    for n in range(len(back) - 1, -1, -1):
        if back[n] in _REPORTING:
            return True
        if back[n] in words("subordinators") or back[n] in HARD:
            return False
    return False


def _dates_a_statement_around(draft: Draft, time_id: str, span: Span) -> bool:
    """Tell whether the time is when somebody said the words that the trigger stands in."""
    return any(s.time == time_id and s.span.holds(span) for s in statements_near(draft, span))


def _distance(sentence: Sentence, trigger: Trigger, expression: Time) -> int | None:
    """Return how many units lie between, more for each mark or clause; ``None`` if too far."""
    clauses = sentence.clauses
    i, j = clauses.at(expression.span.start), clauses.at(expression.span.end - 1)
    low, high = (trigger.last + 1, i) if i > trigger.last else (j + 1, trigger.first)
    far = _VAGUE if expression.value.endswith("_REF") else 0
    for k in range(low, high):
        form = clauses.form(k)
        if form in (";", ":"):
            return None
        if form in words("subordinators") or form in _BEFORE:
            far += 0 if k == i - 1 else _CLAUSE_COST
        else:
            far += 3 if form == "," or form in HARD else 1
    return far if far <= _FAR else None
