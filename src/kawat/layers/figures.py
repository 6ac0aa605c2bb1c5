"""Counts of people and things harmed, moved or deployed."""

from __future__ import annotations

from kawat.draft import Draft, layer


@layer(needs="entities times statements tokens sentences furniture", gives="figures")
def figures(draft: Draft) -> None:
    """Counts of people and things harmed, moved or deployed."""
    draft.figures = ()
