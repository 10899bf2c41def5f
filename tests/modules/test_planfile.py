"""The saved file: it holds the whole plan, can be read by a person, and is not trusted when it comes back."""

from __future__ import annotations

import json
from typing import Any

import pytest

NOT_OURS = (
    "That file is not a plan from this site. "
    "Choose a file that ends in .json and was saved here."
)
INCOMPLETE = "That file is damaged or not complete. Choose another copy of the plan."
LATER = (
    "This plan was saved by a newer version of the guide. "
    "Reload this page, then open the plan again."
)
SAVED_AT = 1_803_981_720_000  # 2 March 2027, 10:02 UTC
NHS_NUMBER = "943 476 5919"


@pytest.fixture
def planfile(module: Any) -> Any:
    """Give the module under test."""
    return module("exports/planfile.js")


def field(value: str, **more: Any) -> dict[str, Any]:
    """Make a field as a plan holds it."""
    return {"value": value, "at": 1, "device": "d1", **more}


@pytest.fixture
def plan(module: Any) -> dict[str, Any]:
    """Make a plan with something of most kinds."""
    told = {"id": "a", "date": "2027-06-08", "on": "2027-03-02", "at": 1, "device": "d1"}
    return {
        **module("plan/plan.js").emptyPlan("p1"),
        "goLive": field("2027-06-08"),
        "practice": {"name": field("Riverside Surgery")},
        "tasks": {
            "t1": {"state": field("done")},
            "t2": {"state": field("na"), "reason": field("No branch")},
            "t3": {"notes": field("Ask twice")},
        },
        "actions": {
            "a1": {"title": field("Order cards")},
            "a2": {"title": field("Gone"), "removed": field("yes")},
        },
        "parties": {"pcse": {"told": [told]}},
    }


@pytest.mark.parametrize(
    ("practice", "name"),
    [
        ("Riverside Surgery", "migration-plan_riverside-surgery_2027-03-02.json"),
        ("  Dr O'Neill & Partners  ", "migration-plan_dr-oneill-partners_2027-03-02.json"),
        ("Meddygfa Tŷ Gwyn", "migration-plan_meddygfa-ty-gwyn_2027-03-02.json"),
        ("../../etc/passwd", "migration-plan_etc-passwd_2027-03-02.json"),
        ("x" * 200, f"migration-plan_{'x' * 60}_2027-03-02.json"),
    ],
)
def test_the_file_is_named_after_the_practice_and_the_day(
    planfile: Any, plan: dict[str, Any], practice: str, name: str
) -> None:
    """In small plain letters that every computer takes."""
    plan["practice"]["name"] = field(practice)

    assert planfile.fileName(plan, "2027-03-02") == name


UNNAMED = [  # the plan's id, its name, the practice, the file
    ("3F2A9C10-7d", "", "", "migration-plan_practice-3f2a9c10_2027-03-02.json"),
    ("b71", "", "مركز 🙂", "migration-plan_practice-b71_2027-03-02.json"),
    ("3f2a9c10-7d", "Ashby: the branch", "", "migration-plan_ashby-the-branch-3f2a9c10_2027-03-02.json"),
    ("3f2a9c10-7d", "Ashby", "Riverside", "migration-plan_riverside_2027-03-02.json"),
]


@pytest.mark.parametrize(("id", "title", "practice", "name"), UNNAMED)
def test_a_plan_of_no_practice_is_named_after_itself(  # noqa: PLR0913 (a row of the table)
    planfile: Any, plan: dict[str, Any], id: str, title: str, practice: str, name: str
) -> None:
    """Two plans that are saved on one day have two files, also where both are called alike."""
    plan = {**plan, "id": id, "name": field(title), "practice": {"name": field(practice)}}

    assert planfile.fileName(plan, "2027-03-02") == name


def test_a_person_can_read_what_a_file_is(planfile: Any, plan: dict[str, Any]) -> None:
    """The first lines say it, before the plan itself."""
    text = planfile.toFile(plan, {"savedAt": SAVED_AT})

    assert text.startswith("""{
  "format": "gp-migration-plan",
  "schema": 1,
  "saved": "2027-03-02T10:02:00.000Z",
  "summary": {
    "practice": "Riverside Surgery",
    "goLive": "2027-06-08",
    "done": 1,
    "actions": 1
  },
  "id": "p1",
""")
    assert text.endswith("}\n")


@pytest.mark.parametrize("before", ["", "\ufeff", "  \n"])
def test_a_saved_plan_comes_back_whole(
    planfile: Any, plan: dict[str, Any], before: str
) -> None:
    """With a summary to look at before it replaces anything; a byte order mark does no harm."""
    text = before + planfile.toFile(plan, {"savedAt": SAVED_AT})

    assert planfile.fromFile(text) == {
        "plan": plan,
        "dropped": 0,
        "summary": {
            "practice": "Riverside Surgery",
            "goLive": "2027-06-08",
            "done": 1,
            "actions": 1,
            "changedAt": 1,
            "savedAt": "2027-03-02T10:02:00.000Z",
        },
        "suspects": [],
    }


