"""Where no mention is: in furniture, in the dateline, in a title whose bearer is named."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from kawat.draft import Draft, TitlePhrase
from kawat.layers.entities.mentions import Mention
from kawat.reading import Span

_ROW = 4
"""So many titles stand in a row before one name at most."""


class Shut:
    """Tells what of one article is shut to mentions."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.titles = sorted((t for t in draft.titles if t.name), key=lambda t: t.span)
        self.starts = [t.span.start for t in self.titles]
        heads = [p.span for p in (draft.dateline, draft.outlet) if p and p.span]
        self.heads = [Span(draft.text.rfind("\n", 0, s.start) + 1, s.end) for s in heads]

    def out(self, span: Span) -> bool:
        """Tell whether words at the span are no mention, whatever they are."""
        at = bisect_left(self.starts, span.end)
        if any(_cuts(span, t) for t in self.titles[max(0, at - _ROW) : at]):
            return True
        return any(h.overlaps(span) for h in self.heads) or self.draft.in_furniture(span)


def _cuts(span: Span, title: TitlePhrase) -> bool:
    """Tell whether the span cuts into a title up to its name, and does not hold both."""
    assert title.name is not None
    shut = title.span
    if title.name.start > shut.end:
        shut = Span(shut.start, title.name.start)
    whole = span.start < shut.start and shut.end <= title.name.end <= span.end
    return shut.overlaps(span) and span != title.name and not whole


def with_before(mentions: list[Mention]) -> Iterator[tuple[Mention, Mention | None]]:
    """Yield every mention with the one before it."""
    yield from zip(mentions, [None, *mentions], strict=False)


def repeats(mention: Mention, before: Mention | None, text: str) -> bool:
    """Tell whether a bracket only abbreviates the end of a mention: ``warga Amerika Serikat (AS)``.

    Behind the name itself the abbreviation is a mention of its own.
    """
    if before is None or mention.kind != "country" or before.kind in ("country", "person"):
        return False
    between = text[before.span.end : mention.span.start]
    return between.strip() == "(" and before.country == mention.country
