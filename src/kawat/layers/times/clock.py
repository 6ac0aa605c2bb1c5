"""Clock times and parts of the day, as the suffix that a day's value gets."""

from __future__ import annotations

import re

from kawat.draft import Expression
from kawat.layers.times.grammar import MARKED_CLOCK, ZONE, Rule, rule
from kawat.layers.times.lexer import Words
from kawat.reading import Mod
from kawat.timex import Shift

_NOON = 12


def part_suffix(words: Words, first: int, last: int) -> tuple[str, Mod | None]:
    """Return the TIMEX3 part of the day among the words (``TNI``) and its modifier."""
    value = next(str(w.value) for w in words.between(first, last) if w.code == "P")
    part, _, mod = value.partition(" ")
    return part, mod or None  # type: ignore[return-value]


def clock_suffix(words: Words, first: int, last: int, part: str = "") -> str:
    """Return ``T09:30`` for the clock time among the words, empty where it is none.

    A part of the day moves a small hour past noon: ``pukul 7 malam`` is ``T19:00``.
    """
    numbers = [w.value for w in words.between(first, last) if w.code == "d"]
    hour = numbers[0] if numbers else None
    minute = numbers[1] if len(numbers) > 1 else 0
    if not isinstance(hour, int) or not isinstance(minute, int) or hour > 24 or minute > 59:
        return ""
    if part in ("TAF", "TEV", "TNI") and hour < _NOON and len(numbers) == 1:
        hour += _NOON
    return f"T{hour:02}:{minute:02}"


def _clock(words: Words, match: re.Match[str]) -> list[Expression] | None:
    part = part_suffix(words, *match.span("part"))[0] if match.groupdict().get("part") else ""
    suffix = clock_suffix(words, match.start("clock"), match.end("clock"), part)
    if not suffix:
        return None
    span = words.span(*match.span())
    return [Expression(span, "TIME", None, None, Shift("D", 0, "told"), suffix)]


def _clock_range(words: Words, match: re.Match[str]) -> list[Expression] | None:
    ends = [(g, clock_suffix(words, *match.span(g))) for g in ("from", "to")]
    if not all(suffix for _, suffix in ends):
        return None
    spans = words.span(*match.span("from")), words.span(match.start("to"), match.end())
    return [
        Expression(span, "TIME", None, None, Shift("D", 0, "told"), suffix)
        for span, (_, suffix) in zip(spans, ends, strict=True)
    ]


def _part(words: Words, match: re.Match[str]) -> list[Expression] | None:
    """``pagi ini``, ``tadi malam``, ``besok pagi``, ``sore harinya``."""
    suffix, mod = part_suffix(words, *match.span("part"))
    days, told = 0, bool(match.groupdict().get("told"))
    for word in words.between(match.start(), match.end()):
        if word.code == "K" and isinstance(word.value, int):
            days = word.value
        elif word.code == "v" and suffix == "TNI":
            days = -1
    meaning = Shift("D", 0, "told") if told else Shift("D", days)
    return [Expression(words.span(*match.span()), "TIME", None, mod, meaning, suffix)]


def _part_told(words: Words, match: re.Match[str]) -> list[Expression] | None:
    """``malam itu``, ``sore harinya``; ``pagi hari`` only after ``pada``: else it is any day's."""
    first, last = match.span()
    general = words[last - 1].form.lower() == "hari"
    if general and (not first or words[first - 1].form.lower() not in ("pada", "sejak")):
        return None
    return _part(words, match)


def _bare_part(words: Words, match: re.Match[str]) -> list[Expression] | None:
    """``sejak pagi``: the preposition is not in the span."""
    suffix, mod = part_suffix(words, *match.span("part"))
    span = words.span(*match.span("part"))
    return [Expression(span, "TIME", None, mod, Shift("D", 0, "told"), suffix)]


RULES: tuple[tuple[str, Rule], ...] = (
    ("kj", rule("clock", rf"(?P<clock>{MARKED_CLOCK})(?P<part>P)?(?P<zone>{ZONE})?", _clock)),
    ("d", rule("clock with zone", rf"(?P<clock>d[.:]d(?:[.:]d)?)(?P<zone>{ZONE})", _clock)),
    ("kj", rule("range of clocks", rf"(?P<from>[kj]d[.:]d)-(?P<to>k?d[.:]d)(?:{ZONE})?",
                _clock_range)),
    ("vf", rule("part of a day", r"[vf](?P<part>P)", _part)),
    ("P", rule("part of this day", r"(?P<part>P)(?:v|f|i|K|hi)", _part)),
    ("K", rule("part of a day near", r"K(?P<part>P)", _part)),
    ("P", rule("part of that day", r"(?P<part>P)(?P<told>t|h(?!i))", _part_told)),
    ("p", rule("part after a preposition", r"p(?P<part>P)(?![hiftvKZW])", _bare_part)),
)  # fmt: skip
