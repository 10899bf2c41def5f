"""What a screen reader is told of each part, in each state: names, roles and states as a tree.

The trees are Chromium's own and stand in `tests/cases/trees`, one file for each state.
Of figures that change with the day or the clock only the place is kept.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import NewReader
from tests.browser.reader import Reader
from tests.browser.test_axe import PLAN, STORED
from tests.browser.tree import tree

TREES = Path(__file__).parent.parent / "cases/trees"
TASK = "#task-agree-cutover-length"
FIGURES = re.compile(
    r"\b\d+(?= (?:weeks?|late|to look|of|changes|found)\b)"
    r"|(?<= of )\d+|\d\d:\d\d|(?<=saved )\d+ \w+ \d{4}"
)
State = tuple[str, Locator]


def told(part: Locator) -> str:
    """The tree of a part, without what the day and the clock put into it."""
    return FIGURES.sub("N", "\n".join(tree(part)))


def kick_off(reader: Reader) -> Iterator[State]:
    """Rows of a checklist, the strip, fields, forms, search and the meeting view."""
    at = reader.page.locator
    reader.come_to_actions()
    at(".app-care").wait_for()
    yield "task-open", at("#task-name-lead-gp")
    yield "task-done", at(TASK)
    yield "task-not-applicable", at("#task-book-technical-survey")
    at(f"{TASK} summary").click()
    expect(at(TASK).get_by_label("Note")).to_be_visible()
    yield "task-details", at(TASK)
    yield "strip", at("plan-strip")
    yield "about-your-plan", at(".app-care")
    yield "colours", at("colour-choice")
    reader.enter({"Go Live date": "soon"})
    yield "date-wrong", at("plan-fields .app-field.is-wrong")
    reader.enter({"By when": "soon"})
    reader.button("Add an action").click()
    yield "form-with-problems", at("your-actions form > :not(:has(select))").first
    yield "form-field-wrong", at("your-actions form .is-wrong").last
    reader.button("Add a third party").click()
    yield "one-field-wrong", at(".app-party-form .app-field").last
    yield "own-action", reader.action("Move the flu clinic")
    reader.button("Search").click()
    reader.page.get_by_role("searchbox").fill("NHAIS")
    at("dialog li p:not(:empty)").last.wait_for()
    yield "search", at("dialog")
    reader.button("Close").click()
    reader.button("Meeting view").click()
    yield "meeting-bar", at("header.app-meeting")
    yield "meeting-foot", at("footer.app-meeting")
    yield "meeting-beside", at(".app-meeting__beside > div").last


def dates(reader: Reader) -> Iterator[State]:
    """A row of the table, the same row opened, and a decision."""
    at = reader.page.locator
    row = at("tr[data-milestone=first-data-check]")
    expect(row).to_contain_text("The confirmed date")
    yield "date-row", row
    row.locator("summary").click()
    expect(row.get_by_label("By whom")).to_be_visible()
    yield "date-row-open", row
    gate = at("[data-gate=go-live-gate]")
    yield "decision", gate
    gate.locator("summary").first.click()
    yield "decision-open", gate


def files(reader: Reader) -> Iterator[State]:
    """Two versions of a field, a file beside the plan, and the question before removing."""
    at = reader.page.locator
    expect(reader.page.get_by_role("button", name="Keep this").first).to_be_visible()
    yield "conflict", at("plan-history [role=group]").first
    yield "history", at("plan-history table tr").nth(1)
    with reader.page.expect_file_chooser() as chooser:
        reader.button("Open a saved plan").click()
    file = {"name": "plan.json", "mimeType": "application/json"}
    chooser.value.set_files({**file, "buffer": json.dumps({**PLAN, "strange": 1}).encode()})
    expect(reader.button("Merge")).to_be_visible()
    yield "file-beside-the-plan", at("plan-file")
    reader.button("Merge").click()
    yield "file-merged", at("plan-file")
    reader.button("Remove everything from this browser").click()
    yield "question", at("plan-privacy[data-part=all]")


def plans(reader: Reader) -> Iterator[State]:
    """The list of plans, and a name that is missing."""
    yield "plans", reader.page.locator("plan-list")
    reader.button("Start a new plan").click()
    yield "plan-without-a-name", reader.page.locator("plan-list .app-fields")


def menu(reader: Reader) -> Iterator[State]:
    """The head of a narrow page, and its menu."""
    reader.page.set_viewport_size({"width": 320, "height": 700})
    yield "head", reader.page.locator(".app-bar")
    reader.page.get_by_role("button", name="Menu").click()
    yield "menu-open", reader.page.locator(".app-bar__menu")
    yield "journey", reader.page.locator(".app-journey li").nth(2)


WALKS: dict[str, tuple[str, Callable[[Reader], Iterator[State]]]] = {
    "kick-off": ("guide/kick-off/", kick_off),
    "dates": ("plan/dates/", dates),
    "files": ("plan/files/", files),
    "plans": ("plan/", plans),
    "menu": ("guide/kick-off/", menu),
}


@pytest.mark.parametrize("walk", WALKS)
def test_a_screen_reader_is_told_names_roles_and_states(new_reader: NewReader, walk: str) -> None:
    """Of each part in each state, as it stands in its file."""
    path, states = WALKS[walk]
    reader = new_reader(STORED, at=path)

    heard = {name: told(part) for name, part in states(reader)}
    if "GP_NEW_TREES" in os.environ:
        for name, lines in heard.items():
            (TREES / f"{name}.txt").write_text(f"{lines}\n", "utf-8")

    assert heard == {name: (TREES / f"{name}.txt").read_text("utf-8").strip() for name in heard}


def test_no_tree_is_left_over() -> None:
    """Each file is the tree of a state that a test comes to."""
    named = set(re.findall(r'yield "([\w-]+)"', Path(__file__).read_text("utf-8")))

    assert {path.stem for path in TREES.glob("*.txt")} == named
