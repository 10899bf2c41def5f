"""Opens a full plan and ticks in it, on our Kick-off page and on a floor of its own.

The floor is a page by hand with as many boxes. It reads the same plan from the same storage,
shows the ticks, and at each tick writes the plan again; it knows nothing else.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import ExitStack, closing
from itertools import count
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page

from tests.bench.building import in_turn
from tests.bench.measure import Bench, Outcome
from tests.bench.opening import PAGE, PageFaultError, faults_of, launched, serve
from tests.bench.report import Column, two_columns

TASKS, ACTIONS, PEOPLE, PARTIES = 200, 300, 60, 40
TICKS = 10
SETTLED_MS = 1_000
AT = 1_780_000_000_000
MINUTE_MS = 60_000
NOTE = "Rang on Tuesday. They will send the form by Friday."
KEY = "gp-migration:plan:full"
KEEP = "all => { for (const key in all) localStorage.setItem(key, all[key]) }"
IDS = "() => [...document.querySelectorAll('li.app-task[data-task]')].map(row => row.dataset.task)"
TICK = """turn => {
  const rows = document.querySelectorAll('li.app-task[data-task] input[type=checkbox]')
  rows[turn % rows.length].click()
}"""
PAINTED = """() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0"""

_FLOOR = """<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Floor</title><link rel="icon" href="data:,">
<p></p><ul>{rows}</ul>
<script>
const KEY = '{key}'
const boxes = document.querySelectorAll('input')
const read = () => JSON.parse(localStorage.getItem(KEY))
const show = plan => {{
  let done = 0
  for (const box of boxes) {{
    box.checked = plan.tasks[box.id]?.state.value === 'done'
    done += box.checked
  }}
  document.querySelector('p').textContent = `${{done}} of ${{boxes.length}} done`
}}
document.addEventListener('change', ({{target}}) => {{
  const plan = read()
  const state = {{value: target.checked ? 'done' : 'open', at: Date.now()}}
  plan.tasks[target.id] = {{...plan.tasks[target.id], state}}
  localStorage.setItem(KEY, JSON.stringify(plan))
  show(plan)
}})
show(read())
</script></html>
"""
_ROW = '<li class="app-task" data-task="{id}"><input id="{id}" type="checkbox"> {id}</li>'

Samples = dict[str, dict[str, list[float]]]
ROWS = (  # measure, what it is, its format
    ("opened", "Full plan opened, script ms", ".1f"),
    ("painted", "Full plan opened, to paint, ms", ".0f"),
    ("tick", "Tick in it, script ms", ".1f"),
)


def measure(bench: Bench) -> Outcome:
    """Open and tick in turn; these have no limit."""
    found = keep_in_rounds(bench.sites["ours"], bench.work / "keeping", bench.rounds)
    return Outcome(table(found), [])


def keep_in_rounds(site: Path, to: Path, rounds: int) -> Samples:
    """Open both pages in turn with the full plan in the browser, and tick."""
    found: Samples = {name: {one: [] for one, _, _ in ROWS} for name in ("ours", "floor")}
    with launched() as browser, ExitStack() as stack:
        ours = serve(stack, site).url
        ids = _tasks_of(browser, ours + PAGE)
        to.mkdir(parents=True)
        rows = "\n".join(_ROW.format(id=id) for id in ids)
        (to / "index.html").write_text(_FLOOR.format(rows=rows, key=KEY), "utf-8")
        addresses = {"ours": ours + PAGE, "floor": serve(stack, to).url}
        for name in in_turn(list(addresses), rounds):
            for measure, value in _visit(browser, addresses[name], ids).items():
                found[name][measure].append(value)
    return found


def table(found: Samples) -> str:
    """Write what a full plan costs on our page and on the floor."""
    columns = (
        Column(
            name,
            [dict(zip(all, values, strict=True)) for values in zip(*all.values(), strict=True)],
        )
        for name, all in found.items()
    )
    kilobytes = len(_text(["a"])) / 1000
    note = (
        f"A plan of {TASKS} tasks, {ACTIONS} actions, {PEOPLE} people and {PARTIES} parties: "
        f"{kilobytes:.0f} KB. Script time is all that runs\nuntil the page rests; "
        f"a tick's is the middle of {TICKS}. The floor shows and keeps ticks alone."
    )
    return "\n".join([two_columns(ROWS, *columns), "", note])


def _tasks_of(browser: Browser, address: str) -> list[str]:
    with closing(browser.new_context()) as context:
        page = context.new_page()
        page.goto(address)
        ids: list[str] = page.evaluate(IDS)
        return ids


def _visit(browser: Browser, address: str, ids: Sequence[str]) -> dict[str, float]:
    """Put the plan into an empty browser, open the page, and tick."""
    with closing(browser.new_context(viewport={"width": 1280, "height": 900})) as context:
        page = context.new_page()
        page.goto(address.partition("guide/")[0] + "404.html")
        page.evaluate(KEEP, {"gp-migration:current": "full", KEY: _text(ids)})
        faults = faults_of(page)
        session = context.new_cdp_session(page)
        session.send("Performance.enable")
        before = _script_ms(session)
        page.goto(address, wait_until="load")
        page.wait_for_timeout(SETTLED_MS)
        found = {"opened": _script_ms(session) - before, "painted": page.evaluate(PAINTED)}
        found["tick"] = _tick(page, session)
        kept = json.loads(page.evaluate("key => localStorage[key]", KEY))
        if len(kept["actions"]) != ACTIONS or len(kept["tasks"]) < TASKS:
            faults.append(f"{address}: the full plan is not there any more")
    if faults:
        raise PageFaultError("\n".join(faults))
    return found


def _tick(page: Page, session: CDPSession) -> float:
    """Tick boxes one after the other, each at rest: the middle of their script times, in ms."""
    times: list[float] = []
    for turn in range(TICKS):
        before = _script_ms(session)
        page.evaluate(TICK, turn)
        page.wait_for_timeout(200)
        times.append(_script_ms(session) - before)
    return sorted(times)[TICKS // 2]


def _script_ms(session: CDPSession) -> float:
    metrics = session.send("Performance.getMetrics")["metrics"]
    return next(float(one["value"]) for one in metrics if one["name"] == "ScriptDuration") * 1000


def _text(ids: Sequence[str]) -> str:
    """The full plan as the browser keeps it; the tasks of the page are among its tasks."""
    tasks = [*ids, *(f"another-task-{n}" for n in range(TASKS))][:TASKS]
    moments = count(AT, MINUTE_MS)

    def record(**values: str) -> dict[str, Any]:
        return {name: _field(value, next(moments)) for name, value in values.items()}

    plan = {
        "format": "gp-migration-plan",
        "schema": 1,
        "id": "full",
        "revision": 0,
        "goLive": _field("2027-06-08", AT),
        "practice": record(name="Riverside Surgery"),
        "tasks": {id: record(state="open", owner="Manager", notes=NOTE) for id in tasks},
        "actions": {
            f"3b241101-e2bb-{n}": record(
                title="Send the list of devices to the supplier",
                phase="kick-off",
                owner="Manager",
                due="2027-03-02",
                notes=NOTE,
            )
            for n in range(ACTIONS)
        },
        "people": {
            f"p{n}": record(name=f"Name {n}", organisation="Supplier", contact="01632 960001")
            for n in range(PEOPLE)
        },
        "parties": {
            f"party-{n}": record(title=f"Party {n}", state="asked", contact="Someone", notes=NOTE)
            for n in range(PARTIES)
        },
    }
    return json.dumps(plan, separators=(",", ":"))


def _field(value: str, at: int) -> dict[str, Any]:
    return {"value": value, "at": at, "by": "Jo", "device": "k3f9q2"}
