"""Two of a record: the events between them, statements of one on the other, their agreements."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from kawat.pair import pair
from kawat.web.desk import Served
from kawat.web.pages.expected import TONES, From
from kawat.web.render import page

router = APIRouter()

Name = Annotated[str, Query(max_length=200)]

PAGE = 20
"""Events on one page."""


@router.get("/pairs", response_class=HTMLResponse)
def show(
    request: Request, desk: Served, one: Name = "", other: Name = "", at: From = 0
) -> HTMLResponse:
    """Show what is between two; without both names, the form that asks for them."""
    if not (one.strip() and other.strip()):
        return page(request, "pair.html", view=None)
    view = pair(desk.database, one, other, start=at, limit=PAGE)
    return page(request, "pair.html", view=view, at=at, size=PAGE, tones=TONES)
