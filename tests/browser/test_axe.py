"""axe finds nothing on any page, narrow or wide, light or dark, in any state that opens."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.axe import OFF_THE_EDGE, faults
from tests.browser.conftest import NewReader
from tests.browser.reader import OPEN_ALL, Reader
from tests.browser.test_planning import calendar_file, open_calendar
from tests.pages_server import Pages

LONG = "GP_LONG" in os.environ
BOTH = ("light", "dark")
WIDTHS = {"wide": 1280, "narrow": 320}
SWEPT = WIDTHS if LONG else {"narrow": 320}
UNCOLOURED = BOTH if LONG else ("uncoloured",)
FULL = BOTH if LONG else ("light",)
SCHEMES = {1280: UNCOLOURED, 320: BOTH}
"""Every page and state in every way takes minutes more: `make test-long` does.

The short run sees the colours of each page with a full plan, and those of each state, at 320 px.
The dark ones it sees in the states, which are of the pages where most is.
"""
POUR = """items => {
    for (const [key, text] of Object.entries(items)) localStorage[key] = text
    dispatchEvent(new StorageEvent('storage', {key: null}))
}"""
"""Gives the page a plan, as another tab would."""
UNFOLDED = """() => {
    const folds = [...document.querySelectorAll('details')]
    for (const fold of folds) fold.open = true
    const actions = document.querySelector('your-actions')
    if (actions && !actions.querySelector('table')) actions.scrollIntoView()
    return document.documentElement.classList.contains('has-plan')
        && (!actions || actions.querySelector('table'))
        && folds.every(({childNodes}) => childNodes.length > 1)
}"""
"""Unfolds all that folds, also what comes late, and says whether its fields are there."""
SPOIL = """() => {
    const add = (tag, id, text, style) => {
        const made = Object.assign(document.createElement(tag), {id, textContent: text})
        Object.assign(made.style, style)
        document.querySelector('article').append(made)
    }
    add('p', 'grey', 'Grey', {color: '#777', background: '#888'})
    const small = {minHeight: 0, height: '12px', width: '12px', padding: 0, border: 0}
    add('button', 'first', 'A', small)
    add('button', 'second', 'B', small)
}"""
"""Adds what must be found."""
TASK = "Agree how long the cutover is"

State = tuple[str, str]


def noted(value: str, at: int = 1, device: str = "d1", **more: Any) -> dict[str, Any]:
    """One value of a plan."""
    return {"value": value, "at": at, "by": "Ada Example", "device": device, **more}


def noted_all(**values: str) -> dict[str, Any]:
    """A record of a plan."""
    return {name: noted(value) for name, value in values.items()}


TOLD = {"id": "t", "date": "2027-06-01", "on": "2027-03-02", "by": "Ada", "at": 1, "device": "d1"}
PLAN = {
    "format": "gp-migration-plan",
    "schema": 1,
    "id": "full",
    "revision": 0,
    "goLive": noted("2027-06-08"),
    "practice": noted_all(name="Example Practice"),
    "choices": noted_all(**{"note-taker": "Ada Example"}),
    "milestones": {
        "cutover-planning-meeting": noted_all(date="2027-05-11", state="agreed", by="Ada"),
        "first-data-check": noted_all(date="2027-04-12", state="confirmed", how="e-mail"),
        "kick-off-meeting": noted_all(done="2026-11-20"),
    },
    "tasks": {
        "agree-cutover-length": noted_all(state="done", notes="Four days"),
        "book-technical-survey": noted_all(state="na", reason="It was done last year"),
        "name-lead-gp": noted_all(owner="Dr Lee", due="2026-11-02", status="blocked"),
        "choose-weekly-slot": {
            "owner": noted("Dr Lee", others=[{**noted("Dr Moss", 1, "d2"), "by": "Bea"}])
        },
        "a-task-that-is-gone": noted_all(owner="Dr Moss"),
    },
    "actions": {
        "own": noted_all(title="Move the flu clinic", owner="Dr Lee", due="2027-03-03"),
        "own-done": noted_all(title="Order toner", state="done"),
    },
    "seats": {"lead-gp": noted_all(name="Dr Lee", cover="Dr Moss", contact="5550123")},
    "parties": {
        "nhs-111": {**noted_all(state="asked", contact="5550123"), "told": [TOLD]},
        "own-party": noted_all(title="Parish hall", state="not-asked"),
    },
    "meetings": {"weekly": noted_all(day="Tuesday", time="12:30pm", place="Meeting room")},
    "decisions": {"go-live-gate": noted_all(answer="no")},
    "events": {"e": noted_all(**{"title": "Inspection", "from": "2027-06-07", "to": "2027-06-09"})},
    "leave": {"l": noted_all(**{"person": "Dr Lee", "from": "2027-06-01", "to": "2027-06-11"})},
    "history": [
        {"id": "h", "at": 1, "by": "Ada", "device": "d1", "what": "goLive", "was": "2027-06-01"}
    ],
}
STORED = {"gp-migration:current": "full", "gp-migration:plan:full": json.dumps(PLAN)}


def sitemap(pages: Pages) -> list[str]:
    """Every page of the site, and the page for wrong addresses."""
    text = (pages.root / "sitemap.xml").read_text("utf-8")
    addresses = re.findall(r"<loc>https?://[^/]+/[^/]+/(.*?)</loc>", text)
    assert len(addresses) > 15
    return [*addresses, "404.html"]


def wrong(reader: Reader, where: str = "html", schemes: tuple[str, ...] = BOTH) -> list[str]:
    """What axe finds in a part of the page, and what sticks out of it."""
    beyond = reader.page.evaluate(OFF_THE_EDGE)
    found = faults(reader.page, where, schemes)
    return [*found, *([f"{beyond} px off the edge"] if beyond else [])]


def show(capsys: pytest.CaptureFixture[str], words: str) -> None:
    """Print a count even when the test passes."""
    with capsys.disabled():
        print(f"\n  axe: {words}", end="")


def test_axe_finds_what_is_wrong(new_reader: NewReader) -> None:
    """A grey text in either scheme, and two targets too small and too near."""
    reader = new_reader(at="about/privacy/")

    reader.page.evaluate(SPOIL)

    found = faults(reader.page, "article", (*BOTH, "uncoloured"))
    assert [fault.split(" article")[0] for fault in found] == [
        "light color-contrast: #grey",
        "light target-size: #first",
        "light target-size: #second",
        "dark color-contrast: #grey",
        "uncoloured target-size: #first",
        "uncoloured target-size: #second",
    ]


@pytest.mark.parametrize("width", SWEPT.values(), ids=SWEPT)
def test_no_page_has_a_fault(
    new_reader: NewReader, pages: Pages, width: int, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each as a stranger meets it, and with a full plan and all that folds unfolded."""
    reader = new_reader(viewport={"width": width, "height": 900})
    found = {}

    for path in sitemap(pages):
        reader.open(path)
        found[path] = wrong(reader, "html", UNCOLOURED)
        reader.page.evaluate(POUR, STORED)
        reader.page.wait_for_function(UNFOLDED)
        found[f"{path} with a plan"] = wrong(reader, "html", FULL)
        reader.page.evaluate("localStorage.clear()")

    show(capsys, f"{len(found) // 2} pages, {len(found)} states, {width} px")
    assert {state: what for state, what in found.items() if what} == {}


