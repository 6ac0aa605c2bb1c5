"""Names of people, countries, bodies and places, and the titles that people bear."""

from __future__ import annotations

from kawat.draft import Draft, Name, TitlePhrase, Words, layer
from kawat.layers.names.finder import NameFinder
from kawat.layers.names.found import Found, Person
from kawat.layers.names.gazetteer import gazetteer
from kawat.layers.names.titles import Title
from kawat.layers.names.words import words_of
from kawat.reading import Span

_PARTISAN = frozenset({"REB", "IGO", "NGO", "BUS", "PTY", "EDU", "JRN", "COP", "SPY", "OPP"})


@layer(needs="furniture sentences tokens dateline sources", gives="words names titles")
def names(draft: Draft) -> None:
    """Find the names of people, countries, bodies and places, and the titles that people bear."""
    draft.words = text = words_of(draft.text, draft.tokens, gazetteer().parts)
    labels = [draft.tokens[t].name.rpartition("-")[2] for t in text.tokens]
    found = NameFinder(text, labels).run()
    draft.names = tuple(sorted(_names(text, found), key=lambda n: n.span))
    draft.titles = tuple(_title(text, t, p) for t, p in found.titles)


def _names(text: Words, found: Found) -> list[Name]:
    people = [_person(text, p) for p in found.people.values()]
    inside = {k for p in found.people.values() for k in range(p.start, p.end)}
    others = [
        Name(
            _span(text, m.start, m.end),
            m.known.kind,
            m.known.name,
            m.known.country,
            m.known.sector,
            open=m.known.open,
        )
        for m in found.names.values()
        if m.known.kind != "person" and inside.isdisjoint(range(m.start, m.end))
    ]
    return people + others


def _person(text: Words, person: Person) -> Name:
    span, title, known = _span(text, person.start, person.end), person.title, person.known
    country = known.country if known else None
    if country is None and title and title.of:
        country = title.of.country
    return Name(
        span,
        "person",
        known.name if known else span.of(text.text),
        country,
        known.sector if known else _sector(title),
        _role(text, title) if title else None,
        open=known is None and not (title and title.of and title.of.sector == "IGO"),
    )


def _role(text: Words, title: Title) -> Span:
    """Return the title as printed; a bracket at its end stays if it shortens the state's name."""
    whole = _span(text, title.start, title.end)
    state = title.printed < title.end and gazetteer().at(text, title.printed)
    if not state or state.known.kind != "country":
        return _span(text, title.start, title.printed)
    return Span(whole.start, text.text.index(")", whole.end) + 1)


def _sector(title: Title | None) -> str | None:
    """Return the sector that a title tells: the body's that it is of, where that is no state's."""
    if title is None:
        return None
    of = title.of.sector if title.of else None
    return of if of in _PARTISAN else title.sector


def _title(text: Words, title: Title, person: Person | None) -> TitlePhrase:
    of = title.of
    return TitlePhrase(
        _span(text, title.start, title.printed),
        title.head,
        title.sector,
        of.country if of else None,
        of.name if of and of.kind == "organization" else None,
        _span(text, person.start, person.end) if person else None,
    )


def _span(text: Words, start: int, end: int) -> Span:
    return Span(text.starts[start], text.ends[end - 1])
