"""Moves Go Live in a full plan on our large page, beside the same page with nothing but dates.

The full plan has ten people's leave and 300 events. It is recomputed and shown when every date
stands and is painted; what explains them follows in tasks of its own, and is timed beside it
until what is in the way of the new dates is said. The other figure is the first calculator's:
the same 80 milestones and 200 tasks, until every date stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from datetime import date, timedelta
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page

from tests.bench.building import in_turn
from tests.bench.dating import AT, LARGE_SITE
from tests.bench.measure import Bench, Check, Outcome
from tests.bench.opening import PageFaultError, faults_of, launched, serve
from tests.bench.ranking import EVENTS, KEEP, PEOPLE, _stored

CHANGES = 8
RATIO = 2
WEEKS_AHEAD = 20

Times = dict[str, list[float]]

# The plan without leave and events has nothing in the way that would change.
_MOVE = """
async ({text, words, isFull}) => {
  const wait = () => new Promise(done => {
    const {port1, port2} = new MessageChannel()
    port1.onmessage = done
    requestAnimationFrame(() => port2.postMessage(0))
  })
  const all = selector => document.querySelectorAll(selector)
  const input = [...all('plan-fields label')].find(one => one.textContent == 'Go Live date').control
  input.value = text
  input.dispatchEvent(new Event('change', {bubbles: true}))
  const find = () => all('plan-fields .app-change .app-buttons button')[0]
  while (!find()) await wait()
  await new Promise(done => setTimeout(done, 200))
  const clashes = document.querySelector('date-clashes > ul')
  const before = clashes.textContent
  const [row] = all('#date-go-live td')
  const dues = [...all('li[data-task] b')]
  const dated = () => dues.map(one => one.textContent).join()
  const due = dated()
  const start = performance.now()
  find().click()
  const stands = () => row.textContent.startsWith(words) && dated() != due
  const isSaid = () => clashes.textContent != before
  const until = async isThere => {
    for (const last = start + 5000; !isThere() && performance.now() < last;) await wait()
    await wait()
    return isThere() ? performance.now() - start : -1
  }
  const dates = await until(stands)
  return [dates, isFull ? await until(isSaid) : dates]
}
"""


def measure(bench: Bench) -> Outcome:
    """Move the full plan and its dates alone in turn, on the large page that dating built."""
    times = moves_in_turn(bench.work / LARGE_SITE)
    full, dates, said = (median(times[name]) for name in ("full", "dates", "said"))
    what = f"A full plan ({EVENTS} events, {PEOPLE} people's leave) recomputed and shown"
    to = f"its dates alone {dates:.1f} ms, ratio {ratio(times):.2f}"
    found = f"{full:.1f} ms, {to}; all that explains it {said:.1f} ms"
    check = Check("A full plan moved, to its dates alone", ratio(times), RATIO, True)
    return Outcome(f"{what}: {found}", [check])


def moves_in_turn(large_site: Path) -> Times:
    """Move Go Live on both pages in turn; return the milliseconds of each move."""
    times: Times = {"full": [], "dates": [], "said": []}
    with launched() as browser, ExitStack() as stack:
        address = serve(stack, large_site).url + AT["ours"]
        pages = {name: _open(browser, address, name == "full") for name in ("full", "dates")}
        for page in pages.values():
            _move(page, 0, is_full=False)  # fetches what shows a change before it is made
        for turn, name in enumerate(in_turn(list(pages), CHANGES)):
            stood, said = _move(pages[name], turn // 2 + 1, name == "full")
            times[name].append(stood)
            if name == "full":
                times["said"].append(said)
    return times


def ratio(times: Times) -> float:
    """Divide pair by pair, and take the middle."""
    pairs: Sequence[tuple[float, float]] = list(zip(times["full"], times["dates"], strict=True))
    return median(full / dates for full, dates in pairs)


def _open(browser: Browser, address: str, is_full: bool) -> Page:
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.goto(address)
    page.evaluate(KEEP, _stored() if is_full else _stored(events=0, people=0))
    page.reload()
    page.get_by_text("The earliest Go Live").wait_for()
    page.wait_for_timeout(500)
    return page


def _move(page: Page, number: int, is_full: bool) -> tuple[float, float]:
    faults = faults_of(page)
    ahead = date.today() + timedelta(weeks=WEEKS_AHEAD + 1 + number)
    day = ahead + timedelta(days=(1 - ahead.weekday()) % 7)
    text, words = f"{day.day} {day:%B %Y}", f"{day:%a} {day.day} {day:%B %Y}"
    stood, said = page.evaluate(_MOVE, {"text": text, "words": words, "isFull": is_full})
    if faults or min(stood, said) < 0:
        raise PageFaultError("\n".join([f"{page.url}: {text} was not shown", *faults]))
    page.wait_for_timeout(200)
    return float(stood), float(said)
