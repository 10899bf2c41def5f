"""Two people with a browser and a file each: nothing that either did is lost, and people decide."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import NewReader
from tests.browser.reader import AT_ONCE, Reader
from tests.browser.test_dates import ENTERED_ON, date_row, go_live

SEAT = "Lead GP"
ADAS_TASK = "Agree how long the cutover is"
BENS_TASK = "Book the technical survey"
BOTH = "1 field was changed by both: you decide afterwards."
NEVER = """
    const wait = window.setTimeout
    window.setTimeout = (work, ms, ...rest) => ms === 4000 ? 0 : wait(work, ms, ...rest)"""
PRODUCTION = "final-data-production"
KEEP_DATE = "Keep this: Final data production: date: "
KEEP = "Keep this: Lead GP: name: "


def name_of(reader: Reader) -> Locator:
    """The field of the lead GP's name."""
    return reader.field(f"Name: {SEAT}")


def strip(reader: Reader) -> Locator:
    """The line that says how the plan stands."""
    return reader.page.get_by_role("region", name="Your plan")


def set_date(reader: Reader, values: dict[str, str]) -> None:
    """Change what is said of the day of final data production."""
    row = date_row(reader, PRODUCTION)
    row.get_by_text("Change").click()
    reader.enter(values, row)


def noted(reader: Reader) -> None:
    """Wait until what comes after the page is there."""
    reader.page.locator(".app-care").wait_for(state="attached")


@pytest.fixture(scope="module")
def apart(
    first_reader: NewReader, tmp_path_factory: pytest.TempPathFactory
) -> tuple[dict[str, str], Path]:
    """What the browser keeps of someone whose plan another opened, and the other's file.

    Both went on, and named another lead GP.
    """
    folder = tmp_path_factory.mktemp("apart")
    ada, ben = first_reader(), first_reader()
    ada.enter({"Practice": "Riverside Surgery", "Who takes the notes": "Ada"})
    ben.open_file(ada.save_a_copy(folder / "ada"))
    ben.button("Replace").click()
    ben.enter({"Who takes the notes": "Ben", f"Name: {SEAT}": "Dr Moss"})
    ben.box(BENS_TASK).check()
    ada.box(ADAS_TASK).check()
    ada.enter({f"Name: {SEAT}": "Dr Lee"})
    return ada.stored(), ben.save_a_copy(folder / "ben")


@pytest.fixture
def ada(new_reader: NewReader, apart: tuple[dict[str, str], Path]) -> Reader:
    """Someone who has chosen the file of the other, and is asked what to do with it."""
    stored, file = apart
    ada = new_reader(stored)
    ada.open_file(file)
    expect(ada.page.get_by_text("In the file: Riverside Surgery")).to_contain_text("1 done")
    expect(ada.page.get_by_text("In this browser: Riverside Surgery")).to_contain_text("1 done")
    return ada


def both_plans(reader: Reader) -> list[str]:
    """The titles of the plans in this browser."""
    plans = [json.loads(text) for key, text in reader.stored().items() if ":plan:" in key]
    return sorted(plan.get("name", plan["practice"]["name"])["value"] for plan in plans)


def test_merge_keeps_the_work_of_both_and_counts_what_is_to_be_decided(ada: Reader) -> None:
    """Both ticks are there, one name is shown, and the strip says what there is to decide."""
    expect(ada.page.get_by_text(BOTH)).to_be_visible()

    ada.button("Merge").click()

    expect(ada.box(ADAS_TASK)).to_be_checked()
    expect(ada.box(BENS_TASK)).to_be_checked()
    expect(name_of(ada)).to_have_value("Dr Lee")
    expect(strip(ada).get_by_role("link", name="1 to decide", exact=True)).to_be_visible()
    ada.page.reload()
    expect(strip(ada).get_by_role("link", name="1 to decide", exact=True)).to_be_visible()


@pytest.mark.parametrize("kept", ["Dr Lee", "Dr Moss"])
def test_what_both_changed_is_listed_in_plain_words_and_decided_by_keyboard(
    ada: Reader, kept: str
) -> None:
    """From the strip with Tab and Enter; then the name stands and nothing is left to decide."""
    ada.button("Merge").click()
    strip(ada).get_by_role("link", name="1 to decide", exact=True).press("Enter")
    place = ada.page.get_by_role("group", name="Lead GP: name")
    expect(place.get_by_role("listitem")).to_have_count(2)
    expect(place.get_by_role("listitem").filter(has_text="Dr Moss (")).to_contain_text("(Ben, ")
    expect(place.get_by_role("listitem").filter(has_text="Dr Lee (")).to_contain_text("(Ada, ")

    for _ in range(60):
        ada.page.keyboard.press("Tab")
        if ada.page.evaluate("document.activeElement.ariaLabel") == f"{KEEP}{kept}":
            break
    ada.page.keyboard.press("Enter")

    expect(ada.said(f"Kept: Lead GP: name: {kept}.")).to_be_focused()
    expect(ada.page.get_by_role("heading", name="Changed by two people")).to_be_hidden()
    expect(strip(ada).get_by_text("to decide")).to_be_hidden()
    ada.open()
    expect(name_of(ada)).to_have_value(kept)


