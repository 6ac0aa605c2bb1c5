"""The early test tells articles of Kawat's subject from others, and leaves those unparsed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kawat.draft import Article, Draft
from kawat.engine import reader
from kawat.evaluate.gold import load_gold
from kawat.layers.subject import relevance, subject
from kawat.lexicon import table

GOLD = Path(__file__).parents[2] / "shared" / "gold"
FOOTBALL = """\
JAKARTA, KOMPAS.com - Pelatih timnas memanggil dua puluh pemain untuk laga kualifikasi Piala Dunia.

"Kami akan menyerang sejak babak pertama," kata pelatih itu di stadion, Selasa (7/2/2017).

Kiper utama absen karena cedera, sehingga bek dan gelandang muda mendapat tempat di skuad.
"""
WAR = """\
JAKARTA, KOMPAS.com - Menteri Luar Negeri Rusia Sergei Lavrov mengecam serangan udara di Suriah.

"Gencatan senjata harus dijaga," kata Lavrov di Moskow, Selasa (7/2/2017).
"""


@pytest.mark.parametrize("example", table("subject")["examples"], ids=lambda e: e["text"][:40])
def test_an_example_is_of_the_subject_or_not(example: dict[str, Any]) -> None:
    """Every example of the lexicon is judged as it says."""
    draft = Draft(Article(text=example["text"], uri="example"))
    draft.language = "id"
    subject.run(draft)
    assert draft.of_subject is example["subject"]
    assert [w.code for w in draft.warnings] == ([] if example["subject"] else ["subject"])


def test_a_repeated_word_counts_once() -> None:
    """One word said a hundred times does not make an article about war."""
    assert relevance("perang " * 100) == relevance("perang") > 0


def test_an_article_of_another_subject_is_dated_but_not_parsed() -> None:
    """Furniture, source, day, times and sentences are read; the rest is said to be left out."""
    draft = reader().draft(Article(FOOTBALL, "bola.txt"))
    assert draft.published is not None
    assert draft.published.value == "2017-02-07"
    assert all((draft.outlet, draft.dateline, draft.times))
    assert len(draft.sentences) == 3
    assert not any((draft.tokens, draft.names, draft.entities, draft.statements, draft.events))
    (warning,) = draft.warnings
    assert warning.code == "subject"
    assert "not looked for" in warning.message


def test_an_article_of_the_subject_is_read_whole_and_without_that_warning() -> None:
    draft = reader().draft(Article(WAR, "perang.txt"))
    assert all((draft.tokens, draft.entities, draft.statements, draft.events))
    assert not draft.warnings


def test_another_language_is_no_other_subject() -> None:
    """Indonesian words can't tell what an English text is about: only its language is told."""
    text = "The foreign minister said on Tuesday that the ceasefire in Syria would hold. " * 3
    draft = reader().draft(Article(text, "a.txt"))
    assert [w.code for w in draft.warnings] == ["language"]
    assert not draft.of_subject


@pytest.mark.skipif(not GOLD.is_dir(), reason="../shared/gold is not here: nothing to judge")
def test_of_the_gold_only_sport_film_and_software_are_of_another_subject() -> None:
    """No annotated article of the subject is lost, with a margin."""
    gold = load_gold([GOLD / name for name in ("seeds", "dev", "train")]).readings
    judged = {r.article.uri: relevance(r.text) for r in gold}
    assert len(judged) > 60
    low = [
        relevance for relevance in judged.values() if relevance < 2 * table("subject")["threshold"]
    ]
    assert len(low) == 3
    assert max(low) < 0
