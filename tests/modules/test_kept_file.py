"""One file that several people work on: a real file of the browser, and two people's stores."""

from __future__ import annotations

import os
from typing import Any

import pytest

LONG = "GP_LONG" in os.environ
EDITS = 300 if LONG else 30
SEED = int(os.environ.get("GP_SEED", "20261122"))
TOOLS = """
    const {fakeTabs} = await import('/tests/fake_tabs.js')
    const {bringTogether, keepFile} = await import('/js/elements/kept-file.js')
    const {toFile, fromFile} = await import('/js/exports/planfile.js')
    const {undecided} = await import('/js/plan/union.js')
    const shelf = await import('/js/elements/plan-shelf.js')
    const folder = await navigator.storage.getDirectory()
    for await (const name of folder.keys()) await folder.removeEntry(name)
    const handle = await folder.getFileHandle('plan.json', {create: true})
    const read = async () => (await handle.getFile()).text()
    const put = async text => {
      const writable = await handle.createWritable()
      await writable.write(text)
      await writable.close()
    }
    const person = device => {
      const world = fakeTabs()
      world.kept.set('gp-migration:device', device)
      return world.open()
    }
    const set = (store, path, value) => store.change((p, stamp) => plan.withValue(p, path, value, stamp))
    const at = (store, path) => plan.valueAt(store.plan, path)
    const ada = person('ada')
    set(ada, 'practice/name', 'Riverside')
    set(ada, 'tasks/t1/owner', 'Ann')
    // Ben opened Ada's plan once, and works on it.
    const ben = person('ben')
    shelf.replacePlan(ben, fromFile(toFile(ada.plan, {savedAt: 0})).plan)
"""
KEPT_UP = "plan.json is kept up to date while this page is open."
LEFT = "plan.json was left as it is. "


@pytest.fixture
def run(tabs: Any) -> Any:
    """Run a script with an empty file, Ada, and Ben who has her plan."""
    return lambda text, argument=None: tabs(TOOLS + text, argument)


def test_an_empty_file_gets_the_whole_plan(run: Any) -> None:
    """It can be opened like any copy, and counts as one."""
    says, name, is_copied = run("""
        const {says} = await bringTogether(handle, ada)
        return [says, fromFile(await read()).summary.practice, Boolean(ada.status.copiedAt)]""")

    assert says.startswith(f"{KEPT_UP} Last written ")
    assert (name, is_copied) == ("Riverside", True)


def test_what_two_people_wrote_is_with_both_and_in_the_file(run: Any) -> None:
    """Each turn takes in first and writes then; when nothing is new, nothing is written."""
    facts = run("""
        await bringTogether(handle, ada)
        set(ada, 'tasks/t2/owner', 'Ann')
        set(ben, 'tasks/t3/owner', 'Bob')
        await bringTogether(handle, ben)
        await bringTogether(handle, ada)
        await bringTogether(handle, ben)
        const before = await read()
        const ends = [await bringTogether(handle, ada), await bringTogether(handle, ben)]
        const paths = ['tasks/t1/owner', 'tasks/t2/owner', 'tasks/t3/owner']
        return [ends.map(one => one.says), before === await read(),
          ...[ada.plan, ben.plan, fromFile(before).plan].map(one => paths.map(path => plan.valueAt(one, path)))]""")

    assert facts == [[KEPT_UP, KEPT_UP], True, *[["Ann", "Ann", "Bob"]] * 3]


def test_what_both_changed_waits_for_a_decision_with_both(run: Any) -> None:
    """And when one decides, both have the decision."""
    facts = run("""
        await bringTogether(handle, ada)
        set(ada, 'tasks/t1/owner', 'Adam')
        set(ben, 'tasks/t1/owner', 'Bob')
        for (const one of [ada, ben, ada]) await bringTogether(handle, one)
        const open = [ada, ben].map(one => undecided(one.plan).map(({versions}) => versions.map(v => v.value).sort()))
        ben.change((p, stamp) => plan.withDecision(p, 'tasks/t1/owner', 'Adam', stamp))
        for (const one of [ben, ada]) await bringTogether(handle, one)
        return [...open, ...[ada, ben].map(one => [at(one, 'tasks/t1/owner'), undecided(one.plan).length])]""")

    assert facts == [[["Adam", "Bob"]], [["Adam", "Bob"]], ["Adam", 0], ["Adam", 0]]


