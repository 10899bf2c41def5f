"""The e-mail after a meeting: what was agreed, who does what, and what is still open."""

from __future__ import annotations

from typing import Any

import pytest

CAUTION = (
    "Suggested dates. Not NHS policy. "
    "Agree them with your ICB, both suppliers and your clinical safety officer."
)


@pytest.fixture
def summary(module: Any) -> Any:
    """Give the module under test."""
    return module("exports/summary.js")


def test_the_whole_email(summary: Any) -> None:
    """Every part, in its order; actions by owner with no one last."""
    text = summary.emailText(
        {
            "practice": "Riverside Surgery",
            "goLive": "2027-06-08",
            "dates": [
                {"title": "Technical survey", "date": "2027-03-05"},
                {"title": "Core training", "date": "2027-05-24", "note": "confirmed, Pat\nGreen"},
            ],
            "datesNotAgreed": [{"title": "Links off: suggested for Fri 28 May 2027"}],
            "agreed": [{"title": "Choose the weekly slot", "note": "Tuesdays"}, {"title": "Agree Go Live"}],
            "seats": [{"title": "Lead GP", "note": "Dr Lee (cover Dr Moss)"}, {"title": "Note-taker"}],
            "parties": [{"title": "NHS 111", "note": "Confirmed in writing"}, {"title": "The lab"}],
            "unowned": [{"title": "Book the technical survey", "note": "not said"}],
            "notApplicable": [{"title": "Tell the dispensary", "note": "We have none (Dr Lee)"}],
            "actionsByOwner": [
                {"owner": "", "actions": [{"title": "Find a room", "due": ""}]},
                {"owner": "Manager", "actions": [{"title": "Order cards", "due": "2027-03-09"}]},
            ],
            "notAgreed": [{"title": "Agree the rollback"}],
            "nextMeeting": {"date": "2027-03-09", "weekly": "every Tuesday, 10am, Room 1", "link": "Dial 200"},
            "today": "2027-03-02",
        }
    )

    assert text == f"""Clinical system migration: Riverside Surgery, Tuesday 2 March 2027

Dates
- Go Live: Tuesday 8 June 2027 (14 weeks to go)
- Technical survey: Friday 5 March 2027
- Core training: Monday 24 May 2027, confirmed, Pat Green

Agreed
- Choose the weekly slot: Tuesdays
- Agree Go Live

Who does what
- Lead GP: Dr Lee (cover Dr Moss)
- Note-taker

Actions

Manager
- Order cards, by Tue 9 March 2027

No one yet
- Find a room, no date yet

Start this week, no one yet
- Book the technical survey

Not agreed yet
- Agree the rollback
- Links off: suggested for Fri 28 May 2027

Third parties
- NHS 111: Confirmed in writing
- The lab

Not applicable
- Tell the dispensary: We have none (Dr Lee)

Next meeting
- Tuesday 9 March 2027, every Tuesday, 10am, Room 1, Dial 200

{CAUTION}
"""


WORK = [
    {"title": "Fill every seat", "suggested": "2027-03-09"},
    {"title": "Find a room"},
    {"title": "Book the survey", "suggested": "2027-03-03"},
]
STARTS = [  # today, the day of the kick-off, how the part about work without an owner begins
    (
        "2026-12-01",
        "2027-03-02",
        "Start after the kick-off on Tue 2 March 2027, no one yet\n"
        "- Book the survey, suggested by Wed 3 March 2027\n"
        "- Fill every seat, suggested by Tue 9 March 2027\n"
        "- Find a room\n\n",
    ),
    (
        "2027-03-01",
        "2027-03-02",
        "Start this week, no one yet\n"
        "- Book the survey, suggested by Wed 3 March 2027\n"
        "- Fill every seat, suggested by Tue 9 March 2027\n"
        "- Find a room\n\n",
    ),
    (
        "2027-03-09",
        "2027-03-02",
        "Start this week, no one yet\n"
        "- Book the survey, past its suggested date: Wed 3 March 2027\n"
        "- Fill every seat, suggested by Tue 9 March 2027\n"
        "- Find a room\n\n",
    ),
    ("2027-02-23", "2027-03-02", "Start this week, no one yet\n"),
    ("2027-02-22", "2027-03-02", "Start after the kick-off on Tue 2 March 2027, no one yet\n"),
    ("2026-12-01", "", "Start this week, no one yet\n"),
]


@pytest.mark.parametrize(("today", "kick_off", "part"), STARTS)
def test_work_without_an_owner_stands_by_date_under_when_it_starts(
    summary: Any, today: str, kick_off: str, part: str
) -> None:
    """The first that is due comes first; what follows a distant kick-off is not for this week."""
    text = summary.emailText(
        {
            "practice": "",
            "goLive": "2027-06-08",
            "agreed": [],
            "actionsByOwner": [],
            "unowned": WORK,
            "kickOff": kick_off,
            "notAgreed": [],
            "nextMeeting": {},
            "today": today,
        }
    )

    assert f"\n\n{part}" in text


