"""Errors as the web has them: a status, and in the API one shape for all."""

from __future__ import annotations

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel
from starlette.exceptions import HTTPException

from kawat.errors import InputError, KawatError, RecordUnwritable, UsageError
from kawat.web.render import page


class Unauthorized(KawatError):
    """No token, or a wrong one."""


class Forbidden(KawatError):
    """What may not be done at this desk."""


class NotFound(KawatError):
    """There is no such article, event or actor in the record."""


class Busy(KawatError):
    """Too much is asked for at once."""


class Fault(BaseModel):
    """An error of the API: what, where, and what to do about it."""

    error: str
    what: str
    where: str = ""
    fix: str = ""


_STATUS: tuple[tuple[type[KawatError], int], ...] = (
    (Unauthorized, 401),
    (Forbidden, 403),
    (NotFound, 404),
    (Busy, 429),
    (UsageError, 422),
    (InputError, 422),
    (RecordUnwritable, 503),
)
RESPONSES: dict[int | str, dict[str, object]] = {
    status: {"model": Fault} for status in (400, 401, 403, 404, 422, 503)
}
"""What the API's description says of errors."""


def status_of(error: KawatError) -> int:
    """Return the HTTP status of an error."""
    return next((status for kind, status in _STATUS if isinstance(error, kind)), 500)


async def on_kawat_error(request: Request, error: Exception) -> Response:
    """Answer with the error's three parts."""
    assert isinstance(error, KawatError)
    fault = Fault(error=type(error).__name__, what=error.what, where=error.where, fix=error.fix)
    return _answer(request, status_of(error), fault)


async def on_http_error(request: Request, error: Exception) -> Response:
    """Answer what the framework refuses: an unknown address, a wrong method."""
    assert isinstance(error, HTTPException)
    fault = Fault(error="HTTPError", what=str(error.detail), where=request.url.path)
    return _answer(request, error.status_code, fault, dict(error.headers or {}))


async def on_wrong_question(request: Request, error: Exception) -> Response:
    """Answer a question whose parameters are not what they should be."""
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    where = ".".join(str(part) for part in first["loc"])
    fault = Fault(error="UsageError", what=str(first["msg"]), where=where)
    return _answer(request, 422, fault)


async def on_breakdown(request: Request, error: Exception) -> Response:
    """Answer what nobody foresaw; the log has the traceback, the reader gets none of it."""
    fault = Fault(error="Breakdown", what="the desk broke on this", fix="see its log, report it")
    return _answer(request, 500, fault)


def _answer(
    request: Request, status: int, fault: Fault, headers: dict[str, str] | None = None
) -> Response:
    if request.url.path.startswith("/api/"):
        return JSONResponse(fault.model_dump(), status, headers)
    return page(request, "error.html", status=status, headers=headers, fault=fault)
