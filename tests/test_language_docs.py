"""The ten analyses on the page about the language layer are what the layer says."""

from __future__ import annotations

import re
from pathlib import Path

from kawat.draft import Article, Draft
from kawat.layers.language import language
from kawat.layers.parse import parse

PAGE = Path(__file__).parent.parent / "docs" / "language.md"


def show(text: str) -> list[str]:
    """Return a sentence and its analysis in the lines of the page."""
    draft = Draft(Article(text, "docs/language.md"))
    draft.furniture = ()
    language.run(draft)
    parse.run(draft)
    lines = [text]
    for i, token in enumerate(draft.tokens):
        arc = f"{token.label} ← {draft.tokens[token.head].form}" if token.head != i else "root"
        name = "" if token.name == "O" else token.name
        lines.append(f"  {token.form:<15} {token.tag:<6} {arc:<28} {name}".rstrip())
    return lines


def test_the_page_shows_what_the_layer_says() -> None:
    blocks = re.findall(r"```text\n(.*?)\n```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert len(blocks) == 10
    for block in blocks:
        assert show(block.splitlines()[0]) == block.splitlines()
