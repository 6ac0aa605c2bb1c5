"""Counts as they stand in the text: qualifier, number and counted noun."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from kawat.layers.figures.nouns import (
    Noun,
    currencies,
    currency_after,
    currency_before,
    leaders,
    noun_pattern,
    nouns,
    qualifier_pattern,
    qualifiers,
)
from kawat.layers.numbers import find_numbers, number_words, ordinal
from kawat.lexicon import table
from kawat.lexicon.patterns import any_of
from kawat.reading import Span

_LOOK_BACK = 32
_SMALL_SUM = 1000
_SMALL_RUPIAH = 100_000
_ONE = re.compile(r"(?<![\w-])(?:seorang|seekor)(?![\w-])")
_ORDINAL = re.compile(r"(?<![\w-])ke[a-z]{3,12}(?: (?:belas|puluh))?(?= [a-z])")
_CLASSIFIER = re.compile(
    r"(?: ?\([^()\n]{1,30}\))?\s+(?:(?:unit|buah|pucuk|ekor|kali lipat|pasang|set) )?"
)
_NO_ONE = re.compile(r"\s?pun\b")
_OF = re.compile(r"\s+dari\s+")
_VAGUE_END = re.compile(r"\s?-\s?an\b")
_MORE = re.compile(r"\s+lebih(?=\s)")
_RANGE = re.compile(r"\s?(?:-|–|—|hingga|sampai|sampai dengan|s/d|dan)\s?$")
_MEASURED = re.compile(rf"\s?-?\s?(?:%|{any_of(table('measures')['context']['units'])}(?![\w-]))")
_RATE = re.compile(rf"\)?\s?(?:/|per {any_of(table('measures')['context']['rates'])}(?![\w-]))")
_BARE = re.compile(
    r"\s*(?:[.,;:)\"”]|$|(?:di|dalam|dari|pada|akibat|sejak|hingga|dan|atau|tewas|luka)\b)"
)


@dataclass(frozen=True, slots=True)
class Count:
    """A number with what is counted.

    ``span`` holds qualifier, number and noun, ``words`` the noun, ``noun`` what the lexicon says
    of it (``None``: nothing is named). ``currency`` is an ISO 4217 code for sums of money.
    """

    span: Span
    number: Span
    value: int | float | None
    low: int | float
    high: int | float
    qualifier: str
    words: str
    noun: Noun | None
    currency: str | None = None
    one: bool = False
    """whether it is ``seorang`` or ``ketiga``, which count only where a cue says so"""
    is_bare: bool = False
    """whether nothing counted is named: ``menjadi 120``, ``ratusan di Iran``, ``119 lainnya``"""


def at_most(count: Count) -> Count:
    """Return the count as an upper bound: of so many people some were killed, others hurt."""
    return replace(count, value=None, low=0, qualifier="at_most")


def partitives(lower: str, counts: Sequence[Count]) -> list[Count]:
    """Return the counts with a part and its whole made one: ``tiga dari lima sandera`` is three."""
    out: list[Count] = []
    for count in counts:
        part = out[-1] if out else None
        bare = part is not None and part.noun is None and not part.words and not part.currency
        if part is not None and bare and _OF.fullmatch(lower, part.span.end, count.span.start):
            span = Span(part.span.start, count.span.end)
            out[-1] = replace(part, span=span, words=count.words, noun=count.noun, is_bare=False)
        else:
            out.append(count)
    return out


def counts_in(text: str, lower: str, sentence: Span, taken: Sequence[Span]) -> Iterator[Count]:
    """Yield the counts of a sentence; ``taken`` are the time expressions, which count nothing."""
    reached = sentence.start
    for span, value, low, high, one in _numbers(text, lower, sentence):
        if span.start < reached or (_is_time(span, taken) and not _counts_tens(lower, span.end)):
            continue
        count = _count(text, lower, sentence, span, (value, low, high), one)
        if count is not None:
            reached = count.span.end
            yield count


def _is_time(number: Span, taken: Sequence[Span]) -> bool:
    return any(number.overlaps(t) for t in taken)


def _counts_tens(lower: str, end: int) -> bool:
    """Tell whether ``-an`` after a number makes it a round one and no decade (``30-an jet``)."""
    tens = _VAGUE_END.match(lower, end)
    return bool(tens) and tens is not None and bool(noun_pattern().match(lower, tens.end() + 1))


@cache
def _run() -> re.Pattern[str]:
    """Return the pattern of the words that may make a number together."""
    word = rf"(?:\d+(?:[.,]\d+)*|{any_of(number_words())})(?![^\W\d_])"
    return re.compile(rf"(?:(?<![^\W_])|(?<=rp)|(?<=usd)){word}(?:\s+{word})*")


_Found = tuple[Span, int | float | None, int | float, int | float, bool]


def _numbers(text: str, lower: str, sentence: Span) -> list[_Found]:
    words = lower[sentence.start : sentence.end]
    shift = sentence.start
    found: list[_Found] = []
    for run in _run().finditer(words):
        for n in find_numbers(run.group()):
            begin = shift + run.start()
            span = Span(n.span.start + begin, n.span.end + begin)
            # a fraction counts nothing by itself, and `tak satu pun` nobody
            whole = n.high >= 1 and not _NO_ONE.match(lower, span.end)
            if whole and _stands_free(lower, span.start) and not _is_name(text, shift, span):
                found.append((span, n.value, n.low, n.high, False))
    for m in _ONE.finditer(words):
        found.append((Span(m.start() + shift, m.end() + shift), 1, 1, 1, True))
    for m in _ORDINAL.finditer(words):
        value = ordinal(m.group())
        if value is not None and value > 1:
            found.append((Span(m.start() + shift, m.end() + shift), value, value, value, True))
    return _joined(lower, sorted(found, key=lambda f: f[0]))


def _stands_free(lower: str, start: int) -> bool:
    """Tell whether a number is no part of a code or a date: ``F-16``, ``19/6``."""
    before = lower[max(0, start - 2) : start]
    if before[-1:] in ("-", "–"):
        return before[:1].isdigit()
    glued = before == "rp" or lower[max(0, start - 3) : start] == "usd"
    return glued or not (before[-1:].isalnum() or before[-1:] in ("/", "_"))


def _is_name(text: str, start: int, number: Span) -> bool:
    """Tell whether a number is part of a name or of ``salah satu``: ``Kopral Dua``."""
    before = text[max(start, number.start - 8) : number.start]
    if before.lower().endswith("salah "):
        return True
    return text[number.start].isupper() and before[-1:] == " " and before[-2:-1].isalnum()


def _is_label(text: str, left: int, start: int, end: int) -> bool:
    """Tell whether a lone number is an age in brackets or a model's: ``(17)``, ``Bell 407``."""
    if text[start - 1 : start] == "(" and text[end : end + 1] == ")":
        return True
    before = text[left:start].rsplit(None, 1)
    return (
        bool(before)
        and before[-1][0].isupper()
        and len(before) > 1
        and not before[-1].endswith(",")
    )


