"""Several plans, files and tabs: nothing that anybody entered is lost."""

from __future__ import annotations

import json
import os
import random
import signal

import pytest
from playwright.sync_api import CDPSession, Locator, expect

from tests.browser.conftest import NewReader
from tests.browser.reader import Reader

LONG = "GP_LONG" in os.environ
EDITS = 200 if LONG else 20
DEATHS = 100 if LONG else 10
TABS_AND_SEEDS = [(2, 1), (2, 2), (2, 3), (5, 1), *([(5, 2), (5, 3)] if LONG else [])]
TASK = "Agree how long the cutover is"
EDIT = """([turn, name]) => {
    const names = document.querySelectorAll('article th ~ td input[aria-label^="Name: "]')
    const boxes = document.querySelectorAll('li.app-task[data-task] input[type=checkbox]')
    const field = turn < 20 ? names[turn % names.length] : boxes[turn % boxes.length]
    if (turn >= 20) {
        field.click()
        return [field.closest('li').dataset.task, field.checked]
    }
    field.value = name
    field.dispatchEvent(new Event('change'))
    return [field.ariaLabel, name]
}"""
IS_LIKE = """left => Object.entries(left).every(([what, value]) => typeof value === 'string'
    ? document.querySelector(`input[aria-label="${what}"]`).value === value
    : document.querySelector(`li.app-task[data-task="${what}"] input`).checked === value)"""
SAVE_FOR_EVER = """() => {
    const field = document.querySelector('plan-fields input')
    let saves = 1_000_000
    const save = () => {
        for (const end = Date.now() + 1_000; Date.now() < end;) {
            saves += 1
            field.value = `${saves} `.repeat(250)
            field.dispatchEvent(new Event('change'))
        }
        setTimeout(save)
    }
    setTimeout(save)
}"""


def renderers(browser: CDPSession) -> set[int]:
    """The processes that hold a tab each, and one that the browser keeps ready."""
    found = browser.send("SystemInfo.getProcessInfo")["processInfo"]
    return {int(one["id"]) for one in found if one["type"] == "renderer"}


def count(capsys: pytest.CaptureFixture[str], words: str) -> None:
    """Print how much was tried, even when the test passes."""
    with capsys.disabled():
        print(f"\n  trials: {words}", end="")


def open_plans(reader: Reader) -> None:
    """Go to the list of plans."""
    reader.open("plan/")
    expect(reader.page.get_by_label("Name of a new plan")).to_be_visible()


def start(reader: Reader, name: str) -> None:
    """Start another plan."""
    reader.page.get_by_label("Name of a new plan").fill(name)
    reader.button("Start a new plan").click()
    expect(reader.page.get_by_role("row", name=name)).to_contain_text("Open now")


def of_plan(reader: Reader, does: str, title: str) -> Locator:
    """A button in the row of a plan."""
    row = reader.page.get_by_role("row", name=title).first
    return row.get_by_role("button", name=does)


def test_two_practices_have_a_plan_each(reader: Reader) -> None:
    """A new plan is empty; the first one is there again, whole, when it is opened."""
    reader.enter({"Practice": "Riverside Surgery"})
    reader.box(TASK).check()
    open_plans(reader)

    start(reader, "Hilltop Surgery")
    reader.open()
    expect(reader.box(TASK)).not_to_be_checked()
    open_plans(reader)
    of_plan(reader, "Open", "Riverside Surgery").click()

    reader.open()
    expect(reader.box(TASK)).to_be_checked()
    expect(reader.field("Practice")).to_have_value("Riverside Surgery")


def test_a_deleted_plan_comes_back(reader: Reader) -> None:
    """Delete is undone with everything that was in it."""
    reader.enter({"Practice": "Riverside Surgery"})
    reader.box(TASK).check()
    open_plans(reader)

    of_plan(reader, "Delete", "Riverside Surgery").click()
    expect(reader.page.get_by_role("row", name="Riverside Surgery")).to_have_count(0)
    reader.button("Undo").click()

    expect(reader.page.get_by_role("row", name="Riverside Surgery")).to_be_visible()
    reader.open()
    expect(reader.box(TASK)).to_be_checked()


def test_a_template_has_no_people_and_nothing_done(reader: Reader) -> None:
    """What the next practice can use is there: third parties and own actions."""
    reader.enter({"Practice": "Riverside Surgery"})
    reader.fill_seat("Lead GP", "Dr Lee", "Dr Moss", "Example Practice", "telephone 5550123")
    reader.box("NHS 111").check()
    reader.box(TASK).check()
    open_plans(reader)

    of_plan(reader, "Duplicate as a template", "Riverside Surgery").click()
    of_plan(reader, "Open", "Riverside Surgery, copy").click()

    stored = json.dumps(reader.plan())
    assert [name for name in ("Dr Lee", "Dr Moss", "5550123", "done") if name in stored] == []
    reader.open()
    expect(reader.box("NHS 111")).to_be_checked()
    expect(reader.box(TASK)).not_to_be_checked()


