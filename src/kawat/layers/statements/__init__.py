"""Who said what, directly or indirectly, through whom."""

from __future__ import annotations

from kawat.draft import Draft, layer
from kawat.layers.statements.quotations import quotations
from kawat.layers.statements.reporting import read
from kawat.layers.statements.said import Said
from kawat.layers.statements.speakers import Cast
from kawat.layers.statements.units import units
from kawat.reading import Statement

__all__ = ["statements"]


@layer(
    needs="entities anaphors times sources citations outlet dateline tokens sentences furniture",
    gives="statements entities",
)
def statements(draft: Draft) -> None:
    """Who said what, directly or indirectly, through whom."""
    found = quotations(draft.text, (f.span for f in draft.furniture))
    for quotation in found:
        if not quotation.closed:
            draft.warn("unclosed-quotation", quotation.whole, "a quotation mark that never closes")
    cast = Cast(draft)
    said = [one for unit in units(draft, found) for one in read(unit, cast)]
    draft.statements = tuple(_statement(one, n) for n, one in enumerate(_once(said), start=1))
    draft.entities = cast.entities({e for s in draft.statements for e in s.speakers})


def _once(said: list[Said]) -> list[Said]:
    """Keep one statement for the same words of the same kind."""
    first = {(one.kind, one.span): one for one in reversed(said)}
    return sorted(first.values(), key=lambda one: (one.span.start, -one.span.end))


def _statement(one: Said, number: int) -> Statement:
    return Statement(
        id=f"s{number}",
        kind=one.kind,
        span=one.span,
        cue=one.cue.span if one.cue else None,
        speakers=one.speakers,
    )
