"""The part of a record that reviewers use: doubts, judgments, agreement and gold."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kawat.engine.opening import Opening

if TYPE_CHECKING:
    from kawat.review import Agreement, Drawn, Exported, QueuePage


class Reviewing(Opening):
    """What :class:`~kawat.engine.record.Record` offers to reviewers."""

    def review(self, queue: str, *, limit: int = 10, after: str | None = None) -> QueuePage:
        """Return what is doubtful, page by page; see :func:`kawat.review.queues.queue_page`."""
        from kawat.review import queue_page

        with self._open() as database:
            return queue_page(database, queue, limit=limit, after=after)

    def judge(self, name: str, verdict: str, *, author: str, note: str = "") -> int:
        """Judge one record of a reading; see :func:`kawat.record.judgments.judge`."""
        from kawat.record.judgments import judge

        with self._open() as database:
            return judge(database, name, verdict, author=author, note=note)

    def withdraw(self, judgment: int) -> None:
        """Take a judgment back; it stays on record."""
        from kawat.record.judgments import withdraw

        with self._open() as database:
            withdraw(database, judgment)

    def sample(self, size: int, *, seed: str, reviewer: str = "") -> list[Drawn]:
        """Return articles to judge; see :func:`kawat.review.sample.sample`."""
        from kawat.review import sample

        with self._open() as database:
            return sample(database, size=size, seed=seed, reviewer=reviewer)

    def agreement(self) -> list[Agreement]:
        """Return how far reviewers agree; see :func:`kawat.review.agreement.agreements`."""
        from kawat.review import agreements

        with self._open() as database:
            return agreements(database)

    def gold(self, out: str | Path, *, reviewer: str | None = None) -> Exported:
        """Write what a reviewer judged wholly as gold; see :mod:`kawat.review.gold`."""
        from kawat.review import export_gold

        with self._open() as database:
            return export_gold(database, Path(out), reviewer=reviewer)
