"""The e-mail after a meeting: what was agreed, who does what, and what is still open."""

from __future__ import annotations

from typing import Any

import pytest

CAUTION = (
    "Suggested dates. Not NHS policy. "
    "Agree them with your ICB, both suppliers and your clinical safety officer."
)


@pytest.fixture
def summary(module: Any) -> Any:
    """Give the module under test."""
    return module("exports/summary.js")


def test_the_whole_email(summary: Any) -> None:
    """Heading, dates, agreed, actions by owner with no one last, not agreed, next meeting, caution."""
    text = summary.emailText(
        {
            "practice": "Riverside Surgery",
            "goLive": "2027-06-08",
            "dates": [{"title": "Technical survey", "date": "2027-03-05"}],
            "agreed": [{"title": "Choose the weekly slot", "note": "Tuesdays"}, {"title": "Agree Go Live"}],
            "actionsByOwner": [
                {"owner": "", "actions": [{"title": "Find a room", "due": ""}]},
                {"owner": "Manager", "actions": [{"title": "Order cards", "due": "2027-03-09"}]},
            ],
            "notAgreed": [{"title": "Agree the rollback"}],
            "nextMeeting": {"date": "2027-03-09", "day": "Tuesday", "time": "10am", "place": "Room 1"},
            "today": "2027-03-02",
        }
    )

    assert text == f"""Clinical system migration: Riverside Surgery, Tuesday 2 March 2027

Dates
- Go Live: Tuesday 8 June 2027 (14 weeks to go)
- Technical survey: Friday 5 March 2027

Agreed
- Choose the weekly slot: Tuesdays
- Agree Go Live

Actions

Manager
- Order cards, by Tue 9 March 2027

No one yet
- Find a room, no date yet

Not agreed yet
- Agree the rollback

Next meeting
- Tuesday 9 March 2027, 10am, Room 1

{CAUTION}
"""


def test_an_email_of_nothing_says_so(summary: Any) -> None:
    """No heading stands over an empty place."""
    text = summary.emailText(
        {
            "practice": "",
            "goLive": "",
            "agreed": [],
            "actionsByOwner": [],
            "notAgreed": [],
            "nextMeeting": {},
            "today": "2027-03-02",
        }
    )

    assert text == f"""Clinical system migration: our practice, Tuesday 2 March 2027

Dates
- Go Live: not set yet

Agreed
- Nothing yet

Actions
- Nothing yet

Not agreed yet
- None

Next meeting
- Not arranged yet

{CAUTION}
"""


def test_the_email_of_a_plan_groups_actions_by_owner(module: Any, summary: Any) -> None:
    """Practice, Go Live and the meetings come from the plan, the titles from the page."""
    plan = module("plan/plan.js").emptyPlan("p1")
    for path, value in (
        ("practice/name", "Riverside Surgery"),
        ("goLive", "2027-06-08"),
        ("meetings/weekly/day", "Tuesday"),
        ("meetings/weekly/time", "10am"),
        ("meetings/weekly/link", "https://meet.example/x"),
    ):
        plan = module("plan/plan.js").withValue(plan, path, value, {"at": 1, "device": "d1"})

    text = summary.emailOf(
        plan,
        {
            "agreed": [{"title": "Agree Go Live", "note": "Confirmed by both"}],
            "notAgreed": [{"title": "Agree the rollback"}],
            "actions": [
                {"title": "Order\ncards", "owner": "Manager", "due": "2027-03-09"},
                {"title": "Find a room", "owner": "", "due": ""},
                {"title": "Tell the lab", "owner": "Manager", "due": ""},
            ],
            "today": "2027-06-01",
        },
    )

    assert text == f"""Clinical system migration: Riverside Surgery, Tuesday 1 June 2027

Dates
- Go Live: Tuesday 8 June 2027 (1 week to go)

Agreed
- Agree Go Live: Confirmed by both

Actions

Manager
- Order cards, by Tue 9 March 2027
- Tell the lab, no date yet

No one yet
- Find a room, no date yet

Not agreed yet
- Agree the rollback

Next meeting
- every Tuesday, 10am, https://meet.example/x

{CAUTION}
"""
