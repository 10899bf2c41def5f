"""What a problem looks like, and how many of them are told."""

from __future__ import annotations

import pytest

from macros.catalogue import CatalogueError, Problem
from macros.catalogue.problems import choices, listing, without_percent_signs


def test_a_problem_starts_with_a_place_to_click() -> None:
    """File and line come first, then the record, what is wrong, and what would be right."""
    problem = Problem("docs/_data/tasks.yml", 48, "task 'x'", "it is wrong.", "Make it right.")

    assert str(problem) == "docs/_data/tasks.yml:48: task 'x': it is wrong. Make it right."


def test_a_problem_of_a_whole_file_has_no_line() -> None:
    """Nothing empty is printed."""
    assert str(Problem("docs/_data/roles.yml", 0, "", "it is gone.")) == (
        "docs/_data/roles.yml: it is gone."
    )


def test_problems_are_sorted_told_once_and_counted() -> None:
    """By file, then by line as a number; the same problem found twice is one."""
    late = Problem("a.yml", 10, "", "late.")
    early = Problem("a.yml", 9, "", "early.")
    other = Problem("b.yml", 1, "", "other.")

    error = CatalogueError([other, late, early, late], shown_as="docs/_data")

    assert str(error) == (
        "a.yml:9: early.\n"
        "a.yml:10: late.\n"
        "b.yml:1: other.\n"
        "The site was not built: 3 problems in docs/_data. Nothing has been published."
    )


# asked for, names there are, what is said
CHOICES = [
    ("kickof", ["kick-off", "go-live"], "Did you mean 'kick-off'? Phases are: kick-off, go-live."),
    ("cutover", ["kick-off", "go-live"], "Phases are: kick-off, go-live."),
    ("", ["kick-off"], "Phases are: kick-off."),
    ("kick-off", [], "There are no phases."),
]


@pytest.mark.parametrize(("name", "known", "said"), CHOICES)
def test_the_nearest_name_is_offered(name: str, known: list[str], said: str) -> None:
    """And the names there are."""
    assert choices(name, "Phases", known) == said


# names, how they are listed
LISTS = [
    (["a"], "a"),
    (list("abcdefgh"), "a, b, c, d, e, f, g, h"),
    (list("abcdefghi"), "a, b, c, d, e, f, g, h and 1 more"),
    (list("abcdefghijkl"), "a, b, c, d, e, f, g, h and 4 more"),
]


@pytest.mark.parametrize(("names", "listed"), LISTS)
def test_a_list_is_cut_to_eight(names: list[str], listed: str) -> None:
    """Nobody reads fifty ids."""
    assert listing(names) == listed


# typed, told
SIGNS = [
    ("90%", "90 per cent"),
    ("90 %", "90 per cent"),
    ("%d", " per centd"),
    ("ninety", "ninety"),
]


@pytest.mark.parametrize(("typed", "told"), SIGNS)
def test_per_cent_is_written_in_words(typed: str, told: str) -> None:
    """The sign never reaches the macros plugin."""
    assert without_percent_signs(typed) == told
