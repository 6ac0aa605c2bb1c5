"""Actors: who is called so, and who one of them is."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Path, Query

from kawat.errors import UsageError
from kawat.web.api.paging import LINES, Listed, Paged, listed, sliced
from kawat.web.desk import Served
from kawat.web.errors import NotFound
from kawat.who import Called, WhoView, called, most_named, who_is

router = APIRouter(tags=["actors"])

MOST = 10_000
"""Actors that are listed where no name is asked for, those named most often."""


@router.get("/actors", response_model=Listed[Called], responses=LINES)
def actors(
    desk: Served,
    paging: Paged,
    name: Annotated[
        str | None,
        Query(max_length=200, description="Whole words of a name.", examples=["Putin"]),
    ] = None,
) -> Any:
    """Return who is called so; without a name those who are named most often."""
    found = called(desk.database, name) if name else most_named(desk.database, MOST)
    return listed(
        Called, paging, lambda limit, after: sliced(found, lambda one: one.id, limit, after)
    )


@router.get("/actors/{name}")
def one_actor(
    desk: Served,
    name: Annotated[str, Path(max_length=200, examples=["Vladimir Putin"])],
    id: Annotated[
        str | None, Query(max_length=40, description="Which, where several are called so.")
    ] = None,
) -> WhoView:
    """Return names, offices, contacts, statements and sources of who is called so."""
    try:
        return who_is(desk.database, name, id or None)
    except UsageError as error:
        raise NotFound(error.what, where=name, fix=error.fix) from error
