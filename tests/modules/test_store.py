"""The store: what is entered stays, in every tab, and nothing that was there is lost."""

from __future__ import annotations

import json
from typing import Any

import pytest

TOOLS = """
    const shelf = await import('/js/elements/plan-shelf.js')
    const tick = (store, id) => store.change((p, stamp) => plan.tick(p, id, true, stamp))
    const set = (store, path, value) => store.change((p, stamp) => plan.withValue(p, path, value, stamp))
    const at = (store, path) => plan.valueAt(store.plan, path)
    const done = store => Object.keys(store.plan.tasks).filter(id => plan.tickState(store.plan, id) === 'done')
    const store = tabs.open()
"""


@pytest.fixture
def run(tabs: Any) -> Any:
    """Run a script with a first tab called `store` and short words for common changes."""

    def script(text: str, argument: Any = None) -> Any:
        return tabs(TOOLS + text, argument)

    return script


# The first change, and every change.


def test_looking_writes_nothing(run: Any) -> None:
    """A reader who only reads leaves no trace."""
    facts = run("""
        store.subscribe(() => {})
        return [store.isEmpty, store.plan.tasks, store.status, tabs.writes]""")

    assert facts == [
        True,
        {},
        {"kind": "none", "why": None, "savedAt": None, "copiedAt": None, "kept": None},
        [],
    ]


def test_the_first_change_makes_the_plan(run: Any) -> None:
    """The plan, this device and which plan is current are written, once each."""
    writes, kind, is_empty, stored = run("""
        tick(store, 't1')
        return [tabs.writes, store.status.kind, store.isEmpty, tabs.storedPlan().tasks.t1.state]""")

    assert writes == [
        "gp-migration:plan:id-1-of-a-plan",
        "gp-migration:device",
        "gp-migration:current",
    ]
    assert (kind, is_empty) == ("saved", False)
    assert stored == {"value": "done", "at": 1_800_000_001_000, "device": "id-2-o"}


def test_a_change_is_one_write(run: Any) -> None:
    """From the second change on, one setItem each, and none for a change of nothing."""
    counts = run("""
        tick(store, 't1')
        const counts = [tabs.writes.length]
        tick(store, 't2')
        counts.push(tabs.writes.length)
        tick(store, 't2')
        store.change(p => p)
        counts.push(tabs.writes.length)
        return counts""")

    assert counts == [3, 4, 4]


def test_the_plan_is_there_after_a_reload(run: Any) -> None:
    """With its device, so that the next change is known as coming from here."""
    facts = run("""
        set(store, 'goLive', '2027-06-08')
        const again = tabs.open()
        const savedAt = again.status.savedAt
        tick(again, 't1')
        return [at(again, 'goLive'), again.plan.id === store.plan.id, savedAt,
          again.plan.tasks.t1.state.device === store.plan.goLive.device]""")

    assert facts == ["2027-06-08", True, 1_800_000_001_000, True]


def test_the_note_taker_is_named_in_what_is_entered(run: Any) -> None:
    """Once chosen, by name; before that nobody is named."""
    by = run("""
        tick(store, 't1')
        set(store, 'choices/note-taker', 'Jo')
        tick(store, 't2')
        return [store.plan.tasks.t1.state.by, store.plan.tasks.t2.state.by]""")

    assert by == [None, "Jo"]


def test_subscribers_hear_of_changes_until_they_leave(run: Any) -> None:
    """One that fails does not keep the others from hearing."""
    heard = run("""
        const heard = []
        const leaving = new AbortController()
        console.error = () => heard.push('reported')
        store.subscribe(() => { throw new Error('broken') })
        store.subscribe((p, status) => heard.push(status.kind, Object.keys(p.tasks).length), leaving)
        tick(store, 't1')
        store.change(p => p)
        leaving.abort()
        tick(store, 't2')
        return heard""")

    assert heard == ["reported", "saved", 1, "reported"]


def test_other_programs_keys_are_left_alone(run: Any) -> None:
    """Every key that is written or removed is ours, and every other one is as it was."""
    foreign, ours = run("""
        tabs.kept.set('other:plan', 'theirs')
        tabs.kept.set('gp-migration', 'not ours either')
        tick(store, 't1')
        store.noteCopied()
        shelf.replacePlan(store, plan.emptyPlan('p2'))()
        shelf.keepBoth(store, plan.emptyPlan('p3'))
        shelf.deletePlan(store, store.plan.id)
        shelf.removeEverything(store)
        return [[tabs.kept.get('other:plan'), tabs.kept.get('gp-migration')],
          tabs.writes.every(key => key.startsWith('gp-migration:'))]""")

    assert foreign == ["theirs", "not ours either"]
    assert ours is True