def test_a_file_that_changes_between_reading_and_writing_is_read_again(run: Any) -> None:
    """What came in between is merged, not written over."""
    facts = run("""
        await bringTogether(handle, ada)
        set(ada, 'tasks/t2/owner', 'Ann')
        set(ben, 'tasks/t3/owner', 'Bob')
        const open = handle.createWritable.bind(handle)
        let isLate = false
        handle.createWritable = async () => {
          const writable = await open()
          if (!isLate) {
            isLate = true
            handle.createWritable = open
            await bringTogether(handle, ben)
          }
          return writable
        }
        await bringTogether(handle, ada)
        const {plan: file} = fromFile(await read())
        return [isLate, ...[file, ada.plan].map(one => ['t2', 't3'].map(id => plan.valueAt(one, `tasks/${id}/owner`)))]""")

    assert facts == [True, ["Ann", "Bob"], ["Ann", "Bob"]]


def test_a_file_that_changes_while_it_is_read_is_read_again(run: Any) -> None:
    """The browser refuses what it looked at a moment ago; after some tries it is left for later."""
    facts = run("""
        await bringTogether(handle, ada)
        const get = handle.getFile.bind(handle)
        let refusals = 3
        handle.getFile = async () => {
          const file = await get()
          if (refusals-- > 0) file.text = async () => { throw new DOMException('Changed.', 'NotReadableError') }
          return file
        }
        set(ada, 'tasks/t2/owner', 'Ann')
        const first = (await bringTogether(handle, ada)).says.slice(0, 26)
        const hasIt = (await read()).includes('"t2"')
        refusals = 99
        return [first, hasIt, await bringTogether(handle, ada)]""")

    assert facts == [KEPT_UP[:26], True, {"says": "plan.json is in use by somebody else. It is tried again in a moment."}]


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        ("text => text.slice(0, 200)", "That file is damaged or not complete. Choose another copy of the plan."),
        ("() => 'Minutes of the meeting'", "That file is not a plan from this site. Choose a file that ends in .json and was saved here."),
        ("text => text.replace('\"schema\": 1', '\"schema\": 99')", "This plan was saved by a newer version of the guide. Reload this page, then open the plan again."),
        ("text => text.replace('\"value\": \"Ann\"', '\"value\": 5')", "Part of it could not be read. Ask who saved it for another copy."),
        ("text => text.replace('Ann', '943 476 5919')", "In it is what looks like an NHS number. Look at it with “Open a saved plan”, and decide."),
        ("text => text.replace(/\"id\": \"[^\"]+\"/, '\"id\": \"another\"')", "It holds another plan. Look at it with “Open a saved plan”."),
        ("text => text.padEnd(5_000_001)", "That file is too large to be a plan (5 MB). Choose a file that ends in .json and was saved here."),
    ],
)
def test_a_file_that_cannot_be_taken_whole_is_left_as_it_is(run: Any, spoil: str, says: str) -> None:
    """Byte for byte, and so is the plan; the file is let go until somebody chooses it again."""
    facts = run(f"""
        await bringTogether(handle, ada)
        const spoilt = ({spoil})(await read())
        await put(spoilt)
        set(ada, 'tasks/t2/owner', 'Ann')
        const before = JSON.stringify(ada.plan)
        const {{says, isOver}} = await bringTogether(handle, ada)
        return [says, isOver, await read() === spoilt, JSON.stringify(ada.plan) === before]""")

    assert facts == [LEFT + says, True, True, True]


def test_a_number_that_was_said_to_be_none_is_no_reason_to_stop(run: Any) -> None:
    """Who opened the file with it has decided."""
    says = run("""
        set(ada, 'tasks/t2/notes', 'Ticket 943 476 5919')
        await bringTogether(handle, ada)
        set(ada, 'tasks/t2/owner', 'Ann')
        return (await bringTogether(handle, ada)).says""")

    assert says.startswith(KEPT_UP)


def test_a_file_that_was_deleted_is_said_and_nothing_is_lost(run: Any) -> None:
    """It is not made again behind anybody's back."""
    facts = run("""
        await bringTogether(handle, ada)
        await folder.removeEntry('plan.json')
        set(ada, 'tasks/t2/owner', 'Ann')
        const {says, isOver} = await bringTogether(handle, ada)
        const names = []
        for await (const name of folder.keys()) names.push(name)
        return [says, isOver, at(ada, 'tasks/t2/owner'), names]""")

    assert facts == [
        "plan.json is no longer there. Your plan is kept in this browser. Make the file again, or choose where it is now.",
        True, "Ann", [],
    ]


