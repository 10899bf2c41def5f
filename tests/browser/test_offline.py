"""The guide without a network, and a new edition that never mixes with the old one."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from macros.publish.service_worker import LEFT_OUT, service_worker
from tests.browser.reader import Reader
from tests.conftest import NewContext
from tests.pages_server import Pages

TASK = "Agree how long the cutover is"
KEPT = """async () => {
    const {active, waiting, installing} = await navigator.serviceWorker.getRegistration() ?? {}
    return Boolean(active) && !waiting && !installing
}"""
ALL_KEPT = """async () => {
    const caught = await Promise.all((await caches.keys()).map(name => caches.open(name)))
    return (await Promise.all(caught.map(cache => cache.keys()))).flat().map(({url}) => url)
}"""
NEXT_WAITS = "async () => Boolean((await navigator.serviceWorker.getRegistration())?.waiting)"
EDITIONS = """() => [
    document.querySelector('meta[name=edition]')?.content ?? 'first',
    document.documentElement.dataset.edition ?? 'first',
]"""


@pytest.fixture
def pages(site: Path, tmp_path: Path) -> Iterator[Pages]:
    """A copy of the site, to be published anew in the middle of a test."""
    shutil.copytree(site, tmp_path / "site")
    server = Pages(tmp_path / "site").start()
    yield server
    server.shutdown()
    server.server_close()


def publish_next(root: Path) -> None:
    """Publish another edition: pages, script and worker change together."""
    for page in root.rglob("*.html"):
        text = page.read_text("utf-8")
        page.write_text(text.replace("<head>", '<head><meta name="edition" content="next">', 1))
    for name in ("main.js", "planner.js", "dates.js", "files.js", "home.js", "timeline.js"):
        script = root / "assets/js" / name
        text = script.read_text("utf-8")
        script.write_text(f"document.documentElement.dataset.edition='next';{text}", "utf-8")
    files = {p.relative_to(root).as_posix(): p.read_bytes() for p in root.rglob("*") if p.is_file()}
    (root / "service-worker.js").write_text(service_worker(files), "utf-8")


def reader_with_a_plan(context_of: NewContext, server: Pages, **options: str) -> Reader:
    """Someone who ticked a task and opened the page again."""
    options = {"service_workers": "allow", **options}
    context = context_of(viewport={"width": 1280, "height": 900}, **options)
    reader = Reader(context.new_page(), server.url)
    reader.open()
    reader.box(TASK).check()
    reader.page.reload()
    return reader


def wait_until(reader: Reader, is_so: str) -> None:
    """Ask again and again what only a promise can answer."""
    for _ in range(300):
        if reader.page.evaluate(is_so):
            return
        reader.page.wait_for_timeout(100)
    raise AssertionError(is_so)


def test_every_page_and_the_plan_work_without_a_network(
    new_context: NewContext, pages: Pages
) -> None:
    """After a first visit the network may go: pages open, ticks are kept."""
    reader = reader_with_a_plan(new_context, pages)
    wait_until(reader, KEPT)

    reader.page.context.set_offline(True)

    for path, heading in {
        "guide/planning-for-cut-over/": "Planning for cutover",
        "glossary/": "Glossary",
        "plan/dates/": "Your dates",
        "guide/kick-off/": "Kick-off meeting",
    }.items():
        reader.open(path)
        expect(reader.page.get_by_role("heading", name=heading, level=1)).to_be_visible()
    expect(reader.box(TASK)).to_be_checked()
    reader.box("Name the lead GP for the migration").check()
    reader.page.reload()
    expect(reader.box("Name the lead GP for the migration")).to_be_checked()


def test_an_address_that_is_none_is_said_so_without_a_network(
    browser: Browser, pages: Pages
) -> None:
    """The site's own page for it, not the browser's; the console may name the address."""
    context = browser.new_context(service_workers="allow")
    reader = reader_with_a_plan(lambda **options: context, pages)
    wait_until(reader, KEPT)
    context.set_offline(True)

    reader.page.goto(f"{pages.url}guide/no-such-page/")

    expect(reader.page.get_by_role("banner")).to_contain_text("GP clinical system migration guide")
    context.close()


def test_the_worker_answers_for_files_of_the_site_alone(browser: Browser, pages: Pages) -> None:
    """It keeps what was built and no more; the rest of the host is none of its business."""
    reader = reader_with_a_plan(browser.new_context, pages)
    wait_until(reader, KEPT)
    reader.page.reload()
    page = reader.page

    with page.expect_response("**/another-site/page") as elsewhere:
        page.evaluate("() => fetch('/another-site/page')")
    with page.expect_response("**/glossary/") as here:
        reader.open("glossary/")
    page.evaluate("async () => (await navigator.serviceWorker.ready).active.postMessage('words')")

    kept = set(page.evaluate(ALL_KEPT))
    files = {path.relative_to(pages.root).as_posix() for path in pages.root.rglob("*.*")}
    built = {pages.url + file.removesuffix("index.html") for file in files - set(LEFT_OUT)}
    assert kept == built
    assert (elsewhere.value.from_service_worker, here.value.from_service_worker) == (False, True)
    page.context.close()


def test_a_new_edition_between_two_visits_keeps_the_plan_and_never_mixes(
    new_context: NewContext, pages: Pages
) -> None:
    """Page and script are of one edition on every visit, the old one until the new is whole."""
    reader = reader_with_a_plan(new_context, pages)
    wait_until(reader, KEPT)

    publish_next(pages.root)
    reader.open("guide/technical-survey/")
    first = reader.page.evaluate(EDITIONS)
    reader.page.evaluate("() => { navigator.serviceWorker.ready.then(own => own.update()) }")
    wait_until(reader, NEXT_WAITS)
    reader.page.goto(f"{reader.url}guide/training/")
    next_edition = reader.page.locator("html[data-edition=next] meta[name=edition]")
    expect(next_edition).to_have_count(1, timeout=30_000)  # the browser lets the old worker go
    then = reader.page.evaluate(EDITIONS)

    assert (first, then) == (["first", "first"], ["next", "next"])
    reader.open()
    expect(reader.box(TASK)).to_be_checked()


def test_without_the_worker_a_new_edition_keeps_the_plan(
    new_context: NewContext, pages: Pages
) -> None:
    """Where workers are blocked, the next load has the new pages and every tick."""
    reader = reader_with_a_plan(new_context, pages, service_workers="block")

    publish_next(pages.root)
    reader.page.reload()

    assert reader.page.evaluate(EDITIONS)[0] == "next"
    expect(reader.box(TASK)).to_be_checked()
