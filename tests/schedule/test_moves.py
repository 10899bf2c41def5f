"""What a change would do, what could be done about a limit, and which dates to ask about."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

import pytest

from tests.schedule.plans import field
from tests.schedule.test_dates_of_a_plan import pinned, plan_of

BULK = "/tests/judging.js"
TODAY = "2027-03-16"

pytestmark = pytest.mark.browser


def plan(go_live: str = "2027-06-08", **parts: Any) -> dict[str, Any]:
    return plan_of(go_live, **{"parties": {}, "events": {}, "leave": {}, **parts})


def preview(call: Any, full_data: Any, planning_data: Any, of: dict[str, Any], to: str) -> Any:
    return call(BULK, "previewFor", full_data, planning_data, of, TODAY, to)


def test_a_preview_says_old_new_by_how_much_and_why(
    call: Any, full_data: Any, planning_data: Any
) -> None:
    """Every date that hangs on Go Live moves with it."""
    found = preview(call, full_data, planning_data, plan(), "2027-06-15")

    kick_off = next(one for one in found["moved"] if one["id"] == "kick-off")
    assert kick_off == {
        "id": "kick-off", "title": "Kick-off meeting", "from": "Tue 2 March 2027",
        "to": "Tue 9 March 2027", "date": "2027-03-09", "days": 7, "why": "14 weeks before Go Live",
    }  # fmt: skip
    assert found["says"] == f"{len(found['moved'])} dates move."


def test_done_stays_and_agreed_is_flagged_where_it_breaks_a_limit(
    call: Any, full_data: Any, planning_data: Any
) -> None:
    """Neither moves by itself."""
    milestones = {
        **pinned("order-placed", done="2027-02-16"),
        **pinned("cutover-planning-meeting", date="2027-05-04", state="agreed"),
    }
    found = preview(call, full_data, planning_data, plan(milestones=milestones), "2027-05-18")

    assert not {"order-placed", "cutover-planning-meeting"} & {one["id"] for one in found["moved"]}
    assert [(one["id"], one["breaks"]) for one in found["kept"]] == [
        (
            "cutover-planning-meeting",
            "The cutover planning meeting is 1 week before final data production; "
            "at least 4 are needed: Tue 13 April 2027 or earlier.",
        )
    ]
    assert "1 is done and stays; 1 was agreed or confirmed and stays." in found["says"]


def test_whoever_was_told_is_listed(call: Any, full_data: Any, planning_data: Any) -> None:
    """Third parties by what they were told, posters by what was done; a month is told once."""
    told = {"id": "t", "date": "2027-06-08", "on": "2027-03-01", "at": 1, "device": "d"}
    of = plan(
        milestones={
            **pinned("patients-told-month", done="2027-03-10"),
            **pinned("patients-told-days", done="2027-03-12"),
        },
        parties={
            "pcse": {"told": [told]},
            "pathology": {},
            "own": {"title": field("Own"), "told": [told]},
        },
    )

    same_month = preview(call, full_data, planning_data, of, "2027-06-15")["tell"]
    other_month = preview(call, full_data, planning_data, of, "2027-07-13")["tell"]

    assert [one["id"] for one in same_month] == ["pcse", "own", "patients-told-days"]
    assert [one["id"] for one in other_month] == [
        "pcse", "own", "patients-told-month", "patients-told-days",
    ]  # fmt: skip
    assert same_month[0]["says"] == (
        "Told Go Live Tue 8 June 2027, on Mon 1 March 2027. "
        "Now: Go Live Tue 15 June 2027, links off Mon 7 June 2027."
    )


@pytest.mark.parametrize(
    ("happened", "problem"),
    [
        ("", "Go Live is Tuesday 8 June 2027 already."),
        ("2027-06-08", "Go Live happened on Tuesday 8 June 2027. It does not move any more."),
    ],
)
def test_a_move_that_cannot_be_says_why(
    call: Any, full_data: Any, planning_data: Any, happened: str, problem: str
) -> None:
    """One sentence."""
    milestones = pinned("go-live", done=happened) if happened else {}
    found = preview(call, full_data, planning_data, plan(milestones=milestones), "2027-06-08")

    assert found == {"problem": problem}


def test_a_limit_has_options_that_keep_it(call: Any, full_data: Any) -> None:
    """Its own date moved, its rule again, another Go Live; never a day in the past."""
    milestones = pinned("cutover-planning-meeting", date="2027-05-11", state="agreed")
    late = pinned("technical-survey", date="2027-03-22", state="agreed")

    options = call(
        BULK, "optionsOf", full_data, plan(milestones=milestones), TODAY, "cutover-planning-meeting"
    )
    past = call(BULK, "optionsOf", full_data, plan(milestones=late), TODAY, "technical-survey")

    assert options == [
        [
            "Move the cutover planning meeting to Tue 4 May 2027",
            [
                ["milestones/cutover-planning-meeting/date", "2027-05-04"],
                ["milestones/cutover-planning-meeting/state", "agreed"],
            ],
        ],
        [
            "Let the cutover planning meeting follow its rule again",
            [
                ["milestones/cutover-planning-meeting/date", ""],
                ["milestones/cutover-planning-meeting/state", ""],
            ],
        ],
        [
            "Move Go Live to Tue 15 June 2027",
            [["goLive", "2027-06-15"], ["milestones/go-live/state", ""]],
        ],
    ]
    assert not any("9 March" in title for title, _ in past)


def test_each_way_of_cutting_over_says_what_it_changes(call: Any, full_data: Any) -> None:
    """Its days, what arrives on paper, and whether it keeps the 72 hours."""
    ways = call(BULK, "ways", full_data, plan(), TODAY, "cutover")

    assert [
        (way["id"], way["production"], way["results"]["days"], way["isOver72Hours"]) for way in ways
    ] == [
        ("weekend", "2027-06-07", 4, False),
        ("thursday-to-tuesday", "2027-06-03", 6, True),
        ("one-week", "2027-06-01", 11, True),
        ("two-weeks", "2027-05-24", 18, True),
        ("", "2027-06-01", 11, True),
    ]
    assert [way["id"] for way in ways if way["isChosen"]] == [""]


def test_a_year_of_dates_is_ranked_in_short_steps(
    call: Any, full_data: Any, planning_data: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    """With ten people's leave and 300 events, one day at a time: a page can pause between."""
    events = {f"e{n}": day_range(n, 1) for n in range(300)}
    leave = {f"l{n}": day_range(n * 37, 10) for n in range(10)}

    found = call(
        BULK, "rankedYear", full_data, planning_data, plan(events=events, leave=leave), TODAY
    )
    with capsys.disabled():
        print(f"\n{found['count']} dates, longest step {found['longest']:.1f} ms", end=" ")

    assert found["count"] > 100
    assert [reasons[0] for _, reasons in found["first"]] == ["Keeps every notice listed here"] * 5
    weeks = [date.fromisoformat(day).isocalendar()[:2] for day, _ in found["first"]]
    assert len(set(weeks)) == 5, json.dumps(found["first"])


