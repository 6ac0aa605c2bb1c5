"""What was agreed and what was expected, as lists: of a conflict, country or actor, or of all."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from kawat.agreements import agreements_page
from kawat.expectations import expectations_page
from kawat.record.agreements.stages import BROKEN, REACHED, STAGES
from kawat.web.desk import Served
from kawat.web.render import page

router = APIRouter()

AsOf = Annotated[str, Query(max_length=20, alias="as-of")]
From = Annotated[int, Query(ge=0, alias="from")]
About = Annotated[str, Query(max_length=200)]

PAGE = 20

AMONG = 5_000
"""Tellings, the newest ones, among which expectations are looked for."""

TONES = {
    stage: "reached" if stage in REACHED else "broken" if stage in {*BROKEN, "violated"} else "talk"
    for stage in STAGES
}
"""How a stage is drawn: reached, broken, or talk."""


@router.get("/agreements", response_class=HTMLResponse)
def agreed(
    request: Request, desk: Served, about: About = "", as_of: AsOf = "", at: From = 0
) -> HTMLResponse:
    """Show agreements, those with the newest word first."""
    total, some = agreements_page(
        desk.database, about=about or None, as_of=as_of or None, start=at, limit=PAGE
    )
    return page(
        request, "agreements.html", agreements=some, total=total, at=at, size=PAGE, tones=TONES
    )


@router.get("/expectations", response_class=HTMLResponse)
def expected(
    request: Request,
    desk: Served,
    about: About = "",
    as_of: AsOf = "",
    state: str = "",
    at: From = 0,
) -> HTMLResponse:
    """Show expectations, the newest first."""
    found = expectations_page(
        desk.database,
        about=about or None,
        as_of=as_of or None,
        state=state or None,
        start=at,
        limit=PAGE,
        among=AMONG,
    )
    total = found.states.get(state, 0) if state else sum(found.states.values())
    return page(request, "expectations.html", found=found, total=total, at=at, size=PAGE)