def _joined(lower: str, found: list[_Found]) -> list[_Found]:
    """Join the two ends of a range (``10 sampai 15 ribu``) into one number with bounds."""
    out: list[_Found] = []
    for item in found:
        if out and not item[4] and not out[-1][4]:
            last = out[-1]
            between = lower[last[0].end : item[0].start]
            link = _RANGE.fullmatch(between + "")
            if link and len(between) < 18 and "dan" not in between:
                low = _scaled(last[2], item[2])
                if low < item[3]:
                    out[-1] = (Span(last[0].start, item[0].end), None, low, item[3], False)
                    continue
        out.append(item)
    return out


def _scaled(low: int | float, high: int | float) -> int | float:
    """Give the lower end of a range the scale that only the upper end names (``10-15 ribu``)."""
    scale = 1
    while low * scale < high / 1000 and scale < 10**12:
        scale *= 1000
    return low * scale if low * scale < high else low


def _count(
    text: str,
    lower: str,
    sentence: Span,
    number: Span,
    values: tuple[int | float | None, int | float, int | float],
    one: bool,
) -> Count | None:
    value, low, high = values
    start, qualifier = _qualifier(lower, sentence.start, number.start)
    end = number.end
    before = currency_before().search(lower, max(sentence.start, start - 6), start)
    inner = (
        None
        if before
        else currency_before().search(lower, max(start, number.start - 6), number.start)
    )
    sign = before or inner
    if vague := _VAGUE_END.match(lower, end):
        end, qualifier = vague.end(), "about" if qualifier == "exact" else qualifier
    if _MEASURED.match(lower, end) and not sign:
        return None
    if more := _MORE.match(lower, end):
        end, qualifier = more.end(), "at_least"
    if value is None and low != high and qualifier == "exact":
        qualifier = "about"
    after = currency_after().match(lower, end)
    if sign or after:
        code = currencies()[sign.group(1) if sign else after.group(1)]  # type: ignore[union-attr]
        first = start
        if sign:
            first, qualifier = _money_start(lower, sentence.start, sign.start(1), qualifier)
        last = after.end() if after else end
        span = Span(first, last)
        if _is_price(lower, first, last, code, high):
            return None
        return Count(span, number, value, low, high, qualifier, "", None, code)
    words, noun, end = _noun(text, lower, end, sentence.end)
    if one and (noun is None or words.lower() in leaders()):
        return None
    bare = noun is None and bool(_BARE.match(lower, end))
    if bare and _is_label(text, sentence.start, start, end):
        return None
    span = Span(start, end)
    return Count(span, number, value, low, high, qualifier, words, noun, one=one, is_bare=bare)


