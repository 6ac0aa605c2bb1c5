"""When an act was: the time that its clause gives it, or the day on which it was said."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date

from kawat.draft import Draft
from kawat.layers.events.arguments import Trigger
from kawat.layers.events.grammar import HARD, is_verb, words
from kawat.layers.events.places import Sentence
from kawat.layers.events.reach import SPEECH, apart
from kawat.layers.events.units import Clauses
from kawat.reading import Span, Statement, Status, Time, TimeRef
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
_LONGEST = 5000
"""code points of a statement, at most"""
_REACH = 600
"""code points between a trigger and its date, at most"""
_FAR, _CLAUSE_COST = 40, 4
_VAGUE, _VAGUE_FAR = 20, 30
"""what `saat ini` is farther off than a date, and the farthest that it dates"""
_UNREAL_FAR = 20
"""the farthest that a date dates what is only hoped for: the sentence has other acts"""
_NUMBERED = frozenset({"nomor", "no", "no."})
_PRIOR = frozenset({"telah", "sudah", "pernah", "sempat"})


def time(
    draft: Draft, sentence: Sentence, trigger: Trigger, others: Sequence[Trigger], status: Status
) -> TimeRef | None:
    """Return the time that the clause gives the act, or ``None``.

    ``others`` are the triggers of the sentence: what stands in another's clause dates that.
    """
    near = [
        (far, expression)
        for expression in times_near(draft, sentence, span_of(sentence, trigger))
        if _may_date(draft, sentence, trigger, expression, status)
        and not apart(sentence.clauses, trigger, *_units(sentence, expression), others)
        and (far := distance(sentence, trigger, expression)) is not None
        and far <= _farthest(expression, status)
    ]
    best = min(near, key=lambda pair: pair[0], default=None)
    if best is not None:
        chosen = _finer(best[1], [expression for _, expression in near])
        return TimeRef(value=_counted(draft, sentence, trigger, chosen), ref=chosen.id)
    says = status == "happened" and _is_saying(sentence.clauses, trigger)
    return _day_of_saying(draft, span_of(sentence, trigger)) if says else None


def _finer(chosen: Time, near: Sequence[Time]) -> Time:
    """Return the day that lies in the year or month chosen: ``tahun ini … dimulai pada Senin``."""
    within = (t for t in near if t.value.startswith(chosen.value) and t.value != chosen.value)
    return next(within, chosen)


def _farthest(expression: Time, status: Status) -> int:
    """Return how many units a time may be off."""
    if _is_vague(expression):
        return _VAGUE_FAR
    return _UNREAL_FAR if status == "possible" else _FAR


def _is_vague(expression: Time) -> bool:
    return expression.value.endswith("_REF")


def _units(sentence: Sentence, expression: Time) -> tuple[int, int]:
    """Return the first and last unit of a time; brackets, ``Jumat (13/6)``, are no units."""
    clauses, span = sentence.clauses, expression.span
    return clauses.at(span.start), bisect_left(clauses.units, span.end, key=lambda u: u.start) - 1


def _may_date(
    draft: Draft, sentence: Sentence, trigger: Trigger, expression: Time, status: Status
) -> bool:
    """Tell whether a time can be when the act was: a date, not the report's, nor an end."""
    if expression.type not in ("DATE", "TIME") or "X" in expression.value:
        return False
    first, last = _units(sentence, expression)
    if sentence.clauses.form(first - 1) in _UNTIL or _of_report(sentence, expression):
        return False
    if _is_part_of_name(sentence.clauses, trigger, first, last):
        return False
    if not _dates_a_statement_around(draft, expression.id, span_of(sentence, trigger)):
        return True
    return status == "happened" and _is_saying(sentence.clauses, trigger)


def _is_part_of_name(clauses: Clauses, trigger: Trigger, first: int, last: int) -> bool:
    """Tell whether a date goes with the noun before it: ``UU Nomor 8 Tahun 1999``, ``UMP 2018``."""
    if any(clauses.form(k) in _NUMBERED for k in range(first - 3, first)):
        return True
    before, date_ = clauses.form(first - 1), clauses.form(first)
    relative = clauses.form(last) in ("lalu", "silam", "mendatang", "ini")
    plain = date_[:1].isdigit() and not relative and before.isalpha() and not is_verb(before)
    return plain and first - 1 != trigger.last and not _leads_a_date(before)


def _leads_a_date(form: str) -> bool:
    return any(form in words(name) for name in ("prepositions", "subordinators", "auxiliaries"))


def _is_saying(clauses: Clauses, trigger: Trigger) -> bool:
    """Tell whether the act is done by the words that tell it, not one that they tell of."""
    prior = {clauses.form(k) for k in range(trigger.first - 2, trigger.first)}
    return trigger.form.entry.type in SPEECH and prior.isdisjoint(_PRIOR)


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
    first, last = _units(sentence, expression)
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


def statements_near(draft: Draft, span: Span) -> Sequence[Statement]:
    """Return the statements that may hold a span."""
    low = bisect_left(draft.statements, span.start - _LONGEST, key=lambda s: s.span.start)
    return draft.statements[
        low : bisect_left(draft.statements, span.end, key=lambda s: s.span.start)
    ]


def span_of(sentence: Sentence, trigger: Trigger) -> Span:
    """Return the span of a trigger."""
    units = sentence.clauses.units
    return Span(units[trigger.first].start, units[trigger.last].end)


def times_near(draft: Draft, sentence: Sentence, span: Span) -> list[Time]:
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


def distance(sentence: Sentence, trigger: Trigger, expression: Time) -> int | None:
    """Return how many units lie between, more for each mark or clause; ``None`` if too far."""
    clauses = sentence.clauses
    i, j = _units(sentence, expression)
    low, high = (trigger.last + 1, i) if i > trigger.last else (j + 1, trigger.first)
    far = _VAGUE if _is_vague(expression) else 0
    for k in range(low, high):
        form = clauses.form(k)
        if form in (";", ":"):
            return None
        if form in words("subordinators") or form in _BEFORE:
            far += 0 if k == i - 1 else _CLAUSE_COST
        else:
            far += 3 if form == "," or form in HARD else 1
    return far if far <= _FAR else None
