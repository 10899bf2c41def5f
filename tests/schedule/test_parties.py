"""A third party's own days: what its record says, and what it was told that holds no more."""

from __future__ import annotations

from typing import Any

import pytest

from tests.schedule.plans import field
from tests.schedule.test_dates_of_a_plan import pinned, plan_of

TELLING = "/tests/telling.js"
FULL = "the full data"
GO_LIVE, OFF = "2027-06-08", "2027-05-28"
TOLD = {"id": "t", "date": GO_LIVE, "off": OFF, "on": "2027-03-02", "at": 1, "device": "d"}
ONLY_GO_LIVE = {key: value for key, value in TOLD.items() if key != "off"}
LINKS_LATER = pinned("links-off", date="2027-05-31", state="agreed")

pytestmark = pytest.mark.browser


def plan(go_live: str = GO_LIVE, **parts: Any) -> dict[str, Any]:
    """A plan with parties, and nothing else of one's own."""
    return plan_of(go_live, **{"parties": {}, "events": {}, "leave": {}, **parts})


def lab(*told: dict[str, Any], **fields: str) -> dict[str, Any]:
    """A plan's parties: one laboratory that was told this."""
    made = {name: field(value) for name, value in fields.items()}
    return {"pathology": {"state": field("asked"), "told": list(told), **made}}


def test_a_party_goes_off_and_on_as_its_record_says(call: Any) -> None:
    """Links, final data production, a counted day, or no day at all."""
    cases = [
        ["pathology", "2027-05-28", "2027-06-08"],  # with the links
        ["screening", "2027-05-28", ""],  # 2 days before a Tuesday is a Sunday
        ["dispensing-software", "2027-06-01", "2027-06-08"],  # labels until the last copy
        ["gp2gp", "2027-06-01", ""],  # "after Go Live" is no day
        ["pharmacies", "", "2027-06-08"],  # nothing is switched off
        ["nhs-111", "", ""],
    ]

    assert call(TELLING, "offAndOn", FULL, plan(), [id for id, _, _ in cases]) == cases


@pytest.mark.parametrize(
    ("off", "back", "days"),
    [
        ("final-data-production", "links-back-on", ["2027-06-01", "2027-06-10"]),
        ("links-off", "go-live", ["2027-05-28", "2027-06-08"]),
        ("", "", ["", ""]),
        ("kick-off", "technical-survey", ["", ""]),
    ],
    ids=["last copy", "links", "nothing", "not offered"],
)
def test_a_party_of_ones_own_has_the_days_that_the_reader_chose(
    call: Any, off: str, back: str, days: list[str]
) -> None:
    """They follow the plan, and what was not offered gives none."""
    own = {"title": field("Care homes"), "off": field(off), "back": field(back)}

    found = call(TELLING, "offAndOn", FULL, plan(parties={"own-1": own}), ["own-1"])

    assert found == [["own-1", *days]]


def test_a_notice_has_one_date_everywhere(call: Any) -> None:
    """That of the plan's own milestone; what the party asks for is the last day for it."""
    assert call(TELLING, "everyDay", FULL, plan(), "pcse") == [
        "2027-03-16 First notice",
        "2027-05-11 Form sent to Primary Care Support England",
        "2027-05-18 Last day for it: at least 14 days before final data production"
        " (Clinical system migration)",
        "2027-05-21 Reminder, a week before",
        "2027-05-28 Reminder, on the day",
        "2027-05-28 Off",
        "2027-06-08 On",
        "2027-06-10 Tested by",
    ]


@pytest.mark.parametrize(
    ("party", "notice"),
    [
        ("nhs-111", "2027-05-17"),  # ten working days before Tue 1 June, over a bank holiday
        ("mesh", "2027-05-11"),  # with the form to PCSE
        ("shared-care-record", "2027-05-04"),
        ("anticoagulation", "2027-04-27"),
    ],
)
def test_a_party_that_needs_more_notice_gets_it_earlier(call: Any, party: str, notice: str) -> None:
    """Each in its own time, before Go Live on Tue 8 June 2027."""
    assert f"{notice} Formal notice" in call(TELLING, "everyDay", FULL, plan(), party)


def test_a_reminder_comes_before_the_partys_own_change(call: Any) -> None:
    """A week before the dispensary's labels go, and on that day."""
    days = call(TELLING, "everyDay", FULL, plan(), "dispensing-software")

    assert "2027-05-25 Reminder, a week before" in days
    assert "2027-06-01 Reminder, on the day" in days


