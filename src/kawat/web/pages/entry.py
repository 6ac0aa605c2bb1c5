"""Coming in with a token: the address that ``kawat serve`` prints leads here."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import RedirectResponse

from kawat.web.desk import Served
from kawat.web.errors import Unauthorized
from kawat.web.safety import COOKIE
from kawat.web.tokens import same

router = APIRouter(include_in_schema=False)


@router.get("/enter")
def enter(desk: Served, token: str = "") -> RedirectResponse:
    """Keep the token in a cookie that no script reads, and go to the timeline."""
    if not same(desk.token, token):
        raise Unauthorized("this is not the token", fix="open the address that kawat serve prints")
    answer = RedirectResponse("/", 303)
    answer.set_cookie(COOKIE, token, httponly=True, samesite="strict")
    return answer
