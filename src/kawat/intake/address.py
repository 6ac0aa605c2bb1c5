"""Fetching a page from a public address, and from nowhere else.

Who gives an address could have this machine ask what only it can reach: itself, its network, a
cloud's metadata. So a name is looked up once, every address that it has must be public, and the
connection goes to the very one that was checked; redirects are checked as if they had been given.
Source: OWASP, "Server-Side Request Forgery Prevention".
"""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from io import BufferedReader, BytesIO, RawIOBase
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import cast
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from kawat.draft import Article
from kawat.errors import (
    BrokenInput,
    InputError,
    OversizedInput,
    RefusedAddress,
    UnknownFormat,
    UnreachableAddress,
)
from kawat.intake.documents import document
from kawat.intake.encoding import Decoder
from kawat.intake.limits import PAGE_BYTES, PAGE_REDIRECTS, PAGE_SECONDS
from kawat.intake.problems import Problem

Address = IPv4Address | IPv6Address
MayReach = Callable[[Address], bool]

_PORTS = {"http": 80, "https": 443}
_TEXTS = ("text/html", "application/xhtml+xml", "text/plain")
_REDIRECTS = (301, 302, 303, 307, 308)
_HEADERS = {
    "User-Agent": "Kawat",
    "Accept": "text/html, application/xhtml+xml, text/plain",
    "Accept-Encoding": "identity",
    "Connection": "close",
}
_WRITTEN_AS_THEY_ARE = "%/:?#[]@!$&'()*+,;=~"
_NAT64 = int(IPv6Address("64:ff9b::")) >> 32


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as it came: where from in the end, its bytes, and the encoding that was named."""

    url: str
    data: bytes
    encoding: str | None


def is_public(address: Address) -> bool:
    """Tell whether an address is one of the public internet, whatever it is wrapped in."""
    if isinstance(address, IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if address.teredo:
            inner = address.teredo[1]
        if int(address) >> 32 == _NAT64:
            inner = IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None and not is_public(inner):
            return False
    return address.is_global and not (
        address.is_multicast or address.is_reserved or address.is_unspecified
    )


def articles_at(url: str, may_reach: MayReach = is_public) -> Iterator[Article | Problem]:
    """Yield the article of the page at this address, or the problem that it gave."""
    try:
        page = fetch(url, may_reach)
        stream = cast(BufferedReader, BufferedReader(cast(RawIOBase, BytesIO(page.data))))
        yield from document(stream, page.url, Decoder(page.encoding), called="html")
    except InputError as error:
        yield Problem.of(error)


def fetch(
    url: str,
    may_reach: MayReach = is_public,
    *,
    bytes: int = PAGE_BYTES,
    seconds: float = PAGE_SECONDS,
) -> Fetched:
    """Return the page at this address.

    :class:`RefusedAddress` for another scheme, and where it or a redirect leads to an address
    that ``may_reach`` refuses; :class:`UnreachableAddress` where nobody answers in time or well;
    :class:`OversizedInput` and :class:`UnknownFormat` for what is no page to read.
    """
    seen = url.strip()
    for _ in range(PAGE_REDIRECTS + 1):
        with _answer(seen, may_reach, seconds) as answer:
            if answer.status not in _REDIRECTS:
                return _page(answer, seen, bytes)
            seen = urljoin(seen, answer.getheader("Location") or "")
    what = f"it redirects more than {PAGE_REDIRECTS} times"
    raise UnreachableAddress(what, where=url, fix="give the address of the article itself")


@contextmanager
def _answer(url: str, may_reach: MayReach, seconds: float) -> Iterator[http.client.HTTPResponse]:
    """Ask for a page and give the answer, whose body is still to be read."""
    parts, host, port = _checked(url)
    line = _Line(seconds)
    try:
        line.connect(_public(url, host, port, may_reach), host if parts.scheme == "https" else None)
        connection = http.client.HTTPConnection(host, port)
        connection.sock = line.socket
        path = parts._replace(scheme="", netloc="", fragment="").geturl() or "/"
        connection.request("GET", quote(path, safe=_WRITTEN_AS_THEY_ARE), headers=_HEADERS)
        yield connection.getresponse()
        if line.late.is_set():
            raise TimeoutError
    except (OSError, http.client.HTTPException, UnicodeError) as error:
        what = f"it took more than {seconds:g} seconds" if line.late.is_set() else _why(error)
        fix = "look whether it opens in a browser; or save the page and add the file"
        raise UnreachableAddress(what, where=url, fix=fix) from error
    finally:
        line.close()


class _Line:
    """A connection that is cut after so many seconds, however slowly bytes still come.

    A timeout of the socket alone begins anew with every byte.
    """

    def __init__(self, seconds: float) -> None:
        self.late = threading.Event()
        self.socket: socket.socket | None = None
        self._seconds = seconds
        self._timer = threading.Timer(seconds, self._cut)
        self._timer.daemon = True
        self._timer.start()

    def connect(self, where: tuple[Address, int], tls_host: str | None) -> None:
        """Connect to the address; with ``tls_host``, prove that it is that host."""
        self.socket = socket.create_connection((str(where[0]), where[1]), self._seconds)
        if tls_host:
            context = ssl.create_default_context()
            tls = context.wrap_socket(
                self.socket, server_hostname=tls_host, do_handshake_on_connect=False
            )
            self.socket = tls
            tls.do_handshake()

    def close(self) -> None:
        """Close the connection."""
        self._timer.cancel()
        if self.socket:
            self.socket.close()

    def _cut(self) -> None:
        self.late.set()
        if self.socket:
            with suppress(OSError):  # it has been closed already
                socket.socket.shutdown(self.socket, socket.SHUT_RDWR)


def _checked(url: str) -> tuple[SplitResult, str, int]:
    """Return the parts of an address that may be asked for at all."""
    fix = "give an address that begins with http:// or https://"
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise RefusedAddress("this is no address of a page", where=url[:200], fix=fix) from error
    if parts.scheme not in _PORTS or not host or any(c.isspace() or c < " " for c in url):
        raise RefusedAddress("this is no address of a page", where=url[:200], fix=fix)
    if parts.username is not None:
        raise RefusedAddress("a name or password is in it", where=host, fix="leave it out")
    return parts, host, port or _PORTS[parts.scheme]


def _public(url: str, host: str, port: int, may_reach: MayReach) -> tuple[Address, int]:
    """Look the host up and return an address of it that was checked."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    addresses = [ip_address(str(info[4][0]).partition("%")[0]) for info in found]
    for address in addresses:
        if not may_reach(address):
            fix = "give a public address, or save the page and add the file"
            raise RefusedAddress(f"{address} is no public address", where=url, fix=fix)
    if not addresses:
        raise OSError("the host has no address")
    return addresses[0], port


