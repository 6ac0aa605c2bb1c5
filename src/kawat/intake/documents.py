"""Inputs that are one article each: plain text and HTML pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BufferedReader

from kawat.draft import Article
from kawat.errors import EmptyInput, OversizedInput
from kawat.intake.encoding import Decoder
from kawat.intake.formats import is_page
from kawat.intake.html import page
from kawat.intake.limits import DOCUMENT_BYTES, HEAD_BYTES
from kawat.intake.problems import Problem, note
from kawat.intake.rows import check_text

TAG = re.compile(r"<[a-zA-Z!/?]")


def document(
    stream: BufferedReader, name: str, decoder: Decoder, *, called: str
) -> Iterator[Article | Problem]:
    """Yield the one article of a text or a page, after a note if it is not what it is ``called``.

    A page that is called .txt is read as a page: its tags are not words of the article. A text
    that is called .html is read as a text.
    """
    data = stream.read(DOCUMENT_BYTES + 1)
    if len(data) > DOCUMENT_BYTES:
        what = f"is over the limit of {DOCUMENT_BYTES // 2**20} MiB for one article"
        raise OversizedInput(what, where=name, fix="split it into its articles")
    text = decoder.decode(data, name)
    if not text.strip():
        raise EmptyInput("there is no text in it", where=name, fix="give the article's text")
    if is_page(data[:HEAD_BYTES]) or (called == "html" and TAG.search(text)):
        if called == "text":
            yield note("format", "is an HTML page; read as one", where=name, fix="call it .html")
        article = page(text, name)
    else:
        if called == "html":
            yield note("format", "holds no HTML; read as text", where=name, fix="call it .txt")
        article = Article(text, name)
    check_text(article.text, name)
    yield article
