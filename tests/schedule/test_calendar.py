"""Calendar files: two parsers that share nothing read the same dates, and the bytes are right."""

from __future__ import annotations

import json
import os
import re
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
from ical.calendar_stream import IcsCalendarStream

from tests.schedule.plans import random_plan

PLANS = 200 if os.environ.get("GP_LONG") else 50
SEED = int(os.environ.get("GP_SEED", "20261122"))
LONDON = ZoneInfo("Europe/London")
NOW = datetime(2026, 11, 22, 9, 30, 5, tzinfo=UTC)
MODULE = "/js/exports/calendar.js"
NASTY = [
    "",
    "Agreed; with the ICB, the partner",
    r"A path C:\new\notes and \n as it is typed",
    "Two\nlines\r\nand three",
    "“Quoted” – with dashes… and £5",
    "é" * 100,
    "👩‍⚕️ called 🏥 " * 12,
    "BEGIN:VEVENT\nEND:VCALENDAR",
    "a" * 74,
    "a" * 75,
    "a tab\tand a bell\x07",
    " leading and trailing ",
    "ends with a backslash \\",
]
ABOUT = {"planId": "p1", "revision": 7, "name": "Go Live", "now": NOW.timestamp() * 1000}

pytestmark = pytest.mark.browser


def lines_of(text: str) -> list[bytes]:
    """Split into lines, and refuse any line break but CRLF, a blank line and a long one."""
    raw = text.encode()
    lines = raw.split(b"\r\n")
    assert lines.pop() == b""
    for line in lines:
        assert line.decode("utf-8"), "a blank line"
        assert b"\r" not in line
        assert b"\n" not in line
        assert len(line) <= 75
    return lines