def test_the_text_of_a_plan_as_the_browser_keeps_it_can_be_opened_too(
    planfile: Any, plan: dict[str, Any]
) -> None:
    """What was kept aside and downloaded is no dead end."""
    read = planfile.fromFile(json.dumps(plan))

    assert (read["plan"], read["summary"]["savedAt"]) == (plan, "")


@pytest.mark.parametrize(
    ("name", "text", "problem"),
    [
        ("nothing", "", NOT_OURS),
        ("a letter", "Dear practice manager", NOT_OURS),
        ("a workbook", "PK\u0003\u0004\u0014", NOT_OURS),
        ("a web page", "<!doctype html><script>alert(1)</script>", NOT_OURS),
        ("null", "null", NOT_OURS),
        ("a number", "5", NOT_OURS),
        ("a list", "[]", NOT_OURS),
        ("another program", '{"type": "excalidraw", "version": 2}', NOT_OURS),
        ("our format and no more", '{"format": "gp-migration-plan"}', NOT_OURS),
        ("half a file", '{"format": "gp-migration-plan", "schema": 1, "id": "p', INCOMPLETE),
        ("two files", "{}{}", INCOMPLETE),
        ("very deep", '{"a":' * 200_000, INCOMPLETE),
    ],
)
def test_what_is_no_plan_is_refused_with_the_reason(
    planfile: Any, name: str, text: str, problem: str
) -> None:
    """One sentence that says what to do."""
    assert planfile.fromFile(text) == {"problem": problem}, name


def test_a_file_of_a_later_guide_is_refused(planfile: Any, plan: dict[str, Any]) -> None:
    """Reloading may bring the guide that can read it."""
    plan["schema"] = 2

    assert planfile.fromFile(json.dumps(plan)) == {"problem": LATER, "later": True}


@pytest.mark.parametrize(
    ("size", "megabytes"),
    [(5_000_001, "5"), (5_200_000, "5.2"), (52_000_000, "52"), (1_200_000_000, "1200")],
)
def test_a_file_that_is_too_large_is_not_read(
    planfile: Any, size: int, megabytes: str
) -> None:
    """Its size is enough to refuse it: the text need not be there."""
    assert planfile.fromFile("", {"bytes": size}) == {
        "problem": f"That file is too large to be a plan ({megabytes} MB). "
        "Choose a file that ends in .json and was saved here."
    }


def test_a_file_of_fifty_megabytes_is_refused_by_its_text_too(page: Any) -> None:
    """Even if nobody gave its size."""
    problem = page.evaluate(
        "async () => (await import('/js/exports/planfile.js')).fromFile('x'.repeat(52e6)).problem"
    )

    assert problem.startswith("That file is too large to be a plan (52 MB).")


def test_proto_in_a_file_changes_nothing(page: Any, plan: dict[str, Any]) -> None:
    """It is dropped wherever it stands, and counted."""
    text = json.dumps(plan).replace('"tasks": {', '"__proto__": {"bad": 1}, "tasks": {"__proto__": {"bad": 1},')

    facts = page.evaluate(
        "async text => { const {fromFile} = await import('/js/exports/planfile.js');"
        " const {plan, dropped} = fromFile(text);"
        " return [dropped, ({}).bad, plan.bad, plan.tasks.bad, Object.keys(plan.tasks)] }",
        text,
    )

    assert facts == [2, None, None, None, ["t1", "t2", "t3"]]


def test_script_and_markup_come_back_as_the_text_that_they_are(
    planfile: Any, plan: dict[str, Any]
) -> None:
    """Nothing is run and nothing is changed."""
    bad = "</script><script>alert(1)</script><img src=x onerror=alert(1)>"
    for record in ("t1", "t2", "t3"):
        plan["tasks"][record] = {"notes": field(bad), "owner": field(bad)}

    read = planfile.fromFile(planfile.toFile(plan, {"savedAt": SAVED_AT}))

    assert read["plan"] == plan


def test_what_looks_like_an_nhs_number_is_pointed_at(
    planfile: Any, plan: dict[str, Any]
) -> None:
    """With the place and the number as it is written, in every kind of text."""
    plan["tasks"]["t3"]["notes"] = field(f"Ring {NHS_NUMBER}")
    plan["choices"]["note-taker"] = field("9434765919")
    plan["goLive"] = field("2027-06-08", by=NHS_NUMBER)
    plan["history"] = [{"id": "h", "what": NHS_NUMBER, "at": 1, "device": "d1"}]

    assert planfile.fromFile(json.dumps(plan))["suspects"] == [
        "choices/note-taker: 9434765919",
        f"tasks/t3/notes: {NHS_NUMBER}",
        f"history/0: {NHS_NUMBER}",
        f"goLive: {NHS_NUMBER}",
    ]


@pytest.mark.parametrize("saved", ["yesterday", 5, None, {}, "<b>2027</b>", "2027-03-02"])
def test_a_saved_time_that_is_none_is_left_out(
    planfile: Any, plan: dict[str, Any], saved: Any
) -> None:
    """The head of a file is not trusted either."""
    read = planfile.fromFile(json.dumps({**plan, "saved": saved, "summary": {"practice": "X"}}))

    assert read["summary"]["savedAt"] == ""
    assert read["summary"]["practice"] == "Riverside Surgery"
    assert read["dropped"] == 0
