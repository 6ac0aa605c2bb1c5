"""Scores of readings against gold, layer by layer."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from kawat.evaluate import match
from kawat.reading import Entity, Reading, Span

SHARES = frozenset({"published", "entity_kind", "speakers", "event_time", "event_status"})
"""Layers whose score is the share of gold that is right; the others are scored by F1."""


@dataclass(frozen=True, slots=True)
class Score:
    """How many records of a layer were right, how many gold has, how many were found."""

    layer: str
    hits: int = 0
    gold: int = 0
    found: int = 0

    @property
    def precision(self) -> float:
        """Right records of those found, 0.0 to 1.0."""
        return self.hits / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Right records of those in gold, 0.0 to 1.0."""
        return self.hits / self.gold if self.gold else 0.0

    @property
    def value(self) -> float:
        """F1, or recall for a layer that is a share of gold."""
        if self.layer in SHARES:
            return self.recall
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


Counts = dict[str, tuple[int, int, int]]


def evaluate(gold: tuple[Reading, ...], found: dict[str, Reading]) -> list[Score]:
    """Score readings, by article id, against gold; an article without a reading has found none."""
    totals: dict[str, Counter[str]] = defaultdict(Counter)
    for g in gold:
        f = found.get(g.article.id)
        if f is None:
            f = Reading(article=g.article.model_copy(update=_NOTHING), text=g.text)
        for count in _COUNTS:
            for layer, (hits, wanted, got) in count(g, f).items():
                totals[layer].update(hits=hits, gold=wanted, found=got)
    return [Score(layer, **n) for layer, n in totals.items()]


def evaluate_event_types(gold: tuple[Reading, ...], found: dict[str, Reading]) -> list[Score]:
    """Score events again, one row for each PLOVER type that gold or the readings have."""
    totals: dict[str, Counter[str]] = defaultdict(Counter)
    for g in gold:
        f = found.get(g.article.id)
        for v in g.events:
            totals[v.type]["gold"] += 1
        if f is not None:
            for v in f.events:
                totals[v.type]["found"] += 1
            for v, _, _ in match.pair_events(g.text, g, f):
                totals[v.type]["hits"] += 1
    return [Score(kind, **totals[kind]) for kind in sorted(totals)]


_NOTHING = {"title": None, "outlet": None, "dateline": None, "published": None,
            "furniture": (), "sources": ()}  # fmt: skip


def _published(g: Reading, f: Reading) -> Counts:
    if g.article.published is None:
        return {}
    days = (g.article.published.value, *g.article.published.candidates)
    value = f.article.published.value if f.article.published else ""
    right = bool(value) and any(value[: len(day)] == day for day in days)
    return {"published": (int(right), 1, int(bool(value)))}


def _furniture(g: Reading, f: Reading) -> Counts:
    want, have = (_characters(r) for r in (g, f))
    return {"furniture": (len(want & have), len(want), len(have))}


def _characters(reading: Reading) -> set[int]:
    spans = (part.span for part in reading.article.furniture)
    return {n for s in spans for n in range(*s) if not reading.text[n].isspace()}


def _sources(g: Reading, f: Reading) -> Counts:
    want, have = ({_plain(s.name) for s in r.article.sources} for r in (g, f))
    return {"sources": (len(want & have), len(want), len(have))}


def _plain(name: str) -> str:
    return name.casefold().replace(".com", "").replace(".co", "").strip()


def _times(g: Reading, f: Reading) -> Counts:
    hits = match.pair(
        g.times,
        f.times,
        lambda x, y: x.span.overlaps(y.span) and (x.type, x.value) == (y.type, y.value),
    )
    return {"times": (len(hits), len(g.times), len(f.times))}


def _entities(g: Reading, f: Reading) -> Counts:
    want = [(m, e) for e in g.entities for m in e.mentions]
    have: dict[Span, list[Entity]] = defaultdict(list)
    for e in f.entities:
        for m in e.mentions:
            have[m].append(e)
    left = Counter({m: len(es) for m, es in have.items()})
    found = []
    for m, e in want:
        if left[m] > 0:
            left[m] -= 1
            found.append((m, e))
    right = sum(
        any((e.kind, e.country or None) == (h.kind, h.country or None) for h in have[m])
        for m, e in found
    )
    total = sum(len(es) for es in have.values())
    return {
        "entities": (len(found), len(want), total),
        "entity_kind": (right, len(found), len(found)),
    }


def _statements(g: Reading, f: Reading) -> Counts:
    ours, theirs = match.Parties(g), match.Parties(f)
    hits = match.pair(
        g.statements,
        f.statements,
        lambda x, y: match.intersection_over_union(x.span, y.span) >= 0.5,
    )
    right = sum(match.same_speakers(ours.speakers(x), theirs.speakers(y)) for x, y in hits)
    return {
        "statements": (len(hits), len(g.statements), len(f.statements)),
        "speakers": (right, len(g.statements), len(f.statements)),
    }


def _events(g: Reading, f: Reading) -> Counts:
    ours, theirs = match.Parties(g), match.Parties(f)
    pairs = match.pair_events(g.text, g, f)
    timed = sum(bool(v.time) for v in g.events)
    right_time = sum(
        match.same_value(x.time.value, y.time.value if y.time else None)
        for x, y, _ in pairs
        if x.time
    )
    arguments = [sum(len(p.arguments(v)) for v in r.events) for p, r in ((ours, g), (theirs, f))]
    return {
        "events": (len(pairs), len(g.events), len(f.events)),
        "event_args": (sum(shared for _, _, shared in pairs), arguments[0], arguments[1]),
        "event_time": (right_time, timed, timed),
        "event_status": (
            sum(x.status == y.status for x, y, _ in pairs),
            len(g.events),
            len(g.events),
        ),
    }


def _figures(g: Reading, f: Reading) -> Counts:
    hits = match.pair(
        g.figures,
        f.figures,
        lambda x, y: (
            x.span.overlaps(y.span)
            and x.measure == y.measure
            and match.number(x) == match.number(y)
        ),
    )
    return {"figures": (len(hits), len(g.figures), len(f.figures))}


def _warnings(g: Reading, f: Reading) -> Counts:
    hits = match.pair(
        g.warnings,
        f.warnings,
        lambda x, y: x.code == y.code and bool(x.span and y.span and x.span.overlaps(y.span)),
    )
    return {"warnings": (len(hits), len(g.warnings), len(f.warnings))}


_COUNTS: tuple[Callable[[Reading, Reading], Counts], ...] = (
    _published,
    _furniture,
    _sources,
    _times,
    _entities,
    _statements,
    _events,
    _figures,
    _warnings,
)
