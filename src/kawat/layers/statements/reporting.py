"""One unit at a time: which of its words were said, by which cue, by whom."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kawat.layers.statements.attributions import by_hearsay, by_source, is_hearsay
from kawat.layers.statements.clauses import content, whole
from kawat.layers.statements.cues import Cue
from kawat.layers.statements.patterns import one_of, word_set
from kawat.layers.statements.quotations import Quotation
from kawat.layers.statements.said import Said, spread
from kawat.layers.statements.speakers import Cast
from kawat.layers.statements.tails import by_subject_tail, by_tail, is_tail, stands_behind
from kawat.layers.statements.units import Unit
from kawat.reading import Span

_SENTENCE = re.compile(r"[\"(\[]?[^\W\d_a-z]|\(")
_UNKNOWN_VERB = re.compile(r"\s*(?:[a-z-]{4,}nya\b|[a-z][a-z-]+)?")
_REFERS = re.compile(
    r"(?:Hal|Informasi|Kabar|Pernyataan|Keterangan|Penegasan|Pesan|Klaim|Seruan|Janji|Ancaman|"
    r"Peringatan|Imbauan|Ajakan|Tuduhan|Penjelasan|Pandangan|Harapan) (?:itu|ini|tersebut)"
    r"(?: juga| pun)? di(?:sampai|kata|ungkap|tegas|kemuka|utara|jelas|papar|lontar)kan(?: oleh)?\b"
)
_NOBODY = re.compile(rf"\s+(?:{one_of('fillers')}\s+){{0,2}}bahwa\b")
_NEGATIONS, _ADVERBS = word_set("negations"), word_set("inner_adverbs")
_JOINED = re.compile(
    r"(?:,|\b(?:dan|serta|namun|meski|tetapi|dengan|seraya|sambil|setelah))\s*(?:\w+\s+){0,2}$"
)


def read(unit: Unit, cast: Cast) -> list[Said]:
    """Return what was said in a unit, in text order, and pass the floor on."""
    said: list[Said] = []
    for cue in sorted(_one_each(unit), key=_turn):
        known = {s.span for s in said}
        rule, found = _by_cue(unit, cue, cast, said)
        said += [replace(s, rule=rule) for s in found if s.span not in known]
    said += _without_cue(unit, cast, said)
    if not said:
        cast.listen(unit)
    for one in said:
        if one.speakers:
            cast.floor = one.speakers
    return sorted(said, key=lambda s: (s.span.start, -s.span.end))


def refer_back(unit: Unit, last: Unit, told: list[Said], cast: Cast) -> list[Said]:
    """Return what was said in the last unit, now that ``Hal itu disampaikan X`` names who did.

    A clause that had no speaker gets this one; a sentence without any cue was said as a whole.
    """
    named = _REFERS.match(unit.plain)
    if named is None:
        return told
    speakers = cast.behind(unit, unit.span.start + named.end())
    if not speakers:
        return told
    cast.floor = speakers
    if not told and not any(cue.voice == "active" for cue in last.cues):
        cue = next((c for c in unit.cues if c.span.end >= unit.span.start + named.end()), None)
        said = spread(last, whole(last), cue, speakers)
        return [replace(s, rule="refers-back") for s in said]
    return [replace(s, speakers=speakers) if not s.speakers else s for s in told]


def _turn(cue: Cue) -> tuple[int, int]:
    """Order the cues of a unit: those behind first, then those in front, then sources."""
    if stands_behind(cue):
        return 0, cue.at
    if cue.entry.frame == "source":
        return (1 if cue.entry.root == "turut" else 3), cue.at
    return (3 if cue.entry.frame == "hearsay" else 2), cue.at


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


def _fits(unit: Unit, cue: Cue) -> bool:
    frame = cue.entry.frame
    if stands_behind(cue):
        return is_tail(unit, cue)
    if frame == "hearsay":
        return is_hearsay(unit, cue)
    if cue.voice == "passive" and frame != "source":
        return content(unit, cue) is not None
    return frame == "source" or not _negated(unit, cue)


def _negated(unit: Unit, cue: Cue) -> bool:
    """Tell whether nothing is said (yet): ``belum menyatakan``, ``akan meminta``."""
    at = cue.at - 1
    while at >= 0 and unit.words[at].form in _ADVERBS:
        at -= 1
    if at < 0 or cue.entry.root == "pungkir":
        return False
    gap = unit.between(unit.words[at].end, cue.span.start)
    return unit.words[at].form in _NEGATIONS and "," not in gap and "\x00" not in gap


def _by_cue(unit: Unit, cue: Cue, cast: Cast, said: list[Said]) -> tuple[str, list[Said]]:
    """Return what a cue reports, and before it the rule that read it."""
    frame = cue.entry.frame
    if stands_behind(cue):
        return "cue-behind", by_tail(unit, cue, cast, said)
    if frame == "source":
        return "source", by_source(unit, cue, cast, said)
    if frame == "hearsay":
        return "hearsay", by_hearsay(unit, cue, cast, said)
    found = by_subject_tail(unit, cue, cast, said)
    return ("subject-behind", found) if found else ("cue-in-front", _by_head(unit, cue, cast, said))


def _by_head(unit: Unit, cue: Cue, cast: Cast, said: list[Said]) -> list[Said]:
    """Read what follows a cue."""
    span = content(unit, cue)
    if span is None:
        return []
    outer = [s for s in said if s.kind == "indirect" and s.span.holds(cue.span)]
    passed_on = bool(outer) and _passed_on(outer[-1], cast)
    if outer and not passed_on and not _coordinated(unit, cue):
        return []
    speakers = _speakers(unit, cue, cast, said)
    if passed_on and speakers:
        said.remove(outer[-1])
    if not speakers and not _plain(unit, cue, span):
        return []
    return spread(unit, span, cue, speakers)


def _plain(unit: Unit, cue: Cue, span: Span) -> bool:
    """Tell whether a cue reports speech even if nobody is found who spoke."""
    if cue.entry.frame not in ("clause", "content"):
        return False
    marked = unit.between(cue.span.end, span.start).strip()
    plain = cue.entry.frame == "clause" and cue.entry.stance in ("neutral", "asserting")
    return bool(marked) or plain


def _passed_on(outer: Said, cast: Cast) -> bool:
    """Tell whether an outlet only reports that somebody said something."""
    behind = outer.cue is not None and stands_behind(outer.cue)
    return not behind and cast.passes_on(outer.speakers)


def _coordinated(unit: Unit, cue: Cue) -> bool:
    joined = bool(cue.at) and unit.words[cue.at - 1].form in ("dan", "serta")
    return joined and cue.entry.frame in ("content", "directive")


def _speakers(unit: Unit, cue: Cue, cast: Cast, said: list[Said]) -> tuple[str, ...]:
    if cue.voice == "passive":
        if cue.clitic:
            return cast.before(unit, cue, unit.start) or cast.floor
        nobody = _NOBODY.match(unit.rest(cue.span.end))
        return () if nobody else cast.behind(unit, cue.span.end)
    ends = [s.span.end for s in said if s.span.end <= cue.span.start]
    found = cast.before(unit, cue, max([unit.start, *ends]), said[-1].speakers if said else ())
    before = unit.between(unit.start, cue.span.start)[-40:]
    return found or (said[-1].speakers if said and _JOINED.search(before) else ())


def _completed(unit: Unit, quotation: Quotation) -> int | None:
    """Return the length of the verb behind a quotation that the rest of the unit completes."""
    words = quotation.words.of(unit.text)
    opens = not re.search(r"\w", unit.between(unit.start, quotation.whole.start))
    verb = _UNKNOWN_VERB.match(unit.rest(quotation.whole.end))
    if verb is None or (not verb[0].strip() and words[-1] != ","):
        return None
    behind = unit.rest(quotation.whole.end + verb.end())
    named = words[-1] in ",?!" and re.match(r"\s+[A-Z]", behind)
    opening = opens and words[-1] == "," and " " in words
    return verb.end() if named or opening else None


def _without_cue(unit: Unit, cast: Cast, said: list[Said]) -> list[Said]:
    """Read the quotations that go on without a cue, or with a verb that the lexicon lacks."""
    more: list[Said] = []
    alone = not re.search(r"\w", unit.plain)
    for quotation in unit.quotations:
        words = quotation.words.of(unit.text)
        if any(s.span.overlaps(quotation.words) for s in said) or not _SENTENCE.match(words):
            continue
        verb = _completed(unit, quotation)
        split = any(s.kind == "direct" and s.span.end < quotation.words.start for s in said)
        if verb is not None:
            behind = cast.behind(unit, quotation.whole.end + verb)
            speakers = behind or cast.floor
            more.append(Said("direct", quotation.words, None, speakers, unit, "unknown-cue"))
        elif len(words.split()) > 2 and (alone or split):
            speakers = said[-1].speakers if said else cast.floor
            more.append(Said("direct", quotation.words, None, speakers, unit, "goes-on"))
    return more
