"""Calendar dates as printed: weekdays, days, months, years, and their ranges."""

from __future__ import annotations

import re
from dataclasses import replace

from kawat.draft import Expression
from kawat.layers.times.clock import clock_suffix, part_suffix
from kawat.layers.times.grammar import (
    AFTER,
    DAY_IN_NUMBERS,
    DAY_IN_WORDS,
    FULL_NUMBERS,
    TAIL,
    ZONE,
    Rule,
    rule,
)
from kawat.layers.times.lexer import Word, Words, context
from kawat.reading import Mod, Span
from kawat.timex import CalendarDate, Direction, Slip, real_date

_YEARS = (1500, 2199)
_BIRTH_REACH = 6  # words between `lahir` and the day
_CENTURY_TURN = 70  # '69 is 2069, '70 is 1970: no newspaper looks further ahead


def printed(words: Words, first: int, last: int) -> CalendarDate | Slip:
    """Read the day, month and year among the words (``(7/2)``, ``21 November 2017``)."""
    told = words.between(first, last)
    months = [w for w in told if w.code in "Mm"]
    numbers = [w for w in told if w.code in "dyD"]
    slip = Slip(words.span(first, last).of(words.text))
    if months:
        day = next((w for w in numbers if w.code == "d"), None)
        year = next((w for w in numbers if w.code == "y"), None)
        return _checked(CalendarDate(None, number(day), number(months[0]), number(year)), slip)
    values = [number(w) for w in numbers]
    if numbers and numbers[0].code == "y" and len(values) > 1:
        values.reverse()
    if len(values) < 2:
        return _checked(CalendarDate(day=values[0] if values else None), slip)
    if len(values) < 3:
        return _checked(CalendarDate(None, values[0], values[1]), slip)
    year_value = _full_year(values[2])
    odd = "" if year_value else str(values[2])
    return _checked(CalendarDate(None, values[0], values[1], year_value, odd_year=odd), slip)


def _checked(found: CalendarDate, slip: Slip) -> CalendarDate | Slip:
    """Give back the slip where no calendar has such a day."""
    leap = 2000
    if found.day is not None and found.month is not None:
        return found if real_date(found.year or leap, found.month, found.day) else slip
    good = (found.day is None or 1 <= found.day <= 31) and (found.year or 1) > 0
    return found if good else slip


def number(word: Word | None) -> int | None:
    """Return the number that the lexer gave a word."""
    return word.value if word is not None and isinstance(word.value, int) else None


def _full_year(year: int | None) -> int | None:
    """Return the year that two or four digits stand for, ``None`` for any other number."""
    if year is None or year > 99:
        return year if year and _YEARS[0] <= year <= _YEARS[1] else None
    return year + (2000 if year < _CENTURY_TURN else 1900)


def with_tail(found: CalendarDate, words: Words, first: int, last: int) -> CalendarDate:
    """Add what ``lalu``, ``mendatang``, ``pekan depan``, ``tahun ini`` say of a date."""
    unit, amount = "", None
    for word in words.between(first, last):
        if word.code in "woY":
            unit = word.code
        elif word.code in "lfiK":
            amount = number(word)
    if amount is None:
        return found
    if unit == "w":
        return replace(found, weeks=amount)
    if unit == "o":
        return replace(found, months=amount)
    if unit == "Y":
        return replace(found, years=amount)
    return replace(found, direction=_direction(amount))


def _direction(amount: int) -> Direction:
    return "past" if amount < 0 else "future" if amount > 0 else "present"


def expression(
    span: Span, found: CalendarDate | Slip, suffix: str = "", mod: Mod | None = None
) -> Expression:
    """Make the expression of a date; its value is fixed where the year is printed."""
    value = None if isinstance(found, Slip) or suffix else fixed_value(found)
    return Expression(span, "TIME" if suffix else "DATE", value, mod, found, suffix)


def fixed_value(found: CalendarDate) -> str | None:
    """Return the value of a date whose year is printed, else ``None``."""
    if found.year is None or found.hijri:
        return None
    if found.month is None:
        return f"{found.year:04}"
    if found.day is None:
        return f"{found.year:04}-{found.month:02}"
    return f"{found.year:04}-{found.month:02}-{found.day:02}"


