"""Below the dates: what does not fit, what would move, what is in the way, and who decides."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import NewReader
from tests.browser.reader import CUTOVER, DATED, KICK_OFF, Reader, noted, stored_plan
from tests.browser.test_dates import DATETIMES, ENTERED_ON, date_row, expect_date

DATES = "plan/dates/"
TOO_LATE = (
    "The cutover planning meeting is 3 weeks before final data production; "
    "at least 4 are needed: Tue 4 May 2027 or earlier."
)
TIMES = ".app-dates time"
DISPLAY = "one => getComputedStyle(one).display"
BREAK_INSIDE = "one => getComputedStyle(one).breakInside"


@pytest.fixture
def planner(new_reader: NewReader) -> Reader:
    """Someone on the page of dates on 16 March 2027, with Go Live on 8 June 2027."""
    reader = new_reader(DATED, at=DATES, now=ENTERED_ON)
    wait_for_dates(reader)
    return reader


def wait_for_dates(reader: Reader) -> None:
    """Wait until every date stands for a Go Live on 8 June 2027."""
    expect(date_row(reader, "go-live").locator("time")).to_have_text("Tue 8 June 2027")
    expect(part(reader, "is-there-time").get_by_text("The earliest Go Live")).to_be_visible()


def agree(reader: Reader, milestone: str, day: str) -> None:
    """Agree a date of one's own for a milestone."""
    row = date_row(reader, milestone)
    row.get_by_text("Change").click()
    reader.enter({"Date": day}, row)
    expect(row.get_by_text("Agreed", exact=True).first).to_be_visible()


def part(reader: Reader, name: str) -> Locator:
    """One of the elements below the dates."""
    return reader.page.locator(name)


def dates_of(reader: Reader) -> Any:
    """Every date of the table."""
    return reader.page.locator(TIMES).evaluate_all(DATETIMES)


def changed(before: list[str], now: list[str]) -> list[str]:
    """The dates of the table that are others than before."""
    return [new for new, old in zip(now, before, strict=True) if new != old]


def calendar_file(folder: Path, *events: str) -> Path:
    """A calendar file as an office program saves it."""
    blocks = [f"BEGIN:VEVENT\r\n{event}\r\nEND:VEVENT" for event in events]
    file = folder / "calendar.ics"
    file.write_text("\r\n".join(["BEGIN:VCALENDAR", *blocks, "END:VCALENDAR", ""]), "utf-8")
    return file


def open_calendar(reader: Reader, file: Path) -> None:
    """Choose a calendar file."""
    with reader.page.expect_file_chooser() as chooser:
        reader.button("Open a calendar file").click()
    chooser.value.set_files(file)


# Limits


def test_a_limit_that_is_not_kept_says_by_how_much_and_offers_options(planner: Reader) -> None:
    """Each option is shown before it is taken; Apply mends it, Undo brings it back."""
    agree(planner, "cutover-planning-meeting", "11 May 2027")
    limits = part(planner, "date-limits")
    expect(limits.get_by_text(TOO_LATE)).to_be_visible()

    limits.get_by_role("button", name=re.compile("^See options")).click()
    planner.button("Move the cutover planning meeting to Tue 4 May 2027").click()
    expect(limits.get_by_text("Nothing is changed yet.")).to_be_visible()
    expect_date(planner, "cutover-planning-meeting", "2027-05-11")

    limits.get_by_role("button", name="Apply").click()
    expect(limits.get_by_text("Every date keeps its limits.")).to_be_visible()
    expect_date(planner, "cutover-planning-meeting", "2027-05-04")

    limits.get_by_role("button", name="Undo").click()
    expect(limits.get_by_text(TOO_LATE)).to_be_visible()


def test_a_date_that_was_fixed_on_a_sunday_says_so(planner: Reader) -> None:
    """It stays there, and it is after Go Live too."""
    agree(planner, "templates-exported", "13 June 2027")

    said = part(planner, "date-limits")
    expect(said.get_by_text("is agreed for Sun 13 June 2027, a weekend.")).to_be_visible()
    expect(said.get_by_text("after Go Live. We suggest Tue 4 May 2027.")).to_be_visible()


