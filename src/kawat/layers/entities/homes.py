"""Whose they are: the country of people, groups and bodies that are named without one."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter

from kawat.draft import Draft
from kawat.layers.entities.coreference import Cluster
from kawat.layers.entities.mentions import Mention


def give_homes(draft: Draft, clusters: list[Cluster]) -> None:
    """Give every cluster that is open about its country the one that its sentence is about.

    That is the country of the nearest mention before it in the sentence, else behind it, else
    the one that the article names most.
    """
    placed = sorted(
        (m.span.start, c.country) for c in clusters if c.country for m in c.mentions if not m.outlet
    )
    common = Counter(country for _, country in placed).most_common(1)
    for cluster in clusters:
        if cluster.country is None and cluster.open:
            near = _near(draft, cluster.mentions[0], placed)
            cluster.country = near or (common[0][0] if common else None)


def _near(draft: Draft, mention: Mention, placed: list[tuple[int, str]]) -> str | None:
    sentence = draft.sentences[draft.sentence_at(mention.span.start)]
    first, last = (bisect_left(placed, (at, "")) for at in sentence)
    here = placed[first:last]
    before = [c for at, c in here if at < mention.span.start]
    behind = [c for at, c in here if at > mention.span.start]
    return before[-1] if before else behind[0] if behind else None
