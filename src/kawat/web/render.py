"""Pages from templates: every word of an article or a user is escaped."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import urlencode

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined

from kawat.labels import LANGUAGES, labels
from kawat.web.tokens import csrf
from kawat.web.words import desk_words

LANGUAGE_COOKIE = "kawat-lang"


@cache
def _templates() -> Environment:
    templates = Environment(
        loader=PackageLoader("kawat.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.filters["query"] = query
    return templates


def language_of(request: Request) -> str:
    """Return the language of the page: as the address says, else as it was last chosen."""
    for wanted in (request.query_params.get("lang"), request.cookies.get(LANGUAGE_COOKIE)):
        if wanted in LANGUAGES:
            return str(wanted)
    return LANGUAGES[0]


def query(parameters: dict[str, Any], **changes: Any) -> str:
    """Return the query of an address with these parameters; empty ones are left out."""
    kept = {name: value for name, value in {**parameters, **changes}.items() if value}
    return f"?{urlencode(kept)}" if kept else "?"


def page(
    request: Request,
    template: str,
    *,
    status: int = 200,
    headers: dict[str, str] | None = None,
    **content: Any,
) -> HTMLResponse:
    """Return the page that a template makes of the content."""
    language = language_of(request)
    desk = request.app.state.desk
    html = (
        _templates()
        .get_template(template)
        .render(
            **content,
            desk=desk,
            lang=language,
            languages=LANGUAGES,
            words=labels(language),
            say=desk_words(language),
            path=request.url.path,
            asked=dict(request.query_params),
            csrf_token=csrf(desk.token) if desk.write else "",
            version=assets_version(),
        )
    )
    answer = HTMLResponse(html, status, headers)
    answer.set_cookie(LANGUAGE_COOKIE, language, samesite="strict", httponly=True)
    return answer


@cache
def assets_version() -> str:
    """Return what changes when a script or a style does, so that browsers load it anew."""
    content = hashlib.sha256()
    static = files("kawat.web").joinpath("static")
    for file in sorted(static.iterdir(), key=lambda file: file.name):
        content.update(file.read_bytes())
    return content.hexdigest()[:10]
