"""Opens the Kick-off page cold in a real browser and notes what it cost."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page, Response, sync_playwright

from tests.bench.building import in_turn
from tests.bench.measure import Sites
from tests.conftest import CHROMIUM
from tests.pages_server import Pages

PAGE = "guide/kick-off/"
SETTLED_MS = 300  # beyond half a second without a request: late paints, shifts, long tasks
TICKS = 11

Visit = dict[str, float]


class PageFaultError(RuntimeError):
    """A page that does not work; what it weighs means nothing."""


# The browser keeps long tasks, shifts and paints only for who asked before they happened.
_WATCH = """
window.bench = {lcp: 0, fcp: 0, blocking: 0, shift: 0}
const watch = (type, note) =>
  new PerformanceObserver(list => list.getEntries().forEach(note)).observe({type, buffered: true})
watch('largest-contentful-paint', entry => { bench.lcp = entry.startTime })
watch('paint', entry => { if (entry.name == 'first-contentful-paint') bench.fcp = entry.startTime })
watch('longtask', entry => { bench.blocking += Math.max(0, entry.duration - 50) })
watch('layout-shift', entry => { if (!entry.hadRecentInput) bench.shift += entry.value })
"""
# Tick at the start of a frame; the first task after the frame finds it painted. A person's next
# tick finds the page at rest, so that what follows from one is not part of the next.
_TICK = """
async count => {
  const boxes = [...document.querySelectorAll('article li input[type=checkbox]')]
    .filter(box => box.checkVisibility()).slice(0, count)
  const REST_MS = 150
  const tick = box => new Promise(done => requestAnimationFrame(() => {
    const {port1, port2} = new MessageChannel()
    const start = performance.now()
    port1.onmessage = () => done(performance.now() - start)
    box.click()
    port2.postMessage(0)
  }))
  const times = []
  for (const box of boxes) {
    times.push(await tick(box))
    await new Promise(done => setTimeout(done, REST_MS))
  }
  return times
}
"""


def open_in_rounds(sites: Sites, rounds: int) -> dict[str, list[Visit]]:
    """Visit each site `rounds` times, in turn; return the visits."""
    visits: dict[str, list[Visit]] = {name: [] for name in sites}
    with ExitStack() as stack:
        servers = {name: serve(stack, site) for name, site in sites.items()}
        browser = stack.enter_context(launched())
        for name in sites:
            visit(browser, servers[name])  # warms up the browser, not its storage
        for name in in_turn(list(sites), rounds):
            visits[name].append(visit(browser, servers[name]))
        return visits


@contextmanager
def launched() -> Iterator[Browser]:
    """Start the browser that is to be measured in, and close it in the end."""
    with sync_playwright() as playwright:
        path = os.environ.get("GP_BROWSER") or None
        with closing(playwright.chromium.launch(executable_path=path, args=CHROMIUM)) as browser:
            yield browser


def version() -> str:
    """Say which browser it is."""
    with launched() as browser:
        return browser.version


def serve(stack: ExitStack, site: Path) -> Pages:
    """Serve a folder until the stack is left."""
    server = Pages(site).start()
    stack.callback(server.server_close)
    stack.callback(server.shutdown)
    return server


def visit(browser: Browser, server: Pages) -> Visit:
    """Open the page with empty storage and an empty cache, tick boxes, and open it again."""
    with closing(browser.new_context(viewport={"width": 1280, "height": 900})) as context:
        page = context.new_page()
        page.add_init_script(_WATCH)
        faults = faults_of(page)
        session = context.new_cdp_session(page)
        session.send("Performance.enable")
        server.sent.clear()
        _open(page, server)
        found = {**sizes(server.sent), **_timings(page), "main": _main_thread(session)}
        found["elements"] = elements_in((server.root / PAGE / "index.html").read_text("utf-8"))
        found["dom"] = page.evaluate("document.getElementsByTagName('*').length")
        found["heap"] = _heap(session)
        found["first_tick"], found["tick"] = _ticks(page)
        _open(page, server)
        found["shift_again"] = _timings(page)["shift"]
        found["kept"] = page.evaluate("document.querySelectorAll('article li :checked').length")
    if faults:
        raise PageFaultError("\n".join(faults))
    return found


def sizes(sent: Sequence[tuple[str, int]]) -> Visit:
    """Add up the bodies by kind, as they were sent; headers are not counted."""

    def of(*endings: str) -> int:
        return sum(size for path, size in sent if path.partition("?")[0].endswith(endings))

    found = {"html": of("/", ".html"), "css": of(".css"), "js": of(".js")}
    return {**found, "all": sum(size for _, size in sent), "requests": len(sent)}


def elements_in(html: str) -> int:
    """Count the elements that a page is written with."""
    counter = _Elements()
    counter.feed(html)
    return counter.count


class _Elements(HTMLParser):
    count = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.count += 1


def _open(page: Page, server: Pages) -> None:
    page.goto(server.url + PAGE, wait_until="networkidle")
    page.wait_for_timeout(SETTLED_MS)


def faults_of(page: Page) -> list[str]:
    """Note from now on what fails in the page's script and what it asks for in vain."""
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(f"{page.url}: {error}"))
    page.on("requestfailed", lambda sent: faults.append(f"{sent.url}: {sent.failure}"))
    page.on("response", lambda got: faults.extend(_not_there(got)))
    return faults


def _not_there(got: Response) -> list[str]:
    return [f"{got.url}: answered {got.status}"] if got.status >= 400 else []


def _timings(page: Page) -> Visit:
    found: Visit = page.evaluate("bench")
    return found


def _main_thread(session: CDPSession) -> float:
    """How long the main thread was busy, in milliseconds."""
    found = session.send("Performance.getMetrics")["metrics"]
    return 1000 * next(float(one["value"]) for one in found if one["name"] == "TaskDuration")


def _heap(session: CDPSession) -> float:
    """Measure what script holds after a collection, in KiB."""
    session.send("HeapProfiler.collectGarbage")
    usage: dict[str, Any] = session.send("Runtime.getHeapUsage")
    return float(usage["usedSize"]) / 1024


def _ticks(page: Page) -> tuple[float, float]:
    """Tick boxes one after the other: how long the first took, and the middle of the others."""
    first, *others = page.evaluate(_TICK, TICKS)
    return first, sorted(others)[len(others) // 2]