# Other tabs.


def test_another_tab_shows_a_change_at_once(run: Any) -> None:
    """Also when it is the first change of all, which makes the plan."""
    facts = run("""
        const other = tabs.open()
        const heard = []
        other.subscribe((p, status) => heard.push(status.kind))
        const before = other.isEmpty
        tick(store, 't1')
        tabs.deliver()
        return [before, done(other), other.plan.id === store.plan.id, heard.at(-1), tabs.writes.length]""")

    assert facts == [True, ["t1"], True, "saved", 3]


def test_a_tab_that_has_not_heard_yet_joins_the_plan_that_is_there(run: Any) -> None:
    """Two first changes in two tabs end in one plan with both."""
    facts = run("""
        const other = tabs.open()
        other.isEmpty
        tick(store, 't1')
        tick(other, 't2')
        tabs.deliver()
        return [done(store), done(other), store.plan.id === other.plan.id]""")

    assert facts == [["t1", "t2"], ["t1", "t2"], True]


def test_fifty_alternating_ticks_are_all_there(run: Any) -> None:
    """No tab overwrites what another has ticked, even if none hears of it."""
    counts = run("""
        const two = [store, tabs.open()]
        for (let i = 0; i < 50; i++) tick(two[i % 2], `t${i}`)
        tabs.deliver()
        return [...two.map(one => done(one).length), Object.keys(tabs.storedPlan().tasks).length]""")

    assert counts == [50, 50, 50]


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_two_hundred_random_edits_of_two_tabs_are_all_there(run: Any, seed: int) -> None:
    """Whether tabs hear of each other at once, late or never, the last value of each field stands."""
    facts = run(
        """
        let state = argument
        const random = below => (state = (state * 1103515245 + 12345) % 2147483648) % below
        const two = [store, tabs.open()]
        const expected = {}
        for (let i = 0; i < 200; i++) {
          const path = `${['tasks', 'actions'][random(2)]}/r${random(40)}/${['owner', 'notes', 'status'][random(3)]}`
          expected[path] = `value ${i}`
          set(two[random(2)], path, expected[path])
          if (random(4) === 0) tabs.deliver()
        }
        tabs.deliver()
        const wrong = two.map(one => Object.keys(expected).filter(path => at(one, path) !== expected[path]))
        const stored = plan.checkPlan(tabs.storedPlan()).plan
        const lost = Object.keys(expected).filter(path => plan.valueAt(stored, path) !== expected[path])
        return [...wrong, lost]""",
        seed,
    )

    assert facts == [[], [], []]


def test_tabs_that_read_a_plan_differently_do_not_answer_each_other_for_ever(run: Any) -> None:
    """A field that only one of two versions of the guide knows causes no storm of writes."""
    writes = run("""
        const other = tabs.open()
        tick(store, 't1')
        tabs.deliver()
        set(store, 'tasks/t1/unknown', 'x')
        set(other, 'tasks/t1/strange', 'y')
        tabs.deliver()
        return tabs.writes.length""")

    assert writes < 10


def test_a_change_that_another_tab_overwrote_comes_back(run: Any) -> None:
    """Two processes may write at the same moment: the one that lost out writes again."""
    facts = run("""
        tick(store, 't1')
        const text = tabs.stored('plan:' + store.plan.id)
        tick(store, 't2')
        const other = tabs.open()
        other.isEmpty
        tabs.kept.set('gp-migration:plan:' + store.plan.id, text)
        tick(other, 't3')
        tabs.kept.set('gp-migration:plan:' + store.plan.id, text)
        tabs.deliver()
        return [Object.keys(tabs.storedPlan().tasks).sort(), done(store).sort(), done(other).sort()]""")

    assert facts == [["t1", "t2", "t3"]] * 3


def test_emptied_storage_is_not_filled_again_by_itself(run: Any) -> None:
    """Someone who deletes the browser's data does not find it back because a tab was open."""
    facts = run("""
        tick(store, 't1')
        tabs.kept.clear()
        const other = tabs.open()
        store.subscribe(() => {})
        tabs.deliver()
        return [tabs.kept.size, other.isEmpty]""")

    assert facts == [0, True]


