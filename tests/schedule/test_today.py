"""What a plan asks for on a day: from the published dates, for a Go Live on Tuesday 8 June 2027."""

from __future__ import annotations

from typing import Any

import pytest

from tests.schedule.test_dates_of_a_plan import plan_of

GO_LIVE = "2027-06-08"
TASKS = {
    "cancel-repeat-dispensing": "See that repeat-dispensing issues are cancelled",
    "log-everyone-off": "Log everyone off for the last copy",
}
READING = "A named clinician reads 111, out-of-hours and paper results, and signs."
HUDDLE = "Hold the ten-minute huddle."

pytestmark = pytest.mark.browser


def agenda(call: Any, data: Any, today: str, **parts: Any) -> Any:
    plan = plan_of(GO_LIVE, **{"tasks": {}, "actions": {}, **parts})
    return call("/tests/agenda.js", "agenda", data, plan, TASKS, today)


def field(value: str) -> dict[str, Any]:
    return {"value": value, "at": 1, "device": "d"}


def titles(entries: list[dict[str, str]]) -> list[str]:
    return [one["title"] for one in entries]


def test_the_day_that_links_go_off(call_anywhere: Any, dates_data: Any) -> None:
    """Its dates, its tasks, and the reading that begins; the last copy is in the week ahead."""
    found = agenda(call_anywhere, dates_data, "2027-05-28")

    assert "Links switched off" in titles(found["today"])
    assert TASKS["cancel-repeat-dispensing"] in titles(found["today"])
    assert found["eachDay"] == [READING]
    assert {"2027-06-01"} >= {one["date"] for one in found["week"]}
    assert "Final data production" in titles(found["week"])
    assert found["says"] == "Today, Fri 28 May 2027:"


@pytest.mark.parametrize(
    ("today", "each_day"),
    [
        ("2027-05-27", []),
        ("2027-05-30", [READING]),
        ("2027-06-01", [READING, HUDDLE]),
        ("2027-06-10", [READING, HUDDLE]),
        ("2027-06-11", [HUDDLE]),
        ("2027-06-16", []),
    ],
    ids=["before", "a Sunday", "the last copy", "links tested", "after", "all entered"],
)
def test_what_is_asked_each_day(
    call: Any, dates_data: Any, today: str, each_day: list[str]
) -> None:
    """Results are read from links off until they are tested; the huddle lasts a week longer."""
    assert agenda(call, dates_data, today)["eachDay"] == each_day


def test_a_day_without_anything_names_the_next_date(call: Any, dates_data: Any) -> None:
    """Long before the start there is nothing to do today."""
    found = agenda(call, dates_data, "2026-11-26")

    assert (found["today"], found["eachDay"], found["week"]) == ([], [], [])
    assert found["says"] == "Nothing is due today, Thu 26 November 2026."
    assert found["next"]["title"] == "Business case approved"


def test_what_is_done_is_not_asked_for(call: Any, dates_data: Any) -> None:
    """A milestone that happened, a task that was ticked, an action that was removed."""
    found = agenda(
        call,
        dates_data,
        "2027-05-28",
        milestones={"links-off": {"done": field("2027-05-28")}},
        tasks={"cancel-repeat-dispensing": {"state": field("done")}},
        actions={
            "a": {"title": field("Ring the lab"), "due": field("2027-05-28")},
            "b": {"title": field("Gone"), "due": field("2027-05-28"), "removed": field("yes")},
        },
    )

    assert "Links switched off" not in titles(found["today"])
    assert TASKS["cancel-repeat-dispensing"] not in titles(found["today"])
    assert "Ring the lab" in titles(found["today"])
    assert "Gone" not in titles(found["today"])


@pytest.mark.parametrize(
    ("decision", "is_asked_for"),
    [
        ({}, True),
        ({"answer": "go"}, True),
        ({"answer": "go", "decidedBy": "Dr Lee", "date": "2027-06-07"}, False),
        ({"answer": "no", "decidedBy": "Dr Lee", "date": "2027-06-07"}, True),
    ],
    ids=["no answer", "an answer by nobody", "to go on", "to stop"],
)
def test_a_decision_is_asked_for_until_it_is_to_go_on(
    call: Any, dates_data: Any, decision: dict[str, str], is_asked_for: bool
) -> None:
    """With a name and a day; after a stop another decision has to come."""
    decided = {"go-live-gate": {name: field(value) for name, value in decision.items()}}
    found = agenda(call, dates_data, "2027-06-07", decisions=decided)

    assert ("Go or no-go for Go Live" in titles(found["today"])) == is_asked_for


def test_a_target_date_of_one_s_own_goes_before_the_rule(call: Any, dates_data: Any) -> None:
    """Whoever dated a task is reminded of it then."""
    own = {"cancel-repeat-dispensing": {"due": field("2027-06-02")}}

    assert TASKS["cancel-repeat-dispensing"] in titles(
        agenda(call, dates_data, "2027-06-02", tasks=own)["today"]
    )
