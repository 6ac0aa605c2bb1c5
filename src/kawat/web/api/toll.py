"""The toll: counts by measure and group, with each counter's words."""

from __future__ import annotations

from typing import Annotated, Any, get_args

from fastapi import APIRouter, Query

from kawat.reading import Measure
from kawat.toll import Toll
from kawat.toll import toll as tolls
from kawat.web.api.paging import LINES, Listed, Paged, listed, sliced
from kawat.web.desk import Served

router = APIRouter(tags=["toll"])


@router.get("/toll", response_model=Listed[Toll], responses=LINES)
def toll(
    desk: Served,
    paging: Paged,
    about: Annotated[
        str | None,
        Query(max_length=200, description="A country, place or party.", examples=["Suriah"]),
    ] = None,
    event: Annotated[str | None, Query(max_length=100, description="An event's id.")] = None,
    measure: Annotated[str | None, Query(json_schema_extra={"enum": [*get_args(Measure)]})] = None,
    as_of: Annotated[
        str | None, Query(max_length=20, description="Only what was published by this day.")
    ] = None,
) -> Any:
    """Return how many were killed, driven out or sent: low, best, high, and every count."""
    found = tolls(
        desk.database,
        about=about or None,
        event=event or None,
        measure=measure or None,
        as_of=as_of or None,
    )
    return listed(Toll, paging, lambda limit, after: sliced(found, _key, limit, after))


def _key(one: Toll) -> str:
    return f"{one.measure}:{one.group or ''}:{'since' if one.cumulative else 'at'}"