# Storage that does not work.


@pytest.mark.parametrize("trouble", ["blocked", "full", "forgetful"])
def test_a_browser_that_does_not_save_is_said_so(run: Any, trouble: str) -> None:
    """Blocked, full, or silently dropping: the page works on and says it in one sentence."""
    facts = run(
        """
        tabs.trouble = argument
        tick(store, 't1')
        tick(store, 't2')
        store.noteCopied()
        const {kind, why, copiedAt} = store.status
        return [done(store), store.isEmpty, kind, why, copiedAt > 0, tabs.kept.size]""",
        trouble,
    )

    assert facts == [["t1", "t2"], False, "unsaved", "unsaved", True, 0]


def test_blocked_storage_is_said_before_anything_is_entered(run: Any) -> None:
    """Reading tells already."""
    assert run("tabs.trouble = 'blocked'; return store.status.kind") == "unsaved"


def test_saving_is_tried_again_at_the_next_change(run: Any) -> None:
    """Once there is room, everything that was entered meanwhile is saved."""
    facts = run("""
        tick(store, 't1')
        tabs.trouble = 'full'
        tick(store, 't2')
        const during = store.status.kind
        tabs.trouble = ''
        tick(store, 't3')
        return [during, store.status.kind, store.status.why, Object.keys(tabs.storedPlan().tasks)]""")

    assert facts == ["unsaved", "saved", None, ["t1", "t2", "t3"]]


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "null",
        "[]",
        '"plan"',
        "{}",
        '{"format": "another"}',
        "\u0000\ufffd",
        "[" * 100_000,
    ],
)
def test_a_damaged_plan_is_kept_and_offered(run: Any, text: str) -> None:
    """A new plan begins; at its first change the old text moves aside, whole."""
    before, after, kept, ticked = run(
        """
        tabs.store(argument)
        const before = store.status
        tick(store, 't1')
        const kept = [...tabs.kept].filter(([key]) => key.startsWith('gp-migration:kept:')).map(([, value]) => value)
        return [before, store.status, kept, Object.keys(tabs.storedPlan().tasks)]""",
        text,
    )

    assert (before["kind"], before["why"], before["kept"]) == ("damaged", "damaged", text)
    assert (after["kind"], after["why"], after["kept"]) == ("saved", "damaged", text)
    assert kept == [text]
    assert ticked == ["t1"]


def test_an_empty_text_is_no_plan(run: Any) -> None:
    """There is nothing in it to keep."""
    assert run("tabs.store(''); return store.status.kind") == "none"


def test_a_damaged_plan_that_cannot_be_moved_aside_is_not_overwritten(run: Any) -> None:
    """Then the page works in memory, and says so."""
    facts = run("""
        tabs.store('{"format": "gp-migr')
        tabs.trouble = 'full'
        tick(store, 't1')
        tick(store, 't2')
        const {kind, why, kept} = store.status
        return [kind, why, kept, tabs.stored('plan:p1'), done(store)]""")

    assert facts == [
        "unsaved",
        "unsaved",
        '{"format": "gp-migr',
        '{"format": "gp-migr',
        ["t1", "t2"],
    ]


def test_a_plan_that_is_damaged_while_a_tab_is_open_is_written_again(run: Any) -> None:
    """What the tab still knows is saved, and the damaged text is kept."""
    facts = run("""
        tick(store, 't1')
        tabs.kept.set('gp-migration:plan:' + store.plan.id, 'spoilt')
        tick(store, 't2')
        return [Object.keys(tabs.storedPlan().tasks), store.status.kind, store.status.kept]""")

    assert facts == [["t1", "t2"], "saved", "spoilt"]


def test_a_partly_damaged_plan_is_used_and_its_text_kept(run: Any) -> None:
    """What is right is there; the text with the wrong part is moved aside once."""
    text = json.dumps(
        {
            "format": "gp-migration-plan",
            "schema": 1,
            "id": "p1",
            "tasks": {"t1": {"state": {"value": "done", "at": 1, "device": "d1"}}, "t2": 5},
        }
    )

    facts = run(
        """
        tabs.store(argument)
        const {kind, why, kept} = store.status
        tick(store, 't3')
        tick(store, 't4')
        const asides = [...tabs.kept.keys()].filter(key => key.startsWith('gp-migration:kept:')).length
        return [kind, why, kept, done(store), asides]""",
        text,
    )

    assert facts == ["saved", "partly", text, ["t1", "t3", "t4"], 1]


