"""The words are our own: no page repeats eight words in a row of the Kick-off page of 2019.

That page has no licence, so its text is not kept here. tests/cases/runs-of-2019.txt holds a digest
of each eight-word run of it, which can tell that a run is the same and nothing else.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.site.reading import Page, words_of

RUN = 8
DIGITS = 12
EIGHT = "one two three four five six seven eight"
OLD = frozenset((Path(__file__).parents[1] / "cases/runs-of-2019.txt").read_text("utf-8").split())


def runs_of(text: str) -> Iterator[str]:
    """Give each eight words in a row, without capitals and marks."""
    words = re.findall(r"[a-z0-9]+", re.sub(r"['’‘]", "", text.lower()))
    for start in range(len(words) - RUN + 1):
        yield " ".join(words[start : start + RUN])


def digest(run: str) -> str:
    """Shorten a run to what cannot be turned back into words."""
    return hashlib.sha256(run.encode()).hexdigest()[:DIGITS]


def repeated(text: str, old: frozenset[str]) -> list[str]:
    """List the runs of a text that are among the old ones."""
    return [run for run in runs_of(text) if digest(run) in old]


def test_no_page_repeats_eight_words_of_the_old_one(
    read: dict[str, Page], capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither in what it says nor in how search describes it."""
    texts = {place: f"{words_of(page.tree)} {described(page)}" for place, page in read.items()}
    found = {place: runs for place, text in texts.items() if (runs := repeated(text, OLD))}

    with capsys.disabled():
        print(f"\n  words: {sum(len(t.split()) for t in texts.values())} beside {len(OLD)} runs")
    assert found == {}


def described(page: Page) -> str:
    """The sentence that a list of search results shows."""
    return " ".join(e.get("content", "") for e in page.all("meta") if e.get("name"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("One two three four five six seven eight.", [EIGHT]),
        ("And one, TWO, three: four, five, six, seven, eight", [EIGHT]),
        ("one two three four five six seven", []),  # seven are not eight
        ("one two three four five six seven nine", []),
        ("", []),
    ],
)
def test_a_repeated_run_is_told_from_another(text: str, found: list[str]) -> None:
    """Whatever its capitals and marks, and wherever it begins."""
    assert repeated(text, frozenset({digest(EIGHT)})) == found
