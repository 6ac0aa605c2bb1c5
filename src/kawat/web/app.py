"""The desk as an ASGI application."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.resources import as_file, files
from pathlib import Path

from fastapi import Depends, FastAPI
from fastapi.exceptions import RequestValidationError
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware

from kawat import __version__
from kawat.engine import Record
from kawat.errors import KawatError
from kawat.intake.address import MayReach, is_public
from kawat.record.database import Database, shown
from kawat.web import api, errors, pages
from kawat.web.adding import Adder
from kawat.web.bodies import Bounded
from kawat.web.desk import Desk
from kawat.web.safety import Guard, may_read

LOOPBACK = frozenset(("localhost", "127.0.0.1", "::1"))


def create_app(
    where: str | Path,
    *,
    write: bool = False,
    token: str | None = None,
    private: bool = False,
    hosts: frozenset[str] = LOOPBACK,
    may_reach: MayReach = is_public,
) -> FastAPI:
    """Return the desk of a record; nothing is opened before the application starts.

    ``token`` is needed to write, and with ``private`` to read. ``hosts`` are the names under
    which it is served, ``may_reach`` tells which addresses pages may be fetched from.
    :class:`~kawat.errors.RecordError` at its start where there is no record.
    """

    @asynccontextmanager
    async def opened(app: FastAPI) -> AsyncIterator[None]:
        with Database(where, create=False) as database:
            record = Record(where)
            adder = Adder(record)
            app.state.desk = Desk(
                record,
                database,
                shown(str(where)),
                adder,
                write=write,
                token=token,
                private=private,
                may_reach=may_reach,
            )
            yield
            adder.stop()

    app = FastAPI(
        title="Kawat",
        version=__version__,
        description="What Indonesian news tells of diplomacy and conflict, on its exact words.",
        lifespan=opened,
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/v1/openapi.json",
    )
    app.add_middleware(GZipMiddleware, minimum_size=2_000)
    app.add_middleware(Bounded)
    app.add_middleware(Guard, hosts=hosts)
    app.add_exception_handler(Exception, errors.on_breakdown)
    app.add_exception_handler(KawatError, errors.on_kawat_error)
    app.add_exception_handler(HTTPException, errors.on_http_error)
    app.add_exception_handler(RequestValidationError, errors.on_wrong_question)
    with as_file(files("kawat.web").joinpath("static")) as static:
        app.mount("/static", StaticFiles(directory=static), name="static")
    reading = [Depends(may_read)]
    app.include_router(api.router, prefix="/api/v1", dependencies=reading)
    app.include_router(pages.open_router)
    for router in pages.ROUTERS:
        app.include_router(router, dependencies=reading, include_in_schema=False)
    return app