def test_a_plan_of_a_later_guide_is_never_overwritten(run: Any) -> None:
    """The page works in memory and says so, whatever is changed or opened."""
    text = json.dumps({"format": "gp-migration-plan", "schema": 2, "id": "p1", "new": []})

    facts = run(
        """
        tabs.store(argument)
        tick(store, 't1')
        shelf.replacePlan(store, {...plan.emptyPlan('p1'), revision: 9})
        tick(store, 't2')
        shelf.replacePlan(store, plan.emptyPlan('p2'))
        tick(store, 't3')
        const {kind, why} = store.status
        return [kind, why, done(store), tabs.stored('plan:p1'), tabs.stored('current')]""",
        text,
    )

    assert facts == ["later", "later", ["t3"], text, "p1"]


def test_a_later_guide_in_another_tab_stops_this_one_from_saving(run: Any) -> None:
    """The plan is theirs from then on; what is here stays on the page."""
    facts = run("""
        tick(store, 't1')
        const later = JSON.stringify({...store.plan, schema: 2})
        tabs.kept.set('gp-migration:plan:' + store.plan.id, later)
        tick(store, 't2')
        tabs.trouble = 'blocked'
        store.isEmpty
        tick(store, 't3')
        tabs.trouble = ''
        tick(store, 't4')
        return [store.status.kind, done(store), tabs.stored('plan:' + store.plan.id) === later]""")

    assert facts == ["later", ["t1", "t2", "t3", "t4"], True]


# An opened file, and copies.

FILE = """
    const file = plan.tick(plan.emptyPlan('from-a-file'), 'f1', true, {at: 1, device: 'd9'})
"""


def test_an_opened_plan_replaces_the_one_that_was_here(run: Any) -> None:
    """In every tab; the one that was here stays stored under its own id."""
    facts = run(
        FILE
        + """
        const other = tabs.open()
        tick(store, 't1')
        tabs.deliver()
        const old = store.plan.id
        shelf.replacePlan(store, file)
        tabs.deliver()
        tick(other, 'f2')
        return [done(store), done(other), other.plan.id, Object.keys(tabs.storedPlan().tasks),
          Object.keys(JSON.parse(tabs.stored('before:' + old)).tasks), store.status.kind]"""
    )

    assert facts == [["f1"], ["f1", "f2"], "from-a-file", ["f1", "f2"], ["t1"], "saved"]


def test_an_older_copy_of_the_same_plan_replaces_it_in_every_tab(run: Any) -> None:
    """Other tabs do not merge back what was replaced."""
    facts = run("""
        const other = tabs.open()
        tick(store, 't1')
        const copy = structuredClone(store.plan)
        tick(store, 't2')
        tabs.deliver()
        shelf.replacePlan(store, copy)
        tabs.deliver()
        tick(other, 't3')
        tabs.deliver()
        return [done(store), done(other), Object.keys(JSON.parse(tabs.stored('before:' + copy.id)).tasks)]""")

    assert facts == [["t1", "t3"], ["t1", "t3"], ["t1", "t2"]]


def test_undo_brings_back_the_plan_that_was_here(run: Any) -> None:
    """In every tab; of what was only looked at nothing is left, as before the file was opened."""
    facts = run(
        FILE
        + """
        tick(store, 't1')
        const undo = shelf.replacePlan(store, file)
        undo()
        const again = tabs.open()
        return [done(store), done(again), [...tabs.kept.keys()].filter(name => name.includes('from-a-file'))]"""
    )

    assert facts == [["t1"], ["t1"], []]


@pytest.mark.parametrize(
    "change", ["tick(store, 'f2')", "tick(other, 'f2'); tabs.deliver()"], ids=["here", "elsewhere"]
)
def test_undo_keeps_beside_it_an_opened_plan_that_was_changed(run: Any, change: str) -> None:
    """Whoever worked in it finds it among their plans."""
    facts = run(
        FILE
        + f"""
        const other = tabs.open()
        tick(store, 't1')
        const undo = shelf.replacePlan(store, file)
        tabs.deliver()
        {change}
        undo()
        return [done(store), Object.keys(JSON.parse(tabs.stored('plan:from-a-file')).tasks)]"""
    )

    assert facts == [["t1"], ["f1", "f2"]]


