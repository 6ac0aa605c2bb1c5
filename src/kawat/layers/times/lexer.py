"""Words of a text with their class in the lexicon of times, one character a word.

The grammar runs over the string of classes, not over the text: an article has some hundred words
and few of them are of a time, so that the search is fast, and every pattern in it is bounded, so
that it is linear.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

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
    "counter": "L",
}  # fmt: skip
"""Tables of calendar.toml and the class that their words get in the grammar."""

FEAST, NUMBER, ORDINAL, DAY_DIGITS, YEAR_DIGITS, DIGITS = "Z", "N", "O", "d", "y", "D"
CAPITALISED, OTHER = "A", "_"

# `AFPJumat` and `REUTERSSenin` are joined at a link; the break is where small letters begin anew.
_TOKEN = re.compile(
    r"[Jj][Uu][Mm]['’`‘][Aa][Tt]|[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+|[^\W\d_]+|\n|[^\w\s]|_"
)
_MARKS = {"–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "|": ",", "[": "(", "]": ")"}
_KEPT = frozenset("()/-.,:\n")
_VAGUE_NUMBERS = frozenset(table("numbers")["vague"])


@dataclass(frozen=True, slots=True)
class Word:
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
    phrases: dict[tuple[str, str], _Phrases]
    """the first two words → (the words after the first, class, value), longest first"""


@cache
def _lexicon() -> _Lexicon:
    entries: dict[str, tuple[str, object]] = dict.fromkeys(number_words(), (NUMBER, None))
    entries |= dict.fromkeys(_VAGUE_NUMBERS, ("V", None))
    for name, words in table("calendar").items():
        if name in CLASSES:
            entries |= {word: (CLASSES[name], value) for word, value in words.items()}
    for key, feast in table("holidays")["holiday"].items():
        entries |= dict.fromkeys(feast["names"], (FEAST, key))
    words, phrases = {}, dict[tuple[str, str], list[tuple[tuple[str, ...], str, object]]]()
    for entry, (code, value) in entries.items():
        first, *rest = _TOKEN.findall(entry)
        if rest:
            phrases.setdefault((first, rest[0]), []).append((tuple(rest), code, value))
        else:
            words[first] = code, value
    longest = {w: tuple(sorted(p, key=lambda x: (-len(x[0]), x[0]))) for w, p in phrases.items()}
    return _Lexicon(words, longest)


@cache
def context(name: str) -> frozenset[str]:
    """Return a list of time_contexts.toml: words that tell what stands beside them."""
    return frozenset(table("time_contexts")[name])


def lex(text: str) -> Words:
    """Return the words of the text with their classes."""
    lexicon = _lexicon()
    words, phrases = lexicon.words, lexicon.phrases
    raw = [(m.group(), m.start()) for m in _TOKEN.finditer(text)]
    lows = [form.lower() for form, _ in raw]
    items: list[Word] = []
    at, count = 0, len(raw)
    while at < count:
        (form, start), low = raw[at], lows[at]
        took = 1
        first_two = (low, lows[at + 1]) if at + 1 < count else (low, "")
        if first_two in phrases and (found := _phrase(lows, at, phrases[first_two])):
            took, code, value = found
        elif low in words:
            code, value = words[low]
        else:
            code, value = _other_class(form, low)
            if first_two[1] == "ini" and _ends_in_day(form, low):  # `Subiantohari ini`
                cut = len(form) - len("hari")
                items.append(Word(start, start + cut, form[:cut], CAPITALISED))
                form, start, code, value = form[cut:], start + cut, "h", "D"
        if low == "minggu" or (low == "hari" and code == "h"):
            code, value = _day_or_week(form, items, raw, at)
        items.append(
            Word(start, raw[at + took - 1][1] + len(raw[at + took - 1][0]), form, code, value)
        )
        at += took
    return Words(text, tuple(items), "".join([w.code for w in items]))


def _ends_in_day(form: str, low: str) -> bool:
    """Tell a name with ``hari`` joined to it at a link."""
    return low.endswith("hari") and form[0].isupper() and low not in ("matahari", "sehari")


def _phrase(lows: list[str], at: int, phrases: _Phrases) -> tuple[int, str, object] | None:
    for rest, code, value in phrases:
        if tuple(lows[at + 1 : at + 1 + len(rest)]) == rest:
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
    if first.isalpha():
        return (CAPITALISED if first.isupper() else OTHER), None
    return ";", None


def _day_or_week(
    form: str, items: list[Word], raw: list[tuple[str, int]], at: int
) -> tuple[str, object]:
    """Tell `Minggu` (Sunday) from `minggu` (week); `hari` needs no help but shares the path."""
    if form.lower() == "hari":
        return "h", "D"
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
