"""The only file that knows every part: it reads articles and adds them to a record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from kawat.draft import Article, Draft, Layer, check_order
from kawat.errors import KawatError, UsageError
from kawat.intake import Problem, Settings, articles, check_text, path_of
from kawat.layers import ORDER
from kawat.reading import ArticleHead, Reading, article_id


class Reader:
    """Layers in an order that holds; refuses an order in which a layer lacks what it needs."""

    def __init__(self, layers: tuple[Layer, ...] = ORDER) -> None:
        check_order(layers)
        self.layers = layers

    def draft(self, article: Article) -> Draft:
        """Run every layer over the article."""
        draft = Draft(article)
        for step in self.layers:
            step.run(draft)
        return draft

    def read(self, article: Article) -> Reading:
        """Return the article's reading, proved against its text."""
        return finish(self.draft(article))


def finish(draft: Draft) -> Reading:
    """Make the reading of a draft whose layers have all run."""
    head = ArticleHead(
        id=article_id(draft.text),
        uri=draft.article.uri,
        title=draft.title,
        outlet=draft.outlet,
        dateline=draft.dateline,
        published=draft.published,
        furniture=draft.furniture,
        sources=draft.sources,
    )
    return Reading(
        article=head,
        sentences=draft.sentences,
        times=draft.times,
        entities=draft.entities,
        statements=draft.statements,
        events=draft.events,
        figures=draft.figures,
        warnings=tuple(draft.warnings),
        text=draft.text,
    )


@cache
def reader() -> Reader:
    """Return the reader with all of Kawat's layers; it is made once."""
    return Reader()


def read(text_or_path: str | Path, settings: Settings | None = None) -> Reading:
    """Read one article: its text, or the file that holds it and nothing else.

    A string is a path if it has one line and names a file, or ends as one (``berita.txt``);
    any other string is the text. Raises :class:`~kawat.errors.InputError` for what can't be
    read, :class:`~kawat.errors.UsageError` for a file with several articles.
    """
    settings = settings or Settings()
    path = path_of(text_or_path)
    if path is None:
        text = str(text_or_path)
        check_text(text, "-")
        return reader().read(Article(text, "-", published=settings.published))
    found = [a for a in articles([path], settings, strict=True) if isinstance(a, Article)]
    if len(found) != 1:
        fix = "read them with kawat.readings"
        raise UsageError(f"holds {len(found)} articles, not one", where=path, fix=fix)
    return reader().read(found[0])


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
