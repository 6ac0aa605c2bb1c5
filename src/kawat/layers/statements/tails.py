"""Cues behind or inside what was said: ``"…," kata X``, ``…, ujar X``, ``…, X menegaskan``."""

from __future__ import annotations

import re

from kawat.layers.statements.clauses import closed, content, skipped, whole
from kawat.layers.statements.cues import Cue
from kawat.layers.statements.patterns import one_of
from kawat.layers.statements.quotations import Quotation
from kawat.layers.statements.said import Said, spread
from kawat.layers.statements.speakers import Cast
from kawat.layers.statements.units import Unit

_GAP = re.compile(r"[\s,.\-–—]*(?:begitu\s+|demikian\s+)?")
_NO_CLAUSE = re.compile(
    r"(?:di|pada|dalam|seperti|dikutip|dilansir|saat|ketika|usai|seusai|seraya|sambil|menanggapi|"
    r"kepada|melalui|lewat|sebagaimana|mengutip|melansir|yang|setelah|dan|juru|seorang|sebelum)\b"
)
_CLAUSE = re.compile(r"[a-z][\w-]*(?:\s+\S+){2,}")
_RESUMES = re.compile(rf",\s+(?:(?:hari )?{one_of('weekdays')}\b[^,\x00]{{0,30}},\s+)?(?=\w)")
_SPEAKER = re.compile(
    rf"\s+(?:[A-Z@]|(?:{one_of('pronouns')}|{one_of('one')}|{one_of('many')}|{one_of('people')}|"
    rf"{one_of('bodies')}|{one_of('said')})\b)"
)
_BEHIND_SUBJECT = re.compile(r"\s*(?:$|\.(?:\s|$)|,?\s(?:kepada|pada|dalam|di|kemudian|lagi)\b)")


def stands_behind(cue: Cue) -> bool:
    """Tell whether a cue is of the kind that follows what was said."""
    return cue.voice == "bare" or cue.entry.frame == "tail"


def is_tail(unit: Unit, cue: Cue) -> bool:
    """Tell whether a bare cue is one here: behind a quotation or a comma, or opening the unit."""
    before = unit.between(unit.start, cue.span.start).rstrip()
    if not before:
        opening = cue.entry.root in ("kata", "ujar")
        return opening and ("," in unit.rest(cue.span.end) or cue.clitic)
    if cue.entry.frame == "marked" and "\x00" not in before and len(before.split()) == 1:
        return False
    if before[-1] not in "\x00,.?!-–—" or not unit.text[cue.span.start].islower():
        return False
    return cue.clitic or before[-1] == "\x00" or bool(_SPEAKER.match(unit.rest(cue.span.end)))


def by_tail(unit: Unit, cue: Cue, cast: Cast, said: list[Said]) -> list[Said]:
    """Read what was said before (or around) a bare cue."""
    speakers = cast.floor if cue.clitic else cast.behind(unit, cue.span.end)
    if not speakers and cue.after - cue.at > 1:
        speakers = cast.floor
    if not unit.between(unit.start, cue.span.start).strip():
        comma = unit.rest(cue.span.end).find(",")
        start = skipped(unit, cue.span.end + comma + 1)
        return spread(unit, closed(unit, start, unit.span.end), cue, speakers) if comma >= 0 else []
    last = quotation_before(unit, cue)
    if last is not None:
        return behind_quotation(unit, cue, last, speakers, said)
    if said:
        return []
    end = None if interrupts(unit, cue) else cue.span.start
    return spread(unit, whole(unit, end), cue, speakers)


def interrupts(unit: Unit, cue: Cue) -> bool:
    """Tell whether the clause goes on behind a cue that stands inside it."""
    comma = _RESUMES.search(unit.rest(cue.span.end))
    if comma is None:
        return False
    rest = unit.rest(cue.span.end + comma.end())
    return bool(_CLAUSE.match(rest)) and not _NO_CLAUSE.match(rest)


def quotation_before(unit: Unit, cue: Cue) -> Quotation | None:
    """Return the quotation that ends right before a cue."""
    for quotation in reversed(unit.quotations):
        if quotation.whole.end <= cue.span.start:
            gap = unit.between(quotation.whole.end, cue.span.start)
            return quotation if _GAP.fullmatch(gap) else None
    return None


def behind_quotation(
    unit: Unit, cue: Cue, last: Quotation, speakers: tuple[str, ...], said: list[Said]
) -> list[Said]:
    """Read the quotation before a cue, with the clause that it completes, if it does."""
    before = unit.between(unit.start, last.whole.start)
    completes = last.words.of(unit.text)[:1].islower() and re.search(r"\w", before)
    if completes and not said:
        return spread(unit, whole(unit, last.whole.end), cue, speakers)
    return [Said("direct", last.words, cue, speakers, unit)]


def by_subject_tail(unit: Unit, cue: Cue, cast: Cast, said: list[Said]) -> list[Said]:
    """Read ``"…," Trump menegaskan.`` and ``…, media Afghanistan melaporkan.``"""
    if said or not _BEHIND_SUBJECT.match(unit.rest(cue.span.end)):
        return []
    before = unit.between(unit.start, cue.span.start)
    quote = before.rfind("\x00")
    if quote >= 0 and re.fullmatch(r"[\s,]*[^,.;:\x00]{1,90}", before[quote + 1 :]):
        last = max((q for q in unit.quotations if q.whole.end <= cue.span.start), key=_place)
        if content(unit, cue) is None or not re.search(r"\w", before[:quote]):
            return behind_quotation(unit, cue, last, cast.before(unit, cue, last.whole.end), said)
    comma = before.rfind(",")
    if comma > 0 and not re.search(r"\w", unit.rest(cue.span.end)):
        speakers = cast.before(unit, cue, unit.start + comma)
        return spread(unit, whole(unit, unit.start + comma), cue, speakers) if speakers else []
    return []


def _place(quotation: Quotation) -> int:
    return quotation.whole.start
