"""Full-text search finds the same on every database, and its index is proved from the texts."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select, text

from kawat.draft import Article
from kawat.errors import UsageError
from kawat.reading import ArticleHead, Reading, Span, Statement, article_id
from kawat.record.add import Run
from kawat.record.database import Database
from kawat.record.search.index import articles_with, statements_with
from kawat.record.search.words import terms_of, words_of
from kawat.record.tables import ArticleRow
from kawat.record.verify import verify
from kawat.said import said, said_page

TEXTS = [
    "Erdoğan: gencatan senjata gagal. Jum'at ini ia bertemu Putin 🕊.",
    "Gencatan-senjata? SENJATA gencatan! Café Aleppo roboh 12 kali.",
    "roket " * 200 + "habis.",
]


def reading(body: str, spans: Sequence[tuple[int, int]], uri: str) -> Reading:
    return Reading(
        article=ArticleHead(id=article_id(body), uri=uri),
        statements=tuple(
            Statement(id=f"s{n}", kind="indirect", span=Span(*span))
            for n, span in enumerate(spans, 1)
        ),
        text=body,
    )


def keep(
    database: Database, made: Reading, *, title: str | None = None, again: bool = False
) -> None:
    run = Run(database, "1.0")
    need = run.need(Article(made.text, made.article.uri, title=title), reread=again)
    run.keep(need, made)


@pytest.fixture
def kept(database: Database) -> Database:
    for n, body in enumerate(TEXTS):
        keep(database, reading(body, [(0, 32), (33, len(body))], f"{n}"))
    return database


@pytest.mark.parametrize(
    ("asked", "articles", "statements"),
    [
        ("gencatan senjata", {"0", "1"}, {"0.s1", "1.s1"}),
        ('"gencatan senjata"', {"0", "1"}, {"0.s1", "1.s1"}),
        ('"senjata senjata"', {"1"}, {"1.s1"}),
        ('"senjata gencatan"', {"1"}, set()),
        ("erdogan", {"0"}, {"0.s1"}),
        ("ERDOĞAN*", {"0"}, {"0.s1"}),
        ("jumat", {"0"}, {"0.s2"}),
        ("cafe 12", {"1"}, {"1.s2"}),
        ("roke*", {"2"}, {"2.s1", "2.s2"}),
        ("rok", set(), set()),
        ("senjata AND", set(), set()),
        ('"roket roket habis"', {"2"}, {"2.s2"}),
    ],
)
def test_words_phrases_and_beginnings_are_found(
    kept: Database, asked: str, articles: set[str], statements: set[str]
) -> None:
    with kept.reading() as connection:
        uris = {row.number: row.uri for row in connection.execute(select(*ArticleRow.__table__.c))}
        found = connection.execute(statements_with(connection, asked)).all()
        assert {uris[n] for n in connection.scalars(articles_with(connection, asked))} == articles
        assert {f"{uris[row.article]}.{row.statement}" for row in found} == statements
    assert {f"{q.uri}.{q.statement}" for q in said(kept, about=asked)} == statements


def test_re_reading_replaces_what_is_found(kept: Database) -> None:
    keep(kept, reading(TEXTS[0], [(0, 8)], "0"), again=True)
    assert said(kept, about="putin") == []
    assert [quote.words for quote in said(kept, about="erdogan")] == ["Erdoğan:"]
    assert verify(kept).holds


def test_pages_hold_every_statement_once(kept: Database) -> None:
    whole = said(kept)
    seen, after = [], None
    for _ in whole:
        page = said_page(kept, limit=1, after=after)
        seen += page.items
        assert len(seen) + page.more == len(whole) == 6
        after = page.after
    assert (seen, after) == (whole, None)
    with pytest.raises(UsageError, match="names no statement"):
        said_page(kept, after="x.s1")


@pytest.mark.parametrize(
    "change",
    [
        "DELETE FROM passages WHERE statement = 's1'",
        "UPDATE passages SET statement = 's9' WHERE statement = 's1'",
        "UPDATE passages SET statement = 'x' || statement",
    ],
)
def test_verify_finds_an_index_that_is_not_of_the_texts(kept: Database, change: str) -> None:
    assert verify(kept).holds
    with kept.writing() as connection:
        assert connection.execute(text(change)).rowcount > 0
    assert not verify(kept).holds


@given(st.text())
def test_words_are_found_again_as_they_were_folded(given_text: str) -> None:
    words = words_of(given_text)
    assert words_of(" ".join(words)) == words
    if words:
        assert terms_of(f'"{" ".join(words)}"')[0].words == tuple(words)
    else:
        with pytest.raises(UsageError):
            terms_of(given_text)
