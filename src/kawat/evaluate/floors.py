"""Floors: the scores below which no change may fall.

A floors file is TOML: the hash of the gold that it was measured on, and one figure a layer. A
score under its floor fails; lowering a floor takes an explicit flag, so that nobody loses
accuracy by accident.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from kawat.errors import BrokenInput, UsageError
from kawat.evaluate.scores import Score

SLACK = 0.01
"""Scores may move by this much before a floor speaks: a record or two of the development set."""


@dataclass(frozen=True, slots=True)
class Floors:
    """The least score for each layer, on gold with this hash."""

    digest: str
    least: dict[str, float]

    def broken(self, scores: list[Score]) -> list[str]:
        """Return a line for each layer that scores below its floor."""
        have = {s.layer: s.value for s in scores}
        return [
            f"{layer}: {have.get(layer, 0.0):.3f} is below the floor of {floor:.3f}"
            for layer, floor in self.least.items()
            if have.get(layer, 0.0) < floor - SLACK
        ]


def load_floors(path: Path, digest: str) -> Floors:
    """Read floors; raise UsageError where they were measured on other gold."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        floors = Floors(data["gold"], {k: float(v) for k, v in data["floors"].items()})
    except (tomllib.TOMLDecodeError, KeyError, ValueError) as error:
        fix = "write it anew with --save-floors"
        raise BrokenInput(f"no floors file: {error}", where=str(path), fix=fix) from error
    if floors.digest != digest:
        raise UsageError(
            "these floors were measured on other gold",
            where=str(path),
            fix="give the gold that they belong to, or measure anew with --save-floors",
        )
    return floors


def save_floors(path: Path, digest: str, scores: list[Score], *, lower: bool) -> None:
    """Write the scores as floors; a floor that stands higher stays unless ``lower`` is given."""
    old = {} if lower or not path.exists() else _kept(path, digest)
    least = {s.layer: max(round(s.value, 3), old.get(s.layer, 0.0)) for s in scores}
    lines = [
        "# Least score for each layer; only `kawat evaluate --lower-floors` lowers one.",
        f'gold = "{digest}"',
        "",
        "[floors]",
        *(f"{layer} = {value:.3f}" for layer, value in least.items()),
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _kept(path: Path, digest: str) -> dict[str, float]:
    try:
        return load_floors(path, digest).least
    except UsageError:
        return {}
