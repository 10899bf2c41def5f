"""Records that passed the checks, what follows from them, and how they are asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import FrozenInstanceError
from datetime import date

import pytest

from macros.catalogue import (
    Catalogue,
    Condition,
    Gate,
    Length,
    Limit,
    Released,
    Renamed,
    Retired,
    Rule,
    Task,
    UnknownNameError,
)
from macros.catalogue.kinds import KINDS
from macros.catalogue.model import written
from macros.catalogue.shapes import Shape
from macros.catalogue.shared import LENGTH, LIMIT, RULE

SHAPES = [LENGTH, LIMIT, RULE, *(kind.shape for kind in KINDS)]


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.model.__name__)
def test_the_table_of_fields_is_the_dataclass(shape: Shape) -> None:
    """The same fields in the same order, so that order in the file is order in the program."""
    assert tuple(shape.names) == written(shape.model)


def test_a_task_is_what_was_typed(good: Catalogue) -> None:
    """Every field in its own type."""
    assert good.task("order-smartcards") == Task(
        id="order-smartcards",
        title="Order smartcards for new starters",
        phase="kick-off",
        band="start",
        roles=("practice-staff", "project-manager"),
        due=Rule(
            anchor="kick-off",
            amount=10,
            unit="working-day",
            direction="after",
            kind="deadline",
            source="ours",
        ),
        page="guide/kick-off.md#smartcards",
        why="Nobody can sign in without one.",
        done_when="Every name on the list has a card.",
        safety=False,
        patient_data_risk=False,
        source="guide-2019",
        reviewed=date(2026, 11, 22),
    )


def test_none_is_nothing(good: Catalogue) -> None:
    """Where nothing is said, the program has nothing."""
    phase, taxi, ours = good.phase("kick-off"), good.party("taxi"), good.source("ours")

    assert (phase.minimum, phase.usual) == (Length(amount=1, unit="day"), None)
    assert (taxi.notice, taxi.off, taxi.link) == (None, None, None)
    assert (ours.link, ours.licence, good.task("book-training").due) == (None, None, None)


def test_a_span_has_an_end(good: Catalogue) -> None:
    """And a rule that counts from it says so."""
    end, ready = good.milestone("core-training").end, good.milestone("ready").rule

    assert end == Limit(
        anchor="go-live", amount=1, unit="working-day", direction="before", source="ours"
    )
    assert ready is not None
    assert (ready.anchor_milestone, ready.is_from_end) == ("core-training", True)


def test_history_is_kept(good: Catalogue) -> None:
    """What is gone, what became what, and what readers may have."""
    day = date(2026, 11, 22)

    assert good.retired == (
        Retired(
            id="order-fax-paper",
            was="Order paper for the fax machine",
            on=day,
            why="No practice has a fax machine.",
        ),
    )
    assert good.renamed == (Renamed(from_="order-cards", to="order-smartcards", on=day),)
    assert (good.renamed[0].was, good.renamed[0].now) == ("order-cards", "order-smartcards")
    assert good.released[0] == Released(kind="phase", id="kick-off")


def test_a_gate_is_what_was_typed(good: Catalogue) -> None:
    """Its conditions, with the tasks that make them true, and what follows a no."""
    assert good.gate("ready-to-go-on") == Gate(
        id="ready-to-go-on",
        title="Are staff ready?",
        milestone="ready",
        deciders=("lead-gp",),
        must_be_true=(
            Condition(says="Every new starter has a smartcard.", task="order-smartcards"),
            Condition(says="Nobody has asked for more time.", task=None),
        ),
        may_stop="Each of those who decide.",
        if_no=("The lead GP rings the ICB.", "A new day is agreed."),
        source="ours",
        reviewed=date(2026, 11, 22),
    )


def test_a_record_cannot_be_changed(good: Catalogue) -> None:
    """What was checked stays as it was checked."""
    with pytest.raises(FrozenInstanceError):
        good.phase("kick-off").title = "Other"  # type: ignore[misc]


def test_a_task_knows_its_places(good: Catalogue) -> None:
    """Its own address, and the section that explains it."""
    task = good.task("order-smartcards")

    assert task.anchor == "task-order-smartcards"
    assert task.topic == "guide/kick-off.md#smartcards"
    assert (task.page_file, task.page_anchor) == ("guide/kick-off.md", "smartcards")
    assert good.phase("kick-off").page_anchor == ""


def test_what_is_our_own_suggestion_is_known(good: Catalogue) -> None:
    """The page must say so."""
    smartcards, training = good.task("order-smartcards"), good.task("book-training")

    assert (smartcards.is_ours, training.is_ours) == (False, True)
    assert smartcards.due is not None and smartcards.due.is_ours
    assert (good.source("ours").is_ours, good.source("guide-2019").is_ours) == (True, False)


def test_tasks_stand_in_the_order_of_the_phases(good: Catalogue) -> None:
    """Whatever their files are called."""
    assert [task.id for task in good.tasks] == ["order-smartcards", "book-training"]


def test_tasks_are_selected_by_phase_and_band(good: Catalogue) -> None:
    """A band without tasks is empty, not an error."""
    assert good.tasks_of("training", "later") == (good.task("book-training"),)
    assert good.tasks_of("training", "decide") == ()


# a section, a page, the tasks explained there
PLACES = [
    ("guide/training.md#book", ("book-training",)),
    ("guide/kick-off.md", ("order-smartcards",)),
]


@pytest.mark.parametrize(("page", "tasks"), PLACES)
def test_tasks_are_selected_by_the_place_that_explains_them(
    good: Catalogue, page: str, tasks: tuple[str, ...]
) -> None:
    """A section, or a whole page."""
    assert tuple(task.id for task in good.tasks_explained_at(page)) == tasks


def test_every_id_in_use_can_be_listed(good: Catalogue) -> None:
    """In the shape of released.yml, which is made of it."""
    ids = good.ids()

    assert len(ids) == 20
    assert ids[0] == Released(kind="phase", id="kick-off")
    assert ids[-1] == Released(kind="gate", id="ready-to-go-on")


# what is asked, what is answered
UNKNOWN: list[tuple[Callable[[Catalogue], object], str]] = [
    (
        lambda good: good.phase("kickof"),
        "no phase 'kickof'. Did you mean 'kick-off'? Phases are: kick-off, training.",
    ),
    (
        lambda good: good.milestone("golive"),
        "no milestone 'golive'. Did you mean 'go-live'? "
        "Milestones are: kick-off, technical-survey, core-training, ready, go-live.",
    ),
    (
        lambda good: good.role("doctor"),
        "no role 'doctor'. Roles are: practice-staff, project-manager.",
    ),
    (lambda good: good.seat("lead"), "no seat 'lead'. Did you mean 'lead-gp'? Seats are: lead-gp."),
    (
        lambda good: good.party("taxis"),
        "no party 'taxis'. Did you mean 'taxi'? Parties are: pathology, taxi.",
    ),
    (
        lambda good: good.source("100%"),
        "no source '100 per cent'. Sources are: guide-2019, ours.",
    ),
    (
        lambda good: good.task("order-cards"),
        "no task 'order-cards'. Did you mean 'order-smartcards'? "
        "Tasks are: order-smartcards, book-training.",
    ),
    (
        lambda good: good.gate("ready-to-go"),
        "no gate 'ready-to-go'. Did you mean 'ready-to-go-on'? Gates are: ready-to-go-on.",
    ),
    (
        lambda good: good.tasks_of("kickof", "start"),
        "no phase 'kickof'. Did you mean 'kick-off'? Phases are: kick-off, training.",
    ),
    (
        lambda good: good.tasks_of("kick-off", "started"),
        "no band 'started'. Did you mean 'start'? Bands are: decide, start, later.",
    ),
    (
        lambda good: good.tasks_explained_at("guide/training.md#books"),
        "no task explained at 'guide/training.md#books'. Did you mean 'guide/training.md#book'? "
        "Places are: guide/kick-off.md#smartcards, guide/training.md#book.",
    ),
]


@pytest.mark.parametrize(("ask", "answer"), UNKNOWN)
def test_an_unknown_name_is_answered_with_the_names_there_are(
    good: Catalogue, ask: Callable[[Catalogue], object], answer: str
) -> None:
    """A look-up never gives nothing."""
    with pytest.raises(UnknownNameError) as unknown:
        ask(good)

    assert str(unknown.value) == answer
    assert isinstance(unknown.value, LookupError)
