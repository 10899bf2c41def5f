"""The reminders: calm, after a week or many changes, never without a change; and at closure."""

from __future__ import annotations

from typing import Any

import pytest

DAY = 86_400_000
NOW = 1_800_000_000_000
OVER = (
    "Go Live was 100 days ago. Is the migration over? "
    "Save a copy, then remove names, phones and leave."
)


@pytest.mark.parametrize(
    ("name", "ages", "copied", "words"),
    [
        ("nothing was entered", [], None, ""),
        ("a first change today", [0], None, ""),
        ("six days", [6], None, ""),
        ("a week", [7, 1], None, "No copy of this plan is in a file yet. 2 changes are in this browser only."),
        ("one change, a week ago", [7], None, "No copy of this plan is in a file yet. 1 change is in this browser only."),
        ("all is in the file", [9, 8], 7, ""),
        ("a fresh copy and a change", [3, 1], 2, ""),
        ("an old copy and a change", [30, 1], 20, "The last copy in a file is 20 days old. 1 change is in this browser only."),
        ("many changes today", [0.1] * 50, 0.5, "The last copy in a file is of today. 50 changes are in this browser only."),
        ("many, and a copy of yesterday", [0.1] * 60, 1, "The last copy in a file is 1 day old. 60 changes are in this browser only."),
        ("forty-nine changes", [0.1] * 49, None, ""),
        ("changes of a clock that is ahead", [-400] * 60, None, ""),
    ],
)
def test_who_is_reminded_of_a_copy(
    module: Any, name: str, ages: list[float], copied: float | None, words: str
) -> None:
    """Ages are days before now: of each change, and of the last copy."""
    tasks = {
        f"t{i}": {"state": {"value": "done", "at": int(NOW - age * DAY), "device": "d"}}
        for i, age in enumerate(ages)
    }
    at = None if copied is None else int(NOW - copied * DAY)

    said = module("plan/reminder.js").reminderWords({"id": "p", "tasks": tasks, "history": []}, at, NOW)

    assert said == words, name


@pytest.mark.parametrize(
    ("today", "plan", "words"),
    [
        ("2027-09-15", {}, ""),
        ("2027-09-15", {"goLive": "2027-06-08"}, ""),
        ("2027-09-15", {"goLive": "2027-06-08", "leave": {"l": {}}}, ""),
        ("2027-09-16", {"goLive": "2027-06-08", "leave": {"l": {}}}, OVER),
        ("2027-09-16", {"goLive": "2027-06-08", "people": {"p": {}}}, OVER),
        ("2027-09-16", {"goLive": "2027-06-08", "seats": {"lead-gp": {"name": "Dr Lee"}}}, OVER),
        ("2027-09-16", {"goLive": "2027-06-08", "seats": {"lead-gp": {"organisation": "X"}}}, ""),
    ],
    ids=["no date", "nobody", "too early", "leave", "people", "a seat", "an empty seat"],
)
def test_at_closure_the_question_about_people_is_asked(
    module: Any, today: str, plan: dict[str, Any], words: str
) -> None:
    """A hundred days after Go Live, while somebody is in the plan."""

    def fields(part: Any) -> Any:
        if isinstance(part, str):
            return {"value": part, "at": 1, "device": "d"}
        return {name: fields(value) for name, value in part.items()}

    whole = {"people": {}, "leave": {}, "seats": {}, **fields(plan)}

    assert module("plan/reminder.js").closingWords(whole, today) == words
