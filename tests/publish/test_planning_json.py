"""planning.json: what only the page of dates needs."""

from __future__ import annotations

import json
from typing import Any

import pytest

from macros.publish.planning_json import planning_json
from tests.conftest import our_catalogue

CATALOGUE = our_catalogue()
TEXT = planning_json(CATALOGUE)


@pytest.fixture(scope="module")
def published() -> Any:
    return json.loads(TEXT)


def test_a_period_is_written_in_numbers(published: Any) -> None:
    """A day of a month, or one counted from Easter Sunday."""
    periods = {one["id"]: one for one in published["periods"]}

    assert periods["christmas"]["first"] == {"month": 12, "day": 15}
    assert periods["christmas"]["last"] == {"month": 1, "day": 7}
    assert periods["easter"]["first"] == {"easter": -7}
    assert all(one["why"].endswith(".") for one in periods.values())


def test_whoever_is_told_or_needed_has_a_name(published: Any) -> None:
    """Every seat, and every milestone inside a sentence."""
    assert published["called"]["kick-off"] == "the kick-off meeting"
    assert published["called"].keys() == {one.id for one in CATALOGUE.milestones}
    assert published["seats"].keys() == {seat.id for seat in CATALOGUE.seats}


def test_only_tasks_of_the_critical_days_with_a_date_are_there(published: Any) -> None:
    """What the guide asks of people on a day."""
    for id in published["tasks"]:
        assert CATALOGUE.task(id).due


def test_it_is_compact() -> None:
    """Without a blank or a line break between values."""
    assert '", "' not in TEXT
    assert "\n" not in TEXT