def plain(text: str) -> str:
    """What a calendar can hold of a text: line feeds, and no other control character."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(letter for letter in text if letter == "\n" or letter >= " ")


def read_with_icalendar(text: str) -> dict[str, Any]:
    calendar = icalendar.Calendar.from_ical(text)
    return {
        str(event["uid"]): (
            event["dtstart"].dt, event["dtend"].dt,
            str(event["summary"]), str(event["description"]),
            int(event["sequence"]), event["dtstamp"].dt, str(event["transp"]),
            str(event.get("location", "")),
            [alarm["trigger"].dt for alarm in event.walk("VALARM")],
        )
        for event in calendar.walk("VEVENT")
    }  # fmt: skip


def read_with_ical(text: str) -> dict[str, Any]:
    calendar = IcsCalendarStream.calendar_from_ics(text)
    return {
        str(event.uid): (
            event.dtstart, event.dtend, event.summary, event.description,
            event.sequence, event.dtstamp, event.transparency,
            event.location or "", [alarm.trigger for alarm in event.alarm],
        )
        for event in calendar.events
    }  # fmt: skip


def test_two_parsers_read_the_dates_of_random_plans(
    calls: Any, dates_data: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    """The same days, texts and numbers, whatever was typed, in every time zone."""
    random = Random(f"{SEED} calendar")
    caution, events = caution_of(calls["Europe/London"]), 0
    for number in range(PLANS):
        call = [*calls.values()][number % len(calls)]
        plan, _ = random_plan(random)
        items = call("/tests/in_bulk.js", "itemsOf", dates_data, plan, random.sample(NASTY, 5))
        about = {**ABOUT, "planId": plan["id"], "revision": plan["revision"]}
        text = call(MODULE, "calendarOf", items, {**about, "name": random.choice(NASTY)})
        lines = lines_of(text)
        ours = {
            f"{plan['id']}-{item['id']}@gp-migration-guide": expected(item, plan, caution)
            for item in items
        }
        assert len(ours) == len(items) == lines.count(b"BEGIN:VEVENT")
        assert read_with_icalendar(text) == ours, json.dumps(plan)
        assert read_with_ical(text) == ours, json.dumps(plan)
        events += len(items)
    with capsys.disabled():
        print(f"\n{PLANS} calendar files, {events} events: two parsers agree", end=" ")


def caution_of(call: Any) -> str:
    return str(call("/tests/in_bulk.js", "caution"))


def expected(item: dict[str, Any], plan: dict[str, Any], caution: str) -> tuple[Any, ...]:
    first = date.fromisoformat(item["date"])
    last = max(first, date.fromisoformat(item["end"] or item["date"]))
    notes = plain(item["notes"])
    description = f"{notes}\n\n{caution}" if notes else caution
    span: tuple[date, date] = first, last + timedelta(days=1)
    if "start" in item:
        local = datetime.combine(first, time(), LONDON) + timedelta(minutes=item["start"])
        begins = local.astimezone(UTC)
        span = begins, begins + timedelta(minutes=item["minutes"])
    alarms = [timedelta(days=-7, hours=9)] if item.get("isReminded") else []
    shown = "OPAQUE" if item.get("isBusy") else "TRANSPARENT"
    about = item["title"], description, plan["revision"], NOW, shown, item.get("place", "")
    return *span, *about, alarms


def test_a_small_calendar_is_exactly_this(call: Any) -> None:
    """Every property, in its order."""
    caution = caution_of(call)
    items = [
        {"id": "go-live", "title": "Go Live", "date": "2027-06-08", "end": "", "notes": caution},
        {"id": "training", "title": "Core; training", "date": "2027-05-24", "end": "2027-06-07"},
    ]
    folded = (
        "DESCRIPTION:Suggested dates. Not NHS policy. Agree them with your ICB\\, bot\r\n"
        " h suppliers and your clinical safety officer."
    )
    events = [
        f"BEGIN:VEVENT\r\nUID:p1-{id}@gp-migration-guide\r\nSEQUENCE:7\r\n"
        "DTSTAMP:20261122T093005Z\r\nLAST-MODIFIED:20261122T093005Z\r\n"
        f"DTSTART;VALUE=DATE:{start}\r\nDTEND;VALUE=DATE:{end}\r\nSUMMARY:{title}\r\n{folded}\r\n"
        "TRANSP:TRANSPARENT\r\nX-MICROSOFT-CDO-BUSYSTATUS:FREE\r\nEND:VEVENT\r\n"
        for id, start, end, title in (
            ("go-live", "20270608", "20270609", "Go Live"),
            ("training", "20270524", "20270608", "Core\\; training"),
        )
    ]

    assert call(MODULE, "calendarOf", items, ABOUT) == (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
        "PRODID:-//GP clinical system migration guide//Dates//EN\r\nCALSCALE:GREGORIAN\r\n"
        f"X-WR-CALNAME:Go Live\r\n{''.join(events)}END:VCALENDAR\r\n"
    )


@pytest.mark.parametrize("text", NASTY)
def test_a_text_comes_back_as_it_was_typed(call: Any, text: str) -> None:
    """Title, note and name of the calendar; the control characters are gone."""
    items = [{"id": "a", "title": text, "date": "2027-10-31", "end": "2027-10-31", "notes": text}]

    written = call(MODULE, "calendarOf", items, {**ABOUT, "name": text})

    lines_of(written)
    calendar = icalendar.Calendar.from_ical(written)
    name = re.sub(r"\\(.)", lambda mark: mark[1].replace("n", "\n"), calendar["x-wr-calname"])
    assert name == str(calendar.walk("VEVENT")[0]["summary"]) == plain(text)
    assert len(calendar.walk("VEVENT")) == 1


@pytest.mark.parametrize(
    ("typed", "slot"),
    [
        ("12.30", [750, 60]),
        ("12:30", [750, 60]),
        ("9.30", [570, 60]),
        ("1.30", [810, 60]),  # nobody meets at half past one in the night
        ("2pm", [840, 60]),
        ("12pm", [720, 60]),
        ("12am to 1am", [0, 60]),
        ("2.15 PM", [855, 60]),
        ("14:00-14:45", [840, 45]),
        ("12.30pm to 1.15pm", [750, 45]),
        ("from 9.00 until 10.30", [540, 90]),
        ("", None),
        ("after surgery", None),
        ("12", None),
        ("25.00", None),
        ("9.75", None),
        ("2pm to 1pm", None),
        ("12.30 or 1.30", None),
        ("first 12.30, then see", None),
    ],
)
def test_a_slot_is_understood_or_left_alone(call: Any, typed: str, slot: list[int] | None) -> None:
    """As people type a time; what could be another is not guessed."""
    found = call("/js/exports/diary.js", "slotOf", typed)

    assert (found and [found["start"], found["minutes"]]) == slot


DATES = [
    {"id": "weekly-meetings-1", "title": "Weekly migration meetings", "date": "2027-03-11"},
    {"id": "critical-days", "title": "Critical days", "date": "2027-06-01"},
    {"id": "gate", "title": "Go or no-go", "date": "2027-05-27", "gate": True},
    {"id": "kick-off", "title": "Kick-off meeting", "date": "2027-03-02"},
    {"id": "links-off", "title": "Links switched off", "date": "2027-05-28"},
    {"id": "form", "title": "Form sent", "date": "2027-05-11", "rule": {"kind": "deadline"}},
    {"id": "late", "title": "Asked", "date": "2027-02-20", "rule": {"kind": "deadline"}},
    {"id": "done", "title": "Told", "date": "2027-05-11", "rule": {"kind": "deadline"},
     "status": "done"},
]  # fmt: skip


def diary(call: Any, weekly: dict[str, str], next_meeting: str = "", practice: str = "") -> Any:
    """By id, the entries of these dates."""
    fields = {name: {"value": value, "at": 1, "device": "d"} for name, value in weekly.items()}
    plan = {
        "practice": {"name": {"value": practice}},
        "meetings": {"weekly": fields, "next": {"date": {"value": next_meeting}}},
    }
    dates = [{"end": "", "notes": "", **one} for one in DATES]
    found = call("/js/exports/diary.js", "diaryOf", dates, plan, "2027-02-14")
    return {one["id"]: one for one in found}


def test_meetings_and_critical_days_take_the_day_and_deadlines_are_announced(call: Any) -> None:
    """A milestone must not block a diary; what is done or nearly past needs no reminder."""
    found = diary(call, {})

    busy = {"weekly-meetings-1", "critical-days", "gate", "kick-off"}
    assert {id for id, one in found.items() if one["isBusy"]} == busy
    assert {id for id, one in found.items() if one["isReminded"]} == {"form"}


def test_a_weekly_meeting_has_the_slot_that_was_typed(call: Any) -> None:
    """Time, place and link; the next meeting too, unless it is one of them."""
    weekly = {"time": "12.30pm", "place": "Room 2", "link": "Dial 200"}
    found = diary(call, weekly, "2027-03-09")

    for id in ("weekly-meetings-1", "next-meeting"):
        one = found[id]
        assert (one["start"], one["minutes"], one["place"]) == (750, 60, "Room 2")
        assert one["notes"].startswith("Dial 200")
    assert "start" not in found["kick-off"]
    assert "next-meeting" not in diary(call, weekly, "2027-03-11")


def test_a_slot_that_is_not_understood_is_said_as_it_was_typed(call: Any) -> None:
    """All day, with the words beside it."""
    one = diary(call, {"time": "after surgery"})["weekly-meetings-1"]

    assert "start" not in one
    assert one["notes"].startswith("after surgery")


@pytest.mark.parametrize(
    ("practice", "title"),
    [("Riverside", "Migration: Form sent (Riverside)"), ("", "Migration: Form sent")],
)
def test_an_entry_says_whose_it_is(call: Any, practice: str, title: str) -> None:
    """In a diary that several practices share, too."""
    assert diary(call, {}, practice=practice)["form"]["title"] == title
