"""Sentences and tokens with tags, heads and name labels."""

from __future__ import annotations

from kawat.draft import Draft, layer


@layer(needs="furniture", gives="sentences tokens")
def language(draft: Draft) -> None:
    """Sentences and tokens with tags, heads and name labels."""
    draft.sentences, draft.tokens = (), ()
