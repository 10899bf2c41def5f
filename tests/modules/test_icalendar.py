"""A calendar file that a reader chose: its days are read, and each thing that is wrong is said."""

from __future__ import annotations

from typing import Any

import pytest

STRETCH = {"from": "2027-03-01", "to": "2027-09-30"}
BETWEEN = "between Mon 1 March 2027 and Thu 30 September 2027."


def event(*lines: str) -> str:
    return "\r\n".join(("BEGIN:VEVENT", *lines, "END:VEVENT"))


def calendar(*events: str) -> str:
    return "\r\n".join(("BEGIN:VCALENDAR", "VERSION:2.0", *events, "END:VCALENDAR", ""))


@pytest.fixture
def read(module: Any) -> Any:
    """Read a text as a calendar."""
    return lambda text: module("plan/icalendar.js").readCalendar(text, STRETCH)


@pytest.mark.parametrize(
    ("lines", "days"),
    [
        (["DTSTART;VALUE=DATE:20270601"], ["01/01"]),
        (["DTSTART;VALUE=DATE:20270601", "DTEND;VALUE=DATE:20270603"], ["01/02"]),
        (["DTSTART:20270601T090000", "DTEND:20270601T100000"], ["01/01"]),
        (["DTSTART:20270601T090000", "DTEND:20270602T000000"], ["01/01"]),
        (["DTSTART:20270601T220000", "DTEND:20270602T020000"], ["01/02"]),
        (["DTSTART;VALUE=DATE:20270601", "DURATION:P1W"], ["01/07"]),
        (["DTSTART:20270601T233000Z"], ["02/02"]),
        (["DTSTART;TZID=Europe/London:20270601T233000"], ["01/01"]),
        (["DTSTART;VALUE=DATE:20270601", "STATUS:CANCELLED"], []),
        (["DTSTART;VALUE=DATE:20270601", "RRULE:FREQ=DAILY;COUNT=3"], ["01/01", "02/02", "03/03"]),
        (
            ["DTSTART;VALUE=DATE:20270601", "RRULE:FREQ=DAILY;UNTIL=20270603"],
            ["01/01", "02/02", "03/03"],
        ),
        (
            ["DTSTART;VALUE=DATE:20270601", "RRULE:FREQ=WEEKLY;BYDAY=TU,FR;COUNT=3"],
            ["01/01", "04/04", "08/08"],
        ),
        (
            ["DTSTART;VALUE=DATE:20270601", "RRULE:FREQ=DAILY;COUNT=3", "EXDATE;VALUE=DATE:20270602"],
            ["01/01", "03/03"],
        ),
        (["DTSTART;VALUE=DATE:19500601", "RRULE:FREQ=YEARLY"], ["01/01"]),
    ],
    ids=str,
)
def test_an_event_gives_its_days(read: Any, lines: list[str], days: list[str]) -> None:
    """All-day, timed, long, moved by the clock of summer, repeating; days of June 2027."""
    found = read(calendar(event("UID:1", "SUMMARY:Visit", *lines)))

    entries = found.get("entries", [])
    assert [f"{one['from'][8:]}/{one['to'][8:]}" for one in entries] == days
    assert {one["from"][:7] for one in entries} <= {"2027-06"}


def test_a_month_without_that_day_has_none(read: Any) -> None:
    """The 31st of each month."""
    found = read(calendar(event("UID:1", "DTSTART;VALUE=DATE:20260131", "RRULE:FREQ=MONTHLY")))

    assert [one["from"] for one in found["entries"]] == [
        "2027-03-31", "2027-05-31", "2027-07-31", "2027-08-31",
    ]  # fmt: skip


