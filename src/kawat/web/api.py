"""The API: the same views as JSON, with one error shape."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Path, Query

from kawat.errors import UsageError
from kawat.event import EventView, event
from kawat.timeline import Line, timeline
from kawat.web.articles import kept_reading
from kawat.web.desk import Served
from kawat.web.errors import RESPONSES, NotFound

router = APIRouter(tags=["record"], responses=RESPONSES)

Text = Annotated[str | None, Query(max_length=200)]


@router.get("/events")
def events(
    desk: Served,
    about: Text = None,
    since: Text = None,
    until: Text = None,
    type: Text = None,
    status: Text = None,
) -> list[Line]:
    """Return the events by day, as the timeline has them."""
    return timeline(desk.database, about=about, since=since, until=until, type=type, status=status)


@router.get("/events/{id}")
def one_event(desk: Served, id: Annotated[str, Path(max_length=100)]) -> EventView:
    """Return one event with every telling of it."""
    try:
        return event(desk.database, id)
    except UsageError as error:
        raise NotFound(error.what, where=id) from error


@router.get("/articles/{id}")
def one_article(desk: Served, id: Annotated[str, Path(max_length=100)]) -> dict[str, Any]:
    """Return the reading of an article, with its text."""
    reading = kept_reading(desk.database, id)
    return {**reading.model_dump(mode="json", by_alias=True), "text": reading.text}
