"""The foot of the page, and headings between paragraphs of the report."""

from __future__ import annotations

from kawat.layers.furniture import shapes
from kawat.layers.furniture.headlines import is_headline
from kawat.layers.furniture.page import Line, Page
from kawat.lexicon.outlets import outlet_at

_TAG_WORDS = 6
_CROSSHEAD_WORDS = 8


def mark_foot(page: Page) -> None:
    """Mark what follows the last paragraph of the report."""
    last = max((i for i, line in enumerate(page.lines) if line.is_report), default=-1)
    if last < 0:
        return
    signed = _is_signed(page, page.lines[last])
    tags = False
    for line in page.lines[last + 1 :]:
        if line.kind is not None:
            signed = signed or line.kind in (
                "byline",
                "tags",
                "related",
                "comments",
                "rights",
                "source",
            )
            tags = line.kind == "tags" or (tags and line.kind == "other") or line.kind == "byline"
        elif _names_outlets(line.text):
            line.kind = "source"
            signed = True
        elif is_headline(line.text) and signed and line.count > _TAG_WORDS - 2 and _is_plain(line):
            line.kind = "related"
        elif signed and tags and line.count <= _TAG_WORDS and not line.ended:
            line.kind = "tags"
        elif shapes.is_credit(line.text):
            line.kind = "credit"


def _is_plain(line: Line) -> bool:
    """Tell whether the line is no list of names, as line-ups and tables are."""
    return ";" not in line.text and line.text.count(",") <= 2


def _is_signed(page: Page, line: Line) -> bool:
    return any(line.start <= m[0] and m[1] == line.end for m in page.marks)


def _names_outlets(words: str) -> bool:
    """Tell whether the line is names of outlets and nothing else: ``TIME | AL JAZEERA``."""
    if len(words) > 80:
        return False
    parts = [
        p.strip() for p in words.strip("()[]. ").replace("/", "|").replace(",", "|").split("|")
    ]
    known = [outlet_at(p, 0) for p in parts]
    if "|" in words and words.count(" ") <= 12 and any(known):
        return all(p[:1].isupper() and p.count(" ") <= 3 for p in parts)
    return bool(parts) and all(k and k[0] == len(p) for k, p in zip(known, parts, strict=True))


def mark_crossheads(page: Page) -> None:
    """Mark short headings that stand between two paragraphs of the report."""
    lines = page.lines
    for i in range(1, len(lines) - 1):
        line = lines[i]
        if line.kind is None and _is_crosshead(line) and lines[i + 1].is_report:
            before = next((b for b in reversed(lines[:i][-4:]) if b.kind is None), None)
            if before and before.ended and before.count >= 5 and lines[i + 1].text[0] not in ",.;)":
                line.kind = "other"


def _is_crosshead(line: Line) -> bool:
    words = line.text
    return (
        line.count <= _CROSSHEAD_WORDS
        and len(words) <= 70
        and not words.endswith((".", ",", ";", ":", '"', "”", ")", "-"))
        and (words[0].isupper() or words[0].isdigit())
        and '"' not in words
        and any(c.isalpha() for c in words)
    )
