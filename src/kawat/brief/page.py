"""A brief as a page: HTML to read and print, Markdown with footnotes, or JSON by its schema."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from pydantic import TypeAdapter

from kawat.brief.model import Brief, BriefLine, Quote, Section, Source
from kawat.brief.wording import Wording

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~])")


def to_html(brief: Brief) -> str:
    """Return the brief as one HTML page with its own style; it loads nothing else."""
    page = _environment().get_template("brief.html.j2")
    return page.render(brief=brief, words=Wording(brief.language), as_of=_as_of(brief))


def to_json(brief: Brief) -> str:
    """Return the brief as JSON (``kawat/brief/1``, docs/brief.schema.json), ending in a newline."""
    return TypeAdapter(Brief).dump_json(brief, indent=2).decode() + "\n"


def json_schema() -> str:
    """Return the JSON Schema of a brief."""
    import json

    schema = TypeAdapter(Brief).json_schema(mode="serialization")
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def to_markdown(brief: Brief) -> str:
    """Return the brief as Markdown; the sources are its footnotes."""
    return "\n".join(_markdown(brief)) + "\n"


RENDERERS: dict[str, Callable[[Brief], str]] = {
    ".html": to_html,
    ".md": to_markdown,
    ".json": to_json,
}
"""What writes a brief into a file of each suffix."""


_QUOTES = frozenset("“\"'‘«")


def _as_of(brief: Brief) -> str:
    words = Wording(brief.language)
    if brief.as_of is None:
        return words("head", "all")
    return words("head", "as_of", day=words.labels.date(brief.as_of))


def _markdown(brief: Brief) -> Iterator[str]:
    words = Wording(brief.language)
    yield from (f"# {_escaped(brief.heading)}", "", f"*{_escaped(_as_of(brief))}*", "")
    for line in brief.summary:
        yield from _markdown_line(line)
    yield ""
    for section in brief.sections:
        yield from _markdown_section(section, words)
    yield from (f"## {words('head', 'sources')}", "", f"*{_escaped(words('head', 'method'))}*", "")
    for source in brief.sources:
        yield f"[^{source.number}]: {_escaped(source_text(source, words))}"


def _markdown_section(section: Section, words: Wording) -> Iterator[str]:
    yield from (f"## {_escaped(section.title)}", "")
    if section.note:
        yield from (_escaped(section.note), "")
    for group in section.groups:
        if group.heading:
            yield from (f"### {_escaped(group.heading)}", "")
        for line in group.lines:
            yield from _markdown_line(line)
        yield ""
    if (section.rest or section.many) and section.see:
        more = more_text(section, words)
        yield from (f"*{_escaped(more)}: {words('head', 'see')}* `{section.see}`", "")


def _markdown_line(line: BriefLine) -> Iterator[str]:
    when = f"**{_escaped(line.when)}** — " if line.when else ""
    tag = f" *({_escaped(line.tag)})*" if line.tag else ""
    notes = "".join(f"[^{number}]" for number in line.sources)
    yield f"- {when}{_escaped(line.text)}{tag}{notes}"
    if line.detail:
        yield f"  {_escaped(line.detail)}"
    for quote in line.quotes:
        yield f"  > {_escaped(quoted(quote))}[^{quote.source}]"


def quoted(quote: Quote) -> str:
    """Return the words between quotation marks, on one line, with marks where they are cut."""
    words = " ".join(quote.words.split())
    words = f"{'…' * quote.cut_before}{words}{'…' * quote.cut_after}"
    return words if words[:1] in _QUOTES else f"“{words}”"


def more_text(section: Section, words: Wording) -> str:
    """Return how many more lines a section has."""
    if section.many:
        return words("head", "many")
    return words("head", "more", count=words.number(section.rest))


def source_text(source: Source, words: Wording) -> str:
    """Return a source as it is listed."""
    day = words("head", "printed_on", day=words.day(source.published)) if source.published else None
    parts = (source.outlet, source.title and " ".join(source.title.split()), day, source.uri)
    return " · ".join(part for part in parts if part)


def _escaped(text: str) -> str:
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("kawat.brief"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    filters: dict[str, Callable[..., Any]] = {
        "quoted": quoted,
        "source_text": source_text,
        "more_text": more_text,
    }
    environment.filters.update(filters)
    return environment