def test_nobody_is_told_where_nobody_can_be(call: Any) -> None:
    """EPS has no notice and no reminder: the new supplier arranges it."""
    assert call(TELLING, "everyDay", FULL, plan(), "eps") == [
        "2027-05-28 Off", "2027-06-08 On", "2027-06-10 Tested by",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("of", "says"),
    [
        (plan(parties=lab(TOLD)), None),
        (plan(parties=lab(ONLY_GO_LIVE)), None),
        (
            plan(parties=lab(TOLD), choices={"cutover": field("thursday-to-tuesday")}),
            "Told links off Fri 28 May 2027, on Tue 2 March 2027. Now: links off Wed 2 June 2027.",
        ),
        (
            plan(parties=lab(TOLD), milestones=LINKS_LATER),
            "Told links off Fri 28 May 2027, on Tue 2 March 2027. Now: links off Mon 31 May 2027.",
        ),
        (
            plan("2027-06-15", parties=lab(TOLD)),
            "Told Go Live Tue 8 June 2027, links off Fri 28 May 2027, on Tue 2 March 2027. "
            "Now: Go Live Tue 15 June 2027, links off Mon 7 June 2027.",
        ),
        (
            plan("2027-06-15", parties=lab(ONLY_GO_LIVE)),
            "Told Go Live Tue 8 June 2027, on Tue 2 March 2027. "
            "Now: Go Live Tue 15 June 2027, links off Mon 7 June 2027.",
        ),
        (
            plan("2027-06-15", parties=lab(TOLD, {**TOLD, "id": "u", "date": "2027-06-15",
                 "off": "2027-06-07", "on": "2027-03-09", "at": 2})),
            None,
        ),
        (
            plan("2027-06-15", parties=lab(TOLD, {**TOLD, "id": "u", "date": "2027-06-15",
                 "off": "2027-06-07", "on": "2027-02-09", "at": 2})),
            "Told Go Live Tue 8 June 2027, links off Fri 28 May 2027, on Tue 2 March 2027. "
            "Now: Go Live Tue 15 June 2027, links off Mon 7 June 2027.",
        ),
        (plan("2027-06-15", parties=lab(TOLD, removed="yes")), None),
    ],
    ids=[
        "right", "Go Live only, right", "another cutover", "a pinned date", "another Go Live",
        "Go Live only", "told again", "the last by its day", "not in use",
    ],
)  # fmt: skip
def test_who_was_told_what_holds_no_more_is_told_again(
    call: Any, of: dict[str, Any], says: str | None
) -> None:
    """Whatever moved the date, and not who has the right one."""
    found = call(TELLING, "again", FULL, of)

    assert found == ([f"Pathology labs and radiology. {says}"] if says else [])


@pytest.mark.parametrize(
    ("of", "change", "listed"),
    [
        (plan(parties=lab(TOLD)), [["choices/cutover", "weekend"]], True),
        (plan(parties=lab(ONLY_GO_LIVE)), [["choices/cutover", "weekend"]], True),
        (plan("2027-06-15", parties=lab(TOLD)), [["goLive", GO_LIVE]], False),
        (plan("2027-06-15", parties=lab(ONLY_GO_LIVE)), [["goLive", GO_LIVE]], False),
        (plan(parties=lab(TOLD)), [["choices/access", "forty-five-days"]], False),
    ],
    ids=["cutover", "cutover, off day not noted", "back", "back, off day not noted", "access"],
)
def test_a_preview_lists_who_would_have_a_wrong_date(
    call: Any, of: dict[str, Any], change: list[list[str]], listed: bool
) -> None:
    """And nobody whose date would be right again."""
    assert call(TELLING, "tellIn", FULL, of, change) == (["pathology"] if listed else [])


@pytest.mark.parametrize(
    ("confirmed", "says"),
    [
        ("2027-06-08", []),
        ("2027-06-15", ["GP2GP. Confirmed for Tue 15 June, which is none of its dates now."]),
        ("", []),
    ],
    ids=["Go Live", "a date that moved since", "no date"],
)
def test_who_confirmed_a_date_is_told_the_new_one(
    call: Any, confirmed: str, says: list[str]
) -> None:
    """Also where nobody recorded that they were told: who confirms a date in writing knows it."""
    reply = {"state": field("confirmed"), **({"confirmed": field(confirmed)} if confirmed else {})}
    of = plan(parties={"gp2gp": reply})

    assert call(TELLING, "again", FULL, of) == says


def test_a_move_lists_who_confirmed_the_old_date(call: Any) -> None:
    """Before it is applied, beside those who were told."""
    of = plan(parties={"gp2gp": {"state": field("confirmed"), "confirmed": field("2027-06-08")}})

    assert call(TELLING, "tellIn", FULL, of, [["goLive", "2027-06-22"]]) == ["gp2gp"]


@pytest.mark.parametrize(
    ("confirmed", "state", "is_cleared"),
    [
        ("", "Confirmed for which date? Enter it", False),
        ("2027-06-01", "Confirmed in writing for Tue 1 June", True),
        ("2027-05-28", "Confirmed in writing for Fri 28 May", True),
        ("2027-06-15", "Confirmed for Tue 15 June, which is none of its dates now", False),
    ],
    ids=["no date", "last copy", "links off", "another date"],
)
def test_a_reply_counts_for_a_date_of_the_plan(
    call: Any, confirmed: str, state: str, is_cleared: bool
) -> None:
    """Without one, or with one that moved since, it clears no warning."""
    reply = {"state": field("confirmed"), **({"confirmed": field(confirmed)} if confirmed else {})}
    of = plan(parties={"pcse": reply})

    standing = call(TELLING, "standing", FULL, of, "pcse")

    assert (standing["state"], standing["notice"]) == (
        state,
        "" if is_cleared else "Notice by Tue 11 May",
    )
    assert ("pcse-form" in call(TELLING, "late", FULL, of, "2027-05-25")) is not is_cleared
