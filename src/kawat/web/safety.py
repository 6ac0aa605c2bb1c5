"""Who may ask, what a page may load, and what every answer says to the browser.

Sources: the OWASP cheat sheets on Content-Security-Policy, cross-site request forgery (a token
in every form, bound to the session, and SameSite cookies) and DNS rebinding (the Host header is
checked).
"""

from __future__ import annotations

from ipaddress import ip_address
from typing import Annotated

from fastapi import Form, Header, Request
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kawat.web.desk import Served
from kawat.web.errors import Forbidden, Unauthorized
from kawat.web.tokens import csrf, same

COOKIE = "kawat-token"

_POLICY = "; ".join(
    (
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:",
        "connect-src 'self'", "font-src 'self'", "form-action 'self'", "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)  # fmt: skip
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class Guard:
    """Refuses foreign hosts, and adds the safety headers to every answer."""

    def __init__(self, app: ASGIApp, hosts: frozenset[str]) -> None:
        self._app = app
        self._hosts = hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, if it asks for a host that is served here."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        host = host_of(Headers(scope=scope).get("host", ""))
        if "*" not in self._hosts and host not in self._hosts:
            await _refuse(send, f"{host or 'no host'} is not served here")
            return

        async def safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, safely)


async def _refuse(send: Send, what: str) -> None:
    start = {
        "type": "http.response.start",
        "status": 421,
        "headers": [(b"content-type", b"text/plain; charset=utf-8")],
    }
    await send(start)
    await send({"type": "http.response.body", "body": what.encode()})


def host_of(header: str) -> str:
    """Return the host of a Host header, without its port: ``[::1]:8017`` is ``::1``."""
    if header.startswith("["):
        return header[1:].partition("]")[0]
    return header.rpartition(":")[0] or header


def is_loopback(host: str) -> bool:
    """Tell whether an address is this machine's own."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _given(request: Request, authorization: str | None) -> str | None:
    """Return the token of a request: from its header, else from its cookie."""
    scheme, _, value = (authorization or "").partition(" ")
    return value if scheme.lower() == "bearer" else request.cookies.get(COOKIE)


def may_read(
    request: Request, desk: Served, authorization: Annotated[str | None, Header()] = None
) -> None:
    """Refuse who gives no token where one is needed to read."""
    if desk.private and not same(desk.token, _given(request, authorization)):
        raise Unauthorized("a token is needed here", fix="open the address that kawat serve prints")


def may_write(
    request: Request,
    desk: Served,
    authorization: Annotated[str | None, Header()] = None,
    csrf_token: Annotated[str, Form()] = "",
    x_csrf_token: Annotated[str, Header()] = "",
) -> None:
    """Refuse to write where the desk is for reading, without the token, or from another site."""
    if not desk.write:
        raise Forbidden("this desk is for reading", fix="start it with: kawat serve RECORD --write")
    if not same(desk.token, _given(request, authorization)):
        raise Unauthorized("a token is needed here", fix="open the address that kawat serve prints")
    bearer = (authorization or "").lower().startswith("bearer ")
    if not bearer and not same(csrf(desk.token), csrf_token or x_csrf_token):
        raise Forbidden("this form is not of this desk", fix="load the page again")
