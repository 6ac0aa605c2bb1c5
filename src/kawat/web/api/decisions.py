"""Decisions: what analysts said, saying something, and taking it back."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Header, Path, Request
from pydantic import BaseModel, ConfigDict, Field

from kawat.record.actors.decided import decide_actors
from kawat.record.analyst import all_decisions, decide_on, take_back
from kawat.record.decisions import Decision
from kawat.web.api.paging import LINES, Listed, Paged, listed, sliced
from kawat.web.desk import Desk, Served
from kawat.web.errors import NotFound
from kawat.web.safety import may_write

router = APIRouter(tags=["decisions"])

Line = Annotated[str, Field(min_length=1, max_length=200)]


class OnEvents(BaseModel):
    """A decision on events, by their ids; *correct* gives a field its value."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"kind": "reject", "events": ["3f2a9c01b4d2.v1"], "author": "Sari"}]
        }
    )
    kind: Literal["merge", "split", "reject", "correct"]
    events: Annotated[list[Line], Field(min_length=1, max_length=100)]
    author: Line
    note: Annotated[str, Field(max_length=2_000)] = ""
    field: Line | None = None
    value: Annotated[str, Field(max_length=2_000)] | None = None


class OnActors(BaseModel):
    """A decision that two names are of one actor, or are not."""

    kind: Literal["merge-actors", "split-actors"]
    names: Annotated[list[Line], Field(min_length=2, max_length=2)]
    author: Line
    note: Annotated[str, Field(max_length=2_000)] = ""


class Undoing(BaseModel):
    """Who takes a decision back."""

    author: Line


def _may_decide(
    request: Request,
    desk: Served,
    authorization: Annotated[str | None, Header()] = None,
    x_csrf_token: Annotated[str, Header()] = "",
) -> None:
    may_write(request, desk, authorization, "", x_csrf_token)


WRITING = [Depends(_may_decide)]


@router.get("/decisions", response_model=Listed[Decision], responses=LINES)
def decisions(desk: Served, paging: Paged) -> Any:
    """Return every decision, undone ones too, in the order in which they were made."""
    found = all_decisions(desk.database)
    return listed(
        Decision,
        paging,
        lambda limit, after: sliced(found, lambda one: str(one.number), limit, after),
    )


@router.post("/decisions", status_code=201, dependencies=WRITING)
def decide(desk: Served, wanted: OnEvents | OnActors) -> Decision:
    """Decide: needs a desk opened with --write, and its token (`Authorization: Bearer …`)."""
    if isinstance(wanted, OnActors):
        with desk.database.writing() as connection:
            number = decide_actors(
                connection, wanted.kind, wanted.names, author=wanted.author, note=wanted.note
            )
    else:
        number = decide_on(
            desk.database,
            wanted.kind,
            wanted.events,
            author=wanted.author,
            note=wanted.note,
            field=wanted.field,
            value=wanted.value,
        )
    return _made(desk, number)


@router.post("/decisions/{number}/undo", dependencies=WRITING)
def undo(desk: Served, number: Annotated[int, Path(ge=1, le=2**31)], by: Undoing) -> Decision:
    """Take a decision back; it stays on record with who undid it."""
    _made(desk, number)
    take_back(desk.database, number, author=by.author)
    return _made(desk, number)


def _made(desk: Desk, number: int) -> Decision:
    for one in all_decisions(desk.database):
        if one.number == number:
            return one
    raise NotFound(f"decision {number} does not exist", fix="see /api/v1/decisions")