def test_undo_keeps_an_opened_plan_that_was_here_before(run: Any) -> None:
    """As it was in the browser, not as it was in the file."""
    facts = run(
        FILE
        + """
        shelf.keepBoth(store, file)
        tick(store, 'f2')
        const first = plan.emptyPlan('p1')
        shelf.replacePlan(store, plan.tick(first, 't1', true, {at: 1, device: 'd9'}))
        shelf.replacePlan(store, file)()
        return [done(store), Object.keys(JSON.parse(tabs.stored('plan:from-a-file')).tasks)]"""
    )

    assert facts == [["t1"], ["f1", "f2"]]


def test_undo_on_a_page_without_a_plan_leaves_no_plan(run: Any) -> None:
    """As it was before the file was opened."""
    facts = run(
        FILE
        + """
        const undo = shelf.replacePlan(store, file)
        const opened = done(store)
        undo()
        return [opened, store.isEmpty, store.status.kind, tabs.open().isEmpty]"""
    )

    assert facts == [["f1"], True, "none", True]


def test_an_opened_plan_that_cannot_be_saved_is_shown_and_nothing_is_lost(run: Any) -> None:
    """Full storage: the file is on the page, the old plan is still stored."""
    facts = run(
        FILE
        + """
        tick(store, 't1')
        const old = tabs.stored('plan:' + store.plan.id)
        const oldId = store.plan.id
        tabs.trouble = 'full'
        shelf.replacePlan(store, file)
        tick(store, 'f2')
        return [done(store), store.status.kind, tabs.stored('plan:' + oldId) === old]"""
    )

    assert facts == [["f1", "f2"], "unsaved", True]


def test_when_a_copy_was_saved_is_remembered(run: Any) -> None:
    """In this tab, the next and after a reload, for this plan alone."""
    facts = run(
        FILE
        + """
        const other = tabs.open()
        tick(store, 't1')
        tabs.deliver()
        store.noteCopied()
        tabs.deliver()
        const times = [store, other, tabs.open()].map(one => one.status.copiedAt)
        shelf.replacePlan(store, file)
        tabs.deliver()
        return [new Set(times).size, times[0] > 0, other.status.copiedAt, store.status.copiedAt]"""
    )

    assert facts == [1, True, None, None]


# The store of the page itself.


def test_the_page_has_a_store_over_the_browsers_own_storage(
    browser: Any, address: str
) -> None:
    """Two real tabs follow each other, and a reload finds everything."""
    context = browser.new_context()
    one, other = context.new_page(), context.new_page()
    for tab in (one, other):
        tab.goto(address)
        tab.evaluate("async () => { window.store = (await import('/js/store.js')).store; store.plan }")

    one.evaluate(
        "async () => { const {tick} = await import('/js/plan/plan.js');"
        " store.change((plan, stamp) => tick(plan, 't1', true, stamp)) }"
    )

    other.wait_for_function("() => store.plan.tasks.t1?.state.value === 'done'")
    other.reload()
    assert other.evaluate(
        "async () => (await import('/js/store.js')).store.plan.tasks.t1.state.value"
    ) == "done"
    assert sorted(one.evaluate("() => Object.keys(localStorage).map(k => k.split(':')[1])")) == [
        "current",
        "device",
        "plan",
    ]
    context.close()


def test_the_page_works_where_the_word_local_storage_throws(browser: Any, address: str) -> None:
    """A browser that blocks storage throws before a method is called."""
    context = browser.new_context()
    tab = context.new_page()
    tab.add_init_script(
        "Object.defineProperty(window, 'localStorage',"
        " {get() { throw new DOMException('Access is denied.', 'SecurityError') }})"
    )
    tab.goto(address)

    facts = tab.evaluate(
        "async () => { const {store} = await import('/js/store.js');"
        " const {tick} = await import('/js/plan/plan.js');"
        " store.change((plan, stamp) => tick(plan, 't1', true, stamp));"
        " return [store.status.kind, store.status.why, store.plan.tasks.t1.state.value] }"
    )

    assert facts == ["unsaved", "unsaved", "done"]
    context.close()