def _page(answer: http.client.HTTPResponse, url: str, most: int) -> Fetched:
    if answer.status != 200:
        fix = "look whether it opens in a browser"
        raise UnreachableAddress(f"it answers {answer.status}", where=url, fix=fix)
    if answer.getheader("Content-Encoding", "identity") != "identity":
        fix = "save the page and add the file"
        raise UnknownFormat("it answers packed, though asked not to", where=url, fix=fix)
    kind = answer.headers.get_content_type()
    if kind not in _TEXTS:
        fix = "give the address of an article's page"
        raise UnknownFormat(f"it is {kind}, not a page or a text", where=url, fix=fix)
    data = answer.read(most + 1)
    if len(data) > most:
        what = f"is over the limit of {most / 2**20:g} MiB for a page"
        raise OversizedInput(what, where=url, fix="save the article's text and add the file")
    if answer.length:
        raise BrokenInput("the page breaks off", where=url, fix="try again")
    return Fetched(url, data, _encoding(answer.headers.get_content_charset()))


def _encoding(named: str | None) -> str | None:
    try:
        "".encode(named or "")
    except LookupError:  # none, or one that Python does not know: the page itself tells
        return None
    return named


def _why(error: Exception) -> str:
    if isinstance(error, socket.gaierror):
        return "no such host is known"
    if isinstance(error, ssl.SSLError):
        return f"its certificate or encryption does not hold: {error.reason}"
    return f"nobody answers there: {error}" if str(error) else "nobody answers there"
