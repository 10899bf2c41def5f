"""Ticks: what is ticked stays, shows the same everywhere, and survives the guide's next release."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import Route, expect

from tests.browser.conftest import NewReader
from tests.browser.reader import KICK_OFF, Reader

TASK = "Agree how long the cutover is"
OTHER = "Book the technical survey"
THIRD = "Name the lead GP for the migration"
APPLIES = "It does apply: "
COUNT_WRITES = """
    const setItem = Storage.prototype.setItem
    window.writes = []
    Storage.prototype.setItem = function (key, text) {
        window.writes.push(key)
        setItem.call(this, key, text)
    }"""


def publish(reader: Reader, path: str, old: str, new: str) -> None:
    """Publish the guide anew for this reader, with one file changed by a pattern."""

    def answer(route: Route) -> None:
        text, changes = re.subn(old, new, route.fetch().text(), flags=re.DOTALL)
        assert changes, f"{path} has nothing like {old}"
        route.fulfill(body=text, content_type="text/html" if path == KICK_OFF else None)

    reader.page.context.route(reader.url + path, answer)


def retire(reader: Reader, task_id: str, was: str) -> None:
    """Publish the guide without a task, and say in its catalogue what it was called."""

    def answer(route: Route) -> None:
        catalogue = route.fetch().json()
        del catalogue["tasks"][task_id]
        catalogue["retired"][task_id] = was
        route.fulfill(body=json.dumps(catalogue), content_type="application/json")

    reader.page.context.route(f"{reader.url}assets/data/catalogue.json", answer)
    publish(reader, KICK_OFF, rf'<li[^>]* data-task="{task_id}"(?:(?!</li>).)*</li>', "")


def test_a_tick_survives_a_reload(reader: Reader) -> None:
    """What was ticked is ticked when the page is opened again, and nothing else is."""
    reader.box(TASK).check()

    reader.page.reload()

    expect(reader.box(TASK)).to_be_checked()
    expect(reader.box(OTHER)).not_to_be_checked()
    expect(reader.progress()).to_have_text("1 of 36 done")


def test_a_task_shows_the_same_in_both_of_its_checklists(reader: Reader) -> None:
    """The short row of the topic follows the full row, and the other way round."""
    expect(reader.short_box(TASK)).not_to_be_checked()

    reader.box(TASK).check()
    expect(reader.short_box(TASK)).to_be_checked()

    reader.short_box(TASK).uncheck()
    expect(reader.box(TASK)).not_to_be_checked()


def test_another_tab_follows_at_once(reader: Reader) -> None:
    """A tick and an owner show in a second tab that nobody touches."""
    other = reader.another_tab()
    other.come_to_actions()

    reader.box(TASK).check()
    reader.enter({"Owner": "Ada Example"}, reader.details(OTHER))

    expect(other.box(TASK)).to_be_checked()
    expect(other.progress()).to_have_text("1 of 36 done")
    expect(other.row(OTHER)).to_contain_text("Owner: Ada Example")
    expect(other.action(OTHER)).to_contain_text("Ada Example")


def test_not_applicable_needs_a_reason_and_leaves_the_total(reader: Reader) -> None:
    """A task that does not apply is not ticked, shows why, and no longer counts."""
    reader.box(TASK).check()
    reader.details(OTHER).get_by_role("button", name=f"Not applicable: {OTHER}").click()
    expect(reader.row(OTHER).get_by_label("Reason")).to_be_focused()
    expect(reader.row(OTHER).get_by_label("Decided by")).to_have_count(0)
    expect(reader.progress()).to_have_text("1 of 36 done")

    reader.enter({"Reason": "The supplier sets it"}, reader.row(OTHER))

    expect(reader.progress()).to_have_text("1 of 35 done, 1 not applicable")
    expect(reader.box(OTHER)).not_to_be_checked()
    reader.page.reload()
    expect(reader.progress()).to_have_text("1 of 35 done, 1 not applicable")
    expect(reader.row(OTHER)).to_contain_text("Not applicable The supplier sets it")


@pytest.mark.parametrize("first", ["Reason", "Decided by"])
def test_a_safety_task_needs_a_reason_and_a_name(reader: Reader, first: str) -> None:
    """What keeps patients safe applies until somebody stands for its not applying."""
    answers = {"Reason": "One supplier for both", "Decided by": "Dr Lee"}
    reader.box(OTHER).check()
    details = reader.details(TASK)
    details.get_by_role("button", name=f"Not applicable: {TASK}").click()
    expect(details.get_by_label("Reason")).to_have_accessible_description(
        "Why this does not apply to your practice. Without a reason and a name it stays open."
    )

    reader.enter({first: answers.pop(first)}, details)
    expect(reader.progress()).to_have_text("1 of 36 done")
    reader.enter(answers, details)

    expect(reader.progress()).to_have_text("1 of 35 done, 1 not applicable")
    expect(reader.row(TASK)).to_contain_text("Not applicable One supplier for both")


@pytest.mark.parametrize("emptied", ["Reason", "Decided by"])
def test_a_safety_task_without_its_reason_or_name_applies_again(
    reader: Reader, emptied: str
) -> None:
    """Taking one of the two out opens the task, and keeps the other."""
    reader.not_applicable(TASK, "One supplier for both", "Dr Lee")
    expect(reader.progress()).to_have_text("0 of 35 done, 1 not applicable")

    reader.enter({emptied: ""}, reader.row(TASK))

    expect(reader.progress()).to_have_text("0 of 36 done")
    kept = {"Reason": "One supplier for both", "Decided by": "Dr Lee", emptied: ""}
    for label, text in kept.items():
        expect(reader.row(TASK).get_by_label(label)).to_have_value(text)


@pytest.mark.parametrize(
    ("task", "decided_by"), [(OTHER, ""), (TASK, "Dr Lee")], ids=["any task", "a safety task"]
)
def test_a_button_says_that_it_does_apply(reader: Reader, task: str, decided_by: str) -> None:
    """The button says what it will do: its name changes, and nothing about it is pressed."""
    reader.not_applicable(task, "Not with this supplier", decided_by)
    back = reader.row(task).get_by_role("button", name=APPLIES + task, exact=True)
    expect(back).to_be_visible()
    expect(back).not_to_have_attribute("aria-pressed", re.compile(""))

    back.click()

    expect(reader.progress()).to_have_text("0 of 36 done")
    expect(reader.row(task)).not_to_contain_text("Not with this supplier")
    expect(reader.button(f"Not applicable: {task}")).to_be_visible()


@pytest.mark.parametrize(
    ("task", "decided_by"), [(OTHER, ""), (TASK, "Dr Lee")], ids=["any task", "a safety task"]
)
def test_ticking_clears_not_applicable(reader: Reader, task: str, decided_by: str) -> None:
    """A task that was not applicable is done once it is ticked, and its reason is gone."""
    reader.not_applicable(task, "The supplier sets it", decided_by)
    expect(reader.progress()).to_have_text("0 of 35 done, 1 not applicable")

    reader.box(task).check()

    expect(reader.progress()).to_have_text("1 of 36 done")
    expect(reader.row(task).get_by_label("Reason")).to_have_value("")
    expect(reader.row(task)).not_to_contain_text("The supplier sets it")


def test_a_tick_is_one_write(new_reader: NewReader) -> None:
    """Once there is a plan, a tick saves exactly once."""
    reader = new_reader(script=COUNT_WRITES)
    reader.box(OTHER).check()
    reader.page.evaluate("window.writes.length = 0")

    reader.box(TASK).check()

    expect(reader.progress()).to_have_text("2 of 36 done")
    assert reader.page.evaluate("window.writes.map(key => key.slice(0, 18))") == [
        "gp-migration:plan:"
    ]


@pytest.mark.parametrize("already", [[], [OTHER]], ids=["the first", "another"])
def test_a_tick_asks_the_network_for_nothing(reader: Reader, already: list[str]) -> None:
    """Ticking sends no request, whether or not there is a plan yet."""
    reader.tick_all(already)
    reader.page.wait_for_load_state("networkidle")
    requests: list[str] = []
    reader.page.on("request", lambda sent: requests.append(sent.url))

    reader.box(TASK).check()

    expect(reader.progress()).to_contain_text(f"{len(already) + 1} of 36 done")
    reader.page.wait_for_load_state("networkidle")
    assert requests == []


def test_progress_is_announced_politely(reader: Reader) -> None:
    """The count of the page stands in one live region that waits for the reader."""
    reader.box(TASK).check()

    expect(reader.progress()).to_have_count(1)
    expect(reader.progress()).to_have_text("1 of 36 done")
    assert reader.progress().get_attribute("aria-live") in (None, "polite")


def test_a_decision_shows_what_it_came_to(reader: Reader) -> None:
    """A tick alone is not an outcome; a name is, once it is written down in its seat."""
    reader.box(THIRD).check()
    expect(reader.row(THIRD)).to_contain_text("Ticked, but nothing is written down yet.")

    reader.enter({"Name: Lead GP": "Dr Lee", "Cover: Lead GP": "Dr Moss"})

    expect(reader.row(THIRD)).to_contain_text("Dr Lee (cover Dr Moss)")
    expect(reader.row(THIRD)).not_to_contain_text("nothing is written down")


def test_a_renamed_task_keeps_its_tick(reader: Reader) -> None:
    """When the guide words a title anew, the tick stays with the task."""
    reader.box(TASK).check()

    publish(reader, KICK_OFF, TASK, "Settle the length of the cutover")
    reader.page.reload()

    expect(reader.box("Settle the length of the cutover")).to_be_checked()
    expect(reader.short_box("Settle the length of the cutover")).to_be_checked()


def test_an_inserted_and_a_moved_task_leave_the_others_alone(reader: Reader) -> None:
    """A new task is not ticked, and the tasks around it keep their own ticks."""
    reader.tick_all([TASK, THIRD])

    row = r'(<li[^>]* id="task-agree-cutover-length".*?</li>)\s*(<li.*?</li>)'
    new = r'\2<li class="app-task" id="task-new" data-task="new">'
    new += r'<input type="checkbox" id="n"><label for="n">A new task</label>'
    new += r"<details><summary>Details</summary>None</details></li>\1"
    publish(reader, KICK_OFF, row, new)
    reader.page.reload()

    expect(reader.box("A new task")).not_to_be_checked()
    expect(reader.box("Find out where the data extract stands")).not_to_be_checked()
    expect(reader.box(TASK)).to_be_checked()
    expect(reader.box(THIRD)).to_be_checked()
    expect(reader.progress()).to_have_text("2 of 37 done")


def test_a_retired_task_stays_in_the_plan(reader: Reader) -> None:
    """A task that the guide no longer has is kept, and shown under its old title."""
    reader.box(TASK).check()
    reader.enter({"Owner": "Ada Example"}, reader.details(TASK))

    retire(reader, "agree-cutover-length", TASK)
    reader.page.reload()

    expect(reader.page.get_by_role("rowheader", name="No longer in the guide")).to_be_visible()
    expect(reader.action(TASK)).to_contain_text("Ada Example")
    expect(reader.progress()).to_have_text("0 of 35 done")
    assert reader.plan()["tasks"]["agree-cutover-length"]["state"]["value"] == "done"
