"""Merging: the later change of a field wins, nothing is lost, and the order does not matter."""

from __future__ import annotations

import copy
import random
from typing import Any

import pytest

Plan = dict[str, Any]


@pytest.fixture
def merge(module: Any) -> Any:
    """Give the module under test."""
    return module("plan/merge.js")


def field(value: str, at: int, device: str) -> dict[str, Any]:
    """Make a field as a plan holds it."""
    return {"value": value, "at": at, "device": device}


def plan(**parts: Any) -> Plan:
    """Make as much of a plan as a case needs."""
    return {"format": "gp-migration-plan", "schema": 1, "id": "p1", "revision": 0, **parts}


CASES = [
    ("the later change wins", field("A", 1, "z"), field("B", 2, "a"), "B"),
    ("at one moment the device decides", field("B", 1, "a"), field("A", 1, "b"), "A"),
    ("on one device the value decides", field("A", 1, "a"), field("B", 1, "a"), "B"),
    ("what was emptied later is empty", field("A", 1, "a"), field("", 2, "a"), ""),
]


@pytest.mark.parametrize(("name", "one", "other", "value"), CASES)
def test_one_of_two_changes_wins(
    merge: Any, name: str, one: dict[str, Any], other: dict[str, Any], value: str
) -> None:
    """The same one whichever plan comes first."""
    both = merge.each(
        "mergePlans",
        [
            [plan(goLive=one), plan(goLive=other)],
            [plan(goLive=other), plan(goLive=one)],
        ],
    )

    assert [merged["goLive"]["value"] for merged in both] == [value, value], name


def test_records_fields_and_told_entries_are_united(merge: Any) -> None:
    """What only one of them knows is kept, ids that nobody knows too."""
    first = {"id": "a", "date": "2027-06-08", "on": "2027-03-02", "at": 1, "device": "d"}
    second = {"id": "b", "date": "2027-06-15", "on": "2027-04-02", "at": 2, "device": "e"}
    one = plan(
        revision=2,
        tasks={"t1": {"state": field("done", 1, "d")}, "gone": {"state": field("done", 1, "d")}},
        parties={"pcse": {"told": [second]}},
    )
    other = plan(
        revision=5,
        tasks={"t1": {"owner": field("Manager", 1, "e")}},
        parties={"pcse": {"told": [first]}, "nhs-111": {"told": [first]}},
    )

    assert merge.mergePlans(one, other) == plan(
        revision=5,
        tasks={
            "t1": {"state": field("done", 1, "d"), "owner": field("Manager", 1, "e")},
            "gone": {"state": field("done", 1, "d")},
        },
        parties={"pcse": {"told": [first, second]}, "nhs-111": {"told": [first]}},
    )


def test_a_record_may_have_a_field_whose_name_is_at(merge: Any) -> None:
    """An event's own time is no stamp."""
    one = plan(events={"e1": {"at": field("10am", 1, "d")}})
    other = plan(events={"e1": {"at": field("11am", 2, "d"), "title": field("Visit", 1, "d")}})

    assert merge.mergePlans(one, other) == other


def test_the_same_plan_comes_back_when_there_is_nothing_new(tabs: Any) -> None:
    """The very object, so that a store knows that it has nothing to save."""
    same = tabs("""
        const {mergePlans} = await import('/js/plan/merge.js')
        const stamp = {at: 1, device: 'd1'}
        const old = plan.addTold(plan.withValue(plan.emptyPlan('p1'), 'tasks/t1/owner', 'A', stamp),
          'pcse', {id: 'a', date: '2027-06-08', on: '2027-03-02', ...stamp})
        const newer = plan.withValue(old, 'tasks/t1/owner', 'B', {at: 2, device: 'd1'})
        const copy = structuredClone(newer)
        return [mergePlans(newer, old) === newer, mergePlans(newer, copy) === newer, mergePlans(old, newer) === old]""")

    assert same == [True, True, False]


def random_plan(chance: random.Random) -> Plan:
    """Fill a few fields, so few that plans meet in moment, device and value."""

    def some_field() -> dict[str, Any]:
        made = field(chance.choice("ABC"), chance.randrange(3), chance.choice("de"))
        return made | ({"by": chance.choice("xy")} if chance.random() < 0.3 else {})

    def some_record(names: str) -> dict[str, Any]:
        return {name: some_field() for name in names if chance.random() < 0.6}

    def some_told() -> list[dict[str, Any]]:
        ids = [name for name in "abc" if chance.random() < 0.5]
        entries = [
            {"id": name, "date": chance.choice("12"), "at": chance.randrange(3), "device": "d"}
            for name in ids
        ]
        return sorted(entries, key=lambda entry: (entry["at"], entry["id"]))

    return plan(
        id=chance.choice(["p1", "p2"]),
        revision=chance.randrange(3),
        tasks={name: some_record("so") for name in "tuv" if chance.random() < 0.7},
        parties={"p": {"told": some_told(), **some_record("c")}},
        **({"goLive": some_field()} if chance.random() < 0.7 else {}),
    )


def test_the_order_of_merging_never_matters(merge: Any) -> None:
    """300 random plans: a+b = b+a, (a+b)+c = a+(b+c), a+a = a, and a+b adds nothing to itself."""
    chance = random.Random(300)
    plans = [random_plan(chance) for _ in range(300)]
    others = plans[1:] + plans[:1]
    thirds = plans[2:] + plans[:2]

    def merged(ones: list[Plan], twos: list[Plan]) -> list[Plan]:
        return merge.each("mergePlans", [[a, b] for a, b in zip(ones, twos, strict=True)])

    both = merged(plans, others)

    assert merged(others, plans) == both
    assert merged(both, thirds) == merged(plans, merged(others, thirds))
    assert merged(plans, copy.deepcopy(plans)) == plans
    assert merged(both, plans) == both
