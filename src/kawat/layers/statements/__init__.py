"""Who said what, directly or indirectly, through whom."""

from __future__ import annotations

from collections.abc import Sequence

from kawat.draft import Draft, layer
from kawat.layers.statements.account import account
from kawat.layers.statements.provenance import Provenance
from kawat.layers.statements.quotations import Quotation, quotations
from kawat.layers.statements.reporting import read, refer_back
from kawat.layers.statements.said import Said
from kawat.layers.statements.speakers import Cast
from kawat.layers.statements.units import Unit, units
from kawat.reading import Statement

__all__ = ["statements"]


@layer(
    needs="entities anaphors titles times sources citations outlet dateline tokens sentences "
    "furniture",
    gives="statements entities",
)
def statements(draft: Draft) -> None:
    """Who said what, directly or indirectly, through whom."""
    found = quotations(draft.text, (f.span for f in draft.furniture))
    for quotation in found:
        if not quotation.closed:
            draft.warn(
                "unclosed-quotation", quotation.whole, "a quotation mark without its partner"
            )
    cast = Cast(draft)
    said = _read_all(draft, found, cast)
    source = Provenance(draft, cast)
    made: list[Statement] = []
    for one in _once(said):
        made.append(_statement(one, source, made[-1] if made else None))
        draft.notes[made[-1].id] = account(one)
    draft.statements = tuple(made)
    parties = {e for s in draft.statements for e in (*s.speakers, s.addressee) if e}
    draft.entities = cast.entities(parties)


def _read_all(draft: Draft, found: Sequence[Quotation], cast: Cast) -> list[Said]:
    """Read the units in order; a unit may tell who said what stands in the one before it."""
    said: list[Said] = []
    last: Unit | None = None
    told: list[Said] = []
    for unit in units(draft, found):
        now = read(unit, cast)
        if last is not None:
            said += refer_back(unit, last, told, cast)
        last, told = unit, now
    return said + told


def _once(said: list[Said]) -> list[Said]:
    """Keep one statement for the same words of the same kind."""
    first = {(one.kind, one.span): one for one in reversed(said)}
    return sorted(first.values(), key=lambda one: (one.span.start, -one.span.end))


def _statement(one: Said, source: Provenance, last: Statement | None) -> Statement:
    """Make the statement; where it goes on without a cue, the words came the same way."""
    goes_on = one.cue is None and last is not None and last.speakers == one.speakers
    return Statement(
        id=f"s{int(last.id[1:]) + 1 if last else 1}",
        kind=one.kind,
        span=one.span,
        cue=one.cue.span if one.cue else None,
        speakers=one.speakers,
        addressee=source.addressee(one),
        via=last.via if goes_on and last else source.via(one),
        time=source.time(one),
    )
