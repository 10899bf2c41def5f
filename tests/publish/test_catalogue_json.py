"""The catalogue as the browser gets it."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import pytest

from macros.catalogue import Catalogue, load_catalogue
from macros.publish.catalogue_json import catalogue_json

GOOD = Path(__file__).parents[1] / "catalogue/good"


@pytest.fixture(scope="module")
def good() -> Catalogue:
    """Load the good catalogue once."""
    return load_catalogue(GOOD)


def test_phases_tasks_and_retired_tasks_by_id(good: Catalogue) -> None:
    """In the order of the migration, without blanks."""
    assert catalogue_json(good) == (
        '{"phases":[["kick-off","Kick-off"],["training","Training"]],'
        '"tasks":{"order-smartcards":["Order smartcards for new starters","kick-off"],'
        '"book-training":["Book training for all staff","training"]},'
        '"retired":{"order-fax-paper":"Order paper for the fax machine"}}'
    )


def test_any_character_comes_through(good: Catalogue) -> None:
    """Quotes, markup and letters of other alphabets."""
    title = 'Say "yes" & <b>é ט 😀\\'
    odd = dataclasses.replace(
        good, phases=(), retired=(), tasks=(dataclasses.replace(good.tasks[0], title=title),)
    )

    assert json.loads(catalogue_json(odd)) == {
        "phases": [],
        "tasks": {"order-smartcards": [title, "kick-off"]},
        "retired": {},
    }
