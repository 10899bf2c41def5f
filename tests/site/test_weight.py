"""The Kick-off page stays light: exact bytes, as GitHub Pages sends them."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from tests.pages_server import LEVEL, Pages
from tests.site.reading import Page

MOST_HTML = 16_000
MOST_SCRIPT = 14_000
MOST_STYLE = 10_000
MOST_IN_ALL = 60_000
MOST_REQUESTS = 14
MOST_TO_SEARCH = 45_000

SCRIPTS, STYLES = "assets/js/planner.js", "assets/css/site.css"
SEARCH = (
    "search/words.json",
    *(f"assets/js/{name}.js" for name in ("elements/search-dialog", "elements/dom", "finding")),
)
PARTY_FORM = "assets/js/elements/party-form.js"


@pytest.fixture
def counter(site: Path, read: dict[str, Page]) -> Iterator[Pages]:
    """A server of the site that has sent nothing yet."""
    server = Pages(site, prefix=urlsplit(read["index.html"].root).path).start()
    yield server
    server.shutdown()
    server.server_close()


def sent(site: Path, place: str) -> int:
    """Count the bytes of a file as they are sent."""
    return len(gzip.compress((site / place).read_bytes(), LEVEL, mtime=0))


def test_the_words_of_the_page_are_light(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """All tasks, seats, parties and the frame."""
    html = sent(site, "guide/kick-off/index.html")

    show(capsys, f"HTML {html} of {MOST_HTML}")
    assert html <= MOST_HTML


def test_our_script_is_light(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What a first visit fetches; search, export and the meeting view are fetched when used."""
    script = sent(site, SCRIPTS)

    show(capsys, f"JavaScript {script} of {MOST_SCRIPT}")
    assert script <= MOST_SCRIPT


def test_our_style_is_light(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With what is left of the theme's."""
    style = sent(site, STYLES)

    show(capsys, f"CSS {style} of {MOST_STYLE}")
    assert style <= MOST_STYLE


def test_the_first_result_of_a_search_is_light(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The words of the whole guide and what reads them, fetched when somebody searches."""
    search = sum(sent(site, place) for place in SEARCH)

    show(capsys, f"search {search} of {MOST_TO_SEARCH}")
    assert search <= MOST_TO_SEARCH


def test_no_page_is_heavier_than_the_kick_off_page_may_be(site: Path) -> None:
    """The others have fewer tasks."""
    heavy = {
        path.relative_to(site).as_posix(): size
        for path in site.rglob("*.html")
        if (size := sent(site, path.relative_to(site).as_posix())) > MOST_HTML
    }

    assert heavy == {}


@pytest.mark.browser
def test_a_first_visit_is_light(
    browser: Browser, counter: Pages, capsys: pytest.CaptureFixture[str]
) -> None:
    """In a browser that has seen nothing, with search unused, all requests counted."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{counter.url}guide/kick-off/", wait_until="networkidle")
    context.close()

    paths = [path.removeprefix(counter.prefix) for path, _ in counter.sent]
    whole = sum(size for _, size in counter.sent)
    show(capsys, f"in all {whole} of {MOST_IN_ALL}, {len(paths)} requests of {MOST_REQUESTS}")
    assert sorted(paths) == [STYLES, PARTY_FORM, SCRIPTS, "guide/kick-off/"]
    assert whole <= MOST_IN_ALL
    assert len(paths) <= MOST_REQUESTS


def show(capsys: pytest.CaptureFixture[str], words: str) -> None:
    """Print a measure even when the test passes."""
    with capsys.disabled():
        print(f"\n  weight: {words}", end="")
