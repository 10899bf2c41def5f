"""What a decision came to: words where the plan has a place for it, and silence elsewhere."""

from __future__ import annotations

from typing import Any

import pytest

from tests.conftest import our_catalogue

TUESDAYS = {
    "meetings/weekly/day": "Tuesday",
    "meetings/weekly/time": "12:30pm",
    "meetings/weekly/place": "Meeting room",
}
OUTCOMES = [  # task, what is written down, what it came to
    ("agree-go-live-date", {"goLive": "2027-06-08"}, "Tue 8 June 2027"),
    ("name-project-lead", {"seats/project-manager/name": "Pat"}, "Pat"),
    (
        "name-lead-gp",
        {"seats/lead-gp/name": "Dr Shah", "seats/lead-gp/cover": "Dr Lee"},
        "Dr Shah (cover Dr Lee)",
    ),
    ("name-lead-gp", {"seats/lead-gp/cover": "Dr Lee"}, ""),
    ("choose-weekly-slot", TUESDAYS, "every Tuesday, 12:30pm, Meeting room"),
    ("choose-weekly-slot", {"meetings/weekly/time": "noon"}, "noon"),
    ("choose-weekly-slot", {"meetings/weekly/link": "Dial 200"}, ""),
    (
        "name-who-tells",
        {"seats/tells-third-parties/name": "Tess", "seats/tells-patients/name": "Pia"},
        "third parties: Tess; patients: Pia",
    ),
    ("name-who-tells", {"seats/tells-patients/name": "Pia"}, "patients: Pia"),
    ("name-who-may-stop", {"seats/may-stop/name": "Dr Lee"}, "Dr Lee"),
]
WITH_A_PLACE = list(dict.fromkeys(task for task, _, _ in OUTCOMES))


@pytest.fixture
def outcomes(module: Any) -> Any:
    """Give the module under test."""
    return module("plan/outcomes.js")


@pytest.fixture
def plan_of(module: Any) -> Any:
    """Make a plan with values at paths."""

    def make(values: dict[str, str]) -> dict[str, Any]:
        plan = module("plan/plan.js").emptyPlan("p1")
        for path, value in values.items():
            plan = module("plan/plan.js").withValue(plan, path, value, {"at": 1, "device": "d1"})
        return plan

    return make


@pytest.mark.parametrize(("task", "values", "words"), OUTCOMES)
def test_what_a_decision_came_to(
    outcomes: Any, plan_of: Any, task: str, values: dict[str, str], words: str
) -> None:
    """A name with its cover, a date, a slot: as far as they are written down."""
    assert outcomes.outcomeOf(plan_of(values), task) == words


@pytest.mark.parametrize("task", WITH_A_PLACE)
def test_nothing_written_down_is_no_outcome(outcomes: Any, plan_of: Any, task: str) -> None:
    """Empty words, so that a tick alone can be told from an outcome."""
    assert outcomes.outcomeOf(plan_of({}), task) == ""


@pytest.mark.parametrize("task", ["name-critical-days", "toString", "__proto__", ""])
def test_a_task_without_a_place_has_no_outcome_to_miss(
    outcomes: Any, plan_of: Any, task: str
) -> None:
    """Nor has one whose id JavaScript gives a meaning to."""
    assert outcomes.outcomeOf(plan_of(TUESDAYS), task) is None


@pytest.mark.parametrize("task", WITH_A_PLACE)
def test_every_task_with_a_place_is_in_the_catalogue(task: str) -> None:
    """An id that is spelt otherwise there would never show its outcome."""
    assert task in {one.id for one in our_catalogue().tasks_of("kick-off", "decide")}


def test_the_slot_in_words(outcomes: Any, plan_of: Any) -> None:
    """The link stays out of it: not every reader of the words should have it."""
    assert outcomes.weeklyWords(plan_of({**TUESDAYS, "meetings/weekly/link": "Dial 200"})) == (
        "every Tuesday, 12:30pm, Meeting room"
    )
    assert outcomes.weeklyWords(plan_of({})) == ""


def test_filled_seats_stand_in_the_order_of_the_page(outcomes: Any, plan_of: Any) -> None:
    """A seat without a name is left out, whatever else is known of it."""
    plan = plan_of(
        {
            "seats/lead-gp/name": "Dr Shah",
            "seats/clerk/contact": "ext 101",
            "seats/may-stop/name": "Dr Shah",
            "seats/may-stop/cover": "Dr Lee",
        }
    )
    seats = [["may-stop", "May stop the migration"], ["clerk", "Clerk"], ["lead-gp", "Lead GP"]]

    assert outcomes.filledSeats(plan, seats) == [
        ["May stop the migration", "Dr Shah (cover Dr Lee)"],
        ["Lead GP", "Dr Shah"],
    ]
