"""The examples of the lexicons of names: every mention in brackets is found, and nothing else."""

from __future__ import annotations

import re

import pytest

from kawat.draft import Article
from kawat.engine import Reader
from kawat.lexicon import rows, table
from kawat.reading import Span

READER = Reader()
FILES = ("groups", "titles", "mentions", "seats")
EXAMPLES = [(name, example) for name in FILES for example in table(name)["examples"]]


@pytest.mark.parametrize(("name", "example"), EXAMPLES)
def test_an_example_has_the_mentions_in_its_brackets(name: str, example: str) -> None:
    text = re.sub(r"[\[\]]", "", example)
    marked, shift = set(), 0
    for bracket in re.finditer(r"\[([^\]]*)\]", example):
        start = bracket.start() - shift
        marked.add(Span(start, start + len(bracket[1])))
        shift += 2
    reading = READER.read(Article(text, "a.txt"))
    found = {m for e in reading.entities for m in e.mentions}
    assert {m.of(text) for m in found} == {m.of(text) for m in marked}, name
    assert found == marked


@pytest.mark.parametrize("name", ["countries", "organizations", "seats", "people", "places"])
def test_no_spelling_stands_for_two_things(name: str) -> None:
    owners: dict[str, set[str]] = {}
    for row in rows(name):
        for spelling in filter(None, (row["name"], *row["variants"].split("|"))):
            owners.setdefault(spelling, set()).add(row["name"])
    assert owners
    assert {s: o for s, o in owners.items() if len(o) > 1} == {}


def test_every_country_has_a_code_of_three_letters_once() -> None:
    codes = [row["code"] for row in rows("countries")]
    assert len(codes) == len(set(codes)) >= 195
    assert all(re.fullmatch("[A-Z]{3}", code) for code in codes)


def test_bodies_people_and_places_are_of_known_countries() -> None:
    codes = {row["code"] for row in rows("countries")} | {"", "?", "GRL", "PRI", "REU", "NCL"}
    for name in ("organizations", "seats", "people", "peoples", "places"):
        assert {row["country"] for row in rows(name)} <= codes, name