def test_a_date_that_one_moved_and_the_other_confirmed_is_one_decision(
    new_reader: NewReader, tmp_path: Path
) -> None:
    """Who keeps the confirmed date keeps who confirmed it and how; nothing else is asked."""
    ada, ben = new_reader(at="plan/dates/", now=ENTERED_ON), new_reader(now=ENTERED_ON)
    go_live(ada, "8 June 2027")
    set_date(ada, {"Date": "1 June 2027"})
    ben.open_file(ada.save_a_copy(tmp_path / "ada"))
    ben.button("Replace").click()
    for one, change in ((ada, {"Date": "2 June 2027"}), (ben, {"State": "confirmed"})):
        one.open("plan/dates/")
        set_date(one, change)
    ben.enter({"By whom": "Pat Green", "How, and when": "e-mail"}, date_row(ben, PRODUCTION))
    ada.open()
    ada.open_file(ben.save_a_copy(tmp_path / "ben"))
    expect(ada.page.get_by_text(BOTH)).to_be_visible()
    ada.button("Merge").click()

    ada.open("plan/files/")
    expect(ada.page.get_by_role("button", name="Keep this: ")).to_have_count(2)
    ada.button(f"{KEEP_DATE}Tue 1 June 2027, confirmed: Pat Green, e-mail").click()

    expect(strip(ada).get_by_text("to decide")).to_be_hidden()
    ada.open("plan/dates/")
    row = date_row(ada, PRODUCTION)
    expect(row.locator("td > .app-tag")).to_have_text("Confirmed")
    expect(row).to_contain_text("Tue 1 June 2027")
    expect(row.locator("td > small").filter(has_text="Pat Green, e-mail")).to_be_visible()


def test_a_decision_that_was_a_slip_is_asked_again(ada: Reader) -> None:
    """The button stands after what was said; both versions are there, and can be decided anew."""
    ada.button("Merge").click()
    ada.open("plan/files/")
    ada.button(f"{KEEP}Dr Lee").press("Enter")
    expect(ada.said("Kept: Lead GP: name: Dr Lee.")).to_be_focused()

    ada.page.keyboard.press("Tab")
    ada.page.keyboard.press("Enter")

    expect(ada.said("Both are there again to choose from.")).to_be_focused()
    expect(ada.page.get_by_role("button", name=KEEP)).to_have_count(2)
    expect(ada.button("Ask again")).to_have_count(0)
    expect(strip(ada).get_by_role("link", name="1 to decide", exact=True)).to_be_visible()
    ada.button(f"{KEEP}Dr Moss").press("Enter")
    ada.open()
    expect(name_of(ada)).to_have_value("Dr Moss")


def test_a_saved_file_says_who_changed_what_up_to_then(
    new_reader: NewReader, tmp_path: Path
) -> None:
    """Also what was changed on the page that it is saved from."""
    ben = new_reader(script=AT_ONCE)
    noted(ben)
    ben.enter({"Practice": "Riverside Surgery", "Who takes the notes": "Ben"})
    ben.box(BENS_TASK).check()

    saved = json.loads(ben.save_a_copy(tmp_path).read_text("utf-8"))

    assert [(one.get("by"), one["what"]) for one in saved["history"]][-1] == (
        "Ben",
        "tasks/book-technical-survey/state",
    )


def test_replace_takes_the_file_and_undo_brings_the_plan_back(ada: Reader) -> None:
    """What Ada did is gone from the page, and whole again after Undo and a reload."""
    ada.button("Replace").click()
    expect(ada.box(ADAS_TASK)).not_to_be_checked()
    expect(name_of(ada)).to_have_value("Dr Moss")

    ada.button("Undo").click()

    ada.page.reload()
    expect(ada.box(ADAS_TASK)).to_be_checked()
    expect(ada.box(BENS_TASK)).not_to_be_checked()
    expect(name_of(ada)).to_have_value("Dr Lee")


def test_a_merge_is_undone(ada: Reader) -> None:
    """What Ben did is gone again, and there is nothing to decide."""
    ada.button("Merge").click()
    expect(ada.box(BENS_TASK)).to_be_checked()

    ada.button("Undo").click()

    expect(ada.box(BENS_TASK)).not_to_be_checked()
    expect(ada.box(ADAS_TASK)).to_be_checked()
    ada.page.reload()
    noted(ada)
    expect(name_of(ada)).to_have_value("Dr Lee")
    expect(strip(ada).get_by_text("to decide")).to_be_hidden()


