"""The dates of random plans agree with a second implementation, in three time zones."""

from __future__ import annotations

import json
import os
import time
from random import Random
from typing import Any

import pytest

from tests.schedule.oracle import Oracle
from tests.schedule.plans import random_plan, random_rule

SEED = int(os.environ.get("GP_SEED", "20261122"))
COUNT = 100_000 if os.environ.get("GP_LONG") else 5_000
AT_ONCE = 500
ZONES = ("Europe/London", "Pacific/Auckland", "America/Los_Angeles")

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("zone", ZONES)
def test_random_plans_have_the_dates_of_the_oracle(
    calls: Any, dates_data: Any, zone: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every day of every plan: date, end, reason, state, and what it hangs on."""
    random = Random(f"{SEED} {zone}")
    start, days = time.perf_counter(), 0
    count = COUNT // len(ZONES) + (zone == ZONES[0]) * (COUNT % len(ZONES))
    left = count
    while left:
        rows = [
            [*random_plan(random), [random_rule(random) for _ in range(5)]]
            for _ in range(min(left, AT_ONCE))
        ]
        ours = calls[zone]("/tests/in_bulk.js", "datePlans", dates_data, json.dumps(rows))
        assert len(ours) == len(rows)
        for (plan, today, dues), found in zip(rows, ours, strict=True):
            expected = Oracle(plan, today).said(dues)
            days += found.count("|") // 11
            assert found == expected, f"plan {json.dumps(plan)}, today {today}, {dues}"
        left -= len(rows)
    with capsys.disabled():
        seconds = time.perf_counter() - start
        print(f"\n{zone}: {count} plans, {days} days agree, seed {SEED}, {seconds:.1f} s", end=" ")
