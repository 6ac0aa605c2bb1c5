"""Who decides and judges at this browser: a name that is asked once and kept in a cookie."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import quote, unquote

from fastapi import Depends, Request
from fastapi.responses import Response

from kawat.errors import UsageError
from kawat.web.limits import NAME_CHARACTERS

COOKIE = "kawat-author"
A_YEAR = 365 * 24 * 3600


def author_of(request: Request) -> str:
    """Return the name that was given at this browser, empty where none was."""
    return unquote(request.cookies.get(COOKIE, ""))[:NAME_CHARACTERS].strip()


def remember(answer: Response, name: str) -> None:
    """Keep the name; :class:`UsageError` for an empty or overlong one."""
    if not 0 < len(name.strip()) <= NAME_CHARACTERS:
        fix = f"give a name of at most {NAME_CHARACTERS} characters"
        raise UsageError("no name was given", where="author", fix=fix)
    kept = quote(name.strip(), safe="")
    answer.set_cookie(COOKIE, kept, max_age=A_YEAR, httponly=True, samesite="strict")


def _known(request: Request) -> str:
    name = author_of(request)
    if not name:
        raise UsageError("nobody says who decides", fix="give your name on the review page")
    return name


Author = Annotated[str, Depends(_known)]
