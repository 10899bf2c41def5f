"""How firm a date is: who confirmed one date has not confirmed the one that takes its place."""

from __future__ import annotations

import os
from typing import Any

import pytest

LONG = "GP_LONG" in os.environ
HISTORIES = 10_000 if LONG else 1_000
SEED = int(os.environ.get("GP_SEED", "20261122"))
BATCH = 500

TOOLS = """
const {standingOf, firmWords, withDate, withFirmness, withSaid} = await import('/js/plan/standing.js')
const {mergePlans} = await import('/js/plan/merge.js')
const {unitePlans} = await import('/js/plan/union.js')
const moves = await import('/js/plan/moves.js')
const history = await import('/js/plan/history.js')
const {changeWords} = await import('/js/exports/changes.js')
const names = {milestones: {fdp: 'Final data production'}}
const stamp = (at, device = 'd1') => ({at, by: device, device})
const fix = (p, date, at, device) => withDate(p, 'fdp', date, stamp(at, device))
const say = (p, name, value, at, device) => withSaid(p, `milestones/fdp/${name}`, value, stamp(at, device))
const confirm = (p, at, device, by = 'Pat Green', how = 'e-mail of 2 March') =>
  say(say(say(p, 'state', 'confirmed', at, device), 'by', by, at, device), 'how', how, at, device)
const first = fix(plan.emptyPlan('p1'), '2027-06-01', 10)
const confirmed = confirm(first, 20)
const of = p => standingOf(p, 'fdp')
"""
CONFIRMED = {
    "date": "2027-06-01",
    "state": "confirmed",
    "by": "Pat Green",
    "how": "e-mail of 2 March",
    "before": "",
    "isConfirmedBefore": False,
}
BEFORE = "Before, for Tue 1 June 2027: Pat Green, e-mail of 2 March"
AGREED = {
    "date": "2027-06-02",
    "state": "agreed",
    "by": "",
    "how": "",
    "before": BEFORE,
    "isConfirmedBefore": False,
}
MERGED = {
    **AGREED,
    "before": "Confirmed before, for Tue 1 June 2027: Pat Green, e-mail of 2 March",
    "isConfirmedBefore": True,
}
NOTHING = {"date": "", "state": "", "by": "", "how": "", "before": "", "isConfirmedBefore": False}


@pytest.fixture
def run(tabs: Any) -> Any:
    """Run a script with a plan whose final data production is `confirmed` for 1 June 2027."""
    return lambda text, argument=None: tabs(TOOLS + text, argument)


@pytest.mark.parametrize(
    ("what", "script", "standing"),
    [
        ("nothing is said", "plan.emptyPlan('p1')", NOTHING),
        ("a date of one's own", "first", {**NOTHING, "date": "2027-06-01", "state": "agreed"}),
        ("it was confirmed", "confirmed", CONFIRMED),
        ("the same date again", "fix(confirmed, '2027-06-01', 30)", CONFIRMED),
        ("another date by hand", "fix(confirmed, '2027-06-02', 30)", AGREED),
        (
            "and back by hand: the letter is of that date, but nobody confirmed it again",
            "fix(fix(confirmed, '2027-06-02', 30), '2027-06-01', 40)",
            {**CONFIRMED, "state": "agreed"},
        ),
        (
            "the new date was confirmed too",
            "confirm(fix(confirmed, '2027-06-02', 30), 40, 'd1', 'Lee Hart', 'call of 9 March')",
            {**CONFIRMED, "date": "2027-06-02", "by": "Lee Hart", "how": "call of 9 March"},
        ),
        (
            "by the same person with the same letter",
            "confirm(fix(confirmed, '2027-06-02', 30), 40)",
            {**CONFIRMED, "date": "2027-06-02"},
        ),
        (
            "it follows its rule again",
            "withFirmness(confirmed, 'fdp', '', '', stamp(30))",
            {**NOTHING, "before": BEFORE},
        ),
        (
            "a plan of the first edition: confirmed after it was dated",
            "({...confirmed, milestones: {fdp: {date: {value: '2027-06-01', at: 1, device: 'd'},"
            " state: {value: 'confirmed', at: 2, device: 'd'}}}})",
            {**CONFIRMED, "by": "", "how": ""},
        ),
        (
            "a plan of the first edition: dated anew after it was confirmed",
            "({...confirmed, milestones: {fdp: {date: {value: '2027-06-02', at: 3, device: 'd', was: '1/d'},"
            " state: {value: 'confirmed', at: 2, device: 'd'}, by: {value: 'Pat Green', at: 2, device: 'd'}}}})",
            {
                **AGREED,
                "before": "Confirmed before, for another date: Pat Green",
                "isConfirmedBefore": True,
            },
        ),
    ],
)
def test_a_state_and_its_evidence_count_for_the_date_that_they_were_said_of(
    run: Any, what: str, script: str, standing: dict[str, Any]
) -> None:
    """A date that is changed by hand falls back to agreed, and says what was said before."""
    assert run(f"return of({script})") == standing, what


