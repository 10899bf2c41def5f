"""What two people decide after a merge: a milestone's date and what was said of it are one decision."""

from __future__ import annotations

import os
from typing import Any

import pytest

LONG = "GP_LONG" in os.environ
HISTORIES = 10_000 if LONG else 1_000
SEED = int(os.environ.get("GP_SEED", "20261126"))
BATCH = 500

TOOLS = """
const {standingOf, withDate, withFirmness, withSaid} = await import('/js/plan/standing.js')
const {unitePlans, undecided} = await import('/js/plan/union.js')
const {questionsOf, withAsked, withChosen} = await import('/js/plan/questions.js')
const {optionWords, placeWords} = await import('/js/exports/changes.js')
const names = {milestones: {fdp: 'Final data production'}}
const stamp = (at, device = 'd1') => ({at, by: device, device})
const fix = (p, date, at, device, id = 'fdp') => withDate(p, id, date, stamp(at, device))
const say = (p, name, value, at, device, id = 'fdp') => withSaid(p, `milestones/${id}/${name}`, value, stamp(at, device))
const confirm = (p, at, device, by = 'Pat Green', how = 'e-mail', id = 'fdp') =>
  say(say(say(p, 'state', 'confirmed', at, device, id), 'by', by, at, device, id), 'how', how, at, device, id)
const begun = plan.withValue(plan.emptyPlan('p1'), 'goLive', '2027-06-08', stamp(1))
const first = fix(begun, '2027-06-01', 10)
"""


@pytest.fixture
def run(tabs: Any) -> Any:
    """Run a script with the tools."""
    return lambda text, argument=None: tabs(TOOLS + text, argument)


DATE = "Final data production: date"
QUESTIONS = [  # what two people did, the question, what there is to choose from
    (
        "one moves the date, the other confirms the old one",
        "fix(first, '2027-06-02', 30, 'a')",
        "confirm(first, 40, 'b')",
        [[DATE, ["Tue 1 June 2027, confirmed: Pat Green, e-mail", "Wed 2 June 2027, agreed"]]],
    ),
    (
        "both move the date, and each confirms their own",
        "confirm(fix(first, '2027-06-02', 30, 'a'), 31, 'a', 'Lee Hart', 'call')",
        "confirm(fix(first, '2027-06-03', 30, 'b'), 31, 'b')",
        [
            [
                DATE,
                [
                    "Thu 3 June 2027, confirmed: Pat Green, e-mail",
                    "Wed 2 June 2027, confirmed: Lee Hart, call",
                ],
            ]
        ],
    ),
    (
        "each confirms, one of them another date",
        "confirm(fix(first, '2027-06-02', 30, 'a'), 31, 'a', 'Lee Hart', 'call')",
        "confirm(first, 40, 'b')",
        [
            [
                DATE,
                [
                    "Tue 1 June 2027, confirmed: Pat Green, e-mail",
                    "Wed 2 June 2027, confirmed: Lee Hart, call",
                ],
            ]
        ],
    ),
    (
        "both confirm the same date, each with a letter of their own",
        "confirm(first, 30, 'a', 'Lee Hart', 'call')",
        "confirm(first, 40, 'b')",
        [
            [
                DATE,
                [
                    "Tue 1 June 2027, confirmed: Pat Green, e-mail",
                    "Tue 1 June 2027, confirmed: Lee Hart, call",
                ],
            ]
        ],
    ),
    (
        "both move the date to the same day",
        "fix(first, '2027-06-02', 30, 'a')",
        "fix(first, '2027-06-02', 40, 'b')",
        [],
    ),
    (
        "one lets the date follow its rule again, the other moves it",
        "withFirmness(first, 'fdp', '', '', stamp(30, 'a'))",
        "fix(first, '2027-06-02', 40, 'b')",
        [[DATE, ["Wed 2 June 2027, agreed", "the date of its rule"]]],
    ),
    (
        "both move Go Live, and one says that it is confirmed",
        "plan.withValue(first, 'goLive', '2027-06-15', stamp(30, 'a'))",
        "confirm(plan.withValue(first, 'goLive', '2027-06-22', stamp(30, 'b')), 31, 'b', 'ICB', 'letter', 'go-live')",
        [["Go Live date", ["Tue 22 June 2027, confirmed: ICB, letter", "Tue 15 June 2027"]]],
    ),
    (
        "both move Go Live",
        "plan.withValue(first, 'goLive', '2027-06-15', stamp(30, 'a'))",
        "plan.withValue(first, 'goLive', '2027-06-22', stamp(31, 'b'))",
        [["Go Live date", ["Tue 22 June 2027", "Tue 15 June 2027"]]],
    ),
    (
        "two milestones are two decisions, and a note is one of its own",
        "fix(plan.withValue(fix(first, '2027-06-02', 30, 'a'), 'tasks/t1/notes', 'x', stamp(30, 'a')), '2027-03-02', 30, 'a', 'k')",
        "fix(plan.withValue(fix(first, '2027-06-03', 30, 'b'), 'tasks/t1/notes', 'y', stamp(30, 'b')), '2027-03-03', 30, 'b', 'k')",
        [
            [DATE, ["Thu 3 June 2027, agreed", "Wed 2 June 2027, agreed"]],
            ["k: date", ["Wed 3 March 2027, agreed", "Tue 2 March 2027, agreed"]],
            ["t1: note", ["y", "x"]],
        ],
    ),
    ("only one changed anything", "confirm(first, 30, 'a')", "first", []),
]