# Is there time


def test_what_can_no_longer_be_kept_is_said_with_the_first_date_that_can(planner: Reader) -> None:
    """The form was due a week ago; 15 June keeps every notice; four days short of a third check."""
    said = part(planner, "is-there-time")

    expect(said.get_by_text("The last day for it was Tue 9 March 2027, 7 days ago")).to_be_visible()
    expect(
        said.get_by_text(
            "The earliest Go Live that meets the notice periods listed here is "
            "Tuesday 15 June 2027. That counts notices alone: nothing is ordered yet, "
            "and an order comes 12 to 16 weeks before Go Live. Your suppliers and ICB decide."
        )
    ).to_be_visible()
    expect(said.get_by_text("It is 4 working days short.")).to_be_visible()


def test_before_the_order_there_are_dates_to_ask_about(planner: Reader) -> None:
    """Each with its reasons; after the order nothing is offered."""
    planner.button("Find dates to ask about").click()
    found = part(planner, "is-there-time").locator("ol li")

    expect(found).to_have_count(6)
    expect(found.first).to_contain_text("No clash that this page knows of")
    expect(found.first).to_contain_text("days without electronic results")

    planner.enter({"Order placed": "yes"})
    planner.enter({"When was it: Order placed": "16 February 2027"})
    expect(planner.page.get_by_text("Dates to ask your supplier about")).to_be_hidden()


def test_what_is_past_for_each_date_is_said_before_the_dates(new_reader: NewReader) -> None:
    """A migration that keeps an agreed day has dates behind it: they are named once for all."""
    reader = new_reader(DATED, at=DATES, now=ENTERED_ON)
    row = date_row(reader, "business-case-approved")
    row.get_by_text("Change").click()
    reader.enter({"Date": "15 March 2027"}, row)

    reader.button("Find dates to ask about").click()

    said = part(reader, "is-there-time").get_by_role("status").filter(has_text="looked at")
    expect(said).to_contain_text(
        "Not one has all its suggested dates still to come; the first is short of: "
        "Business case approved. If that has happened, say so under Where are you now, "
        "and find them again."
    )


@pytest.mark.parametrize(
    ("answers", "says"),
    [
        ({}, "Your order is not placed, so no date is certain."),
        ({"Order placed": "no"}, "1 of 8 has not happened, as you said, and can still be in time."),
    ],
)
def test_there_is_no_promise_of_time_before_the_order(
    new_reader: NewReader, answers: dict[str, str], says: str
) -> None:
    """Nor beside a notice that the reader knows not to be done."""
    reader = new_reader(
        stored_plan({"goLive": noted("2027-07-13")}), at=DATES, now="2027-04-01T10:00:00Z"
    )
    expect(part(reader, "is-there-time").get_by_text("The earliest Go Live")).to_be_visible()

    reader.enter(answers)

    said = part(reader, "is-there-time")
    expect(said.get_by_text(says)).to_be_visible()
    expect(said.get_by_text("There is time for each")).to_have_count(0)


# Moving Go Live


def test_nothing_moves_before_it_is_applied(planner: Reader) -> None:
    """Old, new, moved by and why of each; Cancel changes nothing; Apply does what was shown."""
    before = dates_of(planner)
    planner.enter({"New Go Live date": "15 June 2027"})
    move = part(planner, "move-go-live")
    expect(
        move.get_by_role("heading", name="Move Go Live to Tuesday 15 June 2027?")
    ).to_be_focused()
    move.get_by_text("Every date that moves").first.click()
    row = move.get_by_role("row", name=re.compile("^Kick-off meeting"))
    for words in (
        "Tue 2 March 2027",
        "Tue 9 March 2027",
        "7 days later",
        "14 weeks before Go Live",
    ):
        expect(row).to_contain_text(words)
    promised = move.locator("tbody time").evaluate_all(DATETIMES)
    assert dates_of(planner) == before

    move.get_by_role("button", name="Cancel").click()
    expect(move.get_by_text("Nothing was changed.")).to_be_visible()
    assert dates_of(planner) == before

    planner.enter({"New Go Live date": "15 June 2027"})
    move.get_by_role("button", name="Apply").click()
    expect(date_row(planner, "go-live").locator("time")).to_have_text("Tue 15 June 2027")
    assert sorted(promised) == sorted(changed(before, dates_of(planner)))

    move.get_by_role("button", name="Undo").click()
    expect(date_row(planner, "go-live").locator("time")).to_have_text("Tue 8 June 2027")
    assert dates_of(planner) == before


