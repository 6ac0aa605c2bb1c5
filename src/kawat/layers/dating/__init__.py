"""The publication day, and with it the value of every time expression."""

from __future__ import annotations

from kawat.draft import Draft, layer
from kawat.layers.dating.clues import clues_of
from kawat.layers.dating.published import published_of
from kawat.layers.dating.values import values_of

__all__ = ["dating"]


@layer(needs="expressions furniture", gives="published times")
def dating(draft: Draft) -> None:
    """The publication day, and with it the value of every time expression."""
    clues = clues_of(draft)
    draft.published = published_of(draft, clues)
    draft.times = values_of(draft, clues, draft.published)