def test_a_plan_is_not_named_after_a_patient(new_reader: NewReader) -> None:
    """What looks like an NHS number is no name for a plan, new or renamed."""
    reader = new_reader(at="plan/")
    field = reader.page.get_by_label("Name of a new plan")
    problem = reader.page.get_by_role("alert")
    for name, says in {
        "": "Name of a new plan must be filled in, like Riverside Surgery.",
        "943 476 5919": "This looks like an NHS number. It has not been saved. Remove it.",
    }.items():
        field.fill(name)
        field.press("Enter")
        expect(problem).to_have_text(says)
    assert reader.stored() == {}

    start(reader, "Hilltop Surgery")

    expect(problem).to_be_hidden()


def test_another_tab_does_not_take_the_focus_from_the_list(reader: Reader) -> None:
    """Who is on a button of a plan stays there while a colleague's tab ticks."""
    reader.enter({"Practice": "Riverside Surgery"})
    other = reader.another_tab()
    open_plans(reader)
    rename = of_plan(reader, "Rename", "Riverside Surgery")
    rename.focus()

    other.box(TASK).check()

    expect(reader.page.get_by_role("region", name="Your plan")).to_contain_text("Saved")
    reader.page.wait_for_function(
        "() => Object.values(localStorage).some(text => text.includes('cutover-length'))"
    )
    reader.page.wait_for_timeout(300)
    expect(rename).to_be_focused()
    rename.press("Enter")
    expect(reader.page.get_by_label("Name of this plan")).to_be_focused()


def test_who_changed_what_is_kept_and_can_be_undone(reader: Reader) -> None:
    """The page of files says it in words, newest first."""
    reader.enter({"Who takes the notes": "Ada Example"})
    reader.page.reload()
    reader.page.locator(".app-care").wait_for(state="attached")
    reader.box(TASK).check()

    reader.open("plan/files/")

    history = reader.page.locator("plan-history")
    expect(history).to_contain_text(TASK)
    expect(history).to_contain_text("Ada Example")


def test_all_of_ours_is_removed_and_nothing_of_another_site(new_reader: NewReader) -> None:
    """The storage is shared with other sites of the host."""
    reader = new_reader(stored={"another-program": "its own"})
    reader.box(TASK).check()
    reader.open("plan/files/")

    reader.page.get_by_role("button", name="Remove everything").first.click()
    confirm = reader.page.get_by_role("button", name="Remove everything")
    if confirm.count() and reader.stored() != {"another-program": "its own"}:
        confirm.last.click()

    expect(reader.box(TASK)).to_have_count(0)
    reader.page.wait_for_function("() => localStorage.length === 1")
    assert reader.stored() == {"another-program": "its own"}


@pytest.mark.parametrize(("tabs", "seed"), TABS_AND_SEEDS)
def test_tabs_that_edit_in_any_order_end_with_every_edit(
    reader: Reader, tabs: int, seed: int, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each box and name ends as it was left last, whichever tab did it; no conflict is made."""
    fate = random.Random(seed)
    readers = [reader, *(reader.another_tab() for _ in range(tabs - 1))]
    last: dict[str, bool | str] = {}

    for turn in range(EDITS * tabs):
        what, value = fate.choice(readers).page.evaluate(EDIT, [fate.randrange(60), f"Name {turn}"])
        last[what] = value

    for one in readers:
        one.page.wait_for_function(IS_LIKE, arg=last, timeout=15_000)
    states = {id: one["state"]["value"] for id, one in reader.plan()["tasks"].items()}
    assert {id: state == "done" for id, state in states.items()}.items() <= last.items()
    assert "others" not in json.dumps(reader.plan())
    count(capsys, f"{tabs} real tabs, {EDITS} edits each, seed {seed}: {len(last)} fields right")


def test_a_tab_that_is_killed_in_the_middle_of_a_save_leaves_a_whole_plan(
    reader: Reader, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its process ends while it writes, often: the old plan or the new is there, whole."""
    fate = random.Random(DEATHS)
    assert reader.page.context.browser
    browser = reader.page.context.browser.new_browser_cdp_session()
    reader.box(TASK).check()
    found: list[int] = []

    for _ in range(DEATHS):
        others = renderers(browser)
        doomed = reader.another_tab()
        doomed.page.evaluate(SAVE_FOR_EVER)
        doomed.page.wait_for_timeout(fate.randrange(1, 60))
        for process in renderers(browser) - others:
            os.kill(process, signal.SIGKILL)
        doomed.page.close()
        plan = reader.plan()
        name = plan["practice"]["name"]["value"]
        assert name == " ".join([name[:7]] * 250), "half of a plan"
        assert plan["tasks"]["agree-cutover-length"]["state"]["value"] == "done"
        found.append(int(name[:7]) - 1_000_000)

    reader.page.reload()
    expect(reader.box(TASK)).to_be_checked()
    expect(reader.page.locator(".app-care .is-late").first).to_be_hidden()
    saves = f"after {min(found)} to {max(found)} saves each"
    count(capsys, f"{DEATHS} tabs killed while saving, {saves}")
