"""The glossary holds every word that it must, with the names of 2019, and pages link to it."""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.render.terms import terms_of
from tests.conftest import ROOT
from tests.pages_server import LEVEL
from tests.site.reading import Page, words_of

CASES = Path(__file__).parents[1] / "cases/glossary.yml"
LISTED: dict[str, Any] = yaml.load(CASES.read_text("utf-8"), yaml.CBaseLoader)
TERMS: dict[str, str] = LISTED["terms"]
CHANGED: list[dict[str, str]] = LISTED["changed"]
KNOWN_TO_EVERYBODY = {"go-live", "practice", "milestone", "migration", "smartcard", "gp"}
MOST_BYTES = 600

Read = dict[str, Page]


@pytest.fixture(scope="module")
def glossary(read: Read) -> Page:
    """The built glossary."""
    return read["glossary/index.html"]


@pytest.fixture(scope="module")
def entries(glossary: Page) -> dict[str, str]:
    """Heading and words of each entry, by its anchor."""
    words = glossary.sections()
    return {e.get("id", ""): words[e.get("id", "")] for e in glossary.all("h3")}


@pytest.mark.parametrize("term", TERMS)
def test_a_term_has_an_entry_with_an_anchor(term: str, entries: dict[str, str]) -> None:
    """All the names of the term stand in its entry, with more words than they have."""
    entry = entries[TERMS[term]]
    names = [name for name in re.split(r" / |/|, | \(|\)", term) if name]

    assert [name for name in names if name.lower() not in entry.lower()] == []
    assert len(entry.split()) > len(term.split()) + 1


@pytest.mark.parametrize("change", CHANGED, ids=lambda change: f"{change['was']} {change['in']}")
def test_a_changed_name_stands_beside_the_new_one(
    change: dict[str, str], entries: dict[str, str]
) -> None:
    """In one entry, which says which of the two is old."""
    entry = entries[change["in"]]

    assert change["was"].lower() in entry.lower()
    assert change["now"].lower() in entry.lower()
    assert re.search(r"2019|[Tt]oday|[Nn]ewer|[Ff]ormerly|now", entry)


def test_entries_are_in_the_order_of_the_alphabet(glossary: Page) -> None:
    """Each below its letter, so that a reader on paper finds it."""
    titles = [words_of(e) for e in glossary.all("h2", "h3") if e.get("id")]
    letters = [title for title in titles if len(title) == 1]
    words = [re.sub(r"[-+]", "", t).lower() for t in titles if len(t) > 1 and t != "Numbers"]

    assert letters == sorted(set(letters))
    assert words == sorted(words)


def test_words_that_everybody_knows_are_not_linked() -> None:
    """A link for each of them would be clutter."""
    linked = {term.id for term in terms_of((ROOT / "docs/glossary.md").read_text("utf-8"))}

    assert linked & KNOWN_TO_EVERYBODY == set()
    assert len(linked) > 60


def test_a_page_links_a_term_once(read: Read) -> None:
    """At its first use, to an entry that is there; the glossary links none of its own words."""
    found = {
        place: [e.get("href", "").partition("#")[2] for e in page.all("a") if _is_term(e)]
        for place, page in read.items()
    }

    assert {place: ids for place, ids in found.items() if len(ids) != len(set(ids))} == {}
    assert found["glossary/index.html"] == []
    assert len(found["guide/kick-off/index.html"]) > 10


def test_the_links_of_terms_are_light(read: Read, capsys: pytest.CaptureFixture[str]) -> None:
    """What they add to a page, as it is sent."""
    linked = re.compile(r'<a class="app-term" href="[^"]*">(.*?)</a>', re.S)
    added = {
        place: sent(page.html) - sent(linked.sub(r"\1", page.html)) for place, page in read.items()
    }
    heaviest = max(added, key=added.__getitem__)

    with capsys.disabled():
        print(f"\n  weight: links of terms {added[heaviest]} of {MOST_BYTES}: {heaviest}", end="")
    assert added[heaviest] <= MOST_BYTES


def test_no_term_is_linked_where_a_reader_acts(read: Read) -> None:
    """Neither in a heading, nor in a task, a label or what opens something."""
    wrong = [
        (place, words_of(term))
        for place, page in read.items()
        for around in page.all("h1", "h2", "h3", "label", "summary", "button", "task-checklist")
        for term in around.iter("a")
        if _is_term(term)
    ]

    assert wrong == []


def sent(html: str) -> int:
    """Count the bytes of a page as they are sent."""
    return len(gzip.compress(html.encode(), LEVEL, mtime=0))


def _is_term(element: Any) -> bool:
    return element.tag == "a" and element.get("class") == "app-term"
