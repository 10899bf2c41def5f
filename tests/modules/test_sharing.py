"""Sharing: what is about persons stays behind, and what is not comes along."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

SAMPLES = sorted((Path(__file__).resolve().parents[1] / "cases/plans").glob("*.json"))
PERSONAL = [
    "Note Taker", "A Trainer", "01632", "Dr Example", "Dr Another", "Practice manager",
    "Reception", "By its form", "Lead GP", "2027-06-05",
]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("is_own", [False, True])
def test_nobody_is_named_in_a_shared_plan(module: Any, sample: Path, is_own: bool) -> None:
    """No name, owner, contact or leave; it opens without a fault and with all that was done."""
    plan = module("exports/planfile.js").fromFile(sample.read_text("utf-8"))["plan"]

    shared = module("plan/sharing.js").withoutPersonal(plan, "new-id", {"isOwn": is_own})

    text = json.dumps(shared)
    assert [words for words in PERSONAL if words in text] == []
    assert ("Four days" in text) is is_own
    assert (shared["people"], shared["leave"], shared["history"]) == ({}, {}, [])
    assert shared["id"] == "new-id"
    kept = {id: task["state"]["value"] for id, task in shared["tasks"].items() if "state" in task}
    assert kept == {id: task["state"]["value"] for id, task in plan["tasks"].items()}
    assert shared["goLive"]["value"] == "2027-06-08"
    assert shared["parties"]["pcse"]["told"][0]["on"] == "2027-03-02"
    assert module("plan/plan.js").checkPlan(shared) == {"plan": shared, "dropped": 0}


def field(value: str) -> dict[str, Any]:
    return {"value": value, "at": 1, "device": "d1"}


WHOLE = {
    "decisions": {
        "cutover-gate": {
            "points": field("yes"),
            "answer": field("no"),
            "decidedBy": field("Dr Lee"),
            "date": field("2027-05-31"),
            "kept": field("The blue folder"),
            "notes": field("Dr Lee is not sure"),
        }
    },
    "events": {
        "e1": {
            "title": field("Flu clinic"), "from": field("2027-05-29"), "to": field("2027-05-29")
        }
    },
    "meetings": {
        "weekly": {"day": field("Tuesday"), "place": field("Library"), "link": field("Room 4")}
    },
    "parties": {
        "own-1": {
            "title": field("Podiatry"), "what": field("Feet"), "test": field("Send a letter"),
            "contact": field("Pat"), "notes": field("Pat is away"),
        }
    },
}


@pytest.mark.parametrize(
    ("is_own", "left_out"),
    [
        (
            False,
            [
                "cutover-gate/decidedBy", "cutover-gate/kept", "cutover-gate/notes", "e1/title",
                "e1/from", "e1/to", "weekly/place", "weekly/link", "own-1/contact", "own-1/notes",
            ],
        ),
        (True, ["cutover-gate/decidedBy", "own-1/contact"]),
    ],
    ids=["to share", "to keep"],
)
def test_a_decision_to_stop_is_shared_and_in_one_s_own_plan_only_persons_go(
    module: Any, is_own: bool, left_out: list[str]
) -> None:
    """Notes, events and places are free text: only who owns the plan can judge them."""
    plan = {**module("plan/plan.js").emptyPlan("p1"), **WHOLE}

    shared = module("plan/sharing.js").withoutPersonal(plan, "new-id", {"isOwn": is_own})

    assert [
        f"{id}/{name}"
        for kind, records in WHOLE.items()
        for id, record in records.items()
        for name in record
        if name not in shared[kind].get(id, {})
    ] == left_out


def test_what_a_party_was_told_is_shared_without_who_told_it(module: Any) -> None:
    """Its days stay; the names of the teller and of the note-taker go."""
    days = {"id": "t", "date": "2027-06-08", "off": "2027-05-28", "on": "2027-03-02"}
    told = {**days, "who": "Tess", "by": "Note Taker", "at": 1, "device": "d1"}
    empty = module("plan/plan.js").emptyPlan("p1")
    plan = {**empty, "parties": {"pathology": {"told": [told]}}}

    shared = module("plan/sharing.js").withoutPersonal(plan, "new-id")

    assert shared["parties"]["pathology"]["told"] == [{**days, "at": 1, "device": "d1"}]


@pytest.mark.parametrize(
    ("name", "practice", "title"),
    [("Main", "Riverside", "Main"), ("", "Riverside", "Riverside"), ("", "", "Plan without a name")],
)
def test_a_plan_is_called_by_its_name_or_its_practice(
    module: Any, name: str, practice: str, title: str
) -> None:
    """And is never without a title in a list."""
    field = {"at": 1, "device": "d1"}
    plan = {"practice": {"name": {"value": practice, **field}}, "name": {"value": name, **field}}

    assert module("plan/sharing.js").titleOf(plan) == title
