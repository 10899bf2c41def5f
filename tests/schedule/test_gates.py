"""The gates beside the dates: none waits for what comes later, none counts an old tick."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import pytest

from macros.catalogue import Gate
from tests.conftest import our_catalogue
from tests.schedule.oracle import CUTOVER_WORKING_DAYS, Oracle
from tests.schedule.plans import field

OURS = our_catalogue()
ROOMY = [cutover for cutover in CUTOVER_WORKING_DAYS if cutover != "two-weeks"]
"""Two weeks leave no room for the second check: the page says so as a limit that is broken."""
OLD = ("decision-and-funding", "ordering", "kick-off", "technical-survey")


def plan_with(cutover: str) -> dict[str, Any]:
    """A plan for 8 June 2027, with one way of cutting over."""
    return {"goLive": field("2027-06-08"), "choices": {"cutover": field(cutover)}}


@pytest.mark.parametrize("cutover", ["", *ROOMY])
@pytest.mark.parametrize("gate", OURS.gates, ids=lambda gate: gate.id)
def test_no_gate_waits_for_a_task_that_is_due_after_it(gate: Gate, cutover: str) -> None:
    """By the second calculation, whatever the cutover is, where the checks themselves fit."""
    oracle = Oracle(plan_with(cutover), "2027-03-16")
    due = {
        one.task: oracle.count(asdict(rule)).on
        for one in gate.of_tasks
        if one.task and (rule := OURS.task(one.task).due)
    }

    late = {task: day for task, day in due.items() if day > oracle.at(gate.milestone).on}

    assert due
    assert late == {}


@pytest.mark.parametrize("gate", OURS.gates, ids=lambda gate: gate.id)
def test_no_gate_counts_a_tick_of_the_first_weeks(gate: Gate) -> None:
    """What was started at the kick-off is asked again at the gate, as it stands that day."""
    tasks = [OURS.task(one.task) for one in gate.of_tasks if one.task]

    assert [task.id for task in tasks if task.phase in OLD] == []
    assert len(gate.of_the_day) >= 3


@pytest.mark.parametrize("gate", OURS.gates, ids=lambda gate: gate.id)
def test_what_is_said_of_today_hangs_on_no_task(gate: Gate) -> None:
    """A sentence with "today" is answered at the meeting."""
    assert [one.says for one in gate.of_tasks if "today" in one.says] == []
    assert any("way back" in one.says and "today" in one.says for one in gate.of_the_day)


@pytest.mark.parametrize("words", ["PCSE", "Where the practice dispenses"])
def test_the_last_copy_waits_for_pcse_and_the_dispensary(words: str) -> None:
    """Both are asked at gate 2."""
    assert any(words in one.says for one in OURS.gate("cutover-gate").must_be_true)


def test_a_no_on_the_eve_of_go_live_says_how_to_go_back_and_who_rings() -> None:
    """Rollback and the calls, on the sheet itself."""
    steps = " ".join(OURS.gate("go-live-gate").if_no)

    assert "rollback plan" in steps
    assert "opens the old system for writing again" in steps
    assert steps.count(" rings ") >= 3