def test_whoever_was_told_is_told_again(new_reader: NewReader) -> None:
    """Third parties, and posters that are up; what is agreed stays and is flagged."""
    told = {"id": "t1", "date": "2027-06-08", "on": "2027-03-16", "at": 1, "device": "d1"}
    plan = {
        "goLive": noted("2027-06-08"),
        "milestones": {
            "cutover-planning-meeting": {"date": noted("2027-05-04"), "state": noted("agreed")},
            "patients-told-days": {"done": noted("2027-03-15")},
        },
        "parties": {
            "nhs-111": {"state": noted("asked"), "told": [told]},
            "pcse": {"state": noted("not-asked")},
        },
    }
    planner = new_reader(stored_plan(plan), at=DATES, now=ENTERED_ON)
    expect(date_row(planner, "go-live").locator("time")).to_have_text("Tue 8 June 2027")
    planner.enter({"Go Live date": "18 May 2027"})

    move = planner.shown_first()
    expect(move.get_by_text("NHS 111.")).to_be_visible()
    expect(
        move.get_by_text("Done on Mon 15 March 2027, for the dates of that day.")
    ).to_be_visible()
    expect(move.get_by_text("Told Go Live Tue 8 June 2027, on Tue 16 March 2027.")).to_be_visible()
    expect(move.get_by_role("listitem").filter(has_text="Primary Care")).to_have_count(0)
    expect(move.get_by_text("at least 4 are needed")).to_be_visible()
    expect_date(planner, "go-live", "2027-06-08")


@pytest.mark.parametrize("page", ["guide/kick-off/", DATES])
def test_a_go_live_that_is_typed_again_is_shown_first(new_reader: NewReader, page: str) -> None:
    """Wherever it can be typed: the first date is taken at once, another only after Apply."""
    reader = new_reader(at=page, now=ENTERED_ON)
    reader.enter({"Go Live date": "8 June 2027"})
    assert kept_go_live(reader) == "2027-06-08"
    expect(reader.button("Apply")).to_have_count(0)

    reader.enter({"Go Live date": "15 June 2027"})
    panel = reader.page.locator(".app-change").filter(has_text="Nothing is changed yet.")
    heading = panel.get_by_role("heading", name="Move Go Live to Tuesday 15 June 2027?")
    expect(heading).to_be_focused()
    expect(panel).to_contain_text("52 dates move.")
    panel.get_by_text("Every date that moves").first.click()
    row = panel.get_by_role("row", name=re.compile("^Kick-off meeting"))
    for words in ("Tue 2 March 2027", "Tue 9 March 2027", "7 days later", "14 weeks before"):
        expect(row).to_contain_text(words)
    assert kept_go_live(reader) == "2027-06-08"
    expect(reader.field("Go Live date")).to_have_value("8 June 2027")

    reader.button("Cancel").click()
    expect(reader.said("Nothing was changed.")).to_be_visible()
    assert kept_go_live(reader) == "2027-06-08"

    reader.move_go_live("15 June 2027")
    expect(reader.field("Go Live date")).to_have_value("15 June 2027")
    assert kept_go_live(reader) == "2027-06-15"
    reader.button("Undo").click()
    expect(reader.field("Go Live date")).to_have_value("8 June 2027")
    assert kept_go_live(reader) == "2027-06-08"


