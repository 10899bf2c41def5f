"""Merging two people's plans: the order never matters, nothing is lost, and what both changed is asked about."""

from __future__ import annotations

import json
import os
from typing import Any

import pytest

LONG = "GP_LONG" in os.environ
HISTORIES = 10_000 if LONG else 1_000
SEED = int(os.environ.get("GP_SEED", "20261122"))
BATCH = 500

# Three people start from one plan, each changes some fields, and now and then one opens another's file.
LAWS = """
const {unitePlans, undecided} = await import('/js/plan/union.js')
let state = argument.seed
const random = below => (state = (Math.imul(state, 1103515245) + 12345) >>> 0) % 65521 % below
const PATHS = ['goLive', 'practice/name', 'choices/access', 'tasks/t1/state', 'tasks/t1/notes', 'tasks/t2/owner',
  'actions/a1/title', 'actions/a2/due', 'seats/s1/name', 'parties/p1/contact']
const DATES = ['2027-06-08', '2027-07-13', '']
const wrong = {commutes: 0, associates: 0, repeats: 0, adds: 0, lost: 0, invented: 0, missed: 0, read: 0}
let conflicts = 0
let edits = 0
for (let run = 0; run < argument.runs; run++) {
  let time = 1000
  const edit = (p, path, device) => {
    time += random(3)
    edits += 1
    const value = /goLive|due/.test(path) ? DATES[random(3)] : 'v' + random(4)
    return plan.withValue(p, path, value, {at: time, by: device, device})
  }
  let start = plan.emptyPlan('p1')
  for (let i = random(6); i > 0; i--) start = edit(start, PATHS[random(10)], 'start')
  const people = [start, start, start]
  const isSimple = random(2) === 0 // nobody opens another's file in between
  for (let i = random(14); i > 0; i--) {
    const who = random(3)
    if (!isSimple && random(5) === 0) people[who] = unitePlans(people[who], people[random(3)])
    else people[who] = edit(people[who], PATHS[random(10)], 'd' + who)
    if (random(6) === 0) people[who] = plan.addTold(people[who], 'p1', {id: 'e' + time, date: DATES[0], on: DATES[1], at: time, device: 'd' + who})
  }
  const [a, b, c] = people
  const text = JSON.stringify
  const sorted = p => text(p, (_, part) => part && typeof part === 'object' && !Array.isArray(part)
    ? Object.fromEntries(Object.entries(part).sort(([x], [y]) => x < y ? -1 : 1)) : part)
  const ab = unitePlans(a, b)
  if (sorted(ab) !== sorted(unitePlans(b, a))) wrong.commutes += 1
  const all = unitePlans(ab, c)
  if (sorted(all) !== sorted(unitePlans(a, unitePlans(b, c)))) wrong.associates += 1
  if (unitePlans(a, structuredClone(a)) !== a) wrong.repeats += 1
  if (unitePlans(all, a) !== all || unitePlans(all, ab) !== all) wrong.adds += 1
  const checked = plan.checkPlan(JSON.parse(text(all)))
  if (checked.dropped || sorted(checked.plan) !== sorted(all)) wrong.read += 1
  conflicts += undecided(all).length
  if (!isSimple) continue
  const listed = new Set(undecided(all).map(({path}) => path))
  for (const path of PATHS) {
    const before = plan.valueAt(start, path)
    const fieldOf = p => path.split('/').reduce((part, key) => part?.[key], p)
    const changed = people.filter(p => fieldOf(p)?.at !== fieldOf(start)?.at || fieldOf(p)?.device !== fieldOf(start)?.device)
    const values = new Set(changed.map(p => plan.valueAt(p, path)))
    if (changed.length === 0 && plan.valueAt(all, path) !== before) wrong.lost += 1
    if (changed.length === 1 && plan.valueAt(all, path) !== plan.valueAt(changed[0], path)) wrong.lost += 1
    if (values.size < 2 && listed.has(path)) wrong.invented += 1
    if (values.size > 1 && !listed.has(path)) wrong.missed += 1
  }
}
return {wrong, conflicts, edits}
"""


