"""What needs the reader: each sentence whole, what is late first, and nothing late before asking."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

TODAY = "2027-04-01"
DAYS = [  # the milestones that the tests are about, as plan/schedule.js dates them
    {"id": "kick-off", "date": "2027-03-02", "end": ""},
    {"id": "extract-form-returned", "date": "2027-03-18", "end": ""},
    {"id": "core-training", "date": "2027-03-29", "end": "2027-04-09"},
    {"id": "initial-data-production", "date": "2027-04-20", "end": ""},
    {"id": "final-data-production", "date": "2027-06-01", "end": ""},
    {"id": "go-live", "date": "2027-06-08", "end": ""},
]
TITLES = {
    "kick-off": "Kick-off meeting",
    "extract-form-returned": "Data-extract form returned",
    "first-data-check": "First data check",
}
RESULTS = {"from": "2027-06-04", "to": "2027-06-08", "days": 4, "overHoliday": False}
NEEDS = """async ({days, titles, values, today, said = today, ...found}) => {
    const {needs} = await import('/js/plan/attention.js')
    const {emptyPlan, withValue} = await import('/js/plan/plan.js')
    const plan = Object.entries(values)
        .reduce((made, [path, value]) => withValue(made, path, value, {at: Date.parse(said), device: 'd1'}), emptyPlan('p'))
    const stateOf = ({id}) => /^2/.test(values[`milestones/${id}/done`]) ? 'done' : 'suggested'
    const dates = {goLive: '2027-06-08', days: new Map(days.map(day => [day.id, {state: stateOf(day), ...day}]))}
    return needs({titles: new Map(Object.entries(titles)), dates, ...found}, plan, today)
}"""
WEEKEND = {"choices/cutover": "weekend"}
ANSWERED = {
    **WEEKEND,
    "milestones/kick-off/done": "2027-03-02",
    "milestones/extract-form-returned/done": "2027-03-19",
}
BROKEN = [
    {"id": "final-data-production", "side": "latest", "isOrder": False, "says": "Final data production is 1 day before Go Live; at least 3 are needed: Sat 5 June 2027 or earlier."},
    {"id": "live-data-rechecked", "side": "earliest", "isOrder": True, "says": "The re-check of live data is on the day of final data production; it must come after it: Tue 8 June 2027 or later."},
]
RESULTS_NEED = {
    "id": "results",
    "tone": "soon",
    "tag": "4 days",
    "title": "No electronic results from Fri 4 June to Tue 8 June.",
    "says": "Agree with the lab how urgent results reach a named clinician each day.",
    "act": "See the date",
    "on": "links-off",
}


@pytest.fixture
def needs(page: Page) -> Any:
    """List what needs the reader, from the days above unless others are given."""

    def ask(values: dict[str, str], **found: Any) -> list[dict[str, str]]:
        rest = {"results": RESULTS, "problems": [], "afterHoliday": False}
        given = {"days": DAYS, "titles": TITLES, "today": TODAY, **rest, **found}
        return page.evaluate(NEEDS, {**given, "values": values})

    return ask


def need_of(found: list[dict[str, str]], id: str) -> dict[str, str]:
    """The one thing of a name."""
    (need,) = [one for one in found if one["id"] == id]
    return need


def test_when_all_is_answered_the_days_without_results_remain(needs: Any) -> None:
    """They are there in every migration."""
    assert needs(ANSWERED) == [RESULTS_NEED]


def test_days_without_results_over_a_bank_holiday_say_so(needs: Any) -> None:
    """Fewer people are there to ask."""
    found = needs(ANSWERED, results={**RESULTS, "days": 6, "from": "2027-05-28", "to": "2027-06-03", "overHoliday": True})

    assert (found[0]["tag"], found[0]["title"]) == (
        "6 days",
        "No electronic results from Fri 28 May to Thu 3 June, over a bank holiday.",
    )


def test_nothing_is_late_before_it_was_asked_about(needs: Any) -> None:
    """What is past is asked about: a notice by itself, since others wait for it, the rest together."""
    found = needs(WEEKEND)

    assert [one["tone"] for one in found] == ["soon"] * 3
    assert need_of(found, "extract-form-returned") == {
        "id": "extract-form-returned",
        "tone": "soon",
        "tag": "Past its date",
        "title": "Data-extract form returned.",
        "says": (
            "It was due Thu 18 March, unless it was done. "
            "Ask today: can you still deliver by Tue 20 April? If not, which date? Go Live may move."
        ),
        "act": "Say what happened",
        "on": "extract-form-returned",
    }
    assert need_of(found, "where-now") == {
        "id": "where-now",
        "tone": "soon",
        "tag": "In the past",
        "title": "1 date is past.",
        "says": "Say which of them have happened.",
        "act": "Say where you are now",
        "on": "where-now",
    }


def test_several_dates_that_are_past_are_one_thing(needs: Any) -> None:
    """A list of them would only bury the rest."""
    more = [*DAYS, {"id": "first-data-check", "date": "2027-03-31", "end": ""}]

    assert need_of(needs(WEEKEND, days=more), "where-now")["title"] == "2 dates are past."


def test_who_does_not_know_is_not_asked_again(needs: Any) -> None:
    """An answer is an answer; it is no ground to call anything late."""
    found = needs({**ANSWERED, "milestones/kick-off/done": "unknown"})

    assert found == [RESULTS_NEED]


@pytest.mark.parametrize(
    ("past", "count"),
    [
        ({"date": "2027-03-31", "end": ""}, 1),
        ({"date": "2027-04-01", "end": ""}, 0),
        ({"date": "2027-03-01", "end": "2027-04-01"}, 0),
        ({"date": "2027-03-01", "end": "2027-03-31"}, 1),
        ({"date": "2027-03-01", "end": "", "state": "done"}, 0),
    ],
    ids=["yesterday", "today", "ends today", "ended yesterday", "done"],
)
def test_a_date_is_past_when_its_last_day_is(needs: Any, past: dict[str, str], count: int) -> None:
    """And nothing is asked about what is known to be done."""
    found = needs(ANSWERED, days=[*DAYS, {"id": "first-data-check", **past}])

    assert [one["id"] for one in found].count("where-now") == count


@pytest.mark.parametrize(
    ("today", "ago"), [("2027-03-19", "1 day ago"), ("2027-04-01", "14 days ago")]
)
def test_what_was_not_done_is_late_and_comes_first(needs: Any, today: str, ago: str) -> None:
    """With whom to ask what, and that Go Live may move."""
    no = {**ANSWERED, "milestones/extract-form-returned/done": "no"}
    found = needs(no, today=today, problems=[{"kind": "weekday", "says": "8 June 2027 is a Tuesday."}])

    assert found[0] == {
        "id": "extract-form-returned",
        "tone": "late",
        "tag": "Late",
        "title": "Data-extract form returned.",
        "says": (
            f"It was due Thu 18 March, {ago}. "
            "Ask today: can you still deliver by Tue 20 April? If not, which date? Go Live may move."
        ),
        "act": "Change the date",
        "on": "extract-form-returned",
    }


def test_an_answer_from_before_the_date_is_asked_for_again(needs: Any) -> None:
    """On the 1st of March nobody could say that the meeting of the 2nd had not happened."""
    no = {**ANSWERED, "milestones/kick-off/done": "no"}

    assert need_of(needs(no, said="2027-03-01"), "where-now")["title"] == "1 date is past."
    assert need_of(needs(no, said="2027-03-02"), "kick-off")["tag"] == "Late"


def test_a_notice_that_nothing_waits_for_is_one_of_the_past_dates(needs: Any) -> None:
    """When the first copy was taken, nobody asks whether it can still be delivered."""
    found = needs(WEEKEND, today="2027-04-21")

    assert "extract-form-returned" not in [one["id"] for one in found]
    assert need_of(found, "where-now")["title"] == "4 dates are past."


@pytest.mark.parametrize(
    ("today", "title"),
    [
        ("2027-03-01", None),
        ("2027-03-02", "Tue 16 March is the last day to order for this Go Live."),
        ("2027-03-16", "Today is the last day to order for this Go Live."),
        ("2027-03-17", "Tue 16 March was the last day to order for this Go Live."),
    ],
)
def test_the_last_day_to_order_is_said(needs: Any, today: str, title: str | None) -> None:
    """Two weeks before, and until the order is known to be placed."""
    days = [*DAYS, {"id": "order-placed", "date": "2027-02-16", "end": ""}]
    values = {**ANSWERED, "milestones/order-placed/done": "unknown"}
    found = needs(values, days=days, today=today, lastOrder="2027-03-16")

    assert [one["title"] for one in found if one["id"] == "last-order"] == ([title] if title else [])
    done = {**ANSWERED, "milestones/order-placed/done": "2027-02-16"}
    assert "last-order" not in [
        one["id"] for one in needs(done, days=days, today=today, lastOrder="2027-03-16")
    ]


def test_a_cutover_with_another_day_than_the_agreed_one_is_said(needs: Any) -> None:
    """Both cannot hold, and only the supplier knows which does."""
    days = [
        {**day, "pinned": True, "state": "confirmed"} if day["id"] == "final-data-production" else day
        for day in DAYS
    ]
    found = needs(ANSWERED, days=days, cutover="Over a weekend", byCutover="2027-06-07")

    assert need_of(found, "other-cutover") == {
        "id": "other-cutover",
        "tone": "soon",
        "tag": "Cutover",
        "title": "Over a weekend.",
        "says": "Final data production would be Mon 7 June, and it is confirmed for Tue 1 June. "
        "Ask your new supplier which of the two holds.",
        "act": "See the date",
        "on": "final-data-production",
    }
    assert needs(ANSWERED, days=days, cutover="One week", byCutover="2027-06-01") == [RESULTS_NEED]


def test_a_cutover_that_no_date_hangs_on_is_not_asked_for(needs: Any) -> None:
    """Final data production was agreed: nothing is open."""
    assert needs({**ANSWERED, "choices/cutover": ""}) == [RESULTS_NEED]


GATES = {"data-gate": "first-data-check"}
GATE_DAY = {"id": "first-data-check", "date": "2027-04-20", "end": ""}
STOP = {"decisions/data-gate/answer": "no", "decisions/data-gate/decidedBy": "Dr Rao"}
GO = {
    "decisions/data-gate/answer": "go",
    "decisions/data-gate/decidedBy": "Dr Rao",
    "decisions/data-gate/date": "2027-04-20",
}


def test_a_decision_to_stop_stands_first_until_there_is_another(needs: Any) -> None:
    """Whoever opens the plan at the next desk sees it before all else."""
    days = [*DAYS, GATE_DAY]
    stop = {**ANSWERED, **STOP, "decisions/data-gate/date": "2027-04-01"}
    found = needs(stop, days=days, gates=GATES, problems=[{"kind": "past", "says": "It is past."}])

    assert found[0] == {
        "id": "stopped-data-gate",
        "tone": "late",
        "tag": "Stopped",
        "title": "First data check.",
        "says": "The answer was: stop, by Dr Rao, on Thu 1 April. "
        "Go on only when those who decide have written down another decision.",
        "act": "See the decision",
        "on": "go-or-no-go",
    }
    assert needs({**ANSWERED, **GO}, days=days, gates=GATES) == [RESULTS_NEED]


@pytest.mark.parametrize(
    ("values", "today", "is_asked"),
    [
        ({}, "2027-04-20", False),
        ({}, "2027-04-21", True),
        ({"decisions/data-gate/answer": "go"}, "2027-04-21", True),
        (GO, "2027-04-21", False),
    ],
    ids=["on its day", "the day after", "without a name and a day", "decided"],
)
def test_a_decision_that_is_due_is_asked_for(
    needs: Any, values: dict[str, str], today: str, is_asked: bool
) -> None:
    """With a name and a day; before its day nobody is asked."""
    found = needs({**ANSWERED, **values}, days=[*DAYS, GATE_DAY], gates=GATES, today=today)

    assert ("undecided-data-gate" in [one["id"] for one in found]) is is_asked


@pytest.mark.parametrize(
    ("answer", "today", "says"),
    [
        ("", "2027-06-08", None),
        ("", "2027-06-09", "Say what happened. If you did not, choose a later date."),
        ("2027-06-08", "2027-06-09", None),
        (
            "no",
            "2027-06-09",
            "It did not happen on Tue 8 June. "
            "Choose a later date, and tell everyone who has the old one.",
        ),
    ],
    ids=["on the day", "the day after", "it happened", "it did not"],
)
def test_after_its_day_go_live_is_asked_about(
    needs: Any, answer: str, today: str, says: str | None
) -> None:
    """A day that was chosen long before is no slip when it has come."""
    found = needs({**ANSWERED, "milestones/go-live/done": answer}, today=today, hasCome=True)

    assert [one["says"] for one in found if one["id"] in {"went-live", "not-live"}] == (
        [says] if says else []
    )


def test_what_nothing_waits_for_is_asked_in_general(needs: Any) -> None:
    """Only a notice names the date that it holds up."""
    found = needs({**ANSWERED, "milestones/kick-off/done": "no"})

    assert need_of(found, "kick-off")["says"] == (
        "It was due Tue 2 March, 30 days ago. Ask today: when can it be done? Go Live may move."
    )


def test_what_speaks_against_the_go_live_date(needs: Any) -> None:
    """In the words that it comes with."""
    found = needs(ANSWERED, problems=[{"kind": "past", "says": "It is in the past."}])

    assert found[0] == {
        "id": "past",
        "tone": "soon",
        "tag": "Go Live",
        "title": "Go Live.",
        "says": "It is in the past.",
        "act": "Choose another date",
        "on": "go-live",
    }


def test_a_cutover_that_is_not_confirmed(needs: Any) -> None:
    """With how much hangs on it."""
    days = [{**day, "dependsOnCutover": day["date"] > "2027-05-01"} for day in DAYS]
    found = needs({**ANSWERED, "choices/cutover": ""}, days=days)

    assert need_of(found, "cutover") == {
        "id": "cutover",
        "tone": "soon",
        "tag": "Cutover",
        "title": "Not confirmed.",
        "says": "2 dates hang on how long your new supplier’s cutover is.",
        "act": "Choose",
        "on": "cutover",
    }


def test_final_data_after_a_bank_holiday(needs: Any) -> None:
    """It is allowed, and worth a thought."""
    assert need_of(needs(ANSWERED, afterHoliday=True), "fdp-after-holiday") == {
        "id": "fdp-after-holiday",
        "tone": "soon",
        "tag": "Bank holiday",
        "title": "Final data production.",
        "says": (
            "It is on Tue 1 June, the first working day after a bank holiday. "
            "Staff and suppliers come back to a backlog."
        ),
        "act": "See the date",
        "on": "final-data-production",
    }


@pytest.mark.parametrize(
    ("count", "title"),
    [
        (1, "1 date hangs on bank holidays that are not announced yet."),
        (3, "3 dates hang on bank holidays that are not announced yet."),
    ],
)
def test_dates_on_bank_holidays_that_are_only_expected(needs: Any, count: int, title: str) -> None:
    """There is nothing to do yet, so there is nowhere to go."""
    days = [{**day, "isExpected": at < count} for at, day in enumerate(DAYS)]

    assert need_of(needs(ANSWERED, days=days), "expected") == {
        "id": "expected",
        "tone": "soon",
        "tag": "Bank holidays",
        "title": title,
        "says": (
            "They are only expected. "
            "Check them again when the government has announced them."
        ),
        "act": "",
        "on": "",
    }


@pytest.mark.parametrize(
    ("today", "title", "says"),
    [
        (
            "2027-06-08",
            "No electronic results from Fri 4 June to Tue 8 June.",
            "by Thu 10 June; until then results may still be on paper",
        ),
        ("2027-06-10", "Results may still be on paper.", "by Thu 10 June"),
        ("2027-06-11", None, None),
    ],
)
def test_results_may_be_on_paper_until_the_links_are_tested(
    needs: Any, today: str, title: str | None, says: str | None
) -> None:
    """The count ends at Go Live; the links are due back and tested two working days later."""
    found = needs(ANSWERED, today=today, results={**RESULTS, "tested": "2027-06-10"})

    said = [(one["title"], one["says"]) for one in found if one["id"] == "results"]
    assert said == ([] if title is None else [(
        title,
        "Agree with the lab how urgent results reach a named clinician each day. "
        f"Links are due back and tested {says}.",
    )])  # fmt: skip


def test_each_limit_and_order_that_is_not_kept_needs_the_reader(needs: Any) -> None:
    """With its whole sentence, and the way to what can be done."""
    found = needs(ANSWERED, limits=BROKEN)

    assert [(one["tag"], one["title"], one["says"], one["on"]) for one in found[:2]] == [
        ("Limit", "Does not fit.", BROKEN[0]["says"], "what-does-not-fit"),
        ("Order", "Out of order.", BROKEN[1]["says"], "what-does-not-fit"),
    ]


def test_an_order_that_leaves_more_time_than_usual_is_not_called_wrong(needs: Any) -> None:
    """It is said, and it is not said that it does not fit; one that is too late does not fit."""
    early = {**BROKEN[0], "id": "order-placed", "side": "earliest"}
    found = needs(ANSWERED, limits=[early, {**early, "side": "latest"}])

    assert [one["title"] for one in found[:2]] == ["Earlier than usual.", "Does not fit."]


def test_a_cutover_that_is_too_short_is_no_calm_answer(needs: Any) -> None:
    """Choosing it answers one question and opens three, so that the count never falls."""
    open_question = needs({**ANSWERED, "choices/cutover": ""}, afterHoliday=True)
    chosen = needs(ANSWERED, limits=BROKEN, cutover="Over a weekend")

    assert len(chosen) > len(open_question)
    assert need_of(chosen, "cutover-too-short")["says"] == (
        "It does not fit: final data production would be Tue 1 June, and Go Live Tue 8 June. "
        "A weekend cutover begins on Friday at 5pm. Two ways fit: go live on the Monday "
        "with the re-check on the Sunday, or agree final data production for the Friday."
    )


@pytest.mark.parametrize(("conflicts", "title"), [(1, "1 change by two people."), (3, "3 changes by two people.")])
def test_changes_of_two_people_wait_for_a_decision(needs: Any, conflicts: int, title: str) -> None:
    """They are decided where the history is."""
    need = need_of(needs(ANSWERED, conflicts=conflicts), "conflicts")

    assert (need["title"], need["act"], need["on"]) == (title, "Decide", "history")


def test_a_date_that_was_moved_after_it_was_confirmed_is_said(needs: Any) -> None:
    """In a merge nobody may have seen it."""
    before = [["kick-off", "Confirmed before, for Tue 9 March 2027: Pat Green"]]

    assert need_of(needs(ANSWERED, before=before), "before-kick-off")["says"] == (
        "Confirmed before, for Tue 9 March 2027: Pat Green. "
        "It was moved since: ask for the new date to be confirmed."
    )


@pytest.mark.parametrize(
    ("broken", "words"),
    [(0, ""), (1, "1 date does not fit. "), (2, "2 dates do not fit. ")],
)
def test_what_does_not_fit_is_said_before_the_count(module: Any, broken: int, words: str) -> None:
    """A smaller count can never hide it."""
    says = module("plan/attention.js").standing("2027-06-08", "14 weeks to go", 3, broken)

    assert says == f"Go Live is Tuesday 8 June 2027: 14 weeks to go. {words}3 things need you."


@pytest.mark.parametrize(
    ("weeks", "count", "sentence"),
    [
        ("14 weeks to go", 0, "Go Live is Tuesday 8 June 2027: 14 weeks to go. Nothing needs you now."),
        ("1 day to go", 1, "Go Live is Tuesday 8 June 2027: 1 day to go. 1 thing needs you."),
        ("Go Live is today", 2, "Go Live is today, Tuesday 8 June 2027. 2 things need you."),
    ],
)
def test_the_sentence_that_says_how_it_stands(module: Any, weeks: str, count: int, sentence: str) -> None:
    """When Go Live is, and how much needs the reader."""
    assert module("plan/attention.js").standing("2027-06-08", weeks, count) == sentence


REPEATS = [
    {"id": "repeat-dispensing-cancelled", "date": "2027-05-28", "end": ""},
    {"id": "repeat-dispensing-reissued", "date": "2027-06-08", "end": ""},
]


def test_repeat_dispensing_that_is_off_is_said_as_results_are(needs: Any) -> None:
    """How long, and what to decide for those whose issue falls due."""
    found = needs(ANSWERED, days=[*DAYS, *REPEATS])

    assert need_of(found, "repeat-dispensing") == {
        "id": "repeat-dispensing",
        "tone": "soon",
        "tag": "11 days",
        "title": "No repeat dispensing from Fri 28 May to Tue 8 June.",
        "says": "Some issues fall due meanwhile. Let a prescriber decide for each patient, and tell the pharmacies.",
        "act": "See the date",
        "on": "repeat-dispensing-cancelled",
    }


@pytest.mark.parametrize(
    ("today", "done", "is_said"),
    [("2027-06-08", "", True), ("2027-06-09", "", False), ("2027-06-08", "2027-06-08", False)],
    ids=["on the last day", "after it", "when it is done"],
)
def test_repeat_dispensing_is_said_until_it_is_issued_again(
    needs: Any, today: str, done: str, is_said: bool
) -> None:
    """And no longer."""
    answered = {**ANSWERED, "milestones/repeat-dispensing-reissued/done": done}
    found = needs(answered, days=[*DAYS, *REPEATS], today=today)

    assert ("repeat-dispensing" in [one["id"] for one in found]) is is_said


@pytest.mark.parametrize(
    ("count", "title", "ends"),
    [
        (1, "1 third party was told another date.", "Lab 1: Told so."),
        (5, "5 third parties were told other dates.", "Lab 5: Told so."),
        (7, "7 third parties were told other dates.", "Lab 5: Told so. And 2 more."),
    ],
)
def test_who_was_told_another_date_is_late_and_named(
    needs: Any, count: int, title: str, ends: str
) -> None:
    """One thing for all of them, with the way to them."""
    tell = [{"title": f"Lab {n + 1}", "says": "Told so."} for n in range(count)]

    found = needs(ANSWERED, tell=tell)

    assert (found[0]["id"], found[0]["tone"], found[0]["title"]) == ("tell-again", "late", title)
    assert (found[0]["act"], found[0]["on"]) == ("Tell them", "third-parties")
    assert found[0]["says"].startswith("Lab 1: Told so.")
    assert found[0]["says"].endswith(ends)
