"""Who somebody is: names, offices, contacts, statements, the network around them, sources."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from kawat.network import network_of
from kawat.record.actors.grouping import Actor
from kawat.web.bars import bars
from kawat.web.desk import Desk, Served
from kawat.web.errors import NotFound
from kawat.web.render import page
from kawat.who import most_named, named, statements_page, view_of

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
    found = named(desk.database, name)
    if id or len(found) == 1:
        chosen = next((one for one in found if id in ("", one[1].id)), None)
        if chosen is None:
            raise NotFound(f"nobody called {name!r} has this id", where=id, fix="ask without it")
        return _one(request, desk, name, *chosen, at=at)
    actors = [actor for _, actor in found]
    return page(request, "actors.html", found=actors, name=name, status=200 if found else 404)


def _one(
    request: Request, desk: Desk, name: str, number: int, actor: Actor, *, at: int
) -> HTMLResponse:
    view = view_of(desk.database, number, actor, with_contacts=False)
    total, quotes = statements_page(desk.database, number, actor, start=at, limit=PAGE)
    days = [(term.start, term.end) for term in view.offices]
    seen = [(role.first, role.last) for role in view.roles]
    newest = max((w.published for w in view.sources if w.published), default="")
    return page(
        request,
        "actor.html",
        view=view,
        name=name,
        times=bars([*days, *seen], until=newest),
        network=network_of(desk.database, number, actor),
        statements=quotes,
        total=total,
        at=at,
        size=PAGE,
    )
