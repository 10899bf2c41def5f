"""A reader of the Kick-off page, who finds everything by its name and does what people do."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, TimeoutError

KICK_OFF = "guide/kick-off/"
CUTOVER = "What cutover has your new supplier confirmed?"
LATER = "Later, read after the meeting"
WHOLE = "html:not(.has-script:has(.app-seat-fields:not(.is-whole)))"
OPEN_ALL = "() => document.querySelectorAll('details').forEach(details => details.open = true)"
ALL_FILLED = """() => [...document.querySelectorAll('article :is(li, th) > details')]
    .every(details => details.querySelector('input, select, textarea'))"""
EVERY_ENTRY = """() => {
    const name = control => control.ariaLabel ?? control.labels?.[0]?.textContent.trim() ?? ''
    const box = row => row.querySelector('input[type=checkbox]')?.labels[0]
    const title = row => (box(row) ?? row.querySelector('th').firstChild).textContent.trim()
    const row = control => control.closest('tbody tr, li')
    const entry = control => [
        row(control) ? title(row(control)) : '', name(control),
        control.type === 'checkbox' ? String(control.checked) : control.value,
    ]
    const controls = 'input:not([type=file], [aria-hidden]), select, textarea:not([readonly])'
    return [...document.querySelectorAll('article :is(' + controls + ')')].map(entry)
}"""
HAS_FOCUS = "document.activeElement !== document.body && document.activeElement.isConnected"
AT_ONCE = """
    const wait = window.setTimeout
    window.setTimeout = (work, ms, ...rest) => wait(work, ms === 4000 ? 0 : ms, ...rest)"""
"""A script for a first visit: what can wait four seconds comes at once."""


def noted(value: str) -> dict[str, object]:
    """A field of a plan."""
    return {"value": value, "at": 1, "device": "d1"}


def stored_plan(parts: dict[str, Any]) -> dict[str, str]:
    """A browser's storage with one plan in it."""
    plan = {"format": "gp-migration-plan", "schema": 1, "id": "p1", "revision": 0, **parts}
    return {"gp-migration:current": "p1", "gp-migration:plan:p1": json.dumps(plan)}


DATED = stored_plan({"goLive": noted("2027-06-08")})
"""The storage of someone who has entered a Go Live date and nothing else."""


