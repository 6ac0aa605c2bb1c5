"""Why each event, statement and figure was read, as rows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kawat.digest.rows import STATUS_STYLE, Row, flat, row
from kawat.labels import Labels, labels
from kawat.reading import Event, Figure, Statement

if TYPE_CHECKING:
    from kawat.explanation import Explanation, Reason


def explanation_rows(explained: Iterable[Explanation], language: str = "id") -> list[Row]:
    """Return the rows of explanations, labelled in Indonesian (``id``) or English."""
    words = labels(language)
    rows: list[Row] = []
    for one in explained:
        rows += [row(0)] if rows else []
        rows.append(row(0, (one.id, "bold cyan"), *_what(one.record, words)))
        rows.append(row(2, (f"“{flat(one.words)}”", "italic")))
        rows += [_reason(reason, words) for reason in one.reasons]
    return rows or [row(0, (words["nothing"], "dim"))]


def _what(record: Event | Statement | Figure, words: Labels) -> Iterable[tuple[str, str]]:
    if isinstance(record, Event):
        yield f" · {words.event(record.type, record.mode)}", "yellow"
        yield f" · {words.of('status', record.status)}", STATUS_STYLE[record.status]
    elif isinstance(record, Statement):
        yield f" · {words.of('rule', record.kind)}", "yellow"
    else:
        yield f" · {words.of('measure', record.measure)}", "yellow"


def _reason(reason: Reason, words: Labels) -> Row:
    detail = f" ({reason.detail})" if reason.detail else ""
    return row(
        4,
        (f"“{flat(reason.words)}”", "italic"),
        (f" — {words.of('rule', reason.rule)}{detail}", ""),
        (f" — {reason.file}: {reason.entry}" if reason.file else "", "dim"),
    )
