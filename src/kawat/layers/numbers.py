"""Indonesian numbers, in digits and in words: ``475 ribu``, ``dua puluh lima``, ``belasan``.

A point groups thousands and a comma starts the decimals (``1.250,5``); a single point before one
or two digits and a scale is a decimal point too (``1.5 juta``), because newsrooms write both.
The words are in ``lexicon/id/numbers.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from kawat.lexicon import table
from kawat.reading import Span

_WORDS = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_GROUPED_WITH_COMMAS = re.compile(r"\d{1,3}(?:,\d{3}){2,}")
_LARGEST = 10**12  # `ribu triliun` is still read, a row of scales is not
_DIGITS = 30
_DECIMAL = re.compile(r"\d+[.,]\d+")


@dataclass(frozen=True, slots=True)
class Number:
    """A number and where it stands; ``value`` is ``None`` where only bounds are said.

    ``low`` and ``high`` are inclusive bounds of a vague number (``puluhan``: 20 to 99) and equal
    the value otherwise.
    """

    span: Span
    value: int | float | None
    low: int | float
    high: int | float


@dataclass(frozen=True, slots=True)
class _Words:
    units: dict[str, int]
    wholes: dict[str, int]
    scales: dict[str, int]
    vague: dict[str, tuple[int, int]]
    fractions: dict[str, float]
    ordinals: dict[str, int]


@cache
def _words() -> _Words:
    data = table("numbers")
    units = data["units"]
    return _Words(
        units=units,
        wholes=data["wholes"],
        scales=data["scales"],
        vague={word: (low, high) for word, (low, high) in data["vague"].items()},
        fractions=data["fractions"],
        ordinals={f"ke{word}": n for word, n in (units | data["wholes"]).items()}
        | data["ordinals"],
    )


@cache
def number_words() -> frozenset[str]:
    """Return every word that can stand in a number, lower case (``belas`` and scales too)."""
    w = _words()
    return frozenset({"belas", *w.units, *w.wholes, *w.scales, *w.vague, *w.fractions})


def ordinal(word: str) -> int | None:
    """Return the number of an ordinal (``kedelapan`` → 8), or ``None`` if it is none."""
    return _words().ordinals.get(word.lower())


def numeral(digits: str) -> int | float | None:
    """Return the value of a number in digits, or ``None`` if its marks make no number."""
    if len(digits) > _DIGITS:
        return None
    if digits.isdecimal():
        return int(digits)
    if _GROUPED.fullmatch(digits):
        return _tidy(float(digits.replace(".", "").replace(",", ".")))
    if _GROUPED_WITH_COMMAS.fullmatch(digits):
        return int(digits.replace(",", ""))
    if _DECIMAL.fullmatch(digits):
        return _tidy(float(digits.replace(",", ".")))
    return None


def value_of(words: Sequence[str]) -> Number | None:
    """Return the number that these words are from the first to the last, or ``None``."""
    read = _read([w.lower() for w in words], 0)
    if read is None or read[0] != len(words):
        return None
    _, low, high = read
    return Number(Span(0, 0), low if low == high else None, low, high)


def find_numbers(text: str) -> Iterator[Number]:
    """Yield the numbers of a text, each as long as its words go on, left to right."""
    for run in _runs(text):
        words = [span.of(text).lower() for span in run]
        at = 0
        while at < len(words):
            read = _read(words, at)
            if read is None:
                at += 1
                continue
            count, low, high = read
            span = Span(run[at].start, run[at + count - 1].end)
            yield Number(span, low if low == high else None, low, high)
            at += count


def _runs(text: str) -> Iterator[list[Span]]:
    """Yield the words that can stand in one number together: nothing but spaces between them."""
    run: list[Span] = []
    for match in _WORDS.finditer(text):
        if run and not text[run[-1].end : match.start()].isspace():
            yield run
            run = []
        word = match.group().lower()
        if word[0].isdecimal() or word in number_words():
            run.append(Span(match.start(), match.end()))
        elif run:
            yield run
            run = []
    if run:
        yield run


def _read(words: Sequence[str], at: int) -> tuple[int, int | float, int | float] | None:
    """Read one number from ``words[at:]``: how many words it takes, its low and its high."""
    if at < len(words) and words[at] in _words().vague:
        return _read_vague(words, at)
    total: int | float = 0
    below = float("inf")  # scales go down: what comes next must be smaller than this
    start = at
    while at < len(words):
        group = _read_group(words, at)
        if group is None:
            break
        count, value, scale = group
        if scale >= below:
            break
        total += value * scale
        below = scale
        at += count
        if scale == 1:
            break
    if at == start:
        return None
    return at - start, _tidy(total), _tidy(total)


def _read_group(words: Sequence[str], at: int) -> tuple[int, int | float, int] | None:
    """Read what one scale multiplies (``tiga ratus lima`` ``ribu``), and the scale (1: none)."""
    w = _words()
    start, value = at, _small(words, at)
    if value is None:
        return None
    count, amount = value
    at += count
    scale = 1
    while at < len(words) and scale < _LARGEST and w.scales.get(words[at], 0) >= 1000:
        scale *= w.scales[words[at]]
        at += 1
    if scale == 1 and amount in (1000, 1_000_000, 1_000_000_000) and words[start] in w.wholes:
        return at - start, 1, int(amount)
    return at - start, amount, scale


def _small(words: Sequence[str], at: int) -> tuple[int, int | float] | None:
    """Read a number below a thousand, or one in digits: how many words, and the value."""
    w = _words()
    word = words[at]
    if word in w.fractions:
        return 1, w.fractions[word]
    if word in w.wholes and w.wholes[word] >= 1000:
        return 1, w.wholes[word]
    if word[0].isdecimal():
        value = numeral(word)
        if value is None:
            return None
        after = words[at + 1] if at + 1 < len(words) else ""
        if after in w.scales and w.scales[after] < 1000:
            return 2, value * w.scales[after]
        return 1, value
    start, total, below = at, 0, 1000
    while at < len(words):
        step = _step(words, at)
        if step is None or step[2] >= below:
            break
        count, value, below = step
        total += int(value)
        at += count
    if at == start:
        return None
    if at < len(words) and words[at] == "setengah":
        return at - start + 1, total + 0.5
    return at - start, total


def _step(words: Sequence[str], at: int) -> tuple[int, int, int] | None:
    """Read hundreds, tens or units: how many words, the value, and the place (100, 10 or 1)."""
    w = _words()
    word = words[at]
    if word in w.wholes and w.wholes[word] <= 100:
        value = w.wholes[word]
        return 1, value, 100 if value == 100 else 1
    if word not in w.units:
        return None
    after = words[at + 1] if at + 1 < len(words) else ""
    if after == "belas":
        return 2, 10 + w.units[word], 1
    place = w.scales.get(after, 1)
    if place in (10, 12, 100):
        return 2, w.units[word] * place, 1 if place == 12 else place
    return 1, w.units[word], 1


def _read_vague(words: Sequence[str], at: int) -> tuple[int, int | float, int | float]:
    w = _words()
    low, high = w.vague[words[at]]
    count = 1
    while (
        at + count < len(words) and high < _LARGEST and w.scales.get(words[at + count], 0) >= 1000
    ):
        scale = w.scales[words[at + count]]
        low, high = low * scale, (high + 1) * scale - 1  # `puluhan ribu` ends below 100.000
        count += 1
    return count, low, high


def _tidy(value: int | float) -> int | float:
    return int(value) if value == int(value) else value
