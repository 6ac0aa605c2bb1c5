"""The timeline: a picture to zoom, a list to read, and every state an address to share."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from kawat.lexicon.quads import CONFLICT
from kawat.timeline import Line, timeline
from kawat.web.desk import Served
from kawat.web.render import page

router = APIRouter()

PAGE = 100
"""Events on one page of the list."""


@router.get("/", response_class=HTMLResponse)
def show(
    request: Request,
    desk: Served,
    about: str = "",
    since: str = "",
    until: str = "",
    type: str = "",
    status: str = "",
    at: Annotated[int, Query(ge=0, alias="from")] = 0,
) -> HTMLResponse:
    """Show the events that were asked for."""
    lines = timeline(
        desk.database,
        about=about or None,
        since=since or None,
        until=until or None,
        type=type or None,
        status=status or None,
    )
    shown = lines[at : at + PAGE]
    days = [
        (day, dated, list(of_day))
        for (day, dated), of_day in groupby(shown, key=lambda line: (line.day, line.dated))
    ]
    return page(
        request,
        "timeline.html",
        days=days,
        total=len(lines),
        at=at,
        size=PAGE,
        months=months(lines),
    )


def months(lines: list[Line]) -> list[tuple[str, int, int]]:
    """Return how many events of cooperation and of conflict each month has (``2016-09``)."""
    good: Counter[str] = Counter()
    bad: Counter[str] = Counter()
    for line in lines:
        if line.days:
            (bad if line.type in CONFLICT else good)[f"{line.days.first:%Y-%m}"] += 1
    return [(month, good[month], bad[month]) for month in sorted({*good, *bad})]