def _whole(words: Words, match: re.Match[str]) -> list[Expression] | None:
    """Weekday, date or both, with what follows: tail, part of the day, clock, zone."""
    groups = match.groupdict()
    if _is_birthday(words, match.start()) or _is_part_of_a_code(words, match):
        return []
    found: CalendarDate | Slip = CalendarDate()
    if groups.get("date"):
        found = printed(words, *match.span("date"))
    if isinstance(found, CalendarDate):
        if groups.get("wd"):
            found = replace(found, weekday=number(words[match.end("wd") - 1]))
        for tail in ("tail", "tail2"):
            if groups.get(tail):
                found = with_tail(found, words, *match.span(tail))
    suffix, mod = _suffix(words, match)
    first = match.start()
    last = match.end()
    if words.codes[first] == "(":
        first, last = first + 1, last - 1
    return [expression(words.span(first, last), found, suffix, mod)]


def _is_birthday(words: Words, at: int) -> bool:
    """Tell a day of birth: ``kelahiran 14 Juni``, ``lahir di Lyon, pada 6 Februari 1940``."""
    start = max(0, at - _BIRTH_REACH)
    before = words.codes[start:at]
    stop = max(before.rfind("."), before.rfind("\n")) + 1
    return not context("birth").isdisjoint(words.lows(start + stop, at))


def _is_part_of_a_code(words: Words, match: re.Match[str]) -> bool:
    """Tell digits and slashes inside a longer number: ``100.3.3.1/712/013``."""
    first = match.start()
    if words.codes[first] not in "dy" or not first:
        return False
    before = words[first - 1]
    return (
        before.code in "./-"
        and before.end == words[first].start
        and first > 1
        and (words.codes[first - 2] in "dDyA")
    )


def _suffix(words: Words, match: re.Match[str]) -> tuple[str, Mod | None]:
    groups = match.groupdict()
    part = next((g for g in ("part", "part0") if groups.get(g)), None)
    day_part = part_suffix(words, *match.span(part)) if part else ("", None)
    if groups.get("clock"):
        start, end = match.span("clock")
        clock = clock_suffix(words, start, end, day_part[0])
        if clock:
            near = any(w.code == "q" for w in words.between(start, end))
            return clock, "APPROX" if near else None
    return day_part


def _eve_of_weekday(words: Words, match: re.Match[str]) -> list[Expression] | None:
    """``malam Minggu``: the night of Saturday."""
    weekday = number(words[match.end() - 1])
    if weekday is None or words[match.start()].form.lower() != "malam":
        return None
    found = CalendarDate(weekday=(weekday - 2) % 7 + 1)
    return [expression(words.span(*match.span()), found, "TNI")]


def _month(words: Words, match: re.Match[str]) -> list[Expression] | None:
    """A month, with a year or a tail; bare only where a preposition or stage says so."""
    groups = match.groupdict()
    month = next(w for w in words.between(match.start("mo"), match.end("mo")))
    bare = not (groups["yr"] or groups["tail"] or groups["st"] or groups["o"])
    if bare and not _month_stands_alone(words, match.start(), match.end()):
        return None
    if month.code == "m" and not groups["yr"]:
        return None
    years = [w for w in words.between(match.start("yr"), match.end("yr")) if w.code == "y"]
    year = number(years[0]) if years else None
    found = CalendarDate(month=number(month), year=year)
    if groups["tail"]:
        found = with_tail(found, words, *match.span("tail"))
    return [expression(words.span(*match.span()), found, mod=stage(words, match))]


def stage(words: Words, match: re.Match[str]) -> Mod | None:
    """Return the modifier of ``awal``, ``pertengahan``, ``akhir`` in the group ``st``."""
    if not match.groupdict().get("st"):
        return None
    mod: Mod = words[match.start("st")].value  # type: ignore[assignment]
    return mod


