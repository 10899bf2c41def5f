"""Several plans in one browser: each is whole, each can come back, and no other key is touched."""

from __future__ import annotations

from typing import Any

import pytest

TOOLS = """
    const shelf = await import('/js/elements/plan-shelf.js')
    const tick = (store, id) => store.change((p, stamp) => plan.tick(p, id, true, stamp))
    const set = (store, path, value) => store.change((p, stamp) => plan.withValue(p, path, value, stamp))
    const at = (store, path) => plan.valueAt(store.plan, path)
    const done = store => Object.keys(store.plan.tasks).filter(id => plan.tickState(store.plan, id) === 'done')
    const titles = store => shelf.listPlans(store).map(one => one.title)
    const store = tabs.open()
    const here = () => store.plan.id
"""
NO_ROOM = (
    "There is no room for another plan in this browser. "
    "Save a copy of a plan that you no longer need, then delete it here."
)
NEARLY_FULL = (
    "{} % of the room for plans in this browser is used. "
    "Save a copy of a plan that you no longer need, then delete it."
)
NOT_SAVED = "This browser is not saving. Save a copy of this plan first, so that it is not lost."


@pytest.fixture
def run(tabs: Any) -> Any:
    """Run a script with a first tab called `store` and the shelf in its hands."""
    return lambda text, argument=None: tabs(TOOLS + text, argument)


def test_looking_at_the_list_writes_nothing(run: Any) -> None:
    """Without a plan it is empty."""
    assert run("return [shelf.listPlans(store), tabs.writes]") == [[], []]


def test_plans_are_listed_by_title_with_the_one_that_is_open(run: Any) -> None:
    """A plan is called by its own name, else by its practice."""
    facts = run("""
        set(store, 'practice/name', 'Riverside')
        shelf.startPlan(store, 'Hilltop')
        shelf.startPlan(store, 'Annex')
        return shelf.listPlans(store).map(one => [one.title, one.isCurrent])""")

    assert facts == [["Annex", True], ["Hilltop", False], ["Riverside", False]]


def test_other_tabs_follow_when_another_plan_is_opened(run: Any) -> None:
    """And what they enter goes into it."""
    facts = run("""
        const other = tabs.open()
        tick(store, 't1')
        const first = here()
        shelf.startPlan(store, 'Hilltop')
        tabs.deliver()
        tick(other, 't2')
        tabs.deliver()
        const second = done(store)
        shelf.openPlan(store, first)
        tabs.deliver()
        return [second, done(store), done(other)]""")

    assert facts == [["t2"], ["t1"], ["t1"]]


def test_a_plan_is_renamed_wherever_it_is(run: Any) -> None:
    """The one that is open, and one that is not."""
    facts = run("""
        set(store, 'practice/name', 'Riverside')
        const first = here()
        shelf.startPlan(store, 'Hilltop')
        const said = [shelf.renamePlan(store, here(), 'Hill'), shelf.renamePlan(store, first, 'River')]
        return [said, titles(store), titles(tabs.open())]""")

    assert facts == [["", ""], ["Hill", "River"], ["Hill", "River"]]


def test_a_deleted_plan_is_kept_until_another_one_is_deleted(run: Any) -> None:
    """Undo brings back the last one, byte for byte."""
    facts = run("""
        tick(store, 't1')
        const first = here()
        const text = tabs.stored('plan:' + first)
        shelf.startPlan(store, 'Hilltop')
        const second = here()
        shelf.deletePlan(store, first)
        const undone = [shelf.undoDelete(store), tabs.stored('plan:' + first) === text]
        shelf.deletePlan(store, first)
        shelf.deletePlan(store, second)
        const kept = shelf.deletedPlan(store).id === second
        const isEmpty = store.isEmpty
        shelf.undoDelete(store)
        return [...undone, kept, isEmpty, titles(store), here() === second]""")

    assert facts == ["", True, True, True, ["Hilltop"], True]


def test_a_plan_deleted_in_one_tab_goes_from_all_and_comes_back_in_all(run: Any) -> None:
    """No open tab writes it again by itself."""
    facts = run("""
        const other = tabs.open()
        tick(store, 't1')
        tabs.deliver()
        shelf.deletePlan(store, here())
        tabs.deliver()
        const gone = [store.isEmpty, other.isEmpty, tabs.kept.has('gp-migration:current')]
        shelf.undoDelete(store)
        tabs.deliver()
        return [...gone, done(store), done(other)]""")

    assert facts == [True, True, False, ["t1"], ["t1"]]


@pytest.mark.parametrize("limit", [0, 10, 400])
def test_delete_and_undo_work_in_full_storage(run: Any, limit: int) -> None:
    """A copy for undo needs room: the place of the deleted plan is enough."""
    facts = run(
        """
        tick(store, 't1')
        const first = here()
        shelf.startPlan(store, 'Hilltop')
        tabs.room = [...tabs.kept.values()].join('').length + argument
        shelf.deletePlan(store, first)
        const said = shelf.undoDelete(store)
        return [said, titles(store)]""",
        limit,
    )

    assert facts == ["", ["Hilltop", "Plan without a name"]]


