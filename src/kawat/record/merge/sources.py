"""How many independent sources tell an event: copies of one report are one source."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from sqlalchemy import Connection, select

from kawat.record.names import name_key
from kawat.record.tables import ArticleRow, CitationRow
from kawat.record.tellings import chunks

_WORD = re.compile(r"\w+")
_RUN = 5
"""Words in a row that two articles share where one was copied from the other."""

COPIED = 0.5
"""Share of the shorter article's runs of words from which it counts as a copy."""


@dataclass(frozen=True)
class Origin:
    """Where an article comes from: its outlet, whom it says it took from, and its words."""

    article: str
    outlet: str | None
    cited: frozenset[str]
    runs: frozenset[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Source:
    """Articles that count as one source, and why they do."""

    articles: tuple[str, ...]
    why: tuple[str, ...]


def origins(connection: Connection, numbers: Sequence[int]) -> dict[int, Origin]:
    """Return where the articles of these numbers come from."""
    cited: dict[int, set[str]] = {}
    found: dict[int, Origin] = {}
    for some in chunks(set(numbers)):
        of_article = CitationRow.article.in_(some)
        for row in connection.execute(
            select(CitationRow.article, CitationRow.name).where(of_article)
        ):
            cited.setdefault(row.article, set()).add(row.name)
        columns = (ArticleRow.number, ArticleRow.id, ArticleRow.outlet, ArticleRow.text)
        for number, id, outlet, text in connection.execute(
            select(*columns).where(ArticleRow.number.in_(some))
        ):
            names = frozenset(cited.get(number, ()))
            found[number] = Origin(id, outlet, names, runs_of(text))
    return found


def runs_of(text: str) -> frozenset[tuple[str, ...]]:
    """Return every run of five words of a text."""
    words = _WORD.findall(text.casefold())
    return frozenset(zip(*(words[n:] for n in range(_RUN)), strict=False))


def independent(articles: Sequence[Origin]) -> list[Source]:
    """Return the independent sources among the articles, in the order of their first ids.

    Articles of one outlet are one source; so are those that took from the same outlet or agency,
    and an article and its copy.
    """
    ordered = sorted(articles, key=lambda origin: origin.article)
    group = {origin.article: {origin.article} for origin in ordered}
    why: dict[str, list[str]] = {}
    for one, other in combinations(ordered, 2):
        reason = _dependence(one, other)
        if reason:
            why.setdefault(one.article, []).append(reason)
            joined = group[one.article] | group[other.article]
            group.update(dict.fromkeys(joined, joined))
    groups = sorted({tuple(sorted(members)) for members in group.values()})
    return [
        Source(members, tuple(dict.fromkeys(r for m in members for r in why.get(m, ()))))
        for members in groups
    ]


def _dependence(one: Origin, other: Origin) -> str | None:
    """Return why the two articles are one source, ``None`` if they are two."""
    if one.outlet and other.outlet and name_key(one.outlet) == name_key(other.outlet):
        return f"both by {one.outlet}"
    ours = {name_key(name): name for name in sorted(one.cited)}
    theirs = {name_key(name) for name in other.cited}
    shared = [name for key, name in ours.items() if key in theirs]
    if shared:
        return f"both took from {shared[0]}"
    for taker, giver in ((one, other), (other, one)):
        if giver.outlet and name_key(giver.outlet) in {name_key(name) for name in taker.cited}:
            return f"one took from {giver.outlet}"
    smaller = min(len(one.runs), len(other.runs))
    if smaller and len(one.runs & other.runs) >= COPIED * smaller:
        return "one is a copy of the other"
    return None
