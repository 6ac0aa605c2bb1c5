"""Lengths of time, sets of times, and times counted from the day of writing or from another."""

from __future__ import annotations

import re
from typing import cast

from kawat.draft import Expression
from kawat.layers.numbers import value_of
from kawat.layers.times.clock import part_suffix
from kawat.layers.times.grammar import COUNT, NUM, Rule, rule
from kawat.layers.times.lexer import Word, Words, context
from kawat.reading import Mod
from kawat.timex import Shift, Unit

_UNCLASSED = str.maketrans("", "", "hgo")  # `hari`, `tanggal`, `bulan` before a name
_AGE_REACH = 5  # words between `usia` and the number
_ONCE = frozenset({"kali", "sekali", "dua kali"})


def duration(number: int | float | None, unit: str) -> str:
    """Return the TIMEX3 value of so many units: ``P7Y``, ``PT1H``, ``PXD`` for an unknown count.

    Units of several years or months (``10Y``) are multiplied out; half an hour is ``PT30M``.
    """
    time, unit = ("T", unit[1:]) if unit.startswith("T") else ("", unit)
    scale, unit = int(unit[:-1] or 1), unit[-1]
    if number is None:
        return f"P{time}X{unit}"
    amount = number * scale
    if time and unit == "H" and amount != int(amount) and amount < 1:
        return f"PT{round(amount * 60)}M"
    return f"P{time}{int(amount) if amount == int(amount) else amount}{unit}"


def count_of(words: Words, first: int, last: int) -> tuple[int | float | None, bool]:
    """Return the number among the words, and whether the words make one at all."""
    if words.codes[first] == "V":
        return None, True
    form = words.span(first, last).of(words.text)
    found = value_of(form.split())
    return (found.value, True) if found is not None and found.low < 10_000 else (None, False)


def _unit(word: Word) -> str:
    if word.code == "P":
        return "D"
    return str(word.value)


def _counted(words: Words, match: re.Match[str]) -> list[Expression] | None:
    """``tujuh tahun``, ``sekitar 1 jam``, ``tujuh tahun lalu``, ``dua hari kemudian`` …"""
    number, good = _number(words, match)
    unit_word = words[match.end("unit") - 1]
    if not good or (unit_word.code == "P" and not _nights(words, match)):
        return None
    if _is_law(words, match) or (words.codes[match.start()] == "y" and unit_word.code == "Y"):
        return None
    if words.span(*match.span()).of(words.text).lower() in context("brands"):
        return []
    unit, tail = _unit(unit_word), match["tail"] or ""
    if number == 0:  # `18 tahun 0 bulan`
        return []
    if tail in ("", "i") and _is_age(words, match.start(), match.end("unit")):
        return []
    if tail in ("", "q"):
        first = match.end("during") if match["during"] else match.start()
        return _length(words, first, match.end(), number, unit)
    if unit_word.code == "P" and tail == "C":
        return _length(words, match.start(), match.end("unit"), number, unit)
    return _placed(words, match, number, unit, tail)


def _number(words: Words, match: re.Match[str]) -> tuple[int | float | None, bool]:
    if not match.groupdict().get("num"):
        return 1, True
    return count_of(words, *match.span("num"))


def _is_law(words: Words, match: re.Match[str]) -> bool:
    """Tell ``Nomor 17 Tahun 2024``: a law's number and year."""
    return words[match.end("unit") - 1].code == "Y" and (
        words.codes[match.end() : match.end() + 1] == "y"
    )


def _nights(words: Words, match: re.Match[str]) -> bool:
    return (
        words[match.end("unit") - 1].form.lower() == "malam"
        and words.codes[match.end("unit") - 2] in "Nd"
    )


def _length(
    words: Words, first: int, last: int, number: int | float | None, unit: str
) -> list[Expression] | None:
    mod: Mod | None = None
    if words.codes[last - 1] == "q":  # `tiga tahun lebih`
        if words[last - 1].form.lower() == "lebih":
            mod = "MORE_THAN"
        else:
            last -= 1
    return [Expression(words.span(first, last), "DURATION", duration(number, unit), mod)]


