"""What reviewers judge of a reading's claims: right, wrong or unsure, by whom and when.

A verdict holds on to the words and to what was said of them (:mod:`.claims`), so it outlives
re-reading: where a newer reading says the same, the verdict stands; where it says something
else, the claim is to be judged anew.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, cast, get_args

from sqlalchemy import Connection, Row, Select, bindparam, insert, select, update

from kawat.errors import UsageError
from kawat.reading import Reading, Span
from kawat.record.claims import Claim, Layer, claims_of
from kawat.record.database import Database
from kawat.record.decisions import now
from kawat.record.tables import ArticleRow, JudgmentRow, ReadingRow
from kawat.record.telling import SHORT_ID

Verdict = Literal["right", "wrong", "unsure"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)


@dataclass(frozen=True, slots=True)
class Judgment:
    """A verdict that stands, on the claim of these words (``start`` and ``end``) of an article.

    ``name`` is the record that makes the claim now (``3f2a9c01b4d2.v1``), none where no record
    does.
    """

    number: int
    article: str
    layer: Layer
    name: str | None
    span: Span
    claim: str
    verdict: Verdict
    author: str
    made: str
    note: str


def judge(database: Database, name: str, verdict: str, *, author: str, note: str = "") -> int:
    """Judge the record of this name (``3f2a9c01b4d2.e4``), and return the judgment's number.

    ``….all`` is the article as a whole: it is right where nothing is missing. What the author
    judged of it before is undone. :class:`UsageError` for a name or verdict that does not exist,
    or without an author.
    """
    if not author.strip():
        raise UsageError("a judgment needs its author", fix="say who judges")
    if verdict not in VERDICTS:
        fix = f"take one of {', '.join(VERDICTS)}"
        raise UsageError(f"there is no verdict {verdict!r}", fix=fix)
    with database.writing() as connection:
        number, claim = _claim_named(connection, name)
        _supersede(connection, number, claim, author)
        values = {
            **_anchor(number, claim), "record": claim.id, "verdict": verdict, "author": author,
            "made": now(), "note": note,
        }  # fmt: skip
        key = connection.execute(insert(JudgmentRow).values(values)).inserted_primary_key
        return int(key[0]) if key else 0


def withdraw(database: Database, number: int) -> None:
    """Take a judgment back; it stays on record. :class:`UsageError` where none stands."""
    mine = update(JudgmentRow).where(JudgmentRow.number == number, JudgmentRow.undone.is_(None))
    with database.writing() as connection:
        if not connection.execute(mine.values(undone=now())).rowcount:
            raise UsageError(f"no judgment {number} stands", fix="see the review page")


def judgments(connection: Connection, *, article: int | None = None) -> list[Judgment]:
    """Return the judgments that stand, of one article or of all, in the order they were made."""
    query = _STANDING if article is None else _STANDING.where(JudgmentRow.article == article)
    return [_judgment(row) for row in connection.execute(query)]


def latest_judgments(connection: Connection, limit: int) -> list[Judgment]:
    """Return the newest judgments that stand, the newest first."""
    query = _STANDING.order_by(None).order_by(JudgmentRow.number.desc()).limit(limit)
    return [_judgment(row) for row in connection.execute(query)]


def judge_again(connection: Connection, number: int, reading: Reading) -> None:
    """Find the claims that were judged in an article's newest reading."""
    claims = {(c.layer, *c.span, c.digest): c.id for c in claims_of(reading)}
    query = select(JudgmentRow.__table__).where(JudgmentRow.article == number)
    for row in connection.execute(query).all():
        record = claims.get((row.layer, row.start, row.end, row.claim))
        connection.execute(_MOVE, {"of": row.number, "to": record})


def article_named(connection: Connection, name: str) -> tuple[int, Reading]:
    """Return the number and kept reading of the article whose id begins so.

    :class:`UsageError` where none, or more than one, does.
    """
    columns: tuple[Any, ...] = (ArticleRow.number, ArticleRow.text, ReadingRow.json)
    query = (
        select(*columns)
        .join(ReadingRow, ReadingRow.article == ArticleRow.number)
        .where(ArticleRow.id.startswith(name.strip(), autoescape=True))
        .limit(2)
    )
    rows = connection.execute(query).all() if name.strip() else []
    if len(rows) != 1:
        what = "begins several articles' ids" if rows else "names no article"
        raise UsageError(f"{name!r} {what}", fix="take an id from the timeline or the sample")
    return rows[0].number, Reading.from_json(rows[0].json, rows[0].text)


def _claim_named(connection: Connection, name: str) -> tuple[int, Claim]:
    article, _, id = name.strip().partition(".")
    number, reading = article_named(connection, article)
    claim = next((c for c in claims_of(reading) if c.id == id), None)
    if claim is None:
        raise UsageError(f"{name!r} names no record", fix="take an id as kawat read prints it")
    return number, claim


def _anchor(number: int, claim: Claim) -> dict[str, Any]:
    start, end = claim.span
    where = {"article": number, "layer": claim.layer, "start": start, "end": end}
    return {**where, "claim": claim.digest}


def _supersede(connection: Connection, number: int, claim: Claim, author: str) -> None:
    same = [getattr(JudgmentRow, name) == value for name, value in _anchor(number, claim).items()]
    mine = update(JudgmentRow).where(
        *same, JudgmentRow.author == author, JudgmentRow.undone.is_(None)
    )
    connection.execute(mine.values(undone=now()))


def _judgment(row: Row[Any]) -> Judgment:
    return Judgment(
        number=row.number,
        article=row.id,
        layer=cast(Layer, row.layer),
        name=f"{row.id[:SHORT_ID]}.{row.record}" if row.record else None,
        span=Span(row.start, row.end),
        claim=row.claim,
        verdict=cast(Verdict, row.verdict),
        author=row.author,
        made=row.made,
        note=row.note,
    )


_STANDING: Select[Any] = (
    select(*JudgmentRow.__table__.c, ArticleRow.id)
    .join(ArticleRow, ArticleRow.number == JudgmentRow.article)
    .where(JudgmentRow.undone.is_(None))
    .order_by(JudgmentRow.number)
)
_MOVE = (
    update(JudgmentRow).where(JudgmentRow.number == bindparam("of")).values(record=bindparam("to"))
)