@pytest.mark.parametrize(
    ("what", "ours", "theirs", "asked"), QUESTIONS, ids=lambda v: v if isinstance(v, str) else None
)
def test_a_date_and_how_firm_it_is_are_one_question(
    run: Any, what: str, ours: str, theirs: str, asked: list[Any]
) -> None:
    """In whichever order the two meet, and what is counted is what is asked."""
    found = run(f"""const [a, b] = [{ours}, {theirs}]
        return [unitePlans(a, b), unitePlans(b, a)].map(one => [undecided(one).length, questionsOf(one).map(({{path, options}}) =>
          [placeWords(one, path, names), options.map(option => optionWords(option, names))])])""")

    for counted, questions in found:
        assert counted == len(asked), what
        ordered = [[place, sorted(options)] for place, options in sorted(questions)]
        assert ordered == [[place, sorted(options)] for place, options in sorted(asked)], what


@pytest.mark.parametrize(
    ("chosen", "kept"),
    [
        ("2027-06-02", ["2027-06-02", "confirmed", "Lee Hart", "call", ""]),
        ("2027-06-01", ["2027-06-01", "confirmed", "Pat Green", "e-mail", ""]),
    ],
)
def test_whose_date_is_kept_brings_its_state_and_its_letter(
    run: Any, chosen: str, kept: list[str]
) -> None:
    """No part of it stays to be decided, also where the two files meet again, and the history can undo it."""
    found = run(
        """
        const a = confirm(fix(first, '2027-06-02', 30, 'a'), 31, 'a', 'Lee Hart', 'call')
        const b = confirm(first, 40, 'b')
        const [{options}] = questionsOf(unitePlans(a, b))
        const done = withChosen(unitePlans(a, b), options.find(({kept: [{value}]}) => value === argument), stamp(50, 'a'))
        const again = unitePlans(unitePlans(done, a), b)
        return [done, again].map(one => {
          const {date, state, by, how, before} = standingOf(one, 'fdp')
          return [[date, state, by, how, before], undecided(one).length]
        })""",
        chosen,
    )

    assert found == [[kept, 0], [kept, 0]]


def test_an_undated_confirmation_of_the_first_edition_confirms_no_other_date(run: Any) -> None:
    """A state without the date that it was said of never counts for the one that is chosen."""
    found = run("""
        const bare = JSON.parse(JSON.stringify(first).replaceAll('"of":', '"was0":'))
        const old = plan.checkPlan(bare).plan
        const field = (value, at, device, was) => ({value, at, by: device, device, ...(was && {was})})
        const moved = {...old, milestones: {fdp: {date: field('2027-06-02', 50, 'a', '10/d1'), state: field('agreed', 50, 'a', '10/d1')}}}
        const sure = {...old, milestones: {fdp: {...old.milestones.fdp, state: field('confirmed', 40, 'b', '10/d1'), by: field('Pat', 40, 'b')}}}
        const both = unitePlans(moved, sure)
        return questionsOf(both).flatMap(({options}) => options.map(one => {
          const {date, state} = standingOf(withChosen(both, one, stamp(60)), 'fdp')
          return [date, state]
        }))""")

    assert found == [["2027-06-02", "agreed"]]


def test_what_was_decided_can_be_asked_again(run: Any) -> None:
    """With both versions, also where the files meet again; what somebody changed since stays."""
    found = run("""
        const a = confirm(fix(first, '2027-06-02', 30, 'a'), 31, 'a', 'Lee Hart', 'call')
        const b = confirm(first, 40, 'b')
        const both = unitePlans(a, b)
        const [{options: [one]}] = questionsOf(both)
        const done = withChosen(both, one, stamp(50, 'a'))
        const moved = fix(done, '2027-06-04', 60, 'a')
        return [done, moved].map(p => withAsked(p, both, done, one, stamp(70, 'a'))).map(p => [standingOf(p, 'fdp').date,
          questionsOf(unitePlans(unitePlans(p, a), b)).flatMap(({options}) => options.map(option => optionWords(option, names)))])""")

    assert sorted(found[0][1]) == [
        "Tue 1 June 2027, confirmed: Pat Green, e-mail",
        "Wed 2 June 2027, confirmed: Lee Hart, call",
    ]
    assert found[1][0] == "2027-06-04"