def test_keep_both_keeps_both_and_undo_takes_the_second_away(ada: Reader) -> None:
    """The one from the file is open under a name of its own; the other is one click away."""
    ada.button("Keep both").click()
    expect(name_of(ada)).to_have_value("Dr Moss")
    assert both_plans(ada) == ["Riverside Surgery", "Riverside Surgery, from a file"]

    ada.button("Undo").click()

    expect(name_of(ada)).to_have_value("Dr Lee")
    expect(ada.box(ADAS_TASK)).to_be_checked()
    assert both_plans(ada) == ["Riverside Surgery"]


def test_who_opens_another_persons_plan_is_told_whose_name_their_changes_bear(
    new_reader: NewReader, tmp_path: Path
) -> None:
    """The name comes with the file; without one, nothing is said."""
    ada, ben = new_reader(), new_reader()
    ada.enter({"Practice": "Riverside Surgery"})
    nameless = ada.save_a_copy(tmp_path / "nameless")
    ada.enter({"Who takes the notes": "Ada"})
    signed = ada.save_a_copy(tmp_path / "signed")
    words = ben.page.get_by_text(
        "Your changes will be noted as made by Ada. If that is not you, change who takes the notes."
    )

    ben.open_file(nameless)
    ben.button("Replace").click()
    expect(ben.said("The plan from the file is open.")).to_be_focused()
    expect(words).to_have_count(0)
    ben.open_file(signed)
    ben.button("Replace").click()

    expect(ben.said("The plan from the file is open.")).to_be_focused()
    expect(words).to_be_visible()


# The first seconds of a first visit, before what can wait is there


@pytest.fixture
def newcomer(new_reader: NewReader) -> Reader:
    """Someone on a first page, for whom what can wait four seconds never comes, however slow."""
    return new_reader(script=NEVER)


def test_what_is_changed_at_once_and_left_at_once_is_in_the_history(newcomer: Reader) -> None:
    """A first page that is left before its history could begin loses none of it."""
    reader = newcomer
    reader.enter({"Who takes the notes": "Ada"})
    reader.box(ADAS_TASK).check()
    assert reader.page.locator(".app-care").count() == 0

    reader.open("plan/files/")

    history = reader.page.locator("plan-history")
    expect(history).to_contain_text(f"{ADAS_TASK}: state: done (before: not done)")
    expect(history).to_contain_text("Ada")
    reader.page.reload()
    expect(history.get_by_role("row")).to_have_count(3)


def test_a_copy_is_saved_by_keyboard_at_once(newcomer: Reader) -> None:
    """Ctrl and S save the plan as soon as there is one, and are the browser's own before."""
    reader = newcomer
    saved: list[str] = []
    reader.page.on("download", lambda download: saved.append(download.suggested_filename))
    reader.page.keyboard.press("Control+s")
    reader.box(ADAS_TASK).check()
    assert (saved, reader.page.locator(".app-care").count()) == ([], 0)

    with reader.page.expect_download():
        reader.page.keyboard.press("Control+s")

    assert len(saved) == 1
    expect(strip(reader)).to_contain_text("Last copy to a file: ")


BLANK = f"Practice: {'_' * 30}"


@pytest.mark.parametrize("path", ["plan/dates/", "guide/kick-off/", "plan/third-parties/"])
def test_a_plan_without_a_practice_is_printed_with_a_line_for_it(
    new_reader: NewReader, path: str
) -> None:
    """No sheet lies about unnamed: the line is filled in by hand; a name stands in its place."""
    reader = new_reader(script=AT_ONCE)
    paper = reader.page.locator(".app-paper")
    noted(reader)
    expect(paper).not_to_contain_text("Practice")
    reader.enter({"Go Live date": "8 June 2027"})

    reader.open(path)
    reader.page.emulate_media(media="print")

    expect(paper).to_be_visible()
    expect(paper).to_have_text(re.compile(f"^{BLANK}. Go Live Tue 8 June 2027. Printed "))
    reader.page.emulate_media(media="screen")
    reader.open()
    reader.enter({"Practice": "Riverside Surgery"})
    reader.open(path)
    expect(paper).to_have_text(re.compile("^Riverside Surgery. Go Live Tue 8 June 2027. Printed "))


def test_a_page_that_is_printed_at_once_says_what_its_dates_are(newcomer: Reader) -> None:
    """Before the page knows the practice and the day, and in the same words after."""
    reader = newcomer
    top = "getComputedStyle(document.querySelector('plan-strip'), '::before').content"
    reader.page.emulate_media(media="print")
    at_once = reader.page.evaluate(top)

    reader.page.emulate_media(media="screen")
    reader.box(ADAS_TASK).check()
    reader.page.reload()
    noted(reader)
    reader.page.emulate_media(media="print")

    words = "Out of date after the next meeting. Suggested dates. Not NHS policy."
    assert (at_once, reader.page.evaluate(top)) == (f'"{words}"', "none")
    expect(reader.page.locator(".app-paper")).to_contain_text(words)
