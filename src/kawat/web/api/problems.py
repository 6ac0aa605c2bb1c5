"""What could not be read, and what to do about it."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from fastapi import APIRouter

from kawat.record.problems import KeptProblem
from kawat.record.problems import problems as kept
from kawat.web.api.paging import LINES, Listed, Paged, listed, sliced
from kawat.web.desk import Served

router = APIRouter(tags=["problems"])


@router.get("/problems", response_model=Listed[KeptProblem], responses=LINES)
def problems(desk: Served, paging: Paged) -> Any:
    """Return the problems that stand, by where they are."""
    found = kept(desk.database)
    return listed(KeptProblem, paging, lambda limit, after: sliced(found, _key, limit, after))


def _key(one: KeptProblem) -> str:
    """Return a short name of a problem; where and what tell it from every other."""
    return sha256(f"{one.where}\0{one.what}".encode("utf-8", "surrogatepass")).hexdigest()[:16]
