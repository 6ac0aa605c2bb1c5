"""Whole pages in the manner of forty outlets: nothing of the report is eaten, nothing is missed."""

from __future__ import annotations

from pathlib import Path

import pytest

from kawat.draft import Article, Draft
from kawat.layers.furniture import furniture

PAGES = Path(__file__).with_name("pages") / "furniture.txt"


def pages() -> dict[str, tuple[str, set[int]]]:
    """Name of a page → its text, and the offsets of the characters that are furniture."""
    rows: dict[str, list[str]] = {}
    for row in PAGES.read_text(encoding="utf-8").splitlines():
        if row.startswith("== "):
            name = row[3:]
            rows[name] = []
        elif not row.startswith("#") and rows:
            rows[name].append(row)
    return {name: page(lines) for name, lines in rows.items()}


def page(rows: list[str]) -> tuple[str, set[int]]:
    text, marked = "", set()
    for row in rows:
        kind, _, words = row.partition("| ")
        if kind.startswith("+"):
            text = text[:-1] + " "
        if kind.strip("+") not in ("report", ""):
            marked.update(range(len(text), len(text) + len(words)))
        text += words + "\n"
    return text.rstrip("\n"), marked


def inked(text: str, offsets: set[int]) -> str:
    return "".join(text[i] if i in offsets else " " for i in range(len(text))).strip()


@pytest.mark.parametrize("name", pages())
def test_a_page_is_parted_into_report_and_furniture(name: str) -> None:
    text, expected = pages()[name]
    draft = Draft(Article(text, "a.txt"))
    furniture.run(draft)
    found = {i for f in draft.furniture for i in range(*f.span)}
    assert inked(text, found).split() == inked(text, expected).split()


def test_there_are_pages_of_forty_outlets_with_furniture() -> None:
    assert sum(1 for _, expected in pages().values() if expected) >= 40
