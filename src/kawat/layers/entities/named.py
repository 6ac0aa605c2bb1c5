"""Mentions that are names, and titles that stand for a person."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from kawat.draft import Draft, Name, TitlePhrase, Words
from kawat.layers.entities.mentions import Mention
from kawat.layers.entities.seats import is_government
from kawat.lexicon import table
from kawat.reading import EntityKind, Span

_KINDS: dict[str, EntityKind] = {
    "person": "person",
    "country": "country",
    "organization": "organization",
    "outlet": "organization",
    "place": "place",
    "group": "group",
}


@cache
def _words() -> dict[str, frozenset[str]]:
    return {k: frozenset(v) for k, v in table("mentions")["words"].items()}


def named(draft: Draft, text: Words, names: dict[int, tuple[int, Name]]) -> Iterator[Mention]:
    """Yield a mention for every name; capitals and seats as the clause decides."""
    offices = {t.name: t for t in draft.titles if t.name}
    within = {end for end, n in names.values() if n.kind == "place"}
    for start, (end, name) in names.items():
        before = text.lows[start - 1] if start and text.close(start) else ""
        if (before in _words()["names_never_after"] and name.kind != "outlet") or text.text[
            name.span.end :
        ][:1] == "$":
            continue
        if name.kind == "country" and _of_press(text, start):
            continue
        if name.name == "Barat" and before in _words()["before_directions"]:
            continue
        kind, sector = _kind(name, text, start, end)
        if name.kind == "capital" and start in within and text.marks[start] == "":
            kind, sector = "place", None
        title = offices.get(name.span)
        span, key = name.span, name.country if kind == "country" else name.name
        if kind == "country" and (turned := _direction(text, end)):
            span = Span(span.start, text.ends[turned - 1])
            kind, key = "place", span.of(text.text)
        elif text.lows[start] in _words()["epithets"] and _back(text, end):
            span = Span(span.start, text.ends[end])
        office = title.office if title else None
        yield Mention(
            span,
            kind,
            str(key),
            name.name,
            name.country,
            sector,
            name.role,
            office,
            open=name.open,
            outlet=name.kind == "outlet",
        )


def _of_press(text: Words, i: int) -> bool:
    """Tell whether the state before word i is only said to own an outlet: ``media resmi Korut``."""
    at, words = i - 1, _words()
    while at > 0 and text.close(at + 1) and text.lows[at] in words["of_press"]:
        at -= 1
    return at >= 0 and text.close(at + 1) and text.lows[at] in words["press"]


def _back(text: Words, end: int) -> bool:
    """Tell whether a word that points back follows (``itu``)."""
    return (
        end < len(text) and text.marks[end] == "" and text.lows[end] in ("itu", "tersebut", "ini")
    )


def _kind(name: Name, text: Words, start: int, end: int) -> tuple[EntityKind, str | None]:
    if name.kind in ("capital", "seat"):
        if is_government(name, text, start, end):
            return "organization", "GOV"
        return "place", None
    before = text.lows[start - 1] if start and text.close(start) else ""
    if name.kind == "place" and before == "pihak":
        return "organization", None
    return _KINDS[name.kind], name.sector


def _direction(text: Words, end: int) -> int | None:
    """Return where the directions that make a place of a country end (``Lebanon selatan``)."""
    at = end
    while at < len(text) and text.marks[at] == "" and text.lows[at] in _words()["directions"]:
        at += 1
    return at if at > end else None


def titles_alone(
    draft: Draft, text: Words, names: dict[int, tuple[int, Name]]
) -> Iterator[Mention]:
    """Yield the titles that stand for a person without a name."""
    starts = {start: i for i, start in enumerate(text.starts)}
    for title in draft.titles:
        i = starts[title.span.start]
        if title.name is not None or not _is_office(title.office):
            continue
        before = text.lows[i - 1] if i and text.close(i) else ""
        if before in _words()["titles_never_after"]:
            continue
        span, back = _extent(title.span, text, i)
        if _in_a_row(title, text, names):
            continue
        if before in _words()["plural"] or _plural(title, text, i):
            yield _group(title, text)
        elif back or title.country or title.body or text.capital(i) or before in _words()["speech"]:
            words = span.of(text.text)
            yield Mention(
                span,
                "person",
                words,
                words,
                title.country,
                title.sector,
                None,
                title.office,
                bodied=title.body is not None,
                open=title.sector != "IGO",
            )


def _in_a_row(title: TitlePhrase, text: Words, names: dict[int, tuple[int, Name]]) -> bool:
    """Tell whether more countries follow (``Menlu Pakistan, Bahrain dan Kuba``)."""
    after = next((k for k in range(len(text)) if text.starts[k] >= title.span.end), len(text))
    if title.country is None or after >= len(text):
        return False
    if text.marks[after] == "," and after in names and names[after][1].kind == "country":
        end = names[after][0]
        return end < len(text) and (text.marks[end] == "," or text.lows[end] == "dan")
    return False


def _is_office(office: str) -> bool:
    """Tell whether the title is one that points at a person when it stands alone."""
    alone = _words()["alone"]
    parts = office.split()
    return any(" ".join(parts[:n]) in alone for n in range(1, len(parts) + 1))


def _plural(title: TitlePhrase, text: Words, i: int) -> bool:
    """Tell whether the office is of a league of states, and not its own: then it is many."""
    many = title.office.startswith(("menteri", "menlu", "menhan", "kepala negara"))
    return many and title.body is not None and title.country is None


def _group(title: TitlePhrase, text: Words) -> Mention:
    words = title.span.of(text.text)
    return Mention(title.span, "group", words.casefold(), words, title.country, title.sector)


def _extent(span: Span, text: Words, i: int) -> tuple[Span, bool]:
    """Return the title with ``sang`` before it and ``itu`` behind it, and whether it has them."""
    end = next((k for k in range(i, len(text)) if text.starts[k] >= span.end), len(text))
    back = end < len(text) and text.marks[end] == "" and text.lows[end] in _words()["tails"]
    named = bool(i) and text.marks[i] == "" and text.lows[i - 1] in _words()["openers"]
    start = text.starts[i - 1] if named else span.start
    return Span(start, text.ends[end] if back else span.end), back or named
