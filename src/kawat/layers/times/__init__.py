"""Time expressions as TIMEX3 has them, before the publication day is known."""

from __future__ import annotations

from dataclasses import replace

from kawat.draft import Draft, Expression, layer
from kawat.layers.times import clock, dates, relative, spells, years
from kawat.layers.times.grammar import Grammar
from kawat.layers.times.lexer import Words, lex
from kawat.reading import Mod, Span
from kawat.timex import CalendarDate

__all__ = ["expressions_in", "times"]

_SIDES: dict[str, Mod] = {"setelah": "AFTER", "sesudah": "AFTER", "sebelum": "BEFORE"}
_SILENT_FURNITURE = ("related", "tags", "comments")


_GRAMMAR = Grammar(rule for part in (dates, years, clock, spells, relative) for rule in part.RULES)


def expressions_in(text: str) -> tuple[Expression, ...]:
    """Return the time expressions of a text, in order and apart from each other."""
    words = lex(text)
    apart: list[Expression] = []
    for found in _GRAMMAR.parse(words):
        wider = _with_approximation(found, words, words.at(found.span.start))
        free = not apart or apart[-1].span.end <= wider.span.start
        apart.append(wider if free else found)
    return tuple(apart)


def _with_approximation(found: Expression, words: Words, first: int) -> Expression:
    """Take ``sekitar``, ``hampir``, ``lebih dari`` before an expression into it as modifier."""
    if first and words.codes[first - 1] == "C":
        return _with_side(found, words, first)
    if not first or words.codes[first - 1] != "q" or found.type == "SET":
        return found
    word = words[first - 1]
    mod = str(word.value)
    if found.type != "DURATION" and mod != "APPROX":
        return found
    changed = replace(found, span=Span(word.start, found.span.end))
    return changed if found.mod else replace(changed, mod=mod)  # type: ignore[arg-type]


def _with_side(found: Expression, words: Words, first: int) -> Expression:
    """Take ``setelah`` or ``sebelum`` before a printed date into it, as its modifier."""
    side = _SIDES.get(words[first - 1].form.lower())
    printed = isinstance(found.meaning, CalendarDate) and found.meaning.weekday is None
    if side is None or not printed or found.mod or found.type != "DATE":
        return found
    start = words[first - 1].start
    return replace(found, span=Span(start, found.span.end), mod=side)


@layer(needs="furniture sentences", gives="expressions")
def times(draft: Draft) -> None:
    """Time expressions, before the publication day is known."""
    silent = [f.span for f in draft.furniture if f.kind in _SILENT_FURNITURE]
    draft.expressions = tuple(
        e for e in expressions_in(draft.text) if not any(s.overlaps(e.span) for s in silent)
    )
