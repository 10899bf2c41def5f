"""The critical days one by one: none of them is empty, and none says why somebody is away."""

from __future__ import annotations

from typing import Any

import pytest

from tests.schedule.plans import field
from tests.schedule.test_dates_of_a_plan import plan_of

CRITICAL = "/tests/critical_of.js"
GO_LIVE = "2027-06-08"
NOT_MOVED = "What is entered in the old system does not move"
EMPTY: dict[str, Any] = {"leave": {}, "events": {}, "seats": {}, "meetings": {}, "tasks": {}}

pytestmark = pytest.mark.browser


@pytest.fixture
def critical(call: Any, full_data: Any, planning_data: Any) -> Any:
    """Work out the critical days of a plan, by date."""

    def work(**parts: Any) -> dict[str, Any]:
        plan = plan_of(GO_LIVE, **{**EMPTY, **parts})
        found = call(CRITICAL, "critical", full_data, planning_data, plan)
        return {day["date"]: day for day in found}

    return work


def test_every_day_says_what_happens_who_is_needed_and_what_is_asked(critical: Any) -> None:
    """From links off, when results come on paper, to two working days after Go Live."""
    days = critical()

    assert (len(days), min(days), max(days)) == (14, "2027-05-28", "2027-06-10")
    for day in days.values():
        assert day["happens"], day["date"]
        assert day["needed"], day["date"]
        assert "Results read and signed: name the clinician" in day["asks"]


@pytest.mark.parametrize(
    ("date", "happens"),
    [
        ("2027-06-01", ["Core training goes on", "Final data production"]),
        ("2027-06-03", ["Core training goes on", NOT_MOVED]),
        ("2027-06-09", ["Urgent items entered", "Lighter clinics, catch-up slots"]),
    ],
)
def test_a_day_says_what_happens(critical: Any, date: str, happens: list[str]) -> None:
    """Milestones of the day, what goes on, and what the days between have in common."""
    assert critical()[date]["happens"] == happens


def test_a_weekend_is_closed_and_still_has_work(critical: Any) -> None:
    """Results come, a clinician reads them, and suppliers may go on; there is no huddle."""
    days = critical()

    assert days["2027-06-05"]["off"] == "Weekend, practice closed"
    assert days["2027-06-05"]["happens"] == [
        "Out-of-hours reports and results still come",
        "Suppliers may go on with copy and load",
    ]
    assert days["2027-06-05"]["asks"] == ["Results read and signed: name the clinician"]
    assert days["2027-06-05"]["needed"] == "Project manager, Lead GP, New supplier"
    assert days["2027-06-04"]["off"] == ""


def test_before_the_last_copy_results_are_read_and_nothing_is_copied(critical: Any) -> None:
    """Links are off over a bank holiday: the days that nobody thinks of."""
    days = critical()

    assert days["2027-05-31"]["off"] == "Bank holiday, practice closed"
    for date in ("2027-05-28", "2027-05-29", "2027-05-30", "2027-05-31"):
        assert days[date]["asks"] == ["Results read and signed: name the clinician"]
        assert "Suppliers may go on with copy and load" not in days[date]["happens"]


def test_a_bank_holiday_in_the_cutover_is_closed_too(critical: Any) -> None:
    """Two weeks before 8 June take in 31 May."""
    days = critical(choices={"cutover": field("two-weeks")})

    assert days["2027-05-31"]["off"] == "Bank holiday, practice closed"


def test_the_huddle_and_the_clinician_are_named_on_each_day(critical: Any) -> None:
    """As the plan has them."""
    days = critical(
        meetings={"huddle": {"time": field("8am"), "place": field("Meeting room")}},
        tasks={"name-daily-clinician": {"owner": field("Dr Lee")}},
    )

    assert days["2027-06-03"]["asks"] == [
        "Ten-minute huddle, 8am, Meeting room",
        "Results read and signed by Dr Lee",
    ]


def test_tasks_stand_on_the_day_that_they_are_due(critical: Any) -> None:
    """Those of the planning too: logging off belongs to the day of the last copy."""
    tasks = critical()["2027-06-01"]["tasks"]

    assert "Log everyone off for the last copy" in tasks
    assert "List urgent referrals and results that are open" in tasks


def test_who_is_away_needs_cover_and_no_reason(critical: Any) -> None:
    """By the seat that the person has; on that day only."""
    leave = {"l1": {"person": field("Dr Shah"), "from": field("2027-06-07"), "to": field("")}}
    seat = {"name": field("Dr Shah")}

    days = critical(leave=leave, seats={"lead-gp": seat})
    covered = critical(leave=leave, seats={"lead-gp": {**seat, "cover": field("Dr Lee")}})

    assert days["2027-06-07"]["away"] == ["Dr Shah (Lead GP): cover needed"]
    assert days["2027-06-08"]["away"] == []
    assert "Lead GP: Dr Shah" in days["2027-06-07"]["needed"]
    assert covered["2027-06-07"]["away"] == ["Dr Shah (Lead GP): Dr Lee covers"]


def test_the_last_gate_needs_those_who_decide(critical: Any) -> None:
    """Both suppliers, the ICB, and the one who may stop it."""
    needed = critical()["2027-06-07"]["needed"]

    for title in ("Current supplier", "New supplier", "Integrated care board", "May stop"):
        assert title in needed
    assert "Clinical safety officer" in needed


def test_dispensary_and_branches_are_needed_where_somebody_leads_them(critical: Any) -> None:
    """On every working day since links went off: there is paper at each site."""
    named = {"dispensary-lead": {"name": field("Di")}, "branch-leads": {"name": field("Bo, Cy")}}

    without, days = critical(), critical(seats=named)

    for date in ("2027-05-28", "2027-06-03", "2027-06-08"):
        assert "Dispensary lead: Di, Branch leads: Bo, Cy" in days[date]["needed"]
        assert "Dispensary lead" not in without[date]["needed"]
    assert "Dispensary lead" not in days["2027-06-05"]["needed"]


def test_a_seat_that_the_practice_added_is_looked_at_too(critical: Any) -> None:
    """Whoever leads a branch is missed there; a seat that was taken away is not asked for."""
    leave = {"l1": {"person": field("Dee"), "from": field("2027-06-07"), "to": field("")}}
    branch = {"title": field("Branch lead, Ashby"), "name": field("Dee")}

    with_it = critical(leave=leave, seats={"own-1": branch})
    without = critical(leave=leave, seats={"own-1": {**branch, "removed": field("yes")}})

    assert with_it["2027-06-07"]["away"] == ["Dee (Branch lead, Ashby): cover needed"]
    assert without["2027-06-07"]["away"] == ["Dee"]