# What opens, on the pages where most does. Each state names the part of the page that it shows.


def kick_off(reader: Reader, folder: Path) -> Iterator[State]:
    """Search, menu, messages, a reason, an undo, copies, a file, and the meeting view."""
    page = reader.page
    reader.come_to_actions()
    reader.button("Search").click()
    page.get_by_role("searchbox").fill("smartcard")
    expect(page.get_by_role("dialog").get_by_role("link").first).to_be_visible()
    yield "results of a search", "dialog"
    page.get_by_role("searchbox").fill("zzzz")
    expect(page.get_by_text("Nothing found. Try another word.")).to_be_visible()
    yield "a search without results", "dialog"
    reader.button("Close").click()
    for menu in page.get_by_role("button", name="Menu").all():
        menu.click()
        yield "the menu", ".app-bar"
        menu.click()
    reader.enter({"Go Live date": "soon", "Practice": "943 476 5919"})
    expect(page.get_by_role("alert")).to_have_count(2)
    yield "a date that is none, and an NHS number", "plan-fields"
    page.reload()
    reader.come_to_actions()
    reader.button("Add an action").click()
    reader.button("Add a third party").click()
    yield "forms that are not filled in", "article"
    details = reader.details(TASK)
    details.get_by_role("button", name=f"Not applicable: {TASK}").click()
    yield "why a task does not apply", "#task-agree-cutover-length"
    reader.action("Move the flu clinic").get_by_text("Details: Move the flu clinic").click()
    reader.button("Remove this action").click()
    expect(page.get_by_text("Removed: Move the flu clinic. Undo")).to_be_visible()
    yield "an action that was removed", "your-actions"
    reader.button("Copy for an e-mail").click()
    expect(page.get_by_role("textbox", name="Text for the e-mail")).to_be_visible()
    yield "an e-mail", "your-actions"
    file = folder / "plan.json"
    note = {"tasks": {"agree-cutover-length": noted_all(notes="943 476 5919")}}
    file.write_text(json.dumps({**PLAN, **note, "strange": 1}), "utf-8")
    reader.open_file(file)
    expect(reader.button("Replace")).to_be_visible()
    yield "a file beside the plan", "plan-file"
    reader.button("Merge").click()
    expect(reader.button("Undo").last).to_be_visible()
    yield "a file that was merged", "plan-file"
    reader.button("Meeting view").click()
    for part in range(8):
        expect(page.get_by_role("banner")).to_contain_text(f"{part + 1} of 8")
        yield f"part {part + 1} of the meeting", "html"
        for on in page.get_by_role("button", name="Next: ").all():
            on.click()