def test_a_later_go_live_waits_for_no_network(new_reader: NewReader) -> None:
    """All that shows it and makes it comes with the first date; nothing comes in the middle."""
    reader = new_reader(at=DATES)
    reader.enter({"Go Live date": "8 June 2027"})
    reader.page.wait_for_timeout(2_000)  # at rest
    requests: list[str] = []
    reader.page.on("request", lambda sent: requests.append(sent.url))

    reader.move_go_live("15 June 2027")
    expect(date_row(reader, "go-live").locator("time")).to_have_text("Tue 15 June 2027")
    reader.page.wait_for_timeout(2_500)  # what is put off for four seconds would come now

    assert requests == []


def test_on_kick_off_what_shows_a_later_go_live_is_fetched_while_it_is_typed(
    new_reader: NewReader,
) -> None:
    """Who changes nothing fetches nothing of it, and who does waits for nothing."""
    reader = new_reader()
    requests: list[str] = []
    reader.page.on("request", lambda sent: requests.append(sent.url))
    reader.enter({"Go Live date": "8 June 2027"})
    reader.page.wait_for_timeout(2_000)
    assert not any("preview" in url for url in requests)
    field = reader.field("Go Live date")
    with reader.page.expect_response("**/*preview*"):
        field.fill("15 June 202")
    reader.page.wait_for_timeout(1_000)  # what it asks for itself
    requests.clear()

    field.press("End")
    field.press("7")
    field.press("Tab")

    expect(reader.page.locator(".app-change")).to_contain_text("52 dates move.")
    assert requests == []


def test_other_bank_holidays_are_shown_first_too(new_reader: NewReader) -> None:
    """They move dates as Go Live does: Mon 2 August 2027 is one in Scotland alone."""
    planner = new_reader(stored_plan({"goLive": noted("2027-08-03")}), at=DATES, now=ENTERED_ON)
    expect(date_row(planner, "final-data-production").locator("time")).to_have_text(
        "Tue 27 July 2027"
    )
    before = dates_of(planner)
    planner.page.get_by_text("Bank holidays of").first.click()
    planner.enter({"Bank holidays of": "Scotland"})

    panel = planner.shown_first()
    expect(
        panel.get_by_role("heading", name="Count with the bank holidays of Scotland?")
    ).to_be_visible()
    assert dates_of(planner) == before
    planner.button("Apply").click()
    expect(panel.get_by_text("Done: Count with the bank holidays of Scotland.")).to_be_visible()
    expect(date_row(planner, "final-data-production").locator("time")).to_have_text(
        "Mon 26 July 2027"
    )


def test_another_cutover_is_shown_before_it_is_chosen_and_can_be_undone(planner: Reader) -> None:
    """As on the page that compares the ways; nothing is chosen by looking."""
    before = dates_of(planner)
    planner.field(CUTOVER).select_option("two-weeks")

    panel = planner.shown_first()
    expect(panel.get_by_role("heading", name="Choose: Two weeks?")).to_be_visible()
    assert dates_of(planner) == before
    panel.get_by_role("button", name="Apply").click()
    expect_date(planner, "final-data-production", "2027-05-24")
    panel.get_by_role("button", name="Undo").click()

    expect(panel.get_by_text("Undone. Every date is as it was.")).to_be_focused()
    assert dates_of(planner) == before
    expect(planner.field(CUTOVER)).to_have_value("")


@pytest.mark.parametrize("at", [KICK_OFF, DATES])
def test_arrow_keys_look_at_each_cutover_in_turn(new_reader: NewReader, at: str) -> None:
    """The focus stays in the list, what each moves is told, and the first answer moves nothing."""
    reader = new_reader(DATED, at=at, now=ENTERED_ON)
    cutover = reader.field(CUTOVER)
    panel = reader.shown_first()
    cutover.focus()

    for title in ("Over a weekend", "Thursday to Tuesday", "One week"):
        cutover.press("ArrowDown")
        expect(panel.get_by_role("heading", name=f"Choose: {title}?")).to_be_in_viewport()
        expect(panel.get_by_role("status")).to_contain_text("Nothing is changed yet.")
        expect(cutover).to_be_focused()
    cutover.press("Home")

    expect(panel.get_by_role("status")).to_have_text("Nothing was changed.")
    expect(panel.get_by_role("heading")).to_have_count(0)
    expect(cutover).to_be_focused()
    assert "choices" not in reader.plan() or not reader.plan()["choices"]


