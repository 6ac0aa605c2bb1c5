"""The publication day, and with it the value of every time expression."""

from __future__ import annotations

from kawat.draft import Draft, layer


@layer(needs="expressions entities dateline", gives="published times")
def dating(draft: Draft) -> None:
    """The publication day, and with it the value of every time expression."""
    draft.published, draft.times = None, ()
