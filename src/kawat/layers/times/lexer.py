"""Words of a text with their class in the lexicon of times, one character a word.

The grammar runs over the string of classes, not over the text: an article has some hundred words
and few of them are of a time, so that the search is fast, and every pattern in it is bounded, so
that it is linear.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import accumulate
from operator import sub
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
# A piece is a token with the white space before it, so that the pieces are the whole text.
_TOKEN = r"(?:[Jj][Uu][Mm]['’`‘][Aa][Tt]|[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+|[^\W\d_]+|\n|[^\w\s]|_)"
_PIECE = re.compile(rf"[^\S\n]*{_TOKEN}")
_BLANKS = "".join(c for c in map(chr, range(0x3001)) if c.isspace() and c != "\n")
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
    """The words of a text in parallel lists, and their classes as one string (a character a word).

    Few words of an article are of a time, so that a :class:`Word` is made only of those asked for.
    """

    text: str
    forms: list[str]
    starts: list[int]
    ends: list[int]
    values: list[object]
    codes: str

    def __len__(self) -> int:
        return len(self.forms)

    def __getitem__(self, n: int) -> Word:
        return Word(self.starts[n], self.ends[n], self.forms[n], self.codes[n], self.values[n])

    def between(self, first: int, last: int) -> list[Word]:
        """Return the words from one up to another (exclusive)."""
        return [self[n] for n in range(first, min(last, len(self)))]

    def span(self, first: int, last: int) -> Span:
        """Return the span from one word up to another (exclusive)."""
        return Span(self.starts[first], self.ends[last - 1])


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
        first, *rest = re.findall(_TOKEN, entry)
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


class _Token(NamedTuple):
    """A token by itself: the phrases are ``None`` where what stands beside it changes nothing."""

    form: str
    code: str
    value: object
    phrases: dict[str, _Phrases] | None


def lex(text: str) -> Words:
    """Return the words of the text with their classes."""
    pieces = _PIECE.findall(text.rstrip(_BLANKS))
    tokens = [_token(piece) for piece in pieces]
    raw = [token.form for token in tokens]
    ends = list(accumulate(map(len, pieces)))
    starts = list(map(sub, ends, map(len, raw)))
    codes = "".join([token.code for token in tokens])
    words = Words(text, [], [], [], [], "")
    joined: list[str] = []

    def take(form: str, start: int, end: int, code: str, value: object) -> None:
        words.forms.append(form)
        words.starts.append(start)
        words.ends.append(end)
        words.values.append(value)
        joined.append(code)

    def take_settled(first: int, last: int) -> None:
        if first < last:
            words.forms.extend(raw[first:last])
            words.starts.extend(starts[first:last])
            words.ends.extend(ends[first:last])
            words.values.extend([token.value for token in tokens[first:last]])
            joined.append(codes[first:last])

    done = 0
    for at in [n for n, token in enumerate(tokens) if token.phrases is not None]:
        if at < done:
            continue
        take_settled(done, at)
        done = at + 1
        form, code, value, phrases = tokens[at]
        start = starts[at]
        if phrases and (found := _phrase(raw, at, phrases)):
            took, code, value = found
            done = at + took
        end = ends[done - 1]
        if code == _SUNDAY_OR_WEEK:
            code, value = _day_or_week(raw, at, joined[-1][-1] if joined else "\n")
        elif code == _ENDS_IN_DAY:
            code = CAPITALISED
            if raw[done : done + 1] == ["ini"]:  # `Subiantohari ini`
                cut = end - len("hari")
                take(text[start:cut], start, cut, CAPITALISED, None)
                form, start, code, value = text[cut:end], cut, "h", "D"
        take(form, start, end, code, value)
    take_settled(done, len(raw))
    return replace(words, codes="".join(joined))


@lru_cache(maxsize=1 << 16)  # an article's words are mostly those of the last ones
def _token(piece: str) -> _Token:
    """Return a token with its class, value and the phrases that begin with it."""
    lexicon, form = _lexicon(), piece.lstrip(_BLANKS)
    low = form.lower()
    if low == "minggu":
        code, value = _SUNDAY_OR_WEEK, None
    else:
        code, value = lexicon.words.get(low) or _other_class(form, low)
    unsettled: dict[str, _Phrases] | None = {} if code in (_SUNDAY_OR_WEEK, _ENDS_IN_DAY) else None
    return _Token(form, code, value, lexicon.phrases.get(low, unsettled))


def _phrase(
    raw: list[str], at: int, phrases: dict[str, _Phrases]
) -> tuple[int, str, object] | None:
    """Return how many words the longest phrase here takes, with its class and value."""
    second = raw[at + 1].lower() if at + 1 < len(raw) else ""
    for rest, code, value in phrases.get(second, ()):
        following = raw[at + 1 : at + 1 + len(rest)]
        if tuple([form.lower() for form in following]) == rest:
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


def _day_or_week(raw: list[str], at: int, before: str) -> tuple[str, object]:
    """Tell `Minggu` (Sunday) from `minggu` (week), after a word of the class ``before``."""
    form = raw[at]
    if form == "minggu":
        return "w", "W"
    after = raw[at + 1].lower() if at + 1 < len(raw) else ""
    if form.isupper() or before in "hC,":
        return "W", 7
    opens = before in ".\n;"
    if before in "NdQVqbO" or (opens and after in ("ini", "lalu", "depan")):
        return "w", "W"
    return "W", 7
