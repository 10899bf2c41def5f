"""The history: who changed what, what it was before, and the way back in order."""

from __future__ import annotations

from typing import Any

import pytest

TOOLS = """
const history = await import('/js/plan/history.js')
const words = await import('/js/exports/changes.js')
const names = {tasks: {t1: ['Name the lead GP']}, seats: {s1: 'Lead GP'}, options: {long: '90 days'}, choices: {access: 'Access'},
  milestones: {fdp: 'Final data production'}, phases: {p1: 'Kick-off'}, decisions: {g1: 'Gate 1: data signed off'}, parties: {}, retired: {gone: 'An old task'}, renamed: {}}
const stamp = at => ({at, by: 'Jo', device: 'd1'})
let now = plan.emptyPlan('p1')
const change = (path, value, at) => {
  const next = plan.withValue(now, path, value, stamp(at))
  now = history.withEntries(next, history.entriesBetween(now, next))
}
const undo = at => { now = history.undoLastChange(now, stamp(at)) }
const at = path => plan.valueAt(now, path)
"""
MINUTE = 60_000


@pytest.fixture
def run(tabs: Any) -> Any:
    """Run a script with a plan called `now` whose history is kept."""
    return lambda text, argument=None: tabs(TOOLS + text, argument)


def test_each_change_is_noted_with_who_when_and_what_it_was(run: Any) -> None:
    """The first value of a field was nothing."""
    entries = run("""
        change('goLive', '2027-06-08', 1000)
        change('goLive', '2027-07-13', 900_000)
        return now.history""")

    assert entries == [
        {"id": "1000-d1-goLive", "what": "goLive", "was": "", "by": "Jo", "at": 1000, "device": "d1"},
        {"id": "900000-d1-goLive", "what": "goLive", "was": "2027-06-08", "by": "Jo", "at": 900_000, "device": "d1"},
    ]


def test_typing_a_note_is_one_change_and_each_tick_is_one(run: Any) -> None:
    """Undo of a note goes back to before it was typed."""
    facts = run("""
        for (let i = 1; i <= 20; i++) change('tasks/t1/notes', 'x'.repeat(i), 1000 + i * 400)
        for (let i = 0; i < 4; i++) change('tasks/t1/state', i % 2 ? 'open' : 'done', 20_000 + i)
        const counts = [now.history.length]
        for (let i = 0; i < 4; i++) undo(30_000 + i)
        counts.push(at('tasks/t1/notes').length, at('tasks/t1/state'))
        undo(40_000)
        return [...counts, at('tasks/t1/notes')]""")

    assert facts == [5, 20, "", ""]


def test_changes_are_undone_in_order_and_undoing_is_noted(run: Any) -> None:
    """The last one first; when all is undone there is nothing left to undo."""
    facts = run("""
        change('goLive', '2027-06-08', 1000)
        change('tasks/t1/owner', 'Ann', 2000)
        change('tasks/t1/state', 'done', 3000)
        const seen = []
        for (let i = 0; i < 4; i++) {
          seen.push(history.lastChange(now).map(entry => entry.what).join())
          undo(900_000 + i)
        }
        return [seen, ['goLive', 'tasks/t1/owner', 'tasks/t1/state'].map(at), now.history.filter(entry => entry.undoes).length,
          plan.checkPlan(JSON.parse(JSON.stringify(now))).dropped]""")

    assert facts == [["tasks/t1/state", "tasks/t1/owner", "goLive", ""], ["", "", ""], 3, 0]


def test_what_was_changed_together_is_undone_together(run: Any) -> None:
    """Not applicable and its reason are one change."""
    facts = run("""
        const next = plan.setNotApplicable(now, 't1', 'No branch', stamp(1000))
        now = history.withEntries(next, history.entriesBetween(now, next))
        const count = history.lastChange(now).length
        undo(2000)
        return [count, at('tasks/t1/state'), at('tasks/t1/reason')]""")

    assert facts == [2, "", ""]


def test_two_tabs_that_note_one_change_note_it_once(run: Any) -> None:
    """An entry is named by its moment, its device and its field."""
    facts = run("""
        const {mergePlans} = await import('/js/plan/merge.js')
        const next = plan.tick(now, 't1', true, stamp(1000))
        const entries = history.entriesBetween(now, next)
        const one = history.withEntries(next, entries)
        return [mergePlans(one, history.withEntries(structuredClone(next), entries)).history.length,
          history.withEntries(one, entries) === one]""")

    assert facts == [1, True]