def dates(reader: Reader, folder: Path) -> Iterator[State]:
    """A wrong date, options, a change that is shown and applied, forms, a calendar, a decision."""
    page = reader.page
    expect(page.locator("tr[data-milestone=first-data-check]")).to_contain_text("confirmed date")
    page.evaluate(OPEN_ALL)
    expect(page.get_by_label("By whom").first).to_be_attached()
    page.get_by_label("Date", exact=True).first.fill("soon")
    page.get_by_label("Date", exact=True).first.blur()
    yield "a row with a date that is none", "date-table"
    page.get_by_role("button", name="See options").first.click()
    yield "options for a limit", "date-limits"
    page.locator("date-limits .app-buttons button").first.click()
    expect(reader.button("Apply").first).to_be_visible()
    yield "a change that is shown first", "date-limits"
    reader.button("Apply").first.click()
    expect(reader.button("Undo").first).to_be_visible()
    yield "a change that was made", "date-limits"
    page.get_by_role("button", name="See what this changes").first.click()
    expect(page.locator("cutover-ways").get_by_role("button", name="Apply")).to_be_visible()
    yield "another way of cutting over", "cutover-ways"
    reader.enter({"New Go Live date": "15 June 2027"})
    expect(page.locator("move-go-live").get_by_role("button", name="Apply")).to_be_visible()
    yield "another Go Live date", "move-go-live"
    reader.button("Add an event").click()
    reader.button("Add leave").click()
    yield "forms of days that are not filled in", "date-clashes"
    event = "SUMMARY:Inspection\r\nDTSTART;VALUE=DATE:20270601"
    open_calendar(reader, calendar_file(folder, event))
    reader.button("Add those that are ticked").click()
    yield "a calendar with nothing chosen", "date-clashes"


def plans(reader: Reader, folder: Path) -> Iterator[State]:
    """A name that is missing, another name, a copy, a plan that was deleted."""
    reader.button("Start a new plan").click()
    yield "a new plan without a name", "plan-list"
    reader.page.get_by_role("button", name="Duplicate as a template").click()
    yield "two plans", "plan-list"
    reader.page.get_by_role("button", name="Rename").first.click()
    yield "a new name", "plan-list"
    reader.page.get_by_role("button", name="Delete").last.click()
    expect(reader.button("Undo")).to_be_visible()
    yield "a plan that was deleted", "plan-list"


def files(reader: Reader, folder: Path) -> Iterator[State]:
    """What two people changed, history, a file that is none, and the questions before removing."""
    expect(reader.page.get_by_role("button", name="Keep this").first).to_be_visible()
    yield "two versions and the history", "article"
    reader.page.get_by_role("button", name="Keep this").first.click()
    yield "one version kept", "plan-history"
    file = folder / "plan.json"
    file.write_text("Minutes of the meeting", "utf-8")
    reader.open_file(file)
    expect(reader.page.get_by_role("alert").first).to_be_visible()
    yield "a file that is no plan", "plan-file"
    reader.button("Remove names, phones and leave").click()
    reader.button("Remove everything from this browser").click()
    yield "questions before removing", "article"
    reader.button("Yes, remove everything from this browser").click()
    yield "everything removed", "article"


WALKS: dict[str, Callable[[Reader, Path], Iterator[State]]] = {
    "guide/kick-off/": kick_off,
    "plan/dates/": dates,
    "plan/": plans,
    "plan/files/": files,
}


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
@pytest.mark.parametrize("path", WALKS)
def test_nothing_that_opens_has_a_fault(
    new_reader: NewReader,
    tmp_path: Path,
    path: str,
    width: int,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Every panel, message and question, one after the other, in a full plan."""
    reader = new_reader(STORED, viewport={"width": width, "height": 900}, at=path)

    states = WALKS[path](reader, tmp_path)
    found = {state: wrong(reader, where, SCHEMES[width]) for state, where in states}

    show(capsys, f"{path} {len(found)} open states, {width} px, {' and '.join(SCHEMES[width])}")
    assert {state: what for state, what in found.items() if what} == {}
