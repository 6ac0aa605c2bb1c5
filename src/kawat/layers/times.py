"""Time expressions, before the publication day is known."""

from __future__ import annotations

from kawat.draft import Draft, layer


@layer(needs="furniture sentences", gives="expressions")
def times(draft: Draft) -> None:
    """Time expressions, before the publication day is known."""
    draft.expressions = ()
