"""Words that lay a clause at somebody's door: ``menurut X``, ``dilansir X``, ``dikabarkan``."""

from __future__ import annotations

import re

from kawat.layers.statements.clauses import (
    closed,
    hearsay,
    is_verb,
    skipped,
    whole,
)
from kawat.layers.statements.cues import Cue
from kawat.layers.statements.patterns import one_of, word_set
from kawat.layers.statements.said import Said, spread
from kawat.layers.statements.speakers import Cast
from kawat.layers.statements.tails import behind_quotation, interrupts, quotation_before
from kawat.layers.statements.units import Unit
from kawat.reading import Span

_DAY = rf"(?:hari )?{one_of('weekdays')}"
_TITLED = r"[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,5}"
_LEAD = re.compile(
    rf"[^,\x00]*,\s*(?:(?:(?:seperti|sebagaimana|dikutip|dilansir|pada|dalam|{_DAY})\b"
    rf"[^,\x00]{{0,60}}|{_TITLED}),\s*){{0,3}}(?:{_DAY} \([^)]*\),?\s*)?"
)
_AGENT = re.compile(r"\s+(?:oleh\s+)?[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,4} ([a-z]+)")
_PREDICATES = word_set("predicates")


def is_hearsay(unit: Unit, cue: Cue) -> bool:
    """Tell whether a passive of saying has no speaker and says something of its subject."""
    before = unit.between(unit.start, cue.span.start)
    if re.search(r"\b(?:seperti|sebagaimana|demikian|yang juga|bisa|dapat)\s*$", before):
        return False
    if _opens(unit, cue):
        return cue.entry.root != "sebut" and bool(re.match(r"\s*,", unit.rest(cue.span.end)))
    if cue.after >= len(unit.words):
        return False
    following = unit.words[cue.after].form
    relative = bool(re.search(r"\byang\s+$", before))
    if relative and cue.clitic:
        return False
    if relative and following == "sebagai":
        return False
    agent = _AGENT.match(unit.rest(cue.span.end))
    if agent:
        following = agent[1]
    if following in _PREDICATES or is_verb(following):
        return following not in ("dari", "bahwa")
    return cue.entry.root in ("lapor", "kabar", "berita") and not relative and following not in (
        "ke", "kepada", "oleh", "bahwa", "dari", "di", "pada",
    )  # fmt: skip


def _opens(unit: Unit, cue: Cue) -> bool:
    """Tell whether nothing but connectors stands before a cue (``Sebelumnya diberitakan, …``)."""
    opening = whole(unit)
    return opening is not None and cue.span.start <= opening.start


def by_hearsay(unit: Unit, cue: Cue, cast: Cast, said: list[Said]) -> list[Said]:
    """Read a clause that nobody named is said to vouch for."""
    if any(s.cue is not None and s.span.holds(cue.span) for s in said):
        return []
    if _opens(unit, cue):
        if said:
            return []
        span = closed(unit, skipped(unit, cue.span.end), unit.span.end)
    else:
        span = hearsay(unit, cue)
    speakers = cast.floor if cue.clitic else ()
    if cue.entry.root == "klaim" and re.search(
        r"\byang\s+$", unit.between(unit.start, cue.span.start)
    ):
        speakers = cast.before(unit, cue, unit.start)
    if _AGENT.match(unit.rest(cue.span.end)):
        speakers = cast.behind(unit, cue.span.end)
    return spread(unit, span, cue, speakers)


def by_source(unit: Unit, cue: Cue, cast: Cast, said: list[Said]) -> list[Said]:
    """Read what a source is given for: before, behind or around its name."""
    opening = whole(unit)
    if opening is not None and cue.span.start <= opening.start:
        return _opening_source(unit, cue, cast, said)
    own = cue.entry.root == "turut"
    speakers = cast.floor if cue.clitic else cast.behind(unit, cue.span.end)
    if said or not (own or (speakers and cast.passes_on(speakers))):
        return []
    last = quotation_before(unit, cue)
    if last is not None:
        return behind_quotation(unit, cue, last, speakers, said)
    if re.search(r"\byang\s*$", unit.between(unit.start, cue.span.start)):
        return spread(unit, _behind_relative(unit, cue, cast), cue, speakers) if own else []
    if not speakers and any(c.voice == "active" and c.at < cue.at for c in unit.cues):
        return []
    around = cue.clitic or interrupts(unit, cue)
    return spread(unit, whole(unit, None if around else cue.span.start), cue, speakers)


def _opening_source(unit: Unit, cue: Cue, cast: Cast, said: list[Said]) -> list[Said]:
    """Read what follows ``Menurut X, seperti dilansir Y, Jumat (20/6),``."""
    after = cue.span.end + (3 if cue.clitic else 0)
    comma = after + unit.rest(after).find(",")
    with_comma = [m.span.end for m in cast.within(after, comma) if m.span.end > comma]
    start = max([after, *with_comma])
    lead = None if cue.clitic else _LEAD.match(unit.rest(start))
    if lead is None and not cue.clitic:
        return []
    start = skipped(unit, start + (lead.end() if lead else 0))
    speakers = cast.floor if cue.clitic else cast.behind(unit, cue.span.end, start)
    own = cue.entry.root == "turut"
    others = any(c.voice == "active" and c.span.start > start for c in unit.cues)
    if (said and not own) or (not speakers and (others or not own)):
        return []
    return spread(unit, closed(unit, start, unit.span.end), cue, speakers)


def _behind_relative(unit: Unit, cue: Cue, cast: Cast) -> Span | None:
    """Return what follows ``yang menurut X``, to the end of the relative clause."""
    near = [m.span.end for m in cast.within(cue.span.end, cue.span.end + 60)]
    pronoun = re.match(r"\s*(?:mereka|dia|ia|beliau|pihaknya)\b", unit.rest(cue.span.end))
    start = cue.span.end + pronoun.end() if pronoun else min(near, default=cue.span.end)
    start = skipped(unit, start)
    for comma in (m.start() for m in re.finditer(",", unit.rest(start))):
        following = re.match(r",\s*([a-z-]+)", unit.rest(start + comma))
        if not (following and is_verb(following[1]) and not is_verb(unit.rest(start).split()[0])):
            return closed(unit, start, start + comma)
        start = skipped(unit, start + comma)
        break
    return closed(unit, start, unit.span.end)
