"""The command that opens the desk."""

from __future__ import annotations

import secrets
import threading
from typing import Annotated

import typer

from kawat.cli.options import Record
from kawat.errors import UsageError


def serve(
    record: Record,
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port.")] = 8017,
    write: Annotated[
        bool, typer.Option("--write", help="Let who has the token decide, correct and add.")
    ] = False,
    name: Annotated[
        list[str] | None,
        typer.Option(metavar="HOST", help="A name under which others reach this desk."),
    ] = None,
) -> None:
    """Open the desk of a record in the browser: pages and an API, for reading unless --write.

    A token is needed to write, and for any address that is not this machine's own; the address
    that is printed holds it.
    """
    try:
        import uvicorn
    except ModuleNotFoundError as error:
        fix = "pip install 'kawat[web]'"
        raise UsageError("the desk needs FastAPI and uvicorn", fix=fix) from error
    from kawat.record.database import Database
    from kawat.record.places.towns import load
    from kawat.web.app import LOOPBACK, create_app
    from kawat.web.safety import is_loopback

    Database(record, create=False).close()
    private = not is_loopback(host)
    token = secrets.token_urlsafe(24) if write or private else None
    hosts = LOOPBACK | {host, *(name or ())}
    app = create_app(record, write=write, token=token, private=private, hosts=hosts)
    shown = f"[{host}]" if ":" in host else host
    entry = f"/enter?token={token}" if token else "/"
    typer.echo(f"Kawat: http://{shown}:{port}{entry}")
    threading.Thread(target=load, daemon=True).start()  # the first map need not wait for towns
    uvicorn.run(app, host=host, port=port, log_level="warning", server_header=False)