def test_a_date_whose_own_dates_are_still_to_come_is_asked_about_first(
    call: Any, full_data: Any, planning_data: Any
) -> None:
    """24 weeks before 27 April 2027 were on 10 November, so 18 May comes first."""
    ranked = call(BULK, "rankedYear", full_data, planning_data, plan(), "2026-11-16")["first"]

    assert [day for day, _ in ranked] == [
        "2027-05-18",
        "2027-06-15",
        "2027-06-22",
        "2027-07-08",
        "2027-07-13",
    ]
    assert [why for _, reasons in ranked for why in reasons if "Past already" in why] == []


PAST = "Past already, unless it has happened: "
ALL_PAST = [  # what happened, as the reader said, and what is said of the one Go Live that is left
    ({}, f"{PAST}Business case approved, Tue 10 November 2026"),
    (pinned("business-case-approved", done="2026-10-05"), ""),
    (pinned("business-case-approved", done="yes"), ""),
    (
        pinned("business-case-approved", done="no"),
        f"{PAST}Business case approved, Tue 10 November 2026",
    ),
]


@pytest.mark.parametrize(("happened", "says"), ALL_PAST)
def test_what_is_past_is_named_until_the_reader_says_that_it_has_happened(
    call: Any, full_data: Any, planning_data: Any, happened: Any, says: str
) -> None:
    """A candidate never looks calmer than it is, and what was done speaks against none."""
    of = plan(milestones=happened)

    one = call(BULK, "candidateOf", full_data, planning_data, of, "2026-11-16", "2027-04-27")

    assert [why for why in one["reasons"] if why.startswith(PAST)] == ([says] if says else [])
    assert len(one["past"]) == len([says] if says else [])


