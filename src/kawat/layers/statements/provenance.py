"""Through whom the words came, to whom they were said, and when."""

from __future__ import annotations

import re
from bisect import bisect_left

from kawat.draft import Draft
from kawat.layers.statements.newcomers import Mention
from kawat.layers.statements.patterns import one_of
from kawat.layers.statements.said import Said
from kawat.layers.statements.speakers import Cast
from kawat.reading import Span

_TO = re.compile(
    rf"\bkepada\s*(?:(?:{one_of('one')}|{one_of('many')}|kantor berita|surat kabar|harian)\s+)*$"
)
_PRESS = re.compile(rf"\bkepada\s+(?:para\s+)?(?P<who>{one_of('press')})\b")
_ACCOUNT = re.compile(
    rf"\b(?:{one_of('accounts')})\b[^.\x00]{{0,40}}?(?P<name>{one_of('platforms')})\b"
)


class Provenance:
    """Looks up the citations, times and entities around what was said."""

    def __init__(self, draft: Draft, cast: Cast) -> None:
        self._cast = cast
        self._citations = draft.citations
        self._cited = [c.span.start for c in draft.citations]
        self._times = [t for t in draft.times if t.type in ("DATE", "TIME")]
        self._timed = [t.span.start for t in self._times]
        self._names = {e.id: e.name for e in draft.entities}

    def via(self, one: Said) -> tuple[str, ...]:
        """Return the outlets, agencies and platforms that passed the words on, in text order."""
        unit = one.unit
        first = bisect_left(self._cited, unit.span.start)
        last = bisect_left(self._cited, unit.span.end)
        found = [(c.span.start, c.name) for c in self._citations[first:last]]
        for match in _ACCOUNT.finditer(unit.plain):
            found.append((unit.span.start + match.start("name"), match["name"]))
        for mention in self._spoken_to(one):
            if self._cast.passes_on(mention.entities):
                found += [(mention.span.start, self._names[e]) for e in mention.entities]
        speakers = {self._names.get(e, "").casefold() for e in one.speakers}
        names = dict.fromkeys(
            name
            for start, name in sorted(found)
            if not one.span.start <= start < one.span.end and name.casefold() not in speakers
        )
        return tuple(n for n in names if not any(m.startswith(n + " ") for m in names))

    def addressee(self, one: Said) -> str | None:
        """Return the entity that the words were said to, if it is one: not an outlet."""
        if one.cue is None:
            return None
        near = [m for m in self._spoken_to(one) if not self._cast.passes_on(m.entities)]
        if one.cue.entry.frame in ("directive", "order", "thanks") and one.cue.voice == "active":
            near += self._cast.within(
                one.cue.span.end, min(one.span.start + 1, one.cue.span.end + 80)
            )
        spoken_to = [e for m in near for e in m.entities if e not in one.speakers]
        if spoken_to:
            return spoken_to[0]
        press = _PRESS.search(one.unit.between(one.cue.span.end, one.unit.span.end))
        if press is None:
            return None
        start = one.cue.span.end + press.start("who")
        return self._cast.press(Span(start, start + len(press["who"])), one.unit.text)

    def _spoken_to(self, one: Said) -> list[Mention]:
        """Return who follows ``kepada`` behind the cue, outside of what was said."""
        if one.cue is None:
            return []
        cue, unit = one.cue.span, one.unit
        return [
            m
            for m in self._cast.within(cue.end, min(unit.span.end, cue.end + 200))
            if not one.span.overlaps(m.span)
            and _TO.search(unit.between(cue.end, m.span.start)[-60:])
        ]

    def time(self, one: Said) -> str | None:
        """Return the day or hour of the words: a time in their sentence, outside of them."""
        unit = one.unit
        if one.cue is None:
            return None
        first = bisect_left(self._timed, unit.span.start)
        last = bisect_left(self._timed, unit.span.end)
        near = [t for t in self._times[first:last] if not one.span.overlaps(t.span)]
        behind = [t for t in near if t.span.start >= one.cue.span.end]
        before = [t for t in near if t.span.end <= one.cue.span.start]
        chosen = behind[:1] or before[-1:]
        return chosen[0].id if chosen else None
