"""What the plan asks for today, on the home page, and a decision to stop on every page."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.conftest import NewReader
from tests.browser.reader import DATED

HOME = ""
ASK = "Enter your Go Live date, and this place says what your plan asks for each day."


def on(day: str) -> str:
    """The morning of a day."""
    return f"{day}T10:00:00Z"


def test_the_home_page_says_what_is_due_today(new_reader: NewReader) -> None:
    """Before a date, where to enter one; in the cutover, what to do, with the way to each."""
    reader = new_reader(at=HOME, now=on("2027-01-04"))
    expect(reader.page.locator("todays-work")).to_have_text(ASK)

    reader.open()
    reader.enter({"Go Live date": "8 June 2027"})
    reader.page.clock.set_fixed_time(on("2027-05-28"))
    reader.open(HOME)

    today = reader.page.locator("todays-work")
    expect(today).to_contain_text("Today, Fri 28 May 2027:")
    expect(today.get_by_role("link", name="Links switched off", exact=True)).to_be_visible()
    today.get_by_role("link", name="See that repeat-dispensing issues are cancelled").click()
    expect(reader.page.locator("#task-cancel-repeat-dispensing")).to_be_in_viewport()


def test_nothing_due_today_does_not_hide_past_days_without_an_answer(
    new_reader: NewReader,
) -> None:
    """Four went by before the plan began: the home page asks about them until somebody answers."""
    reader = new_reader(DATED, at=HOME, now=on("2027-03-01"))

    today = reader.page.locator("todays-work")
    expect(today).to_contain_text("Nothing is due today, Mon 1 March 2027.")
    asked = today.get_by_role("listitem").first
    expect(asked).to_contain_text("4 dates are past. Say which of them have happened.")
    today.get_by_role("link", name="Say where you are now").click()
    expect(reader.page.locator("#where-now")).to_be_in_viewport()
    expect(reader.page.locator("todays-work").get_by_text("4 dates are past.")).to_have_count(0)


def test_many_past_days_leave_the_work_of_today_in_sight(new_reader: NewReader) -> None:
    """Of all that has no answer there are three rows; the last one counts the rest."""
    reader = new_reader(DATED, at=HOME, now=on("2027-05-28"))

    today = reader.page.locator("todays-work")
    expect(today).to_contain_text("Today, Fri 28 May 2027:")
    rows = today.locator(".app-attention li").filter(has_not_text="Go or no-go")
    expect(rows).to_have_count(3)
    expect(rows.first).to_contain_text("Past its date")
    expect(rows.last).to_contain_text("Say which of them have happened.")


def test_a_decision_to_stop_is_said_on_every_page(new_reader: NewReader) -> None:
    """Until those who decide have written down another."""
    reader = new_reader(DATED, at="plan/dates/", now=on("2027-05-11"))
    reader.page.get_by_text("Record the decision: Is the data good enough to go on?").click()
    reader.page.get_by_label("Decision", exact=True).first.select_option(label="No, stop")

    reader.open("guide/training/")

    strip = reader.page.get_by_role("region", name="Your plan")
    expect(strip.get_by_role("link", name="Stopped: Data signed off")).to_be_visible()
    reader.page.clock.set_fixed_time(on("2027-05-28"))
    reader.open(HOME)
    today = reader.page.locator("todays-work")
    expect(today.get_by_role("listitem").first).to_contain_text("The answer was: stop")
    expect(today).to_contain_text("The migration is stopped. What the plan had for today")
