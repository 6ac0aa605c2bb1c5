"""One entity per real thing, with its mentions; and the anaphors that stand for one."""

from __future__ import annotations

from kawat.draft import Draft, Name, layer
from kawat.layers.entities.coreference import cluster, entity
from kawat.layers.entities.mentions import Mention, standing
from kawat.layers.entities.named import named, titles_alone
from kawat.layers.entities.phrases import PhraseReader
from kawat.layers.names.words import Words, words_of
from kawat.reading import Span


@layer(needs="names titles tokens sentences expressions", gives="entities anaphors")
def entities(draft: Draft) -> None:
    """Give one entity per real thing, with its mentions, and the anaphors that stand for one."""
    text = words_of(draft.text, draft.tokens)
    names = _by_word(draft, text)
    found = [*named(draft, text, names), *titles_alone(draft, text)]
    found += PhraseReader(text, names).all()
    closed = [t.span for t in draft.titles if t.name] + _head_of_lines(draft)
    mentions = [m for m in standing(found) if _counts(draft, m, closed)]
    draft.entities = tuple(
        entity(n, draft.text, c) for n, c in enumerate(cluster(mentions), start=1)
    )
    draft.anaphors = ()


def _by_word(draft: Draft, text: Words) -> dict[int, tuple[int, Name]]:
    """Return the names by the index of their first word, with the index after their last."""
    starts = {start: i for i, start in enumerate(text.starts)}
    ends = {end: i + 1 for i, end in enumerate(text.ends)}
    return {starts[n.span.start]: (ends[n.span.end], n) for n in draft.names}


def _head_of_lines(draft: Draft) -> list[Span]:
    """Return the dateline prefix: from the start of its line to the dateline's or outlet's end."""
    spans = [p.span for p in (draft.dateline, draft.outlet) if p and p.span]
    return [Span(draft.text.rfind("\n", 0, s.start) + 1, s.end) for s in spans]


def _counts(draft: Draft, mention: Mention, closed: list[Span]) -> bool:
    if any(c.overlaps(mention.span) for c in closed):
        return False
    return not draft.in_furniture(mention.span)
