"""PLOVER events with parties, status, time and place."""

from __future__ import annotations

from kawat.draft import Draft, layer


@layer(
    needs="entities anaphors times statements figures tokens sentences furniture", gives="events"
)
def events(draft: Draft) -> None:
    """PLOVER events with parties, status, time and place."""
    draft.events = ()
