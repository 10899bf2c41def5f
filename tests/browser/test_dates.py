"""One Go Live date in, every date out: on the page of dates, on Kick-off and beside every page."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar
from playwright.sync_api import Locator, expect

from tests.browser.conftest import NewReader
from tests.browser.reader import Reader
from tests.browser.test_rehearsal import CLIPBOARD

DATES = "plan/dates/"
DATETIMES = "times => times.map(time => time.dateTime)"
ENTERED_ON = "2027-03-16T10:00:00Z"
CAUTION = (
    "Suggested dates. Not NHS policy. "
    "Agree them with your ICB, both suppliers and your clinical safety officer."
)


@pytest.fixture
def planner(new_reader: NewReader) -> Reader:
    """Someone on the page of dates on 16 March 2027, with nothing entered."""
    reader = new_reader(at=DATES, now=ENTERED_ON)
    return reader


def go_live(reader: Reader, typed: str) -> None:
    """Enter the Go Live date and wait for what follows from it."""
    reader.enter({"Go Live date": typed})
    expect(reader.page.get_by_text(re.compile("^Go Live (is|was) ")).first).to_be_visible()


def date_row(reader: Reader, milestone: str) -> Locator:
    """The row of a milestone; its address is one that may be linked to."""
    return reader.page.locator(f"#date-{milestone}")


def expect_date(reader: Reader, milestone: str, day: str) -> None:
    """Wait until a date stands beside a milestone."""
    time = date_row(reader, milestone).locator("time").first
    expect(time).to_have_attribute("datetime", day)


def test_a_date_that_cannot_be_held_says_so_unasked(planner: Reader) -> None:
    """On 16 March, 8 June has a late form, a last day to order, 11 days and no cutover."""
    go_live(planner, "8 June 2027")

    for words in (
        "Go Live is Tuesday 8 June 2027: 12 weeks to go. 7 things need you.",
        "It was due Tue 2 March, unless it was done. "
        "Ask today: can you still deliver by Tue 13 April? If not, which date? Go Live may move.",
        "It is on Tue 1 June, the first working day after a bank holiday. "
        "Staff and suppliers come back to a backlog.",
        "No electronic results from Fri 28 May to Tue 8 June, over a bank holiday.",
        "22 dates hang on how long your new supplier’s cutover is.",
        CAUTION,
    ):
        expect(planner.page.get_by_role("main").get_by_text(words).first).to_be_visible()


def test_every_milestone_has_its_date(planner: Reader) -> None:
    """The case worked by hand stands in the table."""
    by_hand = {
        "order-placed": "2027-02-16",
        "kick-off": "2027-03-02",
        "initial-data-production": "2027-04-13",
        "links-off": "2027-05-28",
        "final-data-production": "2027-06-01",
        "old-access-ends": "2027-09-06",
    }
    go_live(planner, "8 June 2027")

    for milestone, day in by_hand.items():
        expect_date(planner, milestone, day)


def test_an_agreed_date_stays_and_what_hangs_on_it_follows(planner: Reader) -> None:
    """A moved kick-off is agreed, moves the survey with it, and stays when Go Live moves."""
    go_live(planner, "8 June 2027")
    row = date_row(planner, "kick-off")
    row.get_by_text("Change").click()
    planner.enter({"Date": "9 March 2027", "By whom": "New supplier"}, row)
    expect(row.get_by_text("Agreed", exact=True).first).to_be_visible()
    expect_date(planner, "technical-survey", "2027-03-12")

    planner.move_go_live("15 June 2027")
    expect(date_row(planner, "go-live").locator("time").first).to_have_text("Tue 15 June 2027")

    expect_date(planner, "kick-off", "2027-03-09")
    expect_date(planner, "initial-data-production", "2027-04-20")


def test_nothing_is_late_before_it_was_asked_about(planner: Reader) -> None:
    """Only the answer No makes a past date late; a day that it happened makes it done."""
    go_live(planner, "8 June 2027")
    assert planner.page.get_by_text("Late", exact=True).count() == 0

    planner.enter({"Order placed": "no"})
    planner.enter({"Kick-off meeting": "yes"})
    planner.enter({"When was it: Kick-off meeting": "4 March 2027"})

    expect(planner.page.get_by_text("Late", exact=True)).to_have_count(1)
    expect(planner.page.get_by_text("It was due Tue 16 February, 28 days ago.")).to_be_visible()
    expect_date(planner, "kick-off", "2027-03-04")


def test_the_cutover_that_the_supplier_confirmed_moves_final_data(planner: Reader) -> None:
    """Two weeks of cutover: ten working days, and the question is no longer open."""
    go_live(planner, "8 June 2027")
    planner.choose_cutover("two-weeks")

    expect(date_row(planner, "final-data-production").locator("time").first).to_have_text(
        "Mon 24 May 2027"
    )
    expect(planner.page.get_by_text("Not confirmed.")).to_have_count(0)


def test_the_calendar_file_says_the_same_dates(planner: Reader) -> None:
    """Every date of the table is an all-day event that another program reads; few take the day."""
    go_live(planner, "8 June 2027")
    with planner.page.expect_download() as download:
        planner.button("Add to calendar").click()

    assert download.value.suggested_filename == "migration-dates_2027-03-16.ics"
    calendar = Calendar.from_ical(download.value.path().read_bytes())
    events = {str(event["SUMMARY"]): event for event in calendar.walk("VEVENT")}
    assert events["Migration: Final data production"]["DTSTART"].dt == date(2027, 6, 1)
    assert events["Migration: Final data production"]["DTEND"].dt == date(2027, 6, 2)
    busy = {title for title, event in events.items() if event["TRANSP"] == "OPAQUE"}
    assert "Migration: Kick-off meeting" in busy
    assert not {"Migration: Go Live", "Migration: Links switched off"} & busy
    assert all(CAUTION in event["DESCRIPTION"] for event in events.values())


def test_the_next_day_the_saved_file_says_the_same(
    planner: Reader, new_reader: NewReader, tmp_path: Path
) -> None:
    """Date in, dates agreed, file saved; tomorrow, in an empty browser, every date is the same."""
    go_live(planner, "8 June 2027")
    row = date_row(planner, "kick-off")
    row.get_by_text("Change").click()
    planner.enter({"Date": "9 March 2027", "State": "confirmed", "By whom": "New supplier"}, row)
    expect(row).to_contain_text("Confirmed")
    before = planner.page.locator(".app-dates time").evaluate_all(DATETIMES)
    file = planner.save_a_copy(tmp_path)

    other = new_reader()
    other.page.clock.set_fixed_time("2027-03-17T09:00:00Z")
    other.open_file(file)
    other.button("Replace").click()
    other.open(DATES)

    expect(date_row(other, "kick-off")).to_contain_text("New supplier")
    assert other.page.locator(".app-dates time").evaluate_all(DATETIMES) == before


NO_DATES = {
    "31 February 2027": "Go Live date must be a real date, like 30 March 2027",
    "29 February 2027": "Go Live date must be a real date, like 30 March 2027",
    "8/6/27": "Go Live date must have a year of four digits, like 2027",
    "00/00/0000": "Go Live date must be a real date, like 30 March 2027",
    "soon": "Go Live date must have a day, a month and a year, like 30 March 2027",
    "8 June 2027 at 10:00": "Go Live date must be a date without a time, like 30 March 2027",
    "8 June 0001": "Go Live date must be in a year from 2020 to 2100",
    "8 June 9999": "Go Live date must be in a year from 2020 to 2100",
}


def test_what_is_no_date_is_refused_beside_the_field(planner: Reader) -> None:
    """Each fault has its sentence, and the last good date stays."""
    go_live(planner, "8 June 2027")
    problem = planner.page.get_by_role("alert")

    for typed, sentence in NO_DATES.items():
        planner.enter({"Go Live date": typed})
        expect(problem).to_have_text(sentence)
        expect_date(planner, "go-live", "2027-06-08")
        planner.enter({"Go Live date": "8 June 2027"})
        expect(problem).to_be_hidden()


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("25 December 2028", "Monday 25 December 2028 is"),
        ("6 June 2027", "Sunday 6 June 2027 is"),
        ("16 March 2027", "Tuesday 16 March 2027 is today."),
        ("15 March 2027", "Monday 15 March 2027 is in the past."),
        ("10 March 2037", "Tuesday 10 March 2037 is more than 3 years away."),
        ("1 June 2027", "Tuesday 1 June 2027 is the first working day after a bank holiday"),
    ],
)
def test_a_date_that_is_unwise_is_kept_with_a_sentence_beside_it(
    planner: Reader, typed: str, sentence: str
) -> None:
    """Nothing is forbidden; what speaks against the day stands below the field."""
    go_live(planner, typed)

    expect(planner.page.locator(".app-field__warn")).to_contain_text(sentence)


def test_every_page_shows_the_dates(planner: Reader) -> None:
    """The journey, the strip and the tasks of Kick-off carry them; the next eight stand there."""
    go_live(planner, "8 June 2027")
    planner.open()

    journey = planner.page.get_by_role("navigation", name="Your migration")
    expect(journey.get_by_role("link", name="Technical survey")).to_contain_text("Fri 5 March")
    expect(planner.page.get_by_role("link", name="7 to look at")).to_be_visible()
    expect(planner.row("Walk through each phase and date its actions")).to_contain_text(
        "By Tue 9 March"
    )
    expect(planner.page.locator("date-summary li")).to_have_count(8)
    planner.page.get_by_role("link", name="All dates and how each is worked out").click()
    expect_date(planner, "go-live", "2027-06-08")


def test_without_script_every_rule_stands_in_words(new_reader: NewReader) -> None:
    """With its source, and no empty column."""
    reader = new_reader(java_script_enabled=False, at=DATES)

    row = date_row(reader, "technical-survey")
    expect(row).to_contain_text("3 working days after the kick-off meeting")
    expect(row).to_contain_text("Our planning default")
    expect(reader.page.get_by_role("columnheader", name="Date")).to_have_count(0)


def test_the_table_is_copied_for_word_and_outlook(planner: Reader) -> None:
    """As a table and as text, with the caution in its caption."""
    planner.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    go_live(planner, "8 June 2027")
    planner.button("Copy table").click()
    expect(planner.page.get_by_text("Copied a table of 52 dates.")).to_be_visible()

    copied = planner.page.evaluate(CLIPBOARD)

    lines = copied["text/plain"].replace("\r\n", "\n").split("\n")
    assert lines[0] == "Milestone\tDate\tTo\tHow it is worked out\tState"
    assert (
        "Links switched off\tFri 28 May 2027\t\t"
        "1 working day before final data production, skipping Mon 31 May\tSuggested"
    ) in lines
    assert CAUTION in copied["text/html"]
