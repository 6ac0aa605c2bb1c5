"""Reading articles from texts, files and folders."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from kawat.draft import Article
from kawat.engine.batches import in_order, jobs_of
from kawat.engine.reader import reader
from kawat.errors import UsageError
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
    paths: Iterable[str | Path],
    settings: Settings | None = None,
    *,
    strict: bool = False,
    jobs: int | None = None,
) -> Iterator[Reading | Problem]:
    """Yield the reading of every article of the paths, and every problem where it occurs.

    ``jobs`` processes read, as many as there are cores if it is not said; what is yielded and its
    order are the same with any number. With ``strict`` the first problem of level ``error`` is
    raised instead.
    """
    stream = in_order(
        articles(paths, settings, strict=strict),
        lambda item: None if isinstance(item, Problem) else item,
        lambda article: reader().read(article),
        jobs=jobs_of(jobs),
    )
    for done in stream:
        if isinstance(done.item, Problem):
            yield done.item
        elif isinstance(done.outcome, Reading):
            yield done.outcome
        elif done.outcome:
            if strict:
                raise done.outcome
            yield Problem.of(done.outcome)
