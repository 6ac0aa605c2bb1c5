"""The timeline: a picture to zoom, a list to read, and every state an address to share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date
from itertools import groupby
from typing import Annotated, get_args

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from kawat.facets import Value, facets
from kawat.reading import EventType, Status
from kawat.said import said_page
from kawat.timeline import timeline_page
from kawat.web.asked import Filters
from kawat.web.desk import Served
from kawat.web.render import page

router = APIRouter()

PAGE = 100
"""Events on one page of the list."""

QUOTES = 3
"""Statements with the words asked for that stand above the events."""


@router.get("/", response_class=HTMLResponse)
def show(
    request: Request,
    desk: Served,
    asked: Filters,
    after: Annotated[str, Query(max_length=200)] = "",
) -> HTMLResponse:
    """Show the events that were asked for, and what they have in common."""
    found = timeline_page(desk.database, asked, limit=PAGE, after=after or None)
    days = [
        (day, dated, list(of_day))
        for (day, dated), of_day in groupby(found.items, key=lambda line: (line.day, line.dated))
    ]
    counted = facets(desk.database, asked)
    quotes = (
        said_page(
            desk.database, about=asked.words, since=asked.since, until=asked.until, limit=QUOTES
        )
        if asked.words and not after
        else None
    )
    return page(
        request,
        "timeline.html",
        asking=asked,
        types=get_args(EventType),
        statuses=get_args(Status),
        found=found,
        days=days,
        facets=counted,
        months=months(counted.days),
        times=times(counted.days),
        quotes=quotes,
    )


def months(days: Mapping[date, tuple[int, int]]) -> list[tuple[str, int, int]]:
    """Return how many events of cooperation and of conflict each month has (``2016-09``)."""
    good: Counter[str] = Counter()
    bad: Counter[str] = Counter()
    for day, counts in days.items():
        good[f"{day:%Y-%m}"] += counts[0]
        bad[f"{day:%Y-%m}"] += counts[1]
    return [(month, good[month], bad[month]) for month in sorted(good)]


def times(days: Mapping[date, tuple[int, int]]) -> list[Value]:
    """Return how many events each year has; within one year each month, within one each day."""
    for form in ("%Y", "%Y-%m", "%Y-%m-%d"):
        counts: Counter[str] = Counter()
        for day, pair in days.items():
            counts[day.strftime(form)] += sum(pair)
        if len(counts) > 1:
            break
    return [Value(value, counts[value]) for value in sorted(counts)]
