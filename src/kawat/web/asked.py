"""Which events are asked for: the same filters on the page and in the API."""

from __future__ import annotations

from typing import Annotated, get_args

from fastapi import Depends, Query

from kawat.reading import EventType, Status
from kawat.record.asked import Asked


def _asked(
    about: Annotated[
        str | None,
        Query(max_length=200, description="A country, actor, place or topic.", examples=["Turki"]),
    ] = None,
    pair: Annotated[
        str | None,
        Query(
            max_length=400,
            description="Two who both have a part in it, with a comma between.",
            examples=["Rusia, Turki"],
        ),
    ] = None,
    conflict: Annotated[
        str | None,
        Query(max_length=200, description="A conflict, by key or name.", examples=["syria"]),
    ] = None,
    type: Annotated[
        str | None,
        Query(description="PLOVER's type.", json_schema_extra={"enum": [*get_args(EventType)]}),
    ] = None,
    status: Annotated[
        str | None,
        Query(description="What became of it.", json_schema_extra={"enum": [*get_args(Status)]}),
    ] = None,
    place: Annotated[
        str | None, Query(max_length=200, description="Where it was.", examples=["Sochi"])
    ] = None,
    outlet: Annotated[
        str | None, Query(max_length=200, description="Who tells it.", examples=["Antara"])
    ] = None,
    since: Annotated[
        str | None,
        Query(max_length=20, description="An ISO day, month or year.", examples=["2016-09"]),
    ] = None,
    until: Annotated[
        str | None,
        Query(max_length=20, description="An ISO day, month or year.", examples=["2017"]),
    ] = None,
    words: Annotated[
        str | None,
        Query(
            max_length=200,
            description='Words that an article telling it has: `gencat*`, `"gencatan senjata"`.',
            examples=["gencatan"],
        ),
    ] = None,
) -> Asked:
    return Asked(
        about=about or None,
        since=since or None,
        until=until or None,
        type=type or None,
        status=status or None,
        pair=pair or None,
        conflict=conflict or None,
        place=place or None,
        outlet=outlet or None,
        words=words or None,
    )


Filters = Annotated[Asked, Depends(_asked)]
