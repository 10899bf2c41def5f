"""Each folder in bad/ is a catalogue with a fault: its name says which.

It holds the files to lay over good/ (`x.gone` takes away `x`) and expected.txt, the whole message.
To add a case, add a folder.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from macros.catalogue import CatalogueError, load_catalogue

CASES = sorted((Path(__file__).parent / "bad").iterdir())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_bad_catalogue_is_refused_with_this_message(
    case: Path, laid_over: Callable[[Path], Path], pages: Path
) -> None:
    """The message names file, line, record, what is wrong and what would be right."""
    folder = laid_over(case)

    with pytest.raises(CatalogueError) as refused:
        load_catalogue(folder, docs=pages)

    assert f"{refused.value}\n" == (case / "expected.txt").read_text("utf-8")


def test_no_message_holds_a_percent_sign() -> None:
    """The macros plugin formats errors with that sign and fails on one of ours."""
    messages = "".join((case / "expected.txt").read_text("utf-8") for case in CASES)

    assert "%" not in messages


def test_the_folder_is_called_what_the_caller_calls_it(
    laid_over: Callable[[Path], Path], pages: Path
) -> None:
    """An editor reads the path that they know, not the one of this machine."""
    folder = laid_over(Path(__file__).parent / "bad" / "an-empty-file")

    with pytest.raises(CatalogueError) as refused:
        load_catalogue(folder, shown_as="facts", docs=pages)

    assert str(refused.value) == (
        "facts/seats.yml: this file is empty. An empty list is written: []\n"
        "The site was not built: 1 problem in facts. Nothing has been published."
    )


def test_without_a_folder_of_pages_no_page_is_looked_for(
    laid_over: Callable[[Path], Path],
) -> None:
    """The examples of the README name pages that need not exist."""
    folder = laid_over(Path(__file__).parent / "bad" / "a-page-that-does-not-exist")

    catalogue = load_catalogue(folder)

    assert catalogue.task("order-smartcards").page_file == "guide/kickoff.md"
