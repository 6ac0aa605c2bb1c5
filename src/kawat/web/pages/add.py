"""Adding: drop files, paste a text or give an address, and see what becomes of it."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Annotated

from fastapi import APIRouter, Depends, File, Form, Request, UploadFile
from fastapi.responses import HTMLResponse, RedirectResponse

from kawat.draft import Article
from kawat.errors import EmptyInput, OversizedInput
from kawat.intake import Problem, articles, check_text
from kawat.intake.address import articles_at
from kawat.intake.settings import check_day
from kawat.reading import article_id
from kawat.record.telling import SHORT_ID
from kawat.web.desk import Served
from kawat.web.errors import Forbidden
from kawat.web.limits import UPLOAD_BYTES, UPLOAD_FILES
from kawat.web.render import page
from kawat.web.safety import may_write

router = APIRouter()
writing = [Depends(may_write)]

Line = Annotated[str, Form(max_length=2_000)]


@router.get("/add", response_class=HTMLResponse)
def show(request: Request, desk: Served) -> HTMLResponse:
    """Show the three ways to add, and what is being read."""
    if not desk.write:
        raise Forbidden("this desk is for reading", fix="start it with: kawat serve RECORD --write")
    return page(
        request,
        "add.html",
        jobs=desk.adder.jobs,
        files=UPLOAD_FILES,
        mebibytes=UPLOAD_BYTES // 2**20,
    )


@router.get("/add/jobs", response_class=HTMLResponse)
def jobs(request: Request, desk: Served) -> HTMLResponse:
    """Show how far the reading is."""
    return page(request, "jobs.html", jobs=desk.adder.jobs)


@router.post("/add/files", dependencies=writing)
def add_files(desk: Served, files: Annotated[list[UploadFile], File()]) -> RedirectResponse:
    """Add the files that were dropped, by their own names."""
    given = [file for file in files if file.filename]
    if not given:
        raise EmptyInput("no file was given", fix="choose one or more")
    if len(given) > UPLOAD_FILES:
        what = f"{len(given)} files are over the limit of {UPLOAD_FILES}"
        raise OversizedInput(what, fix="add them in parts, or with kawat add")
    folder = Path(tempfile.mkdtemp(prefix="kawat-"))
    kept = [_keep(file, folder / str(n)) for n, file in enumerate(given)]
    names = ", ".join(path.name for path in kept[:3]) + (" …" if len(kept) > 3 else "")
    desk.adder.add(
        names,
        lambda: ((path.name, _called_as_given(path)) for path in kept),
        lambda: shutil.rmtree(folder, ignore_errors=True),
    )
    return RedirectResponse("/add", 303)


@router.post("/add/text", dependencies=writing)
def add_text(
    desk: Served,
    text: Annotated[str, Form(max_length=UPLOAD_BYTES)],
    address: Line = "",
    outlet: Line = "",
    published: Line = "",
) -> RedirectResponse:
    """Add a text that was pasted; browsers send its line ends as CRLF, which is undone."""
    text = text.replace("\r\n", "\n")
    if not text.strip():
        raise EmptyInput("no text was given", fix="paste the article's text")
    if published:
        check_day(published)
    uri = address.strip() or f"pasted:{article_id(text)[:SHORT_ID]}"
    check_text(text, uri)
    article = Article(text, uri, published=published or None, outlet=outlet.strip() or None)
    desk.adder.add(uri, lambda: [(uri, [article])])
    return RedirectResponse("/add", 303)


@router.post("/add/address", dependencies=writing)
def add_address(desk: Served, address: Line) -> RedirectResponse:
    """Add the page at an address."""
    url = address.strip()
    desk.adder.add(url, lambda: [(url, articles_at(url, desk.may_reach))])
    return RedirectResponse("/add", 303)


def _keep(file: UploadFile, folder: Path) -> Path:
    """Write an uploaded file down under the last part of its own name."""
    folder.mkdir()
    name = PurePosixPath((file.filename or "").replace("\\", "/").replace("\0", "")).name
    path = folder / (name[-200:].lstrip(".") or "berkas")
    with path.open("wb") as kept:
        shutil.copyfileobj(file.file, kept)
    return path


def _called_as_given(path: Path) -> Iterator[Article | Problem]:
    """Yield what is in a file, which is called by its own name and not by where it is kept."""
    here = f"{path.parent}/"
    for item in articles([path]):
        if isinstance(item, Article):
            yield replace(item, uri=item.uri.replace(here, "", 1))
        else:
            yield replace(item, where=item.where.replace(here, "", 1))
