"""The index in SQLite: an FTS5 table without content of its own, whose words come ready cut.

The tokenizer ``ascii`` takes every other character for a letter, so it cuts at spaces alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Select, column, select, text

from kawat.record.search.words import Term
from kawat.record.tables import PassageRow

MAKE = ("CREATE VIRTUAL TABLE passage_words USING fts5(words, content='', tokenize='ascii')",)
_ADD = text("INSERT INTO passage_words (rowid, words) VALUES (:number, :words)")
_TAKE = text(
    "INSERT INTO passage_words (passage_words, rowid, words) VALUES ('delete', :number, :words)"
)


def add(connection: Connection, passages: Sequence[tuple[int, list[str]]]) -> None:
    """Put passages into the index, by their numbers."""
    connection.execute(_ADD, [{"number": n, "words": " ".join(words)} for n, words in passages])


def take(connection: Connection, passages: Sequence[tuple[int, list[str]]]) -> None:
    """Take passages out; their words must be those that were put in."""
    connection.execute(_TAKE, [{"number": n, "words": " ".join(words)} for n, words in passages])


def matching(terms: Sequence[Term]) -> Select[Any]:
    """Return the query for the numbers of the passages that hold all terms."""
    asked = " AND ".join(
        f'"{" ".join(term.words)}"' + (" *" if term.begins else "") for term in terms
    )
    found = text("SELECT rowid AS number FROM passage_words WHERE passage_words MATCH :asked")
    rows = found.bindparams(asked=asked).columns(column("number")).subquery()
    return select(PassageRow.number).where(PassageRow.number.in_(select(rows.c.number)))


def sum_of(words: Sequence[str]) -> int:
    """Return the sum that :func:`sums` has for a passage of these words."""
    return sum(hash((word, place)) for place, word in enumerate(words))


def sums(connection: Connection) -> Counter[int]:
    """Return a sum over the words of each passage and their places, to compare with texts."""
    connection.execute(
        text(
            "CREATE VIRTUAL TABLE IF NOT EXISTS temp.instances"
            " USING fts5vocab(main, passage_words, instance)"
        )
    )
    found: Counter[int] = Counter()
    for term, number, place in connection.execute(
        text("SELECT term, doc, offset FROM temp.instances")
    ):
        found[number] += hash((term, place))
    return found
