"""Who said what: the newest words of those who are heard most."""

from __future__ import annotations

from typing import Any

from sqlalchemy import and_, select

from kawat.brief.builder import Builder
from kawat.brief.model import BriefLine, Section
from kawat.brief.sources import window
from kawat.record.newest import newest_rows
from kawat.record.tables import ArticleRow, ConflictRow, StatementRow, VoiceRow
from kawat.record.tellings import chunks, texts

SPEAKERS = 6
EACH = 2
LOOKED_AT = 250
"""Statements, the newest ones, among which the speakers who are heard most are found."""

_SHORT = 40
"""Characters below which words say little by themselves."""

Key = tuple[int, str]


def statements(builder: Builder) -> Section:
    """Return the newest statements of those who are heard in most articles, direct words first."""
    rows = _rows(builder)
    voices = _voices(builder, {row.article for row in rows})
    by_speaker: dict[str, list[Any]] = {}
    for row in rows:
        for speaker in voices.get((row.article, row.id), {}).get("speaker", ())[:1]:
            by_speaker.setdefault(speaker, []).append(row)
    heard = {name: len({row.article for row in rows}) for name, rows in by_speaker.items()}
    most = sorted(by_speaker, key=lambda name: (-heard[name], -len(by_speaker[name]), name))
    most = most[:SPEAKERS]
    kept = {row.article for name in most for row in by_speaker[name]}
    words = texts(builder.connection, kept)
    groups = []
    for name in most:
        chosen = sorted(by_speaker[name], key=lambda row: _rank(row, words[row.article]))[:EACH]
        lines = [
            _line(builder, row, words[row.article], voices[row.article, row.id]) for row in chosen
        ]
        groups.append((name, lines))
    shown = sum(len(lines) for _, lines in groups)
    see = f"said {builder.words('line', 'said', who=_first(most))}" if most else None
    day = builder.scope.day
    until = f" --until {day.isoformat()}" if day else ""
    return builder.section(
        "statements", groups, len(rows) - shown, f"{see}{until}" if see else None
    )


def _first(names: list[str]) -> str:
    return f'"{names[0]}"' if names else ""


def _rank(row: Any, text: str) -> tuple[Any, ...]:
    long = row.end - row.start >= _SHORT
    day = row.first_day.toordinal() if row.first_day else 0
    return not (long and row.kind == "direct"), -day, row.article_id, row.start


def _line(builder: Builder, row: Any, text: str, voices: dict[str, list[str]]) -> BriefLine:
    words = builder.words
    value = row.value if row.dated else row.published
    addressee = next(iter(voices.get("addressee", ())), None)
    said = text[row.start : row.end]
    number = builder.sources.number(row.article_id, row.uri, row.outlet, row.published)
    return BriefLine(
        text=words.names(voices["speaker"])
        + (words("line", "to", who=addressee) if addressee else ""),
        when=words.when(value, dated=row.dated),
        tag=words.labels.of("rule", row.kind),
        quotes=(window(said, said[:1], number),),
        sources=(number,),
    )


def _rows(builder: Builder) -> list[Any]:
    columns: tuple[Any, ...] = (
        StatementRow.article, StatementRow.id, StatementRow.kind, StatementRow.start,
        StatementRow.end, StatementRow.value, StatementRow.dated, StatementRow.first_day,
        ArticleRow.id.label("article_id"), ArticleRow.uri, ArticleRow.outlet, ArticleRow.published,
    )  # fmt: skip
    scope, connection = builder.scope, builder.connection
    if scope.kind == "conflict":
        row = ConflictRow
        same = and_(StatementRow.article == row.article, StatementRow.id == row.id)
        query = select(*columns, row.day.label("day")).select_from(row).join(StatementRow, same)
        query = query.join(ArticleRow, ArticleRow.number == row.article)
        query = query.where(row.conflict == scope.key, row.part == "statement")
        query = query.where(row.known <= scope.day) if scope.day else query
        kinds = (query.where(row.what == kind) for kind in ("direct", "indirect"))
        return [
            found for kind in kinds for found in newest_rows(connection, kind, row.day, LOOKED_AT)
        ]
    asked = scope.statements().distinct().subquery()
    same = and_(asked.c.article == StatementRow.article, asked.c.id == StatementRow.id)
    day = StatementRow.first_day
    query = select(*columns, day.label("day")).select_from(StatementRow).join(asked, same)
    query = query.join(ArticleRow, ArticleRow.number == StatementRow.article)
    query = query.where(ArticleRow.last_day <= scope.day) if scope.day else query
    return newest_rows(connection, query, day, LOOKED_AT)


def _voices(builder: Builder, articles: set[int]) -> dict[Key, dict[str, list[str]]]:
    found: dict[Key, dict[str, list[str]]] = {}
    columns = (VoiceRow.article, VoiceRow.statement, VoiceRow.role, VoiceRow.name)
    for some in chunks(articles):
        query = (
            select(*columns)
            .where(VoiceRow.article.in_(some))
            .order_by(VoiceRow.article, VoiceRow.statement, VoiceRow.role, VoiceRow.position)
        )
        for article, statement, role, name in builder.connection.execute(query):
            found.setdefault((article, statement), {}).setdefault(role, []).append(name)
    return found