def test_a_day_of_a_series_that_was_moved_stands_where_it_is_now(read: Any) -> None:
    """The series leaves its old day out."""
    series = event("UID:1", "SUMMARY:Slot", "DTSTART;VALUE=DATE:20270601", "RRULE:FREQ=DAILY;COUNT=2")
    moved = event("UID:1", "SUMMARY:Slot", "RECURRENCE-ID;VALUE=DATE:20270602", "DTSTART;VALUE=DATE:20270609")

    found = read(calendar(series, moved))

    assert [one["from"] for one in found["entries"]] == ["2027-06-01", "2027-06-09"]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "That file is not a calendar. Choose a file that ends in .ics."),
        ("%PDF-1.7", "That file is not a calendar. Choose a file that ends in .ics."),
        ('{"format": "gp-migration-plan"}', "That file is not a calendar. Choose a file that ends in .ics."),
        (calendar(), "That calendar has no events."),
    ],
    ids=["nothing", "another-file", "a-plan", "no-events"],
)
def test_what_is_no_calendar_says_so(read: Any, text: str, problem: str) -> None:
    """One sentence, and what to do."""
    assert read(text) == {"problem": problem}


def test_a_calendar_that_is_too_large_says_so(tabs: Any) -> None:
    """It is made in the browser: to carry it there takes longer than all the rest."""
    found = tabs(
        """
        const {readCalendar} = await import('/js/plan/icalendar.js')
        return readCalendar(`BEGIN:VCALENDAR\n${'x'.repeat(20_000_001)}`, argument)""",
        STRETCH,
    )

    assert found == {"problem": "That calendar file is too large. Export a shorter time, such as one year."}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (calendar(event("DTSTART;VALUE=DATE:20280101")), [f"That calendar has 1 event. None lies {BETWEEN}"]),
        (
            calendar(event("DTSTART;TZID=America/New_York:20270601T233000")),
            [f"That calendar has 1 event. 1 lies {BETWEEN}", "1 event has a time in another time zone. The day is the one in that zone."],
        ),
        (
            calendar(event("DTSTART;VALUE=DATE:20270601", "RRULE:FREQ=MONTHLY;BYDAY=2TU")),
            [f"That calendar has 1 event. 1 lies {BETWEEN}", "1 event repeats in a way that this page cannot count. Only the first day was read."],
        ),
        (
            calendar(event("DTSTART:soon"), event("SUMMARY:Nothing else")),
            [f"That calendar has 2 events. None lies {BETWEEN}", "2 events had no day that could be read and were left out."],
        ),
        (
            calendar(event("DTSTART;VALUE=DATE:20270601"), event("DTSTART;VALUE=DATE:20270602"))[:-40],
            [f"That calendar has 1 event. 1 lies {BETWEEN}", "The file is cut short. What stands before the cut was read; export it again to be sure."],
        ),
    ],
    ids=["elsewhere", "another-zone", "a-strange-rule", "no-day", "cut-short"],
)
def test_what_cannot_be_read_is_said(read: Any, text: str, says: list[str]) -> None:
    """Nothing is lost without a word."""
    assert read(text)["says"] == says


def test_ten_thousand_events_are_read_at_once(module: Any, page: Any) -> None:
    """Even where each repeats every day since 1900."""
    many = calendar(*(event(f"UID:{n}", f"SUMMARY:{n}", f"DTSTART;VALUE=DATE:2027{1 + n % 12:02}{1 + n % 28:02}") for n in range(10_000)))
    hostile = calendar(*(event(f"UID:{n}", "DTSTART;VALUE=DATE:19000101", "RRULE:FREQ=DAILY;COUNT=99999999") for n in range(10_000)))

    start = page.evaluate("performance.now()")
    found = [module("plan/icalendar.js").readCalendar(text, STRETCH) for text in (many, hostile)]

    assert found[0]["says"] == [f"That calendar has 10,000 events. 5,833 lie {BETWEEN}", "The first 2,000 are shown."]
    assert len(found[0]["entries"]) == 2_000
    assert found[1]["says"][-1].endswith("Only the first day was read.")
    assert page.evaluate("performance.now()") - start < 5_000


def test_only_titles_and_days_come_out(read: Any) -> None:
    """No description, place or person; a title in plain text, cut to a length."""
    lines = ("SUMMARY:Flu clinic\\, \x07part 1" + "x" * 200, "DESCRIPTION:secret", "ATTENDEE:mailto:someone", "LOCATION:here")
    found = read(calendar(event(*lines, "DTSTART;VALUE=DATE:20270601")))

    assert found["entries"][0].keys() == {"title", "from", "to"}
    assert found["entries"][0]["title"].startswith("Flu clinic, part 1xxx")
    assert len(found["entries"][0]["title"]) == 120
