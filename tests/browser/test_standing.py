"""A confirmation belongs to the date that it was for, on the page of dates and in its history."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import NewReader
from tests.browser.reader import Reader
from tests.browser.test_dates import ENTERED_ON, date_row, go_live

AN_HOUR_LATER = "2027-03-16T11:00:00Z"
MILESTONE = "final-data-production"
BEFORE = "Before, for Wed 2 June 2027: Pat Green, e-mail of 2 March"


@pytest.fixture(scope="module")
def confirmed(first_reader: NewReader) -> dict[str, str]:
    """What is kept once final data production was confirmed for 2 June 2027."""
    reader = first_reader(at="plan/dates/", now=ENTERED_ON)
    go_live(reader, "8 June 2027")
    row = date_row(reader, MILESTONE)
    row.get_by_text("Change").click()
    reader.enter({"Date": "2 June 2027", "State": "confirmed"}, row)
    reader.enter({"By whom": "Pat Green", "How, and when": "e-mail of 2 March"}, row)
    expect(row.get_by_text("Pat Green, e-mail of 2 March")).to_be_visible()
    return reader.stored()


@pytest.fixture
def planner(new_reader: NewReader, confirmed: dict[str, str]) -> Reader:
    """Someone who opens that row, an hour later."""
    reader = new_reader(confirmed, at="plan/dates/", now=AN_HOUR_LATER)
    reader.page.locator(".app-care").wait_for(state="attached")  # from then on changes are noted
    date_row(reader, MILESTONE).get_by_text("Change").click()
    return reader


def tag(row: Locator) -> Locator:
    """How firm the date of a row is."""
    return row.locator("td > .app-tag")


def test_a_confirmed_date_that_is_moved_is_agreed_and_says_what_was_confirmed(
    planner: Reader,
) -> None:
    """The old name and letter no longer stand beside the new date as if they confirmed it."""
    row = date_row(planner, MILESTONE)
    expect(tag(row)).to_have_text("Confirmed")

    planner.enter({"Date": "3 June 2027"}, row)

    expect(tag(row)).to_have_text("Agreed")
    expect(row.get_by_label("State", exact=True)).to_have_value("agreed")
    expect(row.get_by_label("By whom", exact=True)).to_have_value("")
    expect(row.get_by_label("How, and when", exact=True)).to_have_value("")
    expect(row.locator("td > small").filter(has_text=BEFORE)).to_be_visible()
    expect(row.get_by_role("status")).to_have_text(
        "Confirmed for Wed 2 June 2027: Pat Green, e-mail of 2 March. "
        "That was another date: Thu 3 June 2027 is agreed until it is confirmed."
    )


def test_what_was_confirmed_remains_in_the_history_and_undo_brings_it_back(planner: Reader) -> None:
    """With the date that it was said of."""
    planner.enter({"Date": "3 June 2027"}, date_row(planner, MILESTONE))
    planner.open("plan/files/")

    said = "agreed, for Thu 3 June 2027 (before: confirmed, for Wed 2 June 2027)"
    expect(planner.page.get_by_role("cell").filter(has_text=said)).to_be_visible()
    planner.button("Undo the last change").click()
    planner.open("plan/dates/")

    row = date_row(planner, MILESTONE)
    expect(tag(row)).to_have_text("Confirmed")
    evidence = row.locator("td > small").filter(has_text="Pat Green, e-mail of 2 March")
    expect(evidence).to_be_visible()
    expect(row.get_by_text("Before, for")).to_have_count(0)