def kept_go_live(reader: Reader) -> Any:
    """The Go Live date as the browser keeps it."""
    return reader.plan()["goLive"]["value"]


def test_on_kick_off_whoever_was_told_is_listed_before_it_moves(new_reader: NewReader) -> None:
    """As on the page of dates."""
    told = {"id": "t1", "date": "2027-06-08", "on": "2027-03-16", "at": 1, "device": "d1"}
    parties = {"nhs-111": {"state": noted("asked"), "told": [told]}}
    reader = new_reader(stored_plan({"goLive": noted("2027-06-08"), "parties": parties}))

    reader.enter({"Go Live date": "15 June 2027"})

    panel = reader.page.locator(".app-change")
    expect(panel.get_by_text("Tell them the new date")).to_be_visible()
    expect(panel.get_by_text("Told Go Live Tue 8 June 2027, on Tue 16 March 2027.")).to_be_visible()


def test_a_move_to_the_same_day_says_so(planner: Reader) -> None:
    """Nothing would move."""
    planner.enter({"New Go Live date": "8 June 2027"})

    expect(planner.page.get_by_text("Go Live is Tuesday 8 June 2027 already.")).to_be_visible()


# Ways of cutting over


def test_each_way_says_what_it_changes_before_it_is_chosen(planner: Reader) -> None:
    """Dates, days without results and the 72 hours; then a preview; then the choice."""
    ways = planner.page.get_by_role("table", name="What each way would change")
    row = ways.get_by_role("row", name=re.compile("^Two weeks"))
    for words in ("Mon 24 May", "Fri 21 May", "18 days", "longer than the 72 hours"):
        expect(row).to_contain_text(words)

    row.get_by_role("button").click()
    expect(planner.page.get_by_role("heading", name="Choose: Two weeks?")).to_be_visible()
    expect_date(planner, "final-data-production", "2027-06-01")
    part(planner, "cutover-ways").get_by_role("button", name="Apply").click()

    expect(row).to_contain_text("Chosen")
    expect_date(planner, "final-data-production", "2027-05-24")


def test_where_a_weekend_is_chosen_both_ways_that_fit_are_said(planner: Reader) -> None:
    """On the page of the meeting and on this one, beside the fields; a Monday is no fault."""
    ways = (
        "Over a weekend. It does not fit: final data production would be Mon 7 June, and Go Live "
        "Tue 8 June. A weekend cutover begins on Friday at 5pm. Two ways fit: go live on the "
        "Monday with the re-check on the Sunday, or agree final data production for the Friday."
    )
    beside = planner.page.locator("plan-fields .app-field__warn")
    planner.open()
    expect(beside).not_to_contain_text("Over a weekend")

    planner.choose_cutover("weekend")

    expect(beside).to_contain_text(ways)
    planner.open("plan/dates/")
    expect(beside).to_contain_text(ways)
    planner.enter({"Go Live date": "14 June 2027"})
    planner.button("Apply").first.click()
    expect(beside).not_to_contain_text("Over a weekend")


def test_a_weekend_before_a_tuesday_is_not_praised_and_says_what_would_fit(
    planner: Reader,
) -> None:
    """Before it is chosen and after, in the table and at the top; then an option mends it."""
    ways = planner.page.get_by_role("table", name="What each way would change")
    row = ways.get_by_role("row", name=re.compile("^Over a weekend"))
    needs = part(planner, "date-needs")
    before = needs.get_by_role("listitem").count()
    for state in ("See", "Chosen"):
        expect(row.get_by_role("cell").last).to_have_text(state)
        expect(row).to_contain_text("It does not fit. Final data production is 1 day before")
        expect(row).to_contain_text("A weekend cutover begins on Friday at 5pm.")
        expect(row).not_to_contain_text("Within 72 hours.")
        if state == "See":
            planner.choose_cutover("weekend")

    expect(needs).to_contain_text("2 dates do not fit.")
    expect(needs.get_by_text("at least 3 are needed: Sat 5 June 2027 or earlier.")).to_be_visible()
    expect(needs.get_by_text("It does not fit: final data production would be")).to_be_visible()
    assert needs.get_by_role("listitem").count() > before
    expect(planner.page.locator("plan-strip")).to_contain_text("2 do not fit")
    time = part(planner, "is-there-time")
    expect(time.get_by_text("1 of 8 is dated too late: see What does not fit.")).to_be_visible()
    expect(time.get_by_text("There is time for each")).to_have_count(0)

    row.get_by_role("button", name=re.compile("Fri 4 June 2027")).click()
    expect_date(planner, "final-data-production", "2027-06-07")
    part(planner, "cutover-ways").get_by_role("button", name="Apply").click()

    expect(date_row(planner, "final-data-production").locator("time")).to_have_text(
        "Fri 4 June 2027"
    )
    expect(part(planner, "date-limits").get_by_text("Every date keeps its limits.")).to_be_visible()
    expect(needs).not_to_contain_text("not fit")


