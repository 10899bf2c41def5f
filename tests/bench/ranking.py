"""Ranks a year's Go Live dates on our page, for a full plan, and notes the longest task.

The plan has ten people's leave and 300 events, so that every date meets some of them.
"""

from __future__ import annotations

import json
from contextlib import ExitStack
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from tests.bench.dating import AT, longest_task_in
from tests.bench.measure import Bench, Check, Outcome
from tests.bench.opening import PageFaultError, faults_of, launched, serve

PEOPLE, EVENTS = 10, 300
DAYS_AWAY = 10
FOUND = "#dates-to-ask ~ ol li"
LONGEST_TASK_MS = 50
KEEP = "all => { for (const key in all) localStorage.setItem(key, all[key]) }"


def measure(bench: Bench) -> Outcome:
    """Rank a year once; the processor is not slowed."""
    longest = longest_ranking_task(bench.sites["ours"])
    what = f"A year ranked, {EVENTS} events, {PEOPLE} people's leave: longest task"
    text = f"{what} {longest:.1f} ms"
    return Outcome(text, [Check("A year ranked, longest task, ms", longest, LONGEST_TASK_MS, True)])


def longest_ranking_task(site: Path) -> float:
    """The longest task of ranking a year, in milliseconds, after the page has come to rest."""
    with launched() as browser, ExitStack() as stack:
        address = serve(stack, site).url + AT["ours"]
        page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
        faults = faults_of(page)
        page.goto(address)
        page.evaluate(KEEP, _stored())
        page.reload()
        page.get_by_text("The earliest Go Live").wait_for()
        page.wait_for_timeout(500)
        # Found before: looking for a name among hundreds would be the longest task itself.
        find = page.locator("#dates-to-ask ~ div button").element_handle()
        browser.start_tracing(page=page, categories=["toplevel", "__metadata"])
        find.evaluate("button => button.click()")
        page.wait_for_selector(FOUND)
        events: list[dict[str, Any]] = json.loads(browser.stop_tracing())["traceEvents"]
        if faults:
            raise PageFaultError("\n".join([address, *faults]))
        return longest_task_in(events)


def _stored(events: int = EVENTS, people: int = PEOPLE) -> dict[str, str]:
    """A browser's storage with the full plan in it."""
    go_live = date.today() + timedelta(weeks=20)
    plan = {
        "format": "gp-migration-plan",
        "schema": 1,
        "id": "full",
        "revision": 0,
        "goLive": _field(go_live),
        "events": {f"e{n}": _days("title", f"Event {n}", n, 1) for n in range(events)},
        "leave": {f"l{n}": _days("person", f"P{n}", n * 37, DAYS_AWAY) for n in range(people)},
    }
    return {"gp-migration:current": "full", "gp-migration:plan:full": json.dumps(plan)}


def _days(name: str, value: str, after: int, length: int) -> dict[str, Any]:
    first = date.today() + timedelta(days=after)
    last = first + timedelta(days=length - 1)
    return {name: _field(value), "from": _field(first), "to": _field(last)}


def _field(value: object) -> dict[str, Any]:
    return {"value": str(value), "at": 1, "device": "bench"}
