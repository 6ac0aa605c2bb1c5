"""Words of a text with their class in the lexicon of times, one character a word.

The grammar runs over the string of classes, not over the text: an article has some hundred words
and few of them are of a time, so that the search is fast, and every pattern in it is bounded, so
that it is linear.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
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
_MOST_KEPT = 1 << 15  # tokens
_VAGUE_NUMBERS = frozenset(table("numbers")["vague"])


class Word(NamedTuple):
    """A word or phrase: where it stands, its class and what the lexicon says of it."""

    start: int
    end: int
    form: str
    code: str
    value: object = None


_Phrases = tuple[tuple[tuple[str, ...], str, object], ...]


class _Token(NamedTuple):
    """A token by itself, or the first one of a phrase with the phrase's length and class.

    The phrases that can begin here are ``None`` where what stands beside it changes nothing.
    """

    form: str
    length: int
    code: str
    value: object = None
    phrases: dict[str, _Phrases] | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text in parallel lists, and their classes as one string (a character a word).

    Few words of an article are of a time, so that a :class:`Word` is made only of those asked for.
    """

    text: str
    tokens: list[_Token]
    ends: list[int]
    codes: str

    def __len__(self) -> int:
        return len(self.tokens)

    def __getitem__(self, n: int) -> Word:
        form, length, code, value, _ = self.tokens[n]
        end = self.ends[n]
        return Word(end - length, end, form, code, value)

    def at(self, offset: int) -> int:
        """Return the index of the word that begins at the offset."""
        return bisect_right(self.ends, offset)

    def between(self, first: int, last: int) -> list[Word]:
        """Return the words from one up to another (exclusive)."""
        return [self[n] for n in range(first, min(last, len(self.tokens)))]

    def lows(self, first: int, last: int) -> list[str]:
        """Return words in lower case from one up to another (exclusive)."""
        return [token.form.lower() for token in self.tokens[first:last]]

    def span(self, first: int, last: int) -> Span:
        """Return the span from one word up to another (exclusive)."""
        return Span(self.ends[first] - self.tokens[first].length, self.ends[last - 1])


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


def lex(text: str) -> Words:
    """Return the words of the text with their classes."""
    pieces = _PIECE.findall(text.rstrip(_BLANKS))
    tokens = list(map(_TOKENS.__getitem__, pieces))
    ends = list(accumulate(map(len, pieces)))
    words: list[_Token] = []
    words_ends: list[int] = []
    done = 0
    for at in [n for n, token in enumerate(tokens) if token.phrases is not None]:
        if at < done:
            continue
        before = words[-1:] if at == done else tokens[at - 1 : at]
        found = _settled(tokens, ends, at, before[0].code if before else "\n")
        if found:
            words += tokens[done:at] + found.words
            words_ends += ends[done:at] + found.ends
            done = found.after
    words += tokens[done:]
    words_ends += ends[done:]
    return Words(text, words, words_ends, "".join([word.code for word in words]))


class _Settled(NamedTuple):
    """The word that a token is where it stands, or the two that it is, up to token ``after``."""

    words: list[_Token]
    ends: list[int]
    after: int


def _settled(tokens: list[_Token], ends: list[int], at: int, before: str) -> _Settled | None:
    """Return the phrase that begins here, or what stands beside the token makes of it, if it does.

    ``before`` is the class of the word before.
    """
    form, length, code, value, _ = tokens[at]
    end = ends[at]
    if found := _phrase(tokens, at):
        took, code, value = found
        last = ends[at + took - 1]
        return _Settled([_Token(form, length + last - end, code, value)], [last], at + took)
    if code == _SUNDAY_OR_WEEK:
        code, value = _day_or_week(tokens, at, before)
        return _Settled([_Token(form, length, code, value)], [end], at + 1)
    if code != _ENDS_IN_DAY:
        return None
    if _low(tokens, at + 1) != "ini":
        return _Settled([_Token(form, length, CAPITALISED)], [end], at + 1)
    day = len("hari")  # `Subiantohari ini`
    name = _Token(form[:-day], length - day, CAPITALISED)
    return _Settled([name, _Token(form[-day:], day, "h", "D")], [end - day, end], at + 1)


class _Tokens(dict[str, _Token]):
    """The tokens of the pieces met so far: an article's words are mostly those of the last ones.

    All are forgotten when there are too many, so that the memory is bounded.
    """

    def __missing__(self, piece: str) -> _Token:
        if len(self) >= _MOST_KEPT:
            self.clear()
        found = self[piece] = _token(piece)
        return found


_TOKENS = _Tokens()


def _token(piece: str) -> _Token:
    """Return a token with its class, value and the phrases that begin with it."""
    lexicon, form = _lexicon(), piece.lstrip(_BLANKS)
    low = form.lower()
    if low == "minggu":
        code, value = _SUNDAY_OR_WEEK, None
    else:
        code, value = lexicon.words.get(low) or _other_class(form, low)
    unsettled: dict[str, _Phrases] | None = {} if code in (_SUNDAY_OR_WEEK, _ENDS_IN_DAY) else None
    return _Token(form, len(form), code, value, lexicon.phrases.get(low, unsettled))


def _phrase(tokens: list[_Token], at: int) -> tuple[int, str, object] | None:
    """Return how many words the longest phrase here takes, with its class and value."""
    beginning = tokens[at].phrases
    for rest, code, value in beginning.get(_low(tokens, at + 1), ()) if beginning else ():
        following = tokens[at + 1 : at + 1 + len(rest)]
        if tuple([token.form.lower() for token in following]) == rest:
            return len(rest) + 1, code, value
    return None


def _low(tokens: list[_Token], at: int) -> str:
    """Return a token in lower case, empty after the last one."""
    return tokens[at].form.lower() if at < len(tokens) else ""


def _other_class(form: str, low: str) -> tuple[str, object]:
    first = form[0]
    if first.isdecimal():
        if len(form) <= 2:
            return DAY_DIGITS, int(form)
        if len(form) == 4 and 1500 <= int(form) <= 2100:
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


def _day_or_week(tokens: list[_Token], at: int, before: str) -> tuple[str, object]:
    """Tell `Minggu` (Sunday) from `minggu` (week), after a word of the class ``before``."""
    form = tokens[at].form
    if form == "minggu":
        return "w", "W"
    after = _low(tokens, at + 1)
    if form.isupper() or before in "hC,":
        return "W", 7
    opens = before in ".\n;"
    if before in "NdQVqbO" or (opens and after in ("ini", "lalu", "depan")):
        return "w", "W"
    return "W", 7
