"""A PostgreSQL server of the tests' own: made, started and thrown away with its data."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from tempfile import mkdtemp

import psycopg


def programs() -> Path | None:
    """Return the folder of the newest installed server's programs, if there is any."""
    found = [Path(path).parent for path in (shutil.which("initdb"),) if path]
    found += sorted(
        (path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")),
        key=lambda path: int(path.parent.name),
        reverse=True,
    )
    return found[0] if found else None


class Server:
    """A running server that listens on a socket in its own folder, and on no network."""

    def __init__(self, programs: Path, folder: Path) -> None:
        self._programs = programs
        self.folder = folder
        # The server refuses to run as root, as tests do in a container.
        self._user = "nobody" if os.geteuid() == 0 else None
        self._numbers = count(1)

    def run(self, program: str, *options: str) -> None:
        """Run one of the server's programs to its end."""
        subprocess.run(
            [str(self._programs / program), *options],
            check=True,
            user=self._user,
            cwd=self.folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            timeout=60,
        )

    def start(self) -> None:
        """Make the data folder and start the server."""
        if self._user:
            os.chown(self.folder, pwd.getpwnam(self._user).pw_uid, -1)
        data = str(self.folder / "data")
        self.run("initdb", "-D", data, "-U", "kawat", "-A", "trust", "-E", "UTF8", "--no-sync")
        settings = f"-k {self.folder} -c listen_addresses= -c fsync=off"
        log = str(self.folder / "log")
        self.run("pg_ctl", "-D", data, "-o", settings, "-l", log, "-w", "start")

    def stop(self) -> None:
        """Stop the server at once."""
        self.run("pg_ctl", "-D", str(self.folder / "data"), "-m", "immediate", "stop")

    def new(self) -> str:
        """Make an empty database and return its address."""
        name = f"kawat{next(self._numbers)}"
        with psycopg.connect(self.address("postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name} TEMPLATE template0")  # type: ignore[arg-type]
        return self.address(name)

    def address(self, name: str) -> str:
        """Return the address of a database on this server."""
        return f"postgresql://kawat@/{name}?host={self.folder}"


@contextmanager
def running(programs: Path) -> Iterator[Server]:
    """Give a server that runs, and remove it with all its data."""
    folder = Path(mkdtemp(prefix="kawat-"))  # a socket's path must be short
    server = Server(programs, folder)
    try:
        server.start()
        yield server
    finally:
        if (folder / "data" / "postmaster.pid").exists():
            server.stop()
        shutil.rmtree(folder)
