"""The statements and the articles of the record: searched by words, a page after the other."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from kawat.articles import articles_page
from kawat.said import said_page
from kawat.web.desk import Served
from kawat.web.render import page

router = APIRouter()

PAGE = 50
"""Statements or articles on one page."""

Text = Annotated[str, Query(max_length=200)]
Day = Annotated[str, Query(max_length=20)]


@router.get("/statements", response_class=HTMLResponse)
def statements(
    request: Request,
    desk: Served,
    words: Text = "",
    speaker: Text = "",
    since: Day = "",
    until: Day = "",
    after: Text = "",
) -> HTMLResponse:
    """Show who said what, by day."""
    found = said_page(
        desk.database,
        speaker or None,
        about=words or None,
        since=since or None,
        until=until or None,
        limit=PAGE,
        after=after or None,
    )
    return page(request, "statements.html", found=found)


@router.get("/articles", response_class=HTMLResponse)
def articles(
    request: Request,
    desk: Served,
    words: Text = "",
    outlet: Text = "",
    since: Day = "",
    until: Day = "",
    after: Text = "",
) -> HTMLResponse:
    """Show the articles by the day of their publication."""
    found = articles_page(
        desk.database,
        words=words or None,
        outlet=outlet or None,
        since=since or None,
        until=until or None,
        limit=PAGE,
        after=after or None,
    )
    return page(request, "articles.html", found=found)
