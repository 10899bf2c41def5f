"""A file kept open for saving: for those who choose it, never in the way of the ordinary copy."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.axe import OFF_THE_EDGE, faults
from tests.browser.conftest import NewReader
from tests.browser.reader import Reader

TASK = "Agree how long the cutover is"
OTHER = "Book the technical survey"
FILE = "migration-plan_shared.json"
# The dialog of the browser is stood in for; the files are real ones, of the site's own folder.
PICKERS = f"""
    const file = async create =>
        (await navigator.storage.getDirectory()).getFileHandle('{FILE}', {{create}})
    window.showSaveFilePicker = () => file(true)
    window.showOpenFilePicker = async () => [await file(false)]"""
CANCELLED = """
    window.showOpenFilePicker = async () => {
        throw new DOMException('The user aborted a request.', 'AbortError')
    }"""
FORBIDDEN = """
    window.showOpenFilePicker = async () => {
        throw new DOMException('Blocked by the administrator.', 'NotAllowedError')
    }"""
NO_PICKER = "delete window.showOpenFilePicker; delete window.showSaveFilePicker"
READ = f"""async () => {{
    const folder = await navigator.storage.getDirectory()
    const handle = await folder.getFileHandle('{FILE}')
    const read = async () => (await handle.getFile()).text()
    return read().catch(read).catch(read)  // it may be written in this very moment
}}"""
WRITE = f"""async text => {{
    const folder = await navigator.storage.getDirectory()
    const writable = await (await folder.getFileHandle('{FILE}', {{create: true}})).createWritable()
    await writable.write(text)
    await writable.close()
}}"""
HAS = f"async words => (await ({READ})()).includes(words)"


def said(reader: Reader) -> Locator:
    """What is said about the shared file."""
    return reader.page.locator("shared-file").get_by_role("status").first


def in_file(reader: Reader) -> dict[str, Any]:
    """The plan in the shared file."""
    plan: dict[str, Any] = json.loads(reader.page.evaluate(READ))
    return plan


def wait_for(reader: Reader, words: str) -> None:
    """Wait until the file has some words: asking again, since only a promise can answer."""
    for _ in range(100):
        if reader.page.evaluate(HAS, words):
            return
        reader.page.wait_for_timeout(100)
    raise AssertionError(f"{words} is not in the file")


@pytest.fixture
def sharer(new_reader: NewReader) -> Reader:
    """Someone with a plan, on the page of files, who makes a shared file."""
    reader = new_reader(script=PICKERS)
    reader.enter({"Practice": "Riverside Surgery"})
    reader.open("plan/files/")
    reader.button("Make a shared file").press("Enter")
    expect(said(reader)).to_contain_text("is kept up to date while this page is open. Last written")
    return reader


def test_work_in_another_tab_goes_into_the_file(sharer: Reader) -> None:
    """Nothing needs to be pressed, and the strip says how old the copy is."""
    tab = sharer.another_tab()
    tab.box(TASK).check()

    wait_for(sharer, "agree-cutover-length")

    assert in_file(sharer)["practice"]["name"]["value"] == "Riverside Surgery"
    strip = tab.page.get_by_role("region", name="Your plan")
    expect(strip).to_contain_text(re.compile(r"Last copy to a file: \d\d:\d\d\."))


def test_what_another_person_wrote_into_the_file_comes_here(sharer: Reader) -> None:
    """Before the next write, and both are in the file."""
    plan = in_file(sharer)
    state = {"value": "done", "at": 1_800_000_000_000, "by": "Ben", "device": "bens"}
    plan["tasks"]["book-technical-survey"] = {"state": state}
    sharer.page.evaluate(WRITE, json.dumps(plan))

    tab = sharer.another_tab()
    tab.box(TASK).check()

    wait_for(sharer, "agree-cutover-length")
    expect(tab.box(OTHER)).to_be_checked()
    expect(tab.box(TASK)).to_be_checked()
    assert set(in_file(sharer)["tasks"]) == {"agree-cutover-length", "book-technical-survey"}


def test_a_file_that_somebody_damaged_is_said_and_not_written_over(sharer: Reader) -> None:
    """The work goes on here, and the file can be chosen again; the focus is not thrown away."""
    sharer.page.evaluate(WRITE, '{"format": "gp-migration-plan", "sch')
    expect(sharer.button("Stop")).to_be_focused()

    sharer.another_tab().box(TASK).check()

    expect(said(sharer)).to_have_text(
        f"{FILE} was left as it is. "
        "That file is damaged or not complete. Choose another copy of the plan."
    )
    expect(sharer.button("Choose a shared file")).to_be_focused()
    assert said(sharer).get_attribute("tabindex") is None  # it is told once, by being there
    assert sharer.page.evaluate(READ) == '{"format": "gp-migration-plan", "sch'
    assert sharer.plan()["tasks"]["agree-cutover-length"]["state"]["value"] == "done"


def test_a_file_that_is_let_go_is_left_alone(sharer: Reader) -> None:
    """After Stop nothing is written any more."""
    sharer.button("Stop").press("Enter")
    expect(said(sharer)).to_have_text(f"{FILE} is no longer kept up to date.")
    before = sharer.page.evaluate(READ)

    sharer.another_tab().box(TASK).check()

    sharer.page.wait_for_timeout(3_000)
    assert sharer.page.evaluate(READ) == before


def test_a_file_that_is_chosen_is_shown_before_anything_is_taken(sharer: Reader) -> None:
    """As when a saved plan is opened; from then on it is kept up to date."""
    sharer.button("Stop").click()
    tab = sharer.another_tab()
    tab.box(TASK).check()

    sharer.button("Choose a shared file").click()
    expect(sharer.page.get_by_role("heading", name="Open this plan?")).to_be_focused()
    assert "agree-cutover-length" not in in_file(sharer)["tasks"]
    sharer.button("Merge").click()

    wait_for(sharer, "agree-cutover-length")
    expect(tab.box(TASK)).to_be_checked()


def test_undo_after_choosing_lets_the_file_go(sharer: Reader) -> None:
    """What was brought back is not merged with the file again."""
    sharer.button("Stop").click()
    plan = in_file(sharer)
    state = {"value": "done", "at": 1_800_000_000_000, "device": "bens"}
    plan["tasks"]["book-technical-survey"] = {"state": state}
    sharer.page.evaluate(WRITE, json.dumps(plan))
    sharer.button("Choose a shared file").click()
    sharer.button("Merge").click()
    expect(said(sharer)).to_contain_text("is kept up to date")

    sharer.button("Undo").click()

    expect(said(sharer)).to_have_text(
        f"The plan here was changed as a whole. {FILE} is no longer kept up to date."
    )
    assert "book-technical-survey" not in sharer.plan()["tasks"]


@pytest.mark.parametrize(
    ("script", "sentence"),
    [
        (CANCELLED, "No file was chosen."),
        (FORBIDDEN, "This browser does not allow it. Save a copy instead."),
    ],
)
def test_a_choice_that_comes_to_nothing_is_said(
    new_reader: NewReader, script: str, sentence: str
) -> None:
    """Nothing else happens."""
    reader = new_reader(script=script, at="plan/files/")

    reader.button("Choose a shared file").click()

    expect(said(reader)).to_have_text(sentence)
    expect(reader.button("Choose a shared file")).to_be_focused()
    assert reader.stored() == {}


def test_without_a_plan_no_file_is_made(new_reader: NewReader) -> None:
    """An empty plan in a shared folder helps nobody."""
    reader = new_reader(script=PICKERS, at="plan/files/")

    reader.button("Make a shared file").click()

    expect(said(reader)).to_have_text("There is no plan in this browser yet.")


def test_a_browser_that_keeps_no_file_open_says_what_to_do(new_reader: NewReader) -> None:
    """The ordinary copy is there as ever, and no button is dead."""
    reader = new_reader(script=NO_PICKER, at="plan/files/")

    place = reader.page.locator("shared-file")
    expect(place).to_have_text(
        "This browser cannot keep a file open. Save a copy, and merge the copies of others."
    )
    expect(place.get_by_role("button")).to_have_count(0)


@pytest.mark.parametrize("width", [1280, 320])
def test_the_shared_file_has_no_fault(sharer: Reader, width: int) -> None:
    """axe finds nothing while a file is kept, and nothing runs off the edge."""
    sharer.page.set_viewport_size({"width": width, "height": 900})

    assert [*faults(sharer.page), sharer.page.evaluate(OFF_THE_EDGE)] == [0]
