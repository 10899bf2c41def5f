"""Files that are opened: nothing in one is trusted, and nothing here is lost to one."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NewReader
from tests.browser.reader import Reader

TASK = "Agree how long the cutover is"
NAMES = "assets/data/names.json"
NOT_OURS = (
    "That file is not a plan from this site. Choose a file that ends in .json and was saved here."
)
INCOMPLETE = "That file is damaged or not complete. Choose another copy of the plan."
LATER = (
    "This plan was saved by a newer version of the guide. "
    "Reload this page, then open the plan again."
)
TOO_LARGE = (
    "That file is too large to be a plan (50 MB). "
    "Choose a file that ends in .json and was saved here."
)
OTHERS = {"format": "gp-migration-plan", "schema": 1, "id": "another-plan", "revision": 0}
EVIL = (
    "<script>window.ran = 1</script>"
    "<img src=x onerror='window.ran = 1'><b>bold</b> javascript:alert(1) {{ 7*7 }}"
)
MADE_OF_MARKUP = """() => [...document.querySelectorAll('b, script, img')].filter(
    made => ['bold', 'window.ran = 1'].includes(made.textContent) || made.matches('img[src=x]')
).map(made => made.outerHTML)"""
TASK_FIELDS = ["reason", "decidedBy", "owner", "due", "notes"]
PARTY_FIELDS = ["contact", "asked", "confirmed"]
RECORDS = {
    "tasks": {"agree-cutover-length": TASK_FIELDS, "gone": TASK_FIELDS},
    "actions": {"own": ["title", "phase", "owner", "due", "status", "notes"]},
    "people": {"someone": ["name", "organisation"]},
    "seats": {"lead-gp": ["name", "organisation", "contact", "cover"]},
    "parties": {"eps": PARTY_FIELDS, "own-party": ["title", "state", *PARTY_FIELDS]},
    "meetings": {"weekly": ["day", "time", "place", "link"], "next": ["date"]},
}


def field(value: str) -> dict[str, Any]:
    """One value of a plan."""
    return {"value": value, "at": 1, "by": value, "device": "abc123"}


ELSEWHERE = {**OTHERS, "practice": {"name": field("Elsewhere")}}


def plan_of(text: str) -> dict[str, Any]:
    """A plan with one text in every field, dates and choices included."""
    records: dict[str, Any] = {
        kind: {name: {one: field(text) for one in fields} for name, fields in each.items()}
        for kind, each in RECORDS.items()
    }
    told = {"id": "t", "date": text, "on": text, "by": text, "at": 1, "device": "abc123"}
    records["parties"]["eps"]["told"] = [told]
    records["tasks"]["agree-cutover-length"]["state"] = field("na")
    return {
        **OTHERS,
        **records,
        "goLive": field(text),
        "practice": {"name": field(text)},
        "choices": {"note-taker": field(text)},
    }


@pytest.fixture(scope="module")
def kept(first_reader: NewReader) -> dict[str, str]:
    """What is kept of a plan: one tick and the practice's name."""
    reader = first_reader()
    reader.box(TASK).check()
    reader.enter({"Practice": "Our Practice"})
    expect(reader.progress()).to_have_text("1 of 36 done")
    reader.page.reload()
    # What a page notes by itself when it stands, it has noted.
    reader.page.wait_for_function(
        "() => Object.keys(localStorage).some(key => key.includes(':guide:'))"
    )
    return reader.stored()


@pytest.fixture
def planner(new_reader: NewReader, kept: dict[str, str]) -> Reader:
    """A reader who has that plan."""
    return new_reader(kept)


def written(to: Path, text: str) -> Path:
    """A file with a text in it."""
    file = to / "plan.json"
    file.write_text(text, "utf-8")
    return file


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        pytest.param(json.dumps(OTHERS)[:40], INCOMPLETE, id="truncated"),
        pytest.param('{"format": "shopping-list", "schema": 1}', NOT_OURS, id="wrong program"),
        pytest.param("Minutes of the meeting", NOT_OURS, id="not JSON"),
        pytest.param("", NOT_OURS, id="empty"),
        pytest.param("[1, 2]", NOT_OURS, id="a list"),
        pytest.param(json.dumps({**OTHERS, "schema": 99}), LATER, id="later"),
        pytest.param(json.dumps({**OTHERS, "id": "../x"}), NOT_OURS, id="bad id"),
    ],
)
def test_a_file_that_is_no_plan_is_refused(
    planner: Reader, tmp_path: Path, text: str, sentence: str
) -> None:
    """What is wrong with the file is said in one sentence, and the plan here stays as it is."""
    before = planner.stored()

    planner.open_file(written(tmp_path, text))

    expect(planner.page.get_by_role("alert").filter(has_text=sentence)).to_have_text(sentence)
    expect(planner.button("Replace")).to_be_hidden()
    assert planner.stored() == before


def test_a_huge_file_is_refused_unread(planner: Reader, tmp_path: Path) -> None:
    """Fifty megabytes are refused by their size, and the plan here stays as it is."""
    before = planner.stored()
    huge = tmp_path / "huge.json"
    with huge.open("wb") as file:
        file.truncate(50_000_000)

    planner.open_file(huge)

    expect(planner.said(TOO_LARGE)).to_be_visible()
    assert planner.stored() == before


