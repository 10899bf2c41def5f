"""Our own facts, first of all: an editor's mistake fails here with the message they need."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.catalogue import Catalogue, load_catalogue

DOCS = Path(__file__).parents[2] / "docs"


@pytest.fixture(scope="module")
def ours() -> Catalogue:
    """Load the catalogue as the build does."""
    return load_catalogue(DOCS / "_data", docs=DOCS)


def test_our_catalogue_has_no_problems(ours: Catalogue) -> None:
    """Every record is there, and every check passes."""
    assert len(ours.phases) == 15


def test_every_phase_of_the_journey_is_there_in_order(ours: Catalogue) -> None:
    """The journey navigation is made of these."""
    assert [phase.id for phase in ours.phases] == [
        "decision-and-funding",
        "ordering",
        "kick-off",
        "technical-survey",
        "pre-migration-tasks",
        "initial-data-production",
        "data-checking",
        "recheck-and-sign-off",
        "planning-for-cutover",
        "training",
        "final-data-production",
        "cutover",
        "go-live",
        "after-go-live",
        "end-of-migration",
    ]


@pytest.mark.parametrize("band", ["decide", "start", "later"])
def test_the_kick_off_page_has_tasks_in_every_band(ours: Catalogue, band: str) -> None:
    """Decide in the room, start this week, later: none of the three is empty."""
    assert ours.tasks_of("kick-off", band)


def test_our_suggestions_have_a_source_to_name(ours: Catalogue) -> None:
    """A number that no source gives is said to be ours."""
    assert ours.source("ours").is_ours


@pytest.mark.parametrize(
    ("party", "amount", "unit"),
    [
        ("pharmacies", 5, "week"),
        ("shared-care-record", 4, "week"),
        ("pcse", 14, "day"),
        ("nhs-111", 10, "working-day"),
    ],
)
def test_who_needs_more_notice_than_usual_has_it(
    ours: Catalogue, party: str, amount: int, unit: str
) -> None:
    """Ten working days before final data production is usual; all are counted from there."""
    notice = ours.party(party).notice

    assert notice
    assert (notice.anchor, notice.amount, notice.unit) == ("final-data-production", amount, unit)
