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
_MOST_ABOVE = 3
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
    paragraphs = 0
    for i, line in enumerate(page.lines[:_HEAD]):
        if line.kind is None and _has_dateline(page, line):
            return i
        if line.is_report:
            first = i if first is None else first
            paragraphs += 1
            if paragraphs > _MOST_ABOVE:
                break
    return first


def _has_dateline(page: Page, line: Line) -> bool:
    """Tell whether the line opens with a dateline, or is one that lost what followed it."""
    prefix = dateline_at(page.text, line.start)
    return prefix is not None and (line.count >= 6 or prefix.end >= line.end)


def _is_signed(page: Page, opening: int) -> bool:
    return _has_dateline(page, page.lines[opening])


def _key(words: str) -> str:
    return " ".join(_LETTERS.findall(words.lower()))


def _find_title(page: Page, known: str | None, opening: int | None) -> Line | None:
    if known:
        key = _key(known)
        for line in page.lines[:_HEAD]:
            if key and _key(line.text) == key:
                return line
    for i, line in enumerate(page.lines[: _HEAD if opening is None else opening]):
        if line.kind is None:
            return line if _is_title(page, i, opening) else None
    return None


def _is_title(page: Page, i: int, opening: int | None) -> bool:
    """Tell whether the first line of words is the headline.

    One with capitals is; one without needs a sign: a dateline, a stamp or an empty line below.
    """
    line = page.lines[i]
    below = next((b for b in page.lines[i + 1 :] if b.kind is None), None)
    if below is None or not 3 <= line.count <= _TITLE_WORDS:
        return False
    if line.text.endswith((",", ";", ":")) or line.text[0].islower() or ". " in line.text:
        return False
    if line.text.endswith(".") and not line.text.endswith("..."):
        return False
    signed = opening is not None and _is_signed(page, opening)
    if not signed and (below.text[0].islower() or below.text[0] in ",.;)"):
        return False
    stamped = page.lines[i + 1].kind in ("stamp", "byline")
    return is_title_cased(line.text) or (line.count >= 4 and (signed or stamped or below.spaced))


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
    """Mark captions, credits and bylines between the title and the report.

    A page that has both puts the teaser first, which is the report's, and the caption after it.
    """
    between = [line for line in page.lines[start:opening] if line.kind is None]
    signed = start > 0 and _is_signed(page, opening)
    seen: set[str] = set()
    teaser = False
    for n, line in enumerate(between):
        below = between[n + 1] if n + 1 < len(between) else page.lines[opening]
        if (below.text[0].islower() and not signed) or below.text[0] in ",.;)-–—":
            continue  # a paragraph that was broken at a link
        if _split_credit(page, line):
            continue
        line.kind = _picture_kind(line, below, seen, signed=signed)
        if line.kind is None and start > 0 and shapes.is_byline(line.text):
            line.kind = "byline"
        if line.kind is None and signed and teaser and not line.text.endswith("?"):
            line.kind = "caption"
        teaser = teaser or line.kind is None
        seen.add(_key(line.text))


def _split_credit(page: Page, line: Line) -> bool:
    """Mark a caption that ends with its credit as the two that it is."""
    split = -1 if shapes.is_credit(line.text) else shapes.credit_start(line.text, lone=True)
    if split <= 0:
        return False
    page.mark(line.start, line.start + split, "caption")
    page.mark(line.start + split, line.end, "credit")
    return True


def _picture_kind(line: Line, below: Line, seen: set[str], *, signed: bool) -> FurnitureKind | None:
    if shapes.is_credit(line.text) or shapes.names_agencies(line.text):
        return "credit"
    if (line.count > 2 and _key(line.text) in seen) or _PICTURED.search(line.text):
        return "caption"
    if shapes.is_credit(below.text) or shapes.names_agencies(below.text):
        return "caption"
    if shapes.is_byline(line.text):
        return None
    short = _CAPTION_WORDS // 2 if line.ended or _TOLD.search(line.text) else _CAPTION_WORDS
    apart = signed or (below.spaced and line.spaced)
    return "caption" if line.count <= short and _stands_alone(line) and apart else None


def _stands_alone(line: Line) -> bool:
    """Tell whether the line is whole in itself, and neither asks nor quotes."""
    return line.text[0].isupper() and not line.text.endswith(("?", '"', "”", ",", ":", "-"))
