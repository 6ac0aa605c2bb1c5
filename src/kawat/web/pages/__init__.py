"""The pages of the desk, one module each."""

from __future__ import annotations

from kawat.web.pages import (
    actor,
    add,
    article,
    brief,
    conflict,
    event,
    expected,
    lists,
    pair,
    review,
    sample,
    timeline,
)
from kawat.web.pages.entry import router as open_router

ROUTERS = (
    timeline.router,
    lists.router,
    article.router,
    event.router,
    actor.router,
    conflict.router,
    expected.router,
    pair.router,
    brief.router,
    sample.router,
    review.router,
    add.router,
)

__all__ = ["ROUTERS", "open_router"]
