"""Quotations: the stretches of a text between quotation marks, in every style that newsrooms use.

Marks are read as one stream, left to right, with a stack: a mark opens or closes by what stands
beside it (a space before and a letter after it opens, the mirror image closes, anything else
follows the state). The style of the closing mark need not be that of the opening one. A mark
that never closes ends at its paragraph and is reported; the reading goes on behind it. Each mark
is visited once, so time is linear in the length of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import zip_longest

from kawat.layers.statements.patterns import one_of
from kawat.reading import Span

DOUBLE = re.compile(r"''|``|[\"“”„‟″«»]")
SINGLE = re.compile(r"(?<![\w'’])[‘'](?=\s?\w)|(?<=[\w.,!?…)\s])[’'](?![\w'’])")
LONGEST = 6000
"""An opening mark further back than this (code points) is taken as one that never closed."""

DEEPEST = 8
"""Nesting beyond this is not followed: a further opening mark is read as a closing one."""

_OPENERS, _CLOSERS = "([{-–—:/", ".,!?;:)]}…-–—"
_AFTERWARDS = re.compile(rf"{one_of('afterwards')}(?:nya)?\b")


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quoted stretch.

    ``words`` is what stands between the marks, without white space at its edges; ``whole`` has
    the marks. ``closed`` is false where the closing mark is missing.
    """

    words: Span
    whole: Span
    closed: bool = True


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    opens: bool
    closes: bool


def quotations(text: str, skip: Iterable[Span] = ()) -> list[Quotation]:
    """Return the outermost quotations of the text, in order; ``skip`` is not looked at.

    Double marks of any style come first; single marks count only outside of them. A quotation
    inside a quotation stays inside.
    """
    blank = _without(text, skip)
    doubles = _pairs(blank, list(_doubles(blank)))
    return sorted([*doubles, *_singles(blank, doubles)], key=lambda q: q.whole)


def _without(text: str, skip: Iterable[Span]) -> str:
    """Return the text with the skipped spans blank, of the same length."""
    parts, at = [], 0
    for span in sorted(skip):
        start, end = max(at, span.start), max(at, span.end)
        parts += [text[at:start], "\n" * (end - start)]
        at = end
    return "".join([*parts, text[at:]])


def _doubles(text: str) -> Iterator[_Mark]:
    for match in DOUBLE.finditer(text):
        start, end = match.span()
        before = text[start - 1] if start else " "
        after = text[end] if end < len(text) else " "
        opens = (before.isspace() or before in _OPENERS) and not after.isspace()
        closes = not before.isspace() and (after.isspace() or after in _CLOSERS)
        if opens and before.isspace() and _AFTERWARDS.match(text, end):
            opens = False
        if match.group() in "”»" and opens and not closes:
            opens = before.isspace() and after.isalnum()
        yield _Mark(start, end, opens and not closes, closes and not opens)


def _pairs(text: str, marks: list[_Mark]) -> list[Quotation]:
    """Pair the marks with a stack; what is left open ends at its paragraph."""
    found: list[Quotation] = []
    stack: list[_Mark] = []
    inner: list[Quotation] = []
    breaks = [m.start() for m in re.finditer(r"\n", text)]
    for mark, following in zip_longest(marks, marks[1:]):
        if stack and _abandoned(stack[-1], mark, breaks):
            before = text[max(0, mark.start - 80) : mark.start].rstrip(" \t\xa0")
            reopens = mark.opens and before.endswith("\n")
            found += _unclosed(text, stack[0], inner, breaks, closed=reopens)
            stack, inner = [], []
        if not stack:
            if mark.opens or (not mark.closes and _same_line(mark, following, breaks)):
                stack.append(mark)
            elif mark.closes:
                found += _unopened(text, mark, breaks, found[-1:])
        elif mark.opens and len(stack) < DEEPEST:
            stack.append(mark)
        else:
            opening = stack.pop()
            made = _quotation(text, opening, mark)
            if stack:
                while inner and inner[-1].whole.start > opening.start:
                    inner.pop()
                inner += made
            else:
                found += made
                inner = []
    if stack:
        found += _unclosed(text, stack[0], inner, breaks, closed=False)
    return found


def _same_line(mark: _Mark, following: _Mark | None, breaks: list[int]) -> bool:
    """Tell whether another mark follows on the line; else ``Jum"at`` would open a quotation."""
    if following is None:
        return False
    return bisect_left(breaks, following.start) == bisect_left(breaks, mark.start)


def _abandoned(opening: _Mark, mark: _Mark, breaks: list[int]) -> bool:
    """Tell whether an opening mark was left open before this mark came."""
    if mark.start - opening.end > LONGEST:
        return True
    crossed = bisect_left(breaks, mark.start) - bisect_left(breaks, opening.start)
    return crossed > 0 and not mark.closes


def _quotation(text: str, opening: _Mark, closing: _Mark) -> list[Quotation]:
    words = _trim(text, opening.end, closing.start)
    return [Quotation(words, Span(opening.start, closing.end))] if words else []


def _unopened(text: str, mark: _Mark, breaks: list[int], last: list[Quotation]) -> list[Quotation]:
    """Make a quotation of a paragraph that lost its opening mark: ``Kami siap," kata Ali.``"""
    place = bisect_left(breaks, mark.start)
    start = breaks[place - 1] + 1 if place else 0
    behind = re.match(r"\s*", text[mark.end : mark.end + 20])
    cue = _AFTERWARDS.match(text, mark.end + (behind.end() if behind else 0))
    other = last and last[0].whole.end > start
    if cue is None or other or mark.start - start > LONGEST:
        return []
    words = _trim(text, start, mark.start)
    return [Quotation(words, Span(words.start, mark.end), closed=False)] if words else []


def _unclosed(
    text: str, opening: _Mark, inner: list[Quotation], breaks: list[int], *, closed: bool
) -> list[Quotation]:
    """Make what can be made of a quotation that never closed, and of those inside it."""
    place = bisect_left(breaks, opening.start)
    end = breaks[place] if place < len(breaks) else len(text)
    end = min(end, opening.end + LONGEST, *(q.whole.start for q in inner), len(text))
    tail = re.search(r"[,.!?]\s+(?=" + _AFTERWARDS.pattern + ")", text[opening.end : end])
    if tail:
        end = opening.end + tail.start() + 1
    words = _trim(text, opening.end, end)
    first = [Quotation(words, Span(opening.start, words.end), closed)] if words else []
    return first + inner


def _singles(text: str, doubles: list[Quotation]) -> Iterator[Quotation]:
    """Yield quotations in single marks: within one line, outside of double marks."""
    starts = [q.whole.start for q in doubles]
    opening: re.Match[str] | None = None
    for match in SINGLE.finditer(text):
        at = bisect_left(starts, match.end()) - 1
        if at >= 0 and match.start() < doubles[at].whole.end:
            opening = None
            continue
        opens = match.end() < len(text) and _opens_single(text, match)
        if opens:
            opening = match
        elif opening is not None:
            words = _trim(text, opening.end(), match.start())
            around = bisect_left(starts, opening.start()) < bisect_left(starts, match.end())
            if (
                words
                and not around
                and "\n" not in text[words.start : words.end]
                and " " in words.of(text)
            ):
                yield Quotation(words, Span(opening.start(), match.end()))
            opening = None


def _opens_single(text: str, match: re.Match[str]) -> bool:
    before = text[match.start() - 1] if match.start() else " "
    after = text[match.end()]
    return match.group() == "‘" or (before.isspace() and not after.isspace()) or before in "(["


def _trim(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if end > start else None
