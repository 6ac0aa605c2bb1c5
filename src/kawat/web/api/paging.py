"""Answers in pages, or line by line; neither ever holds more than a page in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Annotated, Any, Generic, Literal, TypeVar

from fastapi import Depends, Query, Request
from fastapi.responses import Response, StreamingResponse
from pydantic import BaseModel, Field, TypeAdapter

from kawat.errors import UsageError
from kawat.record.page import Page

Item = TypeVar("Item")

NDJSON = "application/x-ndjson"
BATCH = 200
"""Items that are looked up at once when all are streamed."""


class Listed(BaseModel, Generic[Item]):
    """A page of a list: ``more`` counts what follows, ``after`` is what to ask it with."""

    items: list[Item]
    more: int = Field(description="How many follow these.")
    exact: bool = Field(description="Whether `more` is all; otherwise it is at least that.")
    after: str | None = Field(description="Ask with it for the next page; null on the last.")


class Paging:
    """How much of a list is asked for, from where on, and in which form."""

    def __init__(
        self,
        request: Request,
        limit: Annotated[int, Query(ge=1, le=500, description="Items on a page.")] = 100,
        after: Annotated[
            str | None,
            Query(max_length=200, description="The `after` of the page before."),
        ] = None,
        format: Annotated[
            Literal["json", "jsonl"],
            Query(description="`jsonl`: all that follows, one item a line, without pages."),
        ] = "json",
    ) -> None:
        self.limit = limit
        self.after = after or None
        self.lines = format == "jsonl" or NDJSON in request.headers.get("accept", "")


Paged = Annotated[Paging, Depends()]

LINES: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "A page, or with `format=jsonl` (or `Accept: application/x-ndjson`) a line "
        "for each item.",
        "content": {NDJSON: {"schema": {"type": "string"}}},
    }
}
"""What the description says of an answer line by line."""


def listed(
    item: Any, paging: Paging, ask: Callable[[int, str | None], Page[Any]]
) -> Response | Page[Any]:
    """Answer with the page asked for, or with every item that follows, as a stream of lines.

    ``ask`` returns the page of a limit after a cursor; ``item`` is the type of its items. The
    first page is asked for before the answer begins, so a wrong question is told as one.
    """
    if not paging.lines:
        return ask(paging.limit, paging.after)
    first = ask(BATCH, paging.after)
    return StreamingResponse(_lines(item, first, ask), media_type=NDJSON)


def _lines(
    item: Any, page: Page[Any], ask: Callable[[int, str | None], Page[Any]]
) -> Iterator[bytes]:
    adapter = TypeAdapter(item)
    while True:
        yield b"".join(adapter.dump_json(one, by_alias=True) + b"\n" for one in page.items)
        if page.after is None:
            return
        page = ask(BATCH, page.after)


def sliced(
    items: Sequence[Item], key: Callable[[Item], str], limit: int, after: str | None
) -> Page[Item]:
    """Return the page after the item of this key, of a list that is known as a whole."""
    start = 0
    if after is not None:
        start = next((n for n, one in enumerate(items, 1) if key(one) == after), 0)
        if not start:
            fix = "take the after of the page before"
            raise UsageError(f"nothing here is called {after!r}", where="after", fix=fix)
    shown = tuple(items[start : start + limit])
    more = len(items) - start - len(shown)
    return Page(shown, more, key(shown[-1]) if more else None)