def test_the_work_of_one_owner_is_in_the_order_of_its_dates(summary: Any) -> None:
    """What is late is said first; a suggested date that is past is not called late."""
    text = summary.emailText(
        {
            "practice": "",
            "goLive": "2027-06-08",
            "agreed": [],
            "actionsByOwner": [
                {
                    "owner": "Manager",
                    "actions": [
                        {"title": "Find a room", "due": ""},
                        {"title": "Tell staff", "due": "", "suggested": "2027-03-16"},
                        {"title": "Order cards", "due": "2027-03-09", "suggested": "2027-03-01"},
                        {"title": "Ring the lab", "due": "", "suggested": "2027-03-02"},
                        {"title": "Book the survey", "due": "2027-03-01"},
                        {"title": "Print posters", "due": "2027-03-03"},
                    ],
                }
            ],
            "notAgreed": [],
            "nextMeeting": {},
            "today": "2027-03-03",
        }
    )

    assert (
        "Manager\n"
        "- Book the survey, late: was due Mon 1 March 2027\n"
        "- Ring the lab, past its suggested date: Tue 2 March 2027\n"
        "- Print posters, by Wed 3 March 2027\n"
        "- Order cards, by Tue 9 March 2027\n"
        "- Tell staff, suggested by Tue 16 March 2027\n"
        "- Find a room, no date yet\n"
    ) in text


def test_an_email_of_nothing_says_so(summary: Any) -> None:
    """No heading stands over an empty place; a part that is optional is left out."""
    text = summary.emailText(
        {
            "practice": "",
            "goLive": "",
            "agreed": [],
            "actionsByOwner": [],
            "notAgreed": [],
            "nextMeeting": {},
            "today": "2027-03-02",
        }
    )

    assert text == f"""Clinical system migration: our practice, Tuesday 2 March 2027

Dates
- Go Live: not set yet

Agreed
- Nothing yet

Actions
- Nothing yet

Not agreed yet
- None

Next meeting
- Not arranged yet

{CAUTION}
"""


def test_a_decision_to_stop_is_the_first_thing_in_the_email(module: Any, summary: Any) -> None:
    """With who, when and why; nobody reads the dates below it as if they held."""
    plan = module("plan/plan.js").emptyPlan("p1")
    for path, value in (
        ("decisions/data-gate/answer", "no"),
        ("decisions/data-gate/decidedBy", "Dr Rao"),
        ("decisions/data-gate/date", "2027-05-11"),
        ("decisions/data-gate/notes", "Allergies are missing"),
        ("decisions/cutover-gate/answer", "go"),
    ):
        plan = module("plan/plan.js").withValue(plan, path, value, {"at": 1, "device": "d1"})
    stopped = module("exports/summary.js").stopLines(plan, {})

    text = summary.emailOf(
        plan,
        {"agreed": [], "notAgreed": [], "actions": [], "stopped": stopped, "today": "2027-05-12"},
    )

    assert text.startswith(
        "Clinical system migration: our practice, Wednesday 12 May 2027\n\n"
        "Stopped\n"
        "- Go or no-go: the answer was: stop, by Dr Rao, on Tue 11 May 2027. Allergies are missing\n"
        "\n"
        "Dates\n"
    )


def test_a_decision_to_go_on_is_agreed_once_it_has_a_name_and_a_day(
    module: Any, summary: Any
) -> None:
    """With its conditions; without a name or a day, or as a stop, it is not there."""
    plan = module("plan/plan.js").emptyPlan("p1")
    for path, value in (
        ("decisions/data-gate/answer", "go"),
        ("decisions/data-gate/decidedBy", "Dr Rao"),
        ("decisions/data-gate/date", "2027-05-11"),
        ("decisions/data-gate/notes", "Recheck proxy access"),
        ("decisions/cutover-gate/answer", "go"),
        ("decisions/cutover-gate/decidedBy", "Dr Rao"),
        ("decisions/go-live-gate/answer", "no"),
        ("decisions/go-live-gate/decidedBy", "Dr Rao"),
        ("decisions/go-live-gate/date", "2027-06-07"),
    ):
        plan = module("plan/plan.js").withValue(plan, path, value, {"at": 1, "device": "d1"})

    assert summary.goOnLines(plan, {"data-gate": "Data signed off"}) == [
        {
            "title": "Data signed off",
            "note": "go on, by Dr Rao, on Tue 11 May 2027. Recheck proxy access",
        }
    ]


