"""The true edges of what was said: where the content of a cue begins and ends."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice

from kawat.layers.statements.cues import Cue
from kawat.layers.statements.patterns import one_of, word_set
from kawat.layers.statements.units import Unit
from kawat.reading import Span

_REACH = 16
"""How many words may stand between a cue and its ``bahwa`` (speaker, day, place, addressee)."""
_LONGEST = 2_000
"""Code points in which what was said must end before its sentence, so that time stays linear."""
_JOINT = 80
"""Code points before a cue that may join it to the one before."""


_MARKERS, _AIMS, _GROUNDS = word_set("markers"), word_set("aims"), word_set("grounds")
_ADJUNCTS, _TOPICS, _NOT_VERBS = word_set("adjuncts"), word_set("topics"), word_set("not_verbs")
_ABOUT, _PREDICATES = word_set("about"), word_set("predicates") | word_set("copulas")
_VERB = re.compile(r"(?:me|ber|di|ter)[a-z-]{3,}$")
_ACTION_NOUN = re.compile(r"(?:pe|ke|per)[a-z-]{3,}an(?:nya)?$")
_CONNECTOR = re.compile(rf"(?:{one_of('connectors')}\b,?\s+)+", re.IGNORECASE)
_AGENT_FIRST = re.compile(r"\s+(?:oleh\s+)?(?=[A-Z])[^,;:\x00]{2,60},\s+(?=\w)")
_OPENING = re.compile(rf"{one_of('openings')}\b")
_TOPIC = re.compile(rf"{one_of('topic_phrases')}\b")
_ADVERB = re.compile(r"(?:pula|juga|lagi|kembali)\s+(?=\w)")
_SUBORDINATE = re.compile(rf"{one_of('subordinators')}\b", re.IGNORECASE)
_DAY = rf"(?:pada )?(?:hari )?{one_of('weekdays')}"
_CUT = re.compile(
    rf"\s*,\s+(?:{one_of('breaks')}|{_DAY})\b"
    rf"|\s*,\s+{one_of('turns')}\s+(?=[A-Z]|{one_of('turn_subjects')}\b)"
    rf"|\s+{one_of('hard_breaks')}\s|\s+sementara\s+(?=[A-Z])"
    rf"|\s*-{{2,}}\s*{one_of('dash_breaks')}\b|\s+[–—]\s+{one_of('dash_breaks')}\b"
)
_COORDINATED = re.compile(
    rf"(?:\s*,\s*(?:{one_of('joiners')}\s+)?|\s+(?:dengan|seraya|sambil)\s+)"
    rf"(?:{one_of('fillers')}\s+){{0,3}}$"
)
_AND = re.compile(rf"\s+(?:dan|serta)\s+(?:{one_of('fillers')}\s+){{0,3}}$")


def content(unit: Unit, cue: Cue) -> Span | None:
    """Return the words that a cue before them reports, ``None`` where there are none."""
    start = _left(unit, cue)
    if start is None:
        return None
    start = skipped(unit, start)
    adverb = _ADVERB.match(unit.rest(start))
    start += adverb.end() if adverb else 0
    return closed(unit, start, _right(unit, cue, start))


def whole(unit: Unit, end: int | None = None) -> Span | None:
    """Return the clause from the start of the unit, without connectors, to ``end``."""
    start = unit.start
    match = _CONNECTOR.match(unit.rest(start))
    if match:
        start += match.end()
    return closed(unit, start, unit.span.end if end is None else end)


def hearsay(unit: Unit, cue: Cue) -> Span | None:
    """Return the clause that holds a passive cue: its subject and what is said of it."""
    if _before(unit, cue) == "yang":
        start = skipped(unit, cue.span.end + (3 if cue.clitic else 0))
        return closed(unit, start, _right(unit, cue, start))
    span = whole(unit)
    if span is None:
        return None
    start = span.start
    before = unit.between(start, cue.span.start)
    comma = before.rfind(",")
    if comma > 0 and _SUBORDINATE.match(before) and before[comma + 1 :].strip():
        start = skipped(unit, start + comma + 1)
    return closed(unit, start, _right(unit, cue, cue.span.end))


def is_verb(form: str) -> bool:
    """Tell whether a word in lower case has the look of a verb."""
    return bool(_VERB.match(form)) and form not in _NOT_VERBS


def _before(unit: Unit, cue: Cue) -> str:
    return unit.words[cue.at - 1].form if cue.at else ""


def _left(unit: Unit, cue: Cue) -> int | None:
    after = cue.span.end + (3 if cue.clitic else 0)
    marker = _marker(unit, cue)
    if marker is not None:
        return marker
    rest = unit.rest(after)
    named = _AGENT_FIRST.match(rest) if cue.voice == "passive" and _opens(unit, cue) else None
    if named:
        return after + named.end()
    if re.match(r"\s*(?:[,:]|sebagai)?\s*\x00", rest) and cue.voice == "passive":
        return None if re.match(r"\s*(?:sebagai\s*)?\x00", rest) and not cue.clitic else after
    if re.match(r"\s*[,:]?\s*\x00", rest):
        return skipped(unit, after)
    named = re.match(r"[^,;:\x00]{0,120}\bsebagai\s*(?=\x00)", rest)
    if named:
        return after + named.end()
    frame = cue.entry.frame
    if cue.voice == "passive" or frame in ("thanks", "noun", "quote"):
        return _quoted(unit, after) if cue.voice == "active" else None
    if frame == "order" or (
        frame == "label" and not re.match(r"[^,;:\x00]{0,120}\bsebagai\b", rest)
    ):
        return None
    lead = re.match(r"\s*[,:]\s*", rest)
    if lead:
        return after + lead.end()
    return None if frame == "marked" else _unmarked(unit, cue, after)


def _opens(unit: Unit, cue: Cue) -> bool:
    start = whole(unit)
    return start is not None and cue.span.start <= start.start


def _unmarked(unit: Unit, cue: Cue, after: int) -> int | None:
    """Return where the content begins that follows its cue with nothing between."""
    if cue.after >= len(unit.words) or not re.match(r"\s*[\w(]", unit.rest(after)):
        return None
    word = unit.words[cue.after]
    if word.form == "sebagai" and cue.clitic:
        return word.end
    if word.form in _ADJUNCTS and not _OPENING.match(unit.rest(word.start)):
        return _behind_adjunct(unit, after)
    bare = word.form in _TOPICS and not _predicated(unit, cue)
    if bare or word.form in _ABOUT or _TOPIC.match(unit.rest(word.start)):
        return None
    lower = unit.text[word.start].islower()
    if cue.entry.frame == "wish" and lower and (is_verb(word.form) or word.form in _AIMS):
        return None
    return after


def _predicated(unit: Unit, cue: Cue) -> bool:
    """Tell whether the topic behind a cue is the subject of a clause: ``menilai ini bisa …``."""
    if re.match(r"[^,;]{0,60}\x00", unit.rest(cue.span.end)):
        return True
    for word in unit.words[cue.after + 1 : cue.after + 9]:
        if word.form in _PREDICATES or (is_verb(word.form) and word.of(unit.text).islower()):
            return True
        if word.form in _ADJUNCTS | _GROUNDS | _AIMS | _ABOUT:
            return False
    return False


def _marker(unit: Unit, cue: Cue) -> int | None:
    """Return the end of the ``bahwa`` (or ``agar``, ``atas``) that belongs to the cue."""
    frame = cue.entry.frame
    if cue.entry.active and cue.entry.active.endswith(" bahwa"):
        return cue.span.end
    markers = _GROUNDS if frame == "thanks" else _MARKERS
    if cue.voice == "active" and frame in ("directive", "order"):
        markers = markers | _AIMS
    previous = cue.span.end
    for at in range(cue.after, min(cue.after + _REACH, len(unit.words))):
        word = unit.words[at]
        gap = unit.between(previous, word.start)
        if "\x00" in gap or ";" in gap:
            return None
        if cue.voice == "passive" and any(c.at == at and c.voice == "active" for c in unit.cues):
            return None
        if word.form in markers or (at == cue.after and word.form in _AIMS):
            return word.end if _belongs(unit, cue, at) else None
        previous = word.end
    return None


def _belongs(unit: Unit, cue: Cue, at: int) -> bool:
    if at == cue.after:
        return cue.voice == "active" or unit.words[at].form not in _AIMS
    if cue.entry.frame == "thanks" or cue.voice == "passive":
        return True
    form, first = unit.words[at].form, unit.words[cue.after].form
    between = unit.between(cue.span.end, unit.words[at].start)
    if cue.entry.frame in ("directive", "order"):
        return "," not in between and not (
            form == "untuk" and _ACTION_NOUN.match(unit.words[cue.after].of(unit.text))
        )
    opened = unit.between(cue.span.end, unit.words[cue.after].start).strip() in (",", "(")
    return form in _MARKERS and (first in _ADJUNCTS or opened)


def _behind_adjunct(unit: Unit, after: int) -> int | None:
    """Return where the content begins behind ``kepada wartawan, …`` and the like."""
    rest = unit.rest(after)
    comma = re.match(r"[^,:\x00]{1,60}([,:]\s*|(?=\x00))", rest)
    if comma and rest[comma.end() :].strip():
        return after + comma.end()
    return None if re.match(r"\s*(?:ke|kepada|terhadap|dari|oleh)\b", rest) else after


def _quoted(unit: Unit, after: int) -> int | None:
    """Return the start of a quotation that follows within one noun phrase."""
    gap = re.match(r"[^,;\x00]{0,80}[,:]?\s*(?=\x00)", unit.rest(after))
    return after + gap.end() if gap else None


def skipped(unit: Unit, start: int) -> int:
    """Return the offset behind white space and punctuation."""
    match = re.match(r"[\s,:;.]+", unit.rest(start))
    return start + match.end() if match else start


def _in_list(unit: Unit, start: int, cut: int) -> bool:
    """Tell whether a comma closes an item of a list of names: `Inggris, Kanada, dan Australia`."""
    item = unit.between(start, cut).rsplit(",", 1)[-1].split()
    return len(item) <= 4 and all(word[0].isupper() for word in item)


def _right(unit: Unit, cue: Cue, start: int) -> int:
    ends = [unit.span.end]
    near = unit.between(start, start + _LONGEST)
    comma = near.find(",")
    if comma > 0 and _before(unit, cue) == "yang":
        ends.append(start + comma)
    cuts = (start + cut.start() for cut in _CUT.finditer(near) if cut.start() > 0)
    ends += islice((cut for cut in cuts if not _in_list(unit, start, cut)), 1)
    ends += islice(_joints(unit, start, max(start, cue.span.end)), 1)
    return min(ends)


def _joints(unit: Unit, start: int, after: int) -> Iterator[int]:
    """Yield where another cue is joined to what was said before: ``, dan menambahkan``."""
    for n in range(bisect_right(unit.cues, after, key=lambda c: c.span.start), len(unit.cues)):
        other = unit.cues[n]
        if other.span.start > start + _LONGEST:
            return
        if other.voice != "active":
            continue
        tail = unit.between(max(start, other.span.start - _JOINT), other.span.start)
        joint = _COORDINATED.search(tail)
        if joint is None and _marked(unit, other):
            joint = _AND.search(tail)
        if joint:
            yield other.span.start - len(tail) + joint.start()


def _marked(unit: Unit, cue: Cue) -> bool:
    return cue.after < len(unit.words) and unit.words[cue.after].form in _MARKERS


def closed(unit: Unit, start: int, end: int) -> Span | None:
    """Trim white space and closing punctuation; keep a closing quotation mark."""
    text = unit.between(start, end)
    stripped = text.rstrip(" \t\r\n\xa0.,;:-–—")
    tail = start + len(stripped)
    return Span(start, tail) if stripped.strip() and tail > start else None
