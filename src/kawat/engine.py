"""The only file that knows every part: it reads articles and adds them to a record."""

from __future__ import annotations

from kawat.draft import Article, Draft, Layer, check_order
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