class Reader:
    """One tab of one person's browser."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.url = url

    def open(self, path: str = KICK_OFF) -> None:
        """Go to a page of the site, with a pointer, and wait until all of it has had its turn."""
        self.page.goto(self.url + path)
        self.page.locator("html:not(.is-opening)").wait_for()
        self.page.mouse.move(1, 1)
        self.page.locator(WHOLE).wait_for()

    def another_tab(self, path: str = KICK_OFF) -> Reader:
        """Open a page of the site beside this one."""
        other = Reader(self.page.context.new_page(), self.url)
        other.open(path)
        return other

    # Where things are

    def box(self, title: str) -> Locator:
        """The box of a task or a third party, in its full row."""
        return self.row(title).get_by_role("checkbox", name=title, exact=True)

    def row(self, title: str) -> Locator:
        """The full row of a task or a third party."""
        label = self.page.get_by_text(title, exact=True)
        return self.page.locator("li.app-task").filter(has=label)

    def short_box(self, title: str) -> Locator:
        """The box of a task in the short row of its topic."""
        rows = self.page.locator(".app-checklist--short > label")
        return rows.get_by_role("checkbox", name=title, exact=True)

    def field(self, label: str) -> Locator:
        """A field that has its label to itself on the page."""
        return self.page.get_by_label(label, exact=True)

    def button(self, name: str) -> Locator:
        """A button, by its whole name."""
        return self.page.get_by_role("button", name=name, exact=True)

    def said(self, words: str) -> Locator:
        """A sentence that stands on the page, whole."""
        return self.page.get_by_text(words, exact=True)

    def progress(self) -> Locator:
        """How many tasks of the page are done, as it is announced."""
        return self.page.get_by_role("status").filter(has_text=" done")

    def action(self, title: str) -> Locator:
        """The row of an action in the table of actions."""
        rows = self.page.get_by_role("table", name="Your actions").get_by_role("row")
        return rows.filter(has=self.page.get_by_text(title, exact=True))

    def shown_first(self) -> Locator:
        """What an entry would move, shown below the fields that the dates hang on."""
        return self.page.locator("plan-fields .app-change, plan-fields + .app-change")

    # What people do

    def open_all(self) -> None:
        """Fold out all that is folded, and wait for the fields in it."""
        self.come_to_actions()
        self.page.evaluate(OPEN_ALL)
        self.page.wait_for_function(ALL_FILLED)

    def details(self, title: str) -> Locator:
        """Open the details of a task or a third party."""
        details = self.row(title).locator("details")
        details.locator("summary").click()
        return details

    def come_to_actions(self) -> None:
        """Scroll to the list of actions: without a plan it is fetched when someone comes near."""
        self.page.locator("your-actions").scroll_into_view_if_needed()
        self.page.locator("your-actions form").wait_for()

    def open_later(self) -> None:
        """Open the band of tasks that is closed at first."""
        self.page.get_by_text(LATER).first.click()

    def tick_all(self, titles: list[str]) -> None:
        """Tick tasks, one after the other."""
        for title in titles:
            self.box(title).check()

    def enter(self, entries: dict[str, str], within: Locator | None = None) -> None:
        """Fill in fields by their labels; a day or a phase is chosen."""
        for label, text in entries.items():
            field = (within or self.page).get_by_label(label, exact=True)
            if field.evaluate("field => field.tagName") == "SELECT":
                field.select_option(text)
            else:
                field.fill(text)
                field.blur()

    def choose_cutover(self, answer: str) -> None:
        """Say which cutover the supplier confirmed, look at what it moves, and apply it."""
        self.field(CUTOVER).select_option(answer)
        self.shown_first().get_by_role("button", name="Apply").click()

    def fill_seat(self, seat: str, name: str, cover: str, organisation: str, contact: str) -> None:
        """Say who takes a seat; an empty cover is left alone."""
        self.enter({f"Name: {seat}": name, **({f"Cover: {seat}": cover} if cover else {})})
        self.page.get_by_text(f"Contact: {seat}", exact=True).click()
        seats = self.page.get_by_role("row")
        place = seats.filter(has=self.page.get_by_label(f"Name: {seat}", exact=True))
        self.enter({"Organisation": organisation, "Contact": contact}, place)

    def wait_for_dates(self) -> None:
        """Wait until the dates of a first Go Live stand: their coming moves what is below."""
        self.page.locator("date-summary li").first.wait_for()

    def move_go_live(self, to: str) -> None:
        """Type another Go Live date, look at what it would move, and apply it."""
        self.enter({"Go Live date": to})
        self.button("Apply").click()

    def tell_party(self, party: str, contact: str, told: str) -> None:
        """Tick a third party, note whom to reach, and record that it was told."""
        self.box(party).check()
        details = self.details(party)
        self.enter({"Contact": contact}, details)
        details.get_by_role("button", name=told, exact=True).click()

    def not_applicable(self, title: str, reason: str, decided_by: str = "") -> None:
        """Say that a task does not apply, and why; of a safety task also who decided it."""
        details = self.details(title)
        details.get_by_role("button", name=f"Not applicable: {title}", exact=True).click()
        self.enter(
            {"Reason": reason, **({"Decided by": decided_by} if decided_by else {})}, details
        )

    def add_action(self, title: str, who: str, when: str) -> None:
        """Add an action of the practice's own."""
        self.come_to_actions()
        self.enter({"New action": title, "Who": who, "By when": when})
        self.button("Add an action").click()

    def save_a_copy(self, to: Path) -> Path:
        """Save the plan as a file, in a folder, under the name that the page gives it."""
        with self.page.expect_download() as download:
            self.button("Save a copy").click()
        file = to / download.value.suggested_filename
        download.value.save_as(file)
        return file

    def open_file(self, file: Path) -> None:
        """Choose a file to open as a plan."""
        with self.page.expect_file_chooser() as chooser:
            self.button("Open a saved plan").click()
        chooser.value.set_files(file)

    # What is there

    def entries(self) -> list[list[str]]:
        """Everything entered on the page, in order: the row, the label and the value."""
        self.open_all()
        return self.page.evaluate(EVERY_ENTRY)

    def is_lost(self) -> bool:
        """Whether the focus is nowhere, and stays there."""
        try:
            self.page.wait_for_function(HAS_FOCUS, timeout=1_000)
        except TimeoutError:
            return True
        return False

    def stored(self) -> dict[str, str]:
        """Everything that the browser keeps for this site's host."""
        return self.page.evaluate("({...localStorage})")

    def plan(self) -> dict[str, Any]:
        """The plan as the browser keeps it."""
        stored = self.stored()
        return json.loads(stored[f"gp-migration:plan:{stored['gp-migration:current']}"])
