"""Chooses Go Live dates on our page and on the floor in turn, and notes how long all dates take.

Timed is the change of a later date, when all is loaded: from the event, on our page Apply below
what would move, until each date stands and is painted. Both pages must say the same dates, or
the times mean nothing.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser

from tests.bench import floor, large
from tests.bench.building import build_once, in_turn
from tests.bench.measure import Bench, Check, Outcome, Sites
from tests.bench.opening import PageFaultError, faults_of, launched, serve
from tests.bench.report import Column, ratios, two_columns

AT = {"ours": "plan/dates/", "floor": ""}
WEEKS_AHEAD = 12
CHANGES = 8  # of each page each time that it is open; the first date, which loads, is one more
SLOWER = 4
SLOW_CHANGES = 3
SETTLED_MS = 300
LARGE_SITE = "dating/large-site"
RATIO, AIM = 2, 1.25

ROWS = (  # measure, what it is, its format
    ("paint", " to paint, ms", ".1f"),
    ("task", ", longest task, ms", ".1f"),
    ("requests", ", requests", ",.0f"),
)
NOTE = (
    "A later Go Live date on plan/dates/, from its change until all dates stand and are "
    "painted.\nMedians of {} changes in {} visits. "
    "The floor is a page by hand that says the same dates.\n"
    "{}: the page as it is. {}: with copies of our milestones and tasks added.\n"
    f"The longest task is on a processor slowed {SLOWER} times."
)

Said = dict[str, str]
Samples = dict[str, list[float]]

# The task after the next frame finds the frame painted; dates that come later take more frames.
_CHANGE = """
async (input, {text, expected}) => {
  const frame = before => new Promise(done => requestAnimationFrame(() => {
    const {port1, port2} = new MessageChannel()
    port1.onmessage = () => done(performance.now())
    before()
    port2.postMessage(0)
  }))
  const said = () => {
    const all = {}
    const note = (id, cell) => { if (cell?.textContent) all[id] = cell.textContent }
    for (const row of document.querySelectorAll('tr[data-milestone]'))
      note(row.dataset.milestone, row.querySelector('td'))
    for (const row of document.querySelectorAll('li[data-task]'))
      note(row.dataset.task, row.querySelector('b'))
    return all
  }
  const wrong = all => Object.keys(expected).find(id => all[id] !== expected[id])
  const enter = () => {
    input.value = text
    input.dispatchEvent(new Event('change', {bubbles: true}))
  }
  const applied = async () => {
    enter()
    const open = 'plan-fields .app-change .app-buttons button:not([aria-disabled])'
    const find = () => document.querySelector(open)
    while (!find()) await new Promise(done => setTimeout(done, 10))
    const apply = find()
    return () => apply.click()
  }
  const isShownFirst = document.querySelector('move-go-live') && said()['go-live']
  const change = isShownFirst ? await applied() : enter
  let start
  let end = await frame(() => {
    start = performance.now()
    change()
  })
  let all = said()
  for (const last = end + 5000; wrong(all) && end < last; all = said()) end = await frame(() => {})
  return {ms: end - start, said: all, wrong: wrong(all) ?? ''}
}
"""


@dataclass
class Dating:
    """What later Go Live dates cost on both pages of one size."""

    plan: str
    paint: Samples = field(default_factory=lambda: {"ours": [], "floor": []})
    task: Samples = field(default_factory=lambda: {"ours": [], "floor": []})
    requests: Samples = field(default_factory=lambda: {"ours": [], "floor": []})


def measure(bench: Bench) -> Outcome:
    """Date our page as it is and a large one beside their floors; the large one has the limit."""
    pairs = pairs_to_date(bench.sources["ours"], bench.sites["ours"], bench.work / "dating")
    datings = date_in_rounds(pairs, bench.datings)
    large_one = datings[-1]
    ratio = median(ratios(large_one.paint["ours"], large_one.paint["floor"]))
    return Outcome(
        table(datings),
        [
            Check("All dates of a large plan, to the floor", ratio, RATIO, True),
            Check("Requests for a later Go Live date", max(large_one.requests["ours"]), 0, True),
            Check("All dates of a large plan, to the floor", ratio, AIM),
        ],
    )


def table(datings: Sequence[Dating]) -> str:
    """Write what a later Go Live date costs on our page and on the floor."""
    tables: list[str] = []
    for dating in datings:
        rows = [(one, f"{dating.plan}{what}", form) for one, what, form in ROWS]
        for row in rows:
            samples: Samples = getattr(dating, row[0])
            columns = (Column(n, [{row[0]: v} for v in all]) for n, all in samples.items())
            tables += two_columns([row], *columns).splitlines()[bool(tables) :]
    own, larger = (dating.plan for dating in datings)
    changes, visits = (len(getattr(datings[0], name)["ours"]) for name in ("paint", "requests"))
    return "\n".join([*tables, "", NOTE.format(changes, visits, own, larger)])


def date_in_rounds(pairs: dict[str, Sites], rounds: int) -> list[Dating]:
    """Open both pages of each pair `rounds` times, and change their dates in turn."""
    datings = [Dating(plan) for plan in pairs]
    with launched() as browser:
        for dating in datings:
            sites = pairs[dating.plan]
            expected = _said_by_floor(browser, sites["floor"])
            for _ in range(rounds):
                _note_changes(browser, sites, expected, dating)
    return datings


def pairs_to_date(root: Path, ours: Path, to: Path) -> dict[str, Sites]:
    """Write floors for our site as it is, and for one built with a large plan."""
    dates = _dates_of(ours)
    in_use = floor.milestones_in_use(dates)
    tasks = large.write_large_source(root, in_use, to / "large")
    build_once(to / "large", to / "large-site")
    floor.write_floor(dates, [], to / "floor")
    floor.write_floor(_dates_of(to / "large-site"), tasks, to / "large-floor")
    return {
        f"{in_use} dates": {"ours": ours, "floor": to / "floor"},
        f"{large.MILESTONES} + {len(tasks)} dates": {
            "ours": to / "large-site",
            "floor": to / "large-floor",
        },
    }


class _Opened:
    """A page whose dates stand. `expected` is what each page must say for each date."""

    def __init__(self, browser: Browser, address: str, expected: dict[str, Said]) -> None:
        self.browser, self.expected = browser, expected
        self.context = browser.new_context(viewport={"width": 1280, "height": 900})
        self.page = self.context.new_page()
        self.requests: list[str] = []
        self.faults = faults_of(self.page)
        self.page.goto(address)
        # Found once: looking for a label among hundreds would be the longest task itself.
        self.input = self.page.get_by_label("Go Live date", exact=True).element_handle()
        for number in (1, 0):  # the second fetches what shows a change before it is made
            self.choose(_text(number))
        self.page.wait_for_timeout(SETTLED_MS)
        self.page.on("request", lambda sent: self.requests.append(sent.url))

    def choose(self, text: str) -> float:
        """Choose a date; return the milliseconds until all that must stand is painted."""
        expected = self.expected.get(text, {})
        found = self.input.evaluate(_CHANGE, {"text": text, "expected": expected})
        if id := found["wrong"]:
            self.faults.append(f"{text}: {id} is {found['said'].get(id)}, not {expected[id]}")
        if self.faults:
            raise PageFaultError("\n".join([self.page.url, *self.faults]))
        self.expected.setdefault(text, found["said"])
        return float(found["ms"])

    def longest_task(self) -> float:
        """Choose dates on a slowed processor; return the milliseconds of the longest task."""
        session = self.context.new_cdp_session(self.page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        self.browser.start_tracing(page=self.page, categories=["toplevel", "__metadata"])
        for number in range(SLOW_CHANGES):
            self.choose(_text(number))
        events = json.loads(self.browser.stop_tracing())["traceEvents"]
        session.send("Emulation.setCPUThrottlingRate", {"rate": 1})
        session.detach()
        return longest_task_in(events)


def _said_by_floor(browser: Browser, site: Path) -> dict[str, Said]:
    """What must stand on both pages for each date: what the floor says, beforehand."""
    expected: dict[str, Said] = {}
    with ExitStack() as stack:
        page = _open(stack, browser, "floor", site, expected)
        for number in range(1, CHANGES + 1):
            page.choose(_text(number))
    return expected


def _note_changes(
    browser: Browser, sites: Sites, expected: dict[str, Said], dating: Dating
) -> None:
    with ExitStack() as stack:
        pages = {name: _open(stack, browser, name, site, expected) for name, site in sites.items()}
        for turn, name in enumerate(in_turn(list(pages), CHANGES)):
            dating.paint[name].append(pages[name].choose(_text(turn // 2 + 1)))
        for name, opened in pages.items():
            dating.task[name].append(opened.longest_task())
            opened.page.wait_for_timeout(SETTLED_MS)
            dating.requests[name].append(len(opened.requests))


def _open(
    stack: ExitStack, browser: Browser, name: str, site: Path, expected: dict[str, Said]
) -> _Opened:
    opened = _Opened(browser, serve(stack, site).url + AT[name], expected)
    stack.enter_context(closing(opened.context))
    return opened


def _text(number: int) -> str:
    """A Tuesday as a reader types it, each a week after the one before."""
    ahead = date.today() + timedelta(weeks=WEEKS_AHEAD + number)
    tuesday = ahead + timedelta(days=(1 - ahead.weekday()) % 7)
    return f"{tuesday.day} {tuesday:%B %Y}"


def longest_task_in(events: Sequence[dict[str, Any]]) -> float:
    """The longest task of a page's main thread, in milliseconds."""
    main = {
        (event["pid"], event["tid"])
        for event in events
        if event["name"] == "thread_name" and event["args"]["name"] == "CrRendererMain"
    }
    tasks = [one for one in events if one["name"].endswith("RunTask") and "dur" in one]
    return max(float(one["dur"]) / 1000 for one in tasks if (one["pid"], one["tid"]) in main)


def _dates_of(site: Path) -> floor.Dates:
    dates: floor.Dates = json.loads((site / "assets/data/dates.json").read_text("utf-8"))
    return dates
