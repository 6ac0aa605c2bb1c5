"""Statements: who said what, by day."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query

from kawat.said import Quote, said_page
from kawat.web.api.paging import LINES, Listed, Paged, listed
from kawat.web.desk import Served

router = APIRouter(tags=["statements"])

Day = Annotated[str | None, Query(max_length=20, description="An ISO day, month or year.")]


@router.get("/statements", response_model=Listed[Quote], responses=LINES)
def statements(
    desk: Served,
    paging: Paged,
    speaker: Annotated[
        str | None,
        Query(max_length=200, description="Whole words of a name.", examples=["Lavrov"]),
    ] = None,
    words: Annotated[
        str | None,
        Query(max_length=200, description="Words that the statement has.", examples=["gencat*"]),
    ] = None,
    since: Day = None,
    until: Day = None,
) -> Any:
    """Return the statements by day, each with the way that its words took."""
    return listed(
        Quote,
        paging,
        lambda limit, after: said_page(
            desk.database,
            speaker or None,
            about=words or None,
            since=since or None,
            until=until or None,
            limit=limit,
            after=after,
        ),
    )
