"""A sentence as the event rules see it: words, with every mention taken as one unit.

The rules are patterns over units (prepositions, verbs, mentions), so that a name
of six words and a name of one behave alike.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from kawat.draft import Draft, Token
from kawat.layers.events.grammar import QUOTES, ends_phrase, is_mark, is_verb, words
from kawat.reading import Span

_FEW = 6
"""words in quotation marks that are still part of the clause, at most"""
_LONGEST = 80
"""units of a quotation within a clause, at most"""
Party = tuple[str, ...]
"""Entity ids of one mention; several where a plural mention stands for several."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A word, a mark, or a whole mention; ``form`` is lower case and empty for a mention."""

    start: int
    end: int
    form: str
    party: Party = ()
    kind: str = ""
    capital: bool = False
    inner: tuple[str, ...] = ()
    """the words of a mention"""


@dataclass(frozen=True, slots=True)
class Clauses:
    """One sentence as units."""

    index: int
    span: Span
    units: tuple[Unit, ...]
    tokens: tuple[Token, ...] = ()
    first: int = 0
    """index of the sentence's first token in the article"""
    size: int = 0

    def form(self, i: int) -> str:
        """Return the form at ``i``; empty beyond the ends and for a mention."""
        return self.units[i].form if 0 <= i < self.size else ""

    def is_mention(self, i: int) -> bool:
        """Tell whether the unit at ``i`` is a mention."""
        return 0 <= i < self.size and bool(self.units[i].party)

    def at(self, offset: int) -> int:
        """Return the index of the first unit that ends after the offset."""
        return bisect_right(self.units, offset, key=lambda u: u.end)


def sentences(draft: Draft, holds: Callable[[str], bool]) -> Iterator[Clauses]:
    """Yield the sentences of the report itself that hold such a word, furniture left out."""
    mentions = _mentions(draft)
    starts = [m[0] for m in mentions]
    titles = _titles(draft)
    tokens = draft.tokens
    token_starts = [t.start for t in tokens]
    for index, span in enumerate(draft.sentences):
        if draft.in_furniture(span):
            continue
        low, high = bisect_left(token_starts, span.start), bisect_left(token_starts, span.end)
        if not any(holds(t.form.lower()) for t in tokens[low:high]):
            continue
        inside = mentions[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        pieces = [(t.start, t.end) for t in tokens[low:high] if not titles.holds(t.start)]
        units = _plain(tuple(_without_nominals(_units(draft.text, pieces, inside))))
        yield Clauses(index, span, units, tokens[low:high], low, len(units))


def _without_nominals(units: Iterator[Unit]) -> Iterator[Unit]:
    """Make ``-nya`` a word where it turns a word into a noun: ``bergabungnya Indonesia``."""
    found = list(units)
    for n, unit in enumerate(found):
        after = found[n + 1] if n + 1 < len(found) else None
        clitic = unit.inner == ("nya",) and n > 0 and after is not None
        if clitic and after is not None and _nominal(found[n - 1].form, after):
            yield Unit(unit.start, unit.end, "nya")
        else:
            yield unit


def _nominal(before: str, after: Unit) -> bool:
    """Tell whether a word with ``-nya`` before another is a noun made of a verb."""
    if after.party:
        return is_verb(before)
    ends = ends_phrase(after.form) or after.form in words("auxiliaries")
    return not ends and (is_verb(before) or before in words("qualities"))


class _Titles:
    """The words between the start of a title and the name that it belongs to."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._starts = [s.start for s in spans]
        self._ends = [s.end for s in spans]

    def holds(self, offset: int) -> bool:
        """Tell whether the offset lies in a title."""
        k = bisect_right(self._starts, offset) - 1
        return k >= 0 and offset < self._ends[k]


def _titles(draft: Draft) -> _Titles:
    """A title is one phrase with its name: `Dubes Korut untuk PBB, Ja Song Nam`."""
    named = ((t.span.start, t.name.start) for t in draft.titles if t.name)
    return _Titles([Span(a, b) for a, b in sorted(named) if a < b])


def _plain(units: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """Leave out what a bracket adds to a clause, and the marks around a few quoted words.

    Neither ends a clause: `pengadilan AS (MA) menolak`, `Iran "menyerahkan" uraniumnya`.
    """
    dropped: set[int] = set()
    k = 0
    while k < len(units):
        end = _closes(units, k)
        if end is None:
            k += 1
            continue
        if units[k].form == "(" and k and units[k - 1].form in words("agreed"):
            dropped.update((k, end))  # `kesepakatan (gencatan senjata)`
        elif units[k].form == "(":
            dropped.update(range(k, end + 1) if _adds(units, k, end) else ())
        elif end - k <= _FEW + 1 and not is_mark(units[end - 1].form):
            dropped.update((k, end))
        k = end + 1
    return tuple(u for n, u in enumerate(units) if n not in dropped) if dropped else units


def _adds(units: Sequence[Unit], k: int, end: int) -> bool:
    """Tell whether a bracket holds no mention, or another name of the one before it."""
    named = sum(bool(u.party) for u in units[k:end])
    return not named or (named == 1 and end == k + 2 and k > 0 and bool(units[k - 1].party))


def _closes(units: Sequence[Unit], k: int) -> int | None:
    """Return where a bracket of a few words or a quotation within the clause closes."""
    form = units[k].form
    if form == "(":
        few = range(k + 1, min(k + 2 + _FEW, len(units)))
        return next((n for n in few if units[n].form == ")"), None)
    if form not in QUOTES or k == 0 or is_mark(units[k - 1].form):
        return None
    few = range(k + 1, min(k + _LONGEST, len(units)))
    return next((n for n in few if units[n].form in QUOTES), None)


Mention = tuple[int, int, Party, str]


def _mentions(draft: Draft) -> list[Mention]:
    """Return mentions and anaphors in text order; what shares a span is one plural mention."""
    kinds = {e.id: e.kind for e in draft.entities}
    at: dict[Span, list[str]] = {}
    for entity in draft.entities:
        if entity.kind == "organization" and entity.sector == "JRN":
            continue  # an outlet tells; it is no party
        for span in entity.mentions:
            at.setdefault(span, []).append(entity.id)
    for anaphor in draft.anaphors:
        at.setdefault(anaphor.span, []).extend(e for e in anaphor.entities if e in kinds)
    found = [
        (span.start, span.end, tuple(dict.fromkeys(ids)), kinds[ids[0]])
        for span, ids in at.items()
        if ids
    ]
    return sorted(found, key=lambda m: (m[0], -m[1]))


def _units(
    text: str, tokens: Sequence[tuple[int, int]], mentions: Sequence[Mention]
) -> Iterator[Unit]:
    """Interleave words and mentions; a mention within a longer one is left out."""
    waiting = list(mentions)
    done = -1
    for start, end in tokens:
        while waiting and waiting[0][0] < end:
            first, last, party, kind = waiting.pop(0)
            if first < done:
                continue
            if start < first:
                yield _word(text, start, first)
            inner = tuple(text[first:last].lower().split())
            yield Unit(first, last, "", party, kind, True, inner)
            done = last
            start = max(start, last)
        start = max(start, done)
        if start < end:
            yield _word(text, start, end)


def _word(text: str, start: int, end: int) -> Unit:
    words = text[start:end]
    return Unit(start, end, words.lower(), capital=words[:1].isupper())
