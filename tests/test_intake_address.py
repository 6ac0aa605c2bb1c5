"""A page is fetched from public addresses alone, within bounds; the server here is the test's."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address

import pytest

from kawat.draft import Article
from kawat.errors import (
    BrokenInput,
    KawatError,
    OversizedInput,
    RefusedAddress,
    UnknownFormat,
    UnreachableAddress,
)
from kawat.intake import Problem
from kawat.intake.address import Address, articles_at, fetch, is_public

PAGE = (
    "<html><body><article><h1>Rusia dan Turki bertemu</h1><p>Presiden Rusia bertemu Presiden "
    "Turki di Sochi, Rabu (22/11/2017). Keduanya membahas gencatan senjata di Suriah.</p>"
    "</article></body></html>"
)


class _Pages(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        getattr(self, self.path.strip("/").partition("?")[0])()

    def berita(self) -> None:
        self._send(200, PAGE.encode(), "text/html; charset=utf-8")

    def pindah(self) -> None:
        self._send(302, b"", "text/html", Location=self.path.partition("?")[2])

    def putaran(self) -> None:
        self._send(302, b"", "text/html", Location="/putaran")

    def besar(self) -> None:
        self._send(200, b"x" * 5_000, "text/html")

    def gambar(self) -> None:
        self._send(200, b"x", "image/png")

    def hilang(self) -> None:
        self._send(404, b"tidak ada", "text/html")

    def dikemas(self) -> None:
        self._send(200, b"x", "text/html", **{"Content-Encoding": "gzip"})

    def putus(self) -> None:
        self._send(200, b"x" * 10, "text/html", **{"Content-Length": "50"})

    def lambat(self) -> None:
        """Send a byte now and then, each soon enough for a timeout of the socket."""
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        try:
            for _ in range(200):
                self.wfile.write(b"x")
                self.wfile.flush()
                time.sleep(0.1)
        except OSError:
            return

    def _send(self, status: int, body: bytes, kind: str, **headers: str) -> None:
        self.send_response(status)
        for name, value in {
            "Content-Type": kind,
            "Content-Length": str(len(body)),
            **headers,
        }.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Pages)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def this_one(address: Address) -> bool:
    return address == ip_address("127.0.0.1")


def test_a_page_becomes_an_article(server: str) -> None:
    (article,) = articles_at(f"{server}/berita", this_one)
    assert isinstance(article, Article)
    assert article.uri == f"{server}/berita"
    assert "Keduanya membahas gencatan senjata" in article.text


def test_a_redirect_is_followed(server: str) -> None:
    assert fetch(f"{server}/pindah?/berita", this_one).url == f"{server}/berita"


@pytest.mark.parametrize(
    "to", ["http://127.0.0.2/x", "http://[::1]/x", "http://10.0.0.1/", "http://169.254.169.254/"]
)
def test_a_redirect_to_a_private_network_is_refused(server: str, to: str) -> None:
    with pytest.raises(RefusedAddress, match="is no public address"):
        fetch(f"{server}/pindah?{to}", this_one)


@pytest.mark.parametrize("to", ["file:///etc/passwd", "ftp://example.org/", "gopher://127.0.0.1/"])
def test_another_scheme_is_refused(server: str, to: str) -> None:
    for url in (to, f"{server}/pindah?{to}"):
        with pytest.raises(RefusedAddress, match="no address of a page"):
            fetch(url, this_one)


@pytest.mark.parametrize(
    ("path", "error", "what"),
    [
        ("putaran", UnreachableAddress, "redirects more than 5 times"),
        ("besar", OversizedInput, "over the limit of"),
        ("gambar", UnknownFormat, "it is image/png"),
        ("hilang", UnreachableAddress, "it answers 404"),
        ("dikemas", UnknownFormat, "answers packed"),
        ("putus", BrokenInput, "breaks off"),
    ],
)
def test_what_is_no_page_is_told(
    server: str, path: str, error: type[KawatError], what: str
) -> None:
    with pytest.raises(error, match=what) as raised:
        fetch(f"{server}/{path}", this_one, bytes=4_000)
    assert raised.value.where.startswith(server)
    assert raised.value.fix


def test_a_slow_body_is_cut(server: str) -> None:
    """However steadily its bytes drip."""
    with pytest.raises(UnreachableAddress, match=r"took more than 0\.5 seconds"):
        fetch(f"{server}/lambat", this_one, seconds=0.5)


def test_nobody_there_is_told() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(UnreachableAddress, match="nobody answers"):
        fetch(f"http://127.0.0.1:{port}/", this_one)


def test_a_name_that_leads_home_is_refused(server: str) -> None:
    """The address is checked after the name was looked up, and its error is a problem."""
    port = server.rpartition(":")[2]
    (problem,) = articles_at(f"http://localhost:{port}/berita")
    assert isinstance(problem, Problem)
    assert problem.code == "refused-address"
    assert problem.fix


def test_a_name_with_one_private_address_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that answers with a public and a private one is not asked at all."""
    found = [(2, 1, 6, "", (a, 80)) for a in ("93.184.215.14", "10.1.2.3")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    with pytest.raises(RefusedAddress, match=r"10\.1\.2\.3 is no public address"):
        fetch("http://berita.example/")


def test_the_connection_goes_to_the_address_that_was_checked(
    server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name that is looked up again, and then leads elsewhere, changes nothing."""
    port = int(server.rpartition(":")[2])
    answers = [[(2, 1, 6, "", ("127.0.0.1", port))]]
    real = socket.getaddrinfo

    def once(host: str, *rest: object, **more: object) -> object:
        return answers.pop() if host == "berita.example" else real(host, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", once)
    assert b"Sochi" in fetch(f"http://berita.example:{port}/berita", this_one).data
    assert answers == []


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.0.0.1", "172.16.5.4", "192.168.1.1", "169.254.169.254", "100.64.0.1",
        "0.0.0.0", "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fc00::1", "ff02::1",
        "::ffff:127.0.0.1", "::ffff:10.0.0.1", "2002:7f00:1::", "64:ff9b::a00:1",
        "2001:0:4136:e378:8000:63bf:80ff:fffe",
    ],
)  # fmt: skip
def test_private_addresses_are_known(address: str) -> None:
    """Loopback, private, link-local, shared, multicast, and each in the wraps of IPv6."""
    assert not is_public(ip_address(address))


@pytest.mark.parametrize("address", ["93.184.215.14", "8.8.8.8", "2606:4700::1111"])
def test_public_addresses_are_known(address: str) -> None:
    assert is_public(ip_address(address))


@pytest.mark.parametrize(
    "url", ["", "berita.example", "http://", "http://a b/", "http://[::1", "http://u:p@a.example/"]
)
def test_what_is_no_address_is_refused(url: str) -> None:
    with pytest.raises(RefusedAddress):
        fetch(url)
