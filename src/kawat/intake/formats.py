"""What an input is: by its name, by its first bytes, and by both together."""

from __future__ import annotations

from pathlib import PurePath
from typing import Literal

from kawat.errors import UnknownFormat

Format = Literal["text", "html", "jsonl", "json", "csv", "tsv"]

SUFFIXES: dict[str, Format] = {
    ".txt": "text",
    ".text": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "json",
    ".csv": "csv",
    ".tsv": "tsv",
}

MAGIC = (  # the first bytes of what people call .txt by mistake, and what to do with it
    (b"%PDF", "a PDF", "save its text as .txt (pdftotext does that)"),
    (b"PK\x03\x04", "a zip archive or an office document", "unpack it, or save its text as .txt"),
    (b"\xd0\xcf\x11\xe0", "an old office document", "save its text as .txt"),
    (b"{\\rtf", "an RTF document", "save its text as .txt"),
    (b"\x89PNG", "a PNG picture", "give the text it shows"),
    (b"\xff\xd8\xff", "a JPEG picture", "give the text it shows"),
    (b"GIF8", "a GIF picture", "give the text it shows"),
    (b"RIFF", "a picture, sound or film", "give its text"),
    (b"\x1f\x8b", "gzipped", "call it .gz after the name it has, as in berita.txt.gz"),
    (b"BZh", "packed with bzip2", "unpack it first"),
    (b"\xfd7zXZ\0", "packed with xz", "unpack it first"),
    (b"\x28\xb5\x2f\xfd", "packed with zstd", "unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", "unpack it first"),
    (b"SQLite format 3\0", "a database, perhaps a record", "give the articles themselves"),
    (b"\x7fELF", "a program", "give the articles themselves"),
    (b"PAR1", "a Parquet table", "save it as .jsonl or .csv"),
)


def by_name(name: str) -> Format | None:
    """Return the format that a file's name tells, ``.gz`` aside, or None."""
    path = PurePath(name)
    if path.suffix.lower() == ".gz":
        path = path.with_suffix("")
    return SUFFIXES.get(path.suffix.lower())


def refuse_foreign(head: bytes, where: str) -> None:
    """Raise UnknownFormat for an input whose first bytes are those of something else."""
    for magic, what, fix in MAGIC:
        if head.startswith(magic):
            raise UnknownFormat(f"is {what}, not text", where=where, fix=fix)


def is_page(head: bytes) -> bool:
    """Tell whether the bytes open an HTML page."""
    opening = head.removeprefix(b"\xef\xbb\xbf").replace(b"\0", b"").lstrip()[:200].lower()
    if opening.startswith((b"<?xml", b"<!--")):
        return b"<html" in head.lower() or b"<!doctype html" in head.lower()
    return opening.startswith((b"<!doctype html", b"<html"))


def by_content(head: bytes) -> Format:
    """Return the format of an input without a telling name, by its first bytes."""
    if is_page(head):
        return "html"
    opening = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if opening.startswith(b'{"'):
        return "jsonl"
    if opening.startswith((b"[{", b"[\n", b"[\r", b"{\n", b"{\r")):
        return "json"
    return "text"
