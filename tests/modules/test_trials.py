"""Storage and files on their worst day: many tabs, no room, a dead browser, damaged files."""

from __future__ import annotations

import json
import os
import random
from pathlib import Path
from typing import Any

import pytest

LONG = "GP_LONG" in os.environ
SEED = int(os.environ.get("GP_SEED", "20261122"))
SEEDS = 100 if LONG else 10
FULL_POINTS = 200 if LONG else 20
DEATHS = 100 if LONG else 10
DAMAGED = 2_000 if LONG else 200
SAMPLES = sorted((Path(__file__).resolve().parents[1] / "cases/plans").glob("*.json"))
TOOLS = """
    const shelf = await import('/js/elements/plan-shelf.js')
    const tick = (store, id) => store.change((p, stamp) => plan.tick(p, id, true, stamp))
    const set = (store, path, value) => store.change((p, stamp) => plan.withValue(p, path, value, stamp))
    const at = (store, path) => plan.valueAt(store.plan, path)
"""


@pytest.fixture
def run(tabs: Any) -> Any:
    """Run a script with short words for common changes."""
    return lambda text, argument=None: tabs(TOOLS + text, argument)


def count(capsys: pytest.CaptureFixture[str], words: str) -> None:
    """Print how much was tried, even when the test passes."""
    with capsys.disabled():
        print(f"\n  trials: {words}", end="")


@pytest.mark.parametrize("tabs_open", [2, 5])
def test_random_edits_of_many_tabs_are_all_there(
    run: Any, tabs_open: int, capsys: pytest.CaptureFixture[str]
) -> None:
    """200 edits each, heard of at once, late or never: every last value, and no conflict invented."""
    for seed in range(SEEDS):
        wrong = run(
            """
            const {undecided} = await import('/js/plan/union.js')
            let state = argument.seed
            const random = below => (state = (state * 1103515245 + 12345) % 2147483648) % 65521 % below
            const open = Array.from({length: argument.tabs}, () => tabs.open())
            const expected = {}
            for (let i = 0; i < 200 * argument.tabs; i++) {
              const path = `${['tasks', 'actions'][random(2)]}/r${random(40)}/${['owner', 'notes', 'status'][random(3)]}`
              expected[path] = `value ${i}`
              set(open[random(argument.tabs)], path, expected[path])
              if (random(4) === 0) tabs.deliver()
            }
            tabs.deliver()
            const stored = plan.checkPlan(tabs.storedPlan()).plan
            return [...open.map(one => one.plan), stored].flatMap(one => [
              ...Object.keys(expected).filter(path => plan.valueAt(one, path) !== expected[path]), ...undecided(one)])""",
            {"seed": SEED + seed, "tabs": tabs_open},
        )
        assert wrong == [], seed
    count(capsys, f"{SEEDS} seeds of {tabs_open} tabs, 200 edits each")


