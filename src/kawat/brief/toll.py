"""The toll of a brief: each measure's low, best and high, with its newest count of each counter."""

from __future__ import annotations

from collections.abc import Sequence

from kawat.brief.builder import Builder
from kawat.brief.model import BriefLine, Section
from kawat.brief.sources import window
from kawat.record.figures import CountTold, counts_told
from kawat.toll import Count, Toll, count_of, tolls_of

HARM = ("killed", "injured", "missing", "displaced", "detained", "released")
"""Measures of people harmed or moved; the others are no toll."""

TOLLS = 4
"""Tolls shown from a start on, and of single blows."""

COUNTS = 2
"""Counts of each toll that are quoted, the newest of different counters."""

LOOKED_AT = 200


def counts_of(builder: Builder) -> list[tuple[CountTold, Count]]:
    """Return the newest counts of harm that are known."""
    told = counts_told(builder.connection, builder.scope, LOOKED_AT)
    return [(one, count_of(one)) for one in told if one.measure in HARM]


def toll(builder: Builder, counts: Sequence[tuple[CountTold, Count]]) -> Section:
    """Return the tolls, those from a start on apart from single blows."""
    tolls = tolls_of(counts)
    groups = []
    shown = 0
    for name, cumulative in (("cumulative", True), ("single", False)):
        some = [one for one in tolls if one.cumulative == cumulative]
        some.sort(key=lambda one: (_newest(one), len(one.counts)), reverse=True)
        lines = [_line(builder, one) for one in some[:TOLLS]]
        shown += len(lines)
        groups.append((builder.words("group", name), lines))
    see = f"toll {builder.about()}"
    return builder.section("toll", groups, len(tolls) - shown, see)


def _newest(toll: Toll) -> str:
    return max((count.day or "" for count in toll.counts), default="")


def _line(builder: Builder, one: Toll) -> BriefLine:
    words = builder.words
    quoted = _quoted(one)
    newest = quoted[0]
    number = words.number
    parts = {
        "measure": _capital(words.labels.of("measure", one.measure)),
        "group": f" ({one.group})" if one.group else "",
        "best": _best(builder, one, newest),
    }
    if one.low is not None and one.high is not None and one.low != one.high:
        parts |= {"low": number(one.low), "high": number(one.high)}
        text = words("line", "toll_range", **parts)
    else:
        text = words("line", "toll", **parts)
    where = words("line", "place", place=words.name(newest.place)) if newest.place else ""
    by = words("line", "counted", who=newest.counted_by) if newest.counted_by else None
    since = f"{words.labels['since']} {words.labels.time(newest.since)}" if newest.since else None
    day = words.when(newest.day, dated=False)
    sources = {builder.sources.number(c.article, c.uri, c.outlet, c.published) for c in quoted}
    return BriefLine(
        text=text + where,
        when=" · ".join(filter(None, (day, since, by))),
        quotes=tuple(
            window(
                count.said,
                count.words,
                builder.sources.number(count.article, count.uri, count.outlet, count.published),
            )
            for count in quoted
        ),
        sources=tuple(sorted(sources)),
    )


def _best(builder: Builder, one: Toll, newest: Count) -> str:
    """Return the best count in words: the newest one's own where it is a range or a bound."""
    if one.best is None:
        return newest.words
    qualifier = next(
        (c.qualifier for c in reversed(one.counts) if c.value == one.best), newest.qualifier
    )
    told = builder.words.labels.of("qualifier", qualifier)
    return f"{told} {builder.words.number(one.best)}".strip()


def _quoted(one: Toll) -> list[Count]:
    newest: dict[str, Count] = {}
    for count in reversed(one.counts):
        newest.setdefault(count.counted_by or count.outlet or count.article, count)
    return list(newest.values())[:COUNTS]


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"
