"""Bounding what is sent to the desk, before anything of it is kept."""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kawat.web.limits import UPLOAD_BYTES


class _TooMuch(Exception):
    """More came than may come."""


class Bounded:
    """Refuses requests whose body is over :data:`UPLOAD_BYTES`, said or found while it comes."""

    def __init__(self, app: ASGIApp, most: int = UPLOAD_BYTES) -> None:
        self._app = app
        self._most = most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, counting the bytes of its body."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        said = Headers(scope=scope).get("content-length", "0")
        if not said.isdecimal() or int(said) > self._most:
            await self._refuse(send)
            return
        came = 0
        begun = False

        async def counted() -> Message:
            nonlocal came
            message = await receive()
            came += len(message.get("body", b""))
            if came > self._most:
                raise _TooMuch
            return message

        async def noted(message: Message) -> None:
            nonlocal begun
            if came > self._most and not begun:  # the framework's own word on a body cut off
                raise _TooMuch
            begun = True
            await send(message)

        try:
            await self._app(scope, counted, noted)
        except _TooMuch:
            if not begun:
                await self._refuse(send)

    async def _refuse(self, send: Send) -> None:
        what = f"more than {self._most // 2**20} MiB in one request; add it in parts"
        headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"connection", b"close")]
        await send({"type": "http.response.start", "status": 413, "headers": headers})
        await send({"type": "http.response.body", "body": what.encode()})