def _placed(
    words: Words, match: re.Match[str], number: int | float | None, unit: str, tail: str
) -> list[Expression] | None:
    """A count of units with a direction: back, ahead, or from another day."""
    during = bool(match.groupdict()["during"])
    first = match.start()
    if tail[-1] in "l" and during:
        first = match.end("during")
    span = words.span(first, match.end())
    last_word = words[match.end() - 1]
    if tail[-1] == "e" or (tail[-1] == "f" and (during or last_word.form.lower() != "nanti")):
        if number is None:
            reference = "PAST_REF" if tail[-1] == "e" else "FUTURE_REF"
            return [Expression(span, "DATE", reference)]
        return [Expression(span, "DURATION", duration(number, unit))]
    if tail == "i":
        return [Expression(span, "DURATION", duration(number, unit))]
    if tail[-1] == "C":
        return [_from_another(words, match, number, unit)]
    back = tail[-1] in "lK"
    amount = _whole(number)
    if amount is None or unit.startswith("T"):
        return [Expression(span, "DATE", "PAST_REF" if back else "FUTURE_REF")]
    return [_shift(words, match, first, -amount if back else amount, unit)]


def _whole(number: int | float | None) -> int | None:
    return None if number is None else int(number)


def _shift(words: Words, match: re.Match[str], first: int, amount: int, unit: str) -> Expression:
    scale = int(unit[:-1] or 1)
    meaning = Shift(cast(Unit, unit[-1]), amount * scale)
    return Expression(words.span(first, match.end()), "DATE", None, None, meaning)


def _from_another(
    words: Words, match: re.Match[str], number: int | float | None, unit: str
) -> Expression:
    """``sehari setelah …``, ``dua hari kemudian``: counted from the day told."""
    span = words.span(*match.span())
    connective = words[match.end() - 1]
    sign, of_event = connective.value, connective.form.lower() in context("before_an_event")
    amount = _whole(number)
    if amount is None and not of_event and not unit.startswith("T"):
        return Expression(span, "DATE", "PAST_REF")
    if unit.startswith("T") or amount is None:
        return Expression(span, "DATE", None, None, Shift("D", 0, "told", of_event=of_event))
    scale = int(unit[:-1] or 1)
    meaning = Shift(
        cast(Unit, unit[-1]), amount * scale * (1 if sign == 1 else -1), "told", of_event=of_event
    )
    return Expression(span, "DATE", None, None, meaning)


def _is_age(words: Words, first: int, last: int) -> bool:
    """Tell an age: ``berusia 44 tahun``, ``usia antara 17 hingga 23 tahun``, ``(44 tahun)``."""
    if words[last - 1].code not in "Yo":
        return False
    before = words.lows(max(0, first - _AGE_REACH), first)
    while before and (before[-1] in context("age_between") or before[-1].isdecimal()):
        before.pop()
    if before and before[-1] in context("age_before"):
        return True
    if before and before[-1] == "(" and words.codes[last : last + 1] == ")":
        return True
    if words.codes[last : last + 1] == "t" and before and words.codes[first - 1] in "_A":
        return before[-1] not in context("lengths")  # `penyanyi 23 tahun itu`
    following = " ".join(words.lows(last, last + 2))
    return following in context("age_after")


def _bounded(words: Words, match: re.Match[str]) -> list[Expression] | None:
    """``5 hingga 15 tahun``: one length with the upper bound."""
    number, good = count_of(words, *match.span("high"))
    low, low_good = count_of(words, *match.span("low"))
    if not good or not low_good or number is None or low is None or low >= number:
        return None
    if _is_age(words, match.start(), match.end()):
        return []
    unit = _unit(words[match.end() - 1])
    return [Expression(words.span(*match.span()), "DURATION", duration(number, unit), "LESS_THAN")]


def _compound(words: Words, match: re.Match[str]) -> list[Expression] | None:
    """``1 jam 30 menit``, ``dua tahun enam bulan``."""
    parts = []
    for n, u in (("n1", "u1"), ("n2", "u2")):
        number, good = count_of(words, *match.span(n))
        if not good or number is None:
            return None
        parts.append(duration(number, _unit(words[match.start(u)])))
    first, second = parts
    joined = first + (second[2:] if second.startswith("PT") and "T" in first else second[1:])
    return [Expression(words.span(*match.span()), "DURATION", joined)]


