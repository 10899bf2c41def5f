"""Searches on our page and on the plain one in turn, and notes the first result.

Timed is from the click that opens the search until the first result is painted, in a page at
rest. The theme fetches its search while the page loads; ours is fetched by that click.
"""

from __future__ import annotations

from contextlib import ExitStack, closing
from statistics import median
from typing import NamedTuple

from playwright.sync_api import Browser

from tests.bench.building import in_turn
from tests.bench.measure import Bench, Check, Outcome
from tests.bench.opening import PAGE, SETTLED_MS, PageFaultError, faults_of, launched, serve
from tests.bench.report import Column, ratios, two_columns
from tests.pages_server import Pages

WORD = "smartcard"
MOST_BYTES = 45_000

ROWS = (
    ("ms", "First result of a search, ms", ".0f"),
    ("before", "Fetched before it opens, bytes", ",.0f"),
    ("bytes", "Fetched for it in all, bytes", ",.0f"),
)
_SEARCH = """
async ([opens, field, hit, word]) => {
  const frame = () => new Promise(requestAnimationFrame)
  const until = async found => {
    for (const end = performance.now() + 10000; !found(); await frame())
      if (performance.now() > end) throw new Error(`no ${hit}`)
    return found()
  }
  const start = performance.now()
  document.querySelector(opens).click()
  const input = await until(() => document.querySelector(field))
  input.focus()
  input.value = word
  input.dispatchEvent(new Event('input', {bubbles: true}))
  input.dispatchEvent(new KeyboardEvent('keyup', {bubbles: true}))
  await until(() => document.querySelector(hit)?.checkVisibility())
  const {port1, port2} = new MessageChannel()
  return new Promise(done => requestAnimationFrame(() => {
    port1.onmessage = () => done(performance.now() - start)
    port2.postMessage(0)
  }))
}
"""


class Search(NamedTuple):
    """Where the search of a site is: what opens it, its field, a result, and its files."""

    opens: str
    field: str
    hit: str
    files: tuple[str, ...]


SEARCHES = {
    "ours": Search("site-search button", "#search-words", ".app-results a", ("search",)),
    "plain": Search(
        "label[for=__search]", ".md-search__input", ".md-search-result__item a", ("/search",)
    ),
}
Found = dict[str, float]


def measure(bench: Bench) -> Outcome:
    """Search in turn, and compare the medians."""
    found: dict[str, list[Found]] = {name: [] for name in SEARCHES}
    with ExitStack() as stack:
        servers = {name: serve(stack, bench.sites[name]) for name in SEARCHES}
        browser = stack.enter_context(launched())
        for name in in_turn(list(SEARCHES), bench.rounds):
            found[name].append(_search(browser, servers[name], SEARCHES[name]))
    columns = {name: Column(name, all) for name, all in found.items()}
    text = two_columns(ROWS, columns["ours"], columns["plain"])
    note = f"Searched for: {WORD}. The bytes are those up to the first result."
    ours, plain = (columns[name].values("ms") for name in SEARCHES)
    return Outcome(
        f"{text}\n\n{note}",
        [
            Check("Search, first result, bytes", columns["ours"].most("bytes"), MOST_BYTES, True),
            Check("Search, fetched before it opens", columns["ours"].most("before"), 0, True),
            Check("Search, first result, to plain", median(ratios(ours, plain)), 1),
        ],
    )


def _search(browser: Browser, server: Pages, search: Search) -> Found:
    def fetched() -> float:
        sent = server.sent[start:]
        return sum(size for path, size in sent if any(part in path for part in search.files))

    start = len(server.sent)
    with closing(browser.new_context(viewport={"width": 1280, "height": 900})) as context:
        page = context.new_page()
        faults = faults_of(page)
        page.goto(server.url + PAGE, wait_until="networkidle")
        page.wait_for_timeout(SETTLED_MS)
        before = fetched()
        took = page.evaluate(_SEARCH, [search.opens, search.field, search.hit, WORD])
        found = {"ms": float(took), "before": before, "bytes": fetched()}
    if faults:
        raise PageFaultError("\n".join(faults))
    return found
