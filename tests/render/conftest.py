"""A small catalogue for the renderers, and one whose texts hold every character that HTML reads."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from macros.catalogue import Catalogue, load_catalogue

GOOD = Path(__file__).parents[1] / "catalogue/good"
AWKWARD = """Cards & <keys> "today" 'now'"""


@pytest.fixture(scope="session")
def good() -> Catalogue:
    """Load the good catalogue once."""
    return load_catalogue(GOOD)


@pytest.fixture(scope="session")
def awkward(good: Catalogue) -> Catalogue:
    """The same catalogue, with every text that a renderer shows made awkward."""
    return dataclasses.replace(
        good,
        phases=_with(good.phases, "title", "who", "how_long", "have_ready", "done_when", "summary"),
        tasks=_with(good.tasks, "title", "why", "done_when"),
        seats=_with(good.seats, "title", "does"),
        parties=_with(good.parties, "title", "what", "ask"),
        sources=_with(good.sources, "title", "publisher", "date"),
    )


def _with(records: tuple, *fields: str) -> tuple:
    texts = dict.fromkeys(fields, AWKWARD)
    return tuple(dataclasses.replace(record, **texts) for record in records)
