"""What was said, as a list: the day, the words, and the way that they took."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kawat.digest.rows import Row, flat, row
from kawat.labels import labels

if TYPE_CHECKING:
    from kawat.said import Quote


def said_rows(quotes: Iterable[Quote], language: str = "id") -> list[Row]:
    """Return three rows a statement: day and speakers, words, chain with the article's address."""
    words = labels(language)
    rows: list[Row] = []
    for quote in quotes:
        day = words.time(quote.day) if quote.day else words["no_day"]
        printed = "" if quote.dated or not quote.day else f" ({words['day_published']})"
        to = f" {words['to']} {quote.addressee}" if quote.addressee else ""
        said = f"“{flat(quote.words)}”" if quote.kind == "direct" else flat(quote.words)
        rows += [row(0)] if rows else []
        rows.append(
            row(
                0,
                (day, "bold cyan"),
                (printed, "dim"),
                (f" · {', '.join(quote.speakers) or words['hearsay']}", "bold"),
                (to, ""),
            )
        )
        rows.append(row(2, (said, "italic")))
        passed = quote.chain[len(quote.speakers) :]
        link = f" ({quote.uri})" if quote.outlet else ""
        rows.append(row(2, (f"{words['via']} {' → '.join(passed)}{link}", "dim")))
    return rows or [row(0, (words["no_statements"], "dim"))]
