"""Names of people, countries, bodies and places."""

from __future__ import annotations

from kawat.draft import Draft, layer


@layer(needs="furniture sentences tokens dateline sources", gives="names")
def names(draft: Draft) -> None:
    """Names of people, countries, bodies and places."""
    draft.names = ()