def test_how_firm_a_date_is_in_words(run: Any) -> None:
    """Nothing is said of a date that is only suggested."""
    words = run("return [plan.emptyPlan('p1'), first, confirmed].map(one => firmWords(one, 'fdp'))")

    assert words == [
        "",
        "Agreed for Tue 1 June 2027",
        "Confirmed for Tue 1 June 2027: Pat Green, e-mail of 2 March",
    ]


def test_who_is_named_before_the_date_is_fixed_is_named_of_the_date_that_was_shown(run: Any) -> None:
    """It does not count for another date that somebody else fixes."""
    facts = run("""
        const named = withSaid(plan.emptyPlan('p1'), 'milestones/fdp/by', 'Pat Green', {...stamp(5), of: '2027-06-01'})
        return [standingOf(named, 'fdp', '2027-06-01').by, of(fix(named, '2027-06-01', 6)).by, of(fix(named, '2027-06-02', 6)).by]""")

    assert facts == ["Pat Green", "Pat Green", ""]


@pytest.mark.parametrize("merge", ["mergePlans", "unitePlans"])
@pytest.mark.parametrize(
    ("what", "ours", "theirs", "standing"),
    [
        (
            "one moves the date, the other confirms the old one later",
            "fix(first, '2027-06-02', 30, 'a')",
            "confirm(first, 40, 'b')",
            MERGED,
        ),
        (
            "one confirms, the other moves the date later",
            "confirm(first, 30, 'a')",
            "fix(first, '2027-06-02', 40, 'b')",
            AGREED,
        ),
        (
            "both confirm, each another date",
            "confirm(fix(first, '2027-06-02', 30, 'a'), 31, 'a', 'Lee Hart', 'call')",
            "confirm(first, 40, 'b')",
            MERGED,
        ),
        ("only one changed anything", "confirm(first, 30, 'a')", "first", CONFIRMED),
    ],
)
def test_a_merge_never_confirms_a_date_that_nobody_confirmed(  # noqa: PLR0913 (a row of the table)
    run: Any, merge: str, what: str, ours: str, theirs: str, standing: dict[str, Any]
) -> None:
    """Whichever tab or person comes first, and what was confirmed before is told."""
    found = run(f"const [a, b] = [{ours}, {theirs}]; return [of({merge}(a, b)), of({merge}(b, a))]")

    assert found == [standing, standing], what


def test_a_go_live_that_was_moved_is_neither_agreed_nor_confirmed(run: Any) -> None:
    """Also where one person confirmed it while another moved it."""
    facts = run("""
        const begun = plan.withValue(plan.emptyPlan('p1'), 'goLive', '2027-06-08', stamp(1))
        const sure = withSaid(begun, 'milestones/go-live/state', 'confirmed', stamp(9, 'b'))
        const moved = plan.withValue(begun, 'goLive', '2027-06-15', stamp(5, 'a'))
        return [begun, sure, mergePlans(sure, moved), unitePlans(moved, sure)].map(one => standingOf(one, 'go-live').state)""")

    assert facts == ["", "confirmed", "", ""]


def test_a_change_that_is_undone_brings_the_confirmation_back(run: Any) -> None:
    """Of the page of dates, and of the history; a confirmation of another date does not become one of this."""
    facts = run("""
        const change = [['milestones/fdp/date', '2027-06-04'], ['milestones/fdp/state', 'agreed']]
        const there = moves.withChange(confirmed, change, stamp(30))
        const back = moves.withChange(there, moves.undoOf(confirmed, change), stamp(40))
        const odd = mergePlans(fix(first, '2027-06-02', 30, 'a'), confirm(first, 40, 'b'))
        const oddBack = moves.withChange(moves.withChange(odd, change, stamp(50)), moves.undoOf(odd, change), stamp(60))
        const noted = history.withEntries(there, history.entriesBetween(confirmed, there))
        return [of(there).state, of(back), of(oddBack).state, of(history.undoLastChange(noted, stamp(70)))]""")

    assert facts == ["agreed", CONFIRMED, "agreed", CONFIRMED]