def _one(words: Words, match: re.Match[str]) -> list[Expression] | None:
    """``sehari``, ``setahun``: a length, or a set after a count of times (``dua kali sehari``)."""
    at = match.start("one")
    word = words[at]
    unit = str(word.value)
    before = words[at - 1].form.lower() if at else ""
    after = words[at + 1].form.lower() if at + 1 < len(words) else ""
    if words.codes[at + 1 : at + 2] == "-":  # `sehari-hari`
        return None
    if before in _ONCE or after == "sekali":
        return [Expression(words.span(at, at + 1), "SET", duration(1, unit))]
    tail = match.groupdict()["tail"] or ""
    if not tail:
        first = match.end("during") if match["during"] else match.start()
        return _length(words, first, match.end(), 1, unit)
    return _placed(words, match, 1, unit, tail)


def _many(words: Words, match: re.Match[str]) -> list[Expression] | None:
    word = words[match.start()]
    return [Expression(words.span(*match.span()), "DURATION", duration(None, str(word.value)))]


def _repeated(words: Words, match: re.Match[str]) -> list[Expression] | None:
    before = words[match.start() - 1].form.lower() if match.start() else ""
    if before in context("periodicals"):
        return None
    word = words[match.start()]
    return [Expression(words.span(*match.span()), "SET", str(word.value))]


def _each(words: Words, match: re.Match[str]) -> list[Expression] | None:
    """``setiap minggu``, ``per hari``, ``tiap dua tahun``."""
    unit = _unit(words[match.end() - 1])
    number: int | float | None = 1
    if match.groupdict().get("num"):
        number, good = count_of(words, *match.span("num"))
        if not good:
            return None
    if words[match.start()].form.lower() == "per" and unit.startswith("T"):
        return None
    if match.end() < len(words) and words[match.end()].code in "Wdt":
        return None
    return [Expression(words.span(*match.span()), "SET", duration(number, unit))]


def _each_named(words: Words, match: re.Match[str]) -> list[Expression] | None:
    """``saban Jumat``, ``setiap pagi``, ``setiap akhir pekan``, ``setiap Desember``."""
    if words[match.start()].form.lower() == "per":
        return None
    codes = words.codes[match.start() + 1 : match.end()].translate(_UNCLASSED)
    word = words[match.end() - 1]
    if codes[0] == "W":
        part = part_suffix(words, *match.span())[0] if "P" in codes else ""
        day = next(w for w in words.between(match.start(), match.end()) if w.code == "W")
        value = f"XXXX-WXX-{day.value}{f'T{part[1:]}' if part else ''}"
    elif codes[0] == "P":
        value = f"XXXX-XX-XX{part_suffix(words, *match.span())[0]}"
    elif codes == "bw":
        value = "XXXX-WXX-WE"
    elif codes[0] == "d":
        value = f"XXXX-{word.value:02}-{words[match.end() - 2].value:02}"
    else:
        value = f"XXXX-{word.value:02}"
    return [Expression(words.span(*match.span()), "SET", value)]


RULES: tuple[tuple[str, Rule], ...] = (
    ("INdDyV", rule("counted units", rf"(?P<during>I)?(?P<num>{NUM})(?P<unit>{COUNT}|U)"
                    r"(?P<tail>r?l|r?f|e|E|i|C|K|q)?", _counted)),
    ("NdD", rule("bounded units", rf"(?P<low>{NUM})-(?P<high>{NUM})(?P<unit>[hwoYjU])", _bounded)),
    ("NdD", rule("compound", r"(?P<n1>N{1,5}|d)(?P<u1>[YojwhU])(?P<n2>N{1,5}|d)(?P<u2>[ohU])",
                 _compound)),
    ("IS", rule("one unit", r"(?P<during>I)?(?P<one>S)(?P<tail>r?l|r?f|e|E|C|K)?", _one)),
    ("B", rule("many units", r"B", _many)),
    ("R", rule("repeated", r"R", _repeated)),
    ("Q", rule("each unit", rf"Q(?P<num>{NUM})?[hwoYjU]", _each)),
    ("Q", rule("each named", r"Qh?(?:WP?|P|bw|g?d[Mm]|o?M)", _each_named)),
)  # fmt: skip
