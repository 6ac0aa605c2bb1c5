"""What reading again changed, article by article: came (+), went (-), or became another (~)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from kawat.digest.rows import Row, flat, row
from kawat.labels import Labels, labels

if TYPE_CHECKING:
    from kawat.changes import Change, ChangedArticle, Value

_MARKS = {"added": ("+", "green"), "removed": ("-", "red"), "changed": ("~", "yellow")}


def change_rows(articles: Iterable[ChangedArticle], language: str = "id") -> list[Row]:
    """Return the rows of all changes, labelled in Indonesian (``id``) or English."""
    words = labels(language)
    rows: list[Row] = []
    for article in articles:
        versions = f" · {article.before} → {article.after}"
        rows.append(row(0, (article.uri, "bold cyan"), (versions, "dim")))
        for change in article.changes:
            rows += _change(change, words)
    return rows


def _change(change: Change, words: Labels) -> Iterator[Row]:
    mark, style = _MARKS[change.kind]
    quoted = f" “{flat(change.words)}”" if change.words else ""
    yield row(2, (f"{mark} {words.of('layer', change.layer)}", f"bold {style}"), (quoted, "italic"))
    for name, (before, after) in change.fields.items():
        values = f"{_told(before)} → {_told(after)}"
        told = values if change.kind == "changed" else _told(before or after)
        if before or after:
            yield row(6, (f"{name}: ", "dim"), (told, ""))


def _told(value: Value) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(flat, value)) or "–"
    return flat(value) if value else "–"
