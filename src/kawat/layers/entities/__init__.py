"""One entity per real thing, with its mentions; and the anaphors that stand for one."""

from __future__ import annotations

from dataclasses import replace

from kawat.draft import Draft, Name, Words, layer
from kawat.layers.entities.anaphors import AnaphorReader
from kawat.layers.entities.coreference import cluster, entity
from kawat.layers.entities.homes import give_homes
from kawat.layers.entities.mentions import standing
from kawat.layers.entities.named import named, titles_alone
from kawat.layers.entities.phrases import PhraseReader
from kawat.layers.entities.shut import Shut, repeats, with_before


@layer(needs="words names titles sentences furniture dateline outlet", gives="entities anaphors")
def entities(draft: Draft) -> None:
    """Give one entity per real thing, with its mentions, and the anaphors that stand for one."""
    text = draft.words
    names = _by_word(draft, text)
    found = [*named(draft, text, names), *titles_alone(draft, text, names)]
    found += PhraseReader(text, names | _titled(draft, text, names)).all()
    shut = Shut(draft)
    mentions = standing(m for m in found if not shut.out(m.span))
    mentions = [m for m, before in with_before(mentions) if not repeats(m, before, draft.text)]
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
