"""An actor as a page: names and why they are one, offices, contacts, statements, sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from kawat.digest.rows import Row, flat, row
from kawat.labels import Labels, labels
from kawat.record.places.locate import Located, Unlocated

if TYPE_CHECKING:
    from kawat.record.merge.features import Reason
    from kawat.who import UnsurePair, WhoView


def who_rows(views: Iterable[WhoView], language: str = "id") -> list[Row]:
    """Return the rows of actors, one page below the other."""
    words = labels(language)
    rows: list[Row] = []
    for view in views:
        rows += [row(0), row(0)] if rows else []
        rows += _page(view, words)
    return rows or [row(0, (words["no_actor"], "dim"))]


def unsure_rows(pairs: Iterable[UnsurePair], language: str = "id") -> list[Row]:
    """Return the pairs of names that may be of one actor, each with its reasons."""
    words = labels(language)
    rows: list[Row] = []
    for pair in pairs:
        rows.append(row(0, (f"{pair.one} ↔ {pair.other}", "bold"), (f" ({pair.points:g})", "")))
        rows += _reasons(pair.reasons, 2)
    return rows or [row(0, (words["no_unsure"], "dim"))]


def _page(view: WhoView, words: Labels) -> Iterator[Row]:
    state = f"{view.country} (COW {view.cow.number} {view.cow.abbreviation})" if view.cow else ""
    what = " · ".join(filter(None, (view.kind, view.sector, state or view.country)))
    yield row(0, (view.name, "bold cyan"), (f" · {what}", ""))
    if view.where:
        yield row(0, (_where(view.where), "dim"))
    yield from _names(view, words)
    yield from _listed(
        words["offices"],
        (f"{t.start} – {t.end or '…'}  {t.office} {t.of} ({t.source})" for t in view.offices),
    )
    yield from _listed(
        words["roles"], (f"{r.role} ({_days(r.first, r.last)}; {r.articles}×)" for r in view.roles)
    )
    yield from _contacts(view, words)
    yield from _statements(view, words)
    yield from _listed(
        words["named_in"].format(count=view.articles),
        (
            " · ".join(filter(None, (source.published, source.outlet, source.uri)))
            for source in view.sources
        ),
    )
    yield from _perhaps(view, words)


def _where(found: Located | Unlocated) -> str:
    """Return coordinates, province, country and GeoNames id in one line, with the reason."""
    place = found.place if isinstance(found, Located) else None
    if place is None:
        return found.why
    point = f"{place.latitude:.2f}, {place.longitude:.2f}"
    geonames = f"GeoNames {place.geonames}" if place.geonames else "areas.tsv"
    return " · ".join(filter(None, (point, place.admin1, place.country, geonames, found.why)))


def _names(view: WhoView, words: Labels) -> Iterator[Row]:
    yield from (row(0), row(0, (words["names"], "bold")))
    for name in view.names:
        because = f" · {words['one_because'].format(like=name.like)}:" if name.like else ""
        yield row(2, (f"{name.name} ({name.articles}×)", "bold"), (because, "dim"))
        yield from _reasons(name.reasons, 4)


def _reasons(reasons: Iterable[Reason], indent: int) -> Iterator[Row]:
    for reason in reasons:
        yield row(indent, (f"{reason.points:+g} ", "bold"), (flat(reason.means), "dim"))


def _contacts(view: WhoView, words: Labels) -> Iterator[Row]:
    years = groupby(view.contacts, key=lambda contact: contact.year)
    yield from _listed(
        words["contacts"],
        (
            f"{year or words['no_year']}: {', '.join(f'{c.name} ({c.events})' for c in some)}"
            for year, some in years
        ),
    )


def _statements(view: WhoView, words: Labels) -> Iterator[Row]:
    yield from _listed(
        words["statements_of"].format(count=view.statements),
        (
            f"{words.time(quote.day) if quote.day else words['no_day']}: “{flat(quote.words)}”"
            for quote in view.latest
        ),
    )


def _perhaps(view: WhoView, words: Labels) -> Iterator[Row]:
    if view.unsure:
        yield from (row(0), row(0, (words["perhaps_actor"], "bold")))
    for other in view.unsure:
        country = f", {other.country}" if other.country else ""
        yield row(2, (f"{other.name}{country} ", "bold"), (f"({other.points:g})", ""))
        yield from _reasons(other.reasons, 4)


def _listed(head: str, lines: Iterable[str]) -> list[Row]:
    """Return a heading with its lines, or nothing where there are none."""
    rows = [row(2, (line, "")) for line in lines]
    return [row(0), row(0, (head, "bold")), *rows] if rows else []


def _days(first: str, last: str) -> str:
    return first if first == last else f"{first} – {last}"
