"""From a row of a table to an article, and the check that every article's text passes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kawat.draft import Article
from kawat.errors import BrokenInput, EmptyInput, InputError, OversizedInput, UnknownFormat
from kawat.intake.columns import Columns
from kawat.intake.dates import day_of, month_first
from kawat.intake.limits import ARTICLE_CHARACTERS
from kawat.intake.problems import Problem, note

INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff"
"""Zero-width characters: a text of nothing else is empty."""

MOST_NAMED = 12
"""How many of a table's column names a message lists."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table, and where it stands (``berita.csv:12``)."""

    cells: Mapping[str, Any]
    where: str


Outcome = Article | Problem | InputError
"""What an input yields: articles, notes, and errors that did not stop it."""


def articles_of(rows: Iterable[Row | Problem | InputError], columns: Columns) -> Iterator[Outcome]:
    """Yield the article of every row; a row that gives none gives its error."""
    for row in rows:
        if not isinstance(row, Row):
            yield row
            continue
        try:
            yield from article_of(row, columns)
        except InputError as error:
            yield error


def article_of(row: Row, columns: Columns) -> Iterator[Article | Problem]:
    """Yield the row's article, after a note if its date does not parse.

    Raises UnknownFormat if no column holds the text, EmptyInput for a row without text, and
    BrokenInput for a text that is no text.
    """
    found = columns.among(row.cells)
    text = _text(row, found, columns)
    written = _cell(row, found.published)
    published = day_of(written) if written else None
    if written and (doubt := _doubt(written, published)):
        what = f"column {found.published!r} {doubt}: {written[:40]!r}"
        fix = "write it as 2017-11-22, or give --published"
        yield note("date", what, where=row.where, fix=fix)
    yield Article(
        text,
        uri=_cell(row, found.url) or row.where,
        published=published,
        outlet=_cell(row, found.outlet),
        title=_cell(row, found.title),
    )


def check_text(text: str, where: str) -> None:
    """Raise for a text that can't be read: empty, over the limit, or not Unicode."""
    if not text.strip().strip(INVISIBLE).strip():
        raise EmptyInput("there is no text in it", where=where, fix="give the article's text")
    if len(text) > ARTICLE_CHARACTERS:
        what = f"holds more than {ARTICLE_CHARACTERS:,} characters, the limit of one article"
        raise OversizedInput(what, where=where, fix="split it into its articles")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        what = f"character {error.start} is half of a surrogate pair"
        raise BrokenInput(what, where=where, fix="write the text anew as UTF-8") from error


def no_text_column(names: Iterable[str], where: str, columns: Columns) -> UnknownFormat:
    """Return the error for a table in which no column is known to hold the text."""
    listed = ", ".join(list(names)[:MOST_NAMED]) or "none"
    wanted = f"no column is called {columns.text!r}" if columns.text else "no column holds a text"
    fix = "name the text's column with --text-column"
    return UnknownFormat(f"{wanted}; its columns: {listed}", where=where, fix=fix)


def _doubt(written: str, day: str | None) -> str | None:
    if day is None:
        return "tells no day"
    # others of that column may be ambiguous, and those are read day first
    return "writes the month before the day" if month_first(written) else None


def _text(row: Row, found: Columns, columns: Columns) -> str:
    if found.text is None:
        raise no_text_column(row.cells, row.where, columns)
    text = row.cells[found.text]
    if text is None or text != text:  # a missing value: null, or NaN as pandas writes it
        text = ""
    if not isinstance(text, str):
        what = f"column {found.text!r} holds a {type(text).__name__}, not a text"
        fix = "name the text's column with --text-column"
        raise BrokenInput(what, where=row.where, fix=fix)
    check_text(text, row.where)
    return text


def _cell(row: Row, column: str | None) -> str | None:
    value = row.cells[column] if column else None
    if isinstance(value, bool) or not isinstance(value, str | int | float) or value != value:
        return None
    return str(value).strip() or None
