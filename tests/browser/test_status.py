"""What is said of an action is said once, and the focus is never lost."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NewReader
from tests.browser.reader import Reader
from tests.browser.test_axe import STORED
from tests.browser.test_files import OTHERS

TASK = "Agree how long the cutover is"
LISTEN = """() => {
    globalThis.heard = []
    const isLive = '[role=status], [role=alert], [aria-live]'
    const words = element => element.innerText.replace(/\\s+/g, ' ').trim()
    const hear = element => element?.checkVisibility() && words(element)
        && heard.push(words(element))
    new MutationObserver(changes => {
        const elements = changes.map(({target}) => target.parentElement && target.closest
            ? target : target.parentElement)
        const live = elements.map(element => element?.closest(isLive))
        const added = changes.flatMap(({addedNodes}) => [...addedNodes])
            .filter(node => node.matches?.('[role=alert]'))
        for (const region of new Set([...live, ...added])) hear(region)
    }).observe(document.body, {
        subtree: true, childList: true, characterData: true,
        attributes: true, attributeFilter: ['hidden'],
    })
    addEventListener('focusin', ({target}) => target.tabIndex < 0 && hear(target))
}"""
"""Notes what a live region comes to say, and what is read because the focus is put there."""
FIGURES = re.compile(r"\d\d:\d\d")


def heard(reader: Reader) -> list[str]:
    """Everything that was said since, without the time of day."""
    reader.page.wait_for_timeout(600)  # what is said late is said by then
    return [FIGURES.sub("N", words) for words in reader.page.evaluate("heard")]


def tick(reader: Reader) -> None:
    """Tick a task."""
    reader.box("Name the lead GP for the migration").check()


def copy(reader: Reader) -> None:
    """Copy the actions as a table."""
    reader.button("Copy table").click()


def add(reader: Reader) -> None:
    """Add an action without a name."""
    reader.button("Add an action").click()


def remove(reader: Reader) -> None:
    """Remove an action and bring it back."""
    reader.action("Move the flu clinic").get_by_text("Details: Move the flu clinic").click()
    reader.button("Remove this action").click()
    reader.button("Undo").click()


def mistake(reader: Reader) -> None:
    """Enter a date that is none, and then one that is."""
    reader.enter({"Go Live date": "soon"})
    reader.enter({"Go Live date": "8 June 2027"})


def look(reader: Reader) -> None:
    """Search for a word."""
    reader.button("Search").click()
    reader.page.get_by_role("searchbox").fill("NHAIS")
    expect(reader.page.get_by_role("dialog").get_by_role("link").first).to_be_visible()


def open_file(reader: Reader) -> None:
    """Look at a file and leave it."""
    with reader.page.expect_file_chooser() as chooser:
        reader.button("Open a saved plan").click()
    file = {"name": "plan.json", "mimeType": "application/json"}
    chooser.value.set_files({**file, "buffer": str(OTHERS).replace("'", '"').encode()})
    reader.button("Cancel").click()


@pytest.mark.parametrize(
    ("act", "said"),
    [
        (tick, ["2 of 35 done, 1 not applicable"]),
        (add, ["There is a problem Enter the new action"]),
        (remove, ["Removed: Move the flu clinic. Undo", "It is back."]),
        (mistake, ["Go Live date must have a day, a month and a year, like 30 March 2027"]),
        (look, ["4 found"]),
        (open_file, ["Open this plan?", "Nothing was changed."]),
    ],
)
def test_what_is_said_is_said_once(
    new_reader: NewReader, act: Callable[[Reader], None], said: list[str]
) -> None:
    """Neither twice, nor by a live region and by the focus."""
    reader = new_reader(STORED)
    reader.come_to_actions()
    reader.page.locator(".app-care").wait_for()
    reader.page.wait_for_timeout(600)  # what the page says of itself is over
    reader.page.evaluate(LISTEN)

    act(reader)

    assert heard(reader) == said


def test_a_tick_that_another_tab_made_is_said_here_too(new_reader: NewReader) -> None:
    """Once, and the focus stays where it is."""
    reader = new_reader(STORED)
    other = reader.another_tab()
    reader.field("Practice").focus()
    reader.page.evaluate(LISTEN)

    other.box("Name the lead GP for the migration").check()

    expect(reader.box("Name the lead GP for the migration")).to_be_checked()
    reader.page.wait_for_function("() => heard.length > 0")
    assert heard(reader) == ["2 of 35 done, 1 not applicable"]
    expect(reader.field("Practice")).to_be_focused()


# The focus: after each of these it is on something, and on what was worked with


def test_the_focus_is_kept_when_rows_are_drawn_anew(new_reader: NewReader) -> None:
    """A tick moves an action to another group; a plan is renamed, copied, deleted, brought back."""
    reader = new_reader(STORED)
    reader.come_to_actions()
    box = reader.action("Move the flu clinic").get_by_role("checkbox")
    box.focus()
    reader.page.keyboard.press("Space")
    expect(box).to_be_focused()

    reader.open("plan/")
    lost = []
    for name in ["Duplicate as a template", "Rename", "Save the name", "Delete", "Undo"]:
        reader.page.get_by_role("button", name=name).first.click()
        lost.append(reader.is_lost())

    assert lost == [False] * 5


def test_the_focus_is_kept_on_the_page_of_files(new_reader: NewReader) -> None:
    """A version is kept, a change undone, a question answered with no, and everything removed."""
    reader = new_reader(STORED, at="plan/files/")
    lost = []

    for name in [
        "Keep this",
        "Undo the last change",
        "Remove names, phones and leave",
        "Cancel",
        "Remove everything from this browser",
        "Yes, remove everything from this browser",
    ]:
        reader.page.get_by_role("button", name=name).first.click()
        reader.page.wait_for_timeout(100)
        lost.append(reader.is_lost())

    assert lost == [False] * 6


def test_the_focus_is_kept_on_the_page_of_dates(new_reader: NewReader) -> None:
    """A change is shown, cancelled, shown again, applied, undone; a day is removed and is back."""
    reader = new_reader(STORED, at="plan/dates/")
    see = reader.page.locator("cutover-ways").get_by_role("button", name="See what").first
    lost = []

    for name in ["Cancel", "Apply"]:
        see.click()
        reader.button(name).click()
        lost.append(reader.is_lost())
    reader.button("Undo").click()
    lost.append(reader.is_lost())
    reader.page.get_by_role("button", name="Remove: Inspection").click()
    lost.append(reader.is_lost())
    reader.button("Undo").click()
    expect(reader.said("It is back.")).to_be_focused()

    assert lost == [False] * 4
    expect(reader.page.get_by_text("Inspection: Mon 7 to Wed 9 June 2027").first).to_be_visible()


WIDTHS = """() => [...document.querySelectorAll('your-actions form input')]
    .map(input => input.offsetWidth)"""


@pytest.mark.parametrize("width", [1280, 320])
def test_a_long_problem_leaves_its_field_as_wide_as_it_was(reader: Reader, width: int) -> None:
    """The sentence goes on in a second line, and no field beside it moves."""
    reader.page.set_viewport_size({"width": width, "height": 900})
    reader.come_to_actions()
    before = reader.page.evaluate(WIDTHS)
    reader.enter({"By when": "soon"})

    reader.button("Add an action").click()

    expect(reader.field("By when")).to_have_attribute("aria-invalid", "true")
    assert reader.page.evaluate(WIDTHS) == before


def test_a_problem_of_a_form_leads_to_its_field(reader: Reader) -> None:
    """The summary has the focus; each line of it leads to a field, which says the same."""
    reader.come_to_actions()
    reader.enter({"By when": "soon"})
    reader.button("Add an action").click()
    summary = reader.page.get_by_role("group", name="There is a problem")
    expect(summary).to_be_focused()
    wrong = "By when must have a day, a month and a year, like 30 March 2027"
    expect(summary.get_by_role("listitem")).to_have_text(["Enter the new action", wrong])

    summary.get_by_role("link").last.click()

    expect(reader.field("By when")).to_be_focused()
    expect(reader.field("By when")).to_have_accessible_description(f"Error: {wrong}")
    reader.add_action("Move the flu clinic", "", "3 March 2027")
    expect(summary).to_be_hidden()
    expect(reader.field("By when")).to_have_accessible_description("")
