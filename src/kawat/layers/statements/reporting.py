"""One unit at a time: which of its words were said, by which cue, by whom."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from kawat.layers.statements.clauses import closed, content, hearsay, one_of, skipped, whole
from kawat.layers.statements.cues import Cue
from kawat.layers.statements.quotations import Quotation
from kawat.layers.statements.speakers import Cast
from kawat.layers.statements.units import Unit
from kawat.reading import Span

_TAIL_GAP = re.compile(r"[\s,.\-–—]*(?:begitu\s+|demikian\s+)?")
_SUBJECT_TAIL = re.compile(r"[\s,]*[^,.;:\x00]{1,90}$")
_BEFORE_SPEAKER = re.compile(r"\s*(?:\w|\b[A-Z@])")
_SOURCE_LEAD = re.compile(
    r"[^,\x00]*,\s*(?:(?:seperti|sebagaimana|dikutip|dilansir|pada|dalam|[A-Z][\w.]*|"
    rf"(?:hari )?{one_of('weekdays')})\b[^,\x00]*,\s*)*"
)
_SENTENCE = re.compile(r"[\"(\[]?[^\W\d_a-z]|\(")


@dataclass(frozen=True, slots=True)
class Said:
    """Words that were said: what a statement is made of, before it has its id."""

    kind: Literal["direct", "indirect"]
    span: Span
    cue: Cue | None
    speakers: tuple[str, ...]
    unit: Unit


def read(unit: Unit, cast: Cast) -> list[Said]:
    """Return what was said in a unit, in text order, and pass the floor on."""
    said: list[Said] = []
    chosen = list(_one_each(unit))
    for cue in sorted(chosen, key=lambda c: (not _stands_behind(c), c.at)):
        said += [s for s in _by_cue(unit, cue, cast, said) if s.span not in {t.span for t in said}]
    said += _without_cue(unit, cast, said)
    if not said:
        cast.listen(unit)
    for one in said:
        if one.speakers:
            cast.floor = one.speakers
    return sorted(said, key=lambda s: (s.span.start, -s.span.end))


def _one_each(unit: Unit) -> Iterator[Cue]:
    """Yield the cues of a unit; where several entries fit one place, the one whose frame holds."""
    taken = -1
    nouns = {cue.at for cue in unit.cues if cue.entry.frame == "noun"}
    for cue in unit.cues:
        if cue.at < taken or (cue.after in nouns and cue.voice == "active"):
            continue
        if _fits(unit, cue):
            taken = cue.after
            yield cue


def _stands_behind(cue: Cue) -> bool:
    """Tell whether a cue stands behind or inside the words that were said."""
    return cue.voice == "bare" or cue.entry.frame == "tail"


def _fits(unit: Unit, cue: Cue) -> bool:
    frame = cue.entry.frame
    if _stands_behind(cue):
        return _is_tail(unit, cue) or _is_opening(unit, cue)
    if frame == "hearsay":
        return _is_hearsay(unit, cue)
    if cue.voice == "passive" and frame != "source":
        return content(unit, cue) is not None
    return True


def _by_cue(unit: Unit, cue: Cue, cast: Cast, said: list[Said]) -> list[Said]:
    frame = cue.entry.frame
    if frame == "source":
        return _by_source(unit, cue, cast, said)
    if _stands_behind(cue):
        return _by_tail(unit, cue, cast, said)
    if frame == "hearsay":
        span = hearsay(unit, cue)
        return [] if span is None or said else [Said("indirect", span, cue, (), unit)]
    behind = _by_subject_tail(unit, cue, cast, said)
    if behind:
        return behind
    span = content(unit, cue)
    if span is None:
        return []
    if cue.voice == "passive":
        speakers = cast.behind(unit, cue.span.end)
    else:
        speakers = cast.before(unit, cue, _subject_start(unit, cue, said))
        if not speakers and said and _joined(unit, cue):
            speakers = said[-1].speakers
    if not speakers and any(s.kind == "indirect" and s.span.holds(cue.span) for s in said):
        return []
    return _spread(unit, span, cue, speakers)


def _subject_start(unit: Unit, cue: Cue, said: list[Said]) -> int:
    """Return where the subject of a cue may begin: behind what was said before it."""
    ends = [s.span.end for s in said if s.span.end <= cue.span.start]
    return max([unit.start, *ends])


def _joined(unit: Unit, cue: Cue) -> bool:
    before = unit.between(unit.start, cue.span.start)
    return bool(
        re.search(r"(?:,|\bdan|\bserta|\bnamun|\bmeski|\btetapi)\s*(?:\w+\s+){0,2}$", before[-40:])
    )


def _spread(unit: Unit, span: Span, cue: Cue | None, speakers: tuple[str, ...]) -> list[Said]:
    """Make the statements of one content: indirect, and direct for what is quoted in it."""
    quoted = [q for q in unit.quotations if span.start <= q.whole.start < span.end]
    if len(quoted) >= 1:
        rest = "".join(c for c in unit.between(span.start, span.end) if c != "\x00")
        if not re.search(r"\w", rest):
            return [Said("direct", q.words, cue, speakers, unit) for q in quoted]
    inner = [
        Said("direct", q.words, cue, speakers, unit) for q in quoted if " " in q.words.of(unit.text)
    ]
    return [Said("indirect", span, cue, speakers, unit), *inner]


def _is_tail(unit: Unit, cue: Cue) -> bool:
    """Tell whether a bare cue stands behind a quotation or a comma, with its speaker behind."""
    before = unit.between(unit.start, cue.span.start).rstrip()
    if not before or before[-1] not in "\x00,.?!-–—":
        return False
    if cue.clitic or before[-1] == "\x00":
        return True
    return bool(re.match(r"\s+(?:\w|@)", unit.rest(cue.span.end)))


def _is_opening(unit: Unit, cue: Cue) -> bool:
    """Tell whether a bare cue opens the unit: ``Kata Retno, …``."""
    if unit.between(unit.start, cue.span.start).strip() or cue.entry.root not in ("kata", "ujar"):
        return False
    return "," in unit.rest(cue.span.end) or cue.clitic


def _is_hearsay(unit: Unit, cue: Cue) -> bool:
    before = unit.between(unit.start, cue.span.start)
    if re.search(r"\b(?:yang|seperti|sebagaimana|demikian|telah|bisa|dapat|juga yang)\s*$", before):
        return False
    following = re.match(r"\s*,?\s*(\w+)", unit.rest(cue.span.end))
    if following is None or following[1].lower() in ("oleh", "ke", "kepada", "bahwa", "dari"):
        return False
    if cue.span.of(unit.text).lower() == "disebut":
        return bool(
            re.match(
                r"(?:akan|telah|sudah|tengah|sedang|juga|tidak|belum|masih|bakal|mampu|"
                r"dapat|bisa|menjadi|tewas|ingin|me\w+|ber\w+)\b",
                following[1].lower(),
            )
        )
    return bool(before.strip())


def _by_tail(unit: Unit, cue: Cue, cast: Cast, said: list[Said]) -> list[Said]:
    speakers = cast.floor if cue.clitic else cast.behind(unit, cue.span.end)
    if not unit.between(unit.start, cue.span.start).strip():
        comma = unit.rest(cue.span.end).find(",")
        span = _rest_of(unit, cue.span.end + comma + 1) if comma >= 0 else None
        return _spread(unit, span, cue, speakers) if span else []
    last = _quotation_before(unit, cue)
    if last is not None:
        return _behind_quotation(unit, cue, last, speakers, said)
    if said:
        return []
    span = whole(unit) if _interrupts(unit, cue) else whole(unit, cue.span.start)
    return _spread(unit, span, cue, speakers) if span else []


def _interrupts(unit: Unit, cue: Cue) -> bool:
    """Tell whether the clause goes on behind a cue that interrupts it."""
    comma = re.search(r",\s+(?=\w)", unit.rest(cue.span.end))
    if comma is None:
        return False
    rest = unit.rest(cue.span.end + comma.end())
    return bool(re.match(r"[a-z][\w-]*(?:\s+\S+){2,}", rest)) and not re.match(
        r"(?:di|pada|dalam|seperti|dikutip|dilansir|saat|ketika|usai|seusai|seraya|sambil|menanggapi|"
        r"kepada|melalui|lewat|sebagaimana|mengutip|melansir|yang|setelah|dan|juru|seorang)\b",
        rest,
    )


def _quotation_before(unit: Unit, cue: Cue) -> Quotation | None:
    for quotation in unit.quotations:
        if quotation.whole.end <= cue.span.start:
            gap = unit.between(quotation.whole.end, cue.span.start)
            if _TAIL_GAP.fullmatch(gap):
                return quotation
    return None


def _behind_quotation(
    unit: Unit, cue: Cue, last: Quotation, speakers: tuple[str, ...], said: list[Said]
) -> list[Said]:
    if any(s.span == last.words for s in said):
        return []
    words = last.words.of(unit.text)
    before = unit.between(unit.start, last.whole.start)
    if re.search(r"\w", before) and words[:1].islower() and not said:
        span = whole(unit, last.whole.end)
        return _spread(unit, span, cue, speakers) if span else []
    return [Said("direct", last.words, cue, speakers, unit)]


def _by_subject_tail(unit: Unit, cue: Cue, cast: Cast, said: list[Said]) -> list[Said]:
    """Read ``"…," Trump menegaskan.`` and ``…, media Afghanistan melaporkan.``"""
    rest = unit.rest(cue.span.end)
    if (
        not re.match(r"\s*(?:$|[.,](?:\s|$)|(?:kepada|pada|dalam|di|kemudian|lagi)\b)", rest)
        or said
    ):
        return []
    before = unit.between(unit.start, cue.span.start)
    quote = before.rfind("\x00")
    if quote >= 0 and re.fullmatch(r"[\s,]*[^,.;:\x00]{1,90}", before[quote + 1 :]):
        last = max(
            (q for q in unit.quotations if q.whole.end <= cue.span.start), key=lambda q: q.whole
        )
        if content(unit, cue) is None or not re.search(r"\w", before[:quote]):
            speakers = cast.before(unit, cue, last.whole.end)
            return [Said("direct", last.words, cue, speakers, unit)]
    comma = before.rfind(",")
    if comma > 0 and not re.search(r"\w", rest) and cue.entry.frame in ("clause", "content"):
        span = whole(unit, unit.start + comma)
        speakers = cast.before(unit, cue, unit.start + comma)
        return _spread(unit, span, cue, speakers) if span and speakers else []
    return []


def _by_source(unit: Unit, cue: Cue, cast: Cast, said: list[Said]) -> list[Said]:
    before = unit.between(unit.start, cue.span.start)
    speakers = cast.floor if cue.clitic else cast.behind(unit, cue.span.end)
    own = cue.entry.root == "turut"
    last = _quotation_before(unit, cue)
    if last is not None and own:
        return _behind_quotation(unit, cue, last, speakers, said)
    opening = whole(unit)
    if opening is not None and cue.span.start <= opening.start:
        span = _behind_source(unit, cue)
        return _spread(unit, span, cue, speakers) if span else []
    if said or not own:
        return []
    if re.search(r"\byang\s*$", before):
        span = _behind_relative(unit, cue, cast)
    elif cue.clitic or _interrupts(unit, cue):
        span = whole(unit)
    else:
        span = whole(unit, cue.span.start)
    return _spread(unit, span, cue, speakers) if span else []


def _behind_source(unit: Unit, cue: Cue) -> Span | None:
    """Return what follows ``Menurut X, seperti dilansir Y, Jumat (20/6),``."""
    after = cue.span.end + (3 if cue.clitic else 0)
    lead = _SOURCE_LEAD.match(unit.rest(after))
    return _rest_of(unit, after + lead.end()) if lead else None


def _behind_relative(unit: Unit, cue: Cue, cast: Cast) -> Span | None:
    near = cast.within(cue.span.end, cue.span.end + 60)
    start = near[0].span.end if near else cue.span.end
    return _rest_of(unit, start)


def _rest_of(unit: Unit, start: int) -> Span | None:
    return closed(unit, skipped(unit, start), unit.span.end)


def _without_cue(unit: Unit, cast: Cast, said: list[Said]) -> list[Said]:
    """Read the quotations that go on without a cue."""
    more: list[Said] = []
    for quotation in unit.quotations:
        if any(s.span.overlaps(quotation.words) for s in said):
            continue
        words = quotation.words.of(unit.text)
        alone = not re.search(r"\w", unit.plain.replace("\x00", ""))
        split = any(s.kind == "direct" and s.span.end < quotation.words.start for s in said)
        if len(words.split()) > 2 and _SENTENCE.match(words) and (alone or split):
            speakers = said[-1].speakers if said else cast.floor
            more.append(Said("direct", quotation.words, None, speakers, unit))
    return more