def _is_price(lower: str, start: int, end: int, code: str, high: int | float) -> bool:
    """Tell whether a sum is a price or a rate, not money that goes from hand to hand."""
    small = high < (_SMALL_RUPIAH if code == "IDR" else _SMALL_SUM)
    return (
        small or bool(_RATE.match(lower, end)) or lower[max(0, start - 6) : start].endswith("kurs ")
    )


def _money_start(lower: str, left: int, sign: int, qualifier: str) -> tuple[int, str]:
    start, found = _qualifier(lower, left, sign)
    return start, found if start < sign else qualifier


def _qualifier(lower: str, left: int, start: int) -> tuple[int, str]:
    """Return where the qualifier before a number begins, and its kind."""
    kind = "exact"
    for _ in range(3):
        found = qualifier_pattern().search(lower, max(left, start - _LOOK_BACK), start)
        if not found:
            break
        this = qualifiers()[found.group(1)]
        start = found.start(1)
        kind = this if kind == "exact" or this == "at_least" else kind
    return start, kind


def _noun(text: str, lower: str, end: int, stop: int) -> tuple[str, Noun | None, int]:
    """Return the counted noun after a number, what the lexicon says of it, and its end."""
    gap = _CLASSIFIER.match(lower, end, stop) or re.compile(r"\s?[\"“‘']").match(lower, end, stop)
    at = gap.end() if gap else end
    while at < stop and lower[at] in " \"“‘'":
        at += 1
    found = noun_pattern().match(lower, at, stop)
    if not found:
        return "", None, end
    noun = nouns()[found.group(1)]
    last = found.end()
    if found.group(1) in ("orang", "korban", "warga", "anggota"):
        more = noun_pattern().match(lower, last + 1, stop)
        if more and nouns()[more.group(1)].measure and lower[last : last + 1] == " ":
            noun, last = nouns()[more.group(1)], more.end()
    return text[at:last], noun, last
