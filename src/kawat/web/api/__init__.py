"""The API: the same views as JSON, a module for each resource, one shape for errors and pages."""

from __future__ import annotations

from fastapi import APIRouter

from kawat.web.api import (
    actors,
    agreements,
    articles,
    brief,
    conflicts,
    decisions,
    events,
    problems,
    statements,
    toll,
)
from kawat.web.errors import RESPONSES

router = APIRouter(responses=RESPONSES)
for _part in (
    events, articles, statements, actors, conflicts, agreements, toll, brief, problems, decisions,
):  # fmt: skip
    router.include_router(_part.router)

__all__ = ["router"]
