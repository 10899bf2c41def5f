"""The cases worked by hand: every sentence that must follow from a plan, and no other."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.schedule.plans import field

CASES = yaml.load(
    (Path(__file__).parents[1] / "cases/limits.yml").read_text("utf-8"), yaml.CBaseLoader
)
BULK = "/tests/judging.js"
KNOWN = ("the full data", "the planning data")

pytestmark = pytest.mark.browser


def plan_of(case: dict[str, Any]) -> dict[str, Any]:
    """The plan that a case describes."""
    agreed = {
        id: {"date": field(day), "state": field("agreed")}
        for id, day in case.get("agreed", {}).items()
    }
    done = {id: {"done": field(day)} for id, day in case.get("done", {}).items()}
    return {
        "goLive": field(case["go_live"]),
        "milestones": agreed | done,
        "choices": {id: field(value) for id, value in case.get("choices", {}).items()},
        "parties": {id: {"asked": field(day)} for id, day in case.get("asked", {}).items()},
        "events": {},
        "leave": {
            f"l{number}": {"person": field(who), "from": field(first), "to": field(last)}
            for number, (who, (first, last)) in enumerate(case.get("leave", {}).items())
        },
        "practice": {},
    }


@pytest.fixture(scope="module")
def judged(calls: Any) -> dict[str, Any]:
    """By case, what the page says of it."""
    call = calls["Europe/London"]
    return {
        case["case"]: call(BULK, "planningFor", *KNOWN, plan_of(case), case["entered_on"])
        for case in CASES
    }


@pytest.mark.parametrize(
    ("case", "part"),
    [
        pytest.param(case, part, id=f"{case['case']}: {part}")
        for case in CASES
        for part in ("limits", "late", "third", "earliest")
        if part in case
    ],
)
def test_a_case_worked_by_hand_says_what_it_must(
    judged: dict[str, Any], case: dict[str, Any], part: str
) -> None:
    """Each sentence, in order, with its amounts and dates, and no other."""
    assert judged[case["case"]][part] == case[part]


@pytest.mark.parametrize(
    "case", [case for case in CASES if "clashes" in case], ids=lambda case: case["case"]
)
def test_a_case_worked_by_hand_names_what_is_in_the_way(
    judged: dict[str, Any], case: dict[str, Any]
) -> None:
    """Each kind of clash, in order, each once; leave says whom and what it meets."""
    found = judged[case["case"]]

    assert found["titles"] == case["clashes"]
    assert case.get("says", found["clashes"][-1]) == found["clashes"][-1]