def test_a_template_begins_like_a_plan_and_has_nobody_in_it(run: Any) -> None:
    """Questions, own actions and third parties come along."""
    facts = run("""
        set(store, 'practice/name', 'Riverside')
        set(store, 'goLive', '2027-06-08')
        set(store, 'choices/note-taker', 'Jo Example')
        set(store, 'choices/access', 'long')
        set(store, 'actions/a1/title', 'Order toner')
        set(store, 'actions/a1/owner', 'Ann Example')
        set(store, 'actions/a2/title', 'Gone')
        set(store, 'actions/a2/removed', 'yes')
        set(store, 'parties/pcse/state', 'confirmed')
        set(store, 'parties/pcse/contact', 'Bob')
        set(store, 'seats/lead-gp/name', 'Dr Lee')
        tick(store, 't1')
        shelf.copyPlan(store, store.plan)
        shelf.openPlan(store, shelf.listPlans(store).find(one => !one.isCurrent).id)
        const text = JSON.stringify(store.plan)
        return [titles(store), at(store, 'choices/access'), at(store, 'actions/a1/title'), Object.keys(store.plan.actions),
          at(store, 'parties/pcse/state'), /Example|Bob|Lee|done|2027|was/.test(text), plan.checkPlan(JSON.parse(text)).dropped]""")

    assert facts == [
        ["Riverside", "Riverside, copy"], "long", "Order toner", ["a1"], "not-asked", False, 0,
    ]


def test_merge_keeps_the_plan_and_undo_takes_the_merge_back(run: Any) -> None:
    """Other tabs see both, too."""
    facts = run("""
        const other = tabs.open()
        tick(store, 't1')
        tabs.deliver()
        const file = plan.tick(structuredClone(store.plan), 't2', true, {at: 5, device: 'd9'})
        const undo = shelf.mergePlan(store, file)
        tabs.deliver()
        const merged = [done(store), done(other)]
        undo()
        tabs.deliver()
        return [...merged, done(store), done(other)]""")

    assert facts == [["t1", "t2"], ["t1", "t2"], ["t1"], ["t1"]]


def test_what_both_changed_is_there_in_every_tab_and_after_a_reload(run: Any) -> None:
    """The other version waits beside the one that is shown."""
    facts = run("""
        const {undecided} = await import('/js/plan/union.js')
        const other = tabs.open()
        set(store, 'tasks/t1/owner', 'Ann')
        tabs.deliver()
        const file = plan.withValue(plan.emptyPlan(here()), 'tasks/t1/owner', 'Bob', {at: 5, device: 'd9'})
        shelf.mergePlan(store, file)
        tabs.deliver()
        tick(other, 't2')
        tabs.deliver()
        return [store, other, tabs.open()].map(one => undecided(one.plan).map(({versions}) => versions.map(v => v.value)))""")

    assert facts == [[["Ann", "Bob"]]] * 3


def test_keeping_both_leaves_two_plans_even_of_one_id(run: Any) -> None:
    """The one from the file has a name of its own and is open."""
    facts = run("""
        set(store, 'practice/name', 'Riverside')
        tick(store, 't1')
        const first = here()
        const file = plan.tick(structuredClone(store.plan), 't2', true, {at: 5, device: 'd9'})
        const {undo} = shelf.keepBoth(store, file)
        const both = [titles(store), done(store), here() !== first]
        undo()
        return [...both, titles(store), done(store)]""")

    assert facts == [
        ["Riverside", "Riverside, from a file"], ["t1", "t2"], True, ["Riverside"], ["t1"],
    ]


def test_what_has_no_room_is_refused_and_changes_nothing(run: Any) -> None:
    """The limit is told before anything is lost."""
    facts = run("""
        tick(store, 't1')
        const first = here()
        const before = JSON.stringify([...tabs.kept])
        tabs.room = [...tabs.kept.values()].join('').length + 20
        const said = [shelf.copyPlan(store, store.plan), shelf.keepBoth(store, plan.emptyPlan('p9')).problem]
        return [said, here() === first, before === JSON.stringify([...tabs.kept])]""")

    assert facts == [[NO_ROOM, NO_ROOM], True, True]


def test_nobody_leaves_a_plan_that_is_not_saved(run: Any) -> None:
    """Until a copy is in a file, it is only on the page."""
    facts = run("""
        tick(store, 't1')
        const first = here()
        shelf.startPlan(store, 'Hilltop')
        tabs.trouble = 'full'
        tick(store, 't2')
        const said = [shelf.openPlan(store, first), shelf.startPlan(store, 'X'), shelf.keepBoth(store, plan.emptyPlan('p9')).problem]
        return [said, done(store)]""")

    assert facts == [[NOT_SAVED] * 3, ["t2"]]


