"""Which conflicts an article, and each event, statement and figure in it, is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from kawat.lexicon.conflicts import conflicts
from kawat.reading import Event, Figure, Reading, Span, Statement
from kawat.record.conflicts.evidence import Evidence, Passages, evidence
from kawat.record.conflicts.features import ABOUT, Matter, points
from kawat.record.days import days_of

HALF = 0.5
"""Share from which an article as a whole is about a conflict."""

_FORCE = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "RETREAT", "THREATEN"})
_ENOUGH = 1.5
"""Evidence in its sentences that makes even a short article one about the conflict."""
_OF_ALL = 0.2
"""Evidence for each sentence that makes a long one so."""


@dataclass(frozen=True, slots=True)
class About:
    """A part of an article that is about a conflict: the article itself (``id`` empty), or an
    event, statement or figure by its id; ``what`` is the event's type, or the figure's measure.
    """

    part: str
    id: str
    conflict: str
    what: str
    points: float
    day: date | None


def about(reading: Reading) -> list[About]:
    """Return what an article is about, conflict by conflict; often nothing."""
    return list(_About(reading).all())


class _About:
    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.passages = Passages(reading)
        self.entities = {entity.id: entity for entity in reading.entities}
        published = reading.article.published
        days = days_of(published.value if published else None)
        self.published = days.first if days else None
        self.values = {time.id: time.value for time in reading.times}
        self.totals = self._totals()
        enough = max(_ENOUGH, _OF_ALL * len(self.passages.spans))
        self.shares = {key: min(1.0, total / enough) for key, total in self.totals.items()}

    def all(self) -> Iterator[About]:
        for conflict, share in sorted(self.shares.items()):
            if share >= HALF and not self._is_over(conflict):
                total = round(self.totals[conflict], 2)
                yield About("article", "", conflict, "", total, self.published)
        for event in self.reading.events:
            yield from self._event(event)
        for said in self.reading.statements:
            yield from self._statement(said)
        for figure in self.reading.figures:
            yield from self._figure(figure)

    def _totals(self) -> dict[str, float]:
        """Return what speaks for each conflict in all sentences together."""
        totals: dict[str, float] = {}
        for at in range(len(self.passages.spans)):
            force = self.passages.has_force(at)
            for conflict, has in self._evidence([at], (), self.published).items():
                total = _in_sentence(has, force=force)
                totals[conflict] = totals.get(conflict, 0.0) + total
        specific = {key for found in self.passages.found for key in found}
        return {
            key: total
            for key, total in totals.items()
            if total and (not conflicts()[key].needs or key in specific)
        }

    def _is_over(self, conflict: str) -> bool:
        return bool(self.published and not conflicts()[conflict].goes_on(self.published))

    def _evidence(
        self, indices: Sequence[int], ids: Iterable[str], day: date | None
    ) -> dict[str, Evidence]:
        named = {id for at in indices for id in self.passages.entities[at]} | set(ids)
        entities = [self.entities[id] for id in sorted(named) if id in self.entities]
        return evidence(self.passages, indices, entities, day)

    def _event(self, event: Event) -> Iterator[About]:
        place = (event.place,) if event.place else ()
        ids = (*event.actors, *event.recipients, *event.topics, *place)
        value = event.time.value if event.time else None
        force = event.type in _FORCE
        yield from self._part("event", event.id, event.type, event.triggers, ids, value, force)

    def _statement(self, said: Statement) -> Iterator[About]:
        value = self.values[said.time] if said.time else None
        spans = [span for span in self.passages.spans if said.span.overlaps(span)]
        yield from self._part(
            "statement", said.id, said.kind, spans or [said.span], said.speakers, value, force=False
        )

    def _figure(self, figure: Figure) -> Iterator[About]:
        ids = [id for id in (figure.place, figure.blamed) if id]
        yield from self._part(
            "figure", figure.id, figure.measure, [figure.span], ids, figure.as_of, force=True
        )

    def _part(
        self,
        part: str,
        id: str,
        what: str,
        spans: Iterable[Span],
        entities: Iterable[str],
        value: str | None,
        force: bool,
    ) -> Iterator[About]:
        days = days_of(value)
        day = days.first if days else self.published
        indices = sorted({at for span in spans if (at := self.passages.index(span)) is not None})
        force = force or any(map(self.passages.has_force, indices))
        found = self._evidence(indices, entities, day)
        for conflict in sorted(found.keys() | self.shares.keys()):
            share = self.shares.get(conflict, 0.0)
            has = found.get(conflict, Evidence())
            score = points(Matter(conflicts()[conflict], has, force, share, day))
            if score >= ABOUT:
                yield About(part, id, conflict, what, score, day)


def _in_sentence(has: Evidence, *, force: bool) -> float:
    """Return what one sentence adds to the article's share; countries only where force is."""
    there = has.place or has.country
    return (
        1.5 * has.named
        + 1.0 * (len(has.parties) > 1 and force)
        + (0.5 + 0.25 * force) * there
        + 0.5 * (has.words and (there or bool(has.parties)))
    )
