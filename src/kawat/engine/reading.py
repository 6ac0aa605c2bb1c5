"""Reading articles from texts, files and folders."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from kawat.draft import Article
from kawat.engine.reader import reader
from kawat.errors import KawatError, UsageError
from kawat.explanation import Explanation
from kawat.intake import Problem, Settings, articles, check_text, path_of
from kawat.reading import Reading


def read(text_or_path: str | Path, settings: Settings | None = None) -> Reading:
    """Read one article: its text, or the file that holds it and nothing else.

    A string is a path if it has one line and names a file, or ends as one (``berita.txt``);
    any other string is the text. Raises :class:`~kawat.errors.InputError` for what can't be
    read, :class:`~kawat.errors.UsageError` for a file with several articles.
    """
    return reader().read(_single(text_or_path, settings or Settings()))


def explain(text_or_path: str | Path, settings: Settings | None = None) -> list[Explanation]:
    """Return the words, rules and lexicon entries behind what :func:`read` finds in an article.

    Events come first, then statements and figures. Raises what :func:`read` raises.
    """
    return reader().explain(_single(text_or_path, settings or Settings()))


def _single(text_or_path: str | Path, settings: Settings) -> Article:
    path = path_of(text_or_path)
    if path is None:
        text = str(text_or_path)
        check_text(text, "-")
        return Article(text, "-", published=settings.published)
    found = [a for a in articles([path], settings, strict=True) if isinstance(a, Article)]
    if len(found) != 1:
        fix = "read them with kawat.readings"
        raise UsageError(f"holds {len(found)} articles, not one", where=path, fix=fix)
    return found[0]


def readings(
    paths: Iterable[str | Path], settings: Settings | None = None, *, strict: bool = False
) -> Iterator[Reading | Problem]:
    """Yield the reading of every article of the paths, and every problem where it occurs.

    With ``strict`` the first problem of level ``error`` is raised instead.
    """
    for article in articles(paths, settings, strict=strict):
        if isinstance(article, Problem):
            yield article
            continue
        try:
            yield reader().read(article)
        except KawatError as error:
            if strict:
                raise
            yield Problem.of(error)
