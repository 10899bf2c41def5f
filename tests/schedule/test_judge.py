"""Limits, notices, clashes and oddities of random plans agree with a second implementation."""

from __future__ import annotations

import json
import os
import time
from random import Random
from typing import Any

import pytest

from tests.schedule.judge import Judge
from tests.schedule.plans import random_full_plan

SEED = int(os.environ.get("GP_SEED", "20261122"))
COUNT = 100_000 if os.environ.get("GP_LONG") else 5_000
AT_ONCE = 250
EVERY = 50  # for how many plans the earliest Go Live is looked for, day by day
BULK = "/tests/judging.js"

pytestmark = pytest.mark.browser


def test_random_plans_are_judged_as_the_oracle_does(
    call: Any, dates_data: Any, planning_data: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every limit, notice, third check, oddity and clash of every plan."""
    random = Random(f"{SEED} judge")
    start, said = time.perf_counter(), 0
    for first in range(0, COUNT, AT_ONCE):
        numbers = range(first, min(first + AT_ONCE, COUNT))
        rows = [[*random_full_plan(random), number % EVERY == 0] for number in numbers]
        ours = call(BULK, "judgePlans", dates_data, planning_data, json.dumps(rows))
        for (plan, today, asks), found in zip(rows, ours, strict=True):
            judge = Judge(plan, today)
            expected = judge.verdicts()
            if asks:
                anew = judge.earliest(False)
                kept = judge.earliest(True) if judge.firm else anew
                expected.append(f"earliest|{kept}|{anew}")
            said += len(expected)
            assert found.split("\n") == expected, f"plan {json.dumps(plan)}, today {today}"
    with capsys.disabled():
        seconds = time.perf_counter() - start
        print(f"\n{COUNT} plans, {said} verdicts agree, seed {SEED}, {seconds:.1f} s", end=" ")


def test_random_moves_of_go_live_keep_their_promises(
    call: Any, dates_data: Any, planning_data: Any
) -> None:
    """There and back nothing changes; the preview is what Apply does; nobody told is missing."""
    random = Random(f"{SEED} moves")
    left = COUNT
    while left:
        rows = []
        for _ in range(min(left, AT_ONCE)):
            plan, today = random_full_plan(random)
            rows.append([plan, today, random_full_plan(random)[0]["goLive"]["value"]])
        wrong = call(BULK, "propertiesOf", dates_data, planning_data, json.dumps(rows))
        assert wrong == {name: [] for name in wrong}, [
            (name, rows[numbers[0]]) for name, numbers in wrong.items() if numbers
        ]
        left -= len(rows)