RANDOM = """
let state = argument.seed
const random = below => (state = (Math.imul(state, 1103515245) + 12345) >>> 0) % 65521 % below
const DATES = ['2027-06-01', '2027-06-02', '2027-06-03', '']
const IDS = ['fdp', 'go-live']
const FIELDS = {'fdp': 'milestones/fdp/date', 'go-live': 'goLive'}
const wrong = {order: 0, several: 0, counted: 0, lost: 0, mixed: 0, invented: 0, open: 0, returned: 0, other: 0, undone: 0}
let asked = 0
for (let run = 0; run < argument.runs; run++) {
  let time = 1000
  const said = new Set()
  const act = (p, device) => {
    time += random(3)
    const id = IDS[random(2)]
    const dated = DATES[random(id === 'fdp' ? 4 : 3)]
    if (random(2)) return id === 'fdp' ? fix(p, dated, time, device) : plan.withValue(p, 'goLive', dated, stamp(time, device))
    const {date} = standingOf(p, id)
    if (!date) return p
    said.add(`${id} ${date}`)
    const next = say(p, 'state', 'confirmed', time, device, id)
    return random(3) ? say(say(next, 'by', `of ${date} ${device}`, time, device, id), 'how', `of ${date}`, time, device, id) : next
  }
  const start = fix(begun, DATES[0], 1, 'start')
  const people = [start, start, start]
  for (let i = random(14); i > 0; i--) {
    const who = random(3)
    people[who] = random(5) ? act(people[who], 'd' + who) : unitePlans(people[who], people[random(3)])
  }
  const [a, b, c] = people
  const all = unitePlans(unitePlans(a, b), c)
  const text = p => JSON.stringify(questionsOf(p).sort((x, y) => x.path < y.path ? -1 : 1))
  if (text(unitePlans(a, b)) !== text(unitePlans(b, a)) || text(all) !== text(unitePlans(a, unitePlans(b, c)))) wrong.order += 1
  const questions = questionsOf(all)
  asked += questions.length
  if (new Set(questions.map(({path}) => path)).size !== questions.length || questions.length > IDS.length) wrong.several += 1
  if (undecided(all).length !== questions.length) wrong.counted += 1
  for (const {path, options} of questions) {
    const id = IDS.find(one => FIELDS[one] === path)
    const paths = [path, ...['state', 'by', 'how'].map(name => `milestones/${id}/${name}`)]
    for (const one of paths) {
      const versions = plan.versionsOf(plan.fieldAt(all, one) ?? {})
      const there = versions.every(({value, of}) => options.some(({kept}) => kept.some(k => k.path === one && k.value === value && (!of || k.of === of))))
      const isOpen = new Set(versions.map(({value, of}) => `${value} ${of}`)).size > 1
      if (isOpen && !there) wrong.lost += 1
    }
    for (const option of options) {
      const done = withChosen(all, option, stamp(time + 9, 'd0'))
      const [{value: date}] = option.kept
      const now = standingOf(done, id)
      if (now.date !== date || (now.by && !now.by.startsWith(`of ${date}`)) || (now.how && now.how !== `of ${date}`)) wrong.mixed += 1
      if (now.state === 'confirmed' && !said.has(`${id} ${date}`)) wrong.invented += 1
      if (undecided(done).some(one => one.path === path)) wrong.open += 1
      if (undecided(unitePlans(unitePlans(unitePlans(a, done), b), c)).some(one => one.path === path)) wrong.returned += 1
      if (undecided(done).length !== questions.length - 1) wrong.other += 1
      const back = withAsked(done, all, done, option, stamp(time + 20, 'd0'))
      const kept = p => JSON.stringify(questionsOf(p).map(one => one.options.map(other => JSON.stringify(other.kept)).sort()).sort())
      const again = [a, b, c].reduce((p, other) => unitePlans(p, other), back)
      if (kept(back) !== kept(all) || kept(again) !== kept(all)) wrong.undone += 1
    }
  }
}
return {wrong, asked}
"""


def test_random_merges_ask_one_question_for_each_milestone_and_lose_no_answer(run: Any) -> None:
    """Whatever order, each version can be kept, brings what was said of its date, and ends the question for good."""
    asked = 0
    for batch in range(HISTORIES // BATCH):
        found = run(RANDOM, {"seed": SEED + batch, "runs": BATCH})
        assert {law: count for law, count in found["wrong"].items() if count} == {}, batch
        asked += found["asked"]

    assert asked > HISTORIES / 10
