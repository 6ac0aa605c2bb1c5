"""What the page adds around the report."""

from __future__ import annotations

from kawat.draft import Draft, layer


@layer(needs="", gives="furniture title")
def furniture(draft: Draft) -> None:
    """What the page adds around the report."""
    draft.furniture, draft.title = (), None
