"""How the decision of a gate stands: never one without a name and a day, whatever is ticked."""

from __future__ import annotations

from typing import Any

import pytest

GATE = "cutover-gate"
TODAY = "2027-05-27"
LACKS_BOTH = "Write down who decided and the day of the decision."
NOT_ALL = "Not every point of the day is answered with yes."
DECISIONS = [  # what is written down, names in the plan, the words, what is still missing
    ({}, [], "Not decided", ""),
    ({"decidedBy": "Dr Shah"}, [], "Not decided", ""),
    ({"answer": "go"}, [], "Not decided", f"{LACKS_BOTH} {NOT_ALL}"),
    (
        {"answer": "go", "decidedBy": "Dr Shah", "points": "yes"},
        [],
        "Not decided",
        "Write down the day of the decision.",
    ),
    (
        {"answer": "go", "date": TODAY, "points": "yes"},
        [],
        "Not decided",
        "Write down who decided.",
    ),
    (
        {"answer": "go", "decidedBy": "Dr Shah", "date": TODAY, "points": "yes"},
        ["Dr Shah"],
        "Decided: go on, by Dr Shah, on Thu 27 May 2027",
        "",
    ),
    (
        {"answer": "go", "decidedBy": "Dr Shah", "date": TODAY, "points": "no"},
        [],
        "Decided: go on, by Dr Shah, on Thu 27 May 2027",
        NOT_ALL,
    ),
    (
        {"answer": "go", "decidedBy": "Tom", "date": TODAY, "points": "yes"},
        ["Dr Shah", "Pat"],
        "Decided: go on, by Tom, on Thu 27 May 2027",
        "In your plan Dr Shah, Pat decide: name who did.",
    ),
    (
        {"answer": "go", "decidedBy": "dr shah and Pat", "date": TODAY, "points": "yes"},
        ["Dr Shah", "Pat"],
        "Decided: go on, by dr shah and Pat, on Thu 27 May 2027",
        "",
    ),
    (
        {"answer": "go", "decidedBy": "Dr Shah", "date": "2027-05-28", "points": "yes"},
        [],
        "Decided: go on, by Dr Shah, on Fri 28 May 2027",
        "Fri 28 May 2027 is still to come: record a decision when it is made.",
    ),
    ({"answer": "no"}, [], "Said: stop", LACKS_BOTH),  # a stop is never hidden
    (
        {"answer": "no", "decidedBy": "Dr Shah", "date": TODAY},
        [],
        "Decided: stop, by Dr Shah, on Thu 27 May 2027",
        "",
    ),
]


@pytest.fixture
def plan_with(module: Any) -> Any:
    """Make a plan with values at paths, each written at its moment."""

    def make(values: dict[str, str], at: int = 1) -> dict[str, Any]:
        plan = module("plan/plan.js").emptyPlan("p1")
        for path, value in values.items():
            stamp = {"at": at, "device": "d1"}
            plan = module("plan/plan.js").withValue(plan, path, value, stamp)
        return plan

    return make


@pytest.mark.parametrize("case", DECISIONS)
def test_a_decision_has_a_name_and_a_day(module: Any, plan_with: Any, case: Any) -> None:
    """Until then it is said what is missing, and what was typed stays in the plan."""
    written, deciders, words, lacks = case
    plan = plan_with({f"decisions/{GATE}/{name}": value for name, value in written.items()})

    stands = module("plan/decisions.js").decisionOf(plan, GATE, TODAY, deciders)

    assert (stands["words"], stands["lacks"]) == (words, lacks)
    assert stands["isStop"] is (written.get("answer") == "no")


def test_ticks_say_since_when_and_decide_nothing(module: Any, plan_with: Any) -> None:
    """A tick of the kick-off shows its age; what does not apply is no part of the count."""
    decisions = module("plan/decisions.js")
    old = plan_with({"tasks/one/state": "done"}, 5)
    both = module("plan/plan.js").withValue(
        old, "tasks/two/state", "done", {"at": 9, "device": "d1"}
    )
    plan = module("plan/plan.js").withValue(
        both, "tasks/three/state", "na", {"at": 9, "device": "d1"}
    )
    tasks = ["one", "two", "three", "four"]

    assert decisions.firstTick(plan, tasks) == 5
    assert decisions.tickedWords(plan, tasks, "2027-03-02") == (
        "Ticked: 2 of 3 tasks, the first on Tue 2 March 2027; 1 not applicable."
    )
    assert decisions.tickedWords(plan, ["four"], "1970-01-01") == "Ticked: 0 of 1 tasks."
    assert decisions.decisionOf(plan, GATE, TODAY, [])["words"] == "Not decided"