def test_storage_that_is_full_at_any_point_keeps_the_old_plan_or_the_new(
    run: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is stored is whole; what is not stored is on the page and said; room later saves it all."""
    wrong = run(
        """
        const first = tabs.open()
        for (let i = 0; i < 20; i++) set(first, `tasks/t${i}/notes`, 'A note of some length. '.repeat(3))
        const size = [...tabs.kept.values()].join('').length
        const wrong = []
        for (let point = 0; point < argument; point++) {
          const store = tabs.open()
          store.plan
          const before = tabs.stored('plan:' + store.plan.id)
          tabs.room = size + point * 7
          for (let i = 0; i < 8; i++) set(store, `tasks/n${point}-${i}/notes`, 'Another note. '.repeat(9))
          const stored = tabs.storedPlan()
          const here = Object.keys(store.plan.tasks).filter(id => id.startsWith(`n${point}-`)).length
          if (here !== 8) wrong.push([point, 'page', here])
          if (!plan.checkPlan(stored).plan || plan.checkPlan(stored).dropped) wrong.push([point, 'stored'])
          if (store.status.kind === 'saved' && JSON.stringify(stored) !== JSON.stringify(store.plan)) wrong.push([point, 'said'])
          tabs.room = Infinity
          set(store, 'goLive', '2027-06-08')
          if (JSON.stringify(tabs.storedPlan()) !== JSON.stringify(store.plan) || store.status.kind !== 'saved') wrong.push([point, 'later'])
          tabs.kept.set('gp-migration:plan:' + store.plan.id, before)
        }
        return wrong""",
        FULL_POINTS,
    )

    assert wrong == []
    count(capsys, f"full at {FULL_POINTS} points")


def test_a_browser_that_dies_at_any_write_leaves_a_whole_plan(
    run: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    """While ticking, opening, merging, deleting: afterwards every plan is whole, and none is gone."""
    wrong = run(
        """
        const jobs = [
          store => tick(store, 'new'),
          store => shelf.replacePlan(store, plan.emptyPlan(store.plan.id)),
          store => shelf.mergePlan(store, plan.tick(plan.emptyPlan('p9'), 'new', true, {at: 5, device: 'd9'})),
          store => shelf.keepBoth(store, plan.tick(plan.emptyPlan('p9'), 'new', true, {at: 5, device: 'd9'})),
          store => shelf.deletePlan(store, store.plan.id),
          store => { shelf.deletePlan(store, store.plan.id); shelf.undoDelete(store) },
        ]
        const wrong = []
        let deaths = 0
        for (let turn = 0; deaths < argument && turn < argument * 20; turn++) {
          tabs.kept.clear()
          tabs.diesAt = 0
          const store = tabs.open()
          tick(store, 'old')
          const old = store.plan.id
          const dying = tabs.open()
          dying.plan
          const steps = tabs.steps
          tabs.diesAt = steps + 1 + Math.floor(turn / jobs.length) % 5
          // From the fatal write on nothing is written any more.
          const kept = new Map(tabs.kept)
          let snapshot
          const set = tabs.kept.set.bind(tabs.kept)
          const remove = tabs.kept.delete.bind(tabs.kept)
          tabs.kept.set = (...args) => { if (tabs.steps < tabs.diesAt) set(...args); return tabs.kept }
          tabs.kept.delete = key => tabs.steps < tabs.diesAt && remove(key)
          try { jobs[turn % jobs.length](dying) } catch {}
          if (tabs.steps >= tabs.diesAt) deaths += 1
          tabs.kept.set = set
          tabs.kept.delete = remove
          tabs.diesAt = 0
          const texts = [...tabs.kept].filter(([key]) => /:(plan|before|deleted):/.test(key)).map(([, text]) => text)
          const plans = texts.map(text => { try { return plan.checkPlan(JSON.parse(text)) } catch { return {} } })
          if (plans.some(one => !one.plan || one.dropped)) wrong.push([turn, 'not whole'])
          if (!plans.some(one => one.plan && plan.tickState(one.plan, 'old') === 'done')) wrong.push([turn, 'gone'])
          const again = tabs.open()
          if (again.status.why) wrong.push([turn, again.status.why])
        }
        return [wrong, deaths]""",
        DEATHS,
    )

    assert wrong == [[], DEATHS]
    count(capsys, f"{DEATHS} deaths in the middle of six kinds of work")


def test_storage_blocked_midway_and_cleared_behind_our_back(run: Any) -> None:
    """The page goes on; the next change after it saves everything again."""
    facts = run("""
        const store = tabs.open()
        tick(store, 't1')
        tabs.trouble = 'blocked'
        tick(store, 't2')
        const during = store.status.kind
        tabs.trouble = ''
        tick(store, 't3')
        const after = [store.status.kind, Object.keys(tabs.storedPlan().tasks)]
        tabs.kept.clear()
        tick(store, 't4')
        return [during, ...after, Object.keys(tabs.storedPlan().tasks), store.status.kind]""")

    assert facts == [
        "unsaved", "saved", ["t1", "t2", "t3"], ["t1", "t2", "t3", "t4"], "saved",
    ]


def damaged(text: str, chance: random.Random) -> str:
    """Spoil a file as disks, mailers and editors do."""
    at, length = chance.randrange(len(text)), chance.randrange(1, 60)
    ways = [
        lambda: text[:at],
        lambda: text[:at] + text[at + length :],
        lambda: text[:at] + "\x00" * length + text[at + length :],
        lambda: text[:at] + chance.choice('{}[]",:0x<é\ufeff') + text[at:],
        lambda: text[at:] + text[:at],
        lambda: text.replace('"', "”", chance.randrange(1, 9)),
        lambda: text.encode().decode("latin-1"),
        lambda: text.replace('"at": ', '"at": "', chance.randrange(1, 9)),
        lambda: text + text[:at],
        lambda: json.dumps(spoilt(json.loads(text), chance)),
    ]
    return str(chance.choice(ways)())


def spoilt(value: Any, chance: random.Random) -> Any:
    """Put wrong kinds of values in random places."""
    if chance.random() < 0.08:
        return chance.choice([None, 5, "", "x", [], {}, True, [[]], {"at": 1}])
    if isinstance(value, dict):
        return {name: spoilt(part, chance) for name, part in value.items()}
    return [spoilt(part, chance) for part in value] if isinstance(value, list) else value


def test_damaged_files_change_nothing_and_say_what_is_wrong(
    run: Any, module: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each is refused in a sentence or read in part with a count; the open plan is byte-equal."""
    chance = random.Random(SEED)
    whole = SAMPLES[0].read_text("utf-8")
    texts = [damaged(whole, chance) for _ in range(DAMAGED)]

    facts = run(
        """
        const {fromFile} = await import('/js/exports/planfile.js')
        const store = tabs.open()
        tick(store, 't1')
        const before = JSON.stringify([...tabs.kept, store.plan])
        const said = {}
        let read = 0
        const wrong = []
        argument.forEach((text, i) => {
          try {
            const {problem, plan: found, dropped} = fromFile(text)
            if (problem) said[problem] = (said[problem] ?? 0) + 1
            else {
              read += 1
              const again = plan.checkPlan(JSON.parse(JSON.stringify(found)))
              if (!again.plan || again.dropped) wrong.push([i, 'not clean'])
              if (typeof dropped !== 'number') wrong.push([i, 'no count'])
            }
          } catch (error) {
            wrong.push([i, String(error)])
          }
        })
        return {wrong, said, read, isEqual: before === JSON.stringify([...tabs.kept, store.plan])}""",
        texts,
    )

    assert facts["wrong"] == []
    assert facts["isEqual"]
    assert all(sentence.endswith(".") for sentence in facts["said"])
    refused = sum(facts["said"].values())
    assert refused + facts["read"] == DAMAGED
    count(capsys, f"{DAMAGED} damaged files, {refused} refused, {facts['read']} read in part")


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_every_plan_that_was_ever_saved_still_opens(module: Any, sample: Path) -> None:
    """Whole, with nothing left out, from a file and from the browser's own storage."""
    text = sample.read_text("utf-8")
    stored = {k: v for k, v in json.loads(text).items() if k not in ("saved", "summary")}

    read = module("exports/planfile.js").fromFile(text)

    assert (read.get("problem"), read["dropped"], read["suspects"]) == (None, 0, [])
    assert read["summary"]["practice"] == "Riverside Surgery"
    assert read["summary"]["done"] == 2
    assert module("plan/plan.js").checkPlan(stored) == {"plan": read["plan"], "dropped": 0}
    assert {k: v for k, v in read["plan"].items() if v} == {k: v for k, v in stored.items() if v}