def test_access_for_45_days_says_when_it_ends(planner: Reader) -> None:
    """And by when to decide on more."""
    access = planner.page.get_by_role("table", name="Access to the old system")

    expect(access.get_by_role("row", name=re.compile("^45 days"))).to_contain_text("Fri 23 July")
    expect(access.get_by_role("row", name=re.compile("^90 days"))).to_contain_text("Chosen")


# Clashes


def test_events_and_leave_that_meet_the_dates_are_said(planner: Reader) -> None:
    """A person and days, never a reason; removed, it is gone."""
    planner.enter({"Event": "Inspection visit", "First day": "8 June 2027"})
    planner.button("Add an event").click()
    planner.enter({"Person": "Dr Example", "First day away": "7 June 2027"})
    planner.enter({"Last day away": "11 June 2027"})
    planner.button("Add leave").click()

    clashes = part(planner, "date-clashes")
    meets = "Inspection visit, Tue 8 June 2027, meets Go Live and the critical days."
    expect(clashes.get_by_text(meets)).to_be_visible()
    expect(clashes.get_by_text("Dr Example is away Mon 7 to Fri 11 June 2027:")).to_be_visible()
    expect(part(planner, "critical-days").get_by_text("Dr Example").first).to_be_visible()

    clashes.get_by_role("button", name="Remove: Dr Example").click()
    expect(clashes.get_by_text("Dr Example is away")).to_have_count(0)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({}, "Enter the person"),
        ({"Person": "Dr Example"}, "Enter the first day away"),
        (
            {
                "Person": "Dr Example",
                "First day away": "9 June 2027",
                "Last day away": "8 June 2027",
            },
            "The last day away must not come before the first",
        ),
        (
            {"Person": "Dr Example", "First day away": "soon"},
            "First day away must have a day, a month and a year, like 30 March 2027",
        ),
    ],
    ids=["nothing", "no-day", "backwards", "no-date"],
)
def test_leave_that_cannot_be_counted_is_refused_in_a_sentence(
    planner: Reader, typed: dict[str, str], sentence: str
) -> None:
    """In the summary of the form, which leads to the field, and nothing is kept."""
    planner.enter(typed)
    planner.button("Add leave").click()

    summary = planner.page.get_by_role("group", name="There is a problem")
    expect(summary.get_by_role("link", name=sentence)).to_be_visible()
    expect(planner.page.get_by_role("button", name=re.compile("^Remove: "))).to_have_count(0)


def test_leave_is_taken_from_a_calendar_file(planner: Reader, tmp_path: Path) -> None:
    """With a name, only the days are kept; the titles are not."""
    file = calendar_file(
        tmp_path,
        "SUMMARY:Operation\r\nDTSTART;VALUE=DATE:20270607\r\nDTEND;VALUE=DATE:20270609",
        "SUMMARY:Long ago\r\nDTSTART;VALUE=DATE:20200607",
    )
    open_calendar(planner, file)
    expect(planner.page.get_by_text("That calendar has 2 events. 1 lies between")).to_be_visible()

    planner.enter({"Person, if this is leave": "Dr Example"})
    planner.page.get_by_label("Operation: Mon 7 to Tue 8 June 2027").check()
    planner.button("Add those that are ticked").click()

    expect(planner.page.get_by_text("Dr Example is away Mon 7 to Tue 8 June 2027")).to_be_visible()
    assert "Operation" not in str(planner.stored())


