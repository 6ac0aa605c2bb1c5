"""The brief: where a conflict, country or actor stands on a day."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query

from kawat.brief import Brief
from kawat.brief import brief as brief_on
from kawat.web.desk import Served

router = APIRouter(tags=["brief"])


@router.get("/brief")
def brief(
    desk: Served,
    about: Annotated[
        str,
        Query(max_length=200, description="A conflict, country or actor.", examples=["Suriah"]),
    ],
    as_of: Annotated[
        str | None, Query(max_length=20, description="Only what was published by this day.")
    ] = None,
    language: Literal["id", "en"] = "id",
) -> Brief:
    """Return the brief: every line with the exact words of its sources."""
    return brief_on(desk.database, about, as_of=as_of or None, language=language)