def test_the_history_says_which_date_was_confirmed(run: Any) -> None:
    """After the move, and after the new date was confirmed by the same person."""
    said = run("""
        let now = confirmed
        const note = next => { now = history.withEntries(next, history.entriesBetween(now, next)) }
        note(fix(now, '2027-06-02', 1e6))
        note(confirm(now, 2e6))
        return now.history.map(entry => changeWords(now, entry, names))""")

    assert said == [
        "Final data production: date: Wed 2 June 2027 (before: Tue 1 June 2027)",
        "Final data production: state: agreed, for Wed 2 June 2027 (before: confirmed, for Tue 1 June 2027)",
        "Final data production: agreed by: Pat Green, for Wed 2 June 2027 (before: Pat Green, for Tue 1 June 2027)",
        "Final data production: how it was agreed: e-mail of 2 March, for Wed 2 June 2027 "
        "(before: e-mail of 2 March, for Tue 1 June 2027)",
        "Final data production: state: confirmed, for Wed 2 June 2027 (before: agreed, for Wed 2 June 2027)",
    ]


def test_the_date_beside_a_state_is_saved_and_not_trusted(run: Any) -> None:
    """A file that holds no date there loses that field and no other."""
    facts = run("""
        const {sharedPlan} = await import('/js/plan/sharing.js')
        const read = plan.checkPlan(JSON.parse(JSON.stringify(confirmed)))
        const bad = JSON.parse(JSON.stringify(confirmed).replace('"of":"2027-06-01"', '"of":"<b>soon"'))
        const checked = plan.checkPlan(bad)
        return [of(read.plan), read.dropped, checked.dropped, of(checked.plan).date]""")

    assert facts == [CONFIRMED, 0, 1, "2027-06-01"]


def test_a_plan_without_names_keeps_which_date_was_confirmed(run: Any) -> None:
    """A copy for others invents no confirmation."""
    facts = run("""
        const {withoutPersonal} = await import('/js/plan/sharing.js')
        const odd = mergePlans(fix(first, '2027-06-02', 30, 'a'), confirm(first, 40, 'b'))
        return [confirmed, odd].map(one => of(withoutPersonal(one, 'p2')).state)""")

    assert facts == ["confirmed", "agreed"]


RANDOM = """
let state = argument.seed
const random = below => (state = (Math.imul(state, 1103515245) + 12345) >>> 0) % 65521 % below
const DATES = ['2027-06-01', '2027-06-02', '2027-06-03']
const wrong = {commutes: 0, associates: 0, invented: 0, evidence: 0, moved: 0}
let before = 0
for (let run = 0; run < argument.runs; run++) {
  let time = 1000
  const said = new Set()
  const act = (p, device) => {
    time += random(3)
    const dated = DATES[random(3)]
    if (random(2)) return fix(p, dated, time, device)
    const {date} = of(p)
    if (!date) return p
    said.add(`${date} ${device}`)
    return say(say(p, 'state', 'confirmed', time, device), 'by', `of ${date}`, time, device)
  }
  let start = fix(plan.emptyPlan('p1'), DATES[0], 1, 'start')
  const people = [start, start, start]
  for (let i = random(14); i > 0; i--) {
    const who = random(3)
    people[who] = random(5) ? act(people[who], 'd' + who) : unitePlans(people[who], people[random(3)])
  }
  const [a, b, c] = people
  const all = unitePlans(unitePlans(a, b), c)
  const text = p => JSON.stringify(of(p))
  if (text(unitePlans(a, b)) !== text(unitePlans(b, a))) wrong.commutes += 1
  if (text(all) !== text(unitePlans(a, unitePlans(b, c)))) wrong.associates += 1
  for (const one of [all, mergePlans(mergePlans(a, b), c)]) {
    const {date, state, by, before: words} = of(one)
    if (state === 'confirmed' && ![0, 1, 2].some(n => said.has(`${date} d${n}`))) wrong.invented += 1
    if (by && by !== `of ${date}`) wrong.evidence += 1
    if (!people.some(p => of(p).date === date)) wrong.moved += 1
    if (words) before += 1
  }
}
return {wrong, before}
"""


def test_random_merges_confirm_only_what_somebody_confirmed(run: Any) -> None:
    """Of three people who move, confirm and open each other's files in any order."""
    before = 0
    for batch in range(HISTORIES // BATCH):
        found = run(RANDOM, {"seed": SEED + batch, "runs": BATCH})
        assert {law: count for law, count in found["wrong"].items() if count} == {}, batch
        before += found["before"]

    assert before > HISTORIES / 10