def _month_stands_alone(words: Words, first: int, last: int) -> bool:
    """Tell a month from a name (``April``, ``Juni``) by what stands around it."""
    if not words[first].form[0].isupper():
        return False
    before = words.codes[first - 1] if first else "\n"
    after = words.codes[last] if last < len(words.codes) else "\n"
    if after == "A":
        return False
    return (
        before in "p-CQ"
        or (before in "._;\n," and after in ",")
        or words[first - 1].form.lower() in ("di", "dan", "bulan", "hingga", "untuk", "ke")
    )


def _range(words: Words, match: re.Match[str]) -> list[Expression] | None:
    """Two days with one month or year: ``15-18 Juni``, ``30 Juni - 2 Juli 2025``."""
    second = printed(words, *match.span("to"))
    first = printed(words, *match.span("from"))
    if isinstance(first, Slip) or isinstance(second, Slip) or first.day is None:
        return None
    if match.groupdict().get("tail"):
        second = with_tail(second, words, *match.span("tail"))
    first = replace(
        second, day=first.day, month=first.month or second.month, year=first.year or second.year
    )
    end = match.end() - (1 if words.codes[match.end() - 1] == ")" else 0)
    return [
        expression(words.span(*match.span("from")), first),
        expression(words.span(match.start("to"), end), second),
    ]


def _weekday_range(words: Words, match: re.Match[str]) -> list[Expression] | None:
    """``Senin-Rabu (16-18/6/2025)``: two days."""
    second = printed(words, *match.span("to"))
    first_day = number(words[match.start("from")])
    if isinstance(second, Slip) or first_day is None:
        return None
    first = replace(second, day=first_day, weekday=number(words[match.start("w1")]))
    second = replace(second, weekday=number(words[match.start("w2")]))
    return [
        expression(words.span(*match.span("w1")), first),
        expression(words.span(match.start("w2"), match.end()), second),
    ]


def _month_range(words: Words, match: re.Match[str]) -> list[Expression] | None:
    year = number(words[match.end() - 1])
    ends = [words[match.start(g)] for g in ("from", "to")]
    first, second = (CalendarDate(month=number(m), year=year) for m in ends)
    return [
        expression(words.span(*match.span("from")), first),
        expression(words.span(match.start("to"), match.end()), second),
    ]


RULES: tuple[tuple[str, Rule], ...] = (
    ("hW", rule("weekday", rf"h?(?P<wd>W)(?P<part0>P)?(?P<tail>{TAIL})?"
                rf"(?P<date>,?(?:{DAY_IN_NUMBERS}|\({DAY_IN_WORDS}\)|{FULL_NUMBERS}|{DAY_IN_WORDS}))?"
                rf"{AFTER}", _whole)),
    ("P", rule("eve of a weekday", r"PW(?!P|,?\()", _eve_of_weekday)),
    ("dgy", rule("day", rf"(?P<date>{DAY_IN_WORDS}|{FULL_NUMBERS}|gd(?![.,:/-]d)){AFTER}", _whole)),
    ("M", rule("American day", r"(?P<date>Md,y)", _whole)),
    ("(", rule("day in brackets", rf"(?P<date>{DAY_IN_NUMBERS})", _whole)),
    ("gd", rule("range of days", rf"(?P<from>g?d)[-+](?P<to>{DAY_IN_WORDS})(?P<tail>{TAIL})?",
                _range)),
    ("gd", rule("range over months", rf"(?P<from>g?d[Mm])[-+](?P<to>{DAY_IN_WORDS})", _range)),
    ("(", rule("range in brackets", r"\((?P<from>d)-(?P<to>d/d(?:/[dy])?)\)", _range)),
    ("W", rule("range of weekdays", r"(?P<w1>W)-(?P<w2>W),?\((?P<from>d)-(?P<to>d/d(?:/[dy])?)\)",
               _weekday_range)),
    ("M", rule("range of months", r"(?P<from>M)[-+](?P<to>M)Y?y", _month_range)),
    ("boMm", rule("month", r"(?P<st>b)?(?P<o>o)?(?P<mo>[Mm])(?P<yr>[.,]?Y?y|\(y\))?"
                  rf"(?P<tail>{TAIL})?",
                  _month)),
)  # fmt: skip
__all__ = ["RULES", "ZONE", "expression", "number", "printed", "stage", "with_tail"]
