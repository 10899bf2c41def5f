"""Storage that fails: the page works on, says so in one sentence, and loses nothing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NewReader
from tests.browser.reader import Reader

TASK = "Agree how long the cutover is"
UNSAVED = (
    "Your browser is not letting this page save. "
    "What you enter will be lost when you close it. Save a copy now."
)
LATER = (
    "This plan was saved by a newer version of the guide. It is kept as it is. "
    "Nothing that you change here is saved until you reload the newer guide."
)
DAMAGED = (
    "A saved plan in this browser could not be read. It is kept. "
    "Download it to ask for help, or carry on with a new plan."
)
BLOCKED = """
    const blocked = () => { throw new DOMException('Access is denied', 'SecurityError') }
    Object.defineProperty(window, 'localStorage', {get: blocked})"""
FULL = """
    Storage.prototype.setItem = () => { throw new DOMException('Full', 'QuotaExceededError') }"""
CURRENT = "gp-migration:current"
PLAN = "gp-migration:plan:a-plan"
NEWER = '{"format":"gp-migration-plan",  "schema":99,"id":"a-plan","tasks":{"new":["shape"]}}'
STRANGER = {"another-program": "its own \u2028 text", "gp-migration-guide": "[not ours]"}
ALTERNATE = """turn => {
    const boxes = document.querySelectorAll('li[id^=task-] input[type=checkbox]')
    boxes[turn % boxes.length].click()
}"""


def copied(reader: Reader, to: Path) -> dict[str, Any]:
    """Save a copy and read it."""
    return json.loads(reader.save_a_copy(to).read_text("utf-8"))


@pytest.mark.parametrize("script", [BLOCKED, FULL], ids=["blocked", "full"])
def test_without_storage_the_page_works_on_and_offers_the_file(
    new_reader: NewReader, tmp_path: Path, script: str
) -> None:
    """A browser that keeps nothing still ticks, says so at the first tick, and saves a file."""
    reader = new_reader(script=script)

    reader.box(TASK).check()
    reader.enter({"Practice": "Example Practice"})

    expect(reader.said(UNSAVED)).to_be_visible()
    expect(reader.short_box(TASK)).to_be_checked()
    expect(reader.progress()).to_have_text("1 of 36 done")
    file = copied(reader, tmp_path)
    assert file["tasks"]["agree-cutover-length"]["state"]["value"] == "done"
    assert file["practice"]["name"]["value"] == "Example Practice"


def test_storage_that_fills_up_later_keeps_what_it_had(reader: Reader, tmp_path: Path) -> None:
    """When a save fails, the earlier plan stays stored and the file holds the later one."""
    reader.box(TASK).check()
    before = reader.stored()
    reader.page.evaluate(f"() => {{ {FULL} }}")

    reader.box("Book the technical survey").check()

    expect(reader.said(UNSAVED)).to_be_visible()
    assert reader.stored() == before
    assert set(copied(reader, tmp_path)["tasks"]) == {
        "agree-cutover-length",
        "book-technical-survey",
    }


@pytest.mark.parametrize(
    "text", ['{"format": "gp-migr', "[]", '{"format": "gp-migration-plan"}', "null"]
)
def test_a_plan_that_cannot_be_read_is_kept_and_offered(
    new_reader: NewReader, tmp_path: Path, text: str
) -> None:
    """A spoilt plan is said, offered as a file as it is, and kept beside the new one."""
    reader = new_reader(stored={CURRENT: "a-plan", PLAN: text})
    expect(reader.said(DAMAGED)).to_be_visible()
    with reader.page.expect_download() as download:
        reader.button("Download what could not be read").click()
    download.value.save_as(tmp_path / "kept")
    assert (tmp_path / "kept").read_text("utf-8") == text

    reader.box(TASK).check()
    expect(reader.progress()).to_have_text("1 of 36 done")
    reader.page.reload()

    expect(reader.box(TASK)).to_be_checked()
    kept = [v for name, v in reader.stored().items() if name.startswith("gp-migration:kept:")]
    assert kept == [text]


def test_a_plan_of_a_later_version_is_not_touched(new_reader: NewReader, tmp_path: Path) -> None:
    """A newer guide's plan stays as it is, byte for byte; this page says so and works on."""
    stored = {CURRENT: "a-plan", PLAN: NEWER, "gp-migration:device": "abc123"}
    reader = new_reader(stored=stored)
    expect(reader.said(LATER)).to_be_visible()

    reader.box(TASK).check()

    expect(reader.progress()).to_have_text("1 of 36 done")
    expect(reader.said(LATER)).to_be_visible()
    assert reader.stored() == stored
    assert "agree-cutover-length" in copied(reader, tmp_path)["tasks"]
    reader.page.reload()
    expect(reader.said(LATER)).to_be_visible()
    assert reader.stored()[PLAN] == NEWER