@pytest.mark.parametrize(
    "refuse",
    [
        "handle.queryPermission = handle.requestPermission = async () => 'denied'",
        "handle.queryPermission = async () => 'prompt';"
        " handle.requestPermission = async () => { throw new DOMException('No click.', 'SecurityError') }",
        "handle.createWritable = async () => { throw new DOMException('Blocked.', 'NotAllowedError') }",
    ],
    ids=["denied", "not asked for", "taken back"],
)
def test_a_refused_permission_is_said_and_nothing_is_lost(run: Any, refuse: str) -> None:
    """The file is as it was, and the plan is where it was."""
    facts = run(f"""
        await bringTogether(handle, ada)
        const before = await read()
        {refuse}
        set(ada, 'tasks/t2/owner', 'Ann')
        const {{says, isOver}} = await bringTogether(handle, ada)
        return [says, isOver, await read() === before, at(ada, 'tasks/t2/owner')]""")

    assert facts == [
        "This browser may not write to plan.json. Your plan is kept in this browser. Choose the file again, or save a copy.",
        True, True, "Ann",
    ]


def test_a_drive_that_is_full_is_said_and_the_file_is_whole(run: Any) -> None:
    """Half of a plan is never in the file: it is written beside it and changes place at the end."""
    facts = run("""
        await bringTogether(handle, ada)
        const before = await read()
        const open = handle.createWritable.bind(handle)
        handle.createWritable = async () => {
          const writable = await open()
          const write = writable.write.bind(writable)
          writable.write = async text => {
            await write(text.slice(0, 100))
            throw new DOMException('Full.', 'QuotaExceededError')
          }
          return writable
        }
        set(ada, 'tasks/t2/owner', 'Ann')
        const {says, isOver} = await bringTogether(handle, ada)
        return [says, isOver, await read() === before]""")

    assert facts == [
        "plan.json could not be written. Your plan is kept in this browser. Choose the file again, or save a copy.",
        True, True,
    ]


def test_two_who_edit_in_any_order_end_with_every_edit(
    run: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each edits fields of their own; turns at the file come as they come, some at the same time."""
    facts = run(
        """
        let state = argument.seed
        const random = below => (state = (Math.imul(state, 1103515245) + 12345) >>> 0) % 65521 % below
        const people = [ada, ben]
        const expected = {}
        let turns = 0
        for (let i = 0; i < argument.edits; i++) {
          const who = random(2)
          const path = `tasks/${'ab'[who]}${random(12)}/notes`
          expected[path] = `value ${i}`
          set(people[who], path, expected[path])
          if (random(3) === 0) {
            const both = random(3) === 0
            await Promise.all((both ? people : [people[random(2)]]).map(one => bringTogether(handle, one)))
            turns += both ? 2 : 1
          }
        }
        for (const one of [ada, ben, ada, ben]) await bringTogether(handle, one)
        const {plan: file, dropped} = fromFile(await read())
        const wrong = [ada.plan, ben.plan, file].flatMap(one => [
          ...Object.keys(expected).filter(path => plan.valueAt(one, path) !== expected[path]), ...undecided(one)])
        return [wrong, dropped, turns]""",
        {"seed": SEED, "edits": EDITS},
    )

    with capsys.disabled():
        print(f"\n  trials: one file, two people, {EDITS} edits, {facts[2]} turns at it", end="")
    assert facts[:2] == [[], 0]


def test_the_file_follows_each_change_until_it_is_let_go(run: Any) -> None:
    """A moment after the change; when the plan is replaced, the file is left alone."""
    facts = run("""
        const told = []
        const connection = new AbortController()
        await keepFile(handle, ada, one => told.push(one), connection)
        const wait = async isSo => { for (let i = 0; i < 80 && !await isSo(); i++) await new Promise(go => setTimeout(go, 100)) }
        set(ada, 'tasks/t2/owner', 'Ann')
        await wait(async () => (await read()).includes('"t2"'))
        const has = (await read()).includes('"t2"')
        shelf.replacePlan(ada, plan.emptyPlan('p9'))
        await wait(() => connection.signal.aborted)
        return [has, (await read()).includes('"t2"'), told.at(-1)]""")

    assert facts == [
        True,
        True,
        {"says": "The plan here was changed as a whole. plan.json is no longer kept up to date.", "isOver": True},
    ]


def test_the_history_in_the_file_does_not_grow_for_ever(run: Any) -> None:
    """What one person's history has given up does not come back from the file."""
    facts = run("""
        const {withEntries} = await import('/js/plan/history.js')
        const note = (store, i) => store.change(p => withEntries(p, [{id: `e${i}-${store.plan.revision}`, what: `tasks/x${i}/owner`, was: '', at: 1e6 + i * 1e5, device: 'd'}]))
        for (let i = 0; i < 400; i++) {
          note(i % 2 ? ada : ben, i)
          if (i % 10 === 0) for (const one of [ada, ben]) await bringTogether(handle, one)
        }
        for (const one of [ada, ben, ada]) await bringTogether(handle, one)
        return [ada.plan, ben.plan, fromFile(await read()).plan].map(one => one.history.length < 130 && one.history.at(-1).at === 1e6 + 399e5)""")

    assert facts == [True, True, True]
