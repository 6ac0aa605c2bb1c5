"""Words that lay a clause at somebody's door: ``menurut X``, ``dilansir X``, ``dikabarkan``."""

from __future__ import annotations

import re

from kawat.layers.statements.clauses import (
    closed,
    hearsay,
    is_verb,
    one_of,
    skipped,
    whole,
    word_set,
)
from kawat.layers.statements.cues import Cue
from kawat.layers.statements.said import Said, spread
from kawat.layers.statements.speakers import Cast
from kawat.layers.statements.tails import behind_quotation, interrupts, quotation_before
from kawat.layers.statements.units import Unit
from kawat.reading import Span

_LEAD = re.compile(
    r"[^,\x00]*,\s*(?:(?:seperti|sebagaimana|dikutip|dilansir|pada|dalam|[A-Z][\w.]*(?=[^,]{0,60},)|"
    rf"(?:hari )?{one_of('weekdays')})\b[^,\x00]{{0,60}}(?:,|(?<=\)))\s*)?"
)
_PREDICATES = word_set("predicates")


def is_hearsay(unit: Unit, cue: Cue) -> bool:
    """Tell whether a passive of saying has no speaker and says something of its subject."""
    before = unit.between(unit.start, cue.span.start)
    if re.search(r"\b(?:seperti|sebagaimana|demikian|yang juga|bisa|dapat)\s*$", before):
        return False
    if not before.strip():
        return cue.entry.root != "sebut" and bool(re.match(r"\s*,", unit.rest(cue.span.end)))
    if cue.after >= len(unit.words):
        return False
    following = unit.words[cue.after].form
    relative = bool(re.search(r"\byang\s+$", before))
    if relative and following == "sebagai":
        return False
    if following in _PREDICATES or is_verb(following):
        return following not in ("dari", "bahwa")
    return cue.entry.root in ("lapor", "kabar", "berita") and not relative and following not in (
        "ke", "kepada", "oleh", "bahwa", "dari", "di", "pada",
    )  # fmt: skip


def by_hearsay(unit: Unit, cue: Cue, cast: Cast, said: list[Said]) -> list[Said]:
    """Read a clause that nobody named is said to vouch for."""
    if any(s.cue is not None and s.span.holds(cue.span) for s in said):
        return []
    if not unit.between(unit.start, cue.span.start).strip():
        span = closed(unit, skipped(unit, cue.span.end), unit.span.end)
    else:
        span = hearsay(unit, cue)
    return spread(unit, span, cue, cast.floor if cue.clitic else ())


def by_source(unit: Unit, cue: Cue, cast: Cast, said: list[Said]) -> list[Said]:
    """Read what a source is given for: before, behind or around its name."""
    speakers = cast.floor if cue.clitic else cast.behind(unit, cue.span.end)
    own = cue.entry.root == "turut"
    if not own and (said or not speakers):
        return []
    opening = whole(unit)
    if opening is not None and cue.span.start <= opening.start:
        return spread(unit, _behind_source(unit, cue), cue, speakers)
    last = quotation_before(unit, cue)
    if last is not None:
        return behind_quotation(unit, cue, last, speakers, said)
    if re.search(r"\byang\s*$", unit.between(unit.start, cue.span.start)):
        return spread(unit, _behind_relative(unit, cue, cast), cue, speakers) if own else []
    around = cue.clitic or interrupts(unit, cue)
    return spread(unit, whole(unit, None if around else cue.span.start), cue, speakers)


def _behind_source(unit: Unit, cue: Cue) -> Span | None:
    """Return what follows ``Menurut X, seperti dilansir Y, Jumat (20/6),``."""
    after = cue.span.end + (3 if cue.clitic else 0)
    lead = _LEAD.match(unit.rest(after))
    return closed(unit, skipped(unit, after + lead.end()), unit.span.end) if lead else None


def _behind_relative(unit: Unit, cue: Cue, cast: Cast) -> Span | None:
    """Return what follows ``yang menurut X``, to the end of the relative clause."""
    near = [m.span.end for m in cast.within(cue.span.end, cue.span.end + 60)]
    pronoun = re.match(r"\s*(?:mereka|dia|ia|beliau|pihaknya)\b", unit.rest(cue.span.end))
    start = cue.span.end + pronoun.end() if pronoun else min(near, default=cue.span.end)
    start = skipped(unit, start)
    comma = unit.rest(start).find(",")
    return closed(unit, start, start + comma if comma > 0 else unit.span.end)
