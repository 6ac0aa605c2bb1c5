"""Python and the libraries: what is installed, against what Kawat asks for."""

from __future__ import annotations

import platform
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib import import_module, metadata
from pathlib import Path

from kawat.doctor.finding import Finding

EXTRAS = {
    "exports": "Parquet and GraphML",
    "postgresql": "records on a server",
    "web": "the desk",
}
"""The groups that a user may leave out, and what they are for."""

PYTHON = (3, 11)

_REQUIREMENT = re.compile(r"([\w.-]+)(?:\[[^\]]*\])? *([^;]*)(?:;.*extra *== *['\"](\w+)['\"])?")
_BOUND = re.compile(r"(>=|==|<=|!=|~=|<|>) *([\d.]+)")


def python() -> Iterator[Finding]:
    """Tell which Python runs."""
    what = f"{platform.python_version()} ({platform.python_implementation()}, {sys.platform})"
    if sys.version_info[:2] < PYTHON:
        yield Finding("Python", "wrong", what, "install Python 3.11 or newer")
    else:
        yield Finding("Python", "ok", what)


def libraries() -> Iterator[Finding]:
    """Tell of every library whether it is there, new enough, and can be imported."""
    for name, bounds, extra in _requirements():
        if extra is None or extra in EXTRAS:
            yield _library(name, bounds, extra)


def java() -> Iterator[Finding]:
    """Tell that Java is only for a benchmark."""
    from shutil import which

    state = "there" if which("java") else "not there"
    yield Finding("Java", "ok", f"{state}; only benchmarks/parts.py uses it, for HeidelTime")


def _library(name: str, bounds: str, extra: str | None) -> Finding:
    wanted = f"{name}{bounds}".strip()
    install = f"pip install 'kawat[{extra}]'" if extra else f"pip install '{wanted}'"
    purpose = f", for {EXTRAS[extra]}" if extra else ""
    try:
        version = metadata.version(name)
    except metadata.PackageNotFoundError:
        state = "missing" if extra else "wrong"
        return Finding(name, state, f"not installed{purpose}", install)  # type: ignore[arg-type]
    if not satisfies(version, bounds):
        return Finding(name, "wrong", f"{version}, but {wanted} is asked for", install)
    try:
        import_module(name.replace("-", "_").lower())
    except Exception as error:  # noqa: BLE001 - a broken library may raise anything
        return Finding(name, "wrong", f"{version} can't be imported: {error}", install)
    return Finding(name, "ok", f"{version}{purpose}")


def satisfies(version: str, bounds: str) -> bool:
    """Tell whether a version keeps to bounds such as ``>=3.8,<4``; only numbers are compared."""
    have = _numbers(version)
    for sign, bound in _BOUND.findall(bounds):
        asked = _numbers(bound)
        width = max(len(have), len(asked))
        a, b = (n + (0,) * (width - len(n)) for n in (have, asked))
        holds = {
            ">=": a >= b, "<=": a <= b, ">": a > b, "<": a < b, "==": a == b, "!=": a != b,
            "~=": a >= b and have[: len(asked) - 1] == asked[:-1],
        }  # fmt: skip
        if not holds[sign]:
            return False
    return True


def _numbers(version: str) -> tuple[int, ...]:
    found = re.match(r"\d+(?:\.\d+)*", version)
    return tuple(map(int, found[0].split("."))) if found else ()


def _requirements() -> Iterator[tuple[str, str, str | None]]:
    """Yield name, bounds and extra of each: from the source's pyproject.toml, or as installed."""
    source = Path(__file__).parents[3] / "pyproject.toml"
    if source.is_file():
        project = tomllib.loads(source.read_text(encoding="utf-8"))["project"]
        groups = {None: project["dependencies"], **project["optional-dependencies"]}
        lines = [(line, extra) for extra, some in groups.items() for line in some]
    else:
        lines = [(line, None) for line in metadata.requires("kawat") or ()]
    for line, group in lines:
        if found := _REQUIREMENT.match(line):
            yield found[1], found[2].strip(" ()"), group or found[3]
