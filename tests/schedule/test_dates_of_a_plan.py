"""The cases worked by hand, the traps of counting, pins, choices and what is said about a date."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.schedule.plans import field

CASES = json.loads((Path(__file__).parents[1] / "cases/schedule.json").read_text("utf-8"))
HAND = CASES["worked_by_hand"]
BULK = "/tests/in_bulk.js"

pytestmark = pytest.mark.browser


def plan_of(go_live: str, **parts: Any) -> dict[str, Any]:
    return {"practice": {}, "choices": {}, "milestones": {}, "goLive": field(go_live), **parts}


def pinned(id: str, **values: str) -> dict[str, Any]:
    return {id: {name: field(value) for name, value in values.items()}}


def rule_of(words: str) -> dict[str, Any]:
    amount, unit, direction, kind = words.split()
    rule = {"anchor": "go-live", "amount": int(amount), "unit": unit, "direction": direction}
    return {**rule, "kind": kind, "source": "ours"}


def day_in(call: Any, data: Any, plan: dict[str, Any], id: str, today: str = "2027-03-16") -> Any:
    return call(BULK, "dayIn", data, plan, today, id)


@pytest.mark.parametrize("go_live", HAND)
def test_the_cases_worked_by_hand_hold(call_anywhere: Any, dates_data: Any, go_live: str) -> None:
    """Three Go Live dates, eight milestones each, in each time zone."""
    days = call_anywhere(BULK, "daysIn", dates_data, plan_of(go_live), "2027-03-16")

    assert {id: days[id]["date"] for id in HAND[go_live]} == HAND[go_live]


@pytest.mark.parametrize("case", CASES["traps"], ids=lambda case: case[0].replace(" ", "-"))
def test_no_trap_moves_a_date(call_anywhere: Any, dates_data: Any, case: list[str]) -> None:
    """Clock changes, leap years, ends of months, Christmas, Easter, days off in a row."""
    _, go_live, rule, division, date = case
    plan = plan_of(go_live, division=field(division))

    assert call_anywhere(BULK, "due", dates_data, plan, rule_of(rule))["date"] == date


@pytest.mark.parametrize(("go_live", "rule", "words"), CASES["working"])
def test_a_date_shows_its_working(
    call: Any, dates_data: Any, go_live: str, rule: str, words: str
) -> None:
    """The rule in words, with what was skipped or why it moved."""
    assert call(BULK, "due", dates_data, plan_of(go_live), rule_of(rule))["working"] == words


@pytest.mark.parametrize(
    ("id", "words"),
    [
        ("go-live", "The date that you chose"),
        ("technical-survey", "3 working days after the kick-off meeting"),
        ("supplier-fixes", "1 working day after the end of the first data check"),
    ],
)
def test_the_working_names_the_milestone_that_it_counts_from(
    call: Any, dates_data: Any, id: str, words: str
) -> None:
    """As the pages do, with its end where it counts from that."""
    assert day_in(call, dates_data, plan_of("2027-06-08"), id)["working"] == words


@pytest.mark.parametrize("case", CASES["go_live"], ids=lambda case: f"{case[0]}-{case[2]}")
def test_what_speaks_against_a_go_live_is_said(call: Any, dates_data: Any, case: list[Any]) -> None:
    """Each in a sentence of its own, and nothing where nothing is wrong."""
    date, today, cutover, problems = case
    plan = plan_of("2027-06-08", choices={"cutover": field(cutover)})

    found = call(BULK, "problemsOf", dates_data, plan, date, today)

    assert [[problem["kind"], problem["says"]] for problem in found] == problems


def test_the_first_case_says_unasked_what_is_wrong_with_it(call: Any, dates_data: Any) -> None:
    """Entered on 16 March 2027, Go Live on 8 June 2027 is not shown as fine."""
    assert call(BULK, "saysUnasked", dates_data, plan_of("2027-06-08"), "2027-03-16") == {
        "results": {
            "from": "2027-05-28", "to": "2027-06-08", "days": 11, "overHoliday": True,
            "tested": "2027-06-10",
        },
        "follows": True,
        "depends": True,
        "formIsPast": True,
    }


def test_without_a_go_live_date_there_are_no_dates(call: Any, dates_data: Any) -> None:
    """And the sentence says what to do."""
    found = call("/js/plan/schedule.js", "schedule", dates_data, plan_of(""), "2027-03-16")

    assert found == {"problem": "Choose a Go Live date. Every other date follows from it."}


@pytest.mark.parametrize("state", ["agreed", "confirmed"])
def test_a_firm_date_stays_and_what_hangs_on_it_follows(
    call: Any, dates_data: Any, state: str
) -> None:
    """Even on a Saturday: somebody agreed to it."""
    milestones = pinned("kick-off", date="2027-03-06", state=state)
    plan = plan_of("2027-06-15", milestones=milestones)

    kick_off = day_in(call, dates_data, plan, "kick-off")

    assert [kick_off[name] for name in ("date", "state", "pinned", "from", "working")] == [
        "2027-03-06", state, True, None, f"The {state} date",
    ]  # fmt: skip
    assert day_in(call, dates_data, plan, "technical-survey")["date"] == "2027-03-10"


@pytest.mark.parametrize(
    ("state", "kind", "date"),
    [
        ("agreed", "deadline", "2027-06-06"),
        ("confirmed", "event", "2027-06-06"),
        ("agreed", "start", "2027-06-06"),
        ("", "deadline", "2027-06-04"),
    ],
    ids=["a deadline", "a meeting", "a start", "only suggested"],
)
def test_work_of_an_agreed_sunday_is_due_on_that_sunday(
    call: Any, dates_data: Any, state: str, kind: str, date: str
) -> None:
    """Live data is not checked before there is any: on the Friday of the last copy."""
    milestones = pinned("live-data-rechecked", date="2027-06-06", state=state)
    plan = plan_of("2027-06-07", milestones=milestones)
    rule = {**rule_of(f"0 day on {kind}"), "anchor": "live-data-rechecked"}

    assert call(BULK, "due", dates_data, plan, rule)["date"] == date


@pytest.mark.parametrize("kind", ["deadline", "event"])
def test_what_is_counted_from_an_agreed_sunday_still_moves_off_a_day_off(
    call: Any, dates_data: Any, kind: str
) -> None:
    """Only the day itself was agreed: a week before it is a Sunday that nobody chose."""
    milestones = pinned("live-data-rechecked", date="2027-06-06", state="agreed")
    plan = plan_of("2027-06-07", milestones=milestones)
    rule = {**rule_of(f"1 week before {kind}"), "anchor": "live-data-rechecked"}

    assert call(BULK, "due", dates_data, plan, rule)["date"] == "2027-05-28"


@pytest.mark.parametrize(
    ("values", "date", "state"),
    [
        ({"date": "2027-03-04", "state": "agreed", "done": "2027-03-03"}, "2027-03-03", "done"),
        ({"date": "2027-03-04", "state": "agreed", "done": "no"}, "2027-03-04", "agreed"),
        ({"done": "no"}, "2027-03-02", "suggested"),
        ({"done": "unknown"}, "2027-03-02", "suggested"),
        ({"date": "2027-03-04", "state": "suggested"}, "2027-03-02", "suggested"),
        ({"date": "2027-03-04"}, "2027-03-02", "suggested"),
        ({"state": "confirmed"}, "2027-03-02", "suggested"),
    ],
)
def test_what_happened_wins_over_what_was_agreed(
    call: Any, dates_data: Any, values: dict[str, str], date: str, state: str
) -> None:
    """A date without a state, or a state without a date, holds nothing."""
    plan = plan_of("2027-06-08", milestones=pinned("kick-off", **values))

    found = day_in(call, dates_data, plan, "kick-off")

    assert (found["date"], found["state"]) == (date, state)


@pytest.mark.parametrize(
    ("cutover", "date"),
    [
        ("weekend", "2027-06-07"),
        ("thursday-to-tuesday", "2027-06-03"),
        ("one-week", "2027-06-01"),
        ("two-weeks", "2027-05-24"),
    ],
)
def test_a_confirmed_cutover_moves_final_data_production(
    call: Any, dates_data: Any, cutover: str, date: str
) -> None:
    """What hangs on it follows, and no longer depends on what the supplier says."""
    plan = plan_of("2027-06-08", choices={"cutover": field(cutover)})

    days = call(BULK, "daysIn", dates_data, plan, "2027-03-16")

    assert days["final-data-production"]["date"] == date
    assert not [id for id, day in days.items() if day["dependsOnCutover"]]


def test_until_then_each_date_that_hangs_on_it_says_so(call: Any, dates_data: Any) -> None:
    """Directly or through others; what is firm does not."""
    plan = plan_of("2027-06-08", milestones=pinned("data-signed-off", done="2027-05-10"))

    days = call(BULK, "daysIn", dates_data, plan, "2027-03-16")

    says = [id for id in days if days[id]["dependsOnCutover"]]
    for id in ("final-data-production", "links-off", "party-reminder-week", "critical-days"):
        assert id in says
    for id in ("go-live", "kick-off", "data-signed-off", "patients-told-days", "core-training"):
        assert id not in says


def test_the_prescribing_tactic_is_off_until_it_is_chosen(call: Any, dates_data: Any) -> None:
    """Then it lasts from a month before final data production to a week after Go Live."""
    chosen = {"prescribing-tactic": field("with-tactic")}
    plan = plan_of("2027-06-08", choices=chosen)

    without = call(BULK, "daysIn", dates_data, plan_of("2027-06-08"), "2027-03-16")
    tactic = day_in(call, dates_data, plan, "prescribing-tactic")

    assert "prescribing-tactic" not in without
    assert (tactic["date"], tactic["end"]) == ("2027-05-01", "2027-06-15")


def test_access_may_end_after_45_days(call: Any, dates_data: Any) -> None:
    """90 unless the reader chooses."""
    plan = plan_of("2027-06-08", choices={"access": field("forty-five-days")})

    assert day_in(call, dates_data, plan, "old-access-ends")["date"] == "2027-07-23"


def test_a_weekly_meeting_meets_a_bank_holiday(call: Any, dates_data: Any) -> None:
    """It moves to the next working day and says so; the others stay."""
    plan = plan_of("2027-06-10", milestones=pinned("kick-off", date="2027-03-01", state="agreed"))
    day = day_in(call, dates_data, plan, "weekly-meetings")

    found = call("/js/plan/schedule.js", "occurrences", dates_data, plan, day)

    moved = [meeting["date"] for meeting in found if meeting["moved"]]
    assert moved == ["2027-03-30", "2027-05-04", "2027-06-01"]
    assert [found[0]["date"], found[-1]["date"]] == ["2027-03-08", "2027-06-21"]


@pytest.mark.parametrize(
    ("go_live", "expected", "not_expected"),
    [
        ("2028-11-07", ["old-access-ends"], ["go-live", "kick-off"]),
        ("2029-01-03", ["go-live", "final-data-production", "links-off"], ["kick-off"]),
        ("2029-06-12", ["go-live", "kick-off"], ["business-case-approved"]),
    ],
)
def test_a_date_that_hangs_on_an_expected_bank_holiday_says_so(
    call: Any, dates_data: Any, go_live: str, expected: list[str], not_expected: list[str]
) -> None:
    """Announced up to 26 December 2028: 1 January 2029 is only expected."""
    days = call(BULK, "daysIn", dates_data, plan_of(go_live), "2027-03-16")

    assert [id for id in expected if not days[id]["isExpected"]] == []
    assert [id for id in not_expected if days[id]["isExpected"]] == []


def test_a_party_has_its_own_notice_or_the_common_one(
    call: Any, dates_data: Any, published: Any
) -> None:
    """PCSE and pharmacies are told at their own milestones, a laboratory with all others.

    Where no source knows a notice, nobody is told a date.
    """
    plan = {**plan_of("2027-06-08"), "parties": {}}
    days = call(BULK, "daysIn", dates_data, plan, "2027-03-16")

    own = {id for id, party in published["parties"].items() if "told" in party}
    assert own == {"pharmacies", "pcse"}
    assert call(
        BULK, "noticesFor", dates_data, plan, ["pcse", "pharmacies", "pathology", "gp2gp"]
    ) == ["2027-05-11", "2027-04-20 2027-05-13", "2027-05-17", ""]
    for id in ("pcse-form", "pharmacies-told-provisional", "pharmacies-told-confirmed"):
        assert days[id]["date"] in ("2027-05-11", "2027-04-20", "2027-05-13")


def test_eighty_milestones_and_two_hundred_due_dates_take_no_time(
    call: Any, dates_data: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    """Under 3 ms, holidays included."""
    found = call(BULK, "speed", dates_data, plan_of("2027-06-08"))
    with capsys.disabled():
        print(f"\n80 milestones and 200 due dates: {found['median']:.2f} ms", end=" ")

    assert found["milestones"] == 80
    assert found["median"] < 3
