"""Words of a text with their class in the lexicon of times, one character a word.

The grammar runs over the string of classes, not over the text: an article has some hundred words
and few of them are of a time, so that the search is fast, and every pattern in it is bounded, so
that it is linear.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from kawat.layers.numbers import number_words, ordinal
from kawat.lexicon import table
from kawat.reading import Span

CLASSES = {
    "weekday": "W", "month": "M", "short_month": "m", "hijri_month": "H",
    "day": "h", "week": "w", "month_unit": "o", "year_unit": "Y", "hour": "j", "unit": "U",
    "one_unit": "S", "many_units": "B", "repeated": "R", "each": "Q",
    "past": "l", "future": "f", "this": "i", "that": "t", "which": "r", "same": "G",
    "recent": "e", "later": "E", "deictic": "K", "earlier_today": "v", "told_day": "T",
    "connective": "C", "stage": "b", "part": "P", "approximate": "q", "oclock": "k", "zone": "z",
    "clock_of": "a", "local": "s", "date_word": "g", "during": "I", "until": "-", "season": "J",
    "sport_season": "u", "suffix_an": "n", "vague": "V", "reference": "X", "preposition": "p",
    "counter": "L", "and": "+",
}  # fmt: skip
"""Tables of calendar.toml and the class that their words get in the grammar."""

FEAST, NUMBER, ORDINAL, DAY_DIGITS, YEAR_DIGITS, DIGITS = "Z", "N", "O", "d", "y", "D"
CAPITALISED, OTHER = "A", "_"
_SUNDAY_OR_WEEK, _ENDS_IN_DAY = "?", "!"  # settled by what stands beside the word

# `AFPJumat` and `REUTERSSenin` are joined at a link; the break is where small letters begin anew.
_TOKEN = re.compile(
    r"[Jj][Uu][Mm]['’`‘][Aa][Tt]|[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+|[^\W\d_]+|\n|[^\w\s]|_"
)
_MARKS = {"–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "|": ",", "[": "(", "]": ")"}
_KEPT = frozenset("()/-.,:\n")
_VAGUE_NUMBERS = frozenset(table("numbers")["vague"])


class Word(NamedTuple):
    """A word or phrase: where it stands, its class and what the lexicon says of it."""

    start: int
    end: int
    form: str
    code: str
    value: object = None


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text, and their classes as one string (a character a word)."""

    text: str
    items: tuple[Word, ...]
    codes: str

    def span(self, first: int, last: int) -> Span:
        """Return the span from one word up to another (exclusive)."""
        return Span(self.items[first].start, self.items[last - 1].end)


_Phrases = tuple[tuple[tuple[str, ...], str, object], ...]


@dataclass(frozen=True, slots=True)
class _Lexicon:
    words: dict[str, tuple[str, object]]
    phrases: dict[str, dict[str, _Phrases]]
    """first word → second word → (the words after the first, class, value), longest first"""


@cache
def _lexicon() -> _Lexicon:
    entries: dict[str, tuple[str, object]] = dict.fromkeys(number_words(), (NUMBER, None))
    entries |= dict.fromkeys(_VAGUE_NUMBERS, ("V", None))
    for name, listed in table("calendar").items():
        if name in CLASSES:
            entries |= {word: (CLASSES[name], value) for word, value in listed.items()}
    for key, feast in table("holidays")["holiday"].items():
        entries |= dict.fromkeys(feast["names"], (FEAST, key))
    words: dict[str, tuple[str, object]] = {}
    phrases: dict[str, dict[str, list[tuple[tuple[str, ...], str, object]]]] = {}
    for entry, (code, value) in entries.items():
        first, *rest = _TOKEN.findall(entry)
        if rest:
            phrases.setdefault(first, {}).setdefault(rest[0], []).append((tuple(rest), code, value))
        else:
            words[first] = code, value
    longest = {
        first: {
            second: tuple(sorted(made, key=lambda x: (-len(x[0]), x[0])))
            for second, made in seconds.items()
        }
        for first, seconds in phrases.items()
    }
    return _Lexicon(words, longest)


@cache
def context(name: str) -> frozenset[str]:
    """Return a list of time_contexts.toml: words that tell what stands beside them."""
    return frozenset(table("time_contexts")[name])


def lex(text: str) -> Words:
    """Return the words of the text with their classes."""
    raw = [(m.group(), m.start()) for m in _TOKEN.finditer(text)]
    items: list[Word] = []
    at, count = 0, len(raw)
    while at < count:
        form, start = raw[at]
        code, value, phrases = _class_of(form)
        took = 1
        if phrases is not None and at + 1 < count:
            took, code, value = _phrase(raw, at, phrases) or (1, code, value)
        if code == _SUNDAY_OR_WEEK:
            code, value = _day_or_week(form, items, raw, at)
        elif code == _ENDS_IN_DAY:
            code = CAPITALISED
            if at + 1 < count and raw[at + 1][0] == "ini":  # `Subiantohari ini`
                cut = start + len(form) - len("hari")
                items.append(Word(start, cut, text[start:cut], CAPITALISED, None))
                form, start, code, value = text[cut : cut + 4], cut, "h", "D"
        last, last_start = raw[at + took - 1]
        items.append(Word(start, last_start + len(last), form, code, value))
        at += took
    return Words(text, tuple(items), "".join([w.code for w in items]))


@lru_cache(maxsize=1 << 16)  # an article's words are mostly those of the last ones
def _class_of(form: str) -> tuple[str, object, dict[str, _Phrases] | None]:
    """Return the class and value of a word by itself, and the phrases that begin with it."""
    lexicon, low = _lexicon(), form.lower()
    if low == "minggu":
        code, value = _SUNDAY_OR_WEEK, None
    else:
        code, value = lexicon.words.get(low) or _other_class(form, low)
    return code, value, lexicon.phrases.get(low)


def _phrase(
    raw: list[tuple[str, int]], at: int, phrases: dict[str, _Phrases]
) -> tuple[int, str, object] | None:
    """Return how many words the longest phrase here takes, with its class and value."""
    for rest, code, value in phrases.get(raw[at + 1][0].lower(), ()):
        following = raw[at + 1 : at + 1 + len(rest)]
        if tuple([form.lower() for form, _ in following]) == rest:
            return len(rest) + 1, code, value
    return None


def _other_class(form: str, low: str) -> tuple[str, object]:
    first = form[0]
    if first.isdecimal():
        if len(form) <= 2:
            return DAY_DIGITS, int(form)
        if len(form) == 4 and 1900 <= int(form) <= 2100:
            return YEAR_DIGITS, int(form)
        return DIGITS, int(form) if len(form) <= 12 else None
    if form in _KEPT:
        return form, None
    if form in _MARKS:
        return _MARKS[form], None
    if low.startswith(("ke", "pe")) and (number := ordinal(low)):
        return ORDINAL, number
    if low.endswith("hari") and first.isupper() and low != "matahari":
        return _ENDS_IN_DAY, None
    if first.isalpha():
        return (CAPITALISED if first.isupper() else OTHER), None
    return ";", None


def _day_or_week(
    form: str, items: list[Word], raw: list[tuple[str, int]], at: int
) -> tuple[str, object]:
    """Tell `Minggu` (Sunday) from `minggu` (week)."""
    if form == "minggu":
        return "w", "W"
    before = items[-1].code if items else "\n"
    after = raw[at + 1][0].lower() if at + 1 < len(raw) else ""
    if form.isupper() or before in "hC,":
        return "W", 7
    opens = before in ".\n;"
    if before in "NdQVqbO" or (opens and after in ("ini", "lalu", "depan")):
        return "w", "W"
    return "W", 7
