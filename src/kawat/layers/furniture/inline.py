"""Furniture inside a paragraph: markers, other headlines run into the text, codes at its end."""

from __future__ import annotations

import re
from bisect import bisect_left

from kawat.layers.furniture import phrases, shapes
from kawat.layers.furniture.headlines import headline_end
from kawat.layers.furniture.page import Line, Page
from kawat.lexicon.outlets import outlet_at

_BYLINES = re.compile(
    r"(?:Pewarta|Uploader|Penulis|Reporter|Editor|Redaktur)(?: ?/ ?\w+)? ?: ?(?=[A-Z])"
    r"|(?<=[.!?\"”)] )(?:Diadaptasi|Diterjemahkan|Disadur) oleh (?=[A-Z])"
)
_SIGNED = re.compile(
    "Pewarta|Uploader|Penulis|Reporter|Editor|Redaktur|oleh [A-Z]|©|ini (?:tel|sud|per|jug)|\\(c\\)"
)
_RIGHTS = re.compile(
    r"(?:COPYRIGHT|Copyright|Hak [Cc]ipta) ?(?:©|\(c\))"
    r"|(?<=[.!?\"”)] )(?:Artikel|Berita|Tulisan) ini (?:telah|sudah|pertama kali|juga) "
    r"(?:tayang|terbit|naik|dimuat|diterbitkan|dipublikasikan)\b"
)
# at the end of a paragraph, or glued to a marker: `Channel Republikasumber : Antara`
_SOURCE = re.compile(r"(?:(?<=[a-z])|(?<=[.!?\"”)] ))[Ss]umber ?: ?[A-Z][^\n.!?\"“”]{1,40}\.?\s*$")
_PICTURE = re.compile(
    r"[(\[] ?(?:Foto|FOTO|foto|Photo|Dok|dok|Sumber [Ff]oto) ?[:./][^()\[\]\n]{1,80}[)\]]"
)
_CLOSING = {"(": ")", "[": "]"}
_BEFORE = ".!?\"”’')]:…"
_MAX_TAIL = 160
_CAPTION_WORDS = 45


def mark_inline(page: Page) -> None:
    """Mark what stands inside lines that are otherwise the report."""
    for found in phrases.anywhere().finditer(page.text):
        page.mark(found.start(), found.end(), "other")
    if "[" in page.text or "<" in page.text or "&" in page.text or "{" in page.text:
        for found in shapes.MARKUP.finditer(page.text):
            page.mark(found.start(), found.end(), "other")
    for line in page.lines:
        if line.kind is None:
            _mark_signature(page, line)
            _mark_source(page, line)
            if not _mark_caption(page, line):
                _mark_pictures(page, line)
            _mark_code(page, line)
    _mark_headlines(page)


def _mark_signature(page: Page, line: Line) -> None:
    """Mark ``Pewarta: … Editor: … COPYRIGHT ©`` at the end of a paragraph it is glued to."""
    tail_from = max(0, len(line.text) - _MAX_TAIL)
    if not _SIGNED.search(line.text, tail_from):
        return
    rights = _RIGHTS.search(line.text, tail_from)
    end = line.end
    if rights:
        page.mark(line.start + rights.start(), line.end, "rights")
        end = line.start + rights.start()
    names = _BYLINES.search(line.text, tail_from)
    if names and line.start + names.start() < end:
        page.mark(line.start + names.start(), end, "byline")


def _mark_source(page: Page, line: Line) -> None:
    """Mark ``Sumber: Reuters`` at the end of a paragraph that it is run into."""
    tail_from = max(0, len(line.text) - _MAX_TAIL)
    if "umber" not in line.text[tail_from:]:
        return
    if found := _SOURCE.search(line.text, tail_from):
        page.mark(line.start + found.start(), line.start + len(line.text.rstrip()), "source")


def _mark_caption(page: Page, line: Line) -> bool:
    """Mark a short paragraph that ends with a credit as a caption between paragraphs."""
    if line.count > _CAPTION_WORDS or '"' in line.text or "“" in line.text:
        return False
    split = shapes.credit_start(line.text, lone=False)
    words = line.text[:split].rstrip(" .")
    if split <= 0 or ". " in words:
        return False
    page.mark(line.start, line.start + split, "caption")
    page.mark(line.start + split, line.end, "credit")
    return True


def _mark_pictures(page: Page, line: Line) -> None:
    if "(" in line.text or "[" in line.text:
        for found in _PICTURE.finditer(line.text):
            page.mark(line.start + found.start(), line.start + found.end(), "credit")


def _mark_code(page: Page, line: Line) -> None:
    """Mark the editor's code, or the agency in brackets, at the end of a paragraph."""
    start = shapes.code_start(line.text)
    if start < 0:
        return
    inside = line.text[start + 1 :].lstrip()
    known = outlet_at(inside, 0)
    page.mark(line.start + start, line.end, "source" if known else "byline")


def _mark_headlines(page: Page) -> None:
    """Mark ``Baca juga: …`` and its like, with the headline that follows."""
    spans = [(line.start, line.end) for line in page.lines if line.kind is None]
    fences = sorted(start for start, _, _ in page.marks)
    n = 0
    reached = 0
    for found in phrases.openers().finditer(page.lower):
        while n < len(spans) and spans[n][1] <= found.start():
            n += 1
        if n == len(spans):
            return
        if found.start() < max(spans[n][0], reached):
            continue
        reached = _mark_headline(page, found.start(), found.end(), spans[n], fences)


def _mark_headline(
    page: Page, start: int, after: int, line: tuple[int, int], fences: list[int]
) -> int:
    """Mark one opener with its headline, up to the next of ``fences``; return where it ends."""
    before = page.text[max(line[0], start - 3) : start].rstrip()
    opened = before[-1:] in _CLOSING
    rest = page.text[after : after + 4]
    bare = rest.lstrip(" \xa0")
    if not (opened or not before or before[-1] in _BEFORE):
        return start
    if not bare or not (
        bare[0] in ":：\"'“‘|-–["
        or bare[0].isupper()
        or page.lower[after:].lstrip().startswith("video", 0, 8)
    ):
        return start
    if opened:
        end = page.text.find(_CLOSING[before[-1]], after, min(line[1], after + 300))
        if end >= 0:
            first = start - 1 if page.text[start - 1] in _CLOSING else start - 2
            page.mark(first, end + 1, "related")
            return end + 1
    begin = after + len(rest) - len(bare)
    while begin < line[1] and page.text[begin] in ":：|-– \xa0":
        begin += 1
    fence = bisect_left(fences, begin)
    stop = min(line[1], fences[fence]) if fence < len(fences) else line[1]
    end = max(headline_end(page.text, begin, stop), begin)
    page.mark(start, end, "related")
    return end
