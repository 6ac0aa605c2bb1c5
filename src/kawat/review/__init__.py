"""Reviewing a record: what is doubtful, what reviewers judged, how far they agree, and gold."""

from __future__ import annotations

from kawat.review.agreement import Agreement, agreements, cohens_kappa
from kawat.review.gold import Exported, export_gold
from kawat.review.queues import QUEUES, Queue, QueuePage, queue_page
from kawat.review.sample import Drawn, sample

__all__ = [
    "QUEUES",
    "Agreement",
    "Drawn",
    "Exported",
    "Queue",
    "QueuePage",
    "agreements",
    "cohens_kappa",
    "export_gold",
    "queue_page",
    "sample",
]
