"""Conflicts: which the record has, and the sides and deeds of one as of a day."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Path, Query

from kawat.conflicts import ConflictLine, ConflictView, all_conflicts, conflict
from kawat.record.scope import conflict_named
from kawat.web.api.paging import LINES, Listed, Paged, listed, sliced
from kawat.web.desk import Served
from kawat.web.errors import NotFound

router = APIRouter(tags=["conflicts"])


@router.get("/conflicts", response_model=Listed[ConflictLine], responses=LINES)
def conflicts(desk: Served, paging: Paged) -> Any:
    """Return the conflicts, those in most articles first; last (key null) what is of none."""
    found = all_conflicts(desk.database)
    return listed(
        ConflictLine,
        paging,
        lambda limit, after: sliced(found, lambda one: one.key or "", limit, after),
    )


@router.get("/conflicts/{name}")
def one_conflict(
    desk: Served,
    name: Annotated[str, Path(max_length=200, examples=["syria"])],
    as_of: Annotated[
        str | None, Query(max_length=20, description="Only what was published by this day.")
    ] = None,
) -> ConflictView:
    """Return a conflict, by its key or any of its names, as of a day."""
    if conflict_named(name) is None:
        raise NotFound(f"no conflict is called {name!r}", where=name, fix="see /api/v1/conflicts")
    return conflict(desk.database, name, as_of=as_of or None)
