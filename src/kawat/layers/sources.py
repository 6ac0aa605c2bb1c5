"""Whom the article took from, its own outlet, and its dateline."""

from __future__ import annotations

from kawat.draft import Draft, layer


@layer(needs="furniture sentences", gives="sources outlet dateline")
def sources(draft: Draft) -> None:
    """Whom the article took from, its own outlet, and its dateline."""
    draft.sources, draft.outlet, draft.dateline = (), None, None