def test_a_plan_that_cannot_be_read_is_listed_and_stays(run: Any) -> None:
    """With its text, to be downloaded."""
    facts = run("""
        tick(store, 't1')
        tabs.kept.set('gp-migration:plan:p9', '{broken')
        const [found] = shelf.listPlans(store).filter(one => !one.plan)
        return [found.title, found.text, shelf.openPlan(store, 'p9'), shelf.renamePlan(store, 'p9', 'X'), tabs.stored('plan:p9')]""")

    assert facts == [
        "A plan that cannot be read",
        "{broken",
        "That plan cannot be opened. It is kept as it is.",
        "That plan cannot be read. It is kept as it is.",
        "{broken",
    ]


def test_everything_of_ours_is_removed_and_no_tab_brings_it_back(run: Any) -> None:
    """What other sites keep is as it was."""
    facts = run("""
        tabs.kept.set('other:plan', 'theirs')
        const other = tabs.open()
        tick(store, 't1')
        shelf.startPlan(store, 'Hilltop')
        store.noteCopied()
        tabs.deliver()
        shelf.removeEverything(store)
        tabs.deliver()
        return [[...tabs.kept], store.isEmpty, other.isEmpty, other.status.kind]""")

    assert facts == [[["other:plan", "theirs"]], True, True, "none"]


def test_names_phones_and_leave_are_removed_and_the_work_stays(run: Any) -> None:
    """Also from what was kept of earlier plans; no open tab brings a name back."""
    facts = run("""
        const other = tabs.open()
        set(store, 'choices/note-taker', 'Jo Example')
        tick(store, 't1')
        set(store, 'tasks/t1/owner', 'Ann Example')
        set(store, 'tasks/t1/notes', 'Rang twice')
        set(store, 'people/p1/name', 'Bob Example')
        set(store, 'leave/l1/from', '2027-06-01')
        set(store, 'goLive', '2027-06-08')
        shelf.replacePlan(store, structuredClone(store.plan))
        tabs.deliver()
        shelf.removePeople(store)
        tabs.deliver()
        tick(other, 't2')
        return [/Example|leave":{"l1/.test(JSON.stringify([...tabs.kept])), done(store), at(store, 'tasks/t1/notes'), at(store, 'goLive')]""")

    assert facts == [False, ["t1"], "Rang twice", "2027-06-08"]


def test_names_are_removed_from_each_plan_of_the_browser(run: Any) -> None:
    """What cannot be read is kept as it is, and that is said."""
    facts = run("""
        set(store, 'tasks/t1/owner', 'Ann Example')
        set(store, 'decisions/cutover-gate/answer', 'no')
        const first = store.plan.id
        shelf.startPlan(store, 'Hilltop')
        set(store, 'seats/s1/name', 'Bob Example')
        const said = [shelf.removePeople(store)]
        tabs.kept.set('gp-migration:plan:p9', '{broken')
        said.push(shelf.removePeople(store))
        const stored = JSON.parse(tabs.stored('plan:' + first))
        return [/Example/.test(JSON.stringify([...tabs.kept])), stored.decisions['cutover-gate'].answer.value, said]""")

    left = "A plan that cannot be read is kept as it is: delete it on the page of your plans."
    assert facts == [False, "no", ["", left]]


def test_names_are_removed_where_no_plan_is_open(run: Any) -> None:
    """And none is begun by it."""
    facts = run("""
        shelf.removePeople(store)
        return [store.isEmpty, [...tabs.kept.keys()].filter(name => name.includes('plan:'))]""")

    assert facts == [True, []]


def test_a_browser_that_is_nearly_full_is_told_of_before_a_save_fails(run: Any) -> None:
    """From four fifths on, while everything is still saved; other sites' keys are not read."""
    facts = run("""
        const said = [shelf.roomWords(store)]
        tabs.kept.set('other:plan', 'x'.repeat(4_900_000))
        shelf.startPlan(store, 'One')
        said.push(shelf.roomWords(store))
        for (let i = 0; i < 200; i++) set(store, `tasks/t${i}/notes`, 'x'.repeat(19_500))
        said.push(shelf.roomWords(store))
        for (let i = 0; i < 10; i++) set(store, `tasks/u${i}/notes`, 'x'.repeat(19_500))
        said.push(shelf.roomWords(store), store.status.kind)
        return said""")

    assert facts == ["", "", "", NEARLY_FULL.format(82), "saved"]


def test_twenty_plans_stand_beside_a_full_one(run: Any, capsys: pytest.CaptureFixture[str]) -> None:
    """In the five million characters that browsers give, with room for undo and without a warning."""
    size = run("""
        const note = 'x'.repeat(500)
        for (let i = 0; i < 20; i++) {
          shelf.startPlan(store, 'Plan ' + i)
          for (let j = 0; j < 80; j++) set(store, `tasks/t${j}/notes`, note)
        }
        shelf.startPlan(store, 'Full')
        for (let j = 0; j < 450; j++) set(store, `tasks/t${j}/notes`, note)
        shelf.deletePlan(store, here())
        shelf.undoDelete(store)
        return [titles(store).length, [...tabs.kept].join('').length, shelf.roomWords(store)]""")

    with capsys.disabled():
        print(f"\n  storage: 21 plans in {size[1]} of 5000000 characters", end="")
    assert (size[0], size[2]) == (21, "")
    assert size[1] < 5_000_000
