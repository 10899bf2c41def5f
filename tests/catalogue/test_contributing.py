"""CONTRIBUTING.md shows the messages that an editor really gets: each slip is made here."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from macros.catalogue import CatalogueError, load_catalogue

ROOT = Path(__file__).parents[2]
DATA = ROOT / "docs/_data"
PARTY = re.compile(r"^- id: pcse\n(?:  .*\n)+", re.M)

SLIPS = {
    "the unit with an s": (r"unit: day,", "unit: days,"),
    "the number in words": (r"amount: \d+", "amount: two"),
    "the date as it is said": (r"reviewed: .*", "reviewed: 3/12/2026"),
    "a source that is not there": (r"before, source: [\w-]+", "before, source: pcse-letter"),
    "a brace that is lost": (r"(notice: .*)\}", r"\1"),
    "a colon in a text": (r"test: ", "test: Note this: "),
    "another id": (r"id: pcse", "id: pcse-england"),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_a_message_is_shown_as_it_is(slip: str, tmp_path: Path) -> None:
    """Whatever line it is on, and however many sources there are."""
    shown = without_counts((ROOT / "CONTRIBUTING.md").read_text("utf-8"))
    data = shutil.copytree(DATA, tmp_path / "_data")
    parties = data / "parties.yml"
    record = PARTY.search(parties.read_text("utf-8"))[0]
    wrong = re.sub(*SLIPS[slip], record, count=1)
    assert wrong != record
    parties.write_text(parties.read_text("utf-8").replace(record, wrong), "utf-8")

    with pytest.raises(CatalogueError) as told:
        load_catalogue(data, docs=ROOT / "docs")

    *messages, last = str(told.value).splitlines()
    assert without_counts(messages[0]) in shown
    assert last == "The site was not built: 1 problem in docs/_data. Nothing has been published."
    assert last in shown


def without_counts(text: str) -> str:
    """Leave out numbers of lines, and which sources there are."""
    return re.sub(r"Sources are: .*", "Sources are:", re.sub(r"\.yml:\d+:", ".yml:", text))
