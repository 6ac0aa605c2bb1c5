"""The index in PostgreSQL: a table of ``tsvector`` with a GIN index.

Vectors and queries are written out word by word, so no configuration or dictionary has a say.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Select, column, select, text

from kawat.record.search.words import Term
from kawat.record.tables import PassageRow

MAKE = (
    "CREATE TABLE passage_words (number integer PRIMARY KEY"
    " REFERENCES passages (number) ON DELETE CASCADE, words tsvector NOT NULL)",
    "CREATE INDEX ix_passage_words ON passage_words USING gin (words)",
)
FARTHEST = 16_383
"""The last place that PostgreSQL tells from the next; words behind it all stand there."""

MOST = 255
"""Places of one word that PostgreSQL surely keeps."""

_ADD = text("INSERT INTO passage_words VALUES (:number, CAST(:words AS tsvector))")
_TAKE = text("DELETE FROM passage_words WHERE number = :number")


def add(connection: Connection, passages: Sequence[tuple[int, list[str]]]) -> None:
    """Put passages into the index, by their numbers."""
    connection.execute(_ADD, [{"number": n, "words": _vector(words)} for n, words in passages])


def take(connection: Connection, passages: Sequence[tuple[int, list[str]]]) -> None:
    """Take passages out."""
    connection.execute(_TAKE, [{"number": n} for n, _ in passages])


def _vector(words: list[str]) -> str:
    return " ".join(f"'{word}':{min(place, FARTHEST)}" for place, word in enumerate(words, 1))


def matching(terms: Sequence[Term]) -> Select[Any]:
    """Return the query for the numbers of the passages that hold all terms."""
    asked = " & ".join(
        "(" + " <-> ".join(f"'{w}'" for w in term.words) + (":*" if term.begins else "") + ")"
        for term in terms
    )
    found = text(
        "SELECT number FROM passage_words WHERE words @@ CAST(:asked AS tsquery)"
    ).bindparams(asked=asked)
    rows = found.columns(column("number")).subquery()
    return select(PassageRow.number).where(PassageRow.number.in_(select(rows.c.number)))


def sum_of(words: Sequence[str]) -> int:
    """Return the sum that :func:`sums` has for a passage of these words."""
    places: dict[str, list[int]] = {}
    for place, word in enumerate(words, 1):
        known = places.setdefault(word, [])
        at = min(place, FARTHEST)
        if len(known) < MOST and at not in known[-1:]:
            known.append(at)
    return sum(hash((word, at)) for word, known in places.items() for at in known)


def sums(connection: Connection) -> Counter[int]:
    """Return a sum over the words of each passage and their places, to compare with texts."""
    found: Counter[int] = Counter()
    query = text(
        f"SELECT number, (w).lexeme, unnest((w).positions[1:{MOST}])"
        " FROM (SELECT number, unnest(words) AS w FROM passage_words) AS each"
    )
    for number, term, place in connection.execute(query):
        found[number] += hash((term, place))
    return found
