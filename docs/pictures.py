"""Draw docs/img/: what `kawat read` and `kawat timeline` print on a terminal, a brief, the desk.

``make docs`` runs it. The pictures are made from examples/, by the code that prints to terminals;
the brief and the desk are screenshots by Chromium, and stay as they are where there is none.
"""

from __future__ import annotations

import contextlib
import io
import re
import shutil
import subprocess
import sys
import tempfile
from itertools import islice
from pathlib import Path

from rich.console import Console

import kawat
from kawat.brief.page import to_html
from kawat.digest import Row, digest, timeline_rows, to_terminal
from kawat.web.app import create_app

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "tests"))

from desk import serving  # noqa: E402, the tests' own way to serve a desk

EXAMPLES = Path("examples")
COLUMNS = 96
ROWS = 46


def picture(rows: list[Row], command: str) -> str:
    """Return an SVG of the first rows, as a terminal shows them after the command."""
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), highlight=False)
    console.print(f"$ [bold]{command}[/bold]")
    to_terminal(islice(rows, ROWS), console)
    svg = console.export_svg(title="kawat", unique_id="kawat")
    return re.sub(r"@font-face \{[^}]*\}", "", svg)  # no font is fetched from elsewhere


def screenshot(page: str, file: Path) -> None:
    """Take a picture of an HTML page as Chromium shows it."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser")
    if browser is None:
        print(f"{file.name} stays as it is: there is no Chromium")
        return
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "brief.html"
        source.write_text(page, encoding="utf-8")
        options = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
        size = ["--window-size=1000,1400", f"--screenshot={file.resolve()}"]
        subprocess.run([browser, *options, *size, source.as_uri()], check=True, capture_output=True)


def desk_pictures(record: Path, folder: Path) -> None:
    """Take pictures of the desk's pages: timeline, article, event and conflict."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser")
    if browser is None:
        print("the desk's pictures stay as they are: there is no Chromium")
        return
    from playwright.sync_api import sync_playwright

    event = max(kawat.Record(record).timeline(), key=lambda line: len(line.tellings))
    with serving(create_app(record)) as address, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=browser, args=["--no-sandbox", "--disable-gpu"]
        )
        page = chromium.new_page(base_url=address, viewport={"width": 1100, "height": 760})

        def shoot(name: str) -> None:
            page.wait_for_timeout(500)  # until charts are drawn
            page.screenshot(path=folder / f"desk-{name}.png")

        page.goto("/?about=Suriah&lang=en")
        shoot("timeline")
        page.goto(f"/articles/{event.tellings[0].article}")
        page.locator("#text .mark.event[role]").first.click()
        page.locator("#records dl").first.wait_for()
        shoot("article")
        page.goto(f"/events/{event.id}")
        shoot("event")
        page.goto("/conflicts/syria")
        shoot("conflict")
        chromium.close()


def main() -> None:
    """Draw the digest of one example, and the timeline of a record of all of them."""
    pictures = HERE / "img"
    pictures.mkdir(exist_ok=True)
    article = EXAMPLES / "2016-09-10-antara-gencatan-senjata.txt"
    rows = digest(kawat.read(article), "en")
    command = f"kawat read {article} --lang en"
    (pictures / "digest.svg").write_text(picture(rows, command), encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        record = kawat.Record(Path(folder) / "syria.kawat")
        record.add([str(EXAMPLES)])
        rows = timeline_rows(record.timeline(about="Suriah"), "id")
        with contextlib.chdir(folder):  # the page shows the record's name as a user types it
            page = to_html(kawat.Record("syria.kawat").brief("Suriah", as_of="2018-12-31"))
            desk_pictures(Path("syria.kawat"), pictures.resolve())
        screenshot(page, pictures / "brief.png")
    command = "kawat timeline syria.kawat --about Suriah"
    (pictures / "timeline.svg").write_text(picture(rows, command), encoding="utf-8")


if __name__ == "__main__":
    with contextlib.chdir(HERE.parent):  # so that paths show as a user types them
        main()
