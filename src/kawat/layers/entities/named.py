"""Mentions that are names, and titles that stand for a person."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from kawat.draft import Draft, Name, TitlePhrase
from kawat.layers.entities.mentions import Mention
from kawat.layers.entities.seats import is_government
from kawat.layers.names.words import Words
from kawat.lexicon import table
from kawat.reading import EntityKind, Span

_DETERMINERS = frozenset({"itu", "tersebut", "ini"})


@cache
def _alone() -> frozenset[str]:
    return frozenset(a.casefold() for a in table("titles")["words"]["alone"])


def named(draft: Draft, text: Words, names: dict[int, tuple[int, Name]]) -> Iterator[Mention]:
    """Yield a mention for every name; capitals and seats as the clause decides."""
    offices = {t.name: t for t in draft.titles if t.name}
    for start, (end, name) in names.items():
        kind, sector = _kind(name, text, start, end)
        key = name.country if kind == "country" else name.name
        title = offices.get(name.span)
        yield Mention(
            name.span,
            kind,
            str(key),
            name.name,
            name.country,
            sector,
            name.role,
            title.office if title else None,
        )


def _kind(name: Name, text: Words, start: int, end: int) -> tuple[EntityKind, str | None]:
    if name.kind in ("capital", "seat"):
        if is_government(name, text, start, end):
            return "organization", "GOV"
        return "place", None
    kinds: dict[str, EntityKind] = {
        "person": "person",
        "country": "country",
        "organization": "organization",
        "place": "place",
    }
    return kinds[name.kind], name.sector


def titles_alone(draft: Draft, text: Words) -> Iterator[Mention]:
    """Yield the titles that stand for a person without a name."""
    starts = {start: i for i, start in enumerate(text.starts)}
    for title in draft.titles:
        if title.name is None and _points(title, text, starts[title.span.start]):
            span = _with_determiner(title.span, text, starts[title.span.start])
            words = span.of(text.text)
            yield Mention(
                span, "person", words, words, title.country, title.sector, None, title.office
            )


def _points(title: TitlePhrase, text: Words, i: int) -> bool:
    """Tell whether the title means one person: of a country, capitalised, or ``… itu``."""
    if title.office not in _alone():
        return False
    return bool(title.country or title.body or text.capital(i))


def _with_determiner(span: Span, text: Words, i: int) -> Span:
    end = next((k for k in range(i, len(text)) if text.starts[k] >= span.end), len(text))
    if end < len(text) and text.close(end) and text.lows[end] in _DETERMINERS:
        return Span(span.start, text.ends[end])
    return span
