"""Who stands with whom: the curated sides of the day, and what the record tells of deeds."""

from __future__ import annotations

from datetime import date

from kawat.brief.builder import Builder
from kawat.brief.model import BriefLine, Section
from kawat.conflicts import Deed, deeds_of, sides_of
from kawat.lexicon.conflicts import Conflict, Member

DEEDS = 4
"""Pairs shown of those who attack each other, and of those who help."""

LOOKED_AT = 500
"""Tellings of each type, the latest ones, among which deeds are counted."""

TABLE = "lexicon/id/conflict_sides.tsv"


def sides(builder: Builder, known: Conflict) -> Section:
    """Return the sides of a conflict on the day, and the pairs that most articles tell of."""
    words = builder.words
    day = builder.scope.day
    groups = [
        (words("group", "side", number=str(number)), [_member(builder, m) for m in side])
        for number, side in enumerate(sides_of(known, day), 1)
    ]
    deeds = deeds_of(builder.connection, known.key, day, LOOKED_AT)
    attacks = [deed for deed in deeds if deed.type == "ASSAULT"]
    help = [deed for deed in deeds if deed.type != "ASSAULT"]
    for name, some in (("attacks", attacks), ("help", help)):
        groups.append((words("group", name), [_deed(builder, deed) for deed in some[:DEEDS]]))
    rest = len(attacks[DEEDS:]) + len(help[DEEDS:])
    as_of = f" --as-of {day.isoformat()}" if day else ""
    return builder.section("sides", groups, rest, f"conflicts {known.key}{as_of}")


def _member(builder: Builder, member: Member) -> BriefLine:
    words = builder.words
    name = member.en if words.language == "en" else member.name
    start = words.labels.date(date.fromisoformat(member.start))
    when = words("line", "since", day=start)
    if member.end:
        end = words.labels.date(date.fromisoformat(member.end))
        day = builder.scope.day
        if day is None or member.end <= day.isoformat():
            when = words("line", "until", day=start, end=end)
    role = words("line", "party" if member.role == "party" else "backs")
    source = builder.sources.of_table(
        f"{words('head', 'table')}: {member.source_by(builder.scope.day)}", TABLE
    )
    return BriefLine(text=name, when=when, tag=role, sources=(source,))


def _deed(builder: Builder, deed: Deed) -> BriefLine:
    words = builder.words
    count = words("line", "deeds", count=words.number(deed.articles))
    kind = words.labels.event(deed.type, None)
    return BriefLine(
        text=words(
            "line", "deed", actor=words.name(deed.actor), recipient=words.name(deed.recipient)
        ),
        when=f"{kind}, {count}" if deed.articles > 1 else kind,
        quotes=(builder.sources.quote(deed.telling),),
        sources=builder.sources.cited([deed.telling]),
    )
