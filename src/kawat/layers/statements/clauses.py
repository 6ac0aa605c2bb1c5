"""The true edges of what was said: where the content of a cue begins and ends."""

from __future__ import annotations

import re

from kawat.layers.statements.cues import Cue
from kawat.layers.statements.units import Unit
from kawat.lexicon import table
from kawat.reading import Span

_REACH = 16
"""How many words may stand between a cue and its ``bahwa`` (speaker, day, place, addressee)."""


def _set(key: str) -> frozenset[str]:
    return frozenset(table("clauses")[key].split())


def one_of(key: str) -> str:
    """Return a pattern for any word or phrase of a list in ``clauses.toml``."""
    listed = table("clauses")[key]
    phrases = listed.split() if isinstance(listed, str) else listed
    return "(?:" + "|".join(sorted(map(re.escape, phrases), key=len, reverse=True)) + ")"


_MARKERS, _AIMS, _GROUNDS = _set("markers"), _set("aims"), _set("grounds")
_ADJUNCTS, _TOPICS = _set("adjuncts"), _set("topics")
_CONNECTOR = re.compile(rf"(?:{one_of('connectors')}\b,?\s+)+", re.IGNORECASE)
_SUBORDINATE = re.compile(rf"{one_of('subordinators')}\b", re.IGNORECASE)
_DAY = rf"(?:pada )?(?:hari )?{one_of('weekdays')}"
_CUT = re.compile(
    rf"\s*,\s+(?:{one_of('breaks')}|{_DAY})\b"
    rf"|\s+{one_of('hard_breaks')}\s"
    rf"|\s*-{{2,}}\s*{one_of('dash_breaks')}\b|\s+[–—]\s+{one_of('dash_breaks')}\b"
)
_COORDINATED = re.compile(rf"\s*,\s*(?:{one_of('joiners')}\s+)?(?:{one_of('fillers')}\s+){{0,3}}$")


def content(unit: Unit, cue: Cue) -> Span | None:
    """Return the words that a cue before them reports, ``None`` where there are none."""
    start = _left(unit, cue)
    if start is None:
        return None
    start = skipped(unit, start)
    return closed(unit, start, _right(unit, cue, start))


def whole(unit: Unit, end: int | None = None) -> Span | None:
    """Return the clause from the start of the unit, without connectors, to ``end``."""
    start = unit.start
    match = _CONNECTOR.match(unit.rest(start))
    if match:
        start += match.end()
    return closed(unit, start, unit.span.end if end is None else end)


def hearsay(unit: Unit, cue: Cue) -> Span | None:
    """Return the clause that holds a passive cue without a speaker."""
    span = whole(unit)
    if span is None:
        return None
    start = span.start
    before = unit.between(start, cue.span.start)
    comma = before.rfind(",")
    if comma > 0 and _SUBORDINATE.match(before) and before[comma + 1 :].strip():
        start = skipped(unit, start + comma + 1)
    return closed(unit, start, _right(unit, cue, cue.span.end))


def _left(unit: Unit, cue: Cue) -> int | None:
    after = cue.span.end + (3 if cue.clitic else 0)
    marker = _marker(unit, cue)
    if marker is not None:
        return marker
    rest = unit.rest(after)
    lead = re.match(r"\s*[,:]\s*", rest)
    if lead:
        return after + lead.end()
    if re.match(r"\s*\x00", rest):
        return after
    if cue.voice == "passive" or cue.entry.frame in ("thanks", "noun", "quote"):
        return _quoted(unit, after)
    if cue.after >= len(unit.words) or not re.match(r"\s*[\w(]", rest):
        return None
    following = unit.words[cue.after].form
    if following == "sebagai" and (cue.clitic or cue.entry.frame == "label"):
        return unit.words[cue.after].end
    if following in _ADJUNCTS:
        return _behind_adjunct(unit, after)
    if following in _TOPICS:
        return None
    return after


def _marker(unit: Unit, cue: Cue) -> int | None:
    """Return the end of the ``bahwa`` (or ``agar``, ``atas``) that belongs to the cue."""
    frame = cue.entry.frame
    if cue.entry.active and cue.entry.active.endswith(" bahwa"):
        return cue.span.end
    markers = _MARKERS | _AIMS if frame not in ("thanks",) else _GROUNDS
    previous = cue.span.end
    for at in range(cue.after, min(cue.after + _REACH, len(unit.words))):
        word = unit.words[at]
        gap = unit.between(previous, word.start)
        if "\x00" in gap or ";" in gap:
            return None
        if word.form in markers:
            return word.end if _belongs(unit, cue, at) else None
        previous = word.end
    return None


def _belongs(unit: Unit, cue: Cue, at: int) -> bool:
    if at == cue.after or cue.entry.frame == "thanks" or cue.voice == "passive":
        return True
    form = unit.words[at].form
    if cue.entry.frame == "directive" and form in _AIMS:
        return unit.between(cue.span.end, unit.words[at].start).count(",") == 0
    first = unit.words[cue.after].form
    opened = unit.between(cue.span.end, unit.words[cue.after].start).strip() in (",", "(")
    return form in _MARKERS and (first in _ADJUNCTS or opened)


def _behind_adjunct(unit: Unit, after: int) -> int | None:
    """Return where the content begins behind ``kepada wartawan, …`` and the like."""
    rest = unit.rest(after)
    comma = re.match(r"[^,:\x00]{1,120}([,:]\s*|(?=\x00))", rest)
    if comma and rest[comma.end() :].strip():
        return after + comma.end()
    return None


def _quoted(unit: Unit, after: int) -> int | None:
    """Return the start of a quotation that follows within one noun phrase."""
    gap = re.match(r"[^,;\x00]{0,80}[,:]?\s*(?=\x00)", unit.rest(after))
    return after + gap.end() if gap else None


def skipped(unit: Unit, start: int) -> int:
    """Return the offset behind white space and punctuation."""
    match = re.match(r"[\s,:;.]+", unit.rest(start))
    return start + match.end() if match else start


def _right(unit: Unit, cue: Cue, start: int) -> int:
    ends = [unit.span.end]
    cut = _CUT.search(unit.rest(start))
    if cut and cut.start() > 0:
        ends.append(start + cut.start())
    for other in unit.cues:
        if other.span.start > start and other.span.start > cue.span.end:
            joint = _COORDINATED.search(unit.between(start, other.span.start))
            if joint and (other.voice != "passive"):
                ends.append(start + joint.start())
                break
    return min(ends)


def closed(unit: Unit, start: int, end: int) -> Span | None:
    """Trim white space and closing punctuation; keep a closing quotation mark."""
    text = unit.between(start, end)
    stripped = text.rstrip(" \t\r\n\xa0.,;:-–—")
    tail = start + len(stripped)
    return Span(start, tail) if stripped.strip() and tail > start else None
