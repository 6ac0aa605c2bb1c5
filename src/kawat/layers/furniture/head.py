"""The head of the page: title, its repeats, and the pictures above the dateline."""

from __future__ import annotations

import re

from kawat.layers.furniture import shapes
from kawat.layers.furniture.headlines import is_title_cased
from kawat.layers.furniture.page import Line, Page
from kawat.layers.furniture.phrases import alternation
from kawat.layers.sources.dateline import dateline_at
from kawat.reading import FurnitureKind, Span, Title

_HEAD = 14
_TITLE_WORDS = 28
_CAPTION_WORDS = 14
_LETTERS = re.compile(r"\w+")
_PICTURED = re.compile(
    rf"(?i:^(?:{alternation('picture', 'openers')})\b)|(?i:{alternation('picture', 'phrases')})"
)
_TOLD = re.compile(rf"\b(?:{alternation('picture', 'told')})\b")


def mark_head(page: Page, known_title: str | None) -> Title | None:
    """Mark title, repeats, captions and credits above the report; return the title."""
    opening = _report_start(page)
    title = _find_title(page, known_title, opening)
    if title is not None:
        title.kind = "title"
        _mark_repeats(page, title)
    start = page.lines.index(title) + 1 if title else 0
    if opening is not None:
        _mark_pictures(page, start, opening)
    return Title(text=title.text, span=Span(title.start, title.end)) if title else None


def _report_start(page: Page) -> int | None:
    """Return the index of the line with the dateline, or of the first paragraph of the report."""
    first = None
    for i, line in enumerate(page.lines[:_HEAD]):
        if line.kind is None and line.count >= 6 and dateline_at(page.text, line.start):
            return i
        if first is None and line.is_report:
            first = i
    return first


def _key(words: str) -> str:
    return " ".join(_LETTERS.findall(words.lower()))


def _find_title(page: Page, known: str | None, opening: int | None) -> Line | None:
    if known:
        key = _key(known)
        for line in page.lines[:_HEAD]:
            if key and _key(line.text) == key:
                return line
    for i, line in enumerate(page.lines[:_HEAD]):
        if opening is not None and i >= opening:
            return None
        if line.kind is None and line.count >= 3:
            below = next((b for b in page.lines[i + 1 :] if b.kind is None), None)
            return line if below and _is_title(line, below) else None
    return None


def _is_title(line: Line, below: Line) -> bool:
    """Tell whether the first line of words is the headline."""
    if line.count > _TITLE_WORDS or line.text.endswith((",", ";", ":")):
        return False
    if line.text.endswith(".") and not line.text.endswith("..."):
        return False
    if line.text[0].islower() or below.text[0].islower() or below.text[0] in ",.;)":
        return False
    return is_title_cased(line.text) or (below.spaced and line.count >= 4)


def _mark_repeats(page: Page, title: Line) -> None:
    """Mark every line that says the title again, with or without the outlet after it."""
    key = _key(title.text)
    first = key[:6]
    for line in page.lines:
        if line.kind is not None or not line.text.lower().lstrip("\"“‘'[( ").startswith(first):
            continue
        again = _key(line.text)
        rest = again[len(key) :].split()
        if (
            again.startswith(key)
            and len(rest) <= 4
            and (not rest or re.search(r"[-|–—:]", line.text))
        ):
            line.kind = "title"


def _mark_pictures(page: Page, start: int, opening: int) -> None:
    """Mark captions and credits between the title and the report.

    A page that has both puts the teaser first, which is the report's, and the caption after it.
    """
    between = [line for line in page.lines[start:opening] if line.kind is None]
    signed = dateline_at(page.text, page.lines[opening].start) is not None
    seen: set[str] = set()
    for n, line in enumerate(between):
        below = between[n + 1] if n + 1 < len(between) else page.lines[opening]
        line.kind = _picture_kind(page, line, below, seen)
        seen.add(_key(line.text))
    left = [line for line in between if line.kind != "credit"]
    for n, line in enumerate(left):
        if line.kind is None and n > 0 and signed and start > 0 and not line.text.endswith("?"):
            line.kind = "caption"


def _picture_kind(page: Page, line: Line, below: Line, seen: set[str]) -> FurnitureKind | None:
    if shapes.is_credit(line.text):
        return "credit"
    split = shapes.credit_start(line.text, lone=True)
    if split > 0:
        page.mark(line.start, line.start + split, "caption")
        page.mark(line.start + split, line.end, "credit")
        return None
    if shapes.names_agencies(line.text):
        return "credit"
    if (
        (line.count > 2 and _key(line.text) in seen)
        or _PICTURED.search(line.text)
        or shapes.is_credit(below.text)
    ):
        return "caption"
    short = _CAPTION_WORDS // 2 if line.ended or _TOLD.search(line.text) else _CAPTION_WORDS
    if line.count <= short and _stands_alone(line) and below.spaced and line.spaced:
        return "caption"
    return None


def _stands_alone(line: Line) -> bool:
    """Tell whether the line is whole in itself, and neither asks nor quotes."""
    return line.text[0].isupper() and not line.text.endswith(("?", '"', "”", ",", ":", "-"))
