"""Events: by day, one with every telling, and those on which articles contradict each other."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Path

from kawat.errors import UsageError
from kawat.event import EventView, disputed_page, event
from kawat.timeline import Line, timeline_page
from kawat.web.api.paging import LINES, Listed, Paged, listed
from kawat.web.asked import Filters
from kawat.web.desk import Served
from kawat.web.errors import NotFound

router = APIRouter(tags=["events"])


@router.get("/events", response_model=Listed[Line], responses=LINES)
def events(desk: Served, asked: Filters, paging: Paged) -> Any:
    """Return the events by day, each with all of its tellings, as the timeline has them."""
    return listed(
        Line,
        paging,
        lambda limit, after: timeline_page(
            desk.database,
            asked,
            limit=limit,
            after=after,
            count_to=limit + 1 if paging.lines else None,
        ),
    )


@router.get("/events/{id}")
def one_event(
    desk: Served, id: Annotated[str, Path(max_length=100, examples=["3f2a9c01b4d2.v1"])]
) -> EventView:
    """Return one event with every telling of it; the id of any of its tellings leads to it."""
    try:
        return event(desk.database, id)
    except UsageError as error:
        raise NotFound(error.what, where=id, fix=error.fix) from error


@router.get("/disputes", response_model=Listed[EventView], responses=LINES)
def disputes(desk: Served, paging: Paged) -> Any:
    """Return the events whose tellings contradict each other, in the order of their ids."""
    return listed(
        EventView,
        paging,
        lambda limit, after: disputed_page(desk.database, limit=limit, after=after),
    )
