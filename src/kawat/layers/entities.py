"""One entity per real thing, with its mentions; and the anaphors that stand for one."""

from __future__ import annotations

from kawat.draft import Draft, layer


@layer(needs="names tokens sentences expressions", gives="entities anaphors")
def entities(draft: Draft) -> None:
    """One entity per real thing, with its mentions; and the anaphors that stand for one."""
    draft.entities, draft.anaphors = (), ()
