"""The plan: fields, ticks, progress, and what may come in from outside."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

CASES = json.loads((Path(__file__).parents[1] / "cases/plans.json").read_text("utf-8"))
PROBLEMS = {
    "other": {
        "problem": "That file is not a plan from this site. "
        "Choose a file that ends in .json and was saved here."
    },
    "later": {
        "problem": "This plan was saved by a newer version of the guide. "
        "Reload this page, then open the plan again.",
        "later": True,
    },
}
STAMP = {"at": 1000, "by": "Note-taker", "device": "d1"}
EMPTY = {
    "format": "gp-migration-plan",
    "schema": 1,
    "id": "p1",
    "revision": 0,
    "practice": {},
    "choices": {},
    "milestones": {},
    "tasks": {},
    "actions": {},
    "people": {},
    "seats": {},
    "parties": {},
    "meetings": {},
    "decisions": {},
    "leave": {},
    "events": {},
    "history": [],
}
OWNER = "tasks/agree-go-live/owner"


@pytest.fixture
def plan(module: Any) -> Any:
    """Give the module under test."""
    return module("plan/plan.js")


def field(value: str, at: int = 1, device: str = "d1", **more: str) -> dict[str, Any]:
    """Make a field as a plan holds it."""
    return {"value": value, "at": at, "device": device, **more}


def test_an_empty_plan_has_every_collection_and_no_field(plan: Any) -> None:
    """Its shape is that of the first release, for good."""
    assert plan.emptyPlan("p1") == EMPTY


@pytest.mark.parametrize("path", ["goLive", "practice/name", OWNER, "tasks/no/such/depth"])
def test_an_absent_field_reads_as_an_empty_text(plan: Any, path: str) -> None:
    """Nobody has to ask whether a record is there."""
    assert plan.valueAt(EMPTY, path) == ""


@pytest.mark.parametrize("path", ["goLive", "practice/name", "choices/note-taker", OWNER])
def test_a_field_is_written_with_who_and_when(plan: Any, path: str) -> None:
    """A first version names the moment, the note-taker and the device, and replaces nothing."""
    changed = plan.withValue(EMPTY, path, "Value", STAMP)

    assert plan.valueAt(changed, path) == "Value"
    assert '{"value": "Value", "at": 1000, "by": "Note-taker", "device": "d1"}' in json.dumps(
        changed
    )


def test_a_change_names_the_version_that_it_replaced(plan: Any) -> None:
    """Two changes of one version can be told from a change of a change."""
    first = plan.withValue(EMPTY, OWNER, "Lead GP", STAMP)

    second = plan.withValue(first, OWNER, "Manager", {"at": 2000, "device": "d2"})

    assert second["tasks"]["agree-go-live"]["owner"] == field("Manager", 2000, "d2", was="1000/d1")


def test_a_change_is_later_than_what_it_replaces_even_if_the_clock_is_not(plan: Any) -> None:
    """A computer whose clock is behind can still correct a field."""
    first = plan.withValue(EMPTY, "goLive", "2027-06-08", STAMP)

    second = plan.withValue(first, "goLive", "2027-06-15", {"at": 5, "device": "d2"})

    assert second["goLive"] == field("2027-06-15", 1001, "d2", was="1000/d1")


def test_an_unchanged_value_gives_the_same_plan(tabs: Any) -> None:
    """The very object, so that nothing is saved and nothing is shown again."""
    same = tabs("""
        const stamp = {at: 1, device: 'd1'}
        const filled = plan.withValue(plan.emptyPlan('p1'), 'goLive', '2027-06-08', stamp)
        return [
          plan.withValue(filled, 'goLive', '2027-06-08', {at: 9, device: 'd2'}) === filled,
          plan.withValue(filled, 'tasks/t1/owner', '', stamp) === filled,
          plan.tick(filled, 't1', false, stamp) === filled,
        ]""")

    assert same == [True, True, False]


def test_only_the_path_to_a_change_is_copied(tabs: Any) -> None:
    """The old plan stays as it was, and what did not change is shared."""
    facts = tabs("""
        const stamp = {at: 1, device: 'd1'}
        const before = plan.withValue(plan.emptyPlan('p1'), 'tasks/t1/owner', 'A', stamp)
        const after = plan.withValue(before, 'tasks/t2/owner', 'B', stamp)
        return [before.tasks.t2, after.tasks.t1 === before.tasks.t1, after.people === before.people]""")

    assert facts == [None, True, True]


def test_a_text_longer_than_a_field_may_be_is_cut(plan: Any) -> None:
    """What is kept is what can be read again."""
    changed = plan.withValue(EMPTY, OWNER, "x" * 20_001, STAMP)

    assert plan.valueAt(changed, OWNER) == "x" * 20_000
    assert plan.checkPlan(changed) == {"plan": changed, "dropped": 0}


def test_what_a_party_was_told_is_only_added_to(plan: Any) -> None:
    """Each date that it was told stays, oldest first; the same entry twice is one."""
    first = {"id": "a", "date": "2027-06-08", "on": "2027-03-02", "at": 1, "device": "d1"}
    second = {"id": "b", "date": "2027-06-15", "on": "2027-04-02", "at": 2, "device": "d1"}

    told = plan.addTold(plan.addTold(EMPTY, "pcse", second), "pcse", first)

    assert told["parties"]["pcse"]["told"] == [first, second]
    assert plan.addTold(told, "pcse", first) == told


def test_a_tick_ends_not_applicable_and_its_reason(plan: Any) -> None:
    """Done, not applicable or open: never two at once."""
    not_applicable = plan.setNotApplicable(EMPTY, "t1", "No branch site", STAMP)
    ticked = plan.tick(not_applicable, "t1", True, STAMP)
    open_again = plan.tick(ticked, "t1", False, STAMP)

    states = plan.each("tickState", [[p, "t1"] for p in (not_applicable, ticked, open_again)])
    reasons = plan.each("valueAt", [[p, "tasks/t1/reason"] for p in (not_applicable, ticked)])

    assert states == ["na", "done", "open"]
    assert reasons == ["No branch site", ""]


@pytest.mark.parametrize("state", ["", "banana", "DONE"])
def test_an_unknown_tick_counts_as_open(plan: Any, state: str) -> None:
    """Nothing is taken as done that was not ticked."""
    strange = {**EMPTY, "tasks": {"t1": {"state": field(state)}}}

    assert plan.tickState(strange, "t1") == "open"


@pytest.mark.parametrize(
    ("done", "not_applicable", "of", "words"),
    [
        (14, 3, 23, "14 of 20 done, 3 not applicable"),
        (14, 0, 20, "14 of 20 done"),
        (0, 0, 20, "0 of 20 done"),
        (0, 3, 3, "0 of 0 done, 3 not applicable"),
        (0, 0, 0, "0 of 0 done"),
        (1, 1, 2, "1 of 1 done, 1 not applicable"),
    ],
)
def test_progress_leaves_out_what_is_not_applicable(
    plan: Any, done: int, not_applicable: int, of: int, words: str
) -> None:
    """The words say how many are done of those that count."""
    states = ["done"] * done + ["na"] * not_applicable
    filled = {**EMPTY, "tasks": {f"t{i}": {"state": field(s)} for i, s in enumerate(states)}}
    ids = [f"t{i}" for i in range(of)]

    assert plan.progress(filled, ids + ids[:1]) == {
        "done": done,
        "notApplicable": not_applicable,
        "total": of - not_applicable,
        "words": words,
    }


def test_targets_count_what_is_late_and_what_is_due_within_a_week(tabs: Any) -> None:
    """What is done, not applicable or removed is not late; what has no date is not either."""
    counts = tabs(
        """
        const stamp = {at: 1, device: 'd1'}
        const put = (made, [path, value]) => plan.withValue(made, path, value, stamp)
        const made = [
            ['tasks/a/due', '2027-03-01'], ['tasks/b/due', '2027-03-02'], ['tasks/c/due', '2027-03-09'],
            ['tasks/d/due', '2027-03-10'], ['tasks/e/owner', 'Dr Shah'],
            ['tasks/f/due', '2027-02-01'], ['tasks/f/state', 'done'],
            ['tasks/g/due', '2027-02-01'], ['tasks/g/state', 'na'],
            ['actions/h/due', '2027-02-28'], ['actions/i/due', '2027-02-28'], ['actions/i/removed', 'yes'],
        ].reduce(put, plan.emptyPlan('p1'))
        return plan.targets(made, '2027-03-02', '2027-03-09')"""
    )

    assert counts == {"late": 2, "soon": 2}


@pytest.mark.parametrize(("name", "found", "kind"), CASES["refused"])
def test_what_is_no_plan_is_refused(plan: Any, name: str, found: Any, kind: str) -> None:
    """With one sentence that says what to choose instead."""
    assert plan.checkPlan(found) == PROBLEMS[kind], name


@pytest.mark.parametrize(("name", "part", "dropped"), CASES["dropped"])
def test_a_wrong_part_is_left_out_and_counted(
    page: Any, name: str, part: Any, dropped: int
) -> None:
    """The rest of the plan is there, and a right field beside the wrong part is kept."""
    name_field = field("Our migration")
    text = json.dumps({**EMPTY, "name": name_field, **part})

    checked = page.evaluate(
        "async text => (await import('/js/plan/plan.js')).checkPlan(JSON.parse(text))", text
    )

    assert checked["dropped"] == dropped, name
    assert checked["plan"]["name"] == name_field
    assert page.evaluate("({}).polluted") is None


def test_a_good_plan_comes_through_whole_and_as_a_copy(plan: Any, tabs: Any) -> None:
    """Unknown tasks, open collections, what was told and the history are all kept."""
    told = {"id": "a", "date": "2027-06-08", "on": "2027-03-02", "by": "X", "at": 1, "device": "d1"}
    entry = {"id": "h", "date": "2027-03-02", "what": "Kick-off", "at": 1, "device": "d1"}
    good = {
        **EMPTY,
        "revision": 3,
        "name": field("N", was="0/d2", by="X"),
        "goLive": field("2027-06-08"),
        "practice": {"name": field("P"), "ods": field("Y81234")},
        "choices": {"note-taker": field("X")},
        "tasks": {"a-task-that-is-gone": {"state": field("done")}},
        "parties": {"pcse": {"contact": field("c"), "told": [told]}},
        "meetings": {"weekly": {"day": field("Tuesday")}, "next": {"date": field("2027-03-09")}},
        "decisions": {"d1": {"anything": field("v")}},
        "history": [entry],
    }

    assert plan.checkPlan(good) == {"plan": good, "dropped": 0}
    assert tabs(
        "return plan.checkPlan(argument).plan.tasks !== argument.tasks", good
    )


TOLD = {
    "id": "a",
    "date": "2027-06-08",
    "off": "2027-05-28",
    "back": "2027-06-10",
    "on": "2027-03-02",
    "who": "Tess",
    "by": "X",
    "at": 1,
    "device": "d1",
}


@pytest.mark.parametrize(
    ("changed", "kept"),
    [
        ({}, [TOLD]),
        ({"off": "soon"}, []),
        ({"back": "2027-02-30"}, []),
        ({"more": "of another version"}, [TOLD]),
    ],
)
def test_what_a_party_was_told_has_its_own_days_and_who_told_it(
    plan: Any, changed: dict[str, str], kept: list[dict[str, Any]]
) -> None:
    """A day that is none makes an entry worthless; what is not known is left out."""
    found = {**EMPTY, "parties": {"pcse": {"told": [{**TOLD, **changed}]}}}

    assert plan.checkPlan(found)["plan"]["parties"]["pcse"]["told"] == kept


def test_more_records_than_a_plan_may_have_are_left_out(plan: Any) -> None:
    """Five thousand of a kind are kept."""
    crowd = {**EMPTY, "people": {f"p{i}": {} for i in range(5003)}}

    checked = plan.checkPlan(crowd)

    assert len(checked["plan"]["people"]) == 5000
    assert checked["dropped"] == 3


def test_a_text_that_is_too_long_is_cut_and_counted(plan: Any) -> None:
    """Twenty thousand characters of a field are kept."""
    checked = plan.checkPlan({**EMPTY, "name": field("x" * 30_000)})

    assert len(checked["plan"]["name"]["value"]) == 20_000
    assert checked["dropped"] == 1


def test_deep_and_huge_input_throws_nothing(tabs: Any) -> None:
    """A hundred thousand levels, a million entries: an answer, not an error."""
    answers = tabs("""
        const plan1 = plan.emptyPlan('p1')
        let deep = {}
        for (let i = 0; i < 1e5; i++) deep = {tasks: deep}
        const wide = Object.fromEntries(Array.from({length: 2e5}, (_, i) => ['k' + i, i]))
        return [
          plan.checkPlan(deep).problem !== undefined,
          plan.checkPlan({...plan1, tasks: deep}).dropped,
          plan.checkPlan({...plan1, tasks: {t1: deep}}).dropped,
          plan.checkPlan({...plan1, choices: wide}).dropped,
          plan.checkPlan({...plan1, history: Array(2e5).fill(deep)}).dropped,
        ]""")

    assert answers == [True, 1, 1, 200_000, 200_000]


def test_a_large_plan_stays_under_300_kilobytes(
    tabs: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    """200 tasks, 300 actions, 60 people and 40 parties, each filled in and named by a note-taker."""
    size = tabs("""
        const stamp = {at: 1_800_000_000_000, by: 'Jo', device: 'k3f9q2'}
        let big = plan.emptyPlan('3b241101-e2bb-4255-8caf-4136c566a962')
        const set = (path, values) => {
          for (const [name, value] of Object.entries(values)) {
            big = plan.withValue(big, path + '/' + name, value, stamp)
          }
        }
        const note = 'Rang on Tuesday. They will send the form by Friday.'
        for (let i = 0; i < 200; i++) {
          set(`tasks/order-smartcards-${i}`, {state: 'done', owner: 'Manager', due: '2027-03-02', notes: note})
        }
        for (let i = 0; i < 300; i++) {
          set(`actions/3b241101-e2bb-${i}`, {title: 'Send the list of devices to the supplier', phase: 'kick-off',
            owner: 'Manager', due: '2027-03-02', notes: note})
        }
        for (let i = 0; i < 60; i++) {
          set(`people/p${i}`, {name: 'Name Surname', organisation: 'Supplier', contact: '01632 960001', role: 'Trainer'})
        }
        for (let i = 0; i < 40; i++) {
          set(`parties/party-${i}`, {contact: '01632 960001', state: 'confirmed', asked: '2027-03-02',
            confirmed: '2027-06-08', notes: note})
          big = plan.addTold(big, `party-${i}`, {id: `t${i}`, date: '2027-06-08', on: '2027-03-02', ...stamp})
        }
        const {dropped} = plan.checkPlan(JSON.parse(JSON.stringify(big)))
        return [JSON.stringify(big).length, dropped]""")

    with capsys.disabled():
        print(f"\n  size: a large plan {size[0]} of 300000 bytes", end="")
    assert size[1] == 0
    assert size[0] < 300_000


@pytest.mark.parametrize(
    "text",
    [
        "Ten thousand " * 770,
        "🙂👩🏽‍⚕️🏴󠁧󠁢󠁥󠁮󠁧󠁿",
        "مرحبا بالعالم \u202e reversed",
        "<script>alert(1)</script><img src=x onerror=alert(1)>",
        "a\ud800b",
        'quotes " and \\ backslashes\nand lines\r\n\t\u2028\u0000',
    ],
)
def test_any_text_survives_being_saved_and_read(tabs: Any, text: str) -> None:
    """Long, emoji, right to left, markup, half a character: what went in comes out."""
    survived = tabs(
        """
        const stamp = {at: 1, by: argument, device: 'd1'}
        const filled = plan.withValue(plan.emptyPlan('p1'), 'tasks/t1/notes', argument, stamp)
        const {plan: read, dropped} = plan.checkPlan(JSON.parse(JSON.stringify(filled)))
        const {value, by} = read.tasks.t1.notes
        return [value === argument, by === argument, dropped]""",
        text,
    )

    assert survived == [True, True, 0]
