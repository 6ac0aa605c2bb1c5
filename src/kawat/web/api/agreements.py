"""Agreements with their stages, and what was expected and became."""

from __future__ import annotations

from typing import Annotated, Any, get_args

from fastapi import APIRouter, Query

from kawat.agreements import Agreement
from kawat.agreements import agreements as all_agreements
from kawat.expectations import Expectation
from kawat.expectations import expectations as all_expectations
from kawat.record.agreements.closing import State
from kawat.web.api.paging import LINES, Listed, Paged, listed, sliced
from kawat.web.desk import Served

router = APIRouter(tags=["agreements"])

About = Annotated[
    str | None,
    Query(max_length=200, description="A conflict, country or actor.", examples=["Suriah"]),
]
AsOf = Annotated[
    str | None, Query(max_length=20, description="Only what was published by this day.")
]


@router.get("/agreements", response_model=Listed[Agreement], responses=LINES)
def agreements(desk: Served, paging: Paged, about: About = None, as_of: AsOf = None) -> Any:
    """Return the agreements with every stage, those with the newest word first."""
    found = all_agreements(desk.database, about=about or None, as_of=as_of or None)
    return listed(
        Agreement, paging, lambda limit, after: sliced(found, lambda one: one.id, limit, after)
    )


@router.get("/expectations", response_model=Listed[Expectation], responses=LINES)
def expectations(
    desk: Served,
    paging: Paged,
    about: About = None,
    as_of: AsOf = None,
    state: Annotated[str | None, Query(json_schema_extra={"enum": [*get_args(State)]})] = None,
) -> Any:
    """Return what was planned or possible and what became of it, the newest first."""
    found = all_expectations(
        desk.database, about=about or None, as_of=as_of or None, state=state or None
    )
    return listed(
        Expectation, paging, lambda limit, after: sliced(found, lambda one: one.id, limit, after)
    )
