"""A sample of articles to judge: drawn by a seed, and judged record by record."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from kawat.errors import UsageError
from kawat.reading import Reading, Span
from kawat.record.claims import JUDGED_WHOLLY, Claim, claims_of
from kawat.record.judgments import VERDICTS, article_named, judgments
from kawat.review import sample
from kawat.review.sample import verdicts
from kawat.web.author import author_of
from kawat.web.desk import Served
from kawat.web.errors import NotFound
from kawat.web.limits import SAMPLE_ARTICLES
from kawat.web.render import page

router = APIRouter()

AROUND = 90
"""Code points that are shown on each side of a record's words."""

Size = Annotated[int, Query(ge=1, le=SAMPLE_ARTICLES)]
Seed = Annotated[str, Query(max_length=100)]


@router.get("/review/sample", response_class=HTMLResponse)
def show(request: Request, desk: Served, size: Size = 10, seed: Seed = "1") -> HTMLResponse:
    """Show the articles that the seed draws, and how far each is judged."""
    author = author_of(request)
    drawn = sample(desk.database, size=size, seed=seed, reviewer=author)
    return page(
        request, "sample.html", drawn=drawn, size=size, seed=seed, most=SAMPLE_ARTICLES,
        author=author,
    )  # fmt: skip


@router.get("/review/articles/{id}", response_class=HTMLResponse)
def judge(request: Request, desk: Served, id: str) -> HTMLResponse:
    """Show every record of an article to be judged, with its words."""
    author = author_of(request)
    try:
        with desk.database.reading() as connection:
            number, reading = article_named(connection, id)
            known = verdicts(judgments(connection, article=number), author)
    except UsageError as error:
        raise NotFound(error.what, where=id, fix=error.fix) from error
    claims = [_shown(claim, reading) for claim in claims_of(reading)]
    return page(
        request, "judge.html", reading=reading, claims=claims, known=known, author=author,
        verdicts=VERDICTS, back=request.url.path,
        judged=sum(1 for c in claims if c["asked"] and c["id"] in known),
        wanted=sum(1 for c in claims if c["asked"]),
    )  # fmt: skip


def _shown(claim: Claim, reading: Reading) -> dict[str, Any]:
    """Return a claim with its words in the text, and the record that makes it."""
    start, end = claim.span
    known: tuple[Any, ...] = (
        *reading.events,
        *reading.statements,
        *reading.figures,
        *reading.entities,
    )
    record = next((record for record in known if record.id == claim.id), None)
    if claim.layer == "warning":
        record = reading.warnings[int(claim.id[1:]) - 1]
    whole = claim.layer == "article"
    return {
        "id": claim.id,
        "layer": claim.layer,
        "record": record,
        "asked": claim.layer in JUDGED_WHOLLY,
        "before": "" if whole else reading.text[max(0, start - AROUND) : start],
        "words": "" if whole else Span(start, end).of(reading.text),
        "after": "" if whole else reading.text[end : end + AROUND],
    }
