"""Anaphors that are the only subject of a cue or trigger become mentions."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict

from kawat.draft import Draft, layer
from kawat.lexicon.outlets import outlet_named
from kawat.reading import Entity, Span

_BETWEEN = re.compile(
    r"(?:\s+(?:juga|pun|akan|telah|sudah|sedang|tengah|masih|terus|kemudian|sebelumnya|lalu|tidak|"
    r"belum|kembali|sendiri|sama-sama|saling|bahkan|sempat|kerap|turut|ikut|bisa|dapat|harus|"
    r"yang|secara|resmi|sepakat|melakukan|menggelar|mengadakan|diketahui|dikabarkan|disebut)){0,4}\s+"
)
_CLITIC = "nya"
OUTLET = "JRN"


@layer(needs="entities anaphors statements figures events sentences", gives="entities")
def anaphora(draft: Draft) -> None:
    """Add the anaphors that are the only subject of a cue or trigger, and drop unused outlets."""
    extra: dict[str, set[Span]] = defaultdict(set)
    named = _Named(draft)
    _speakers(draft, named, extra)
    _subjects(draft, named, extra)
    used = _used(draft)
    kept = (_with(draft, e, extra.get(e.id, set()), e.id in used) for e in draft.entities)
    draft.entities = tuple(e for e in kept if e)


def _speakers(draft: Draft, named: _Named, extra: dict[str, set[Span]]) -> None:
    """Add ``-nya``, ``dia`` and ``ia`` beside the cue of a statement, for its speaker."""
    starts = sorted({a.span for a in draft.anaphors})
    for statement in draft.statements:
        if not statement.cue or not statement.speakers:
            continue
        end = statement.cue.end
        beside = [Span(end, end + len(_CLITIC))] if draft.text.startswith(_CLITIC, end) else []
        near = bisect_left(starts, Span(end, end))
        for span in starts[max(0, near - 1) : near + 1]:
            after = draft.text[end : span.start]
            follows = span.start >= end and after.strip() == "" and "\n" not in after
            if named.all_before(statement.speakers, span):
                continue
            if follows or _BETWEEN.fullmatch(draft.text, span.end, statement.cue.start):
                beside += [span] if span.of(draft.text) != _CLITIC else []
        for span in beside:
            for speaker in statement.speakers:
                extra[speaker].add(span)


def _subjects(draft: Draft, named: _Named, extra: dict[str, set[Span]]) -> None:
    """Add the anaphors that stand right before a trigger, as its subject."""
    triggers = sorted(t for v in draft.events for t in v.triggers)
    starts = [t.start for t in triggers]
    spoken = {span for spans in extra.values() for span in spans}
    for anaphor in draft.anaphors:
        span = anaphor.span
        at = bisect_left(starts, span.end)
        if span.of(draft.text) == _CLITIC:
            continue
        before = at < len(starts) and _BETWEEN.fullmatch(draft.text, span.end, starts[at])
        if span in spoken or (not anaphor.counts and named.all_before(anaphor.entities, span)):
            continue
        if before or anaphor.counts:
            for entity in anaphor.entities:
                extra[entity].add(span)


def _used(draft: Draft) -> set[str]:
    """Return the ids of the entities that a statement, event or figure names."""
    said = {e for s in draft.statements for e in (*s.speakers, s.addressee) if e}
    done = {
        e
        for v in draft.events
        for e in (*v.actors, *v.recipients, *v.topics, *v.said_by, v.place)
        if e
    }
    counted = {e for f in draft.figures for e in (f.counted_by, f.blamed, f.place) if e}
    return said | done | counted


def _with(draft: Draft, entity: Entity, extra: set[Span], used: bool) -> Entity | None:
    """Return the entity with the anaphors that nothing in their sentence makes needless.

    An outlet keeps the mention at which it speaks, if it does; one that nothing names is dropped.
    """
    added = [s for s in sorted(extra) if not any(s.overlaps(m) for m in entity.mentions)]
    mentions = entity.mentions
    if entity.sector == OUTLET and outlet_named(entity.name):
        speaking = tuple(m for m in mentions if _speaks_at(draft, entity, m))
        mentions = speaking or (mentions[:1] if used else ())
    if not mentions and not added:
        return None
    return entity.model_copy(update={"mentions": tuple(sorted({*mentions, *added}))})


class _Named:
    """Where each entity is mentioned, to ask whether a sentence has named it."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.starts = {e.id: sorted(m.start for m in e.mentions) for e in draft.entities}

    def all_before(self, entities: tuple[str, ...], span: Span) -> bool:
        """Tell whether the sentence has named all of them before the span."""
        if span.of(self.draft.text) == _CLITIC:
            return False
        start = self.draft.sentences[self.draft.sentence_at(span.start)].start
        return all(
            bisect_left(starts, start) < bisect_left(starts, span.start)
            for starts in (self.starts.get(e, []) for e in entities)
        )


def _speaks_at(draft: Draft, entity: Entity, mention: Span) -> bool:
    """Tell whether the outlet speaks in the mention's sentence or is a party to an event."""
    sentence = draft.sentence_at(mention.start)
    said = any(
        entity.id in s.speakers and s.cue and draft.sentence_at(s.cue.start) == sentence
        for s in draft.statements
    )
    return said or any(
        entity.id in (*v.actors, *v.recipients)
        and any(draft.sentence_at(t.start) == sentence for t in v.triggers)
        for v in draft.events
    )
