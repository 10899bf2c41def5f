"""The picture of a plan's phases: everything stands where its date puts it."""

from __future__ import annotations

import re
from typing import Any

import pytest

from macros.render.timeline import timeline
from tests.conftest import our_catalogue
from tests.schedule.test_dates_of_a_plan import pinned, plan_of

PICTURE = "/tests/picture_of.js"
GO_LIVE = "2027-06-08"

pytestmark = pytest.mark.browser


def picture(call: Any, data: Any, today: str = "2027-03-16", **parts: Any) -> Any:
    return call(PICTURE, "picture", data, plan_of(GO_LIVE, **parts), today)


def test_each_phase_has_a_bar_at_its_days(call_anywhere: Any, dates_data: Any) -> None:
    """Two bars are as far apart as their dates, in every time zone."""
    drawn = picture(call_anywhere, dates_data)
    days, bars = drawn["starts"], drawn["bars"]
    share = bars["go-live"]["width"]  # of one day
    places = {id: (bars[id]["x"] - bars["go-live"]["x"]) / share for id in days}

    assert len(bars) == 15
    for id, place in places.items():
        assert place == pytest.approx(days[id] - days["go-live"], rel=0.03, abs=0.5)


def test_the_reader_s_picture_is_like_the_one_of_the_page(call: Any, dates_data: Any) -> None:
    """Bank holidays apart, which the build does not know."""
    drawn = picture(call, dates_data)
    page = re.findall(
        r'data-phase="([\w-]+)".*?x="([\d.]+)%" width="([\d.]+)%"', timeline(our_catalogue())
    )

    for id, x, width in page:
        assert drawn["bars"][id]["x"] == pytest.approx(float(x), abs=2.5)
        assert drawn["bars"][id]["width"] == pytest.approx(float(width), abs=2.5)


def test_both_marked_days_stand_where_their_bars_begin(call: Any, dates_data: Any) -> None:
    """Final data production and Go Live, alike."""
    drawn = picture(call, dates_data)

    assert drawn["marks"] == {id: drawn["bars"][id]["x"] for id in drawn["marks"]}
    assert list(drawn["marks"]) == ["final-data-production", "go-live"]


def test_every_bank_holiday_in_the_picture_is_named(call: Any, dates_data: Any) -> None:
    """Those of the plan's part of the United Kingdom, in order."""
    drawn = picture(call, dates_data)

    assert [off["words"] for off in drawn["daysOff"]] == [
        "Fri 25 December",
        "Mon 28 December",
        "Fri 1 January",
        "Fri 26 March",
        "Mon 29 March",
        "Mon 3 May",
        "Mon 31 May",
        "Mon 30 August",
    ]


def test_every_eighth_week_from_go_live_has_its_day(call: Any, dates_data: Any) -> None:
    """There is room for no more."""
    drawn = picture(call, dates_data)

    said = [tick["words"] for tick in drawn["ticks"] if tick["words"]]
    assert said == ["22 Dec", "16 Feb", "13 Apr", "8 Jun", "3 Aug"]


def test_every_week_has_a_line_and_every_fourth_its_day(call: Any, dates_data: Any) -> None:
    """Those between are left out where the picture is narrow."""
    drawn = picture(call, dates_data)

    assert len(drawn["weeks"]) >= 37  # 22 December to 6 September
    assert [tick["between"] for tick in drawn["ticks"] if tick["between"]] == [
        "19 Jan",
        "16 Mar",
        "11 May",
        "6 Jul",
        "31 Aug",
    ]


def clash(title: str, start: str, end: str, kind: str = "period") -> dict[str, str]:
    """What is in the way."""
    return {"kind": kind, "title": title, "from": start, "to": end}


def test_what_is_in_the_way_has_a_bar_with_its_days(call: Any, dates_data: Any) -> None:
    """In order, each once, cut at an edge; bank holidays are shaded and have none."""
    clashes = [
        clash("Inspection visit", "2027-06-08", "2027-06-08", "event"),
        clash("Inspection visit", "2027-06-08", "2027-06-08", "event"),
        clash("Half-term", "2027-05-24", "2027-06-04"),
        clash("Bank holiday", "2027-05-31", "2027-05-31", "holiday"),
        clash("Long ago", "2026-01-01", "2026-01-02"),
        clash("A long time", "2026-01-01", "2028-01-01"),
    ]

    drawn = call(PICTURE, "picture", dates_data, plan_of(GO_LIVE), "2027-03-16", clashes)
    bars = drawn["clashes"]

    assert [(bar["title"], bar["when"]) for bar in bars] == [
        ("A long time", "1 January to 1 January"),
        ("Half-term", "24 May to 4 June"),
        ("Inspection visit", "Tue 8 June"),
    ]
    assert (bars[0]["x"], bars[0]["width"]) == (0, 100)
    assert bars[2]["x"] == drawn["marks"]["go-live"]
    assert bars[2]["width"] == drawn["bars"]["go-live"]["width"]


def test_the_picture_has_room_for_six_things_in_the_way(call: Any, dates_data: Any) -> None:
    """The list below it has them all."""
    many = [clash(f"Visit {n}", f"2027-05-1{n}", f"2027-05-1{n}", "event") for n in range(9)]

    drawn = call(PICTURE, "picture", dates_data, plan_of(GO_LIVE), "2027-03-16", many)

    assert len(drawn["clashes"]) == 6


@pytest.mark.parametrize(
    ("today", "is_there"), [("2027-03-16", True), ("2026-11-22", False), ("2028-01-01", False)]
)
def test_today_is_marked_while_it_is_in_the_picture(
    call: Any, dates_data: Any, today: str, is_there: bool
) -> None:
    """Before and after, there is no place for it."""
    mark = picture(call, dates_data, today).get("today")

    assert (mark is not None) is is_there


def test_a_date_that_was_agreed_moves_its_bar(call: Any, dates_data: Any) -> None:
    """And the picture grows when a date lies outside it."""
    moved = pinned("business-case-approved", date="2026-06-01", state="agreed")

    before = picture(call, dates_data)
    after = picture(call, dates_data, milestones=moved)

    assert after["bars"]["decision-and-funding"]["width"] > 40
    assert after["bars"]["go-live"]["width"] < before["bars"]["go-live"]["width"]
    assert all(0 < bar["x"] < 100 for bar in after["bars"].values())


def test_a_phase_that_would_end_before_it_begins_is_a_day_wide(call: Any, dates_data: Any) -> None:
    """Dates that were agreed out of order are told elsewhere; the bar stays a bar."""
    late = pinned("business-case-approved", date="2027-05-03", state="agreed")

    drawn = picture(call, dates_data, milestones=late)

    assert drawn["bars"]["decision-and-funding"]["width"] == drawn["bars"]["go-live"]["width"]


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2027-01-12", "12 January to 2 February"),
        ("2027-02-02", "Tue 2 February"),
        ("2027-02-09", "Ends 2 February, before it begins on 9 February: look at both dates"),
    ],
)
def test_a_phase_says_when_it_is_also_where_its_dates_are_out_of_order(
    call: Any, dates_data: Any, date: str, words: str
) -> None:
    """A range that runs backwards would be read as a range."""
    agreed = pinned("business-case-approved", date=date, state="agreed")
    given = (dates_data, plan_of(GO_LIVE, milestones=agreed), "2027-03-16", "decision-and-funding")

    assert call("/tests/judging.js", "phaseWordsOf", *given) == words