def day_range(after: int, days: int) -> dict[str, Any]:
    first = date(2027, 3, 16) + timedelta(days=after)
    values = {"title": "Event", "person": "Dr Example", "from": first}
    last = first + timedelta(days=days - 1)
    return {name: field(value) for name, value in {**values, "to": last}.items()}


def test_a_weekend_before_a_tuesday_says_what_is_broken_and_what_would_fit(
    call: Any, full_data: Any
) -> None:
    """Before it is chosen: final data production on the Friday, or a Monday Go Live."""
    weekend = call(BULK, "ways", full_data, plan(), TODAY, "cutover")[0]

    assert [(one["id"], one["says"]) for one in weekend["broken"]] == [
        (
            "final-data-production",
            "Final data production is 1 day before Go Live; "
            "at least 3 are needed: Sat 5 June 2027 or earlier.",
        ),
        (
            "live-data-rechecked",
            "The re-check of live data is on the day of final data production; "
            "it must come after it: Tue 8 June 2027 or later.",
        ),
    ]
    assert [(one["title"], one["change"]) for one in weekend["fits"]] == [
        (
            "Move final data production to Fri 4 June 2027",
            [
                ["choices/cutover", "weekend"],
                ["milestones/final-data-production/date", "2027-06-04"],
                ["milestones/final-data-production/state", "agreed"],
            ],
        ),
        (
            "Move Go Live to Mon 7 June 2027, and re-check and decide on Sun 6 June",
            [
                ["choices/cutover", "weekend"],
                ["goLive", "2027-06-07"],
                ["milestones/go-live/state", ""],
                ["milestones/live-data-rechecked/date", "2027-06-06"],
                ["milestones/live-data-rechecked/state", "agreed"],
                ["milestones/go-no-go-go-live/date", "2027-06-06"],
                ["milestones/go-no-go-go-live/state", "agreed"],
            ],
        ),
        (
            "Move Go Live to Mon 14 June 2027, and re-check and decide on Sun 13 June",
            [
                ["choices/cutover", "weekend"],
                ["goLive", "2027-06-14"],
                ["milestones/go-live/state", ""],
                ["milestones/live-data-rechecked/date", "2027-06-13"],
                ["milestones/live-data-rechecked/state", "agreed"],
                ["milestones/go-no-go-go-live/date", "2027-06-13"],
                ["milestones/go-no-go-go-live/state", "agreed"],
            ],
        ),
    ]


@pytest.mark.parametrize("id", ["final-data-production", "live-data-rechecked"])
def test_a_weekend_that_was_chosen_has_the_same_options(
    call: Any, full_data: Any, id: str
) -> None:
    """For the limit and for the order that hangs on it; after each, every date fits."""
    chosen = plan(choices={"cutover": field("weekend")})

    options = call(BULK, "optionsOf", full_data, chosen, TODAY, id)
    left = [call(BULK, "limitsAfter", full_data, chosen, TODAY, change) for _, change in options]

    assert [title for title, _ in options] == [
        "Move final data production to Fri 4 June 2027",
        "Move Go Live to Mon 7 June 2027, and re-check and decide on Sun 6 June",
        "Move Go Live to Mon 14 June 2027, and re-check and decide on Sun 13 June",
    ]
    assert left == [[], [], []]


def test_the_other_ways_fit_and_need_nothing(call: Any, full_data: Any) -> None:
    """So they have no options."""
    ways = call(BULK, "ways", full_data, plan(), TODAY, "cutover")

    assert [way["fits"] for way in ways[1:]] == [[]] * 4
