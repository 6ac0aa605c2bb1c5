"""Who somebody is: names, offices, contacts, statements, the network around them, sources."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from kawat.errors import UsageError
from kawat.network import network
from kawat.web.bars import bars
from kawat.web.desk import Desk, Served
from kawat.web.errors import NotFound
from kawat.web.render import page
from kawat.who import called, most_named, statements_page, who_is

router = APIRouter()

PAGE = 20
"""Statements on one page."""


@router.get("/actors", response_class=HTMLResponse)
def show(
    request: Request,
    desk: Served,
    name: Annotated[str, Query(max_length=200)] = "",
    id: Annotated[str, Query(max_length=40)] = "",
    at: Annotated[int, Query(ge=0, alias="from")] = 0,
) -> HTMLResponse:
    """Show the actor that is called so; where several are, the list of them to choose from."""
    if not name.strip():
        return page(request, "actors.html", found=most_named(desk.database), name="")
    found = called(desk.database, name)
    if id or len(found) == 1:
        return _one(request, desk, name, id or found[0].id, at)
    return page(request, "actors.html", found=found, name=name, status=200 if found else 404)


def _one(request: Request, desk: Desk, name: str, id: str, at: int) -> HTMLResponse:
    try:
        view = who_is(desk.database, name, id)
    except UsageError as error:
        raise NotFound(error.what, where=id, fix=error.fix) from error
    total, quotes = statements_page(desk.database, name, id, start=at, limit=PAGE)
    days = [(term.start, term.end) for term in view.offices]
    seen = [(role.first, role.last) for role in view.roles]
    newest = max((w.published for w in view.sources if w.published), default="")
    return page(
        request,
        "actor.html",
        view=view,
        name=name,
        times=bars([*days, *seen], until=newest),
        network=network(desk.database, name, id),
        statements=quotes,
        total=total,
        at=at,
        size=PAGE,
    )