def test_a_file_that_is_no_calendar_says_so(planner: Reader, tmp_path: Path) -> None:
    """And nothing changes."""
    file = tmp_path / "plan.ics"
    file.write_text("hello", "utf-8")
    open_calendar(planner, file)

    said = "That file is not a calendar. Choose a file that ends in .ics."
    expect(planner.page.get_by_text(said)).to_be_visible()


# The picture


def test_the_picture_names_bank_holidays_and_what_is_in_the_way(planner: Reader) -> None:
    """A row for each, with its days; both marked days say theirs."""
    picture = part(planner, "phase-timeline")
    rows = picture.locator(".app-timeline__row")

    expect(rows.filter(has_text="Bank holidays")).to_contain_text("8, shaded")
    expect(rows.filter(has_text="May half-term")).to_contain_text("24 May to 4 June")
    expect(picture.get_by_text("Final data production 1 June")).to_be_visible()
    expect(picture.get_by_text("Go Live 8 June")).to_be_visible()
    planner.enter({"Person": "Dr Example", "First day away": "7 June 2027"})
    planner.button("Add leave").click()
    expect(rows.filter(has_text="Dr Example")).to_contain_text("Mon 7 June")


# Where are you now


def test_what_is_still_to_come_is_not_asked_as_past(new_reader: NewReader) -> None:
    """Half a year before: nothing is past and nothing is red; the order may be placed early."""
    reader = new_reader(DATED, at=DATES, now="2026-11-26T09:00:00Z")
    wait_for_dates(reader)
    where = part(reader, "where-now")

    expect(where.get_by_text("No date of your plan is past.")).to_be_visible()
    to_come = where.get_by_text("Still to come. Answer only what has happened already.")
    expect(to_come).to_be_visible()
    expect(where.locator("ul").nth(0).get_by_role("listitem")).to_have_count(0)
    expect(where.locator("ul").nth(1).get_by_role("listitem")).to_have_count(2)
    expect(reader.page.locator("main .is-late")).to_have_count(0)


def test_what_is_past_stands_apart_from_what_is_to_come(new_reader: NewReader) -> None:
    """On the day before the kick-off, the kick-off is not past."""
    reader = new_reader(DATED, at=DATES, now="2027-03-01T09:00:00Z")
    wait_for_dates(reader)
    where = part(reader, "where-now")

    expect(where.get_by_text("These dates are past.")).to_be_visible()
    expect(where.locator("ul").nth(0).get_by_label("Order placed", exact=True)).to_be_visible()
    expect(where.locator("ul").nth(1).get_by_role("listitem")).to_have_count(1)
    expect(where.locator("ul").nth(1).get_by_label("Kick-off meeting", exact=True)).to_be_visible()


# Go or no-go


def test_a_decision_needs_who_and_when(planner: Reader) -> None:
    """And no bar turns green: the sentence says whose decision it is."""
    gate = planner.page.locator("[data-gate=go-live-gate]")
    expect(gate.get_by_text("Not decided", exact=True)).to_be_visible()
    gate.get_by_text("Record the decision").click()
    planner.enter({"Decision": "no"}, gate)
    expect(gate.get_by_text("Write down who decided and the day of the decision.")).to_be_visible()

    planner.enter({"Decided by": "Dr Example", "Decided on": "7 June 2027"}, gate)

    said = "Decided: stop, by Dr Example, on Mon 7 June 2027"
    expect(gate.get_by_text(said)).to_be_visible()
    planner.open(DATES)
    expect(gate.get_by_text(said)).to_be_visible()