def test_the_laws_of_merging_hold_for_random_histories_of_three_people(
    tabs: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    """In any order, however grouped and however often; what one person alone wrote is there."""
    conflicts = edits = 0
    for batch in range(HISTORIES // BATCH):
        found = tabs(LAWS, {"seed": SEED + batch, "runs": BATCH})
        assert {law: count for law, count in found["wrong"].items() if count} == {}, batch
        conflicts += found["conflicts"]
        edits += found["edits"]

    with capsys.disabled():
        print(f"\n  merging: {HISTORIES} histories of three people, {edits} edits, {conflicts} to decide", end="")
    assert conflicts > HISTORIES / 10


MADE = """
const {unitePlans, undecided} = await import('/js/plan/union.js')
const by = (device, at) => ({at, by: device, device})
const set = (p, path, value, stamp) => plan.withValue(p, path, value, stamp)
const start = set(plan.emptyPlan('p1'), 'tasks/t1/owner', 'Sam', by('a', 1))
"""
CASES = [
    ("only one changed it", "set(start, 'tasks/t1/owner', 'Ann', by('a', 2))", "start", "Ann", []),
    (
        "both changed it",
        "set(start, 'tasks/t1/owner', 'Ann', by('a', 2))",
        "set(start, 'tasks/t1/owner', 'Bob', by('b', 3))",
        "Bob",
        ["Bob", "Ann"],
    ),
    (
        "both changed it, one of them twice",
        "set(set(start, 'tasks/t1/owner', 'x', by('a', 2)), 'tasks/t1/owner', 'Ann', by('a', 9))",
        "set(start, 'tasks/t1/owner', 'Bob', by('b', 3))",
        "Ann",
        ["Ann", "Bob"],
    ),
    (
        "both wrote the same",
        "set(start, 'tasks/t1/owner', 'Ann', by('a', 2))",
        "set(start, 'tasks/t1/owner', 'Ann', by('b', 3))",
        "Ann",
        [],
    ),
    (
        "one knew the other's change",
        "set(start, 'tasks/t1/owner', 'Ann', by('a', 2))",
        "set(set(start, 'tasks/t1/owner', 'Ann', by('a', 2)), 'tasks/t1/owner', 'Bob', by('b', 3))",
        "Bob",
        [],
    ),
    (
        "a clock that is behind does not hide the later work",
        "set(start, 'tasks/t1/owner', 'Ann', by('a', 50))",
        "set(set(start, 'tasks/t1/owner', 'Ann', by('a', 50)), 'tasks/t1/owner', 'Bob', by('b', 3))",
        "Bob",
        [],
    ),
]


@pytest.mark.parametrize(("name", "one", "other", "shown", "asked"), CASES, ids=lambda v: v if isinstance(v, str) else None)
def test_a_field_that_two_people_may_have_changed(  # noqa: PLR0913 (a row of the table)
    tabs: Any, name: str, one: str, other: str, shown: str, asked: list[str]
) -> None:
    """The later change is shown; where neither knew the other, both are there to choose from."""
    facts = tabs(f"""{MADE}
        const united = unitePlans({one}, {other})
        return [plan.valueAt(united, 'tasks/t1/owner'), undecided(united).flatMap(({{versions}}) => versions.map(v => v.value))]""")

    assert facts == [shown, asked], name


def test_a_decision_ends_the_question_for_everybody(tabs: Any) -> None:
    """Also when it keeps what is shown, and also where the two files meet again."""
    facts = tabs(f"""{MADE}
        const ann = set(start, 'tasks/t1/owner', 'Ann', by('a', 2))
        const bob = set(start, 'tasks/t1/owner', 'Bob', by('b', 3))
        const both = unitePlans(ann, bob)
        const kept = plan.withDecision(both, 'tasks/t1/owner', 'Bob', by('a', 4))
        const other = plan.withDecision(both, 'tasks/t1/owner', 'Ann', by('a', 4))
        const again = unitePlans(unitePlans(kept, ann), bob)
        const edited = set(both, 'tasks/t1/owner', 'Eve', by('c', 5))
        return [undecided(kept), plan.valueAt(other, 'tasks/t1/owner'), undecided(again), plan.valueAt(again, 'tasks/t1/owner'),
          undecided(unitePlans(edited, ann)).length]""")

    assert facts == [[], "Ann", [], "Bob", 0]


def test_what_waits_for_a_decision_survives_other_tabs_and_storage(tabs: Any) -> None:
    """A tab that knew one version only does not make the other vanish."""
    facts = tabs(f"""{MADE}
        const {{mergePlans}} = await import('/js/plan/merge.js')
        const ann = set(start, 'tasks/t1/owner', 'Ann', by('a', 2))
        const bob = set(start, 'tasks/t1/owner', 'Bob', by('b', 3))
        const both = unitePlans(ann, bob)
        const read = plan.checkPlan(JSON.parse(JSON.stringify(both)))
        return [read.dropped, undecided(read.plan).length,
          [ann, bob].flatMap(one => [mergePlans(both, one), mergePlans(one, both)]).map(one => undecided(one).length)]""")

    assert facts == [0, 1, [1, 1, 1, 1]]


def test_versions_in_a_file_are_not_trusted(module: Any) -> None:
    """Others that are no versions are left out, however deep."""
    plan = module("plan/plan.js")
    field = {"value": "A", "at": 1, "device": "d1"}
    for others in ([None, 5, "x", {}], "text", {"a": 1}, [[[field]]], [{**field, "others": [field]}]):
        found = {**plan.emptyPlan("p1"), "tasks": {"t1": {"owner": {**field, "others": others}}}}
        checked = plan.checkPlan(json.loads(json.dumps(found)))["plan"]["tasks"]["t1"]["owner"]
        assert [one["value"] for one in checked["others"]] in ([], ["A"])
        assert all("others" not in one for one in checked["others"])


def test_an_id_or_revision_of_another_plan_changes_nothing(tabs: Any) -> None:
    """Whoever calls says which plan it is."""
    facts = tabs(f"""{MADE}
        const other = set({{...plan.emptyPlan('p1'), revision: 0}}, 'goLive', '2027-06-08', by('b', 1))
        const united = unitePlans(start, other)
        return [united.id, united.revision, plan.valueAt(united, 'goLive')]""")

    assert facts == ["p1", 0, "2027-06-08"]