def test_the_email_says_which_cutover_was_confirmed(module: Any, summary: Any) -> None:
    """In the words of the question's answer; nothing while it is not known."""
    options = [{"id": "weekend", "title": "Over a weekend"}, {"id": "one-week", "title": "One week"}]
    choices = [{"id": "access", "options": []}, {"id": "cutover", "options": options}]
    none = module("plan/plan.js").emptyPlan("p1")
    stamp = {"at": 1, "device": "d1"}
    plan = module("plan/plan.js").withValue(none, "choices/cutover", "one-week", stamp)

    assert summary.cutoverLines(none, choices) == []
    assert summary.cutoverLines(plan, choices) == [
        {"title": "Cutover, as the new supplier has confirmed it", "note": "One week"}
    ]


def test_the_email_of_a_plan_groups_actions_by_owner(module: Any, summary: Any) -> None:
    """Practice, Go Live, names and meetings come from the plan, the titles from the page."""
    plan = module("plan/plan.js").emptyPlan("p1")
    for path, value in (
        ("practice/name", "Riverside Surgery"),
        ("goLive", "2027-06-08"),
        ("meetings/weekly/day", "Tuesday"),
        ("meetings/weekly/time", "10am"),
        ("meetings/weekly/place", "Room 1"),
        ("seats/lead-gp/name", "Dr Lee"),
        ("seats/lead-gp/cover", "Dr Moss"),
        ("seats/clerk/cover", "Sam"),
        ("meetings/weekly/link", "https://meet.example/x"),
    ):
        plan = module("plan/plan.js").withValue(plan, path, value, {"at": 1, "device": "d1"})

    text = summary.emailOf(
        plan,
        {
            "agreed": [{"title": "Agree Go Live", "note": "Confirmed by both"}],
            "notAgreed": [{"title": "Agree the rollback"}],
            "seats": [["clerk", "Registrations clerk"], ["lead-gp", "Lead GP"]],
            "actions": [
                {"title": "Order\ncards", "owner": "Manager", "due": "2027-03-09"},
                {"title": "Find a room", "owner": "", "due": ""},
                {"title": "Tell the lab", "owner": "Manager", "due": ""},
            ],
            "today": "2027-06-01",
        },
    )

    assert text == f"""Clinical system migration: Riverside Surgery, Tuesday 1 June 2027

Dates
- Go Live: Tuesday 8 June 2027 (7 days to go)

Agreed
- Agree Go Live: Confirmed by both

Who does what
- Lead GP: Dr Lee (cover Dr Moss)

Actions

Manager
- Order cards, late: was due Tue 9 March 2027
- Tell the lab, no date yet

No one yet
- Find a room, no date yet

Not agreed yet
- Agree the rollback

Next meeting
- every Tuesday, 10am, Room 1, https://meet.example/x

{CAUTION}
"""


def test_the_email_names_every_date_that_was_agreed_or_confirmed(tabs: Any) -> None:
    """With by whom and how, and what others work by that is not agreed yet."""
    found = tabs("""
        const {emailDates} = await import('/js/exports/summary.js')
        const {withFirmness, withDate, withSaid} = await import('/js/plan/standing.js')
        const stamp = at => ({at, device: 'd1'})
        let now = plan.emptyPlan('p1')
        now = withFirmness(now, 'kick-off', '2027-03-02', 'agreed', stamp(1))
        now = withFirmness(now, 'final-data-production', '2027-06-01', 'confirmed', stamp(2))
        now = withSaid(now, 'milestones/final-data-production/by', 'Pat Green', stamp(3))
        now = withFirmness(now, 'links-off', '2027-05-27', 'confirmed', stamp(4))
        now = withSaid(now, 'milestones/links-off/how', 'letter', stamp(5))
        now = withDate(now, 'links-off', '2027-05-28', stamp(6))
        const day = (id, title, date, state) => ({id, title, date, state})
        return emailDates(now, [
            day('order-placed', 'Order placed', '2027-02-16', 'done'),
            day('kick-off', 'Kick-off meeting', '2027-03-02', 'agreed'),
            day('technical-survey', 'Technical survey', '2027-03-05', 'suggested'),
            day('initial-data-production', 'Initial data production', '2027-04-13', 'suggested'),
            day('links-off', 'Links switched off', '2027-05-28', 'agreed'),
            day('final-data-production', 'Final data production', '2027-06-01', 'confirmed'),
            day('go-live', 'Go Live', '2027-06-08', 'suggested'),
        ])""")

    assert found == {
        "dates": [
            {"title": "Kick-off meeting", "date": "2027-03-02", "note": "agreed"},
            {
                "title": "Links switched off",
                "date": "2027-05-28",
                "note": "agreed. Before, for Thu 27 May 2027: letter",
            },
            {
                "title": "Final data production",
                "date": "2027-06-01",
                "note": "confirmed, Pat Green",
            },
        ],
        "datesNotAgreed": [{"title": "Initial data production: suggested for Tue 13 April 2027"}],
    }