def test_go_on_is_no_decision_without_who_and_when(planner: Reader) -> None:
    """What was typed stays, what is missing is said, and ticks are counted with their day."""
    gate = planner.page.locator("[data-gate=cutover-gate]")
    gate.get_by_text("Record the decision").click()
    planner.enter({"Decision": "go", "Where the signed sheet is kept": "Safe"}, gate)
    lacks = "Write down who decided and the day of the decision. Not every point of the day"
    expect(gate.get_by_text(lacks)).to_be_visible()
    expect(gate.get_by_text("Not decided", exact=True)).to_be_visible()
    expect(gate.get_by_text("Ticked: 0 of 8 tasks. Even if everything")).to_be_visible()

    planner.open(DATES)
    expect(gate.get_by_text(lacks)).to_be_visible()
    gate.get_by_text("Record the decision").click()
    expect(gate.get_by_label("Where the signed sheet is kept")).to_have_value("Safe")
    expect(gate.get_by_label("Decision", exact=True)).to_have_value("go")


A4_INSIDE = {"width": 680, "height": 1039}
"""A4 without the margins of a sheet, in pixels of paper."""


def test_each_sheet_of_a_decision_is_one_page_of_paper(new_reader: NewReader) -> None:
    """Points, steps and lines to sign: nothing of it is cut off onto a second page."""
    reader = new_reader(at="guide/go-or-no-go/", viewport=A4_INSIDE)
    reader.page.emulate_media(media="print")

    sheets = reader.page.locator(".app-gate")
    heights = sheets.evaluate_all("all => all.map(one => one.offsetHeight)")

    assert len(heights) == 3
    assert max(heights) <= A4_INSIDE["height"]


# On paper


def test_the_page_of_dates_is_six_pages_of_paper(planner: Reader) -> None:
    """What only a screen does is left out; the picture and every date stay."""
    pages = re.findall(rb"/Type\s*/Page\b", planner.page.pdf(format="A4"))
    planner.page.emulate_media(media="print")

    assert 4 <= len(pages) <= 6
    expect(planner.page.get_by_text("Out of date after the next meeting")).to_be_visible()
    expect(planner.page.locator(".app-timeline")).to_be_visible()
    rows = planner.page.locator(".app-dates tr[data-milestone]:not([hidden])")
    expect(planner.page.locator(f"{TIMES}:visible")).to_have_count(rows.count())
    for left_out in ("where-now", "move-go-live", "cutover-ways", "date-clashes form"):
        expect(planner.page.locator(left_out).first).to_be_hidden()
    assert planner.page.locator("thead").first.evaluate(DISPLAY) == "table-header-group"
    assert planner.page.locator("tr").first.evaluate(BREAK_INSIDE) == "avoid"


# All of it


@pytest.mark.parametrize("width", [1280, 320])
def test_a_keyboard_is_enough_to_come_to_a_preview(planner: Reader, width: int) -> None:
    """And nothing of it runs off the edge."""
    page = planner.page
    page.set_viewport_size({"width": width, "height": 900})
    agree(planner, "cutover-planning-meeting", "11 May 2027")
    page.get_by_role("button", name=re.compile("^See options")).focus()
    page.keyboard.press("Enter")
    expect(planner.button("Move the cutover planning meeting to Tue 4 May 2027")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Nothing is changed yet.")).to_be_visible()
    page.get_by_text("Record the decision").first.click()

    assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("width", [1280, 320])
def test_the_undo_of_a_move_is_in_sight(planner: Reader, width: int) -> None:
    """On a narrow page too, where the preview that goes is longer than the screen."""
    planner.page.set_viewport_size({"width": width, "height": 900})
    planner.enter({"New Go Live date": "15 June 2027"})
    planner.button("Apply").press("Enter")

    undo = planner.button("Undo")
    expect(undo).to_be_focused()
    expect(planner.page.locator("move-go-live h3")).to_have_count(0)
    expect(undo).to_be_in_viewport()


def test_without_script_the_facts_stand(new_reader: NewReader) -> None:
    """The busy times with their reasons, and each gate with who decides."""
    reader = new_reader(java_script_enabled=False, at=DATES)

    reader.page.get_by_text("Busy times of the year").click()
    expect(reader.page.get_by_text("Christmas and New Year").first).to_be_visible()
    expect(part(reader, "go-gates").get_by_text("Who decides:").first).to_be_visible()
    expect(reader.page.get_by_role("button", name="Apply")).to_have_count(0)
