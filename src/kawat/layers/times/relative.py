"""Times that hang on the day of writing or on the day told: ``pekan lalu``, ``hari kedelapan``."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import cast

from kawat.draft import Expression
from kawat.layers.numbers import value_of
from kawat.layers.times.dates import expression, number, stage, with_tail
from kawat.layers.times.feasts import feast_day_of_hijri_year, hijri_day
from kawat.layers.times.grammar import TAIL, Rule, rule
from kawat.layers.times.lexer import Words, context
from kawat.reading import Mod
from kawat.timex import CalendarDate, Feast, Shift, Unit

_RAMADAN, _SYAWAL = 9, 10
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4}


def _amount(words: Words, match: re.Match[str], group: str = "tail") -> int:
    for word in words.between(match.start(group), match.end(group)):
        if word.form.lower() == "nanti":  # `akhir tahun nanti` is this year's
            return 0
        if word.code in "lfiKC" and isinstance(word.value, int):
            return word.value
    return 0


def _unit_near(words: Words, match: re.Match[str]) -> list[Expression] | None:
    """``pekan lalu``, ``awal bulan ini``, ``akhir pekan ini``, ``hari ini``."""
    word = words[match.start("unit")]
    unit = str(word.value) if word.code != "u" else "Y"
    span = words.span(*match.span())
    amount = _amount(words, match) if match["tail"] else 0
    mod = stage(words, match)
    if unit == "W" and mod == "END":
        return [Expression(span, "DATE", None, None, Shift("WE", amount))]
    if unit.startswith("T") or (unit == "D" and match["tail"] not in ("i", "K")):
        return None
    if len(unit) > 1 and unit[-1] == "M":
        return None
    return [Expression(span, "DATE", None, mod, Shift(cast(Unit, unit), amount))]


def _unit_told(words: Words, match: re.Match[str]) -> list[Expression] | None:
    """``tahun sebelumnya``, ``hari yang sama``, ``tahun itu``."""
    unit = str(words[match.start("unit")].value)
    tail = words[match.end() - 1]
    if unit not in ("D", "W", "M", "Y"):
        return None
    if tail.code == "C" and tail.form.lower() not in ("sebelumnya", "berikutnya"):
        return None
    if tail.code == "t" and (unit == "W" or tail.form.lower() != "itu"):
        return None
    amount = number(tail) if tail.code == "C" else 0
    meaning = Shift(cast(Unit, unit), amount or 0, "told")
    return [Expression(words.span(*match.span()), "DATE", None, None, meaning)]


def _deictic(words: Words, match: re.Match[str]) -> list[Expression] | None:
    """``kemarin``, ``besok``, ``lusa``; ``semalam`` where it is the night before."""
    word = words[match.end() - 1]
    span, shift = words.span(*match.span()), Shift("D", cast(int, word.value))
    if word.form.lower() != "semalam":
        return [Expression(span, "DATE", None, None, shift)]
    before = words[match.start() - 1].form.lower() if match.start() else ""
    if before in context("one_night"):
        return None
    return [Expression(span, "TIME", None, None, shift, "TNI")]


def _told_day(words: Words, match: re.Match[str]) -> list[Expression] | None:
    word = words[match.start()]
    before = words[match.start() - 1].form.lower() if match.start() else ""
    if word.form.lower() == "saat" and before not in ("sejak", "semenjak"):
        return None
    shift = Shift("D", cast(int, word.value), "told")
    return [Expression(words.span(*match.span()), "DATE", None, None, shift)]


def _reference(words: Words, match: re.Match[str]) -> list[Expression] | None:
    word = words[match.start()]
    return [Expression(words.span(*match.span()), "DATE", str(word.value))]


def _recently(words: Words, match: re.Match[str]) -> list[Expression] | None:
    """``belakangan ini``, where no count of units stands before it."""
    span = words.span(*match.span())
    return [Expression(span, "DATE", "PAST_REF")] if " " in span.of(words.text) else None


def _plural_units(words: Words, match: re.Match[str]) -> list[Expression] | None:
    """``tahun-tahun terakhir``, ``hari-hari mendatang``."""
    tail = words[match.end() - 1]
    ahead = tail.code == "f" or (tail.code == "C" and tail.value == 1)
    reference = "FUTURE_REF" if ahead else "PAST_REF"
    return [Expression(words.span(*match.span()), "DATE", reference)]


def _nth_day(words: Words, match: re.Match[str]) -> list[Expression] | None:
    """``hari kedelapan``, ``hari ke-8``: the day that it yields."""
    last = words[match.end() - 1]
    spelled = value_of([last.form]) if last.code == "N" else None
    nth = spelled.value if spelled else number(last)
    if not isinstance(nth, int) or nth < 1:
        return None
    shift = Shift("D", 0, "told", nth=nth)
    return [Expression(words.span(*match.span()), "DATE", None, None, shift)]


def _century(words: Words, match: re.Match[str]) -> list[Expression] | None:
    if words[match.start()].form.lower() != "abad":
        return None
    count = number(words[match.end() - 1])
    if count is None or not 0 < count <= 30:
        return None
    return [Expression(words.span(*match.span()), "DATE", f"{count - 1:02}")]


def _quarter(words: Words, match: re.Match[str]) -> list[Expression] | None:
    """``kuartal III 2017``, ``semester pertama tahun ini``."""
    unit = words[match.start()].value
    letter, most = {"3M": ("Q", 4), "6M": ("H", 2)}.get(str(unit), ("", 0))
    word = words[match.start("nth")]
    count = number(word) or _ROMAN.get(word.form)
    if not letter or count is None or count > most:
        return None
    span = words.span(*match.span())
    if match["year"]:
        year = number(words[match.end() - 1])
        return [Expression(span, "DATE", f"{year}-{letter}{count}")]
    shift = Shift("Y", _amount(words, match, "tail"), season=f"{letter}{count}")
    return [Expression(span, "DATE", None, None, shift)]


def _season(words: Words, match: re.Match[str]) -> list[Expression] | None:
    season = str(words[match.start("season")].value)
    span, mod = words.span(*match.span()), stage(words, match)
    if match["year"]:
        year = number(words[match.end() - 1])
        return [Expression(span, "DATE", f"{year}-{season}", mod)]
    amount = _amount(words, match) if match["tail"] else 0
    shift = Shift("Y", amount, season=season, nearest=not match["tail"])
    return [Expression(span, "DATE", None, mod, shift)]


def _hijri_date(words: Words, match: re.Match[str]) -> list[Expression] | None:
    """``13 Dzulhijah 1437``, with ``H`` or ``Hijriah``."""
    day, month = number(words[match.start()]), number(words[match.start() + 1])
    span = words.span(*match.span())
    if day is None or month is None or not 1 <= day <= 30:
        return None
    if match["year"]:
        year = number(words[match.start("year")])
        if year is None or not 1300 <= year <= 1500:
            return None
        return [Expression(span, "DATE", hijri_day(year, month, day).isoformat())]
    return [expression(span, CalendarDate(day=day, month=month, hijri=True))]


def _hijri_month(words: Words, match: re.Match[str]) -> list[Expression] | None:
    """``Ramadan``, ``awal Ramadan``, ``bulan Syawal``; other months only after ``bulan``."""
    month = number(words[match.start("mo")])
    if month != _RAMADAN and not match["o"]:
        return None
    year = number(words[match.start("year")]) if match["year"] else None
    found = CalendarDate(month=month, year=year, hijri=True)
    if match["st"] and words[match.start("st")].value == "START":
        found = replace(found, day=1)
    if match["tail"]:
        found = with_tail(found, words, *match.span("tail"))
    mod: Mod | None = None if found.day else stage(words, match)
    return [expression(words.span(*match.span()), found, mod=mod)]


def _feast(words: Words, match: re.Match[str]) -> list[Expression] | None:
    """``Idul Adha``, ``Natal 2016``, ``malam hari raya Idul Fitri``."""
    at = match.start("feast")
    key = str(words[at].value)
    name = words.span(at, at + 1).of(words.text)
    if name.islower() and " " not in name:  # `lebaran`, `natal` are words of other things, too
        return None
    year = number(words[match.start("year")]) if match["year"] else None
    eve = bool(match["eve"])
    before, days = _days_before(words, match.start())
    span = words.span(match.start() - before, match.end())
    feast = Feast(key, year, days if before else -1 if eve else 0)
    if match["tail"]:
        amount = _amount(words, match)
        feast = replace(
            feast, direction="past" if amount < 0 else "future" if amount else "present"
        )
    if year is not None and 1300 <= year <= 1500:
        day = feast_day_of_hijri_year(key, year)
        return [Expression(span, "DATE", day.isoformat())] if day else []
    if year is not None and not 1900 <= year <= 2100:
        return None
    return [Expression(span, "TIME" if eve else "DATE", None, None, feast, "TNI" if eve else "")]


def _days_before(words: Words, at: int) -> tuple[int, int]:
    """Return how many words of ``H-3`` stand before a holiday, and its days: -3."""
    if at < 3 or words[at - 3].form != "H" or words.codes[at - 1] != "d":
        return 0, 0
    days, sign = number(words[at - 1]) or 0, words[at - 2].form
    return (3, days if sign == "+" else -days) if sign in "-+–" else (0, 0)


_HIJRI_YEAR = r"(?P<year>D)(?:A|\(A\))?"
RULES: tuple[tuple[str, Rule], ...] = (
    ("bhwoYjUu", rule("near unit", r"(?P<st>b)?(?P<unit>[hwoYU])(?P<tail>r?l|r?f|i|K)",
                         _unit_near)),
    ("bu", rule("sport season", r"(?P<st>b)?(?P<unit>u)(?P<tail>l|f|i|K)", _unit_near)),
    ("b", rule("stage of a unit", r"(?P<st>b)(?P<unit>[woY])(?P<tail>)(?!y)", _unit_near)),
    ("hwoY", rule("told unit", r"(?P<unit>[hwoY])(?:rG|C|t)", _unit_told)),
    ("Kh", rule("deictic day", r"h?K", _deictic)),
    ("T", rule("told day", r"T", _told_day)),
    ("X", rule("reference", r"X", _reference)),
    ("e", rule("recently", r"e", _recently)),
    ("hwoYU", rule("plural units", r"([hwoYU])-\1(?:e|r?[lf]|C)", _plural_units)),
    ("h", rule("nth day", r"h(?:O|L-?[dN])", _nth_day)),
    ("U", rule("century", r"U(?:L-?)?[dO]", _century)),
    ("U", rule("quarter", r"U(?P<nth>[AOd])[-/]?(?:Y?(?P<year>y)|Y(?P<tail>[lfi]))", _quarter)),
    ("bJ", rule("season", r"(?P<st>b)?(?P<season>J)(?:Y?(?P<year>y)|Y?(?P<tail>r?[lfi]))?",
                _season)),
    ("d", rule("Islamic date", rf"dH(?:{_HIJRI_YEAR})?", _hijri_date)),
    ("boH", rule("Islamic month", rf"(?P<st>b)?(?P<o>o)?(?P<mo>H)(?:{_HIJRI_YEAR})?"
                 rf"(?P<tail>{TAIL})?", _hijri_month)),
    ("PZ", rule("holiday", rf"(?P<eve>P)?(?P<feast>Z)(?:Y?(?P<year>[yD])A?)?(?P<tail>{TAIL})?",
                _feast)),
)  # fmt: skip
