"""Lines that are furniture from end to end, wherever they stand on the page."""

from __future__ import annotations

import re

from kawat.layers.furniture import phrases, shapes
from kawat.layers.furniture.headlines import headline_end, is_headline, is_title_cased
from kawat.layers.furniture.page import Line, Page
from kawat.lexicon.outlets import outlet_at
from kawat.reading import FurnitureKind

_COMMENTS = re.compile(r"\(?\d{1,4}\)? ?(?:komentar|comments?|tanggapan|balasan)")
_DIGIT = re.compile(r"\d")
_GLUED_SIGNS = ("Pewarta:", "Editor:", "Penulis:", "COPYRIGHT")
_LIST_LIMIT = 8
_CONTENTS = ("daftar isi", "table of contents")
_NAME_WORDS = 9


def mark_whole_lines(page: Page) -> None:
    """Give every line that is furniture as a whole its kind."""
    for line in page.lines:
        if line.kind is None and line.count <= 60:
            line.kind = _kind(line, page.lower[line.start : line.end])
    _take_listed_headlines(page)


def _kind(line: Line, lower: str) -> FurnitureKind | None:
    if shapes.is_markup(line.text):
        return "other"
    kind = phrases.whole_line(lower)
    if kind:
        return kind
    if line.count <= 16:
        kind = _by_shape(line)
        if kind:
            return kind
    return _by_start(line, lower)


def _by_shape(line: Line) -> FurnitureKind | None:
    if _DIGIT.search(line.text) and (
        shapes.is_stamp(line.text) or shapes.is_signed_stamp(line.text)
    ):
        return "stamp"
    if shapes.is_lone_code(line.text):
        return "source" if outlet_at(line.text, 1) else "byline"
    if _COMMENTS.fullmatch(line.text.lower()):
        return "comments"
    return None


def _by_start(line: Line, lower: str) -> FurnitureKind | None:
    phrase = phrases.line_start(lower)
    if phrase is None:
        return None
    rest = line.text[len(phrase.words) :].lstrip(" \xa0")
    if phrase.form == "start":
        return phrase.kind
    if phrase.form in ("label", "colon"):
        return phrase.kind if _opens_label(phrase.form, phrase.kind, rest, line) else None
    return "related" if _opens_headline(rest, line) else None


def _opens_label(form: str, kind: str, rest: str, line: Line) -> bool:
    """Tell whether a label's colon and a short line of names follow."""
    if rest[:1] in (":", "："):
        return form == "colon" or line.count <= _NAME_WORDS + 6
    if kind == "byline" and form == "label":
        names = rest.lstrip("|/- ").split()
        return (
            0 < len(names) <= 5
            and all(n[0].isupper() or n[0] in "&/" for n in names)
            and not line.ended
        )
    return False


def _opens_headline(rest: str, line: Line) -> bool:
    """Tell whether other articles' headlines follow on the line, or nothing does."""
    if not rest or rest in (":", "："):
        return True
    if any(sign in rest for sign in _GLUED_SIGNS):
        return False  # a signature is glued on; the line is parted later
    if rest[:1] in ":：\"'“‘|[(-–—_,;":
        return line.count <= 40 and headline_end(
            line.text, len(line.text) - len(rest), len(line.text)
        ) == len(line.text)
    if rest.split()[0].lower() in ("video", "berita", "artikel", "foto", "di"):
        return line.count <= 30
    return rest[0].isupper() and line.count <= 30 and not line.ended


def _take_listed_headlines(page: Page) -> None:
    """Take the headlines that stand on the lines below a heading such as ``Baca juga:``."""
    lines = page.lines
    for i, line in enumerate(lines):
        if line.kind == "other" and line.text.lower().startswith(_CONTENTS):
            _take_contents(lines[i + 1 : i + 1 + _LIST_LIMIT])
        if line.kind != "related" or not _is_heading(line):
            continue
        for n, below in enumerate(lines[i + 1 : i + 1 + _LIST_LIMIT]):
            listed = line.text.rstrip().endswith(":") or below.text[0] not in '0123456789"“'
            first = n == 0 and line.text.rstrip().endswith(":") and _may_be_headline(below)
            bare = below.text.lstrip("-•*0123456789.) ")
            listed = listed and "|" not in below.text
            if below.kind is None and listed and (first or is_headline(bare)) and not below.ended:
                below.kind = "related"
            elif below.kind != "related":
                break


def _take_contents(lines: list[Line]) -> None:
    """Take the crossheads that a table of contents lists at the head of the page."""
    for line in lines:
        if line.kind is not None or line.ended or line.count < 2 or not is_title_cased(line.text):
            return
        line.kind = "other"


def _is_heading(line: Line) -> bool:
    return line.count <= 5


def _may_be_headline(line: Line) -> bool:
    return 3 <= line.count <= 22 and line.text[0] not in '"“' and not line.text.endswith((",", ":"))