def test_other_programs_keys_are_left_alone(new_reader: NewReader) -> None:
    """Everything that another site of the same host keeps is there afterwards, unchanged."""
    reader = new_reader(stored=STRANGER)

    reader.box(TASK).check()
    reader.enter({"Practice": "Example Practice"})
    reader.page.reload()
    expect(reader.box(TASK)).to_be_checked()

    stored = reader.stored()
    assert STRANGER.items() <= stored.items()
    own = [name for name in stored if name not in STRANGER]
    assert [name for name in own if not name.startswith("gp-migration:")] == []


def test_two_tabs_lose_none_of_fifty_alternating_ticks(reader: Reader) -> None:
    """Two tabs that tick in turn, without waiting for each other, end with every tick."""
    tabs = [reader, reader.another_tab()]

    for turn in range(50):  # the first fourteen boxes are ticked and unticked
        tabs[turn % 2].page.evaluate(ALTERNATE, turn)

    expect(tabs[0].progress()).to_have_text("22 of 36 done")
    expect(tabs[1].progress()).to_have_text("22 of 36 done")
    states = [task["state"]["value"] for task in reader.plan()["tasks"].values()]
    assert sorted(states) == ["done"] * 22 + ["open"] * 14


def test_the_limit_is_told_before_it_is_hit(reader: Reader) -> None:
    """While everything is still saved, with the way to what can go."""
    reader.box(TASK).check()
    reader.page.evaluate("() => { localStorage['gp-migration:kept:1'] = 'x'.repeat(4e6) }")

    reader.page.reload()

    told = reader.page.get_by_role("status").filter(has_text="80 % of the room for plans")
    expect(told).to_contain_text("Save a copy of a plan that you no longer need, then delete it.")
    strip = reader.page.get_by_role("region", name="Your plan")
    expect(strip).to_contain_text("Saved in this browser")
    told.get_by_role("link", name="Your plans").click()
    expect(reader.page.get_by_role("table", name="Plans in this browser")).to_be_visible()


def test_at_closure_the_question_about_people_is_asked_and_can_wait(reader: Reader) -> None:
    """Long after Go Live; who says not yet is asked again another month."""
    reader.page.clock.set_fixed_time("2027-03-02T10:00:00")
    reader.enter({"Go Live date": "8 June 2027", "Name: Lead GP": "Dr Lee"})
    reader.page.clock.set_fixed_time("2027-09-20T10:00:00")
    asked = reader.page.locator(".app-care p").filter(has_text="Is the migration over?")
    reader.page.reload()
    reader.button("Remind me tomorrow").click()  # of a copy: one thing at a time
    expect(asked).to_have_text(
        "Go Live was 104 days ago. Is the migration over? "
        "Save a copy, then remove names, phones and leave."
    )

    reader.button("Not yet").click()

    expect(asked).to_be_hidden()
    reader.page.reload()
    reader.page.locator(".app-care").wait_for(state="attached")
    expect(asked).to_be_hidden()
    reader.page.clock.set_fixed_time("2027-10-20T10:00:00")
    reader.page.reload()
    reader.button("Remind me tomorrow").click()
    reader.page.get_by_role("link", name="Remove names, phones and leave").click()
    reader.button("Remove names, phones and leave").click()
    reader.button("Yes, remove names, phones and leave").click()
    expect(asked).to_be_hidden()
    assert "Dr Lee" not in json.dumps(reader.stored())
