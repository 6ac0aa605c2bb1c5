"""What Kawat knows, as a person likes to read it: who, what, when and where, with the words.

A digest is rows of styled pieces, printed as plain text or, on a terminal, in colour. The same
reading gives the same digest, and the same timeline the same page.
"""

from __future__ import annotations

from kawat.digest.agreements import agreements_rows, expectations_rows
from kawat.digest.article import digest
from kawat.digest.changes import change_rows
from kawat.digest.conflicts import conflict_rows, conflicts_rows
from kawat.digest.days import timeline_rows
from kawat.digest.disputes import article_dispute_rows, toll_dispute_rows
from kawat.digest.event import event_rows
from kawat.digest.explanation import explanation_rows
from kawat.digest.more import more_rows
from kawat.digest.review import queue_rows
from kawat.digest.rows import WIDTH, Row, to_terminal, to_text
from kawat.digest.said import said_rows
from kawat.digest.toll import toll_rows
from kawat.digest.who import unsure_rows, who_rows

__all__ = [
    "WIDTH",
    "Row",
    "agreements_rows",
    "article_dispute_rows",
    "change_rows",
    "conflict_rows",
    "conflicts_rows",
    "digest",
    "event_rows",
    "expectations_rows",
    "explanation_rows",
    "more_rows",
    "queue_rows",
    "said_rows",
    "timeline_rows",
    "to_terminal",
    "to_text",
    "toll_dispute_rows",
    "toll_rows",
    "unsure_rows",
    "who_rows",
]
