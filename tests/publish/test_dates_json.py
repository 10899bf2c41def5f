"""dates.json: the rules, choices and days off that the browser counts with."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from macros.publish.dates_json import dates_json
from tests.conftest import our_catalogue

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "docs/_data"
CATALOGUE = our_catalogue()
TEXT = dates_json(CATALOGUE, (DATA / "bank-holidays.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def published() -> Any:
    return json.loads(TEXT)


def test_a_milestone_stands_as_it_was_written(published: Any) -> None:
    """Numbers are numbers, yes is true, none is null; our own suggestion is marked as ours."""
    survey = next(one for one in published["milestones"] if one["id"] == "technical-survey")

    assert survey == {
        "id": "technical-survey",
        "title": "Technical survey",
        "phase": "technical-survey",
        "rule": {
            "anchor": "kick-off",
            "amount": 3,
            "unit": "working-day",
            "direction": "after",
            "kind": "event",
            "source": "ours",
        },
        "end": None,
        "earliest": {
            "anchor": "kick-off",
            "amount": 0,
            "unit": "day",
            "direction": "on",
            "source": "guide-2019",
        },
        "latest": {
            "anchor": "kick-off",
            "amount": 5,
            "unit": "working-day",
            "direction": "after",
            "source": "ours",
        },
        "gate": False,
        "note": "The 2019 guide says within a few days; the exact number is ours",
    }


def test_every_milestone_and_task_with_a_date_is_there(published: Any) -> None:
    """In the order of the catalogue."""
    assert [one["id"] for one in published["milestones"]] == [
        one.id for one in CATALOGUE.milestones
    ]
    assert list(published["tasks"]) == [task.id for task in CATALOGUE.tasks if task.due]
    assert published["phases"]["kick-off"] == ["kick-off", "kick-off"]


def test_each_gate_names_its_milestone(published: Any) -> None:
    """So that a decision that is due can be asked for on every page."""
    assert published["gates"] == {
        "data-gate": "data-signed-off",
        "cutover-gate": "go-no-go-cutover",
        "go-live-gate": "go-no-go-go-live",
    }


def test_the_choices_have_their_options(published: Any) -> None:
    """The cutover, how long access lasts, and the prescribing tactic."""
    options = {
        choice["id"]: (
            choice["milestone"],
            choice["standard"],
            [one["id"] for one in choice["options"]],
        )
        for choice in published["choices"]
    }

    assert options == {
        "cutover": (
            "final-data-production",
            None,
            ["weekend", "thursday-to-tuesday", "one-week", "two-weeks"],
        ),
        "access": ("old-access-ends", "ninety-days", ["ninety-days", "forty-five-days"]),
        "prescribing-tactic": (
            "prescribing-tactic",
            "without-tactic",
            ["without-tactic", "with-tactic"],
        ),
    }


def test_whatever_a_rule_names_has_its_words(published: Any) -> None:
    """Anchors as they are called inside a sentence, sources by their titles, and no others."""
    rules = list(_rules(published))

    assert {rule["anchor"].removesuffix("/end") for rule in rules} <= published["called"].keys()
    assert {rule["source"] for rule in rules} <= published["sources"].keys()
    assert published["called"]["kick-off"] == "the kick-off meeting"
    assert published["sources"]["ours"] == "Our planning default"


def test_only_a_notice_of_its_own_is_written(published: Any) -> None:
    """The common one stands at its milestone; null is a party that nobody can tell."""
    parties = published["parties"]

    assert parties["pcse"]["limit"]["anchor"] == "final-data-production"
    assert parties["pcse"]["told"] == ["pcse-form"]
    assert parties["eps"]["limit"] is None
    assert "limit" not in parties["pathology"]
    assert "told" not in parties["pathology"]


def test_a_party_has_the_days_that_its_record_gives(published: Any) -> None:
    """And no key where it gives none."""
    parties = published["parties"]

    assert parties.keys() == {party.id for party in CATALOGUE.parties}
    assert parties["pathology"]["off"]["anchor"] == "links-off"
    assert parties["dispensing-software"]["off"]["anchor"] == "final-data-production"
    assert {"off", "on"}.isdisjoint(parties["nhs-111"])
    assert parties["smartcards"].keys() == {"title", "on"}


def test_the_days_off_are_those_of_the_committed_file(published: Any) -> None:
    """By division, with the last announced day."""
    committed = json.loads((DATA / "bank-holidays.json").read_text("utf-8"))

    assert published["holidays"] == committed["days"]
    assert published["announcedUntil"] == committed["announced_until"]


def test_it_is_compact() -> None:
    """Without a blank or a line break between values."""
    assert '", "' not in TEXT
    assert "\n" not in TEXT


def _rules(value: Any) -> Any:
    if isinstance(value, dict):
        if "anchor" in value:
            yield value
        for part in value.values():
            yield from _rules(part)
    elif isinstance(value, list):
        for part in value:
            yield from _rules(part)
