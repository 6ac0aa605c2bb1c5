"""The review: queues of doubts, each item decided or judged by one key or button."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from kawat.record.decisions import decisions
from kawat.record.judgments import latest_judgments
from kawat.review import QUEUES, queue_page
from kawat.web.author import Author, author_of, remember
from kawat.web.desk import Desk, Served
from kawat.web.limits import REVIEW_ITEMS
from kawat.web.render import page
from kawat.web.safety import may_write

router = APIRouter()
writing = [Depends(may_write)]

LAST = 5
"""Decisions and judgments that are shown to be taken back."""

FIELDS = ("status", "day", "type", "mode", "place", "actors", "recipients")
"""What can be corrected of an event, as :mod:`kawat.record.corrections` has it."""

Text = Annotated[str, Form(max_length=2_000)]
Back = Annotated[str, Form(max_length=500)]


@router.get("/review", response_class=HTMLResponse)
def show(
    request: Request, desk: Served, queue: str = "events", after: str | None = None
) -> HTMLResponse:
    """Show a page of a queue, and what was decided and judged last."""
    found = queue_page(desk.database, queue, limit=REVIEW_ITEMS, after=after or None)
    return page(
        request,
        "review.html",
        found=found,
        kinds=[type(item).__name__ for item in found.items],
        queues=QUEUES,
        fields=FIELDS,
        author=author_of(request),
        back=request.url.path + (f"?{request.url.query}" if request.url.query else ""),
        **last_done(desk),
    )


def last_done(desk: Desk) -> dict[str, Any]:
    """Return what was decided and judged last and stands, the newest first."""
    with desk.database.reading() as connection:
        made = [d for d in decisions(connection) if not d.undone]
        return {
            "made": made[: -LAST - 1 : -1],
            "judged": latest_judgments(connection, LAST),
        }


@router.post("/review/name", dependencies=writing)
def name(author: Text = "", back: Back = "") -> RedirectResponse:
    """Keep the name of who decides."""
    answer = _back_to(back)
    remember(answer, author)
    return answer


@router.post("/review/decide", dependencies=writing)
def decide(
    desk: Served,
    author: Author,
    kind: Annotated[Literal["merge", "split", "reject", "correct"], Form()],
    event: Annotated[list[str], Form(max_length=2)],
    field: Text = "",
    value: Text = "",
    note: Text = "",
    back: Back = "",
) -> RedirectResponse:
    """Decide on events, as :meth:`kawat.Record.decide` does."""
    correction = {"field": field, "value": value} if kind == "correct" else {}
    desk.record.decide(kind, event, author=author, note=note, **correction)
    return _back_to(back)


@router.post("/review/actors", dependencies=writing)
def decide_actors(
    desk: Served,
    author: Author,
    kind: Annotated[Literal["merge-actors", "split-actors"], Form()],
    one: Text,
    other: Text,
    note: Text = "",
    back: Back = "",
) -> RedirectResponse:
    """Decide on two names, as :meth:`kawat.Record.decide_actors` does."""
    desk.record.decide_actors(kind, [one, other], author=author, note=note)
    return _back_to(back)


@router.post("/review/judge", dependencies=writing)
def judge(
    desk: Served,
    author: Author,
    record: Text,
    verdict: Text,
    note: Text = "",
    back: Back = "",
) -> RedirectResponse:
    """Judge one record of a reading, as :meth:`kawat.Record.judge` does."""
    desk.record.judge(record, verdict, author=author, note=note)
    return _back_to(back)


@router.post("/review/undo", dependencies=writing)
def undo(
    desk: Served,
    author: Author,
    number: Annotated[int, Form(ge=1)],
    what: Annotated[Literal["decision", "judgment"], Form()],
    back: Back = "",
) -> RedirectResponse:
    """Take a decision or a judgment back."""
    if what == "decision":
        desk.record.undo(number, author=author)
    else:
        desk.record.withdraw(number)
    return _back_to(back)


def _back_to(back: str) -> RedirectResponse:
    """Return to the page that a form stood on; to no other site, whatever the form says."""
    here = back.startswith("/review") and "\\" not in back and "\n" not in back
    return RedirectResponse(back if here else "/review", 303)
