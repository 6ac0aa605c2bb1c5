"""From files to articles: text, pages, tables, archives, folders and standard input.

Everything comes through :func:`articles`. What can't be read is yielded as a
:class:`Problem` beside the articles, or raised if the caller is strict; nothing is dropped.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from io import BufferedReader
from pathlib import Path

from kawat.draft import Article
from kawat.errors import InputError
from kawat.intake.columns import Columns
from kawat.intake.csv_rows import csv_rows
from kawat.intake.documents import document
from kawat.intake.encoding import Decoder
from kawat.intake.files import expand, opened, path_of
from kawat.intake.formats import Format, by_content, by_name, refuse_foreign
from kawat.intake.json_rows import json_document, json_lines
from kawat.intake.limits import HEAD_BYTES
from kawat.intake.problems import Problem
from kawat.intake.rows import Outcome, articles_of, check_text
from kawat.intake.settings import Settings

__all__ = [
    "Article",
    "Columns",
    "Format",
    "Problem",
    "Settings",
    "articles",
    "check_text",
    "path_of",
]


def articles(
    paths: Iterable[str | Path], settings: Settings | None = None, *, strict: bool = False
) -> Iterator[Article | Problem]:
    """Yield every article of the paths in order, and every problem where it occurs.

    A path is a file, a folder (recursive, sorted) or ``-`` for standard input. With ``strict``
    the first problem of level ``error`` is raised as its :class:`~kawat.errors.InputError`.
    """
    settings = settings or Settings()
    for path in paths:
        for outcome in _of_path(path, settings):
            if not isinstance(outcome, InputError):
                yield outcome
            elif strict:
                raise outcome
            else:
                yield Problem.of(outcome)


def _of_path(path: str | Path, settings: Settings) -> Iterator[Outcome]:
    try:
        for name in expand(path):
            if isinstance(name, Problem):
                yield name
            else:
                yield from _of_file(name, settings)
    except InputError as error:
        yield error


def _of_file(name: str, settings: Settings) -> Iterator[Outcome]:
    decoder = Decoder(settings.encoding)
    try:
        with opened(name) as stream:
            for outcome in _of_stream(stream, name, decoder, settings):
                yield from decoder.notes
                decoder.notes.clear()
                yield _stamped(outcome, settings)
    except InputError as error:
        yield error


def _of_stream(
    stream: BufferedReader, name: str, decoder: Decoder, settings: Settings
) -> Iterator[Outcome]:
    head = stream.peek(HEAD_BYTES)[:HEAD_BYTES]
    if not settings.encoding:
        refuse_foreign(head, name)
    form = settings.format or by_name(name) or by_content(head)
    columns = settings.columns
    if form == "jsonl":
        yield from articles_of(json_lines(decoder.lined(stream, name), name, decoder), columns)
    elif form in ("csv", "tsv"):
        rows = csv_rows(decoder.lined(stream, name), name, decoder, columns)
        yield from articles_of(rows, columns)
    elif form == "json":
        yield from articles_of(json_document(stream, name, decoder), columns)
    else:
        yield from document(stream, name, decoder, called=form)


def _stamped(outcome: Outcome, settings: Settings) -> Outcome:
    if settings.published and isinstance(outcome, Article):
        return replace(outcome, published=settings.published)
    return outcome
