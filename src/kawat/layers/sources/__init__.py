"""Whom the article took from, its own outlet, and its dateline."""

from __future__ import annotations

import re

from kawat.draft import Citation, Draft, layer
from kawat.layers.sources.citations import citations
from kawat.layers.sources.dateline import dateline_at, place_name
from kawat.lexicon.outlets import outlet_at, proper_name
from kawat.reading import Dateline, Outlet, Source, Span

_SILENT = ("related", "tags", "comments", "title", "credit")
_NAME = re.compile(r"[A-Za-z0-9][\w.'’& -]*")
_LABEL = re.compile(r"[\w ]{3,20}[:：]\s*")
_RIGHTS_OF = re.compile(
    r"(?:dari|di|milik|©(?: \d{4})?|\(c\)) ?(?P<name>[A-Z][\w.]*(?: [A-Z][\w.]*){0,3})"
)


@layer(needs="furniture sentences", gives="sources citations outlet dateline")
def sources(draft: Draft) -> None:
    """Find the dateline, the article's own outlet, and every source that it cites."""
    _find_dateline(draft)
    cited = [c for c in citations(draft.text) if not draft.in_furniture(c.span, *_SILENT)]
    cited += _signed(draft)
    own = draft.outlet.name.lower() if draft.outlet else ""
    kept = [c for c in cited if c.name.lower() != own]
    draft.citations = tuple(sorted(kept, key=lambda c: c.span))
    first: dict[str, Citation] = {}
    for citation in draft.citations:
        first.setdefault(citation.name.lower(), citation)
    draft.sources = tuple(Source(name=c.name, span=c.span) for c in first.values())


def _find_dateline(draft: Draft) -> None:
    draft.outlet = draft.dateline = None
    for start in _openings(draft):
        prefix = dateline_at(draft.text, start)
        if prefix is None:
            continue
        if prefix.outlet:
            name = proper_name(prefix.outlet.of(draft.text))
            draft.outlet = Outlet(name=name, span=prefix.outlet)
        if prefix.place:
            place = place_name(prefix.place.of(draft.text))
            draft.dateline = Dateline(place=place, span=prefix.place)
        break
    if draft.outlet is None:
        draft.outlet = _outlet_in_rights(draft)
    if draft.outlet is None and draft.article.outlet:
        draft.outlet = Outlet(name=proper_name(draft.article.outlet))


def _openings(draft: Draft) -> list[int]:
    """Return where the first lines begin that are not furniture."""
    starts: list[int] = []
    at = 0
    for line in draft.text[:4000].split("\n")[:40]:
        begin = at + len(line) - len(line.lstrip())
        at += len(line) + 1
        if line.strip() and not draft.in_furniture((begin, begin + 1)):
            starts.append(begin)
        if len(starts) == 6:
            break
    return starts


def _outlet_in_rights(draft: Draft) -> Outlet | None:
    """Return the outlet that a reuse notice names as its owner."""
    for furniture in draft.furniture:
        if furniture.kind != "rights":
            continue
        found = _RIGHTS_OF.search(furniture.span.of(draft.text))
        if found:
            start = furniture.span.start + found.start("name")
            known = outlet_at(draft.text, start)
            end = known[0] if known else furniture.span.start + found.end("name")
            span = Span(start, end - (draft.text[end - 1] == "."))
            return Outlet(name=proper_name(span.of(draft.text)), span=span)
    return None


def _signed(draft: Draft) -> list[Citation]:
    """Return the sources named at the foot: ``Sumber: TNA``, ``(ANTARA/Reuters)``."""
    found: list[Citation] = []
    for furniture in draft.furniture:
        if furniture.kind not in ("source", "byline"):
            continue
        words = furniture.span.of(draft.text)
        label = _LABEL.match(words)
        if furniture.kind == "byline" and (label or "/" not in words):
            continue
        for name in _NAME.finditer(words.replace(" dan ", " |   "), label.end() if label else 0):
            start = furniture.span.start + name.start()
            known = outlet_at(draft.text, start)
            end = known[0] if known else start + len(name.group().rstrip(" ."))
            if known or (label and furniture.kind == "source" and name.group()[0].isupper()):
                found.append(Citation(Span(start, end), proper_name(draft.text[start:end])))
    return found
