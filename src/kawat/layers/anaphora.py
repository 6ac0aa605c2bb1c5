"""Anaphors that are the only subject of a cue or trigger become mentions."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict

from kawat.draft import Draft, layer
from kawat.reading import Entity, Span

_BETWEEN = re.compile(
    r"(?:\s+(?:juga|pun|akan|telah|sudah|sedang|tengah|masih|terus|kemudian|sebelumnya|lalu|tidak|"
    r"belum|kembali|sendiri|sama-sama|saling|bahkan|sempat|kerap|turut|ikut|bisa|dapat|harus|"
    r"yang|secara|resmi|sepakat|melakukan|menggelar|mengadakan|diketahui|dikabarkan|disebut)){0,4}\s+"
)
_CLITIC = "nya"


@layer(needs="entities anaphors statements events tokens sentences", gives="entities")
def anaphora(draft: Draft) -> None:
    """Add the anaphors that are the only subject of a cue or trigger, and drop unused outlets."""
    extra: dict[str, set[Span]] = defaultdict(set)
    _speakers(draft, extra)
    _subjects(draft, extra)
    draft.entities = tuple(
        kept for e in draft.entities if (kept := _with(draft, e, extra.get(e.id, set())))
    )


def _speakers(draft: Draft, extra: dict[str, set[Span]]) -> None:
    """Add ``-nya``, ``dia`` and ``ia`` beside the cue of a statement, for its speaker."""
    anaphors = {a.span for a in draft.anaphors}
    starts = sorted(anaphors)
    for statement in draft.statements:
        if not statement.cue or not statement.speakers:
            continue
        end = statement.cue.end
        clitic = Span(end, end + len(_CLITIC))
        if clitic.of(draft.text) == _CLITIC:
            for speaker in statement.speakers:
                extra[speaker].add(clitic)
            continue
        near = bisect_left(starts, Span(end, end))
        for span in starts[max(0, near - 1) : near + 1]:
            after = draft.text[end : span.start]
            follows = span.start >= end and after.strip() == "" and "\n" not in after
            if follows or _BETWEEN.fullmatch(draft.text, span.end, statement.cue.start):
                for speaker in statement.speakers:
                    extra[speaker].add(span)


def _subjects(draft: Draft, extra: dict[str, set[Span]]) -> None:
    """Add the anaphors that stand right before a trigger, as its subject."""
    triggers = sorted(t for v in draft.events for t in v.triggers)
    starts = [t.start for t in triggers]
    for anaphor in draft.anaphors:
        at = bisect_left(starts, anaphor.span.end)
        if at < len(starts) and _BETWEEN.fullmatch(draft.text, anaphor.span.end, starts[at]):
            for entity in anaphor.entities:
                extra[entity].add(anaphor.span)


def _with(draft: Draft, entity: Entity, extra: set[Span]) -> Entity | None:
    free = {s for s in extra if not any(s.overlaps(m) for m in entity.mentions)}
    return entity.model_copy(update={"mentions": tuple(sorted({*entity.mentions, *free}))})
