"""Where sentences begin and end, also in the furniture.

A line break ends a sentence unless the line was broken in its middle (the next one goes on in
lower case). Inside a line a sentence ends after ``.``, ``!``, ``?`` or ``…`` and its closing
quotation marks where a capital, a digit or an opening mark follows, with or without a space
(``2015.Kedua``), but not after an abbreviation or an initial. A quotation of several sentences
is several sentences. Furniture never shares a sentence with the report.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from functools import cache

from kawat.lexicon import table
from kawat.reading import Span

_STOP = re.compile(r"[.!?…]++[\"”’'»)\]]*+")
_LINE = re.compile(r"[^\n\r\u2028\u2029]++")
_LAST_WORD = re.compile(r"[^\W_]{1,12}\Z")
_OPENING = "\"“‘'«([–-—@#"
_LONGEST = 4_000
"""Code points: what runs on for longer is no sentence, and is cut at a blank."""
_LOOK_BACK = 16
_LOOK_AHEAD = 8


@cache
def _abbreviations(kind: str) -> frozenset[str]:
    return frozenset(table("abbreviations")[kind].split())


def split_sentences(text: str, furniture: Iterable[Span] = ()) -> tuple[Span, ...]:
    """Return the sentences of a text in their order; none is empty or has a blank at its edge.

    ``furniture`` are the spans at whose edges a sentence ends as well.
    """
    edges = sorted({edge for span in furniture for edge in span})
    found: list[Span] = []
    for start, end in _lines(text):
        cuts = [start, *_cuts(text, start, end), end]
        for a, b in itertools.pairwise(cuts):
            if trimmed := _trim(text, a, b):
                found.extend(_bounded(text, trimmed))
    return tuple(_divide(text, found, edges)) if edges else tuple(found)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield the lines; those that were broken in mid-sentence are joined."""
    held: tuple[int, int] | None = None
    for line in _LINE.finditer(text):
        span = _trim(text, line.start(), line.end())
        if span is None:
            continue
        if held and _goes_on(text, held, span):
            held = (held[0], span.end)
            continue
        if held:
            yield held
        held = (span.start, span.end)
    if held:
        yield held


def _goes_on(text: str, line: tuple[int, int], following: Span) -> bool:
    """Tell whether a line goes on in the following one: one break, then lower case."""
    gap = text[line[1] : following.start]
    breaks = gap.replace("\r\n", "\n").count("\n") + gap.count("\u2028")
    listed = text[line[0]].islower()  # tags, one a line
    unfinished = text[line[1] - 1] not in '.!?…:;|)"”'
    return breaks == 1 and text[following.start].islower() and unfinished and not listed


def _cuts(text: str, start: int, end: int) -> Iterator[int]:
    for stop in _STOP.finditer(text, start, end):
        if stop.end() < end and _ends_sentence(text, stop, start, end):
            yield stop.end()


def _ends_sentence(text: str, stop: re.Match[str], start: int, end: int) -> bool:
    ahead = text[stop.end() : min(end, stop.end() + _LOOK_AHEAD)]
    follows = ahead.lstrip()
    before = _LAST_WORD.search(text, max(start, stop.start() - _LOOK_BACK), stop.start())
    word = before.group() if before else ""
    if len(follows) == len(ahead):
        return _ends_glued(text, stop, word, follows)
    if not (follows[:1].isupper() or follows[:1].isdigit() or follows[:1] in _OPENING):
        return False
    if stop.group() == ".":
        if _is_before(word, text, stop.start()) or (word.isdigit() and follows[:3].isdigit()):
            return False
        at = stop.start() - len(word)
        return not _is_item_number(word, text[max(start, at - _LOOK_BACK) : at])
    return stop.group() not in (".)", "...", "…") or follows[:1].isupper()


def _ends_glued(text: str, stop: re.Match[str], word: str, follows: str) -> bool:
    """Tell whether a sentence ends where the next one follows without a space."""
    quoted = len(stop.group()) > 1
    last = text[stop.start() - 1 : stop.start()]
    if not (last.islower() or last.isdigit() or quoted) or (not word and not quoted):
        return False
    if follows[:1] in '"“' and not quoted:
        return last.islower()
    nexts = re.match(r"[^\W\d_]++", follows)
    if not nexts or not follows[0].isupper() or len(nexts.group()) < 2:
        return False
    ends_name = nexts.group().casefold() in _abbreviations("internet")
    return not ends_name and not _is_before(word, text, stop.start()) and len(word) > 1


def _is_item_number(word: str, before: str) -> bool:
    """Tell whether a number and its stop open an item of a list: ``2. Mendukung …``."""
    left = before.rstrip()
    return word.isdigit() and len(word) <= 2 and (not left or left[-1] in ".;:!?")


def _is_before(word: str, text: str, at: int) -> bool:
    """Tell whether the word before a stop is an initial or a title, so that no sentence ends."""
    lower = word.casefold()
    if len(word) == 1 and word.isupper():
        return True
    # Rp. and No. are titles; the English No. in capitals and mid-word endings are not
    return lower in _abbreviations("before") and text[at - len(word) - 1 : at - len(word)] != "-"


def _bounded(text: str, sentence: Span) -> Iterator[Span]:
    """Cut what is too long for a sentence, so that no later layer has to look at it whole."""
    start = sentence.start
    while sentence.end - start > _LONGEST:
        cut = text.rfind(" ", start + 1, start + _LONGEST)
        if cut < 0:
            cut = text.find(" ", start + _LONGEST, sentence.end)
        if cut < 0:
            break
        if part := _trim(text, start, cut):
            yield part
        start = cut
    if part := _trim(text, start, sentence.end):
        yield part


def _trim(text: str, start: int, end: int) -> Span | None:
    """Return the span without the blanks at its edges, ``None`` where nothing is left."""
    words = text[start:end]
    left = len(words) - len(words.lstrip())
    right = len(words.rstrip())
    return Span(start + left, start + right) if right > left else None


def _divide(text: str, sentences: list[Span], edges: list[int]) -> Iterator[Span]:
    """Cut the sentences at the edges of the furniture."""
    at = 0
    for sentence in sentences:
        while at < len(edges) and edges[at] <= sentence.start:
            at += 1
        cuts = [sentence.start]
        while at < len(edges) and edges[at] < sentence.end:
            cuts.append(edges[at])
            at += 1
        cuts.append(sentence.end)
        for a, b in itertools.pairwise(cuts):
            if part := _trim(text, a, b):
                yield part
