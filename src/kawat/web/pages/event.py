"""An event: all tellings side by side, what they agree and differ on, and why they are one."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from kawat.errors import UsageError
from kawat.event import event
from kawat.web.desk import Served
from kawat.web.errors import NotFound
from kawat.web.render import page

router = APIRouter()


@router.get("/events/{id}", response_class=HTMLResponse)
def show(request: Request, desk: Served, id: str) -> HTMLResponse:
    """Show the event that the id of any of its tellings leads to."""
    try:
        view = event(desk.database, id)
    except UsageError as error:
        raise NotFound(error.what, where=id, fix="take an id from the timeline") from error
    return page(request, "event.html", view=view)