def test_the_history_is_short_and_gives_way_at_its_oldest_end(run: Any) -> None:
    """A hundred entries, and not more than eight thousand letters of what was."""
    facts = run("""
        for (let i = 0; i < 300; i++) change(`tasks/t${i}/notes`, 'x', 1000 + i)
        const many = [now.history.length, now.history.at(-1).what, now.history[0].what]
        for (let i = 0; i < 30; i++) change('tasks/t1/notes', String(i).padEnd(1000, 'y'), 1e6 + i * 1e5)
        return [...many, now.history.reduce((sum, entry) => sum + entry.was.length, 0), now.history.at(-1).was.slice(0, 3)]""")

    assert facts == [100, "tasks/t299/notes", "tasks/t200/notes", 8000, "28y"]


@pytest.mark.parametrize(
    ("path", "before", "after", "words"),
    [
        ("tasks/t1/state", "", "done", "Name the lead GP: state: done (before: not done)"),
        ("tasks/t1/state", "done", "na", "Name the lead GP: state: not applicable (before: done)"),
        ("tasks/gone/notes", "", "Kept", "An old task: note: Kept (before: nothing)"),
        ("tasks/strange/owner", "", "Ann", "strange: owner: Ann (before: nothing)"),
        ("goLive", "2027-06-08", "", "Go Live date: nothing (before: Tue 8 June 2027)"),
        ("practice/name", "", "Riverside", "Practice: Riverside (before: nothing)"),
        ("choices/access", "", "long", "Access: 90 days (before: nothing)"),
        ("choices/note-taker", "Jo", "Ann", "Who takes the notes: Ann (before: Jo)"),
        ("seats/s1/name", "", "done", "Lead GP: name: done (before: nothing)"),
        ("meetings/next/date", "", "2027-03-09", "Next meeting: date: Tue 9 March 2027 (before: nothing)"),
        ("decisions/g1/answer", "", "go", "Gate 1: data signed off: decision: yes, go on (before: nothing)"),
        ("decisions/g1/kept", "", "Safe", "Gate 1: data signed off: where the signed sheet is kept: Safe (before: nothing)"),
        ("milestones/fdp/done", "", "unknown", "Final data production: what happened: not known (before: nothing)"),
        ("division", "", "scotland", "Bank holidays of: Scotland (before: nothing)"),
        ("actions/a1/phase", "", "p1", "An action without a title: phase: Kick-off (before: nothing)"),
        ("actions/a1/task", "", "t1", "An action without a title: task: Name the lead GP (before: nothing)"),
        ("leave/l1/from", "", "2027-06-08", "Leave without a name: first day: Tue 8 June 2027 (before: nothing)"),
        ("leave/l1/person", "", "Dr Shah", "Dr Shah: who is away: Dr Shah (before: nothing)"),
        ("events/e1/to", "", "2027-06-08", "An event without a title: last day: Tue 8 June 2027 (before: nothing)"),
        ("meetings/huddle/time", "", "8am", "Daily huddle: time: 8am (before: nothing)"),
        ("tasks/t1/notes", "x" * 100, "y", f"Name the lead GP: note: y (before: {'x' * 79}…)"),
    ],
)
def test_a_change_is_said_in_plain_words(
    run: Any, path: str, before: str, after: str, words: str
) -> None:
    """With the guide's own titles, and an id where there is none."""
    said = run(
        """
        if (argument.before) change(argument.path, argument.before, 1000)
        change(argument.path, argument.after, 900_000)
        return words.changeWords(now, now.history.at(-1), names)""",
        {"path": path, "before": before, "after": after},
    )

    assert said == words


@pytest.mark.parametrize(
    ("script", "is_unnoted"),
    [
        ("", False),
        ("now = plan.withValue(now, 'goLive', '2027-06-08', stamp(1000))", True),
        ("for (const at of [0, 9_000]) now = plan.tick(now, 't' + at, true, stamp(1000 + at))", True),
        ("for (const at of [0, 11_000]) now = plan.tick(now, 't' + at, true, stamp(1000 + at))", False),
        ("now = plan.withValue(now, 'name', 'Riverside, copy', stamp(1000))", False),
        ("change('goLive', '2027-06-08', 1000)", False),
        ("for (let i = 0; i < 100; i++) now = plan.tick(now, 't' + i, true, stamp(1000))", False),
    ],
    ids=["empty", "one", "some seconds", "without a history", "a template", "noted", "too many"],
)
def test_only_a_first_page_that_was_left_at_once_is_noted_later(
    run: Any, script: str, is_unnoted: bool
) -> None:
    """A plan from elsewhere that has no history gets none that nobody saw."""
    assert run(f"{script}; return history.isUnnoted(now)") is is_unnoted


def test_an_action_is_called_by_its_title(run: Any) -> None:
    """And a person by name."""
    said = run("""
        change('actions/a1/title', 'Order toner', 1000)
        change('people/p1/name', 'Ann', 2000)
        return [words.placeWords(now, 'actions/a1/due', names), words.placeWords(now, 'people/p1/contact'), words.placeWords(now, 'tasks/t1/notes')]""")

    assert said == ["Order toner: target date", "Ann: contact", "t1: note"]
