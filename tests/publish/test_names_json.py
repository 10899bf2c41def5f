"""The names of the guide for the browser, and the mark of an edition."""

from __future__ import annotations

import dataclasses
import json
from datetime import date

from macros.catalogue.history import Renamed, Retired
from macros.publish.names_json import guide_version, names_json
from tests.conftest import our_catalogue

CATALOGUE = our_catalogue()
TASK = CATALOGUE.tasks[0]


def test_every_record_that_a_plan_names_has_its_title() -> None:
    """Tasks with their page, and all else that a history can name."""
    names = json.loads(names_json(CATALOGUE))

    assert names["tasks"][TASK.id][0] == TASK.title
    assert names["homes"].keys() == names["tasks"].keys()
    assert all(home.endswith("/") and not home.startswith("/") for home in names["homes"].values())
    assert names["milestones"] == {one.id: one.title for one in CATALOGUE.milestones}
    assert names["seats"] == {one.id: one.title for one in CATALOGUE.seats}
    assert names["parties"] == {one.id: one.title for one in CATALOGUE.parties}
    assert names["phases"] == {one.id: one.title for one in CATALOGUE.phases}
    assert names["decisions"] == {one.id: one.title for one in CATALOGUE.gates}
    assert names["choices"].keys() == {one.id for one in CATALOGUE.choices}
    assert names["version"] == guide_version(CATALOGUE)


def test_what_became_of_ids_that_are_gone_is_told() -> None:
    """Their last title, or the id that took their place."""
    day = date(2027, 1, 1)
    gone = Retired(id="fax", was="Order fax paper", on=day, why="Gone.")
    renamed = Renamed(from_="old", to=TASK.id, on=day)

    names = json.loads(
        names_json(dataclasses.replace(CATALOGUE, retired=(gone,), renamed=(renamed,)))
    )

    assert (names["retired"], names["renamed"]) == ({"fax": "Order fax paper"}, {"old": TASK.id})


def test_an_edition_has_another_mark_when_a_task_reads_otherwise() -> None:
    """Title, reason, end and rule count; who looked at it last does not."""

    def version(**changes: object) -> str:
        task = dataclasses.replace(TASK, **changes)
        return guide_version(dataclasses.replace(CATALOGUE, tasks=(task, *CATALOGUE.tasks[1:])))

    same = guide_version(CATALOGUE)
    marks = [version(title="X"), version(why="X"), version(done_when="X")]

    assert version(reviewed=date(2030, 1, 1)) == same
    assert len({same, *marks}) == 4
    assert len(same) == 8
