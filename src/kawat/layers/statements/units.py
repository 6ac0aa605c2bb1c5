"""Units: the sentences of the report, in which a quotation is never cut."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kawat.draft import Draft
from kawat.layers.statements.cues import Cue, Word, cues, words
from kawat.layers.statements.quotations import Quotation
from kawat.reading import Span

LONGEST = 6000
"""Sentences are not joined beyond this (code points), so that time stays linear."""

_AFTER_DATELINE = re.compile(r"[^\n.!?]{0,40}?\s*[-–—]+\s*|[^\n\w]*")
_LONGEST = 4_000
"""Code points: sentences are not joined beyond this, unless a quotation runs across them."""
_ENDS_QUOTED = re.compile(r"[\"”“»']\s*$")


@dataclass
class Unit:
    """A sentence of the report with its quotations, its words outside of them, and its cues.

    ``text`` is the whole article's. ``start`` is where the report begins in the unit (behind a
    dateline); ``plain`` is the text of ``span`` with the quotations blotted out, so that no rule
    looks into them by mistake.
    """

    text: str
    span: Span
    start: int
    quotations: list[Quotation]
    plain: str
    words: list[Word]
    cues: list[Cue] = field(default_factory=list)

    def rest(self, start: int) -> str:
        """Return the plain text from an offset of the article to the end of the unit."""
        return self.plain[max(0, start - self.span.start) :]

    def between(self, start: int, end: int) -> str:
        """Return the plain text between two offsets of the article."""
        return self.plain[max(0, start - self.span.start) : max(0, end - self.span.start)]


def units(draft: Draft, found: Sequence[Quotation]) -> Iterator[Unit]:
    """Yield the units of the report in order; furniture is left out."""
    starts = [q.whole.start for q in found]
    for span in _spans(draft, found, starts):
        first, last = bisect_left(starts, span.start), bisect_left(starts, span.end)
        yield _unit(draft, span, list(found[first:last]))


def _spans(draft: Draft, found: Sequence[Quotation], starts: list[int]) -> Iterator[Span]:
    """Join sentences that a quotation runs across, or that go on in lower case behind one."""
    text = draft.text
    current: Span | None = None
    for sentence in draft.sentences:
        if _is_furniture(draft, sentence):
            continue
        short = current is not None and current.end - current.start < LONGEST
        if current is not None and short and _goes_on(text, current, sentence, found, starts):
            current = Span(current.start, sentence.end)
            continue
        if current is not None:
            yield current
        current = sentence
    if current is not None:
        yield current


def _is_furniture(draft: Draft, sentence: Span) -> bool:
    """Tell whether most of the sentence is furniture."""
    at = bisect_right(draft.furniture, sentence.start, key=lambda f: f.span.start)
    near = draft.furniture[max(0, at - 2) : at + 3]
    covered = sum(
        max(0, min(f.span.end, sentence.end) - max(f.span.start, sentence.start)) for f in near
    )
    return 2 * covered > sentence.end - sentence.start


def _goes_on(
    text: str, current: Span, sentence: Span, found: Sequence[Quotation], starts: list[int]
) -> bool:
    at = bisect_left(starts, sentence.start) - 1
    if at >= 0 and found[at].whole.start >= current.start and found[at].whole.end > sentence.start:
        return True
    if sentence.end - current.start > _LONGEST:
        return False
    gap = text[current.end : sentence.start]
    behind_quotation = _ENDS_QUOTED.search(text, max(current.start, current.end - 3), current.end)
    return bool(behind_quotation) and "\n" not in gap and text[sentence.start].islower()


def _unit(draft: Draft, span: Span, inside: list[Quotation]) -> Unit:
    text = draft.text
    plain = list(text[span.start : span.end])
    for quotation in inside:
        start, end = quotation.whole.start - span.start, quotation.whole.end - span.start
        plain[start:end] = "\x00" * (end - start)
    blotted = "".join(plain)[: span.end - span.start]
    outside = [
        Word(w.start + span.start, w.end + span.start, w.form)
        for w in words(blotted, 0, len(blotted))
    ]
    unit = Unit(text, span, _report_start(draft, span), inside, blotted, outside)
    unit.cues = cues(outside)
    return unit


def _report_start(draft: Draft, span: Span) -> int:
    """Return where the report begins in a sentence that may open with a dateline."""
    heads = [p.span for p in (draft.dateline, draft.outlet) if p is not None and p.span is not None]
    ends = [
        h.end for h in heads if span.start <= h.start and h.end < span.start + 80 <= span.end + 80
    ]
    if not ends:
        return span.start
    match = _AFTER_DATELINE.match(draft.text, max(ends), span.end)
    return match.end() if match else max(ends)
