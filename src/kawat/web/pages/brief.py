"""The brief: to read as of any day, to copy with footnotes, to print."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from kawat.brief import Brief, brief
from kawat.brief.page import quoted, source_text, to_markdown
from kawat.brief.wording import Wording
from kawat.web.desk import Desk, Served
from kawat.web.pages.expected import About, AsOf
from kawat.web.render import language_of, page

router = APIRouter()

PAGES = {"agreements": "/agreements", "expectations": "/expectations"}
"""Sections whose whole list has a page here; the others name their command."""


@router.get("/brief", response_class=HTMLResponse)
def show(request: Request, desk: Served, about: About = "", as_of: AsOf = "") -> HTMLResponse:
    """Show the brief on a conflict, country or actor; without one, the form that asks for it."""
    language = language_of(request)
    found = _brief(desk, about, as_of, language) if about.strip() else None
    return page(
        request,
        "brief.html",
        brief=found,
        told=Wording(language),
        quoted=quoted,
        source_text=source_text,
        markdown=to_markdown(found) if found else "",
        pages=PAGES,
    )


@router.get("/brief.md")
def markdown(request: Request, desk: Served, about: About, as_of: AsOf = "") -> Response:
    """Return the brief as Markdown, its sources as footnotes, to keep as a file."""
    text = to_markdown(_brief(desk, about, as_of, language_of(request)))
    headers = {"Content-Disposition": 'attachment; filename="brief.md"'}
    return Response(text, media_type="text/markdown; charset=utf-8", headers=headers)


def _brief(desk: Desk, about: str, as_of: str, language: str) -> Brief:
    return brief(desk.database, about, as_of=as_of or None, language=language)
