"""Conflicts: sides and deeds as of a day, agreements, toll, places, expectations, disputes."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from kawat.agreements import agreements_page
from kawat.conflicts import all_conflicts, conflict
from kawat.disputes import toll_disputes
from kawat.event import disputed_in
from kawat.expectations import expectations_by_state
from kawat.places import places
from kawat.record.scope import conflict_named
from kawat.toll import toll_newest
from kawat.web.desk import Served
from kawat.web.errors import NotFound
from kawat.web.pages.expected import TONES, AsOf
from kawat.web.render import page

router = APIRouter()

SHOWN = 8
"""Agreements, expectations of a state and disputes on the page of a conflict; the newest."""

TOLLS = 6
"""Tolls that are drawn, those with the most counts first."""

AMONG = 1_000
"""Tellings and counts, the newest, among which expectations and disputes are looked for."""

HARM = frozenset(("killed", "injured", "missing", "displaced", "detained", "released"))


@router.get("/conflicts", response_class=HTMLResponse)
def every(request: Request, desk: Served) -> HTMLResponse:
    """Show the conflicts that the record has anything on."""
    return page(request, "conflicts.html", lines=all_conflicts(desk.database))


@router.get("/conflicts/{name}", response_class=HTMLResponse)
def show(request: Request, desk: Served, name: str, as_of: AsOf = "") -> HTMLResponse:
    """Show one conflict as of a day; without one, with all that is known."""
    known = conflict_named(name)
    if known is None:
        fix = "take one from the list of conflicts"
        raise NotFound(f"no conflict is called {name!r}", where=name, fix=fix)
    key, day, database = known.key, as_of or None, desk.database
    agreed, agreements = agreements_page(database, about=key, as_of=day, limit=SHOWN)
    expected = expectations_by_state(database, about=key, as_of=day, limit=SHOWN, among=AMONG)
    tolls = [one for one in toll_newest(database, about=key, as_of=day) if one.measure in HARM]
    return page(
        request,
        "conflict.html",
        view=conflict(database, key, as_of=day),
        as_of=as_of,
        agreed=agreed,
        agreements=agreements,
        tones=TONES,
        expected=expected,
        tolls=tolls[:TOLLS],
        more_tolls=max(0, len(tolls) - TOLLS),
        places=places(database, about=key, as_of=day),
        disputed_tolls=toll_disputes(database, about=key, as_of=day, among=AMONG)[:SHOWN],
        disputes=disputed_in(database, key, as_of=day, limit=SHOWN),
    )
