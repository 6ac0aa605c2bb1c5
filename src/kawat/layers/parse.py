"""Tokens with tags, heads and name labels."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from kawat.draft import Draft, Token, layer
from kawat.language.model import Analysis, language_model
from kawat.language.morphology import analyse
from kawat.language.tokens import Word, tokenize
from kawat.lexicon import table


@layer(needs="sentences", gives="tokens")
def parse(draft: Draft) -> None:
    """Give the tokens of each sentence, with tags, heads and name labels."""
    sentences = [tokenize(draft.text, s) for s in draft.sentences]
    analyses = language_model().analyse([_with_clitics(words) for words in sentences])
    tokens: list[Token] = []
    for words, analysis in zip(sentences, analyses, strict=True):
        tokens.extend(_tokens(words, analysis, len(tokens)))
    draft.tokens = tuple(tokens)


def _with_clitics(words: list[Word]) -> list[str]:
    """Return the forms as the treebanks have them: a clitic is one word with its host."""
    forms: list[str] = []
    for word in words:
        if word.clitic:
            forms[-1] += word.form
        else:
            forms.append(word.form)
    return forms


def _tokens(words: list[Word], analysis: Analysis, first: int) -> Iterator[Token]:
    """Yield the tokens of one sentence; ``first`` is the index of its first one."""
    hosts = [i for i, word in enumerate(words) if not word.clitic]
    at = -1
    for i, word in enumerate(words):
        at += not word.clitic
        tag = analysis.tags[at]
        host = words[hosts[at]].form
        if word.clitic:
            mark, label = _clitic(word.form, host, tag)
            yield Token(word.start, word.end, word.form, mark, first + hosts[at], label, "O")
            continue
        if i + 1 < len(words) and words[i + 1].clitic and host.casefold() in _prepositions():
            tag = "ADP"  # the treebanks take the whole word for a pronoun
        head = first + hosts[analysis.heads[at]]
        yield Token(
            word.start, word.end, word.form, tag, head, analysis.labels[at], analysis.names[at]
        )


@cache
def _prepositions() -> frozenset[str]:
    return frozenset(table("clitics")["prepositions"].split())


def _clitic(clitic: str, host: str, tag: str) -> tuple[str, str]:
    """Return tag and label of a clitic: what ``-nya`` is to its host follows from the host.

    ``rumahnya`` has a possessor, ``menyebutnya`` an object, ``disebutnya`` an agent, ``ujarnya``
    a subject, and ``menurutnya`` the noun of a preposition.
    """
    if clitic.casefold() != "nya":
        return "PART", "advmod:emph"
    if host.casefold() in _prepositions():
        return "PRON", "obl"
    morph = analyse(host)
    if tag == "VERB" or (morph and morph.kind == "verb"):
        voice = morph.voice if morph else None
        return "PRON", {"active": "obj", "passive": "obl:agent", None: "nsubj"}[voice]
    return "PRON", "nmod:poss"
