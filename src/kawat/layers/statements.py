"""Who said what, directly or indirectly, through whom."""

from __future__ import annotations

from kawat.draft import Draft, layer


@layer(needs="entities anaphors times sources tokens sentences furniture", gives="statements")
def statements(draft: Draft) -> None:
    """Who said what, directly or indirectly, through whom."""
    draft.statements = ()
