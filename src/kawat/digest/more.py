"""The last line of a list that goes on: how many more there are, and how to see them."""

from __future__ import annotations

from kawat.digest.rows import Row, row
from kawat.labels import labels


def more_rows(more: int, language: str = "id") -> list[Row]:
    """Return the rows that end a list of which so many were not printed; none if none is left."""
    return [row(0), row(0, (labels(language)["more"].format(count=more), "dim"))] if more else []