def test_markup_in_every_text_of_a_file_is_shown_as_text(planner: Reader, tmp_path: Path) -> None:
    """Nothing in a file runs or becomes markup: it is read as what it says."""
    planner.open_file(written(tmp_path, json.dumps(plan_of(EVIL))))
    planner.button("Replace").click()
    planner.page.reload()

    expect(planner.field("Practice")).to_have_value(EVIL)
    expect(planner.row(TASK)).to_contain_text(EVIL)
    expect(planner.page.get_by_role("region", name="Your plan")).to_contain_text(EVIL)
    planner.entries()
    planner.button("Copy for an e-mail").click()
    planner.button("Meeting view").click()
    expect(planner.button("Leave")).to_be_visible()
    assert planner.page.evaluate("window.ran") is None
    assert planner.page.evaluate(MADE_OF_MARKUP) == []


@pytest.mark.parametrize("text", ["soon", "2027-13-45", "9" * 400, "\u0000\ud83d", ""])
def test_a_file_with_nonsense_for_dates_leaves_the_page_working(
    planner: Reader, tmp_path: Path, text: str
) -> None:
    """One bad value in a file takes nothing else of the page down, now and after a reload."""
    planner.open_file(written(tmp_path, json.dumps(plan_of(text))))
    planner.button("Replace").click()
    planner.page.reload()

    planner.box("Book the technical survey").check()

    expect(planner.short_box("Book the technical survey")).to_be_checked()
    expect(planner.progress()).to_have_text("1 of 35 done, 1 not applicable")
    planner.box("Community pharmacies").check()
    expect(planner.row("Community pharmacies")).to_contain_text("Not asked yet")


def test_a_file_with_proto_is_harmless(planner: Reader, tmp_path: Path) -> None:
    """Names that JavaScript gives a meaning to are left out, and change no other object."""
    polluted = '{"polluted": {"value": "yes", "at": 1, "device": "abc123"}}'
    records = f'{{"__proto__": {polluted}, "constructor": {polluted}, "prototype": {polluted}}}'
    text = json.dumps({**OTHERS, "tasks": "TASKS", "choices": "TASKS", "KEY": "TASKS"})
    text = text.replace('"TASKS"', records).replace('"KEY"', '"__proto__"')

    planner.open_file(written(tmp_path, text))
    planner.button("Replace").click()

    expect(planner.progress()).to_have_text("0 of 36 done")
    assert planner.page.evaluate("[({}).polluted, [].polluted, Object.keys({}).length]") == [
        None,
        None,
        0,
    ]
    assert planner.plan()["tasks"] == {}


def test_cancel_changes_nothing(planner: Reader, tmp_path: Path) -> None:
    """A plan that was looked at and not taken leaves no trace."""
    before = planner.stored()
    planner.open_file(written(tmp_path, json.dumps(ELSEWHERE)))
    expect(planner.page.get_by_text("In this browser: Our Practice")).to_be_visible()

    planner.button("Cancel").click()

    expect(planner.page.get_by_role("heading", name="Open this plan?")).to_be_hidden()
    expect(planner.field("Practice")).to_have_value("Our Practice")
    assert planner.stored() == before


def test_undo_brings_the_earlier_plan_back(planner: Reader, tmp_path: Path) -> None:
    """After Replace the plan that was here is one button away, and stays after a reload."""
    planner.open_file(written(tmp_path, json.dumps(ELSEWHERE)))
    planner.button("Replace").click()
    expect(planner.field("Practice")).to_have_value("Elsewhere")
    expect(planner.box(TASK)).not_to_be_checked()

    planner.button("Undo").click()

    expect(planner.field("Practice")).to_have_value("Our Practice")
    planner.page.reload()
    expect(planner.field("Practice")).to_have_value("Our Practice")
    expect(planner.box(TASK)).to_be_checked()


def test_an_opened_file_counts_as_a_copy(planner: Reader, tmp_path: Path) -> None:
    """What was just read from a file is in a file; the strip says since when."""
    strip = planner.page.get_by_role("region", name="Your plan")
    expect(strip).to_contain_text("No copy in a file yet.")

    planner.open_file(written(tmp_path, json.dumps(ELSEWHERE)))
    heading = planner.page.get_by_role("heading", name="Open this plan?", level=2)
    expect(heading).to_be_focused()
    planner.button("Replace").click()

    expect(strip).to_contain_text(re.compile(r"Last copy to a file: \d\d:\d\d\."))


def test_an_older_file_brings_its_ticks_to_the_tasks_new_names(
    planner: Reader, tmp_path: Path
) -> None:
    """At once, though this browser has met the present edition of the guide before."""
    planner.page.wait_for_function(
        "() => Object.keys(localStorage).some(key => key.includes(':guide:'))"
    )
    names = planner.page.evaluate("async url => (await fetch(url)).json()", planner.url + NAMES)
    old, new = next(iter(names["renamed"].items()))
    file = {**OTHERS, "tasks": {old: {"state": field("done")}}}

    planner.open_file(written(tmp_path, json.dumps(file)))
    planner.button("Merge").click()

    expect(planner.button("Undo")).to_be_visible()
    planner.page.wait_for_function(
        "id => localStorage['gp-migration:plan:' + localStorage['gp-migration:current']]"
        ".includes(`\"${id}\"`)",
        arg=new,
    )
    tasks = planner.plan()["tasks"]
    assert (old in tasks, tasks[new]["state"]["value"]) == (False, "done")
