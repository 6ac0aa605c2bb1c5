"""A part of a long answer, and what follows it: nothing is left out in silence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Page(Generic[Item]):
    """Some of what was asked for, in its order.

    ``more`` counts what follows, which is at least so much where it is not ``exact``; ``after`` is
    what to ask the next page with, ``None`` where nothing follows.
    """

    items: tuple[Item, ...]
    more: int = 0
    after: str | None = None
    exact: bool = True
