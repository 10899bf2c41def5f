"""Dates that were fixed and look wrong: each is said in a sentence, stays, and is kept."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.schedule.plans import field
from tests.schedule.test_dates_of_a_plan import pinned, plan_of

BULK = "/tests/judging.js"
TODAY = "2027-03-16"
STAYS = "It stays there until you change it."

pytestmark = pytest.mark.browser


def plan(go_live: str = "2027-06-08", **parts: Any) -> dict[str, Any]:
    return plan_of(go_live, **{"parties": {}, "events": {}, "leave": {}, **parts})


@pytest.mark.parametrize(
    ("what", "milestones", "division", "says"),
    [
        (
            "on a Sunday",
            pinned("templates-exported", date="2027-05-02", state="agreed"),
            "",
            [f"The export of templates is agreed for Sun 2 May 2027, a weekend. {STAYS}"],
        ),
        (
            "on a bank holiday",
            pinned("templates-exported", date="2027-05-03", state="confirmed"),
            "",
            [
                "The export of templates is confirmed for Mon 3 May 2027, "
                f"a bank holiday in England and Wales. {STAYS}"
            ],
        ),
        (
            "in another division, chosen later",
            pinned("review-meeting", date="2027-08-02", state="agreed"),
            "scotland",
            [
                "The review meeting is agreed for Mon 2 August 2027, "
                f"a bank holiday in Scotland. {STAYS}"
            ],
        ),
        (
            "the same day where it is none",
            pinned("review-meeting", date="2027-08-02", state="agreed"),
            "",
            [],
        ),
        (
            "before today",
            pinned("kick-off", date="2027-03-09", state="agreed"),
            "",
            [
                "The kick-off meeting is agreed for Tue 9 March 2027, which is past. "
                "Say whether it has happened."
            ],
        ),
        (
            "after Go Live",
            pinned("templates-exported", date="2027-06-09", state="agreed"),
            "",
            [
                "The export of templates is agreed for Wed 9 June 2027, after Go Live. "
                "We suggest Tue 4 May 2027."
            ],
        ),
        (
            "no longer in the guide",
            {
                **pinned("order-toner", date="2027-05-04", state="agreed"),
                **pinned("order-paper", done="2027-03-02"),
                **pinned("order-ink", by="Pat Green"),
            },
            "",
            [
                "No longer in the guide: “order-toner”, Tue 4 May 2027. "
                "It is kept in your plan and counts for nothing.",
                "No longer in the guide: “order-paper”, Tue 2 March 2027. "
                "It is kept in your plan and counts for nothing.",
                "No longer in the guide: “order-ink”. "
                "It is kept in your plan and counts for nothing.",
            ],
        ),
    ],
)
def test_a_date_that_looks_wrong_is_said_and_stays(  # noqa: PLR0913 (a row of the table)
    call: Any,
    full_data: Any,
    planning_data: Any,
    what: str,
    milestones: dict[str, Any],
    division: str,
    says: list[str],
) -> None:
    """One sentence each, and nothing of the plan is changed or lost."""
    given = plan(milestones=milestones, **({"division": field(division)} if division else {}))
    before = json.dumps(given)

    found = call(BULK, "planningFor", full_data, planning_data, given, TODAY)
    dates = call(BULK, "datesOf", full_data, given, TODAY)

    assert found["oddities"] == says, what
    assert json.dumps(given) == before
    for id, record in milestones.items():
        if id in dates and "date" in record:
            assert dates[id] == record["date"]["value"]


@pytest.mark.parametrize("go_live", ["2027-03-16", "2027-03-01", "2020-01-01"])
def test_a_go_live_that_is_not_to_come_still_has_every_date(
    call: Any, full_data: Any, planning_data: Any, go_live: str
) -> None:
    """It is said to be past, or today; nothing throws and no date is missing."""
    given = plan(go_live)

    problems = call("/js/plan/reasons.js", "goLiveProblems", go_live, full_data, given, TODAY)
    found = call(BULK, "planningFor", full_data, planning_data, given, TODAY)
    dates = call(BULK, "datesOf", full_data, given, TODAY)

    assert [one["kind"] for one in problems] == ["today" if go_live == TODAY else "past"]
    assert problems[0]["says"].lower().endswith("choose a later date.")
    assert found["earliest"] > TODAY
    assert dates["go-live"] == go_live
    assert all(dates.values())


def test_other_bank_holidays_move_only_what_is_suggested(
    call: Any, full_data: Any, planning_data: Any
) -> None:
    """A division that is changed later is shown first, as any change: old, new and why."""
    agreed = pinned("links-back-on", date="2027-08-03", state="agreed")
    given = plan("2027-08-03", milestones=agreed)

    found = call(
        BULK, "previewOfChange", full_data, planning_data, given, TODAY, [["division", "scotland"]]
    )

    moved = {one["id"]: (one["from"], one["to"]) for one in found["moved"]}
    assert moved["final-data-production"] == ("Tue 27 July 2027", "Mon 26 July 2027")
    assert "links-back-on" not in moved
    assert [one["id"] for one in found["kept"]] == ["links-back-on"]


@pytest.mark.parametrize(
    ("to", "against"),
    [
        ("2027-06-15", []),
        (
            "2027-06-05",
            [
                "Saturday 5 June 2027 is a weekend. The working day before is Friday 4 June 2027,"
                " the one after is Monday 7 June 2027."
            ],
        ),
        ("2027-03-01", ["Monday 1 March 2027 is in the past. Choose a later date."]),
    ],
    ids=["a Tuesday", "a Saturday", "a past day"],
)
def test_a_move_says_what_speaks_against_the_new_day(
    call: Any, full_data: Any, planning_data: Any, to: str, against: list[str]
) -> None:
    """Before it is applied, in the words that the field has for that day."""
    change = [["goLive", to]]

    found = call(BULK, "previewOfChange", full_data, planning_data, plan(), TODAY, change)

    assert found["against"] == against


def test_a_move_does_not_repeat_what_was_wrong_before(
    call: Any, full_data: Any, planning_data: Any
) -> None:
    """Of a Go Live in the past, another change of the dates says nothing new."""
    given, change = plan("2027-03-01"), [["division", "scotland"]]

    found = call(BULK, "previewOfChange", full_data, planning_data, given, TODAY, change)

    assert found["against"] == []


def test_a_milestone_with_another_id_keeps_its_date_and_who_confirmed_it(call: Any) -> None:
    """What the catalogue renames is carried over, as one decision."""
    of = {"value": "confirmed", "of": "2027-06-01", "at": 2, "device": "d"}
    old = {"date": field("2027-06-01"), "state": of, "by": {**of, "value": "Pat Green"}}
    rest: dict[str, Any] = {"tasks": {}, "seats": {}, "actions": {}}
    given = plan(milestones={"last-data-production": old}, **rest)
    renamed = {"last-data-production": "final-data-production"}

    found = call(BULK, "standingAfterRename", given, renamed)

    assert (found["date"], found["state"], found["by"]) == ("2027-06-01", "confirmed", "Pat Green")
