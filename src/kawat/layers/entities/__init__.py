"""One entity per real thing, with its mentions; and the anaphors that stand for one."""

from __future__ import annotations

from dataclasses import replace

from kawat.draft import Draft, Name, Words, layer
from kawat.layers.entities.anaphors import AnaphorReader
from kawat.layers.entities.coreference import cluster, entity
from kawat.layers.entities.homes import give_homes
from kawat.layers.entities.mentions import Mention, standing
from kawat.layers.entities.named import named, titles_alone
from kawat.layers.entities.phrases import PhraseReader
from kawat.reading import Span


@layer(needs="words names titles sentences furniture dateline outlet", gives="entities anaphors")
def entities(draft: Draft) -> None:
    """Give one entity per real thing, with its mentions, and the anaphors that stand for one."""
    text = draft.words
    names = _by_word(draft, text)
    found = [*named(draft, text, names), *titles_alone(draft, text, names)]
    found += PhraseReader(text, names | _titled(draft, text, names)).all()
    mentions = standing(m for m in found if _counts(draft, m))
    mentions = [m for m in mentions if not _repeats(m, mentions, draft.text)]
    clusters = cluster(mentions)
    give_homes(draft, clusters)
    draft.entities = tuple(entity(n, draft.text, c) for n, c in enumerate(clusters, start=1))
    draft.anaphors = tuple(AnaphorReader(draft, text, draft.entities).all())


def _by_word(draft: Draft, text: Words) -> dict[int, tuple[int, Name]]:
    """Return the names by the index of their first word, with the index after their last."""
    starts = {start: i for i, start in enumerate(text.starts)}
    ends = {end: i + 1 for i, end in enumerate(text.ends)}
    return {starts[n.span.start]: (ends[n.span.end], n) for n in draft.names}


def _titled(
    draft: Draft, text: Words, names: dict[int, tuple[int, Name]]
) -> dict[int, tuple[int, Name]]:
    """Return the names that have a title before them, by the title's first word."""
    starts = {start: i for i, start in enumerate(text.starts)}
    found = {}
    for title in draft.titles:
        if title.name and title.name.start > title.span.start:
            end, name = names[starts[title.name.start]]
            found[starts[title.span.start]] = (end, replace(name, role=None))
    return found


def _counts(draft: Draft, mention: Mention) -> bool:
    """Tell whether the mention stands in the report, and does not cut into a title with a name."""
    span = mention.span
    for title in draft.titles:
        if title.name is None:
            continue
        closed = title.span
        if title.name.start > closed.end:
            closed = Span(closed.start, title.name.start)
        whole = span.start < closed.start and closed.end <= title.name.end <= span.end
        if closed.overlaps(span) and span != title.name and not whole:
            return False
    dateline = any(d.overlaps(span) for d in _head_of_lines(draft))
    return not (dateline or draft.in_furniture(span))


def _repeats(mention: Mention, mentions: list[Mention], text: str) -> bool:
    """Tell whether a bracket only abbreviates the end of a mention: ``warga Amerika Serikat (AS)``.

    Behind the name itself the abbreviation is a mention of its own.
    """
    if mention.kind != "country" or text[mention.span.start - 1 : mention.span.start] != "(":
        return False
    before = [m for m in mentions if m.span.end < mention.span.start][-1:]
    return any(
        m.kind not in ("country", "person")
        and m.country == mention.country
        and text[m.span.end : mention.span.start].strip() == "("
        for m in before
    )


def _head_of_lines(draft: Draft) -> list[Span]:
    """Return the dateline prefix: from the start of its line to the dateline's or outlet's end."""
    spans = [p.span for p in (draft.dateline, draft.outlet) if p and p.span]
    return [Span(draft.text.rfind("\n", 0, s.start) + 1, s.end) for s in spans]
