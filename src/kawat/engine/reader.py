"""The layers in their order: from an article to its reading."""

from __future__ import annotations

from functools import cache

from pydantic import ValidationError

from kawat.draft import Article, Draft, Layer, check_order
from kawat.errors import KawatError, LayerFailed
from kawat.explanation import Explanation, explanations
from kawat.layers import ORDER
from kawat.lexicon import LANGUAGE
from kawat.reading import ArticleHead, Reading, article_id

_PARSED = frozenset(("tokens", "names", "entities"))
"""What hangs on the parse; layers that give or need it leave other subjects than Kawat's alone."""


class Reader:
    """Layers in an order that holds; refuses an order in which a layer lacks what it needs."""

    def __init__(self, layers: tuple[Layer, ...] = ORDER) -> None:
        check_order(layers)
        self.layers = layers

    def draft(self, article: Article) -> Draft:
        """Run the layers over the article.

        Of one in another language no words are read; one without Kawat's subject is not parsed.
        """
        draft = Draft(article)
        for step in self.layers:
            if is_left_out(step, draft):
                draft.leave_empty(step)
            else:
                _run(step, draft)
        return draft

    def read(self, article: Article) -> Reading:
        """Return the article's reading, proved against its text.

        Raises LayerFailed where a layer breaks on the article, so that the others can be read.
        """
        return _proved(self.draft(article))

    def explain(self, article: Article) -> list[Explanation]:
        """Return what made each event, statement and figure of the article."""
        draft = self.draft(article)
        return explanations(draft, _proved(draft))


def is_left_out(step: Layer, draft: Draft) -> bool:
    """Tell whether a layer has nothing to do, by what earlier ones have said of the article."""
    if draft.knows("language") and draft.language != LANGUAGE and "sentences" in step.needs:
        return True
    off_subject = draft.knows("of_subject") and not draft.of_subject
    return off_subject and not _PARSED.isdisjoint(step.needs | step.gives)


def _proved(draft: Draft) -> Reading:
    try:
        return finish(draft)
    except ValidationError as error:
        raise _failed("finishing", draft, error) from error


def _run(step: Layer, draft: Draft) -> None:
    try:
        step.run(draft)
    except KawatError:
        raise
    except Exception as error:  # whatever a layer breaks on, one article is one problem
        raise _failed(f"the layer {step.name!r}", draft, error) from error


def _failed(what: str, draft: Draft, error: Exception) -> LayerFailed:
    fix = "report it with the article; the other articles are read"
    return LayerFailed(f"{what} failed: {error!r}", where=draft.article.uri, fix=fix)


def finish(draft: Draft) -> Reading:
    """Make the reading of a draft whose layers have all run."""
    head = ArticleHead(
        id=article_id(draft.text),
        uri=draft.article.uri,
        language=draft.language,
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
