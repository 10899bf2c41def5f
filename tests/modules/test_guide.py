"""The guide changes under a plan: state follows a new name, nothing goes, and news is said once."""

from __future__ import annotations

from typing import Any

import pytest

TOOLS = """
const guide = await import('/js/plan/guide.js')
const stamp = {at: 1000, device: 'd1'}
const set = (p, path, value, at = 1000) => plan.withValue(p, path, value, {at, device: 'd1'})
const empty = plan.emptyPlan('p1')
const names = (tasks, more = {}) => ({version: 'v', tasks, retired: {}, renamed: {}, ...more})
"""


@pytest.fixture
def run(tabs: Any) -> Any:
    """Run a script with the module and a few short words."""
    return lambda text, argument=None: tabs(TOOLS + text, argument)


def test_what_was_entered_follows_a_task_to_its_new_name(run: Any) -> None:
    """Tick, owner and note, also over two changes of the name, and the actions made from it."""
    facts = run("""
        let old = plan.tick(set(empty, 'tasks/first/owner', 'Ann'), 'first', true, stamp)
        old = set(old, 'actions/a1/task', 'first')
        const now = guide.withRenamed(old, {first: 'second', second: 'third'}, {at: 2000, device: 'd1'})
        return [Object.keys(now.tasks), plan.tickState(now, 'third'), plan.valueAt(now, 'tasks/third/owner'), plan.valueAt(now, 'actions/a1/task')]""")

    assert facts == [["third"], "done", "Ann", "third"]


def test_the_later_of_two_wins_where_both_names_were_used(run: Any) -> None:
    """Field by field: nothing unticks itself."""
    facts = run("""
        let both = set(plan.tick(empty, 'old', true, stamp), 'tasks/old/owner', 'Ann')
        both = set(both, 'tasks/new/owner', 'Bob', 2000)
        const now = guide.withRenamed(both, {old: 'new'}, stamp)
        return [plan.tickState(now, 'new'), plan.valueAt(now, 'tasks/new/owner'), guide.withRenamed(now, {old: 'new'}, stamp) === now]""")

    assert facts == ["done", "Bob", True]


def test_names_that_go_round_do_not_hang_the_page(run: Any) -> None:
    """The build refuses them; a page must survive them."""
    assert run("return Object.keys(guide.withRenamed(plan.tick(empty, 'a', true, stamp), {a: 'b', b: 'a'}, stamp).tasks).length") == 1


def test_other_kinds_of_records_follow_too(run: Any) -> None:
    """Milestones, seats, third parties and choices."""
    facts = run("""
        let old = empty
        for (const path of ['milestones/x/date', 'seats/x/name', 'parties/x/contact']) old = set(old, path, '2027-06-08')
        old = plan.addTold(set(old, 'choices/x', 'yes'), 'x', {id: 'e', date: '2027-06-08', on: '2027-03-02', ...stamp})
        const now = guide.withRenamed(old, {x: 'y'}, stamp)
        return ['milestones', 'seats', 'parties', 'choices'].map(kind => Object.keys(now[kind]).join()).concat(now.parties.y.told.length)""")

    assert facts == ["y", "y", "y", "y", 1]


def test_what_the_guide_no_longer_has_is_listed_if_anything_was_entered(run: Any) -> None:
    """An unticked task without a note is not worth a line."""
    facts = run("""
        let old = plan.tick(plan.tick(empty, 'here', true, stamp), 'gone', true, stamp)
        old = set(set(old, 'tasks/blank/owner', 'x'), 'tasks/blank/owner', '')
        return guide.noLongerInGuide(old, names({here: ['Here']}))""")

    assert facts == ["gone"]


@pytest.mark.parametrize(
    ("name", "before", "now", "news"),
    [
        ("nothing", ["A", "1", "2", "3"], ["A", "1", "2", "3"], {}),
        ("another title", ["A", "1", "2", "3"], ["B", "1", "2", "3"], {"t": "Changed: its title"}),
        ("another reason", ["A", "1", "2", "3"], ["A", "9", "2", "3"], {"t": "Changed: why it is there"}),
        ("another end", ["A", "1", "2", "3"], ["A", "1", "9", "3"], {"t": "Changed: when it is done"}),
        ("two things", ["A", "1", "2", "3"], ["B", "1", "2", "9"], {"t": "Changed: its title, when it is due"}),
        ("a new task", None, ["A", "1", "2", "3"], {"t": "New"}),
        ("a task that went", ["A", "1", "2", "3"], None, {}),
    ],
)
def test_what_changed_since_is_said_by_task(
    run: Any, name: str, before: list[str] | None, now: list[str] | None, news: dict[str, str]
) -> None:
    """What the reader must look at again, and no more."""
    found = run(
        """
        const tasks = parts => parts ? {t: parts} : {}
        return guide.guideNews(guide.seenOf(names(tasks(argument[0]))), names(tasks(argument[1])))""",
        [before, now],
    )

    assert found == news, name


def test_a_renamed_task_is_no_news_by_itself(run: Any) -> None:
    """Its text is compared with the text under the old name."""
    found = run("""
        const seen = guide.seenOf(names({old: ['A', '1', '2', '3']}))
        return guide.guideNews(seen, names({new: ['A', '1', '2', '3']}, {renamed: {old: 'new'}}))""")

    assert found == {}
