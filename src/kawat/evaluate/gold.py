"""Gold readings and system readings, paired by article."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from kawat.errors import EmptyInput, MissingInput
from kawat.reading import Reading

SUFFIX = ".gold.json"


@dataclass(frozen=True, slots=True)
class GoldSet:
    """The gold readings of some folders, and a hash of all their bytes."""

    readings: tuple[Reading, ...]
    digest: str


def load_gold(folders: list[Path]) -> GoldSet:
    """Read every ``NAME.gold.json`` with its ``NAME.txt`` from the folders, in name order.

    Raises MissingInput for a folder that is not there or a reading without its text, and
    EmptyInput where the folders hold no gold at all.
    """
    readings, digest = [], hashlib.sha256()
    for folder in folders:
        if not folder.is_dir():
            raise MissingInput("no such folder", where=str(folder), fix="give a folder of gold")
        for path in sorted(folder.glob("*" + SUFFIX)):
            gold = path.read_bytes()
            readings.append(Reading.from_json(gold, _text_beside(path)))
            digest.update(gold)
    if not readings:
        where = ", ".join(map(str, folders))
        raise EmptyInput(f"no *{SUFFIX} file is here", where=where, fix="give a folder of gold")
    return GoldSet(tuple(readings), digest.hexdigest())


def _text_beside(path: Path) -> str:
    text = path.with_name(path.name.removesuffix(SUFFIX) + ".txt")
    try:
        with text.open(encoding="utf-8", newline="") as file:
            return file.read()
    except FileNotFoundError as error:
        fix = f"put the text of {path.name} there"
        raise MissingInput("the gold's text is missing", where=str(text), fix=fix) from error
