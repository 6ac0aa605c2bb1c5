"""Tolls that exclude one another and articles that contradict themselves, as rows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kawat.digest.rows import Row, flat, row
from kawat.labels import Labels, labels

if TYPE_CHECKING:
    from kawat.disputes import ArticleDispute, TollDispute
    from kawat.record.figures import CountTold


def toll_dispute_rows(disputes: Iterable[TollDispute], language: str = "id") -> list[Row]:
    """Return the rows of disputed tolls: what is counted, then each count with its words."""
    words = labels(language)
    rows: list[Row] = []
    for dispute in disputes:
        parts = (dispute.group, dispute.place, words.time(dispute.day) if dispute.day else "")
        about = "".join(f" · {part}" for part in parts if part)
        name = words.of("measure", dispute.measure)
        rows.append(row(0, (name, "bold cyan"), (about, ""), (f" · {words['disputed']}", "red")))
        for side in dispute.sides:
            rows += [_count(count, words) for count in side.counts]
        rows.append(row(0))
    return rows


def article_dispute_rows(disputes: Iterable[ArticleDispute], language: str = "id") -> list[Row]:
    """Return the rows of what articles say against themselves."""
    words = labels(language)
    rows: list[Row] = []
    for dispute in disputes:
        day = words.time(dispute.published) if dispute.published else words["undated"]
        source = f"{dispute.outlet or dispute.uri}, {day}"
        code = words.of("warning", dispute.code)
        rows += [
            row(0, (code, "bold cyan"), (f" · {source}", "")),
            row(2, (f"“{flat(dispute.words)}”: {dispute.message}", "bold")),
            row(4, (f"“{flat(dispute.said)}”", "italic")),
            row(0),
        ]
    return rows


def _count(count: CountTold, words: Labels) -> Row:
    by = f" · {words['according_to']} {count.counted_by}" if count.counted_by else ""
    return row(
        2, (f"“{flat(count.words)}”", "bold"), (f"{by} — {count.outlet or count.uri}", "dim")
    )
