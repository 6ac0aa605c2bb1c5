"""Rows in JSON: one object a line (``.jsonl``), or one document (``.json``)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from io import BufferedReader
from typing import Any

from kawat.errors import BrokenInput, InputError, OversizedInput
from kawat.intake.encoding import Decoder
from kawat.intake.limits import DOCUMENT_BYTES
from kawat.intake.lines import Lines
from kawat.intake.problems import Problem, note
from kawat.intake.rows import Row


def json_lines(stream: BufferedReader, name: str, decoder: Decoder) -> Iterator[Row | InputError]:
    """Yield the object of each line; a line that is broken yields its error, blank ones nothing."""
    lines = Lines(stream, name, decoder)
    while True:
        try:
            line = next(lines)
            if line.strip():
                yield Row(_object(_parse(line, lines.where), lines.where), lines.where)
        except StopIteration:
            return
        except InputError as error:
            yield error


def json_document(
    stream: BufferedReader, name: str, decoder: Decoder
) -> Iterator[Row | Problem | InputError]:
    """Yield the objects of a document: one, a list, or the list inside one object.

    JSON Lines that are called ``.json`` are read line by line, and a note says so.
    """
    data = stream.read(DOCUMENT_BYTES + 1)
    if len(data) > DOCUMENT_BYTES:
        what = f"is over the limit of {DOCUMENT_BYTES // 2**20} MiB for one JSON document"
        raise OversizedInput(what, where=name, fix="save it as .jsonl, one object a line")
    text = decoder.decode(data, name)
    try:
        document = _parse(text, name)
    except BrokenInput as error:
        if "Extra data" not in error.what:
            raise
        yield note("format", "is JSON Lines; read line by line", where=name)
        yield from _each_line(text, name)
        return
    if isinstance(document, dict):
        lists = [v for v in document.values() if isinstance(v, list) and v and _objects(v)]
        if len(lists) != 1:
            yield Row(document, name)
            return
        document = lists[0]
    yield from _each_item(document, name)


def _each_item(items: Any, name: str) -> Iterator[Row | InputError]:
    if not isinstance(items, list):
        _object(items, name)
    for number, item in enumerate(items, start=1):
        where = f"{name}#{number}"
        try:
            yield Row(_object(item, where), where)
        except BrokenInput as error:
            yield error


def _each_line(text: str, name: str) -> Iterator[Row | InputError]:
    for number, line in enumerate(text.split("\n"), start=1):
        where = f"{name}:{number}"
        try:
            if line.strip():
                yield Row(_object(_parse(line, where), where), where)
        except BrokenInput as error:
            yield error


def _objects(items: list[Any]) -> bool:
    return all(isinstance(item, dict) for item in items)


def _object(value: Any, where: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        what = f"is a JSON {type(value).__name__}, not an object with the article's columns"
        raise BrokenInput(what, where=where, fix='write it as {"text": "…"}')
    return value


def _parse(text: str, where: str) -> Any:
    fix = "write it anew, or leave it out"
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        what = f"is broken JSON: {error.msg.removesuffix(' at')}, character {error.pos}"
        raise BrokenInput(what, where=where, fix=fix) from error
    except (ValueError, RecursionError) as error:  # a number of thousands of digits; [[[[…
        raise BrokenInput("is JSON that no reader can hold", where=where, fix=fix) from error
