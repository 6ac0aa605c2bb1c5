"""What is in dispute: events, tolls, and dates that an article has wrong, each with both sides."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from kawat.brief.builder import Builder
from kawat.brief.model import BriefLine, Section
from kawat.brief.sources import window
from kawat.disputes import ArticleDispute, CountSide, TollDispute, disputed_articles, disputed_tolls
from kawat.record.disputes import Dispute, disputes_of
from kawat.record.figures import CountTold
from kawat.record.telling import Telling
from kawat.timeline import Line, shown

DISPUTES = 6
TYPES = ("ASSAULT", "AGREE", "RETREAT", "CONSULT")
"""Types whose events are looked at."""

LOOKED_AT = 40
"""Events of each type that several articles tell, and articles, the newest ones."""


def disputes(builder: Builder, counts: Sequence[CountTold]) -> Section:
    """Return what is contradicted: tolls first, then events, then articles by themselves."""
    tolls = [partial(_toll, builder, one) for one in disputed_tolls(builder.connection, counts)]
    events = [
        partial(_event, builder, line, group, dispute)
        for line, group in builder.known.told_by_several(TYPES, LOOKED_AT)
        for dispute in disputes_of(group)
    ]
    numbers = builder.known.newest_articles(LOOKED_AT)
    articles = [
        partial(_article, builder, one) for one in disputed_articles(builder.connection, numbers)
    ]
    every: list[Callable[[], BriefLine]] = [
        *tolls[: DISPUTES // 2],
        *events[: DISPUTES // 2],
        *articles,
        *tolls[DISPUTES // 2 :],
        *events[DISPUTES // 2 :],
    ]
    lines = [line() for line in every[:DISPUTES]]  # only what is shown cites its sources
    see = "disputes"
    return builder.section("disputes", [("", lines)], len(every) - len(lines), see)


def _toll(builder: Builder, dispute: TollDispute) -> BriefLine:
    words = builder.words
    name = words.labels.of("measure", dispute.measure)
    group = f" ({dispute.group})" if dispute.group else ""
    place = words("line", "place", place=words.name(dispute.place)) if dispute.place else ""
    counts = [side.counts[0] for side in dispute.sides]
    sides = words("line", "versus").join(_side(builder, side) for side in dispute.sides)
    numbers = [builder.sources.number(c.article, c.uri, c.outlet, c.published) for c in counts]
    return BriefLine(
        text=words(
            "line", "dispute", field=f"{name[:1].upper()}{name[1:]}{group}{place}", sides=sides
        ),
        when=words.day(dispute.day or counts[0].as_of or counts[0].published),
        quotes=tuple(
            window(count.said, count.words, number)
            for count, number in zip(counts, numbers, strict=True)
        ),
        sources=tuple(sorted(set(numbers))),
        id=dispute.event,
    )


def _side(builder: Builder, side: CountSide) -> str:
    count = side.counts[0]
    by = count.counted_by or count.outlet
    told = f"“{' '.join(count.words.split())}”"
    return f"{told} ({builder.words('line', 'counted', who=by)})" if by else told


def _event(builder: Builder, event: Line, group: Sequence[Telling], dispute: Dispute) -> BriefLine:
    words = builder.words
    line = builder.event(event)
    field = words.labels.of("reason", dispute.field)
    sides = words("line", "versus").join(
        words.day(side.value)
        if dispute.field == "day"
        else words.labels.of("status", side.value)
        if dispute.field == "status"
        else side.value
        for side in dispute.sides
    )
    named = {telling.name: telling for telling in group}
    firsts = [shown(named[side.tellings[0]]) for side in dispute.sides]
    return BriefLine(
        text=words("line", "dispute", field=f"{line.text}: {field}", sides=sides),
        when=line.when,
        quotes=tuple(builder.sources.quote(telling) for telling in firsts),
        sources=line.sources,
        id=line.id,
    )


def _article(builder: Builder, dispute: ArticleDispute) -> BriefLine:
    words = builder.words
    number = builder.sources.number(dispute.article, dispute.uri, dispute.outlet, dispute.published)
    name = words.labels.of("warning", dispute.code)
    said = " ".join(dispute.words.split())
    return BriefLine(
        text=words("line", "dispute", field=f"{name[:1].upper()}{name[1:]}", sides=f"“{said}”"),
        when=words("head", "printed_on", day=words.day(dispute.published)),
        quotes=(window(dispute.said, dispute.words, number),),
        sources=(number,),
    )
