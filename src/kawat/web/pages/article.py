"""An article: its text with the layers lit, and each span explained on a click."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from kawat.draft import Article
from kawat.engine import reader
from kawat.explanation import Explanation
from kawat.reading import Reading
from kawat.web.articles import kept_reading
from kawat.web.desk import Served
from kawat.web.render import page
from kawat.web.spans import pieces

router = APIRouter()


@router.get("/articles/{id}", response_class=HTMLResponse)
def show(request: Request, desk: Served, id: str) -> HTMLResponse:
    """Show the article, all its records beside the text."""
    reading = kept_reading(desk.database, id)
    return page(request, "article.html", reading=reading, pieces=pieces(reading))


@router.get("/articles/{id}/records", response_class=HTMLResponse)
def explain(request: Request, desk: Served, id: str, ids: str) -> HTMLResponse:
    """Show what the records of a clicked piece say, and the rules and entries that made them."""
    reading = kept_reading(desk.database, id)
    wanted = ids.split()
    return page(
        request,
        "records.html",
        reading=reading,
        records=[record for record in _records(reading) if record.id in wanted],
        reasons={e.id: e.reasons for e in _explanations(reading) if e.id in wanted},
    )


def _records(reading: Reading) -> list:  # type: ignore[type-arg]
    return [
        *reading.events, *reading.statements, *reading.figures, *reading.entities, *reading.times,
    ]  # fmt: skip


def _explanations(reading: Reading) -> list[Explanation]:
    """Read the article again for its reasons, which a kept reading does not hold."""
    head = reading.article
    published = head.published.value if head.published else None
    outlet = head.outlet.name if head.outlet else None
    found = reader().explain(Article(reading.text, head.uri, published, outlet))
    kept = {record.id: record for record in _records(reading)}
    return [e for e in found if kept.get(e.id) == e.record]
