"""Of whom, by whose count, by whose hand, where and since when a count is."""

from __future__ import annotations

import re
from bisect import bisect_left

from kawat.draft import Draft
from kawat.layers.figures.counts import Count
from kawat.lexicon import table
from kawat.lexicon.patterns import any_of
from kawat.reading import Entity, Span, Time

_PLAIN = frozenset(
    {
        "orang",
        "jiwa",
        "lainnya",
        "lain",
        "korban",
        "nyawa",
        "ton",
        "unit",
        "di antaranya",
        "orang tewas",
    }
)
_HARMED = frozenset({"killed", "injured", "missing", "displaced", "detained"})
_TALLY = re.compile(rf"\s+(?:\w+ )?{any_of(table('measures')['context']['tallies'])}(?![\w-])")
_BY = re.compile(
    rf"(?:{any_of(table('measures')['context']['attacks'])}(?: udara| darat| rudal| drone)?"
    r"|oleh|di tangan)\s+$"
)
_ACTS = re.compile(
    r"\s+(?:telah |juga |sudah |kembali )?"
    r"(?:menewaskan|membunuh|melukai|menembak|menangkap|menahan)\b"
)
_WHERE = re.compile(r"(?<!\w)(?:di|ke|dari)(?: \w+){0,2}\s+$")
_SINCE = re.compile(r"\bsejak\s+(?:\w+\s+){0,2}$")
_UNTIL = re.compile(r"\b(?:hingga|sampai|per)\s+$")
_LENGTH = re.compile(r"P(\d+)Y")
_NEAR = 40
_NESTED = 8  # statements that begin before a count, of which one may hold it


class Circumstances:
    """What the draft knows around a count: statements, entities and times."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        mentions = [(Span(*m), e) for e in draft.entities for m in e.mentions]
        self._mentions = sorted(mentions, key=lambda m: m[0])
        self._starts = [m[0].start for m in self._mentions]
        self._times = sorted(draft.times, key=lambda t: t.span)
        self._said = sorted(draft.statements, key=lambda s: s.span)

    def of(self, count: Count, measure: str, sentence: Span) -> dict[str, str | None]:
        """Return group, counted_by, blamed, place, since and as_of of a count."""
        near = self._within(sentence)
        first = bisect_left(self._times, sentence.start, key=lambda t: t.span.start)
        last = bisect_left(self._times, sentence.end, key=lambda t: t.span.start)
        times = self._times[first:last]
        return {
            "group": self._group(count, near),
            "counted_by": self._counter(count, near),
            "blamed": self._blamed(near) if measure in _HARMED else None,
            "place": self._place(count, near),
            "since": self._since(times),
            "as_of": self._as_of(times),
        }

    def _within(self, sentence: Span) -> list[tuple[Span, Entity]]:
        first = bisect_left(self._starts, sentence.start)
        last = bisect_left(self._starts, sentence.end)
        return self._mentions[first:last]

    def _before(self, start: int) -> str:
        return self._draft.text[max(0, start - _NEAR) : start].lower()

    def _group(self, count: Count, near: list[tuple[Span, Entity]]) -> str | None:
        """Return who the counted are, with the name that follows them (``warga Palestina``)."""
        words = count.words.strip()
        if count.currency or not words or words.lower() in _PLAIN:
            return None
        following = (m for m, _ in near if m.end > count.span.end >= m.start - 1)
        end = max((m.end for m in following), default=count.span.end)
        return self._draft.text[count.span.end - len(words) : end].strip()

    def _counter(self, count: Count, near: list[tuple[Span, Entity]]) -> str | None:
        """Return the speaker of the statement that holds the count, or the body that tallied it."""
        last = bisect_left(self._said, count.span.end, key=lambda s: s.span.start)
        before = self._said[max(0, last - _NESTED) : last]
        said = [s for s in before if s.span.overlaps(count.span) and s.speakers]
        if said:
            return min(said, key=lambda s: s.span.end - s.span.start).speakers[0]
        text = self._draft.text
        for mention, entity in near:
            if entity.kind in ("organization", "person") and _TALLY.match(text, mention.end):
                return entity.id
        return None

    def _blamed(self, near: list[tuple[Span, Entity]]) -> str | None:
        """Return whose attack it was, by the words before or after a name."""
        text = self._draft.text
        for mention, entity in near:
            if entity.kind in ("country", "organization", "group"):
                if _BY.search(self._before(mention.start)):
                    return entity.id
                if _ACTS.match(text, mention.end):
                    return entity.id
        return None

    def _place(self, count: Count, near: list[tuple[Span, Entity]]) -> str | None:
        """Return the nearest place that the sentence names after ``di`` or ``ke``."""
        places = [
            (abs(mention.start - count.span.end), entity.id)
            for mention, entity in near
            if entity.kind in ("place", "country") and _WHERE.search(self._before(mention.start))
        ]
        return min(places)[1] if places else None

    def _since(self, times: list[Time]) -> str | None:
        """Return the start of the count: ``sejak Maret 2011``, or so many years before this one."""
        for time in times:
            before = self._before(time.span.start)
            if time.type == "DATE" and time.value[:1].isdigit() and _SINCE.search(before):
                return time.value
            length = _LENGTH.fullmatch(time.value)
            if length and before.endswith("selama ") and self._draft.published:
                return str(int(self._draft.published.value[:4]) - int(length.group(1)))
        return None

    def _as_of(self, times: list[Time]) -> str | None:
        for time in times:
            dated = time.type == "DATE" and time.value[:1].isdigit()
            if dated and _UNTIL.search(self._before(time.span.start)):
                return time.value
        return None
