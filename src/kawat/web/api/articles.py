"""Articles: which there are, and the reading of one with its text."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Path, Query

from kawat.articles import ArticleLine, articles_page
from kawat.reading import Reading
from kawat.web.api.paging import LINES, Listed, Paged, listed
from kawat.web.articles import kept_reading
from kawat.web.desk import Served

router = APIRouter(tags=["articles"])

Text = Annotated[str | None, Query(max_length=200)]
Day = Annotated[str | None, Query(max_length=20, description="An ISO day, month or year.")]


class ReadingWithText(Reading):
    """A reading (docs/reading.md) with the text that its spans point into."""

    text: str


@router.get("/articles", response_model=Listed[ArticleLine], responses=LINES)
def articles(
    desk: Served,
    paging: Paged,
    words: Text = None,
    outlet: Text = None,
    since: Day = None,
    until: Day = None,
) -> Any:
    """Return the articles by the day of their publication; those without any come last."""
    return listed(
        ArticleLine,
        paging,
        lambda limit, after: articles_page(
            desk.database,
            words=words or None,
            outlet=outlet or None,
            since=since or None,
            until=until or None,
            limit=limit,
            after=after,
        ),
    )


@router.get("/articles/{id}")
def one_article(desk: Served, id: Annotated[str, Path(max_length=100)]) -> dict[str, Any]:
    """Return the reading of an article, with its text; the beginning of its id is enough."""
    reading = kept_reading(desk.database, id)
    return {**reading.model_dump(mode="json", by_alias=True), "text": reading.text}
