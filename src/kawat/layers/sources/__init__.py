"""Whom the article took from, its own outlet, and its dateline."""

from __future__ import annotations

import re

from kawat.draft import Citation, Draft, layer
from kawat.layers.sources.citations import citations
from kawat.layers.sources.dateline import dateline_at, place_name
from kawat.lexicon import table
from kawat.lexicon.outlets import outlet_at, outlet_named, proper_name
from kawat.reading import Dateline, Outlet, Source, Span

_SILENT = ("related", "tags", "comments", "title", "credit")
_NAME = re.compile(r"[A-Za-z0-9][\w.'’& -]*")
_LABEL = re.compile(r"[\w ]{3,20}[:：]\s*")
_AUTHOR = re.compile(r"[A-Z]\w*?(?= ?(?:Editor|Penerjemah|Uploader|/|\||,|$))", re.MULTILINE)
_RIGHTS_OF = re.compile(
    r"(?:dari|di|milik|©(?: \d{4})?|\(c\)) ?(?P<name>[A-Z][\w.]*(?: [A-Z][\w.]*){0,3})"
)
_SIGNED_WITH = re.compile(r"(?:^| [-–|] ?|, )(?P<name>[A-Za-z][\w.]*(?: [A-Z]\w*)?)")


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
        if not any(name.startswith(f"{citation.name.lower()} @") for name in first):
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
        draft.outlet = _outlet_in_furniture(draft)
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


def _outlet_in_furniture(draft: Draft) -> Outlet | None:
    """Return the outlet that a reuse notice or the line of author and date names."""
    for furniture in draft.furniture:
        if furniture.kind == "rights":
            found = _RIGHTS_OF.search(furniture.span.of(draft.text))
        elif furniture.kind in ("byline", "stamp"):
            found = _SIGNED_WITH.search(furniture.span.of(draft.text))
        else:
            continue
        if found:
            start = furniture.span.start + found.start("name")
            known = outlet_at(draft.text, start)
            if known or furniture.kind == "rights":
                end = known[0] if known else furniture.span.start + found.end("name")
                span = Span(start, end - (draft.text[end - 1] == "."))
                return Outlet(name=proper_name(span.of(draft.text)), span=span)
    return None


def _signed(draft: Draft) -> list[Citation]:
    """Return the sources named at the foot: ``Sumber: TNA``, ``(ANTARA/Reuters)``, ``(ts/afp)``."""
    found: list[Citation] = []
    for furniture in draft.furniture:
        if furniture.kind not in ("source", "byline"):
            continue
        words = furniture.span.of(draft.text)
        label = _LABEL.match(words)
        if furniture.kind == "byline" and label:
            found += _agency_as_author(draft.text, furniture.span.start + label.end())
            continue
        for name in _NAME.finditer(words.replace(" dan ", " |   "), label.end() if label else 0):
            start = furniture.span.start + name.start()
            cited = _cited_at(draft.text, start, name.group(), named=furniture.kind == "source")
            if cited and (cited[2] or label):
                found.append(Citation(Span(start, cited[0]), cited[1]))
    return found


def _agency_as_author(text: str, start: int) -> list[Citation]:
    """Return the agency that stands where the author does: ``Pewarta: Xinhua``."""
    name = _AUTHOR.match(text, start)
    known = outlet_named(name.group()) if name else None
    if not name or known is None or known.kind != "agency":
        return []
    return [Citation(Span(*name.span()), proper_name(name.group()))]


def _cited_at(text: str, start: int, words: str, *, named: bool) -> tuple[int, str, bool] | None:
    """Return end, name and whether it is known of an outlet or agency's code at ``start``."""
    known = outlet_at(text, start)
    if known and known[1].kind != "platform" and (named or known[1].kind == "agency"):
        return known[0], proper_name(text[start : known[0]]), True
    bare = words.rstrip(" .")
    code = table("citations")["codes"].get(bare)
    if code:
        return start + len(bare), code, True
    return (start + len(bare), proper_name(bare), False) if named and bare[0].isupper() else None
