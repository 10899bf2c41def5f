"""The Kick-off page stays light: exact bytes, as GitHub Pages sends them."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import Page as Tab

from tests.pages_server import LEVEL, Pages
from tests.site.reading import Page

MOST_HTML = 16_000
MOST_SCRIPT = 15_000
MOST_STYLE = 10_000
MOST_IN_ALL = 45_000
MOST_REQUESTS = 12
MOST_SERVED = 1_100  # elements
MOST_MADE = 1_200
MOST_NEXT = 6_000
MOST_TO_SEARCH = 45_000

SCRIPTS, STYLES = "assets/js/planner.js", "assets/css/site.css"
SEARCH = ("search/words.json", "assets/js/elements/search-dialog.js")
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
    page.goto(f"{counter.url}guide/kick-off/")
    whole_page(page)
    context.close()

    paths = [path.removeprefix(counter.prefix) for path, _ in counter.sent]
    whole = sum(size for _, size in counter.sent)
    show(capsys, f"in all {whole} of {MOST_IN_ALL}, {len(paths)} requests of {MOST_REQUESTS}")
    assert sorted(paths) == [STYLES, PARTY_FORM, SCRIPTS, "guide/kick-off/"]
    assert whole <= MOST_IN_ALL
    assert len(paths) <= MOST_REQUESTS


@pytest.mark.browser
def test_the_next_page_is_lighter(
    browser: Browser, counter: Pages, capsys: pytest.CaptureFixture[str]
) -> None:
    """What follows on from Kick-off takes its words alone: script and style are there."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{counter.url}guide/kick-off/")
    whole_page(page)
    counter.sent.clear()
    page.goto(page.locator("a[rel=next]").evaluate("link => link.href"))
    whole_page(page)
    context.close()

    whole = sum(size for _, size in counter.sent)
    show(capsys, f"the next page {whole} of {MOST_NEXT}")
    assert len(counter.sent) == 1
    assert whole <= MOST_NEXT


@pytest.mark.browser
def test_the_page_has_few_elements(
    browser: Browser, counter: Pages, read: dict[str, Page], capsys: pytest.CaptureFixture[str]
) -> None:
    """As it is served, and when script has made what needs script."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{counter.url}guide/kick-off/")
    whole_page(page)
    made = page.evaluate("document.getElementsByTagName('*').length")
    context.close()

    served = len(read["guide/kick-off/index.html"].all())
    show(capsys, f"elements {served} of {MOST_SERVED}, with script {made} of {MOST_MADE}")
    assert served <= MOST_SERVED
    assert made <= MOST_MADE


def whole_page(page: Tab) -> None:
    """Wait until all of a page has had its turn, and what that asked for has come."""
    page.locator("html:not(.is-opening)").wait_for()
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(500)


def show(capsys: pytest.CaptureFixture[str], words: str) -> None:
    """Print a measure even when the test passes."""
    with capsys.disabled():
        print(f"\n  weight: {words}", end="")
