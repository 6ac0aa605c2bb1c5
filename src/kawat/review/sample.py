"""A sample of a record's articles to judge: the same for the same seed, whoever draws it."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass
from heapq import nsmallest

from sqlalchemy import Connection, select

from kawat.reading import Reading
from kawat.record.claims import JUDGED_WHOLLY, claims_of
from kawat.record.database import Database
from kawat.record.judgments import Judgment, article_named, judgments
from kawat.record.tables import ArticleRow


@dataclass(frozen=True, slots=True)
class Drawn:
    """An article of the sample: its reading, and how far a reviewer has judged it.

    ``claims`` counts what is to be judged, ``judged`` what has been judged right or wrong.
    """

    reading: Reading
    claims: int
    judged: int

    @property
    def whole(self) -> bool:
        """Tell whether all of it has been judged right or wrong."""
        return self.judged == self.claims


def sample(database: Database, *, size: int, seed: str, reviewer: str = "") -> list[Drawn]:
    """Return ``size`` articles of the record, drawn by the seed, with the reviewer's progress.

    Articles are drawn by the sha256 of the seed and their id, each as likely as any other. So the
    draw hangs on the seed and the articles alone, and a larger sample holds the smaller one.
    """
    with database.reading() as connection:
        ids = connection.scalars(select(ArticleRow.id))
        drawn = nsmallest(size, ids, key=lambda id: _rank(seed, id))
        return [drawn_article(connection, id, reviewer) for id in drawn]


def drawn_article(connection: Connection, id: str, reviewer: str) -> Drawn:
    """Return an article with what the reviewer judged of it."""
    number, reading = article_named(connection, id)
    known = verdicts(judgments(connection, article=number), reviewer)
    wanted = [c.id for c in claims_of(reading) if c.layer in JUDGED_WHOLLY]
    judged = Counter(known[id].verdict if id in known else "" for id in wanted)
    return Drawn(reading, len(wanted), judged["right"] + judged["wrong"])


def verdicts(standing: list[Judgment], reviewer: str) -> dict[str, Judgment]:
    """Return a reviewer's judgments of one article by the records that they are on now."""
    mine = (j for j in standing if j.author == reviewer)
    return {j.name.partition(".")[2]: j for j in mine if j.name}


def _rank(seed: str, id: str) -> bytes:
    return hashlib.sha256(f"{seed}\n{id}".encode()).digest()
